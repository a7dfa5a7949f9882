using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Medications;

public enum DoseDecisionKind
{
    /// <summary>It is given after all, now.</summary>
    Give,

    /// <summary>This one dose is left out; the next is due at its time.</summary>
    LeaveOut,

    /// <summary>The order is another from now on.</summary>
    Reorder,
}

/// <summary>What a prescriber decided on a dose that was withheld: withholding is never left standing.</summary>
[RecordOf(DataClass.DoseTaken)]
public sealed class DoseDecision : IPatientRecord, IAppendOnly
{
    private DoseDecision() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid AdministrationId { get; private set; }

    public DoseDecisionKind Kind { get; private set; }

    [Encrypted]
    public string Why { get; private set; } = "";

    public Guid? AmendsId => null;

    public string? AmendmentReason => null;

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <exception cref="RuleViolationException"><c>dose.decide.…</c></exception>
    public static DoseDecision Of(DoseFile file, MedicationAdministration withheld, DoseDecisionKind kind, string? why, Entry entry)
    {
        if (!Enum.IsDefined(kind))
            throw new RuleViolationException("dose.decide.kind");
        if (withheld.Outcome is not DoseOutcome.Withheld || !file.Standing.Contains(withheld))
            throw new RuleViolationException("dose.decide.not-withheld");
        if (file.DecisionOn(withheld) is not null)
            throw new RuleViolationException("dose.decide.already");
        if (withheld.IsAsNeeded && kind is DoseDecisionKind.Give)
            throw new RuleViolationException("dose.decide.as-needed");
        return new()
        {
            Id = entry.Id,
            PatientId = withheld.PatientId,
            AdministrationId = withheld.Id,
            Kind = kind,
            Why = Recorded.Required(why, "dose.decide.why", 1_000),
            RecordedAt = Recorded.Utc(entry.RecordedAt),
            RecordedBy = entry.RecordedBy,
        };
    }
}
