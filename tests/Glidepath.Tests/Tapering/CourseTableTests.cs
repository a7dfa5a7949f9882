using Glidepath.Treatment.Tapering;
using static Glidepath.Treatment.Tapering.CourseState;

namespace Glidepath.Tests.Tapering;

/// <summary>Every state and every action: where a legal one leads, and that an illegal one changes nothing.</summary>
public sealed class CourseTableTests
{
    /// <summary>Written by hand, in the order of <see cref="CourseAction"/>; null where the action has no place.</summary>
    private static readonly Dictionary<CourseState, CourseState?[]> Table = new()
    {
        //               approve, step,   hold,   go on,  complete,  stay,        stop,    hand over
        [Active] = [Active, Active, OnHold, null, Completed, OnLowerDose, Stopped, HandedOver],
        [OnHold] = [Active, null, OnHold, Active, null, OnLowerDose, Stopped, HandedOver],
        [Completed] = [Active, null, null, null, null, null, null, null],
        [OnLowerDose] = [Active, null, null, null, null, null, Stopped, HandedOver],
        [Stopped] = [Active, null, null, null, null, null, null, null],
        [HandedOver] = [null, null, null, null, null, null, null, null],
    };

    public static TheoryData<CourseState, CourseAction> All() =>
        [.. Enum.GetValues<CourseState>().SelectMany(s => Enum.GetValues<CourseAction>().Select(a => (s, a)))];

    [Theory]
    [MemberData(nameof(All))]
    public void An_action_leads_where_the_table_says_or_is_refused_and_changes_nothing(CourseState state, CourseAction action)
    {
        var expected = Table[state][(int)action];
        Assert.Equal(expected, CourseTable.After(state, action));
        var course = In(state, action);
        Assert.Equal(state, course.State);
        if (expected is not { } next)
        {
            course.Refuses("course.state", c => Act(c, action));
            return;
        }
        var (entries, versions) = (course.File.Entries.Count, course.File.Versions.Count);
        Act(course, action);
        Assert.Equal(next, course.State);
        Assert.Equal(entries + 1, course.File.Entries.Count);
        Assert.Equal(action, course.File.Entries[^1].Action);
        Assert.Equal(course.File.Course.VersionId, course.File.Entries[^1].VersionId);
        Assert.Equal(versions + (action is CourseAction.Approve ? 1 : 0), course.File.Versions.Count);
        Assert.Equal(action is CourseAction.Hold, course.File.Course.HoldUntil is not null);
    }

    [Fact]
    public void A_dose_is_taken_while_a_course_goes_down_or_waits_or_stays() =>
        Assert.Equal([Active, OnHold, OnLowerDose], Enum.GetValues<CourseState>().Where(s => s.HasDose()));

    [Fact]
    public void Only_an_end_ends_a_course() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => In(Active, CourseAction.Hold).End(CourseAction.Hold));

    /// <summary>In a state where nothing but the state can refuse the action: at zero to complete, with a step that is due for all
    /// else.</summary>
    private static WalkedCourse In(CourseState state, CourseAction action)
    {
        var course = WalkedCourse.Of(Courses.Last);
        if (action is CourseAction.Complete || state is Completed)
            course.WalkToEnd();
        course.On(course.Today.AddDays(30));
        return state switch
        {
            Active => course,
            OnHold => course.Hold(course.Today.AddDays(7)),
            Completed => course.End(CourseAction.Complete),
            OnLowerDose when action is CourseAction.Complete => WalkedCourse.Of(Courses.Last).End(CourseAction.StayOnDose),
            OnLowerDose => course.End(CourseAction.StayOnDose),
            Stopped => course.End(CourseAction.Stop),
            _ => course.End(CourseAction.HandOver),
        };
    }

    private static void Act(WalkedCourse course, CourseAction action)
    {
        var today = course.Today;
        _ = action switch
        {
            CourseAction.Approve => course.State.HasDose()
                ? course.Approve(Courses.Last)
                : course.Approve(Courses.Last, VersionKind.Restart, today, today.AddDays(1)),
            CourseAction.TakeStep => course.TakeStep(),
            CourseAction.Hold => course.Hold(today.AddDays(14)),
            CourseAction.GoOn => course.GoOn(),
            _ => course.End(action),
        };
    }
}
