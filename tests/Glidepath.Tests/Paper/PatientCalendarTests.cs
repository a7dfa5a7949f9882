using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

public class PatientCalendarTests
{
    public static TheoryData<string> Kinds => Printed.Kinds;

    public static TheoryData<string> LongKinds => Printed.LongKinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_dose_of_the_plan_is_there_as_a_number_and_in_words(string kind)
    {
        var plan = Printed.Plan(kind);
        var (texts, words) = (Printed.Calendar(plan).Pages.SelectMany(p => p.Texts).Select(t => t.Text.Trim()).ToHashSet(), Printed.Calendar(plan).Words());
        Assert.All(plan.LivedSteps().SelectMany(s => s.Doses).DistinctBy(d => d.Dose.Dose), d =>
        {
            Assert.Contains(texts, t => t == SafeNumber.Write(d.Dose.Dose.Milligrams));
            Assert.Contains($"{d.Dose.Dose} =", words, StringComparison.Ordinal);
            Assert.Contains(Sig.For(d.Dose), words, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(LongKinds))]
    public void Every_step_of_a_long_plan_has_its_dates_and_its_doses_in_order(string kind)
    {
        var plan = Printed.Plan(kind);
        var words = Printed.Calendar(plan).Words();
        var at = 0;
        foreach (var step in plan.LivedSteps())
        {
            at = words.IndexOf((step.Number == 0 ? "Start" : $"Step {step.Number}") + (step.Days is { } days ? $" · {days} days " : " ") + step.Dates().Plain(), at, StringComparison.Ordinal);
            Assert.True(at >= 0, $"step {step.Number}");
            var row = words[at..Math.Min(words.Length, at + 80)];
            Assert.Contains($"{step.Start:ddd MMM d}", row, StringComparison.Ordinal);
            if (step.End is { } end)
                Assert.Contains($"to {end:ddd MMM d, yyyy} ", row, StringComparison.Ordinal);
            foreach (var dose in step.Doses)
                Assert.True((at = words.IndexOf($"{SafeNumber.Write(dose.Dose.Dose.Milligrams)} = ", at, StringComparison.Ordinal)) >= 0, $"step {step.Number}, {dose}");
            if (step.Doses.Count == 0)
                Assert.EndsWith("No dose from this day on.", words[at..(at + words[at..].IndexOf('.', StringComparison.Ordinal) + 1)], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("two weeks", 14)]
    [InlineData("eight weeks", 54)]
    [InlineData("a goal in a few weeks", 34)]
    public void A_short_plan_has_a_cell_a_day_with_the_dose_of_that_day(string kind, int days)
    {
        var plan = Printed.Plan(kind);
        Assert.Equal(days, plan.TotalDays);
        var texts = Printed.Calendar(plan).Pages.SelectMany(p => p.Texts).Select(t => t.Text).ToList();
        var time = plan.Times().Single();
        // A cell begins with its date and ends before the next.
        var at = -1;
        for (var day = plan.Steps[0].Start; day <= plan.EndsOn; day = day.AddDays(1))
        {
            at = texts.FindIndex(at + 1, t => t == $"{day.Day}" || t == $"{day:MMM d}");
            Assert.True(at > 0, $"{day}");
            var dose = plan.LivedSteps().Last(s => s.Start <= day).Regimen[time];
            var cell = string.Join(' ', texts.Skip(at + 1).Take(3));
            Assert.Contains(dose.IsZero ? "no dose" : $"{time.Abbreviation()} {SafeNumber.Write(dose.Milligrams)}", cell, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_medicine_is_named_once_and_not_at_the_top_of_a_page()
    {
        var calendar = Printed.Calendar(Printed.Plan("two years, tablets"));
        var named = calendar.Pages.SelectMany(p => p.Texts).Where(t => t.Text.Contains("clonazepam", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal("My calendar", calendar.Title);
        Assert.True(Assert.Single(named).Top > 130);
    }

    [Fact]
    public void Care_first_stands_before_any_dose_with_every_reason()
    {
        var plan = A.Plan(Printed.CareFirst);
        var words = Printed.Calendar(plan).Words();
        var first = plan.Findings.Where(f => f.Severity is Severity.CareFirst).ToList();
        Assert.Equal(6, first.Count);
        Assert.All(first, f => Assert.InRange(words.IndexOf(CareFirstWords.For(f), StringComparison.Ordinal), words.IndexOf("Care comes first", StringComparison.Ordinal), words.IndexOf("Start · ", StringComparison.Ordinal)));
        // In words for the person, none left in those for clinicians.
        Assert.All(first, f => Assert.NotEqual(f.Message, CareFirstWords.For(f)));
    }

    [Fact]
    public void What_nobody_asked_stands_before_any_dose()
    {
        var words = Printed.Calendar(Printed.Plan("two years, tablets")).Words();
        Assert.InRange(words.IndexOf("Not known yet, ask before any dose is changed: past seizures", StringComparison.Ordinal), 0, words.IndexOf("Start · ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_liquid_says_what_it_is_measured_with_and_when_a_dose_is_several_fillings()
    {
        Assert.Contains(
            "Measure the liquid with a 3 mL oral syringe marked every 0.1 mL. More than 3 mL is more than one filling. It keeps 60 days after it is made. Shake well.",
            Printed.Calendar(Printed.Plan("four times a day with a liquid")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("filling", Printed.Calendar(Printed.Plan("a goal")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_reason_of_an_override_stands_before_any_dose()
    {
        var words = Printed.Calendar(A.Plan(Printed.Faster)).Words();
        Assert.InRange(words.IndexOf("Reason given: agreed with Ms Ek", StringComparison.Ordinal), 0, words.IndexOf("Start · ", StringComparison.Ordinal));
        Assert.DoesNotContain("Reason given", Printed.Calendar(Printed.Plan("two years, tablets")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_that_is_cut_at_once_has_no_row()
    {
        var plan = Printed.Plan("cut now");
        Assert.Equal(0, plan.Steps[0].Days);
        var words = Printed.Calendar(plan).Words();
        Assert.DoesNotContain("Start", words, StringComparison.Ordinal);
        Assert.Contains("Step 1 · ", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_goal_is_stayed_on_and_no_stop_is_printed()
    {
        var words = Printed.Calendar(Printed.Plan("a goal")).Words();
        Assert.Contains("The goal of this plan: 1 mg a day, to stay on.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("No dose", words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_approved_version_has_a_box_for_each_step_or_for_each_dose_of_a_day()
    {
        var (steps, days) = (Printed.Plan("two years, tablets"), Printed.Plan("two weeks"));
        Assert.Equal(steps.Steps.Count, Printed.Calendar(steps, Printed.Approved).Ticks());
        Assert.Equal(14, Printed.Calendar(days, Printed.Approved).Ticks());
        Assert.Contains("Tick each step you begin.", Printed.Calendar(steps, Printed.Approved).Words(), StringComparison.Ordinal);
        Assert.Contains("Tick each dose you take.", Printed.Calendar(days, Printed.Approved).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_advice_says_what_to_expect_and_when_to_call()
    {
        var words = Printed.Calendar(Printed.Plan("capsules")).Words();
        Assert.All(
            new[] { "up to a week", "stay longer on any step", "Never skip doses", "911: a seizure", "988: call or text", "missed 2 doses", "locked up, away from children" },
            w => Assert.Contains(w, words, StringComparison.Ordinal));
    }
}
