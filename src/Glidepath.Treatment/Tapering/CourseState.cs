namespace Glidepath.Treatment.Tapering;

/// <summary>Where a supervised taper stands.</summary>
public enum CourseState
{
    Active,

    /// <summary>No cut now; the daily dose goes on.</summary>
    OnHold,

    /// <summary>The last step is reached, and nothing is taken any more.</summary>
    Completed,

    /// <summary>The person stays on a lower dose: a goal of its own.</summary>
    OnLowerDose,

    /// <summary>It ended before its goal.</summary>
    Stopped,

    /// <summary>Another prescriber goes on with it.</summary>
    HandedOver,
}

public enum CourseAction
{
    /// <summary>A version of the plan, the first or a later one.</summary>
    Approve,

    /// <summary>A person says that the next step is taken, and from which day.</summary>
    TakeStep,
    Hold,

    /// <summary>After a hold.</summary>
    GoOn,
    Complete,
    StayOnDose,
    Stop,
    HandOver,
}

/// <summary>Which action leads where. What has no row is refused with <c>course.state</c>.</summary>
public static class CourseTable
{
    /// <summary>Null where the action has no place in this state.</summary>
    public static CourseState? After(CourseState state, CourseAction action) =>
        (state, action) switch
        {
            (CourseState.HandedOver, _) => null,
            (_, CourseAction.Approve) => CourseState.Active,
            (CourseState.Active, CourseAction.TakeStep) => CourseState.Active,
            (CourseState.Active or CourseState.OnHold, CourseAction.Hold) => CourseState.OnHold,
            (CourseState.OnHold, CourseAction.GoOn) => CourseState.Active,
            (CourseState.Active, CourseAction.Complete) => CourseState.Completed,
            (CourseState.Active or CourseState.OnHold, CourseAction.StayOnDose) => CourseState.OnLowerDose,
            (CourseState.Active or CourseState.OnHold or CourseState.OnLowerDose, CourseAction.Stop) => CourseState.Stopped,
            (CourseState.Active or CourseState.OnHold or CourseState.OnLowerDose, CourseAction.HandOver) => CourseState.HandedOver,
            _ => null,
        };

    /// <summary>Whether a dose of an approved version is taken in this state.</summary>
    public static bool HasDose(this CourseState state) => state is CourseState.Active or CourseState.OnHold or CourseState.OnLowerDose;
}
