using System.Collections.Concurrent;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

/// <summary>
/// The grid on which existing tools dispense other doses than they plan, raise the dose, or never end: the whole of it in
/// <c>eng/check --all</c>, else a quarter.
/// </summary>
public class GridTests
{
    private static readonly TaperPace[] Paces =
    [
        .. from percent in (decimal[])[5, 10, 20]
        from days in (int[])[14, 28]
        from @base in (PercentBase[])[PercentBase.Current, PercentBase.Original]
        select A.Pace(percent, days, @base),
    ];

    internal static readonly string[] ClonazepamStocks =
    [
        "tablet 0.5, tablet 1, tablet 2",
        "tablet 0.5, tablet 1, tablet 2, odt 0.125, odt 0.25, odt 0.5, odt 1, odt 2",
        "tablet 0.5, tablet 1, tablet 2, odt 0.125, odt 0.25, odt 0.5, odt 1, odt 2, suspension 0.1 mg/mL",
        "tablet 0.5 scored",
    ];

    [Fact]
    public void Every_clonazepam_plan_of_the_grid_or_its_quarter_keeps_every_rule()
    {
        var requests =
            from quarters in Enumerable.Range(1, 16)
            from times in Enumerable.Range(1, 3)
            where quarters >= times
            from stock in ClonazepamStocks
            from pace in Paces
            select A.Clonazepam("1 mg bedtime", stock) with
            {
                Regimen = Even(quarters, times, 0.25m),
                Pace = pace,
                PaceIsAsked = true,
            };

        // Where only coarse tablets are at hand, a small dose has no first cut within the ceiling: that is said, and is no plan.
        Check([.. requests]);
    }

    public static TheoryData<string> OtherDrugs() =>
        [.. BenzodiazepineTable.All.Where(d => d != BenzodiazepineTable.Clonazepam && ProductTable.Of(d).Any()).Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(OtherDrugs))]
    public void Every_plan_of_another_drugs_grid_or_its_quarter_keeps_every_rule(string name)
    {
        var drug = BenzodiazepineTable.Find(name)!;
        var compounded = ProductTable.Of(drug).Where(p => p.IsCompounded).ToList();
        List<Stock> stocks = [ProductTable.DefaultStock(drug), new(ProductTable.DefaultStock(drug).Where(p => !p.IsLiquid))];
        if (compounded.Count > 0)
            stocks.Add(new([.. ProductTable.DefaultStock(drug).Where(p => !p.IsLiquid), .. compounded]));
        var solid = MakeableDoses.For(stocks[1], StockLimits.Default, new(stocks[1].Max(p => p.Strength))).Smallest.Milligrams;
        var requests = (
            from units in Enumerable.Range(1, 12)
            from times in Enumerable.Range(1, 3)
            where units >= times
            from stock in stocks.Distinct()
            from pace in Paces
            select A.Taper(drug, "1 mg bedtime") with
            {
                Regimen = Even(units, times, solid),
                Stock = stock,
                Pace = pace,
                PaceIsAsked = true,
            }
        ).Take(600);

        Check([.. requests]);
    }

    private static void Check(IReadOnlyList<TaperRequest> grid)
    {
        var requests = Gate.Part(grid);
        var broken = new ConcurrentBag<string>();
        var refused = new ConcurrentBag<string>();
        Parallel.ForEach(
            requests,
            request =>
            {
                var result = TaperPlanner.Plan(request);
                if (result.Plan is not { } plan)
                {
                    if (result.Refusal!.Limit is not (BindingLimit.NoFirstCut or BindingLimit.CheckNumber or BindingLimit.StartNotMakeable))
                        refused.Add($"{request.Regimen} from {request.Stock}: {result.Refusal!.Message}");
                }
                else if (PlanRules.Broken(plan) is { } rule)
                    broken.Add($"{request.Regimen} from {request.Stock} at {request.Pace}: {rule}");
            }
        );
        Assert.True(broken.IsEmpty, $"{broken.Count} of {requests.Count} plans break a rule, such as {broken.FirstOrDefault()}");
        Assert.True(refused.IsEmpty, $"{refused.Count} of {requests.Count} refused, such as {refused.FirstOrDefault()}");
        Assert.InRange(grid.Count, 100, 5_000);
        Assert.InRange(requests.Count, grid.Count / (Gate.IsAll ? 1 : Gate.Quarters + 1), grid.Count);
    }

    /// <summary>So many units as evenly as they go over the first times of day, more at the earlier ones.</summary>
    internal static Regimen Even(int units, int times, decimal unitMg)
    {
        var at = times switch
        {
            1 => new[] { TimeOfDay.Bedtime },
            2 => [TimeOfDay.Morning, TimeOfDay.Bedtime],
            _ => [TimeOfDay.Morning, TimeOfDay.Midday, TimeOfDay.Bedtime],
        };
        return at.Select((time, i) => (time, Units: units / times + (i < units % times ? 1 : 0)))
            .Aggregate(Regimen.Empty, (regimen, t) => regimen.With(t.time, new Dose(t.Units * unitMg)));
    }
}
