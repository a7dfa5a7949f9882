using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Patients;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Tests.Tapering;

/// <summary>Versions of a course: what a prescriber may approve, from which dose, and that a dose goes up in recorded ways alone.</summary>
public sealed class CourseVersionTests
{
    private static readonly DateOnly Dec15 = new(2026, 12, 15);

    /// <summary>From 1 mg down to 0.95, after 14 days.</summary>
    private static readonly TaperPlan Slow = Courses.Plan(
        "1 mg bedtime",
        r => r with { Pace = A.Pace(5, 14), PaceIsAsked = true, Goal = new Dose(0.9m) }
    );

    private readonly WalkedCourse _course = WalkedCourse.Of(Courses.Fast);

    [Fact]
    public void The_first_version_is_planned_from_the_dose_that_is_taken()
    {
        var draft = Courses.Draft(Courses.Fast);
        foreach (var kind in Enum.GetValues<VersionKind>().Except([VersionKind.Planned]))
            Assert.Equal(
                "course.kind.first",
                Made.RuleOf(() =>
                    CourseFile.Begin(draft, Courses.Fast, Courses.Words, new(kind, "why", Courses.Day), Courses.Day, Made.Entry())
                )
            );
        var (file, version, entry) = CourseFile.Begin(
            draft,
            Courses.Fast,
            Courses.Words,
            new(VersionKind.Planned, " a slow way ", Courses.Day),
            Courses.Day,
            Made.Entry()
        );
        Assert.Equal((1, draft.Id, "a slow way"), (version.Number, version.DraftId, version.Why));
        Assert.Equal((draft.PatientId, draft.EpisodeId, file.Course.Id), (file.Course.PatientId, file.Course.EpisodeId, version.CourseId));
        Assert.Equal((version.Id, Courses.Day), (entry.VersionId, entry.On));
        Assert.Equal("clonazepam", version.Answers["drug"]);
    }

    [Fact]
    public void A_later_version_is_planned_from_the_dose_that_is_taken()
    {
        _course.Walk(1);
        var refusal = _course.Refuses("course.planned.from", c => c.Approve(Courses.Usual));
        Assert.StartsWith("The person takes clonazepam 0.75 mg a day. This version begins with clonazepam 1 mg.", refusal.Message);
        _course.Approve(Courses.Lower, beginsOn: Dec15.AddDays(2));
        Assert.Equal((2, 0, 0.75m), (_course.Now.Number, _course.Now.Position, _course.Mg));
        Assert.Equal([2, 1], _course.File.Versions.Select(v => v.Number));
    }

    [Fact]
    public void A_draft_is_approved_once_while_it_stands_and_while_the_planner_answers_the_same()
    {
        var (draft, aside) = (Courses.Draft(Courses.Usual), Courses.Draft(Courses.Usual));
        aside.SetAside("not wanted", Made.Now, Made.Staff);
        VersionTerms terms = new(VersionKind.Planned, "why", Courses.Day);
        _course.Refuses("course.approve.aside", c => c.Approve(aside, Courses.Usual, terms));
        _course.Refuses("course.approve.other", c => c.Approve(draft, Courses.Fast, terms));
        _course.Refuses("course.why.missing", c => c.Approve(draft, Courses.Usual, terms with { Why = " " }));
        _course.Approve(draft, Courses.Usual, terms).Refuses("course.approve.twice", c => c.Approve(draft, Courses.Usual, terms));
    }

    [Fact]
    public void A_draft_of_another_person_is_never_approved()
    {
        var before = _course.Snapshot;
        Assert.Throws<ArgumentException>(() =>
            _course.Approve(Courses.Draft(Courses.Usual, Made.Episode()), Courses.Usual, new(VersionKind.Planned, "why", Courses.Day))
        );
        Assert.Equal(before, _course.Snapshot);
    }

    [Fact]
    public void A_version_begins_today_or_within_four_weeks_and_not_before_its_plan()
    {
        _course.On(12, 3).Refuses("course.begins", c => c.Approve(Courses.Usual, beginsOn: new(2026, 12, 2)));
        _course.Refuses("course.begins", c => c.Approve(Courses.Usual, beginsOn: new(2027, 1, 1)));
        var later = Courses.Plan("1 mg bedtime", r => r with { Start = new(2027, 2, 1) });
        var refusal = _course.Refuses("course.begins", c => c.Approve(later));
        Assert.Equal("The first day is from Feb 1, 2027 to Feb 1, 2027.", refusal.Message);
        Assert.Equal(new DateOnly(2027, 2, 1), _course.Approve(later, beginsOn: new(2027, 2, 1)).Now.Since);
    }

    [Fact]
    public void Before_its_first_day_a_version_changes_nothing_and_no_step_of_it_is_taken()
    {
        _course.Walk(1).Approve(Courses.Lower, beginsOn: new(2026, 12, 20));
        Assert.Equal(0.75m, _course.Mg);
        _course.On(12, 19).Refuses("course.step.one-at-a-time", c => c.TakeStep(c.Now.DueOn));
        Assert.Equal(_course.Now.DueOn, _course.On(12, 20).TakeStep(_course.Now.DueOn).Now.Since);
        var first = WalkedCourse.Of(Courses.Fast, new DateOnly(2026, 12, 10));
        first.Refuses("course.step.one-at-a-time", c => c.TakeStep(new(2026, 12, 24)));
    }

    [Fact]
    public void A_version_takes_back_a_step_that_was_agreed_for_a_later_day()
    {
        _course.On(12, 10).TakeStep(Dec15).Approve(Courses.Usual, beginsOn: new(2026, 12, 20));
        Assert.Equal((1m, 1m, 1m), (_course.Mg, _course.MgOn(Dec15), _course.MgOn(new(2026, 12, 20))));
        _course.On(12, 9).Refuses("course.planned.from", c => c.Approve(Courses.Lower));
    }

    [Fact]
    public void A_dose_set_elsewhere_is_recorded_as_it_is_and_never_gone_back_to_above_the_first()
    {
        _course.Walk(1).Approve(Courses.Double, VersionKind.SetElsewhere);
        Assert.Equal(2m, _course.Mg);
        Assert.Equal(1m, _course.File.OriginalMg("clonazepam"));
        _course.Walk(2);
        var refusal = _course.Refuses(
            "course.above-original",
            c => c.Approve(Courses.Double, VersionKind.BackToAStep, reviewOn: c.Today.AddDays(14))
        );
        Assert.Equal(
            "A course never goes above the dose it began with, 1 mg a day; this version begins with clonazepam 2 mg.",
            refusal.Message
        );
    }

    [Fact]
    public void A_step_back_goes_up_to_a_dose_that_was_taken_with_a_review_and_a_smaller_cut_after_two_to_four_weeks()
    {
        var review = Dec15.AddDays(14);
        Back("course.back.not-up", Courses.Usual, review);
        _course.Walk(1);
        Back("course.back.not-up", Courses.Lower, review);
        Back("course.back.never", Courses.Plan("0.875 mg bedtime"), review);
        Back("course.back.days", Courses.Plan("1 mg bedtime", r => r with { Pace = A.Pace(10, 7), PaceIsAsked = true }), review);
        Back("course.back.days", Courses.Plan("1 mg bedtime", r => r with { Pace = A.Pace(10, 35), PaceIsAsked = true }), review);
        Back("course.back.step", Courses.Fast, review);
        Back("course.review", Courses.Usual, null);
        Back("course.review", Courses.Usual, Dec15);
        Back("course.review", Courses.Usual, Dec15.AddDays(29));
        _course.Refuses("course.why.missing", c => c.Approve(Courses.Usual, VersionKind.BackToAStep, reviewOn: review, why: null));
        _course.Approve(Courses.Usual, VersionKind.BackToAStep, reviewOn: Dec15.AddDays(28));
        Assert.Equal((1m, VersionKind.BackToAStep), (_course.Mg, _course.File.InForce.Kind));
        Assert.Equal(Dec15.AddDays(28), _course.File.Entries[^1].Until);
        Assert.Equal(1, StepsBack);
        // Half of the cut of before, and once more: smaller than the last one each time.
        Assert.Equal(0.875m, _course.Walk(1).Mg);
        Assert.Equal(0, StepsBack);
        Back("course.back.step", Courses.Usual, _course.Today.AddDays(14));
        Assert.Equal(1m, _course.Approve(Slow, VersionKind.BackToAStep, reviewOn: _course.Today.AddDays(14)).Mg);
        Assert.Equal(2, StepsBack);
        _course.Approve(Courses.Fast);
        Assert.Equal(0, StepsBack);

        void Back(string rule, TaperPlan plan, DateOnly? on) =>
            _course.Refuses(rule, c => c.Approve(plan, VersionKind.BackToAStep, reviewOn: on));
    }

    private int StepsBack =>
        CourseFile.StepsBackInARow(_course.File.Course, _course.File.Versions.Select(v => (v.Number, v.Kind)), _course.File.Entries);

    [Fact]
    public void A_restart_follows_a_gap_with_a_look_the_next_day_and_no_more_than_the_first_dose()
    {
        var course = WalkedCourse.Of(Courses.Last).On(12, 10);
        Restart("course.restart.dose", Courses.Last, 1);
        course.WalkToEnd().End(CourseAction.Complete);
        course.Refuses("course.planned.ended", c => c.Approve(Courses.Last));
        course.Refuses("course.back.not-up", c => c.Approve(Courses.Last, VersionKind.BackToAStep, reviewOn: c.Today.AddDays(14)));
        Restart("course.above-original", Courses.Lower, 1);
        Restart("course.above-original", Courses.Change, 1);
        Restart("course.above-original", A.Plan(A.Taper(BenzodiazepineTable.Diazepam, "5 mg bedtime")), 1);
        Restart("course.review", Courses.Last, null);
        Restart("course.review", Courses.Last, 0);
        Restart("course.review", Courses.Last, 2);
        var first = course.Today.AddDays(3);
        course.Refuses("course.review", c => c.Approve(Courses.Last, VersionKind.Restart, first, c.Today.AddDays(1)));
        course.Approve(Courses.Last, VersionKind.Restart, first, first.AddDays(1));
        Assert.Equal((0m, 0m, 0.125m), (course.Mg, course.MgOn(first.AddDays(-1)), course.MgOn(first)));

        void Restart(string rule, TaperPlan plan, int? days) =>
            course.Refuses(rule, c => c.Approve(plan, VersionKind.Restart, reviewOn: days is { } d ? c.Today.AddDays(d) : null));
    }

    [Fact]
    public void A_person_who_stays_on_a_lower_dose_may_go_on_from_it()
    {
        _course.Walk(1).End(CourseAction.StayOnDose).On(3, 1);
        Assert.Equal((0.75m, CourseState.OnLowerDose), (_course.Mg, _course.State));
        _course.Refuses("course.planned.from", c => c.Approve(Courses.Usual));
        Assert.Equal((0.75m, CourseState.Active), (_course.Approve(Courses.Lower).Mg, _course.State));
    }
}
