using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>
/// One intake of one episode: when it began and when the answers were checked with the person. The answers are in its
/// <see cref="IntakeSection"/>s.
/// </summary>
[RecordOf(DataClass.Assessments)]
public sealed class Intake : IPatientRecord, IVersioned
{
    private Intake() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    public DateTime StartedAt { get; private set; }

    public Guid StartedBy { get; private set; }

    public DateTime? CheckedAt { get; private set; }

    public Guid? CheckedBy { get; private set; }

    public bool IsChecked => CheckedAt is not null;

    public static Intake Start(Guid id, EpisodeOfCare episode, DateTime at, Guid by) =>
        new()
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            StartedAt = Recorded.Utc(at),
            StartedBy = by,
        };

    /// <summary>
    /// The answers were read back and agreed. Open safety questions do not stand in the way of care, but they do of this.
    /// </summary>
    public void Check(IntakeReview review, DateTime at, Guid by)
    {
        if (review.Missing is { Count: > 0 } missing)
            throw new RuleViolationException(
                "intake.check.missing",
                ("questions", new SentenceList("list.comma", [.. missing.Select(q => q.Id)]))
            );
        (CheckedAt, CheckedBy) = (Recorded.Utc(at), by);
    }

    /// <summary>An answer changed after the check: it is checked again.</summary>
    public void Reopen() => (CheckedAt, CheckedBy) = (null, null);
}
