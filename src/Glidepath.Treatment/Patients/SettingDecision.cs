using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>Where care takes place, in plain words. Not a level of any placement system.</summary>
public enum CareSetting
{
    /// <summary>Visits from home.</summary>
    Outpatient,

    /// <summary>Visits most days of the week.</summary>
    IntensiveOutpatient,

    /// <summary>Living in, with a clinician on call.</summary>
    Residential,

    /// <summary>Living in, with nursing and vital signs day and night.</summary>
    MedicallyManagedResidential,
    Hospital,
}

/// <summary>A clinician's decision on the setting, with the reason. What the rules said stands beside it; it never decides.</summary>
[RecordOf(DataClass.CarePlan)]
public sealed class SettingDecision : IPatientRecord, IAppendOnly
{
    private SettingDecision() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public DateOnly On { get; private set; }

    public CareSetting Setting { get; private set; }

    [Encrypted]
    public string Reason { get; private set; } = "";

    [Encrypted]
    public string? WhatThePersonWants { get; private set; }

    /// <summary>
    /// Rule ids of the findings that were on the screen, with a comma between: what the clinician had seen. They name conditions, so they
    /// are encrypted.
    /// </summary>
    [Encrypted]
    public string? RulesSeen { get; private set; }

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public static SettingDecision Decide(
        EpisodeOfCare episode,
        DateOnly on,
        CareSetting setting,
        string reason,
        string? whatThePersonWants,
        IEnumerable<string> rulesSeen,
        Entry entry
    )
    {
        entry = entry.Checked();
        return new SettingDecision
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            On = on,
            Setting = setting,
            Reason = Recorded.Required(reason, "setting.reason", Recorded.LongText),
            WhatThePersonWants = Recorded.Optional(whatThePersonWants, "setting.person-wants", Recorded.LongText),
            RulesSeen = Recorded.Optional(string.Join(", ", rulesSeen), "setting.rules-seen", Recorded.LongText),
            AmendsId = entry.AmendsId,
            AmendmentReason = entry.AmendmentReason,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }
}
