using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Tapering;

/// <summary>
/// A supervised taper: the version that a prescriber approved, and where the person is in it. It moves only when a person says so
/// (<see cref="CourseFile"/>).
/// </summary>
[RecordOf(DataClass.TaperPlan)]
public sealed class TaperCourse : IPatientRecord, IVersioned
{
    internal const int LongestWhy = 1_000;

    private TaperCourse() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    public CourseState State { get; private set; }

    /// <summary>The version in force.</summary>
    public Guid VersionId { get; private set; }

    /// <summary>Of a hold, the day somebody looks again; it ends by no clock.</summary>
    public DateOnly? HoldUntil { get; private set; }

    /// <summary>Read <see cref="Now"/>.</summary>
    [Encrypted]
    public string NowJson { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>A next step may come; one that ended, or that stays on a dose, has none.</summary>
    public bool GoesDown => State is CourseState.Active or CourseState.OnHold;

    /// <summary>The earliest day of the next step, where it lies ahead; null where it waits already, or none comes.</summary>
    public DateOnly? NextFrom(DateOnly today) => GoesDown && Now.DueOn is { } due && due > today ? due : null;

    public CourseNow Now => Recorded.Read(NowJson, CourseNow.None);

    internal static TaperCourse Of(TaperDraft draft, Entry by) =>
        new()
        {
            Id = Guid.CreateVersion7(by.RecordedAt),
            PatientId = draft.PatientId,
            EpisodeId = draft.EpisodeId,
            RecordedAt = Recorded.Utc(by.RecordedAt),
            RecordedBy = by.RecordedBy,
        };

    /// <exception cref="RuleViolationException"><c>course.state</c>: the action has no place in this state.</exception>
    internal CourseState Require(CourseAction action) =>
        CourseTable.After(State, action) ?? throw new RuleViolationException("course.state");

    internal void Become(CourseState state, DateOnly? holdUntil) => (State, HoldUntil) = (state, holdUntil);

    internal void Follow(TaperVersion version) => VersionId = version.Id;

    internal void Stand(CourseNow now) => NowJson = Recorded.Json(now);
}
