using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

/// <summary>
/// A usual plan as a prescriber would write it, by hand: clonazepam 1 mg to zero in 26 cuts and 61 weeks, tablets and an ODT first, then a
/// suspension measured to the hundredth of a mL. Steps begin on a Monday and last two to four weeks.
/// </summary>
internal static class TwoPhases
{
    private static readonly DateOnly Start = new(2027, 1, 4);

    private static readonly Product Tablet = Of("tablet 0.5 scored"),
        Odt = Of("odt 0.125"),
        Liquid = Of("suspension 0.1");

    private static readonly (int Weeks, decimal Morning, decimal Bedtime)[] Doses =
    [
        (2, 0.5m, 0.5m),
        (3, 0.375m, 0.5m),
        (4, 0.25m, 0.5m),
        (4, 0.25m, 0.375m),
        (4, 0.25m, 0.25m),
        (2, 0.125m, 0.25m),
        (2, 0.12m, 0.22m),
        (2, 0.11m, 0.2m),
        (2, 0.1m, 0.18m),
        (2, 0.095m, 0.16m),
        (2, 0.09m, 0.14m),
        (2, 0.09m, 0.12m),
        (2, 0.09m, 0.1m),
        (2, 0.086m, 0.086m),
        (2, 0.078m, 0.078m),
        (2, 0.071m, 0.071m),
        (2, 0.064m, 0.064m),
        (2, 0.058m, 0.058m),
        (2, 0.053m, 0.053m),
        (2, 0.048m, 0.048m),
        (2, 0.044m, 0.044m),
        (2, 0.04m, 0.04m),
        (2, 0.036m, 0.036m),
        (2, 0.033m, 0.033m),
        (2, 0.03m, 0.03m),
        (2, 0.027m, 0.027m),
        (2, 0.025m, 0.025m),
    ];

    public static TaperPlan Plan { get; } = Write();

    private static TaperPlan Write()
    {
        var request = A.Clonazepam("0.5 mg morning, 0.5 mg bedtime", "tablet 0.5 scored, odt 0.125, suspension 0.1") with { Start = Start };
        var steps = new List<TaperStep>();
        var day = Start;
        foreach (var (weeks, morning, bedtime) in Doses.Append((0, 0, 0)))
        {
            var regimen = Regimen.Empty.With(TimeOfDay.Morning, new Dose(morning)).With(TimeOfDay.Bedtime, new Dose(bedtime));
            steps.Add(
                new TaperStep
                {
                    Number = steps.Count,
                    Phase = steps.Count > 5 ? TaperPhase.Liquid : TaperPhase.Pieces,
                    Start = day,
                    End = weeks == 0 ? null : day.AddDays(7 * weeks - 1),
                    Regimen = regimen,
                    Doses = [.. regimen.Times.Select(t => new TimedDose(t, Make(regimen[t].Milligrams, isLiquid: steps.Count > 5)))],
                    ReductionPercentOfCurrent =
                        steps.Count == 0
                            ? 0
                            : 100 * (steps[^1].DailyDose.Milligrams - regimen.DailyDose.Milligrams) / steps[^1].DailyDose.Milligrams,
                    ReductionPercentOfOriginal =
                        steps.Count == 0
                            ? 0
                            : 100 * (steps[^1].DailyDose.Milligrams - regimen.DailyDose.Milligrams) / steps[0].DailyDose.Milligrams,
                }
            );
            day = day.AddDays(7 * weeks);
        }
        return A.Plan(request) with { Steps = steps, Fills = FillPlanner.Fills(steps, 28, []), Findings = [], Last = steps[^2].DailyDose };
    }

    /// <summary>Halves of the tablet, and what is left as one ODT.</summary>
    private static MakeableDose Make(decimal mg, bool isLiquid)
    {
        var halves = decimal.Floor(mg / 0.25m);
        MakeupItem[] makeup = isLiquid
            ? [new(Liquid, mg / Liquid.Strength)]
            :
            [
                .. halves > 0 ? [new MakeupItem(Tablet, halves / 2)] : Array.Empty<MakeupItem>(),
                .. mg % 0.25m > 0 ? [new MakeupItem(Odt, 1)] : Array.Empty<MakeupItem>(),
            ];
        return new MakeableDose(new Dose(mg), makeup, isLiquid ? 0 : (int)(halves % 2), 1);
    }

    private static Product Of(string stock) => A.Stock(BenzodiazepineTable.Clonazepam, stock)[0];
}
