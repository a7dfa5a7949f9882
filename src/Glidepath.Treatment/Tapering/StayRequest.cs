using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Tapering;

/// <summary>
/// "I want to stay longer on this step": the person, or whoever talks to them, asks for it, and no reason is needed. Until a prescriber
/// answers no step is taken.
/// </summary>
[RecordOf(DataClass.DoseTaken)]
public sealed class StayRequest : IPatientRecord, IVersioned
{
    private StayRequest() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid CourseId { get; private set; }

    public Guid Version { get; private set; }

    [Encrypted]
    public string? Words { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>UTC. Null while nobody has answered.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public bool IsOpen => AnsweredAt is null;

    /// <param name="words">What the person said; may be left out.</param>
    public static StayRequest Ask(TaperCourse course, string? words, Entry by)
    {
        if (course.State is not CourseState.Active)
            throw new RuleViolationException("course.stay-asked.state");
        return new()
        {
            Id = by.Id,
            PatientId = course.PatientId,
            CourseId = course.Id,
            Words = Recorded.Optional(words, "course.stay-asked", TaperCourse.LongestWhy),
            RecordedAt = Recorded.Utc(by.RecordedAt),
            RecordedBy = by.RecordedBy,
        };
    }

    /// <summary>By any decision about the course: a hold, a step after a talk, a version, an end.</summary>
    public void Answer(CourseEntry entry)
    {
        if (IsOpen)
            (AnsweredAt, AnsweredBy) = (entry.RecordedAt, entry.RecordedBy);
    }
}
