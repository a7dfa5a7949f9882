using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>The size of a cut, always in both percentages.</summary>
internal static class CutWords
{
    /// <summary><c>13% of current, 3.5% of original</c>.</summary>
    public static string Cut(this TaperStep step) =>
        $"{Percent(step.ReductionPercentOfCurrent)} of current, {Percent(step.ReductionPercentOfOriginal)} of original";

    /// <summary><c>13% / 3.5%</c>, under a heading that says of what.</summary>
    public static string ShortCut(this TaperStep step) =>
        $"{Percent(step.ReductionPercentOfCurrent)} / {Percent(step.ReductionPercentOfOriginal)}";

    private static string Percent(decimal percent) => SafeNumber.Percent(percent).Replace(" ", "", StringComparison.Ordinal);
}
