using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

public sealed class SecondPersonTests
{
    private static readonly DateTime Now = new(2026, 11, 29, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Asker = Guid.CreateVersion7(),
        Concerned = Guid.CreateVersion7(),
        Other = Guid.CreateVersion7();

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Director)]
    [InlineData(Role.PrivacyOfficer)]
    public void Three_roles_can_be_the_second_person_from_the_seventh_day_of_their_account(Role role)
    {
        Assert.Null(Refusal(Other, role, age: TimeSpan.FromDays(7)));
        Assert.Equal(SecondPersonRefusal.TooNew, Refusal(Other, role, age: TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1)));
        Assert.Equal(SecondPersonRefusal.MadeByAsker, Refusal(Other, role, age: TimeSpan.FromDays(700), madeByAsker: true));
        Assert.Equal(SecondPersonRefusal.Asked, Refusal(Asker, role, age: TimeSpan.FromDays(700)));
        Assert.Equal(SecondPersonRefusal.Concerned, Refusal(Concerned, role, age: TimeSpan.FromDays(700)));
    }

    [Fact]
    public void No_other_role_is_a_second_person_and_only_patients_and_family_begin_without_one()
    {
        foreach (var role in Enum.GetValues<Role>().Except([Role.Administrator, Role.Director, Role.PrivacyOfficer]))
            Assert.Equal(SecondPersonRefusal.Role, Refusal(Other, role, age: TimeSpan.FromDays(700)));
        Assert.Equal([Role.Patient, Role.Family], Enum.GetValues<Role>().Where(r => !SecondPerson.IsNeededForFirstCode(r)));
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaa bbbb cccc dddd eeee")]
    [InlineData("urgent urgent URGENT urgent")]
    [InlineData("......................")]
    [InlineData("123 456 789 012 345 678")]
    [InlineData("emergency now 1234567890")]
    public void A_reason_without_three_different_words_is_refused_and_says_what_is_accepted(string reason)
    {
        Assert.Contains("at least 3 different words", ReasonWords.Problem(reason, 20, 1_000)!, StringComparison.Ordinal);
        var refused = Assert.Throws<RuleViolationException>(() =>
            BreakGlass.Open(Guid.CreateVersion7(), Guid.CreateVersion7(), new Actor(Asker, Role.Nurse), reason, Now)
        );
        Assert.Equal("break-glass.reason", refused.Rule);
    }

    [Theory]
    [InlineData("found unresponsive, need the medicine list")]
    [InlineData("¿Está inconsciente? Necesito la lista")]
    public void A_reason_in_words_is_accepted(string reason) => Assert.Null(ReasonWords.Problem(reason, 20, 1_000));

    [Fact]
    public void A_reason_that_is_too_short_or_too_long_is_told_how_long_it_may_be()
    {
        Assert.Equal("Write 20 to 1000 characters. You wrote 11.", ReasonWords.Problem("need it now", 20, 1_000));
        Assert.Equal("Write 20 to 30 characters. You wrote 31.", ReasonWords.Problem("need it now, need it now, right", 20, 30));
    }

    private static SecondPersonRefusal? Refusal(Guid second, Role role, TimeSpan age, bool madeByAsker = false) =>
        SecondPerson.Refusal(Asker, Concerned, new Actor(second, role), Now - age, madeByAsker, Now);
}
