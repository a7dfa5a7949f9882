using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <summary>
/// A counselor's own analysis of what was said in a session, kept apart from the rest of the record (42 CFR 2.11): under a key of its own,
/// and its writer's alone. When, how long and how a session was, the diagnosis, the plan and the progress are no part of it.
/// </summary>
[RecordOf(DataClass.CounsellingNotes)]
public sealed class CounselingNote : IPatientRecord, IAppendOnly, IOfOneWriter
{
    private CounselingNote() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    [Encrypted(Scope = KeyScope.CounsellingNotes)]
    public string Text { get; private set; } = "";

    /// <summary>Always null: a later note stands beside an earlier one.</summary>
    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <exception cref="RuleViolationException"><c>counseling-note.…</c></exception>
    public static CounselingNote Write(EpisodeOfCare episode, string? text, Entry entry) =>
        new()
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            Text =
                Recorded.Optional(text, "counseling-note", Recorded.LongText)
                ?? throw new RuleViolationException("counseling-note.missing"),
            RecordedAt = Recorded.Utc(entry.RecordedAt),
            RecordedBy = entry.RecordedBy,
        };
}
