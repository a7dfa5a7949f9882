using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

public class PharmacySheetTests
{
    public static TheoryData<string> Kinds => Printed.Kinds;

    [Fact]
    public void A_usual_taper_of_26_steps_with_a_liquid_takes_two_pages()
    {
        var sheet = Printed.Order(TwoPhases.Plan);
        Assert.Equal(26, TwoPhases.Plan.Steps.Count(s => s.Number > 0 && !s.DailyDose.IsZero));
        Assert.Equal(2, sheet.Pages.Count);
        Assert.Contains("First phase: tablets", sheet.Pages[0].Words(), StringComparison.Ordinal);
        Assert.Contains("Second phase: liquid", sheet.Pages[1].Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clonazepam", "1 mg morning, 1 mg bedtime")]
    [InlineData("diazepam", "10 mg morning, 10 mg bedtime")]
    public void A_taper_of_two_times_a_day_takes_two_pages_too(string drug, string regimen) =>
        Assert.Equal(2, Printed.Order(A.Plan(A.Taper(BenzodiazepineTable.Find(drug)!, regimen))).Pages.Count);

    [Fact]
    public void A_line_holds_its_date_dose_both_percentages_makeup_product_quantity_and_days()
    {
        var words = Printed.Order(TwoPhases.Plan).Words();
        // 21 days of a half in the morning and a whole at bedtime are 31½ tablets.
        Assert.All(
            new[]
            {
                "1 0.875 mg 13% / 13% ½ tablet + 1 ODT (0.375 mg) 1 tablet Jan 18, 2027 0.5 mg tablet 32 21 0.125 mg ODT 21 21",
                "6 0.34 mg 9.3% / 3.5% 1.2 mL (0.12 mg) 2.2 mL (0.22 mg) May 17, 2027 3 mL 48 mL 14",
                "Stop 0 mg 100% / 5% none from this day on Mar 6, 2028",
            },
            line => Assert.Contains(line, words, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_is_at_home_is_named_before_the_first_fill()
    {
        var tablet = A.Stock(BenzodiazepineTable.Clonazepam, "tablet 0.5")[0];
        var request = A.Clonazepam("0.5 mg bedtime");
        var words = Printed.Order(A.Plan(request with { OnHand = [new OnHand(tablet, 10)] })).Words().Plain();
        Assert.Contains("At home, as reported: 10 × 0.5 mg tablet. It is taken off the quantities", words, StringComparison.Ordinal);
        Assert.DoesNotContain("At home", Printed.Order(A.Plan(request)).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_step_and_every_fill_has_its_line(string kind)
    {
        var plan = Printed.Plan(kind);
        var words = Printed.Order(plan).Words();
        var at = 0;
        foreach (var step in plan.LivedSteps())
        {
            var begins =
                $"{(step.Number == 0 ? "Start" : step.Doses.Count == 0 ? "Stop" : $"{step.Number}")} {step.DailyDose} "
                + $"{(step.Number == 0 ? "no cut" : step.ShortCut())} ";
            at = words.IndexOf(begins, at, StringComparison.Ordinal);
            Assert.True(at >= 0, begins);
            foreach (var fill in plan.Fills.Where(f => f.Step == step.Number))
                Assert.True(
                    (
                        at = words.IndexOf(
                            $" {OrderTable.Amount(fill.Count, fill.Product)} {fill.To.DayNumber - fill.From.DayNumber + 1}".Plain(),
                            at,
                            StringComparison.Ordinal
                        )
                    ) >= 0,
                    $"{fill}"
                );
        }
        Assert.All(
            FillPlanner.Totals(plan.Fills),
            t =>
                Assert.Contains(
                    $"{ProductNames.Short(t.Product)} {OrderTable.Amount(t.Count, t.Product)}".Plain(),
                    words,
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_line_is_one_fill_and_no_item_is_a_few_tablets_and_a_refill(string kind)
    {
        var words = Printed.Order(Printed.Plan(kind)).Words();
        Assert.Contains("0 on each line: one line is one fill.", words, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d refill\b", words);
        Assert.DoesNotContain("Rx ", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_date_of_issue_is_named_where_six_months_have_passed()
    {
        Assert.Equal(
            [(1, new DateOnly(2027, 1, 4), 0), (2, new DateOnly(2027, 7, 12), 10), (3, new DateOnly(2028, 1, 24), 24)],
            IssueSet.Of(TwoPhases.Plan).Select(s => (s.Number, s.IssuedOn, s.FirstStep))
        );
        var words = Printed.Order(TwoPhases.Plan).Words();
        Assert.Contains("Issue set 1: date of issue Jan 4, 2027, fills until Jul 4, 2027.", words, StringComparison.Ordinal);
        Assert.Contains("Issue again on or after Jul 12, 2027: fills until Jan 12, 2028 10 0.23 mg", words, StringComparison.Ordinal);
        Assert.Contains("21 CFR 1306.22", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compounded_liquid_names_its_days_of_use_and_the_pharmacy_is_asked_in_time()
    {
        var words = Printed.Order(TwoPhases.Plan).Words();
        Assert.Contains(
            "Clonazepam 0.1 mg/mL oral suspension (compounded). Beyond-use date 60 days after it is made.",
            words,
            StringComparison.Ordinal
        );
        Assert.Contains("Ask the compounding pharmacy now about lead time and price for May 17, 2027.", words, StringComparison.Ordinal);
        Assert.Contains("0.1 mg/mL suspension 459 mL", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_strengths_of_one_form_are_never_named_without_their_strength()
    {
        var words = Printed.Order(A.Plan(Printed.CareFirst)).Words();
        Assert.Contains("1 tablet of 1 mg", words, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"tablets?( \+|  )", words);
    }

    [Fact]
    public void What_the_user_told_of_is_marked_on_both_papers()
    {
        var told = A.Stock(BenzodiazepineTable.Clonazepam, "tablet 0.5 scored")[0] with { Strength = 0.3m };
        var plan = TwoPhases.Plan with
        {
            Steps = [.. TwoPhases.Plan.Steps.Select(s => s with { Doses = [.. s.Doses.Select(d => With(d, told))] })],
        };
        Assert.Contains("* As told by the user, not in the catalog", Printed.Order(plan).Words(), StringComparison.Ordinal);
        Assert.Contains("0.3 mg tablet*: scored", Printed.Order(plan).Words(), StringComparison.Ordinal);
        Assert.Contains("named by you: check it with your pharmacist", Printed.Calendar(plan).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("*", Printed.Order(TwoPhases.Plan).Words(), StringComparison.Ordinal);

        static TimedDose With(TimedDose dose, Product product) =>
            dose with
            {
                Dose = dose.Dose with
                {
                    Makeup = [.. dose.Dose.Makeup.Select(m => m.Product.Form is ProductForm.Tablet ? m with { Product = product } : m)],
                },
            };
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_page_says_that_it_is_no_prescription_and_whose_it_is(string kind) =>
        Assert.All(
            Printed.Order(Printed.Plan(kind)).Pages,
            page =>
            {
                Assert.Contains("Not a prescription until signed.", page.Words(), StringComparison.Ordinal);
                Assert.All(new[] { "Patient", "Date of birth" }, w => Assert.Contains(w, page.Words(), StringComparison.Ordinal));
            }
        );

    [Fact]
    public void It_has_lines_for_who_prescribes_and_signs() =>
        Assert.All(
            new[]
            {
                "Prescriber",
                "DEA no. / NPI",
                "Clinic address",
                "Pharmacy",
                "Allergies",
                "Prescriber's signature",
                "Date of issue",
                "Issue set (circle): 1 2 3",
                "Next review",
            },
            w =>
                Assert.Contains(
                    w,
                    Printed.Order(TwoPhases.Plan).Words().Replace("   ", " ", StringComparison.Ordinal),
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public void The_override_care_first_and_what_exceeds_a_limit_are_named()
    {
        var (faster, care) = (Printed.Order(A.Plan(Printed.Faster)).Words(), Printed.Order(A.Plan(Printed.CareFirst)).Words());
        Assert.InRange(
            faster.IndexOf("agreed with Ms Ek", StringComparison.Ordinal),
            0,
            faster.IndexOf("Fill on", StringComparison.Ordinal)
        );
        Assert.InRange(care.IndexOf("Pregnancy: obstetric", StringComparison.Ordinal), 0, care.IndexOf("Drug", StringComparison.Ordinal));
        Assert.Contains("Offer naloxone: an opioid is taken.", care, StringComparison.Ordinal);
        Assert.Contains("Exceeds the limit of ", faster, StringComparison.Ordinal);
        Assert.DoesNotContain("Exceeds the limit", Printed.Order(TwoPhases.Plan).Words(), StringComparison.Ordinal);
    }
}
