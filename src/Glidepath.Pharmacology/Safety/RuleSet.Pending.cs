using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

public static class RuleSetPending
{
    public static decimal? LargestCutMg(this RuleSet set, Benzodiazepine drug, Dose from, Dose original, int holdDays)
    {
        if (set.Readings.Count == 0) return null;
        decimal? most = null;
        foreach (var l in set.Readings[0].Alternatives)
        {
            if (l.OnlyFor is { } only && only != drug || from.Milligrams <= l.AboveMg || from.Milligrams > l.UpToMg || holdDays < l.MinDays) continue;
            var f = from.Milligrams / original.Milligrams;
            if (f <= l.AboveFraction || f > l.UpToFraction) continue;
            var mg = l.MaxMg ?? l.MaxPercent!.Value / 100 * (l.Base is Tapering.PercentBase.Current ? from.Milligrams : original.Milligrams);
            most = most is { } m ? Math.Max(m, mg) : mg;
        }
        return most;
    }

    public static IReadOnlyList<PaceLimit> MgRulesFor(this RuleSet set, Benzodiazepine drug) => [.. set.Readings.Take(1).SelectMany(r => r.Alternatives).Where(l => l.MaxMg is not null && l.OnlyFor == drug)];
}

public static class UsualDose
{
    public static Finding? CheckNumber(Benzodiazepine drug, Dose daily) => null;
}

public static class CareFirstPending
{
    public static Finding? NeedsSpecialist(PatientFacts facts) => null;
    public static Finding? NoDatedSchedule(PatientFacts facts) => null;
}
