using System.Text.Json.Serialization;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Monitoring;

/// <summary>Awareness as it is found (ACVPU, RCP 2017).</summary>
public enum Awareness
{
    Alert,

    /// <summary>Newly confused.</summary>
    Confused,
    Voice,
    Pain,
    Unresponsive,
}

/// <summary>What was measured at one time; what was not is null.</summary>
/// <param name="Sedation">0 awake, 1 easy to rouse, 2 easy to rouse and cannot stay awake, 3 hard to rouse (SA Health).</param>
/// <param name="Breaths">A minute.</param>
/// <param name="Oxygen">Saturation in percent.</param>
/// <param name="OxygenFlow">In L/min; null on air, and where nobody noted it.</param>
/// <param name="Systolic">In mmHg.</param>
/// <param name="Pulse">A minute.</param>
/// <param name="TemperatureF">In °F.</param>
/// <param name="BreathAlcohol">In g/210 L.</param>
/// <param name="IsUnsteady">Unsteady on the feet, or speech is slurred.</param>
public sealed record VitalSignValues(
    int? Sedation = null,
    int? Breaths = null,
    int? Oxygen = null,
    decimal? OxygenFlow = null,
    int? Systolic = null,
    int? Diastolic = null,
    int? Pulse = null,
    decimal? TemperatureF = null,
    Awareness? Awareness = null,
    decimal? BreathAlcohol = null,
    bool IsUnsteady = false,
    string? Note = null,
    bool? IsOnAir = null
)
{
    public static VitalSignValues Nothing { get; } = new();

    /// <summary>Null where nobody noted it: then it is not scored as air.</summary>
    [JsonIgnore]
    public bool? HasOxygen => OxygenFlow is not null ? true : !IsOnAir;

    /// <summary>Sedation and breathing rate, which are asked for before each sedative.</summary>
    [JsonIgnore]
    public bool HasLook => Sedation is not null && Breaths is not null;

    /// <summary>What is known after another set: its values, and of what it did not measure those before.</summary>
    public VitalSignValues Then(VitalSignValues next) =>
        new(
            next.Sedation ?? Sedation,
            next.Breaths ?? Breaths,
            next.Oxygen ?? Oxygen,
            next.HasOxygen is null ? OxygenFlow : next.OxygenFlow,
            next.Systolic ?? Systolic,
            next.Diastolic ?? Diastolic,
            next.Pulse ?? Pulse,
            next.TemperatureF ?? TemperatureF,
            next.Awareness ?? Awareness,
            next.BreathAlcohol ?? BreathAlcohol,
            next.IsUnsteady || IsUnsteady,
            next.Note,
            next.HasOxygen is null ? IsOnAir : next.IsOnAir
        );

    /// <exception cref="RuleViolationException"><c>vital.…</c>: nothing was measured, or a value is out of its range.</exception>
    public VitalSignValues Checked()
    {
        if (this with { Note = null } == Nothing)
            throw new RuleViolationException("vital.nothing");
        Range("sedation", Sedation, 0, 3);
        Range("breaths", Breaths, 0, 80);
        Range("oxygen", Oxygen, 30, 100);
        Range("oxygen-flow", OxygenFlow, 0.1m, 60);
        Range("systolic", Systolic, 30, 300);
        Range("diastolic", Diastolic, 10, 200);
        Range("pulse", Pulse, 0, 300);
        Range("temperature", TemperatureF, 80, 115);
        Range("alcohol", BreathAlcohol, 0, 1);
        if (OxygenFlow is not null && IsOnAir == true)
            throw new RuleViolationException("vital.air");
        if (Systolic is null != Diastolic is null || Diastolic >= Systolic)
            throw new RuleViolationException("vital.pressure");
        if (Awareness is { } found && !Enum.IsDefined(found))
            throw new RuleViolationException("vital.awareness");
        return this with { Note = Recorded.Optional(Note, "vital.note", 1_000) };
    }

    private static void Range(string field, decimal? value, decimal low, decimal high)
    {
        if (value < low || value > high)
            throw RuleViolationException.Of(
                $"vital.{field}",
                Sentence.Of(
                    "vital.range",
                    ("low", SafeNumber.Write(low)),
                    ("high", SafeNumber.Write(high)),
                    ("given", SafeNumber.Write(value.Value))
                )
            );
    }
}

/// <summary>
/// Vital signs of one time (a set of HL7 FHIR <c>Observation</c>). It is never changed: a correction is another that amends it and says
/// why.
/// </summary>
[RecordOf(DataClass.VitalSigns)]
public sealed class VitalSignSet : IPatientRecord, IAppendOnly
{
    /// <summary>So long after they were taken they may be entered.</summary>
    public const int MostHoursBack = 24;

    private VitalSignSet() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime TakenAt { get; private set; }

    public bool IsFromPaper { get; private set; }

    /// <summary>Read <see cref="Values"/>.</summary>
    [Encrypted]
    public string ValuesJson { get; private set; } = "";

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public VitalSignValues Values => Recorded.Read(ValuesJson, VitalSignValues.Nothing);

    /// <exception cref="RuleViolationException"><c>vital.…</c></exception>
    public static VitalSignSet Record(EpisodeOfCare episode, VitalSignValues values, DateTime takenAt, bool isFromPaper, Entry entry)
    {
        entry = entry.Checked();
        // A correction keeps the time of what it corrects, however long ago that is.
        var tooLate = entry.AmendsId is null && takenAt < entry.RecordedAt.AddHours(-MostHoursBack);
        if (Recorded.Utc(takenAt) > entry.RecordedAt || tooLate)
            throw new RuleViolationException("vital.time", ("hours", MostHoursBack));
        return new()
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            TakenAt = takenAt,
            IsFromPaper = isFromPaper,
            ValuesJson = Recorded.Json(values.Checked()),
            AmendsId = entry.AmendsId,
            AmendmentReason = entry.AmendmentReason,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }
}
