using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>
/// The lowest dose that held withdrawal, as a clinician found it at the bedside. A note of what was done and seen: nothing here is
/// computed, and no plan starts from it by itself.
/// </summary>
[RecordOf(DataClass.Medications)]
public sealed class ControllingDoseNote : IPatientRecord, IAppendOnly
{
    private ControllingDoseNote() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>Drug and dose given, in the clinician's words.</summary>
    [Encrypted]
    public string Given { get; private set; } = "";

    /// <summary>What was seen after it: signs, sedation, scale scores.</summary>
    [Encrypted]
    public string Observed { get; private set; } = "";

    /// <summary>The clinician holds this to be the lowest controlling dose. False while it is still being looked for.</summary>
    public bool IsSettled { get; private set; }

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public static ControllingDoseNote Write(EpisodeOfCare episode, DateOnly on, string given, string observed, bool isSettled, Entry entry)
    {
        entry = entry.Checked();
        return new ControllingDoseNote
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            On = on,
            Given = Recorded.Required(given, "pathway.controlling-dose.given", 1_000),
            Observed = Recorded.Required(observed, "pathway.controlling-dose.observed", Recorded.LongText),
            IsSettled = isSettled,
            AmendsId = entry.AmendsId,
            AmendmentReason = entry.AmendmentReason,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }
}
