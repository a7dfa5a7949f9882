using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Messages;

/// <summary>
/// What the patient or a member of the care team wrote to the other (HL7 FHIR <c>Communication</c>); each person has one thread. It stays
/// as it was sent: what is meant otherwise is said in another one.
/// </summary>
[RecordOf(DataClass.Messages)]
public sealed class Message : IPatientRecord, IAppendOnly
{
    /// <summary>Letters, as a browser counts them.</summary>
    public const int Longest = 4_000;

    private Message() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    /// <summary>As what it was written, then.</summary>
    public Role From { get; private set; }

    /// <summary>The turn that it waits in, or that it answers; null where nothing was waiting.</summary>
    public Guid? TurnId { get; private set; }

    [Encrypted]
    public string Text { get; private set; } = "";

    /// <summary>Always null: it is followed by another.</summary>
    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public bool IsFromPatient => From is Role.Patient;

    /// <exception cref="RuleViolationException"><c>message.text.…</c></exception>
    public static Message Write(EpisodeOfCare episode, Role from, Guid? turnId, string? text, Entry entry)
    {
        entry = entry.Checked();
        return new()
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            From = from,
            TurnId = turnId,
            Text = Recorded.Required(text?.ReplaceLineEndings("\n"), "message.text", Longest),
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }
}
