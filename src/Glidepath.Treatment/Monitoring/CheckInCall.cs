using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Monitoring;

/// <summary>Staff called someone who had not been heard from, to ask how they are.</summary>
[RecordOf(DataClass.CheckIns)]
public sealed class CheckInCall : IPatientRecord, IAppendOnly
{
    private CheckInCall() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public bool WasReached { get; private set; }

    [Encrypted]
    public string? Note { get; private set; }

    /// <summary>Always null: what was said later is a call of its own.</summary>
    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <param name="note">What they said; where nobody was reached, what was tried.</param>
    /// <exception cref="RuleViolationException">The episode is closed, or the note is missing.</exception>
    public static CheckInCall Record(EpisodeOfCare episode, bool wasReached, string? note, Entry entry)
    {
        entry = entry.Checked();
        if (!episode.IsOpen)
            throw new RuleViolationException("check-in.episode-closed");
        return new()
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            WasReached = wasReached,
            Note = Recorded.Required(note, "check-in.call.note", 1_000),
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }
}
