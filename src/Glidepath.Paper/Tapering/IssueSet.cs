using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>The lines that one date of issue covers: a Schedule IV order is filled within six months of it (21 CFR 1306.22).</summary>
/// <param name="FirstStep">The step with its first line.</param>
internal sealed record IssueSet(int Number, DateOnly IssuedOn, int FirstStep)
{
    public DateOnly Until => IssuedOn.AddMonths(FillPlanner.MaxMonths);

    public static IReadOnlyList<IssueSet> Of(TaperPlan plan) =>
        [.. plan.Fills.GroupBy(f => f.IssueSet).OrderBy(g => g.Key).Select(g => new IssueSet(g.Key, g.First().From, g.First().Step))];
}
