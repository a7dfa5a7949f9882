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
    public void Each_fill_covers_its_days_with_whole_pieces_and_less_than_one_to_spare() =>
        Gens.Small(BenzodiazepineTable.Clonazepam, times: 3, mostDoses: 8).Sample(request =>
        {
            if (TaperPlanner.Plan(request).Plan is not { } plan)
                return;
            foreach (var fill in plan.Fills)
            {
                var daily = plan.Steps[fill.Step].Doses.SelectMany(d => d.Dose.Makeup).Where(m => m.Product == fill.Product).Sum(m => m.Count);
                var days = fill.To.DayNumber - fill.From.DayNumber + 1;
                Assert.True(fill.Count == decimal.Floor(fill.Count) && fill.Surplus is >= 0 and < 1 && fill.Count - fill.Surplus == daily * days && days <= 28 && fill.Refill <= 5);
            }
            foreach (var step in plan.Steps.Where(s => s.Days is not null))
                Assert.Equal(step.Days * step.Products.Count(), plan.Fills.Where(f => f.Step == step.Number).Sum(f => f.To.DayNumber - f.From.DayNumber + 1));
        });

    [Fact]
    public void No_prescription_has_more_than_five_refills_or_runs_past_six_months()
    {
        var plan = A.Plan(A.Clonazepam("0.5 mg bedtime", "tablet 0.5") with { Pace = A.Pace(2.5m, 28), FillDays = 14 });
        Assert.Contains(plan.Fills, f => f.Refill == 5);
        foreach (var prescription in plan.Fills.GroupBy(f => f.Prescription))
        {
            Assert.InRange(prescription.Max(f => f.Refill), 0, 5);
            Assert.True(prescription.Max(f => f.From) <= prescription.Min(f => f.From).AddMonths(6));
            Assert.Single(prescription.Select(f => (f.Step, f.Product)).Distinct());
        }
    }

    [Fact]
    public void Long_fills_need_a_new_prescription_after_six_months_before_the_refills_run_out()
    {
        var plan = A.Plan(A.Clonazepam("0.5 mg bedtime", "tablet 0.5") with { Pace = A.Pace(2.5m, 28), FillDays = 60 });
        Assert.True(plan.Steps[0].Days > 300);
        Assert.Contains(plan.Fills, f => f.Prescription > 1 && f.Step == 0);
        Assert.All(plan.Fills.GroupBy(f => f.Prescription), p => Assert.True(p.Max(f => f.From) <= p.Min(f => f.From).AddMonths(6)));
    }

    [Fact]
    public void A_compounded_liquid_is_never_supplied_past_its_beyond_use_date()
    {
        var plan = A.Plan(A.Clonazepam("0.5 mg bedtime", "tablet 0.5, suspension 0.1 mg/mL") with { Pace = A.Pace(2.5m, 90), FillDays = 90 });
        var liquid = plan.Fills.Where(f => f.Product.IsCompounded).ToList();
        Assert.NotEmpty(liquid);
        Assert.All(liquid, f => Assert.True(f.To.DayNumber - f.From.DayNumber + 1 <= 60));
    }

    [Theory]
    [InlineData("0.75 mg morning, 0.5 mg bedtime", "tablet 0.5", "one and a half 0.5 mg tablets in the morning and one 0.5 mg tablet at bedtime")]
    [InlineData("0.25 mg morning, 0.5 mg bedtime", "tablet 0.5", "half of a 0.5 mg tablet in the morning and one 0.5 mg tablet at bedtime")]
    [InlineData("1.5 mg midday", "tablet 0.5", "three 0.5 mg tablets at midday")]
    [InlineData("0.23 mg evening", "suspension 0.1 mg/mL", "2.3 mL (0.23 mg) of the 0.1 mg/mL oral suspension (compounded) in the evening")]
    public void Directions_are_plain_words_and_safe_numbers(string regimen, string stock, string sig) => Assert.Equal(sig, Sig.For(A.Plan(A.Clonazepam(regimen, stock)).Steps[0]));

    /// <summary>"12 0.5 mg tablets" can be read as another number.</summary>
    [Theory]
    [InlineData("6 mg bedtime", "twelve 0.5 mg tablets at bedtime")]
    [InlineData("5.25 mg bedtime", "ten and a half 0.5 mg tablets at bedtime")]
    [InlineData("10 mg bedtime", "twenty 0.5 mg tablets at bedtime")]
    public void A_count_of_pieces_is_always_in_letters(string regimen, string sig) => Assert.Equal(sig, Sig.For(A.Plan(A.Clonazepam(regimen, "tablet 0.5")).Steps[0]));

    [Fact]
    public void A_count_of_pieces_is_in_letters_up_to_the_most_that_can_be_allowed() =>
        Assert.Equal("thirty-nine 0.5 mg tablets at bedtime", Sig.For(A.Plan(A.Clonazepam("19.5 mg bedtime", "tablet 0.5") with { Limits = new() { MaxPieces = 40 } }).Steps[0]));

    [Fact]
    public void A_liquid_that_fills_the_syringe_more_than_once_and_a_concentrate_are_named()
    {
        Assert.Contains(A.Plan(A.Clonazepam("2 mg bedtime", "suspension 0.1 mg/mL")).Findings, f => f.Rule == "plan.syringe" && f.Message.Contains("20 mL at one time is several fillings", StringComparison.Ordinal));
        Assert.Contains(A.Plan(A.Taper(BenzodiazepineTable.Lorazepam, "2 mg bedtime")).Findings, f => f.Rule == "plan.concentrate" && f.Message.Contains("1 mL is 2 mg", StringComparison.Ordinal));
    }

    [Fact]
    public void Quarters_are_told_as_quarters() =>
        Assert.Equal("three quarters of a 2 mg tablet at bedtime", Sig.For(A.Plan(A.Taper(BenzodiazepineTable.Alprazolam, "1.5 mg bedtime", "tablet 2")).Steps[0]));

    [Theory]
    [InlineData(0.5, "0.5 mg")]
    [InlineData(1.0, "1 mg")]
    [InlineData(10, "10 mg")]
    [InlineData(0.125, "0.125 mg")]
    public void A_dose_has_a_leading_zero_and_no_trailing_one(double mg, string text) => Assert.Equal(text, new Dose((decimal)mg).ToString());
}
