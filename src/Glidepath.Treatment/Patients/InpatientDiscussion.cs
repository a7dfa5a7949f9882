using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

public enum InpatientOutcome
{
    Accepted,
    WantsTime,
    DeclinedForNow,
    NoPlaceFound,
    NotNeededByClinician,
}

/// <summary>With an unknown supply, care as an inpatient is talked about first. What was said stands here.</summary>
[RecordOf(DataClass.Progress)]
public sealed class InpatientDiscussion : IPatientRecord, IAppendOnly
{
    private InpatientDiscussion() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public DateOnly On { get; private set; }

    public InpatientOutcome Outcome { get; private set; }

    /// <summary>What matters to the person, in their words.</summary>
    [Encrypted]
    public string WhatThePersonSaid { get; private set; } = "";

    [Encrypted]
    public string? NextStep { get; private set; }

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public static InpatientDiscussion Record(
        EpisodeOfCare episode,
        DateOnly on,
        InpatientOutcome outcome,
        string whatThePersonSaid,
        string? nextStep,
        Entry entry
    )
    {
        entry = entry.Checked();
        return new InpatientDiscussion
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            On = on,
            Outcome = outcome,
            WhatThePersonSaid = Recorded.Required(whatThePersonSaid, "pathway.inpatient.person-said", Recorded.LongText),
            NextStep = Recorded.Optional(nextStep, "pathway.inpatient.next-step", 1_000),
            AmendsId = entry.AmendsId,
            AmendmentReason = entry.AmendmentReason,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }
}
