using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <summary>A progress note that is not signed: its author's alone, one for each author and record. Signed, it is empty again.</summary>
[RecordOf(DataClass.Progress)]
public sealed class ProgressDraft : IPatientRecord, IVersioned, IOfOneWriter
{
    private ProgressDraft() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Read <see cref="Body"/>.</summary>
    [Encrypted]
    public string BodyJson { get; private set; } = "";

    /// <summary>UTC. When it was last kept.</summary>
    public DateTime SavedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>Null where there is nothing in it.</summary>
    public NoteBody? Body => BodyJson.Length == 0 ? null : Recorded.Read(BodyJson, NoteBody.Empty);

    /// <exception cref="RuleViolationException"><c>note.…</c></exception>
    public static ProgressDraft Begin(Guid id, Guid patientId, NoteBody body, DateTime at, Guid by)
    {
        var draft = new ProgressDraft
        {
            Id = id,
            PatientId = patientId,
            RecordedBy = by,
        };
        draft.Keep(body, at);
        return draft;
    }

    /// <exception cref="RuleViolationException"><c>note.…</c></exception>
    public void Keep(NoteBody body, DateTime at) => (BodyJson, SavedAt) = (Recorded.Json(body.Unfinished()), Recorded.Utc(at));

    /// <summary>It is signed: what stood in it stands in the note.</summary>
    public void Clear(DateTime at) => (BodyJson, SavedAt) = ("", Recorded.Utc(at));
}
