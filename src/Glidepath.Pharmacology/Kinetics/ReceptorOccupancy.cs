using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>What one study or argument says of the daily dose that occupies half of the receptors (D50).</summary>
/// <param name="HalfOccupied">D50 in mg a day, as an interval.</param>
public sealed record OccupancyEvidence(Benzodiazepine Drug, Interval HalfOccupied, string Evidence, Source Source, Confidence Confidence);

/// <summary>
/// A hyperbola of receptor occupancy over daily dose, E = d / (d + D50), with the whole disagreement over D50 as a band. Optional, never a
/// default, and no claim about what a person feels: D50 of clonazepam is unknown by more than tenfold.
/// </summary>
public static class ReceptorOccupancy
{
    public static IReadOnlyList<OccupancyEvidence> Evidence =>
        field ??= [
            new(
                Clonazepam,
                new Interval(0.2m, 0.4m),
                "Affinity in the test tube and the free level at 2 mg a day: 83 to 91 %",
                Sources.OccupancyInVitro,
                Unverified
            ),
            new(
                Clonazepam,
                new Interval(10, 20),
                "By analogy with alprazolam in people, 9 to 17 % at 2 mg a day",
                Sources.Fujita1999,
                Derived
            ),
            new(Alprazolam, new Interval(10, 11), "16 % at 2 mg a day, 9 healthy people, imaging", Sources.Fujita1999, Primary),
            new(Lorazepam, new Interval(10, 14.4m), "Half at 94 to 134 ng/mL in rats", Sources.OccupancyRat, Derived),
            new(
                Lorazepam,
                new Interval(68, 68),
                "Less than 3 % after 0.03 mg/kg by vein in people, imaging: at least this",
                Sources.Sybirska1993,
                Derived
            ),
        ];

    /// <summary>Per cent of receptors at a daily dose, over all the evidence on the drug; null where there is none.</summary>
    public static Interval? Percent(Benzodiazepine drug, Dose daily)
    {
        var rows = Evidence.Where(e => e.Drug == drug).ToList();
        return rows.Count == 0
            ? null
            : new Interval(At(daily, rows.Max(r => r.HalfOccupied.High)), At(daily, rows.Min(r => r.HalfOccupied.Low)));
    }

    /// <summary>
    /// The most that occupancy can fall in one cut whatever D50 is, in percentage points: (√a − √b)/(√a + √b), reached at D50 = √(ab). Null
    /// for the stop: it has no bound.
    /// </summary>
    public static decimal? LargestFall(Dose from, Dose to)
    {
        if (to.IsZero)
            return null;
        var (a, b) = (Math.Sqrt((double)from.Milligrams), Math.Sqrt((double)to.Milligrams));
        return (decimal)((a - b) / (a + b) * 100);
    }

    private static decimal At(Dose daily, decimal half) => daily.Milligrams * 100 / (daily.Milligrams + half);
}
