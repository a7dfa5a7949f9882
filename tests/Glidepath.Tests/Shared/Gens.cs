using CsCheck;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Tests.Shared;

/// <summary>Random stocks, regimens and paces.</summary>
internal static class Gens
{
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    public static readonly Gen<TaperPace> Pace =
        from percent in Of(2.5m, 5m, 7.5m, 10m, 12.5m, 20m, 25m)
        from days in Of(14, 21, 28)
        from @base in Of(PercentBase.Current, PercentBase.Original)
        select A.Pace(percent, days, @base);

    /// <summary>The same steps along every curve but the default.</summary>
    public static readonly Gen<TaperPace> CurvedPace =
        from percent in Of(2.5m, 5m, 7.5m, 10m, 12.5m, 20m, 25m)
        from days in Of(7, 14, 21, 28)
        from curve in Of<PaceCurve>(
            new PaceCurve.Linear(),
            new PaceCurve.Stepped(),
            new PaceCurve.Stepped(),
            new PaceCurve.Emax(new(0.05m)),
            new PaceCurve.Emax(new(0.5m)),
            new PaceCurve.Emax(new(1.234567m)),
            new PaceCurve.Emax(new(20))
        )
        select A.Pace(percent, days) with
        {
            Curve = curve,
        };

    /// <summary>Up to three made-up tablets of strengths on a quarter-milligram grid, some scored.</summary>
    public static Gen<Stock> Tablets(Benzodiazepine drug) =>
        (
            from strength in Gen.Int[1, 8]
            from scoring in Of(Scoring.Unscored, Scoring.Unscored, Scoring.Halves, Scoring.Quarters)
            select new Product
            {
                Drug = drug,
                Form = ProductForm.Tablet,
                Strength = strength * 0.25m,
                Scoring = scoring,
                Source = Sources.OwnRule,
                Confidence = Confidence.Derived,
            }
        )
            .Array[1, 3]
            .Select(products => new Stock(products));

    /// <summary>
    /// A regimen that the stock makes, at one to <paramref name="times"/> times of day, of at most so many makeable doses each.
    /// </summary>
    public static Gen<TaperRequest> Small(Benzodiazepine drug, int times, int mostDoses, Gen<TaperPace>? paces = null) =>
        from stock in Tablets(drug)
        from pace in paces ?? Pace
        from count in Gen.Int[1, times]
        from picks in Gen.Int[0, 1000].Array[4]
        from order in Gen.Shuffle(TimesOfDay.All.ToArray())
        from lower in Gen.Int[0, 3]
        let makeable = MakeableDoses.For(stock, StockLimits.Default, new Dose(6)).Doses.Take(mostDoses).ToList()
        let regimen = order
            .Take(count)
            .Select((time, i) => (time, Dose: makeable[picks[i] % makeable.Count]))
            .Aggregate(Regimen.Empty, (r, t) => r.With(t.time, t.Dose))
        let goal = lower == 0
            ? makeable
                .Where(d => d < regimen.DailyDose)
                .DefaultIfEmpty(Dose.Zero)
                .ElementAt(picks[3] % Math.Max(1, makeable.Count(d => d < regimen.DailyDose)))
            : Dose.Zero
        select new TaperRequest
        {
            Drug = drug,
            Regimen = regimen,
            Start = A.Day,
            Stock = stock,
            Pace = pace,
            Goal = goal,
            OverrideReason = "random pace",
        };
}
