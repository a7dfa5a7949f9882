using Glidepath.Treatment;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Privacy;

public class AccountStepTests
{
    private static readonly Guid Patient = Guid.CreateVersion7(),
        Account = Guid.CreateVersion7(),
        Nurse = Guid.CreateVersion7();

    private static readonly DateTime Now = new(2026, 11, 30, 15, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(AccountStepKind.Invited)]
    [InlineData(AccountStepKind.NewSlip)]
    [InlineData(AccountStepKind.NewCodeAsked)]
    public void No_code_without_a_check_of_who_it_is(AccountStepKind kind)
    {
        var refused = Assert.Throws<RuleViolationException>(() => Code(kind, IdentityCheck.None));
        Assert.Equal("account.check", refused.Rule);
        Assert.Contains("The identity check is missing.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(IdentityCheck.TwoFactsByPhone, Code(kind, IdentityCheck.TwoFactsByPhone).Check);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public void No_end_without_a_reason(string? why) =>
        Assert.Equal("account.why.missing", Assert.Throws<RuleViolationException>(() => End(why)).Rule);

    [Fact]
    public void An_end_keeps_why_and_a_reason_beyond_what_fits_is_refused()
    {
        Assert.Equal(("asked for it", AccountStepKind.Ended), (End(" asked for it ").Why, End("asked for it").Kind));
        Assert.Throws<RuleViolationException>(() => End(new string('x', AccountStep.LongestReason + 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Code(AccountStepKind.Ended, IdentityCheck.KnownInPerson));
    }

    private static AccountStep Code(AccountStepKind kind, IdentityCheck check) =>
        AccountStep.Code(Guid.CreateVersion7(), Patient, Account, kind, check, Now, Nurse);

    private static AccountStep End(string? why) => AccountStep.End(Guid.CreateVersion7(), Patient, Account, why, Now, Nurse);
}
