using Glidepath.Treatment.Privacy;
using static Glidepath.Tests.Privacy.Oracle;

namespace Glidepath.Tests.Privacy;

/// <summary>
/// Every channel, on every basis, in every state of what is on file, with every way to ask: against <see cref="Oracle"/>, which shares no
/// code with the gate.
/// </summary>
public class DisclosureMatrixTests
{
    internal sealed record Case(DisclosureChannel Channel, DisclosureBasis Basis, State State, Ask Ask);

    internal static IEnumerable<Case> Cases() =>
        from basis in Enum.GetValues<DisclosureBasis>()
        where basis != DisclosureBasis.None
        from state in Enum.GetValues<State>()
        where MatrixFile.Arrange(basis, state) is not null
        from channel in Enum.GetValues<DisclosureChannel>()
        from ask in Enum.GetValues<Ask>()
        select new Case(channel, basis, state, ask);

    [Fact]
    public void Nothing_leaves_that_the_table_does_not_let_out_and_all_that_it_does()
    {
        var cases = Cases().ToList();
        var wrong = cases
            .Select(c => (Case: c, Expected: Expected(c.Channel, c.Basis, c.State, c.Ask), Actual: Answer(c)))
            .Where(c => c.Expected != c.Actual)
            .ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases.Count}: {string.Join("\n", wrong.Take(12))}");
        Assert.True(cases.Count >= 10_000, $"{cases.Count} cases");
    }

    [Fact]
    public void Every_basis_and_channel_that_the_table_opens_lets_something_out() =>
        Assert.All(
            Cases()
                .Where(c =>
                    c is { State: State.InOrder, Ask: Ask.Right }
                    && Expected(c.Channel, c.Basis, c.State, c.Ask) != InformationCategory.None
                ),
            c => Assert.NotEqual(InformationCategory.None, Answer(c))
        );

    [Fact]
    public void A_refusal_looks_like_a_person_who_does_not_exist()
    {
        foreach (var refused in Cases().Where(c => Answer(c) == InformationCategory.None))
        {
            var request = MatrixFile.Request(refused);
            Assert.Equal(DisclosureGate.Decide(request with { File = null }).Outside, DisclosureGate.Decide(request).Outside);
        }
    }

    [Fact]
    public void What_leaves_carries_a_notice_and_an_accounting_entry_that_says_the_same()
    {
        foreach (var permitted in Cases())
        {
            if (DisclosureGate.Decide(MatrixFile.Request(permitted)) is not DisclosureDecision.Permit permit)
                continue;
            var isUse = permitted.Basis is DisclosureBasis.CareTeam or DisclosureBasis.BreakGlass;
            var staysHere = permitted.Channel == DisclosureChannel.Screen && (isUse || permitted.Basis == DisclosureBasis.PatientAccess);
            Assert.Equal(
                !staysHere,
                permit.Notices.Any(n => n.Kind is DisclosureNoticeKind.RedisclosureFull or DisclosureNoticeKind.RedisclosureShort)
            );
            Assert.Equal(
                permitted.Basis.ToString().EndsWith("Consent", StringComparison.Ordinal),
                permit.Notices.Any(n => n.Kind == DisclosureNoticeKind.ConsentScope)
            );
            Assert.Equal(!isUse && !staysHere, permit.Accounting is not null);
            if (permit.Accounting is { } entry)
                Assert.Equal(
                    (permit.Categories, permitted.Basis, permitted.Channel, Filed.Patient, Filed.Now),
                    (entry.Categories, entry.Basis, entry.Channel, entry.PatientId, entry.DisclosedAt)
                );
        }
    }

    private static InformationCategory Answer(Case asked) => DisclosureGate.Decide(MatrixFile.Request(asked)).Outside.Categories;
}
