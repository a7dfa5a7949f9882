using System.Text.Json;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Tests.Tapering;

/// <summary>Versions that begin with another dose than was taken: a change to diazepam, whose stages are steps too, and a cut at
/// once.</summary>
public sealed class CourseChangeTests
{
    private static readonly DateOnly Dec8 = new(2026, 12, 8),
        Dec22 = new(2026, 12, 22),
        Jan5 = new(2027, 1, 5);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public void The_stages_of_a_change_are_steps_that_someone_takes()
    {
        var course = WalkedCourse.Of(Courses.Change);
        Assert.Equal([(Courses.Day, 5m), (Dec8, 10m), (Dec22, 10m), (Jan5, 9m)], course.Now.Path.Take(4).Select(p => (p.On, p.DailyMg)));
        course.On(Dec22);
        Assert.Equal((0.5m, 5m), (course.MgOn(Dec22, "clonazepam"), course.MgOn(Dec22, "diazepam")));
        course.On(Dec8.AddDays(-1)).Refuses("course.step.early", c => c.TakeStep());
        course.On(Dec8).TakeStep();
        Assert.Equal((0m, 10m), (course.MgOn(Dec8, "clonazepam"), course.MgOn(Dec8, "diazepam")));
        Assert.Equal([true, true, false, false], course.File.InForce.Plan.Steps.Take(4).Select(s => s.IsChange));
        Assert.Equal(10m, course.Walk(1).Mg);
        Assert.Equal(Jan5.AddDays(14), course.Walk(1).Now.DueOn);
        Assert.Equal(9m, course.Mg);
    }

    [Fact]
    public void Until_the_change_begins_the_medicine_before_is_taken()
    {
        var course = WalkedCourse.Of(Courses.Change, Dec8);
        Assert.Equal((1m, 0m), (course.MgOn(Dec8.AddDays(-1), "clonazepam"), course.MgOn(Dec8.AddDays(-1), "diazepam")));
        Assert.Equal("1 mg", Assert.Single(course.Now.On(Courses.Day).Doses).Sig);
        Assert.Equal((0.5m, 5m), (course.MgOn(Dec8, "clonazepam"), course.MgOn(Dec8, "diazepam")));
    }

    [Fact]
    public void A_change_is_planned_from_the_dose_of_the_medicine_before()
    {
        var course = WalkedCourse.Of(Courses.Fast).Walk(1);
        course.Refuses("course.planned.from", c => c.Approve(Courses.Change));
        course = WalkedCourse.Of(Courses.Fast).Approve(Courses.Change);
        course.Refuses("course.planned.two-medicines", c => c.Approve(Courses.Fast));
    }

    [Fact]
    public void After_a_change_a_step_back_goes_up_to_the_dose_of_the_change()
    {
        var course = WalkedCourse.Of(Courses.Change).Walk(3);
        Assert.Equal(
            (1m, 10m, 0m),
            (course.File.OriginalMg("clonazepam"), course.File.OriginalMg("diazepam"), course.File.OriginalMg("lorazepam"))
        );
        var back = A.Plan(A.Taper(BenzodiazepineTable.Diazepam, "10 mg bedtime") with { Pace = A.Pace(5, 14), PaceIsAsked = true });
        Assert.Equal(10m, course.Approve(back, VersionKind.BackToAStep, reviewOn: course.Today.AddDays(14)).Mg);
    }

    [Fact]
    public void In_the_middle_of_a_change_a_step_back_may_go_to_the_medicine_before()
    {
        var course = WalkedCourse.Of(Courses.Change);
        course.Approve(Courses.Usual, VersionKind.BackToAStep, reviewOn: course.Today.AddDays(14));
        Assert.Equal((1m, 0m), (course.MgOn(Courses.Day, "clonazepam"), course.MgOn(Courses.Day, "diazepam")));
    }

    [Fact]
    public void A_change_that_is_held_before_its_first_day_waits_for_a_person()
    {
        var course = WalkedCourse.Of(Courses.Fast).Approve(Courses.Change, beginsOn: Dec8).On(12, 5).Hold(Dec22);
        Assert.Equal(1m, course.MgOn(Jan5, "clonazepam"));
        Assert.Equal([Dec22, new DateOnly(2026, 12, 29)], course.Now.Path.Take(2).Select(p => p.On));
        course.On(12, 20).GoOn();
        Assert.Equal((0.5m, 5m), (course.MgOn(course.Today, "clonazepam"), course.MgOn(course.Today, "diazepam")));
        Assert.Equal(new DateOnly(2026, 12, 27), course.Now.DueOn);
    }

    [Fact]
    public void A_change_that_is_held_and_gone_on_with_before_its_first_day_begins_on_that_day()
    {
        var course = WalkedCourse.Of(Courses.Fast).Approve(Courses.Change, beginsOn: Dec8).On(12, 3).Hold(Dec22).On(12, 4).GoOn();
        Assert.Equal((1m, 0.5m), (course.MgOn(Dec8.AddDays(-1), "clonazepam"), course.MgOn(Dec8, "clonazepam")));
    }

    [Fact]
    public void Who_stays_on_a_dose_stays_on_it_though_another_version_was_to_begin()
    {
        var course = WalkedCourse.Of(Courses.Fast).Approve(Courses.Change, beginsOn: Dec8).End(CourseAction.StayOnDose);
        Assert.Equal((1m, 0m), (course.MgOn(Jan5, "clonazepam"), course.MgOn(Jan5, "diazepam")));
    }

    [Fact]
    public void A_hold_before_a_version_from_the_same_dose_moves_its_first_cut_no_further_than_the_hold()
    {
        var course = WalkedCourse.Of(Courses.Fast).Approve(Courses.Usual, beginsOn: Dec8).On(12, 3).Hold(new(2026, 12, 17));
        Assert.Equal(Dec22, course.Now.DueOn);
    }

    [Fact]
    public void A_cut_at_once_is_taken_on_the_first_day_and_the_dose_before_is_known()
    {
        var course = WalkedCourse.Of(Courses.CutNow, Dec8);
        Assert.Equal((1m, 0.875m), (course.MgOn(Dec8.AddDays(-1)), course.MgOn(Dec8)));
        Assert.Equal(1m, course.File.OriginalMg("clonazepam"));
        Assert.Equal([1m, 0.875m], course.File.Reached.Select(s => s.Daily["clonazepam"]));
        Assert.Equal(0.875m, WalkedCourse.Of(Courses.Fast).Approve(Courses.CutNow).Mg);
    }

    [Fact]
    public void A_version_as_it_is_stored_reads_the_same()
    {
        var steps = Courses.Change.Steps;
        // Tablets, a liquid and the stop.
        var plan = VersionPlan.Of(Courses.Change with { Steps = [steps[1], steps[^2], steps[^1]] }, Courses.Words);
        using var json = JsonDocument.Parse(Recorded.Json(plan));
        var text = JsonSerializer.Serialize(json, Indented);
        Approved.Match(text);

        var read = Recorded.Read<VersionPlan?>(text, null)!;
        Assert.Equal(Recorded.Json(plan), Recorded.Json(read));
        Assert.Equal(("diazepam", 1m), (read.Drug, read.From.Daily["clonazepam"]));
        Assert.Equal([7, 14, 14, 14, null], read.Steps.Select(s => s.Days));
        Assert.Equal([5m, 10m, 9m, 1m, 0m], read.Steps.Select(s => s.Daily.GetValueOrDefault("diazepam")));
        Assert.Equal("1 mL (1 mg) of the 1 mg/mL oral solution", Assert.Single(read.Steps[3].Doses).Sig);
        Assert.Equal(TimeOfDay.Bedtime, read.Steps[2].Doses[0].Time);
        Assert.Equal([(5m, 1m), (2m, 2m)], read.Steps[2].Doses[0].Pieces.Select(p => (p.Strength, p.Count)));
        Assert.True(read.Steps[^1].IsStop);
    }
}
