using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

/// <summary>What an order sheet orders where something is at home, above the largest syringe, and where the products end.</summary>
public class OrderedTests
{
    private static TaperRequest Home(decimal count)
    {
        var request = A.Clonazepam("1 mg bedtime");
        return request with
        {
            OnHand = [new OnHand(request.StockInUse.First(p => p.Strength == 0.5m && p.Form is ProductForm.Tablet), count)],
        };
    }

    [Fact]
    public void What_is_at_home_is_not_ordered_again()
    {
        var plan = A.Plan(Home(500));
        var words = Printed.Order(plan).Words().Plain();
        // 32 + 32 + 28 + 28 tablets of 0.5 mg in steps 1 to 4: all are at home.
        Assert.Contains("0.5 mg tablet from home, 0 to dispense 0 21", words, StringComparison.Ordinal);
        Assert.Contains("0.5 mg tablet, 120 at home 0", words, StringComparison.Ordinal);
        Assert.Contains("At home, as reported: 500 × 0.5 mg tablet.", words, StringComparison.Ordinal);
        Assert.Contains("Whole plan, to dispense: 25 fills, 455 days", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fill_that_is_partly_at_home_orders_the_rest()
    {
        // The second fill of 32 has 8 at home: 24 to dispense, and 40 in all.
        var words = Printed.Order(A.Plan(Home(40))).Words().Plain();
        Assert.Contains("0.5 mg tablet 8 at home 24 21", words, StringComparison.Ordinal);
        Assert.Contains("0.5 mg tablet, 40 at home 80", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_volume_above_the_largest_syringe_says_how_often_it_is_filled()
    {
        var words = Printed.Order(A.Plan(A.Clonazepam("1 mg bedtime", "suspension 0.05 compounded"))).Words().Plain();
        Assert.Contains("20 mL (1 mg) Dec 1, 2026 10 mL, filled 2 times 280 mL 14", words, StringComparison.Ordinal);
        Assert.Contains("10 mL (0.5 mg) Mar 16, 2027 10 mL 140 mL 14", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_products_end_both_papers_say_what_there_is_to_choose()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime") with { NoLiquid = true });
        var calendar = Printed.Calendar(plan).Words().Plain();
        Assert.DoesNotContain("goal of the plan", calendar, StringComparison.Ordinal);
        Assert.Contains(
            "From Tue, Mar 23, on: 0.375 mg a day. Stay on this dose, or choose with your prescriber: a liquid, or a change to diazepam.",
            calendar,
            StringComparison.Ordinal
        );
        Assert.Contains("Review: The plan ends on 0.375 mg a day", Printed.Order(plan).Words().Plain(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_drug_without_a_liquid_is_offered_none()
    {
        var plan = A.Plan(A.Taper(Pharmacology.Drugs.BenzodiazepineTable.Oxazepam, "30 mg morning, 30 mg bedtime"));
        Assert.Equal([WayOn.Diazepam], WaysOn.Of(plan));
        Assert.Contains(
            "Stay on this dose, or choose with your prescriber: a change to diazepam.",
            Printed.Calendar(plan).Words().Plain(),
            StringComparison.Ordinal
        );
    }
}
