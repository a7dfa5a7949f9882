using Glidepath.Paper;
using Glidepath.Paper.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Paper.Tapering.Levels;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

/// <summary>A change to diazepam is printed whole: with the stages of the change before the taper.</summary>
public class ChangePaperTests
{
    private static readonly TaperPlan Plan = TaperChoices
        .For(A.Clonazepam("0.5 mg morning, 1 mg bedtime"))
        .Single(c => c.Id == "cross-over")
        .Result.Plan!;

    private static CrossOver Change => Plan.Change!;

    [Fact]
    public void An_order_sheet_of_a_patient_who_is_elsewhere_says_by_which_clock_the_doses_are()
    {
        var of = new OrderPerson("Ana Sample", null, "Dr Test", []);
        Assert.DoesNotContain("by the clock in", Sheet(of));
        Assert.Contains("Times of doses are by the clock in New York, where the patient is.", Sheet(of with { ClockIn = "New York" }));

        static string Sheet(OrderPerson of) =>
            string.Join(' ', PharmacySheet.Lay(Plan, SafetyText.Default, of: of).Pages.Select(p => p.Words())).Plain();
    }

    [Fact]
    public void Each_day_of_the_change_is_supplied_once_and_nothing_beyond_a_piece()
    {
        // Worked by hand: 0.5 mg morning for 8 days and bedtime for 4; 5 mg at bedtime 4 days, then morning 14; 10 mg at bedtime 4 and 14
        // days.
        Assert.Equal(
            ["clonazepam 0.5 mg tablet: 12", "diazepam 10 mg tablet: 18", "diazepam 5 mg tablet: 18"],
            Change.Supplies.Select(s => $"{s.Product.Name}: {s.Count}")
        );
        Assert.Equal(Change.Start, Change.Supplies.Min(s => s.From));
        Assert.Equal(Change.TaperFrom.AddDays(-1), Change.Supplies.Max(s => s.To));
    }

    [Fact]
    public void The_calendar_says_both_medicines_on_one_page_and_sends_the_days_there()
    {
        var pages = Printed.Calendar(Plan).Pages;
        var change = pages[1].Words().Plain();
        Assert.Contains("Stage 1: Tue, Dec 1 to Fri, Dec 4 (4 days).", change, StringComparison.Ordinal);
        Assert.Contains("clonazepam 0.5 mg (one 0.5 mg tablet) and diazepam 5 mg (one 5 mg tablet)", change, StringComparison.Ordinal);
        Assert.Contains("No clonazepam from here on.", change, StringComparison.Ordinal);
        var month = pages[2].Words();
        var shared = Change.CompleteOn.DayNumber - Change.Start.DayNumber;
        Assert.Equal(shared, month.Split("See the page").Length - 1);
        // The Monday before it begins, and no day of the change.
        Assert.Equal(1, month.Split("as now").Length - 1);
    }

    [Fact]
    public void An_approved_calendar_has_a_box_to_tick_for_each_dose_of_two_medicines()
    {
        // Two stages of four days and two times of day; the days of diazepam alone have their boxes in the month.
        var change = PatientCalendar.Lay(Plan, SafetyText.Default, Printed.Approved).Pages[1];
        Assert.Equal(2 * (4 + 4), change.Marks.OfType<BoxMark>().Count(b => b is { Width: 13, Height: 13 }));
    }

    [Fact]
    public void Both_papers_and_the_screen_count_the_same_weeks()
    {
        // Dec 1, 2026 is the first day of the change, and the last step begins whole weeks later.
        var weeks = $"about {(int)Math.Round(Plan.WholeDays / 7m)} weeks with the change, ";
        Assert.All(Printed.Both(Plan), paper => Assert.Contains(weeks, paper.Words().Plain(), StringComparison.Ordinal));
        Assert.Contains(
            $"({(int)Math.Round(Plan.WholeDays / 7m)} weeks with the change)",
            Cli.CommandLine.Run("plan clonazepam --regimen \"0.5 mg morning, 1 mg bedtime\" --choice cross-over").Done(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_single_day_is_no_span()
    {
        Assert.Equal("Dec 20, 2026", PaperWords.Span(new(2026, 12, 20), new(2026, 12, 20)).Plain());
        Assert.Equal("Dec 20 to Dec 26, 2026", PaperWords.Span(new(2026, 12, 20), new(2026, 12, 26)).Plain());
        Assert.Equal("Dec 28, 2026 to Jan 3, 2027", PaperWords.Span(new(2026, 12, 28), new(2027, 1, 3)).Plain());
    }

    [Fact]
    public void The_order_sheet_orders_both_drugs_and_says_what_is_taken_now()
    {
        var sheet = string.Join(' ', PharmacySheet.Lay(Plan, SafetyText.Default).Pages.Select(p => p.Words())).Plain();
        Assert.Contains("clonazepam (C-IV). Taken now: 0.5 mg morning, 1 mg bedtime (1.5 mg a day). Then diazepam (C-IV).", sheet);
        Assert.Contains("clonazepam 0.5 mg tablet, 12 (8 days from Dec 1, 2026)", sheet);
        Assert.Contains("Diazepam by the tables: 15 to 30 mg a day.", sheet);
        Assert.Contains("Whole taper, the change not counted", sheet);
    }

    [Fact]
    public void The_chart_shows_the_old_drug_leaving_and_cuts_are_of_the_dose_after_the_change()
    {
        var data = PlanChart.Of(Plan);
        Assert.Equal(["diazepam", "nordazepam", "clonazepam"], data.Curves.Select(c => c.Name));
        Assert.Equal("Diazepam, mg a day", data.DoseName);
        var rows = new LevelChart(data).Table.Rows;
        Assert.Equal(["change", "change", "change", "start", "1"], rows.Take(5).Select(r => r.Cells[0]));
        Assert.Equal(["15", "none", "none"], rows[3].Cells.Skip(2).Take(3));
        Assert.Equal("6.7%", rows[4].Cells[3]);
        var old = data.Curves[2];
        Assert.True(old.Typical[0] > 10);
        Assert.True(old.Typical[^1] == 0);
    }

    [Fact]
    public void The_calendar_file_has_an_entry_a_stage()
    {
        var file = PlanCalendar.Write(Plan, SafetyText.Default);
        Assert.Equal(3 + Plan.Steps.Count, file.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("SUMMARY:Stage 3 (DRAFT", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_without_a_change_begins_with_its_first_step() =>
        Assert.Equal(TwoPhases.Plan.Steps[0].Start, TwoPhases.Plan.BeginsOn);
}
