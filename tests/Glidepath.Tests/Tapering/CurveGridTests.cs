using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

/// <summary>The grid of <see cref="GridTests"/>, and the small doses of every drug, along every curve but the default.</summary>
public class CurveGridTests
{
    private static readonly TaperPace[] Paces =
        [A.Along("linear", 10, 14), A.Along("stepped", 10, 14), A.Along("emax", 10, 14, 0.5m), A.Along("emax", 10, 14, 12.345678m)];

    [Fact]
    public void Every_clonazepam_plan_of_the_grid_keeps_every_rule() => GridTests.Check(
        [
            .. from quarters in Enumerable.Range(1, 32)
               from times in Enumerable.Range(1, 3)
               where quarters >= times
               from stock in GridTests.ClonazepamStocks
               from pace in Paces
               select A.Clonazepam("1 mg bedtime", stock) with { Regimen = GridTests.Even(quarters, times, 0.25m), Pace = pace, OverrideReason = "grid" },
        ], mostRefused: 0);

    [Fact]
    public void Every_small_dose_of_every_drug_is_planned_by_every_rule() => GridTests.Check(
        [
            .. from drug in BenzodiazepineTable.All
               where ProductTable.Of(drug).Any()
               let stock = ProductTable.DefaultStock(drug)
               let solid = stock.Where(p => !p.IsLiquid).Min(p => p.Strength)
               from units in Enumerable.Range(1, 10)
               from pace in Paces
               select A.Taper(drug, "1 mg bedtime") with { Regimen = GridTests.Even(units, 1, solid), Stock = stock, Pace = pace, OverrideReason = "grid" },
        ], mostRefused: 0);
}
