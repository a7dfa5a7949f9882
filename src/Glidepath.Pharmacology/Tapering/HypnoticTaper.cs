using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>A hypnotic at bedtime: every marketed strength in turn, 2 weeks each unless asked, then the stop. docs/clinical/hypnotics.md.</summary>
internal static class HypnoticTaper
{
    /// <summary>Days on each strength. Program rule.</summary>
    private const int StepDays = 14;

    /// <summary>No cut is above this part of the dose, but the stop. Program rule.</summary>
    private const decimal MostCut = 0.5m;

    private static readonly HashSet<string> Hypnotics =
    [
        BenzodiazepineTable.Temazepam.Name,
        BenzodiazepineTable.Triazolam.Name,
        BenzodiazepineTable.Estazolam.Name,
        BenzodiazepineTable.Flurazepam.Name,
        BenzodiazepineTable.Quazepam.Name,
        BenzodiazepineTable.Zolpidem.Name,
        BenzodiazepineTable.Zaleplon.Name,
        BenzodiazepineTable.Eszopiclone.Name,
    ];

    /// <summary>Whether the drug is sold for sleep, whatever it is taken for.</summary>
    public static bool IsHypnotic(Benzodiazepine drug) => Hypnotics.Contains(drug.Name);

    /// <summary>
    /// A hypnotic taken once a day, to be stopped. Of a pace that is asked for only the interval counts: the strengths make the steps.
    /// </summary>
    public static bool Fits(TaperRequest request) =>
        IsHypnotic(request.Drug)
        && request is { Pace.Curve: PaceCurve.ProportionalToCurrent, Goal.IsZero: true, Last: null, AcceptLargeLastSteps: false }
        && request.Regimen.Times.Count == 1;

    /// <returns>Null where the starting dose cannot be made, or no way down keeps every cut at half or less.</returns>
    public static PlanDraft? Draft(TaperRequest request)
    {
        var time = request.Regimen.Times[0];
        var start = request.Regimen[time];
        // Extended-release pieces are not mixed with plain ones, and a plain stock comes first.
        var stock = new Stock(request.StockInUse.Where(p => !p.IsLiquid));
        if (stock.Count == 0 || stock.MixesRelease)
            return null;
        var makeable = MakeableDoses.For(stock, request.Limits, start);
        if (makeable.Find(start) is not { } now)
            return null;
        var held = request.PaceIsAsked ? request.Pace.WholeWeeksDays : StepDays;
        var days = new List<(IReadOnlyList<TimedDose>, int?)> { ([new TimedDose(time, now)], request.CutNow ? 0 : held) };
        var before = start;
        foreach (var strength in Strengths(stock, request.Limits, start))
        {
            if (makeable.Find(strength) is not { } dose)
                continue;
            if (strength.Milligrams < before.Milligrams * (1 - MostCut))
                return null;
            days.Add(([new TimedDose(time, dose)], held));
            before = strength;
        }
        return new PlanDraft(request, stock, TaperRoute.Hypnotic, PlanEnd.Stop, days, null);
    }

    /// <summary>
    /// The marketed strengths below the start, falling; where the start is the smallest one, its half if it is scored.
    /// </summary>
    private static IEnumerable<Dose> Strengths(Stock stock, StockLimits limits, Dose start)
    {
        var marketed = stock.Select(p => new Dose(p.Strength)).Where(d => d < start).Distinct().OrderDescending().ToList();
        if (marketed.Count > 0)
            return marketed;
        return stock
            .Where(p => p.Strength == start.Milligrams && PieceSets.Divisor(p, limits) > 1)
            .Select(p => new Dose(p.Strength / 2))
            .Take(1);
    }
}
