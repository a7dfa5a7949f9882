using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>The size of a cut, always in both percentages.</summary>
internal static class CutWords
{
    /// <summary><c>12.5% of current, 12.5% of original</c>.</summary>
    public static string Cut(this TaperStep step) =>
        $"{Percent(step.ReductionPercentOfCurrent)} of current, {Percent(step.ReductionPercentOfOriginal)} of original";

    /// <summary><c>12.5% / 12.5%</c>, under a heading that says of what.</summary>
    public static string ShortCut(this TaperStep step) =>
        $"{Percent(step.ReductionPercentOfCurrent)} / {Percent(step.ReductionPercentOfOriginal)}";

    /// <summary>To one decimal.</summary>
    private static string Percent(decimal percent) => SafeNumber.Write(Math.Round(percent, 1, MidpointRounding.AwayFromZero)) + "%";
}
