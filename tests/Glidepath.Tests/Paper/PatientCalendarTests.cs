using System.Globalization;
using Glidepath.Paper;
using Glidepath.Paper.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

public class PatientCalendarTests
{
    public static TheoryData<string> Kinds => Printed.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_day_of_a_plan_has_one_box_with_what_to_take_at_each_time(string kind)
    {
        var plan = Printed.Plan(kind);
        var pages = Printed.Calendar(plan).Pages;
        var boxes = pages.SelectMany(Boxes).ToList();
        var day = plan.BeginsOn;
        foreach (var box in boxes.Where(b => !b.Contains("as now", StringComparison.Ordinal)))
        {
            Assert.Matches(string.Create(CultureInfo.InvariantCulture, $"^({day:MMM} )?{day.Day}( |$)"), box);
            // The last stage of a change is the dose that the taper starts from; before it a page of its own has both medicines.
            var step = plan.LivedSteps().LastOrDefault(s => s.Start <= day) ?? plan.Steps[0];
            if (day < plan.Change?.CompleteOn)
            {
                Assert.Contains("See the page The change", box, StringComparison.Ordinal);
                day = day.AddDays(1);
                continue;
            }
            if (step.Doses.Count == 0)
                Assert.Contains("no dose", box, StringComparison.Ordinal);
            Assert.All(
                step.Doses,
                d =>
                    Assert.Matches(
                        $@"{d.Time.Abbreviation()} ([0-9]+× )?{DayBox.Number(d.Dose).Replace(".", @"\.", StringComparison.Ordinal)}( |$)",
                        box
                    )
            );
            day = day.AddDays(1);
        }
        Assert.True(day > plan.EndsOn, $"the boxes end on {day.AddDays(-1)}");
        Assert.True(day <= plan.EndsOn.AddDays(7));
    }

    [Fact]
    public void A_usual_plan_has_a_page_to_read_first_and_a_page_a_month()
    {
        var pages = Printed.Calendar(TwoPhases.Plan).Pages;
        var months = CalendarMonth.Of(TwoPhases.Plan);
        Assert.Equal(months.Count + 1, pages.Count);
        Assert.Equal(15, months.Count);
        Assert.All(
            months.Zip(pages.Skip(1)),
            pair =>
            {
                Assert.Contains(pair.First.Name.Plain(), pair.Second.Words(), StringComparison.Ordinal);
                Assert.Equal(7 * pair.First.Weeks, Boxes(pair.Second).Count());
                Assert.Contains("How to make each dose", pair.Second.Words(), StringComparison.Ordinal);
                Assert.Contains("Who to call", pair.Second.Words(), StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_is_whole_weeks_of_one_month_and_no_day_is_left_out(string kind)
    {
        var months = CalendarMonth.Of(Printed.Plan(kind));
        Assert.All(months, m => Assert.InRange(m.Weeks, 1, 5));
        Assert.All(months, m => Assert.Equal(DayOfWeek.Monday, m.Monday.DayOfWeek));
        Assert.All(months.Zip(months.Skip(1)), pair => Assert.Equal(pair.First.Sunday.AddDays(1), pair.Second.Monday));
        Assert.Equal(months.Count, months.Select(m => m.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_page_of_a_month_says_when_the_next_change_is_and_its_size_in_both_percentages(string kind)
    {
        var plan = Printed.Plan(kind);
        var words = Printed.Calendar(plan).Words();
        Assert.All(
            CalendarMonth.Of(plan),
            month =>
            {
                var next = plan.LivedSteps().First(s => s.Number > 0 && s.Start >= month.Monday);
                var at = words.IndexOf($"{month.Name} · ".Plain(), StringComparison.Ordinal);
                Assert.Contains(
                    $"Next change: {next.Start.Weekday()}* {PlanInWords.Change(plan, next)} {next.Cut()}".Plain(),
                    words[at..],
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public void The_next_change_names_the_times_that_change_and_those_that_stay()
    {
        var plan = TwoPhases.Plan;
        Assert.Equal("Morning 0.5 to 0.375 mg. Bedtime stays 0.5 mg.", PlanInWords.Change(plan, plan.Steps[1]));
        Assert.Equal("Morning 0.125 to 0.12 mg. Bedtime 0.25 to 0.22 mg. The liquid starts.", PlanInWords.Change(plan, plan.Steps[6]));
        Assert.Equal("Stop. 0.05 mg a day to none.", PlanInWords.Change(plan, plan.Steps[27]));
        // A plan may begin with another product of the same dose.
        var same = plan with
        {
            Steps = [plan.Steps[0], plan.Steps[1] with { Regimen = plan.Steps[0].Regimen }],
        };
        Assert.Equal("The same dose, made in a new way.", PlanInWords.Change(same, same.Steps[1]));
        Assert.Contains(
            "13% of current, 13% of original *Only if you both agree. Then Feb 8.",
            Printed.Calendar(plan).Words(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_dose_is_made_in_words_on_the_page_of_its_month(string kind)
    {
        var plan = Printed.Plan(kind);
        var words = Printed.Calendar(plan).Words();
        Assert.All(
            plan.LivedSteps().SelectMany(s => s.Doses),
            d => Assert.Contains(PlanInWords.Make(d.Dose).Plain(), words, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Pieces_and_liquid_read_as_a_person_says_them()
    {
        var plan = TwoPhases.Plan;
        Assert.Equal("half of a 0.5 mg tablet and one 0.125 mg melting tablet", PlanInWords.Make(plan.Steps[1].Doses[0].Dose));
        Assert.StartsWith("0.22 mg, in a ", PlanInWords.Make(plan.Steps[6].Doses[1].Dose), StringComparison.Ordinal);
        var words = Printed.Calendar(plan).Words();
        Assert.Contains("2.2 mL = 0.22 mg, in a ", words, StringComparison.Ordinal);
        Assert.Contains("The liquid is 0.1 mg/mL. Shake it well. It keeps 60 days after it's made.", words, StringComparison.Ordinal);
        Assert.Contains(
            "filled 2 times",
            Printed.Calendar(A.Plan(A.Clonazepam("2 mg bedtime", "suspension 0.1 mg/mL"))).Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_products_with_one_outline_are_told_apart_by_their_strength()
    {
        var plan = Printed.Plan("capsules");
        Assert.False(PieceIcon.Tells(HowToMake.Doses(plan.Steps)));
        Assert.True(PieceIcon.Tells(HowToMake.Doses(TwoPhases.Plan.Steps)));
        // The month in which a 30 mg and a 22.5 mg capsule meet: each is drawn with its number.
        var page = Printed
            .Calendar(plan)
            .Pages.Single(p =>
                p.Words().Contains("How to make each dose 30 mg =", StringComparison.Ordinal)
                && p.Words().Contains("22.5 mg =", StringComparison.Ordinal)
            );
        Assert.Contains("30 mg = 30 one 30 mg capsule 22.5 mg = 22.5 one 22.5 mg capsule", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_is_a_plan_to_discuss_and_an_approved_version_is_my_calendar_with_a_box_for_each_dose()
    {
        var (draft, approved) = (Printed.Calendar(TwoPhases.Plan), Printed.Calendar(TwoPhases.Plan, Printed.Approved));
        Assert.Equal(("Plan to discuss", "My calendar"), (draft.Title, approved.Title));
        Assert.All(draft.Pages, p => Assert.Contains("Plan to discuss DRAFT, NOT APPROVED", p.Words(), StringComparison.Ordinal));
        Assert.All(draft.Pages, p => Assert.DoesNotContain("My calendar", p.Words(), StringComparison.Ordinal));
        Assert.All(approved.Pages, p => Assert.Contains("My calendar", p.Words(), StringComparison.Ordinal));
        Assert.Equal(0, draft.Ticks());
        Assert.Equal(TwoPhases.Plan.TotalDays * 2, approved.Ticks());
        Assert.Contains("Tick the box when you take it.", approved.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_approved_calendar_names_the_medicine_on_its_first_page_alone_and_no_title_names_it()
    {
        var pages = Printed.Calendar(TwoPhases.Plan, Printed.Approved).Pages;
        Assert.Contains("Clonazepam: 1 mg a day to none.", pages[0].Words(), StringComparison.Ordinal);
        Assert.All(pages.Skip(1), p => Assert.DoesNotContain("clonazepam", p.Words(), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(
            Printed.Calendar(TwoPhases.Plan).Pages.SelectMany(p => p.Texts),
            t => t.Face is Face.Heading && t.Text.Contains("clonazepam", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void Care_first_stands_before_any_dose_with_every_reason()
    {
        var plan = A.Plan(Printed.CareFirst);
        var words = Printed.Calendar(plan).Words();
        var first = plan.Findings.Where(f => f.Severity is Severity.CareFirst).ToList();
        Assert.Equal(6, first.Count);
        Assert.All(
            first,
            f =>
                Assert.InRange(
                    words.IndexOf(CareFirstWords.For(f), StringComparison.Ordinal),
                    words.IndexOf("Care comes first", StringComparison.Ordinal),
                    words.IndexOf("Mon Tue Wed", StringComparison.Ordinal)
                )
        );
        // In words for the person, none left in those for clinicians.
        Assert.All(first, f => Assert.NotEqual(f.Message, CareFirstWords.For(f)));
    }

    [Fact]
    public void What_nobody_asked_and_the_reason_of_an_override_stand_before_any_dose()
    {
        var words = Printed.Calendar(A.Plan(Printed.Faster)).Words();
        var grid = words.IndexOf("Mon Tue Wed", StringComparison.Ordinal);
        Assert.InRange(words.IndexOf("Not known yet, ask before any dose is changed: past seizures", StringComparison.Ordinal), 0, grid);
        Assert.InRange(words.IndexOf("Reason given: agreed with Ms Ek", StringComparison.Ordinal), 0, grid);
        Assert.DoesNotContain("Reason given", Printed.Calendar(Printed.Plan("two years, tablets")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_that_is_cut_at_once_has_no_box()
    {
        var plan = Printed.Plan("cut now");
        Assert.Equal(0, plan.Steps[0].Days);
        var words = Printed.Calendar(plan).Words();
        Assert.DoesNotContain(" start ", words, StringComparison.Ordinal);
        Assert.Contains("step 1*", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_goal_is_stayed_on_and_no_stop_is_printed()
    {
        var words = Printed.Calendar(Printed.Plan("a goal")).Words();
        Assert.Contains("1 mg a day, to stay on. This is the goal of the plan.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("no dose", words, StringComparison.Ordinal);
        Assert.DoesNotContain("then stop", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_before_the_plan_are_as_now() =>
        Assert.StartsWith("Nov 30 as now", Boxes(Printed.Calendar(Printed.Plan("capsules")).Pages[1]).First(), StringComparison.Ordinal);

    [Fact]
    public void The_danger_signs_naloxone_and_poison_help_stand_on_the_first_page_and_beside_each_month() =>
        Assert.All(
            Printed.Calendar(TwoPhases.Plan).Pages,
            page =>
                Assert.All(
                    new[]
                    {
                        "a seizure",
                        "slow breathing",
                        "blue or gray lips",
                        "hard to wake",
                        "very confused",
                        "naloxone",
                        "1-800-222-1222",
                        "988, call or text",
                    },
                    w => Assert.Contains(w, page.Words(), StringComparison.Ordinal)
                )
        );

    [Fact]
    public void Who_ran_out_or_stopped_is_told_what_to_do_when_nobody_answers() =>
        Assert.All(
            Printed.Calendar(TwoPhases.Plan).Pages,
            page =>
            {
                Assert.Matches("(Ran|ran) out,? or already stopped|ran out, or already stopped", page.Words());
                Assert.Contains(
                    "No answer today? Go to an emergency room or urgent care. Bring the bottle. Shaking, fever,",
                    page.Words(),
                    StringComparison.Ordinal
                );
            }
        );

    [Fact]
    public void The_first_page_says_what_to_expect_and_warns_of_alcohol_and_driving() =>
        Assert.All(
            new[]
            {
                "up to a week",
                "stay longer on any step",
                "Never skip doses",
                "Don't drink.",
                "Don't drive",
                "locked up, away from children",
                "pregnant",
            },
            w => Assert.Contains(w, Printed.Calendar(Printed.Plan("capsules")).Pages[0].Words(), StringComparison.Ordinal)
        );

    [Fact]
    public void The_clinics_telephone_is_printed_or_a_line_to_write_it_on()
    {
        var known = PatientCalendar.Lay(TwoPhases.Plan, SafetyText.Default with { ClinicPhone = "(555) 555-0199" });
        Assert.All(known.Pages, p => Assert.Contains("Clinic phone: (555) 555-0199", p.Words(), StringComparison.Ordinal));
        Assert.All(
            Printed.Calendar(TwoPhases.Plan).Pages,
            p =>
            {
                var label = p.Texts.Single(t => t.Text == "Clinic phone:");
                Assert.Contains(
                    p.Marks.OfType<LineMark>(),
                    l => l.X1 > label.Right && l.X2 - l.X1 > 100 && Math.Abs(l.Y1 - label.Y) < 6 && l.Y1 == l.Y2
                );
            }
        );
    }

    [Fact]
    public void A_cut_above_the_limit_is_asked_about_in_both_percentages()
    {
        var plan = Printed.Plan("large last steps");
        var large = plan.Steps.First(s => !s.DailyDose.IsZero && s.Findings.Any(f => f.Severity is Severity.Breach));
        Assert.Contains(
            $"larger than the guideline's limit: step {large.Number}, {large.Cut()}",
            Printed.Calendar(plan).Pages[0].Words(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("guideline's limit", Printed.Calendar(TwoPhases.Plan).Words(), StringComparison.Ordinal);
    }

    /// <summary>The words in each box of a page, as they were set: the date, what begins, each time with its dose.</summary>
    private static IEnumerable<string> Boxes(Page page) =>
        page
            .Marks.OfType<BoxMark>()
            .Where(b => b is { Weight: 0.8f, Radius: 0 })
            .Select(b =>
                string.Join(
                    ' ',
                    page.Texts.Where(t => t.X >= b.X && t.Right <= b.X + b.Width && t.Top >= b.Y - 1 && t.Bottom <= b.Y + b.Height + 2)
                        .Select(t => t.Text.Trim())
                )
            );
}
