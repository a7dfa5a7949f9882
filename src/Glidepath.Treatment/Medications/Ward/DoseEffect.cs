using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Medications;

/// <summary>Whether a dose that was given as needed helped, as somebody saw it afterwards.</summary>
[RecordOf(DataClass.DoseTaken)]
public sealed class DoseEffect : IPatientRecord, IAppendOnly
{
    private DoseEffect() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid AdministrationId { get; private set; }

    public bool Helped { get; private set; }

    [Encrypted]
    public string Seen { get; private set; } = "";

    public Guid? AmendsId => null;

    public string? AmendmentReason => null;

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <exception cref="RuleViolationException"><c>dose.effect.…</c></exception>
    public static DoseEffect Of(MedicationAdministration given, bool helped, string? seen, Entry entry) =>
        given is not { Outcome: DoseOutcome.Given, IsAsNeeded: true }
            ? throw new RuleViolationException("dose.effect.not-given")
            : new()
            {
                Id = entry.Id,
                PatientId = given.PatientId,
                AdministrationId = given.Id,
                Helped = helped,
                Seen = Recorded.Required(seen, "dose.effect.seen", 1_000),
                RecordedAt = Recorded.Utc(entry.RecordedAt),
                RecordedBy = entry.RecordedBy,
            };
}
