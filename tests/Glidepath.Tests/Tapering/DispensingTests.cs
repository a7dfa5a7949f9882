using System.Globalization;
using CsCheck;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class DispensingTests
{
    [Fact]
    public void A_fill_is_as_long_as_its_step_and_one_line()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime"));
        foreach (var step in plan.Steps.Where(s => s.Days is not null))
            Assert.All(plan.Fills.Where(f => f.Step == step.Number), f => Assert.Equal((step.Start, step.End), (f.From, f.To)));
    }

    [Theory]
    [InlineData(42, 28, new[] { 21, 21 })]
    [InlineData(56, 28, new[] { 28, 28 })]
    [InlineData(35, 28, new[] { 21, 14 })]
    [InlineData(28, 7, new[] { 7, 7, 7, 7 })]
    [InlineData(14, 10, new[] { 7, 7 })]
    public void A_long_step_is_shared_out_in_whole_weeks_and_none_is_under_one(int interval, int longest, int[] days)
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime") with { Pace = A.Pace(10, interval), PaceIsAsked = true, FillDays = longest });
        Assert.Equal(days, plan.Fills.Where(f => f.Step == 0).Select(f => f.Days));
    }

    /// <summary>21 CFR 1306.22: no fill of a Schedule IV drug more than six months after the date of issue.</summary>
    [Fact]
    public void An_issue_set_never_runs_past_six_months()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime"));
        Assert.Equal([1, 2, 3], plan.Fills.Select(f => f.IssueSet).Distinct());
        Assert.All(plan.Fills.GroupBy(f => f.IssueSet), set => Assert.True(set.Max(f => f.From) <= set.Min(f => f.From).AddMonths(6)));
    }

    [Fact]
    public void A_compounded_liquid_is_never_supplied_past_its_beyond_use_date()
    {
        var plan = A.Plan(A.Clonazepam("0.5 mg bedtime", "tablet 0.5, suspension 0.1 mg/mL") with { Pace = A.Pace(10, 90), FillDays = 90 });
        var liquid = plan.Fills.Where(f => f.Product.IsCompounded).ToList();
        Assert.NotEmpty(liquid);
        Assert.All(liquid, f => Assert.InRange(f.Days, 7, 60));
    }

    [Theory]
    [InlineData(
        "0.75 mg morning, 0.5 mg bedtime",
        "tablet 0.5",
        "one and a half 0.5 mg tablets in the morning and one 0.5 mg tablet at bedtime"
    )]
    [InlineData("0.25 mg morning, 0.5 mg bedtime", "tablet 0.5", "half of a 0.5 mg tablet in the morning and one 0.5 mg tablet at bedtime")]
    [InlineData("1.5 mg midday", "tablet 0.5", "three 0.5 mg tablets at midday")]
    [InlineData("0.23 mg evening", "suspension 0.1 mg/mL", "2.3 mL (0.23 mg) of the 0.1 mg/mL oral suspension (compounded) in the evening")]
    public void Directions_are_plain_words_and_safe_numbers(string regimen, string stock, string sig) =>
        Assert.Equal(
            sig,
            Sig.For(
                    A.Plan(
                        A.Clonazepam(regimen, stock) with
                        {
                            AcceptLargeLastSteps = !stock.StartsWith("susp", StringComparison.Ordinal),
                        }
                    ).Steps[0]
                )
                .InWords()
        );

    /// <summary>"12 0.5 mg tablets" can be read as another number.</summary>
    [Theory]
    [InlineData("3 mg bedtime", "six 0.5 mg tablets at bedtime")]
    [InlineData("2.25 mg bedtime", "four and a half 0.5 mg tablets at bedtime")]
    public void A_count_of_pieces_is_always_in_letters(string regimen, string sig) =>
        Assert.Equal(sig, Sig.For(A.Plan(A.Clonazepam(regimen, "tablet 0.5") with { AcceptLargeLastSteps = true }).Steps[0]).InWords());

    [Fact]
    public void Directions_that_are_kept_read_the_same_whatever_the_language_of_the_reader()
    {
        var step = A.Plan(A.Clonazepam("0.25 mg morning, 0.5 mg bedtime", "tablet 0.5") with { AcceptLargeLastSteps = true }).Steps[0];
        var before = (CultureInfo.CurrentUICulture, Kept: Sig.For(step).AsKept());
        Assert.Equal(Sig.For(step).InWords(), before.Kept);
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(PseudoLanguage.Name);
            Assert.NotEqual(before.Kept, Sig.For(step).InWords());
            Assert.Equal(before.Kept, Sig.For(step).AsKept());
            // A language that says one and several alike.
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja");
            Assert.Equal(before.Kept, Sig.For(step).AsKept());
        }
        finally
        {
            CultureInfo.CurrentUICulture = before.CurrentUICulture;
        }
    }

    [Fact]
    public void A_person_reads_of_a_melting_tablet_and_a_pharmacy_of_the_form_on_its_label()
    {
        var dose = A.Plan(A.Clonazepam("0.5 mg bedtime", "odt 0.25") with { AcceptLargeLastSteps = true }).Steps[0].Doses[0].Dose;
        Assert.Equal("two 0.25 mg orally disintegrating tablets", Sig.For(dose).InWords());
        Assert.Equal("two 0.25 mg melting tablets", Sig.For(dose, toPerson: true).InWords());
    }

    [Fact]
    public void Each_volume_names_the_smallest_syringe_that_holds_it_and_a_concentrate_is_named()
    {
        var plan = A.Plan(A.Clonazepam("0.4 mg bedtime", "suspension 0.1 mg/mL"));
        var liquids = plan.Steps.SelectMany(s => s.Doses).SelectMany(d => d.Dose.Makeup).ToList();
        Assert.All(
            liquids,
            m =>
                Assert.Equal(
                    m.Count <= 1 ? 1
                        : m.Count <= 3 ? 3
                        : 5,
                    m.Syringe!.CapacityMl
                )
        );
        Assert.Contains(
            plan.Findings,
            f => f.Rule == "plan.syringe" && f.Message.Contains("1 mL oral syringe marked every 0.01 mL", StringComparison.Ordinal)
        );
        Assert.Contains(
            A.Plan(A.Taper(BenzodiazepineTable.Lorazepam, "2 mg bedtime", "tablet 1, concentrate 2")).Findings,
            f => f.Rule == "plan.concentrate" && f.Message.Contains("1 mL is 2 mg", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_concentrate_is_used_only_when_it_is_asked_for() =>
        Assert.DoesNotContain(
            ProductTable.All.Where(p => p.Form is ProductForm.OralConcentrate),
            p => ProductTable.DefaultStock(p.Drug).Contains(p)
        );

    [Fact]
    public void Quarters_are_told_as_quarters() =>
        Assert.Equal(
            "three quarters of a 2 mg tablet at bedtime",
            Sig.For(
                    A.Plan(
                        A.Taper(BenzodiazepineTable.Alprazolam, "1.5 mg bedtime", "tablet 2") with
                        {
                            AcceptLargeLastSteps = true,
                        }
                    ).Steps[0]
                )
                .InWords()
        );

    [Theory]
    [InlineData(0.5, "0.5 mg")]
    [InlineData(1.0, "1 mg")]
    [InlineData(10, "10 mg")]
    [InlineData(0.125, "0.125 mg")]
    public void A_dose_has_a_leading_zero_and_no_trailing_one(double mg, string text) =>
        Assert.Equal(text, new Dose((decimal)mg).ToString());
}
