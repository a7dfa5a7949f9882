using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>When the person is seen, and what for.</summary>
public sealed record ReviewWindow(DateOnly From, DateOnly To, Sentence Purpose);

/// <summary>
/// A staged change to a long-acting drug, one time of day after another, bedtime first. The target is an interval; the change begins at its
/// low end and reviews find the dose. Never one converted number.
/// </summary>
public sealed record CrossOver
{
    public required Benzodiazepine From { get; init; }

    public required Benzodiazepine To { get; init; }

    /// <summary>What is taken of the old drug before the change.</summary>
    public required Regimen Taken { get; init; }

    /// <summary>In mg of <see cref="To"/> a day, over all tables.</summary>
    public required Interval TargetMg { get; init; }

    /// <summary>The same, no more than <see cref="MostMg"/> at either end: what is begun with outside a hospital.</summary>
    public Interval StartMg => new(Math.Min(TargetMg.Low, MostMg), Math.Min(TargetMg.High, MostMg));

    /// <summary>
    /// Most diazepam a day that a change begins with outside a hospital, in mg (NSW Health, WA Health); above it a specialist decides.
    /// </summary>
    public const decimal MostMg = 40;

    public required IReadOnlyList<CrossOverStage> Stages { get; init; }

    public required IReadOnlyList<ReviewWindow> Reviews { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>From the first day of the change to the day before the taper, each product once; the old drug first.</summary>
    public IReadOnlyList<CrossOverSupply> Supplies =>
        [
            .. Stages
                .SelectMany(stage => stage.Doses.SelectMany(d => d.Made?.Makeup ?? []).Select(m => (stage, m)))
                .GroupBy(d => d.m.Product)
                .OrderBy(g => g.Key.Drug == To)
                .ThenByDescending(g => g.Key.Strength)
                .Select(g => new CrossOverSupply(
                    g.Key,
                    g.Min(d => d.stage.Start),
                    g.Max(d => EndOf(d.stage)),
                    decimal.Ceiling(g.Sum(d => d.m.Count * (EndOf(d.stage).DayNumber - d.stage.Start.DayNumber + 1)))
                )),
        ];

    /// <summary>The last day of a stage before the taper begins, inclusive.</summary>
    public DateOnly EndOf(CrossOverStage stage) => stage.End ?? TaperFrom.AddDays(-1);

    /// <summary>The first day of the change.</summary>
    public DateOnly Start => Stages[0].Start;

    /// <summary>The first day on the new drug alone.</summary>
    public DateOnly CompleteOn => Stages[^1].Start;

    /// <summary>The first day a taper of the new drug may begin: after the review two weeks on.</summary>
    public DateOnly TaperFrom => CompleteOn.AddDays(SettleDays);

    /// <summary>Days from the first stage to the new drug alone, at least; the guideline prefers 1 to 2 weeks over 1 to 2 days.</summary>
    private const int MinimumDays = 7;

    /// <summary>Days on the new drug alone before it is judged: nordazepam needs about two weeks to settle.</summary>
    private const int SettleDays = 14;

    /// <summary>Least part of the low end that may be left after rounding. Own convention.</summary>
    private const decimal LeastOfLowEnd = 0.75m;

    /// <summary>
    /// Whether a change to diazepam is worth a thought: a benzodiazepine other than it, with an equivalent in some table.
    /// </summary>
    public static bool Suits(TaperRequest request) =>
        request.Drug.Class is DrugClass.Benzodiazepine
        && request.Drug != BenzodiazepineTable.Diazepam
        && EquivalenceTable.Of(request.Drug).Count > 0;

    /// <summary>Whether even the low end is so far above <see cref="MostMg"/> that no change can be laid outside a hospital.</summary>
    public static bool NeedsHospital(TaperRequest request) =>
        Suits(request)
        && Target(request.Drug, BenzodiazepineTable.Diazepam, request.Regimen.DailyDose) is { } target
        && NeedsHospital(target);

    private static bool NeedsHospital(Interval target) => MostMg < target.Low * LeastOfLowEnd;

    /// <returns>Null where no table gives an equivalence, the new drug is not long-acting, its low end cannot be made or needs a hospital, or a
    /// single daily dose cannot be halved: then no stages can be laid.</returns>
    public static CrossOver? Plan(TaperRequest request, Benzodiazepine to)
    {
        if (!to.IsLongActing || to == request.Drug || Target(request.Drug, to, request.Regimen.DailyDose) is not { } target)
            return null;
        // Begun with much less than the low end, the change would itself be a large cut: a hospital's decision.
        if (NeedsHospital(target))
            return null;
        var first = Math.Min(target.Low, MostMg);
        var stock = ProductTable.DefaultStock(to).WithOneConcentrationEach()[0];
        var begin = LowEnd(request.Regimen, first, MakeableDoses.For(stock, request.Limits, new Dose(Math.Min(target.High, MostMg))));
        // Rounding down may leave so little of a coarse drug that the change is itself a large cut.
        if (begin is null || begin.DailyDose.Milligrams < first * LeastOfLowEnd)
            return null;

        if (StagesOf(request, to, begin) is not { } stages)
            return null;
        var complete = stages[^1].Start;
        return new CrossOver
        {
            From = request.Drug,
            To = to,
            Taken = request.Regimen,
            TargetMg = target,
            Stages = stages,
            Reviews =
            [
                new(request.Start.AddDays(3), request.Start.AddDays(7), "cross-over.review.first-stage"),
                new(complete.AddDays(3), complete.AddDays(7), "cross-over.review.new-drug-alone"),
                new(complete.AddDays(14), complete.AddDays(14), "cross-over.review.settled"),
            ],
            Findings = [.. FindingsOf(request, to, target)],
        };
    }

    /// <summary>The taper of the new drug after the change, from so many mg a day.</summary>
    internal static TaperRequest AfterChange(TaperRequest request, CrossOver change, decimal mg)
    {
        var stock = ProductTable.DefaultStock(change.To);
        return request with
        {
            Drug = change.To,
            Regimen = LowEnd(
                request.Regimen,
                mg,
                MakeableDoses.For(stock.WithOneConcentrationEach()[0], request.Limits, new Dose(change.StartMg.High))
            )!,
            AsTaken = null,
            // What is at home is of the old drug.
            OnHand = [],
            IsChangedFromExtendedRelease = false,
            Start = change.TaperFrom,
            Stock = stock,
            NoLiquid = false,
            Last = null,
            CutNow = false,
            Facts = request.Facts with { DaysPerWeek = null },
        };
    }

    /// <summary>The same regimen in the new drug at <paramref name="mg"/> a day, each time rounded down to what can be made.</summary>
    /// <returns>Null when some time of day would get nothing.</returns>
    internal static Regimen? LowEnd(Regimen regimen, decimal mg, MakeableDoses makeable)
    {
        var daily = regimen.DailyDose.Milligrams;
        var doses = regimen.Times.ToDictionary(t => t, t => Below(makeable, new Dose(mg * regimen[t].Milligrams / daily)));
        return doses.Values.Any(d => d is null) ? null : Regimen.From(regimen.Times, t => doses[t] ?? Dose.Zero);
    }

    /// <summary>What pieces make, for a change begins with tablets; what the liquid makes where they make nothing so low.</summary>
    private static Dose? Below(MakeableDoses makeable, Dose dose) => makeable.NearestPieces(dose) ?? makeable.Nearest(dose).Below;

    private static Interval? Target(Benzodiazepine from, Benzodiazepine to, Dose daily)
    {
        if (DiazepamEquivalent.Of(from, daily) is not { } equivalent)
            return null;
        if (to == BenzodiazepineTable.Diazepam)
            return equivalent.DiazepamMg;
        var rows = EquivalenceTable.Of(to);
        return rows.Count == 0
            ? null
            : new Interval(
                equivalent.DiazepamMg.Low * rows.Min(r => r.Milligrams.Low) / 10,
                equivalent.DiazepamMg.High * rows.Max(r => r.Milligrams.High) / 10
            );
    }

    /// <summary>Bedtime first; a time that holds more than half of the day changes in two halves.</summary>
    private static List<CrossOverStage>? StagesOf(TaperRequest request, Benzodiazepine to, Regimen begin)
    {
        var swaps = new List<(TimeOfDay Time, Dose Old, Dose New)>();
        foreach (var time in request.Regimen.Times.Reverse())
        {
            if (request.Regimen[time].Milligrams * 2 > request.Regimen.DailyDose.Milligrams)
            {
                if (Halved(request, to, begin, time) is not { } half)
                    return null;
                swaps.Add((time, half.Old, half.New));
            }
            swaps.Add((time, Dose.Zero, begin[time]));
        }
        var days = (int)Math.Ceiling((double)MinimumDays / (swaps.Count - 1));
        var (old, @new) = (request.Regimen, Regimen.Empty);
        var (oldDoses, newDoses) = (
            MakeableDoses.For(request.StockInUse.WithOneConcentrationEach()[0], request.Limits, Most(request.Regimen)),
            MakeableDoses.For(ProductTable.DefaultStock(to).WithOneConcentrationEach()[0], request.Limits, Most(begin))
        );
        var stages = new List<CrossOverStage>();
        foreach (var (time, oldDose, newDose) in swaps)
        {
            (old, @new) = (old.With(time, oldDose), @new.With(time, newDose));
            var start = request.Start.AddDays(stages.Count * days);
            stages.Add(
                new(start, stages.Count == swaps.Count - 1 ? null : start.AddDays(days - 1), old, @new)
                {
                    Doses =
                    [
                        .. request.Regimen.Times.SelectMany(t =>
                            new CrossOverDose[]
                            {
                                new(request.Drug, t, old[t], oldDoses.Find(old[t])),
                                new(to, t, @new[t], newDoses.Find(@new[t])),
                            }.Where(d => !d.Dose.IsZero)
                        ),
                    ],
                }
            );
        }
        return stages;

        static Dose Most(Regimen regimen) => regimen.Times.Max(t => regimen[t]);
    }

    /// <summary>The old half is rounded up and the new one down, so that neither stage is a hidden cut larger than it looks.</summary>
    private static (Dose Old, Dose New)? Halved(TaperRequest request, Benzodiazepine to, Regimen begin, TimeOfDay time)
    {
        var (oldStock, newStock) = (
            request.StockInUse.WithOneConcentrationEach()[0],
            ProductTable.DefaultStock(to).WithOneConcentrationEach()[0]
        );
        var half = new Dose(request.Regimen[time].Milligrams / 2);
        var near = MakeableDoses.For(oldStock, request.Limits, request.Regimen[time]).Nearest(half);
        var old = near.Below == half ? near.Below : near.Above;
        var @new = MakeableDoses.For(newStock, request.Limits, begin[time]).Nearest(new Dose(begin[time].Milligrams / 2)).Below;
        return old is { } o && o < request.Regimen[time] && @new is { } n ? (o, n) : null;
    }

    private static IEnumerable<Finding> FindingsOf(TaperRequest request, Benzodiazepine to, Interval target)
    {
        yield return new Finding(
            Sentence.Of(
                "cross-over.interval",
                ("daily", request.Regimen.DailyDose),
                ("drug", request.Drug),
                ("target", target.Rounded("mg")),
                ("to", to)
            ),
            Severity.Finding,
            Sources.AsamTables
        );
        yield return new Finding("cross-over.pace", Severity.Note, Sources.Asam);
        if (request.Drug == BenzodiazepineTable.Clonazepam)
            yield return new Finding("cross-over.clonazepam", Severity.Finding, Sources.NswHealth, Confidence.Secondary);
        if (target.High > MostMg)
            yield return new Finding(
                Sentence.Of("cross-over.high", ("most", MostMg)),
                Severity.Finding,
                Sources.NswHealth,
                Confidence.Secondary
            );
        if (request.Facts.LiverDisease is Answer.Yes || request.Facts.Age >= 65)
            yield return new Finding(
                Sentence.Of("cross-over.slow-clearance", ("to", to)),
                Severity.Finding,
                Sources.OwnRule,
                Confidence.Derived
            );
    }
}
