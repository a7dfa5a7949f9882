using Glidepath.Treatment.Tapering;

namespace Glidepath.Tests.Tapering;

/// <summary>Steps, holds and ends of a course from 1 mg with a step every 14 days, by days counted by hand from Dec 1, 2026.</summary>
public sealed class CourseStepTests
{
    private static readonly DateOnly Dec15 = new(2026, 12, 15),
        Dec29 = new(2026, 12, 29),
        Jan12 = new(2027, 1, 12),
        Jan26 = new(2027, 1, 26);

    private readonly WalkedCourse _course = WalkedCourse.Of(Courses.Fast);

    [Fact]
    public void Six_weeks_of_steps_on_their_days()
    {
        Assert.Equal([(Courses.Day, 1m), (Dec15, 0.75m), (Dec29, 0.625m), (Jan12, 0.5m), (Jan26, 0.375m)], Path(5));
        Assert.Equal(0.75m, _course.On(Dec15).TakeStep().Mg);
        Assert.Equal(0.625m, _course.On(Dec29).TakeStep().Mg);
        Assert.Equal(0.5m, _course.On(Jan12).TakeStep().Mg);
        Assert.Equal((3, Jan12, Jan26), (_course.Now.Position, _course.Now.Since, _course.Now.DueOn!.Value));
        Assert.Equal([1m, 0.75m, 0.625m, 0.5m], _course.File.Reached.Select(s => s.Daily["clonazepam"]));
    }

    [Fact]
    public void No_step_is_taken_because_a_day_has_come()
    {
        _course.On(2, 28);
        Assert.Equal((1m, CourseState.Active, 0), (_course.Mg, _course.State, _course.Now.Position));
        _course.Hold(_course.Today.AddDays(7)).On(6, 1);
        Assert.Equal((1m, CourseState.OnHold), (_course.Mg, _course.State));
    }

    [Fact]
    public void A_step_is_not_taken_before_its_day()
    {
        var refusal = _course.On(12, 14).Refuses("course.step.early", c => c.TakeStep());
        Assert.Equal("This step is not before Dec 15, 2026. A taper goes faster only by a new version.", refusal.Message);
    }

    [Fact]
    public void A_step_that_is_taken_late_moves_all_that_follow_by_as_much()
    {
        _course.On(12, 20).TakeStep();
        Assert.Equal([(_course.Today, 0.75m), (Dec29.AddDays(5), 0.625m), (Jan12.AddDays(5), 0.5m)], Path(3));
    }

    [Fact]
    public void A_step_is_entered_up_to_a_week_later_and_four_weeks_ahead()
    {
        _course.On(12, 23).Refuses("course.step.day", c => c.TakeStep(Dec15));
        Assert.Equal(Dec15, _course.On(12, 22).TakeStep(Dec15).Now.Since);
        _course.On(12, 29).Refuses("course.step.day", c => c.TakeStep(Dec29.AddDays(29)));
        Assert.Equal(Dec29.AddDays(28), _course.TakeStep(Dec29.AddDays(28)).Now.Since);
    }

    [Fact]
    public void A_step_agreed_for_a_day_ahead_is_not_taken_before_that_day()
    {
        _course.On(12, 10).TakeStep(Dec15);
        Assert.Equal((1m, 0.75m), (_course.MgOn(Dec15.AddDays(-1)), _course.MgOn(Dec15)));
        _course.Refuses("course.step.one-at-a-time", c => c.TakeStep(Dec29));
        _course.On(12, 14).Refuses("course.step.one-at-a-time", c => c.TakeStep(Dec29));
        Assert.Equal(Dec29, _course.On(12, 15).TakeStep(Dec29).Now.Since);
    }

    [Fact]
    public void A_hold_of_two_weeks_moves_the_path_by_two_weeks()
    {
        _course.On(12, 15).Hold(Dec29);
        Assert.Equal([(Courses.Day, 1m), (Dec29, 0.75m), (Jan12, 0.625m), (Jan26, 0.5m)], Path(4));
        _course.On(12, 29).Refuses("course.state", c => c.TakeStep());
        Assert.Equal(Jan12, _course.GoOn().TakeStep().Now.DueOn);
    }

    [Fact]
    public void A_hold_that_ends_before_the_next_step_moves_nothing()
    {
        _course.On(12, 3).Hold(new(2026, 12, 10));
        Assert.Equal([(Courses.Day, 1m), (Dec15, 0.75m), (Dec29, 0.625m)], Path(3));
    }

    [Fact]
    public void Going_on_early_lets_the_step_be_taken_from_that_day_and_not_before()
    {
        _course.On(12, 15).Hold(Dec29).On(12, 20).GoOn();
        Assert.Equal((CourseState.Active, _course.Today, 1m), (_course.State, _course.Now.DueOn!.Value, _course.Mg));
        Assert.Null(_course.File.Course.HoldUntil);
        _course.Refuses("course.step.early", c => c.TakeStep(c.Today.AddDays(-1)));
        Assert.Equal(0.75m, _course.TakeStep().Mg);
    }

    [Fact]
    public void Going_on_before_the_step_is_due_brings_it_no_nearer() =>
        Assert.Equal(Dec15, _course.On(12, 3).Hold(Dec29).On(12, 5).GoOn().Now.DueOn);

    [Fact]
    public void A_hold_takes_back_a_step_that_has_not_begun()
    {
        _course.On(12, 10).TakeStep(Dec15).On(12, 12).Hold(Dec29);
        Assert.Equal((0, Courses.Day, Dec29), (_course.Now.Position, _course.Now.Since, _course.Now.DueOn!.Value));
        Assert.Equal(1m, _course.MgOn(Jan26));
        _course.On(12, 29).GoOn().TakeStep();
        Assert.Equal((0.75m, Jan12), (_course.Mg, _course.Now.DueOn!.Value));
    }

    [Fact]
    public void A_step_is_taken_back_to_the_day_the_step_before_began_whatever_was_held_since()
    {
        _course.Walk(1).On(12, 16).Hold(new(2026, 12, 20)).On(12, 18).GoOn().TakeStep(Jan12).On(12, 21).End(CourseAction.StayOnDose);
        Assert.Equal((1, Dec15, 0.75m), (_course.Now.Position, _course.Now.Since, _course.MgOn(Jan26)));
        Assert.Equal(1m, _course.MgOn(Dec15.AddDays(-1)));
    }

    [Fact]
    public void A_hold_brings_no_cut_nearer()
    {
        _course.On(12, 15).TakeStep(Jan12).On(12, 16).Hold(new(2026, 12, 20));
        Assert.Equal(Jan12, _course.Now.DueOn);
        Assert.Equal(Jan12, _course.Hold(new(2026, 12, 18)).Now.DueOn);
        Assert.Equal(new DateOnly(2026, 12, 18), _course.File.Course.HoldUntil);
    }

    [Fact]
    public void A_hold_has_a_day_to_look_again_within_twelve_weeks()
    {
        _course.Refuses("course.hold.until", c => c.Hold(c.Today));
        _course.Refuses("course.hold.until", c => c.Hold(c.Today.AddDays(85)));
        Assert.Equal(_course.Today.AddDays(84), _course.Hold(_course.Today.AddDays(84)).File.Course.HoldUntil);
    }

    [Fact]
    public void Words_that_are_too_long_change_nothing()
    {
        var words = new string('a', 1_001);
        _course.On(12, 15).Refuses("course.why.too-long", c => c.TakeStep(why: words));
        _course.Refuses("course.why.too-long", c => c.Hold(Dec29, words));
        _course.Refuses("course.why.too-long", c => c.End(CourseAction.Stop, words));
        _course.Refuses("course.why.too-long", c => c.Approve(Courses.Usual, why: words));
        _course.Hold(Dec29).Refuses("course.why.too-long", c => c.GoOn(words));
    }

    [Fact]
    public void A_course_is_complete_only_at_zero()
    {
        var course = WalkedCourse.Of(Courses.Last);
        course.Refuses("course.complete.dose", c => c.End(CourseAction.Complete));
        course.On(12, 10).TakeStep(Dec15).Refuses("course.complete.dose", c => c.End(CourseAction.Complete));
        course.On(12, 15).Refuses("course.stay.none", c => c.End(CourseAction.StayOnDose));
        course.Refuses("course.step.none", c => c.TakeStep());
        Assert.Equal((CourseState.Completed, 0m), (course.End(CourseAction.Complete, null).State, course.Mg));
    }

    [Theory]
    [InlineData(CourseAction.StayOnDose)]
    [InlineData(CourseAction.Stop)]
    [InlineData(CourseAction.HandOver)]
    public void An_end_before_zero_has_a_reason_and_leaves_the_dose_as_it_is(CourseAction action)
    {
        _course.Walk(1).TakeStep(Jan12).Refuses("course.why.missing", c => c.End(action, " "));
        Assert.Equal(0.75m, _course.End(action).MgOn(Jan26));
        Assert.Equal((action, "agreed"), (_course.File.Entries[^1].Action, _course.File.Entries[^1].Why));
    }

    [Fact]
    public void To_stay_longer_is_asked_while_the_course_goes_down_and_answered_once()
    {
        var request = StayRequest.Ask(_course.File.Course, "  not yet ", Patients.Made.Entry());
        Assert.Equal((true, "not yet"), (request.IsOpen, request.Words));
        var first = _course.Hold(Dec15).File.Entries[^1];
        request.Answer(first);
        request.Answer(_course.GoOn().File.Entries[^1]);
        Assert.Equal((false, first.RecordedAt), (request.IsOpen, request.AnsweredAt));
        _course.Hold(Dec15).Refuses("course.stay-asked.state", c => StayRequest.Ask(c.File.Course, null, Patients.Made.Entry()));
    }

    private IEnumerable<(DateOnly On, decimal Mg)> Path(int points) => _course.Now.Path.Take(points).Select(p => (p.On, p.DailyMg));
}
