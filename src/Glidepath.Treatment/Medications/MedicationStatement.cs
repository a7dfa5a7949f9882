using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Medications;

public enum MedicationStatus
{
    Active,
    Stopped,
    EnteredInError,
}

/// <summary>
/// One medicine that the person takes, as it is known here (HL7 FHIR <c>MedicationStatement</c>). What changes about it is a new one that
/// replaces it, so that what was known on an earlier day can be read.
/// </summary>
[RecordOf(DataClass.Medications)]
public sealed class MedicationStatement : IPatientRecord, IVersioned
{
    private MedicationStatement() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Read <see cref="Details"/>.</summary>
    [Encrypted]
    public string DetailsJson { get; private set; } = "";

    public MedicationStatus Status { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>The statement that this one stands for from its day on; null for none.</summary>
    public Guid? ReplacesId { get; private set; }

    /// <summary>UTC. When a nurse or a prescriber last held it against its sources; null for not yet.</summary>
    public DateTime? ReconciledAt { get; private set; }

    public Guid? ReconciledBy { get; private set; }

    /// <summary>First day without it.</summary>
    public DateOnly? StoppedOn { get; private set; }

    [Encrypted]
    public string? WhyStopped { get; private set; }

    public MedicationDetails Details => Recorded.Read(DetailsJson, new MedicationDetails("", "", false, MedicationSource.Person));

    public bool IsReconciled => ReconciledAt is not null;

    public static MedicationStatement Record(
        Guid id,
        EpisodeOfCare episode,
        MedicationDetails details,
        DateOnly today,
        DateTime at,
        Guid by
    ) =>
        new()
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            DetailsJson = Recorded.Json(details.Checked(today)),
            RecordedAt = Recorded.Utc(at),
            RecordedBy = by,
        };

    /// <summary>Something about it is otherwise from today on.</summary>
    /// <returns>The statement that stands for this one.</returns>
    public MedicationStatement Replace(Guid id, EpisodeOfCare episode, MedicationDetails details, string why, DateOnly today, Entry by)
    {
        var next = Record(id, episode, details, today, by.RecordedAt, by.RecordedBy);
        if (next.Details == Details)
            throw new RuleViolationException("medication.change.nothing");
        Stop(today, why, today);
        next.ReplacesId = Id;
        return next;
    }

    /// <exception cref="RuleViolationException"><c>medication.not-active</c>, or a day that cannot be.</exception>
    public void Stop(DateOnly on, string why, DateOnly today)
    {
        RequireActive();
        var reason = Recorded.Required(why, "medication.why-stopped", 1_000);
        if (on > today)
            throw new RuleViolationException("medication.stop.ahead");
        (Status, StoppedOn, WhyStopped) = (MedicationStatus.Stopped, on, reason);
    }

    /// <summary>Held against the bottle, the pharmacy or the monitoring program, and found to be so.</summary>
    public void Reconcile(DateTime at, Guid by)
    {
        RequireActive();
        (ReconciledAt, ReconciledBy) = (Recorded.Utc(at), by);
    }

    public void MarkEnteredInError(string why)
    {
        if (Status is MedicationStatus.EnteredInError)
            throw new RuleViolationException("medication.error.already");
        (Status, WhyStopped) = (MedicationStatus.EnteredInError, Recorded.Required(why, "medication.why-stopped", 1_000));
    }

    private void RequireActive()
    {
        if (Status is not MedicationStatus.Active)
            throw new RuleViolationException("medication.not-active");
    }
}
