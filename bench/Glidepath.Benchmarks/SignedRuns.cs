using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Benchmarks;

/// <summary>
/// Sixty everyday regimens over all drugs, each planned by the default call, against what a prescriber would sign: results in
/// Results/signed.md. A row that misses a limit says which, and the command fails.
/// </summary>
internal static class SignedRuns
{
    private static readonly string[] Regimens =
    [
        "clonazepam: 0.25 mg bedtime",
        "clonazepam: 0.5 mg bedtime",
        "clonazepam: 0.75 mg bedtime",
        "clonazepam: 1 mg bedtime",
        "clonazepam: 1.5 mg bedtime",
        "clonazepam: 2 mg bedtime",
        "clonazepam: 3 mg bedtime",
        "clonazepam: 4 mg bedtime",
        "clonazepam: 0.25 mg morning, 0.25 mg bedtime",
        "clonazepam: 0.5 mg morning, 0.5 mg bedtime",
        "clonazepam: 1 mg morning, 1 mg bedtime",
        "clonazepam: 2 mg morning, 2 mg bedtime",
        "clonazepam: 0.5 mg morning, 1 mg bedtime",
        "clonazepam: 0.5 mg morning, 0.5 mg midday, 0.5 mg bedtime",
        "clonazepam: 0.5 mg morning, 0.5 mg midday, 1 mg bedtime",
        "clonazepam: 1 mg morning, 1 mg midday, 1 mg bedtime",
        "clonazepam: 2 mg morning, 2 mg midday, 2 mg bedtime",
        "alprazolam: 0.25 mg bedtime",
        "alprazolam: 0.5 mg bedtime",
        "alprazolam: 1 mg bedtime",
        "alprazolam: 0.25 mg morning, 0.25 mg bedtime",
        "alprazolam: 0.5 mg morning, 0.5 mg bedtime",
        "alprazolam: 0.5 mg morning, 0.5 mg midday, 0.5 mg bedtime",
        "alprazolam: 1 mg morning, 1 mg midday, 1 mg bedtime",
        "alprazolam: 2 mg morning, 2 mg midday, 2 mg bedtime",
        "alprazolam: 0.5 mg morning, 0.5 mg midday, 0.5 mg evening, 0.5 mg bedtime",
        "lorazepam: 0.5 mg bedtime",
        "lorazepam: 1 mg bedtime",
        "lorazepam: 2 mg bedtime",
        "lorazepam: 0.5 mg morning, 0.5 mg bedtime",
        "lorazepam: 1 mg morning, 1 mg bedtime",
        "lorazepam: 1 mg morning, 1 mg midday, 1 mg bedtime",
        "lorazepam: 2 mg morning, 2 mg midday, 2 mg bedtime",
        "diazepam: 5 mg bedtime",
        "diazepam: 10 mg bedtime",
        "diazepam: 20 mg bedtime",
        "diazepam: 5 mg morning, 5 mg bedtime",
        "diazepam: 10 mg morning, 10 mg bedtime",
        "diazepam: 5 mg morning, 5 mg midday, 5 mg bedtime",
        "diazepam: 10 mg morning, 10 mg midday, 20 mg bedtime",
        "clobazam: 10 mg bedtime",
        "clobazam: 20 mg bedtime",
        "clobazam: 10 mg morning, 10 mg bedtime",
        "temazepam: 15 mg bedtime",
        "temazepam: 30 mg bedtime",
        "triazolam: 0.125 mg bedtime",
        "triazolam: 0.25 mg bedtime",
        "estazolam: 1 mg bedtime",
        "estazolam: 2 mg bedtime",
        "flurazepam: 30 mg bedtime",
        "quazepam: 15 mg bedtime",
        "zolpidem: 5 mg bedtime",
        "zolpidem: 10 mg bedtime",
        "eszopiclone: 3 mg bedtime",
        "zaleplon: 10 mg bedtime",
        "oxazepam: 15 mg morning, 15 mg midday, 15 mg bedtime",
        "chlordiazepoxide: 10 mg morning, 10 mg midday, 10 mg bedtime",
        "chlordiazepoxide: 25 mg morning, 25 mg bedtime",
        "clorazepate: 7.5 mg morning, 7.5 mg bedtime",
        "clorazepate: 15 mg morning, 15 mg bedtime",
    ];

    /// <returns>The number of rows that miss a limit.</returns>
    public static int Write(TextWriter output)
    {
        output.WriteLine(
            "| Regimen | Route | Ends | Weeks | Cuts | Largest cut % | First cut % | Longest hold | Most pieces | Most ODT | New "
                + "or back | Shortest fill | Needs at the pace | Missed |"
        );
        output.WriteLine("|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
        var missed = 0;
        foreach (var regimen in Regimens)
        {
            var parts = regimen.Split(": ");
            var request = Ask.For(BenzodiazepineTable.Find(parts[0])!, parts[1], null);
            if (TaperPlanner.Plan(request).Plan is not { } plan)
            {
                output.WriteLine($"| {regimen} | | no plan: {TaperPlanner.Plan(request).Refusal?.Limit} | | | | | | | | | | | no plan |");
                missed++;
                continue;
            }
            var row = Row.Of(plan);
            missed += row.Missed.Count > 0 ? 1 : 0;
            output.WriteLine(
                $"| {regimen} | {plan.Route} | "
                    + $"{(plan.Ends is PlanEnd.StockLimit ? "stays at " + plan.Steps[^1].DailyDose : "stop from " + plan.Last)} | "
                    + $"{row.Weeks} | {row.Cuts} | {plan.WorstCutPercent:0.#} | {plan.Steps[1].ReductionPercentOfCurrent:0.#} | "
                    + $"{row.LongestHold} | {row.Pieces} | {row.Odt} | {row.New} | {row.ShortestFill} | {row.Needed} | "
                    + $"{string.Join(", ", row.Missed)} |"
            );
        }
        output.WriteLine();
        output.WriteLine($"{Regimens.Length} regimens, {missed} that miss a limit.");
        return missed;
    }

    private sealed record Row(
        int Weeks,
        int Cuts,
        int LongestHold,
        int Pieces,
        decimal Odt,
        int New,
        int ShortestFill,
        int Needed,
        IReadOnlyList<string> Missed
    )
    {
        public static Row Of(TaperPlan plan)
        {
            var steps = plan.Steps;
            var doses = steps.SelectMany(s => s.Doses).Select(d => d.Dose).ToList();
            var pieces = doses.Max(d => (int)d.Makeup.Where(m => !m.Product.IsLiquid).Sum(m => Math.Ceiling(m.Count)));
            var odt = doses.Max(d => d.Makeup.Where(m => m.Product.Form is ProductForm.OrallyDisintegratingTablet).Sum(m => m.Count));
            var holds = steps.Where(s => s.Days is not null).Select(s => s.Days!.Value).ToList();
            var last = (plan.Last ?? steps[^1].DailyDose).Milligrams;
            var needed = (int)Math.Ceiling(Math.Log((double)(steps[0].DailyDose.Milligrams / last)) / -Math.Log(1 - 0.10));
            var cuts = steps.Count(s => s.Number > 0 && !s.DailyDose.IsZero);
            var (weeks, fresh, fill) = (plan.TotalDays / 7, NewOrBack(steps), plan.Fills.Count == 0 ? 7 : plan.Fills.Min(f => f.Days));
            var isLong = plan.Route is TaperRoute.Gradual;
            string?[] missed =
            [
                isLong && plan.WorstCutPercent > 25 ? "ceiling" : null,
                steps.SelectMany(s => s.Findings).Any(f => f.Severity is Severity.Breach) ? "breach" : null,
                holds.Any(h => h % 7 != 0 || h > 28) ? "holds" : null,
                steps[0].Days > 14 ? "first cut late" : null,
                pieces > 6 ? "pieces" : null,
                odt > 4 ? "ODT" : null,
                fresh > 5 ? "products" : null,
                fill < 7 ? "fill" : null,
                isLong && cuts > needed + Math.Max(4, needed * 0.2) ? "cuts" : null,
                isLong && weeks > 2 * (needed + 1) * 1.25 + 4 ? "weeks" : null,
                !isLong && weeks is < 1 or > 10 ? "weeks" : null,
            ];
            return new Row(weeks, cuts, holds.Max(), pieces, odt, fresh, fill, needed, [.. missed.OfType<string>()]);
        }

        /// <summary>
        /// How often a product comes in new, or comes back after more than one step away; those of the start are there already.
        /// </summary>
        private static int NewOrBack(IReadOnlyList<TaperStep> steps)
        {
            var count = 0;
            for (var i = 1; i < steps.Count; i++)
                count += steps[i].Products.Count(p => !steps[i - 1].Products.Contains(p) && (i < 2 || !steps[i - 2].Products.Contains(p)));
            return count;
        }
    }
}
