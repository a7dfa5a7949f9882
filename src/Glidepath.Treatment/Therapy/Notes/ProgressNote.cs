using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <param name="Objective">Of the plan of care, that the session served; null for none.</param>
public sealed record NoteBody(string? Objective, SessionWay Way, int Minutes, string? Text)
{
    public static readonly NoteBody Empty = new(null, SessionWay.InPerson, 50, null);

    /// <summary>Whole enough to sign.</summary>
    /// <exception cref="RuleViolationException"><c>note.…</c></exception>
    public NoteBody Checked() =>
        new(
            Recorded.Optional(Objective, "note.objective"),
            Way,
            TherapySession.Checked(Minutes),
            Recorded.Optional(Text, "note.text", Recorded.LongText) ?? throw new RuleViolationException("note.text.missing")
        );

    /// <summary>What is not finished may lack anything; what cannot be kept is refused all the same.</summary>
    /// <exception cref="RuleViolationException"><c>note.…</c></exception>
    public NoteBody Unfinished() =>
        new(
            Recorded.Optional(Objective, "note.objective"),
            Way,
            TherapySession.Checked(Minutes),
            Recorded.Optional(Text, "note.text", Recorded.LongText)
        );
}

/// <summary>
/// What a session was about and what comes next, signed: for the care team and the person. It is never edited; what is to be added is an
/// addendum beside it, signed as well.
/// </summary>
[RecordOf(DataClass.Progress)]
public sealed class ProgressNote : IPatientRecord, IAppendOnly
{
    private ProgressNote() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    /// <summary>Null for a note of no session.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>The note that this one adds to; null for a note of its own.</summary>
    public Guid? AddendumToId { get; private set; }

    /// <summary>Read <see cref="Body"/>.</summary>
    [Encrypted]
    public string BodyJson { get; private set; } = "";

    /// <summary>Always null: a signed note stands, and an addendum stands beside it.</summary>
    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    /// <summary>UTC. When it was signed.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Who signed it.</summary>
    public Guid RecordedBy { get; private set; }

    public NoteBody Body => Recorded.Read(BodyJson, NoteBody.Empty);

    /// <exception cref="RuleViolationException"><c>note.…</c></exception>
    public static ProgressNote Sign(EpisodeOfCare episode, NoteBody body, Guid? sessionId, Entry entry) =>
        Of(episode.PatientId, episode.Id, body.Checked(), sessionId, null, entry);

    /// <summary>To this note, or to the one that this is an addendum of.</summary>
    /// <exception cref="RuleViolationException"><c>note.…</c></exception>
    public ProgressNote Add(string? text, Entry entry) =>
        Of(PatientId, EpisodeId, (Body with { Text = text }).Checked(), SessionId, AddendumToId ?? Id, entry);

    private static ProgressNote Of(Guid patientId, Guid episodeId, NoteBody body, Guid? sessionId, Guid? addendumTo, Entry entry) =>
        new()
        {
            Id = entry.Id,
            PatientId = patientId,
            EpisodeId = episodeId,
            SessionId = sessionId,
            AddendumToId = addendumTo,
            BodyJson = Recorded.Json(body),
            RecordedAt = Recorded.Utc(entry.RecordedAt),
            RecordedBy = entry.RecordedBy,
        };
}
