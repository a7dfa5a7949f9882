using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Medications;

/// <summary>
/// What became of one dose of an order (HL7 FHIR <c>MedicationAdministration</c>). It is never changed: a correction is another that amends
/// it and says why.
/// </summary>
[RecordOf(DataClass.DoseTaken)]
public sealed class MedicationAdministration : IPatientRecord, IAppendOnly
{
    private MedicationAdministration() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid OrderId { get; private set; }

    /// <summary>Where the person lay; null where that is not known.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>The day of the dose where the program is; null of one that was given as needed.</summary>
    public DateOnly? SlotDay { get; private set; }

    /// <summary>Minutes after midnight.</summary>
    public int? SlotMinutes { get; private set; }

    /// <summary>UTC. When it was due; null of one that was given as needed.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>0; after a prescriber decided that a withheld dose is given after all, 1, and so on.</summary>
    public int Turn { get; private set; }

    public DoseOutcome Outcome { get; private set; }

    /// <summary>UTC. When it was given, or found not to be.</summary>
    public DateTime ActualAt { get; private set; }

    /// <summary>The account of who gave it, or found that it was not given.</summary>
    public Guid GiverId { get; private set; }

    /// <summary>It was written on paper first, and entered afterwards.</summary>
    public bool IsFromPaper { get; private set; }

    /// <summary>Read <see cref="Details"/>.</summary>
    [Encrypted]
    public string DetailsJson { get; private set; } = "";

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public AdministrationDetails Details => Recorded.Read(DetailsJson, new AdministrationDetails(0, []));

    public bool IsAsNeeded => SlotDay is null;

    public bool IsOf(DoseSlot slot) => OrderId == slot.OrderId && SlotDay == slot.Day && SlotMinutes == slot.Dose.Minutes;

    /// <param name="giving">Checked.</param>
    internal static MedicationAdministration Of(MedicationRequest order, DoseGiving giving, AdministrationDetails details, Entry entry) =>
        new()
        {
            Id = entry.Id,
            PatientId = order.PatientId,
            EpisodeId = order.EpisodeId,
            OrderId = order.Id,
            UnitId = giving.UnitId,
            SlotDay = giving.Slot?.Day,
            SlotMinutes = giving.Slot?.Dose.Minutes,
            DueAt = giving.Slot?.DueAt,
            Turn = giving.Turn,
            Outcome = giving.Outcome,
            ActualAt = giving.ActualAt,
            GiverId = giving.GiverId,
            IsFromPaper = giving.IsFromPaper,
            DetailsJson = Recorded.Json(details),
            AmendsId = entry.AmendsId,
            AmendmentReason = entry.AmendmentReason,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
}

/// <summary>One dose that somebody records.</summary>
/// <param name="Slot">Null for one that is given as needed.</param>
/// <param name="Turn">Of <see cref="MedicationAdministration.Turn"/>.</param>
/// <param name="ActualAt">UTC.</param>
public sealed record DoseGiving(
    DoseSlot? Slot,
    int Turn,
    DoseOutcome Outcome,
    DateTime ActualAt,
    Guid GiverId,
    bool IsFromPaper,
    Guid? UnitId
);
