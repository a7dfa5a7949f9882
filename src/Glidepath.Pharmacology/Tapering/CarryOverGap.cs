using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What it costs to hold doses until they have settled, against the plan that takes them as settled.</summary>
/// <param name="Analyte">The substance whose level would first have fallen beyond its cap.</param>
/// <param name="FallPercent">How far it would have fallen in one interval, in per cent.</param>
/// <param name="CapPercent">The cut, or the asked step where that is larger.</param>
/// <param name="ExtraDays">Days that the plan is longer; 0 or below where another way down is as short.</param>
/// <param name="ExtraArea">Dose above the goal times days that it takes more, in mg·days: how far from the optimum without this check.</param>
/// <param name="IsWhollyMet">False where a fall beyond its cap remains.</param>
public sealed record CarryOverGap(string Analyte, double FallPercent, double CapPercent, int ExtraDays, decimal ExtraArea, bool IsWhollyMet)
{
    public string Text =>
        $"Doses are held until they have settled, {(ExtraDays > 0 ? $"{ExtraDays} days longer in all than the pace asks" : "on a way down that takes no longer in all")}: before an earlier cut had settled, the mean level of {Analyte} would have fallen {SafeNumber.Percent((decimal)FallPercent)} in one interval, beyond the {SafeNumber.Percent((decimal)CapPercent)} of the cut or the pace."
        + (IsWhollyMet ? "" : " A fall beyond it remains.");

    internal static CarryOverGap Between(TaperSolution before, TaperSolution after, CarryOverBreak first, CarryOverBreak? left) => new(
        first.Analyte, first.FallPercent, first.CapPercent, after.Cost.Days - before.Cost.Days, (after.Cost.Area - before.Cost.Area) * after.Makeable.UnitMg, left is null);
}
