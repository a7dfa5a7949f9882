using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>Where the supply comes from, as far as the person wishes to say. Never asked: from whom.</summary>
public enum SupplyOrigin
{
    NotAsked,
    NotKnown,
    NotSaid,
    SomeoneElsesPrescription,
    BoughtOnline,
    BoughtOtherwise,
    Mixed,
}

public enum ContentChecked
{
    NotAsked,
    No,

    /// <summary>By a drug checking service or a laboratory.</summary>
    Yes,
    NotKnown,
}

/// <param name="SaidToBe">What it was taken to be: the real content may differ.</param>
/// <param name="Looks">Form, colour, imprint.</param>
public sealed record SupplyDetails(
    SupplyOrigin Origin,
    string? SaidToBe,
    string? Looks,
    ContentChecked ContentChecked,
    string? WhatTheCheckSaid,
    string? HowSteady
);

/// <summary>What may be taken in a day, in mg of what it is said to be. A range: the truth is not known.</summary>
public sealed record DoseRange(decimal LowMg, decimal HighMg, string? Why)
{
    /// <summary>Above this a figure is a slip of the pen.</summary>
    public const decimal MostMg = 1_000;

    internal DoseRange Checked() =>
        LowMg < 0 || HighMg > MostMg || LowMg > HighMg
            ? throw new RuleViolationException("pathway.dose-range.out-of-range", ("most", MostMg))
            : this with
            {
                Why = Recorded.Optional(Why, "pathway.dose-range-why", 1_000),
            };
}

/// <summary>
/// What is known where no prescriber gives the medicine. One per episode. Holds no dose to take: that is a clinician's
/// <see cref="ControllingDoseNote"/>.
/// </summary>
[RecordOf(DataClass.Assessments), StoredAs("NotPrescribedDoor")]
public sealed class NotPrescribedPathway : IPatientRecord, IVersioned
{
    private NotPrescribedPathway() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Read <see cref="Supply"/>.</summary>
    [Encrypted]
    public string? SupplyJson { get; private set; }

    /// <summary>Read <see cref="DailyDose"/>.</summary>
    [Encrypted]
    public string? DailyDoseJson { get; private set; }

    public SupplyDetails Supply =>
        Recorded.Read(SupplyJson, new SupplyDetails(SupplyOrigin.NotAsked, null, null, ContentChecked.NotAsked, null, null));

    public DoseRange? DailyDose => Recorded.Read<DoseRange?>(DailyDoseJson, null);

    public static NotPrescribedPathway Open(Guid id, EpisodeOfCare episode) =>
        new()
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
        };

    public void Describe(SupplyDetails supply) =>
        SupplyJson = Recorded.Json(
            supply with
            {
                SaidToBe = Recorded.Optional(supply.SaidToBe, "pathway.supply-said-to-be"),
                Looks = Recorded.Optional(supply.Looks, "pathway.supply-looks", 1_000),
                WhatTheCheckSaid = Recorded.Optional(supply.WhatTheCheckSaid, "pathway.supply-check", 1_000),
                HowSteady = Recorded.Optional(supply.HowSteady, "pathway.supply-steady", 1_000),
            }
        );

    public void Estimate(DoseRange? daily) => DailyDoseJson = daily is null ? null : Recorded.Json(daily.Checked());
}
