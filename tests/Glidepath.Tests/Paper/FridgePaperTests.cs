using Glidepath.Paper;
using Glidepath.Paper.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

/// <summary>The card of one step and the sheet of a week: what is taken, and nothing that nobody decided.</summary>
public class FridgePaperTests
{
    private static readonly SafetyText Safety = SafetyText.Default with { ClinicPhone = "(555) 555-0199" };

    private static readonly TakenStep Pieces = Printed.Taken(TwoPhases.Plan, TwoPhases.Plan.Steps[1]);

    private static readonly TakenStep Liquid = Printed.Taken(TwoPhases.Plan, TwoPhases.Plan.Steps[9]);

    private static readonly TakenStep Two = Printed.Taken(Printed.Plan("a change of medicine"));

    public static TheoryData<string> Kinds => Printed.Kinds;

    [Fact]
    public void A_card_of_one_step() => Approved.Match(Card(Pieces).Lines());

    [Fact]
    public void A_card_of_a_liquid() => Approved.Match(Card(Liquid).Lines());

    [Fact]
    public void A_week_for_the_fridge() => Approved.Match(Week(Pieces).Lines());

    [Fact]
    public void A_week_of_two_medicines() => Approved.Match(Week(Two).Lines());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_is_one_page(string kind)
    {
        Assert.Single(Card(Printed.Taken(Printed.Plan(kind))).Pages);
        Assert.Single(Week(Printed.Taken(Printed.Plan(kind))).Pages);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_week_has_a_box_for_each_dose_of_each_day(string kind)
    {
        var taken = Printed.Taken(Printed.Plan(kind));
        Assert.Equal(7 * taken.Doses.Count, Week(taken).Ticks());
    }

    [Fact]
    public void A_step_that_was_agreed_on_begins_on_its_day()
    {
        var later = Pieces.Doses.Select(d => d with { Dose = new(0.25m), Made = null }).ToList();
        TakenStep[] days = [.. Enumerable.Range(0, 7).Select(i => i < 3 ? Pieces : Pieces with { Doses = later })];
        var words = WeekSheet.Lay(TwoPhases.Plan.BeginsOn, days, Safety, Printed.Approved).Words().Plain();
        Assert.Equal(3, words.Split(" 0.375 mg 0.5 mg ").Length - 1);
        Assert.Equal(4, words.Split(" 0.25 mg 0.25 mg ").Length - 1);
    }

    [Fact]
    public void A_week_names_a_medicine_only_where_two_are_taken_and_no_title_names_one()
    {
        Assert.DoesNotContain("clonazepam", Week(Pieces).Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("diazepam", Week(Two).Words(), StringComparison.Ordinal);
        Assert.Equal(("My step card", "My week"), (Card(Two).Title, Week(Two).Title));
    }

    [Fact]
    public void A_card_says_which_days_it_is_for()
    {
        Assert.Contains("From Mon Jan 18, 2027. To Sun Feb 7, 2027 at least. Then stay on it until your clinic says when.", Said(Pieces));
        Assert.Contains("2027. Stay on it until your clinic says when.", Said(Pieces with { NextNotBefore = null }));
        Assert.Contains("2027. You stay on this dose.", Said(Pieces with { GoesOn = false }));
        Assert.Contains(
            "Stay on this dose. Your clinic looks again on Mon Feb 1, 2027.",
            Said(Pieces with { HeldUntil = new DateOnly(2027, 2, 1) })
        );
        Assert.Contains(
            "Now. Last day: Sun Feb 7, 2027. Then take a new paper.",
            Said(Pieces with { Since = null, Until = new DateOnly(2027, 2, 7) })
        );
        Assert.Contains("No dose. You take none of this medicine now.", Said(new TakenStep([])));
        Assert.DoesNotContain("Missed a dose?", Said(new TakenStep([])));
        Assert.Contains("We talk next on:", Said(Pieces with { TalkBy = null }));

        static string Said(TakenStep taken) => Card(taken).Words().Plain();
    }

    [Fact]
    public void What_was_overridden_stands_on_both()
    {
        var faster = Printed.Taken(Printed.Plan("an override"));
        Assert.All([Card(faster), Week(faster)], d => Assert.Contains("Reason given: agreed with Ms Ek", d.Words()));
        Assert.All([Card(Pieces), Week(Pieces)], d => Assert.DoesNotContain("Reason given", d.Words()));
    }

    [Fact]
    public void An_order_sheet_of_a_version_is_no_draft_and_says_what_is_decided()
    {
        var sheet = Printed.Order(TwoPhases.Plan, Printed.Approved).Words().Plain();
        Assert.Contains("Approved plan, version 3", sheet);
        Assert.Contains("Decided: the first line. Each later line is planned, its date the earliest", sheet);
        Assert.Contains("Now 1 mg no cut", sheet);
        Assert.Contains("Plan version 3, approved Nov 23, 2026 by Dr. Example. Not a prescription until signed.", sheet);
        Assert.DoesNotContain("Decided:", Printed.Order(TwoPhases.Plan).Words());
    }

    private static PrintedDocument Card(TakenStep taken) => StepCard.Lay(taken, Safety, Printed.Approved, TwoPhases.Plan.BeginsOn);

    private static PrintedDocument Week(TakenStep taken) =>
        WeekSheet.Lay(TwoPhases.Plan.BeginsOn, [.. Enumerable.Repeat(taken, WeekSheet.Days)], Safety, Printed.Approved);
}
