using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

public class PharmacySheetTests
{
    public static TheoryData<string> Kinds => Printed.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_step_has_its_dates_both_percentages_and_its_directions(string kind)
    {
        var plan = Printed.Plan(kind);
        var words = Printed.Order(plan).Words();
        Assert.All(plan.LivedSteps(), step =>
        {
            Assert.Contains(step.Dates().Plain(), words, StringComparison.Ordinal);
            Assert.Contains(step.Doses.Count == 0 ? "No dose from this day on." : $"Sig: {Sig.For(step)}.", words, StringComparison.Ordinal);
            if (step.Number > 0)
                Assert.Contains($"{SafeNumber.Percent(step.ReductionPercentOfCurrent)} of current, {SafeNumber.Percent(step.ReductionPercentOfOriginal)} of original.", words, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_fill_and_every_total_is_listed(string kind)
    {
        var plan = Printed.Plan(kind);
        var words = Printed.Order(plan).Words();
        Assert.All(plan.Fills, f => Assert.Contains(
            $"Rx {f.Prescription}{(f.Refill > 0 ? $", refill {f.Refill}" : "")} {f.From:MMM d, yyyy} {f.To:MMM d, yyyy} {f.Product.Name} {OrderTable.Amount(f.Count, f.Product.Unit)} {SafeNumber.Write(f.Surplus)} ".Plain(), words + " ", StringComparison.Ordinal));
        Assert.All(FillPlanner.Totals(plan.Fills), t => Assert.Contains($"{OrderTable.Amount(t.Count, t.Product.Unit)} of {t.Product.Name}".Plain(), words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_prescription_names_its_product_first_fill_refills_and_days() =>
        // 93 days on one half: 28, 28, 28 and 9 days.
        Assert.Contains(
            "clonazepam 0.5 mg tablet 14 tablets 2 × 14 tablets, 1 × 5 tablets 28, in all 93",
            Printed.Order(A.Plan(A.Clonazepam("1 mg bedtime", "tablet 0.5 scored, tablet 1"))).Words(), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_sheet_says_on_every_page_that_it_is_no_prescription(string kind) => Assert.All(Printed.Order(Printed.Plan(kind)).Pages, page =>
    {
        Assert.Contains("Not a prescription: the prescriber writes and signs it.", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Date of birth", page.Words(), StringComparison.Ordinal);
    });

    [Fact]
    public void It_ends_with_the_refill_rule_its_source_and_lines_to_sign()
    {
        var words = Printed.Order(Printed.Plan("capsules")).Words();
        Assert.Contains("Schedule IV: at most 5 refills, within 6 months", words, StringComparison.Ordinal);
        Assert.Contains("[21-cfr-1306-22]", words, StringComparison.Ordinal);
        Assert.All(new[] { "Prescriber", "Signature", "DEA number", "Date" }, w => Assert.Contains(w, words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_compounded_liquid_names_its_days_of_use() =>
        Assert.Contains("keeps 60 days after it is made", Printed.Order(Printed.Plan("four times a day with a liquid")).Words(), StringComparison.Ordinal);

    [Fact]
    public void The_override_and_care_first_stand_before_the_steps()
    {
        var (faster, care) = (Printed.Order(A.Plan(Printed.Faster)).Words(), Printed.Order(A.Plan(Printed.CareFirst)).Words());
        Assert.InRange(faster.IndexOf("agreed with Ms Ek", StringComparison.Ordinal), 0, faster.IndexOf("Steps and prescriptions", StringComparison.Ordinal));
        Assert.InRange(care.IndexOf("Pregnancy: obstetric", StringComparison.Ordinal), 0, care.IndexOf("Medicine", StringComparison.Ordinal));
    }
}
