using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Tapering;

/// <summary>Something that a person decided about a course. Nothing of it is ever written by a clock.</summary>
[RecordOf(DataClass.TaperPlan)]
public sealed class CourseEntry : IPatientRecord, IAppendOnly
{
    private CourseEntry() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid CourseId { get; private set; }

    public CourseAction Action { get; private set; }

    /// <summary>The version in force after it.</summary>
    public Guid VersionId { get; private set; }

    /// <summary>Of that version: which of its steps is taken, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>The first day of it, where the person is.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Of a hold: the day somebody looks again.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>As the person reads it.</summary>
    [Encrypted]
    public string? Why { get; private set; }

    /// <summary>Read <see cref="Rules"/>.</summary>
    [Encrypted]
    public string? RulesJson { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>Never: what was decided is followed by another decision.</summary>
    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    /// <summary>
    /// Ids of the rules that had fired when it was decided; null where nothing could be suggested to whoever decided. Counted, and shown
    /// nowhere: they rest on entries of other kinds than this one.
    /// </summary>
    public IReadOnlyList<string>? Rules => RulesJson is { } json ? Recorded.Read<string[]>(json, []) : null;

    /// <summary>Before it is saved.</summary>
    public void Saw(IEnumerable<string> rules) => RulesJson = Recorded.Json(rules.Distinct().Order(StringComparer.Ordinal).ToArray());

    internal static CourseEntry Of(
        TaperCourse course,
        CourseAction action,
        int position,
        DateOnly on,
        DateOnly? until,
        string? why,
        Entry by
    ) =>
        new()
        {
            Id = by.Id,
            PatientId = course.PatientId,
            CourseId = course.Id,
            Action = action,
            VersionId = course.VersionId,
            Position = position,
            On = on,
            Until = until,
            Why = why,
            RecordedAt = Recorded.Utc(by.RecordedAt),
            RecordedBy = by.RecordedBy,
        };
}
