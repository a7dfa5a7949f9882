namespace Glidepath.Pharmacology.Safety;

/// <summary>An answer that may not have been asked for. The default is unknown, and unknown is never read as no.</summary>
public enum Answer
{
    Unknown,
    No,
    Yes,
}

/// <summary>Where the drug comes from.</summary>
public enum Supply
{
    /// <summary>Nobody asked.</summary>
    NotAsked,
    Prescribed,
    NotPrescribed,

    /// <summary>Asked, and not known: contents and dose may not be what they seem.</summary>
    Unknown,
}

/// <summary>What the drug is taken for.</summary>
public enum Indication
{
    /// <summary>Nobody asked.</summary>
    NotAsked,
    Anxiety,
    Panic,
    Sleep,
    MuscleSpasm,
    Seizures,

    /// <summary>A movement disorder, or a sleep disorder with abnormal movements such as REM sleep behavior disorder.</summary>
    MovementDisorder,
    Spasticity,
    Catatonia,
    AlcoholWithdrawal,
    Other,

    /// <summary>Asked, and not known.</summary>
    NotKnown,
}

/// <summary>What is known of the person. All optional.</summary>
public sealed record PatientFacts
{
    public static readonly PatientFacts None = new();

    /// <summary>In years, 0 to 120.</summary>
    public int? Age { get; init; }

    public Answer Pregnant { get; init; }

    public Answer SeizureHistory { get; init; }

    /// <summary>Past severe or complicated withdrawal: seizure, delirium, psychosis.</summary>
    public Answer SevereWithdrawal { get; init; }

    public Answer Opioid { get; init; }

    /// <summary>Buprenorphine or methadone for opioid use disorder.</summary>
    public Answer OpioidTreatment { get; init; }

    public Answer Alcohol { get; init; }

    public Answer BipolarOrPsychosis { get; init; }

    public Answer Ptsd { get; init; }

    public Answer LiverDisease { get; init; }

    public Answer EndOfLifeCare { get; init; }

    /// <summary>Sleep apnea, COPD or another lung disease.</summary>
    public Answer SleepApneaOrLungDisease { get; init; }

    public Answer FallsOrConfusion { get; init; }

    public Answer SuicidalThoughts { get; init; }

    public Answer Breastfeeding { get; init; }

    /// <summary>Drives, works high up or with machines.</summary>
    public Answer SafetyCriticalDriving { get; init; }

    public Indication Indication { get; init; }

    /// <summary>Seizures, spasticity, a movement disorder or catatonia: who treats it decides, and zero may not be the goal.</summary>
    public bool SpecialistIndication =>
        Indication is Indication.Seizures or Indication.Spasticity or Indication.MovementDisorder or Indication.Catatonia;

    /// <summary>How long it has been taken, in days.</summary>
    public int? DurationDays { get; init; }

    /// <summary>1 to 7.</summary>
    public int? DaysPerWeek { get; init; }

    public Supply Supply { get; init; }

    /// <summary>Other medicines by name, as given.</summary>
    public IReadOnlyList<string> Medicines { get; init; } = [];

    /// <summary>
    /// Benzodiazepines and z-drugs named in <see cref="Medicines"/>, by generic name or brand. The drug that is tapered is among them when
    /// it was written there too: <see cref="FactRuleTable"/> knows which one that is.
    /// </summary>
    public IReadOnlyList<SecondSedative> SecondSedative => [.. Medicines.SelectMany(Safety.SecondSedative.Read)];

    /// <summary>Buprenorphine or methadone, by answer or in <see cref="Medicines"/>.</summary>
    public bool HasOpioidTreatment => OpioidTreatment is Answer.Yes || Lists(InteractionTable.OpioidTreatments);

    /// <summary>Any opioid or a medicine that acts like one, by answer or in <see cref="Medicines"/>.</summary>
    public Answer AnyOpioid =>
        Opioid is Answer.Yes || HasOpioidTreatment || Lists(InteractionTable.Opioids) || Lists(InteractionTable.ActsLikeOpioid)
            ? Answer.Yes
            : Opioid;

    /// <summary>Alcohol, by answer or in <see cref="Medicines"/>.</summary>
    public Answer AnyAlcohol => Lists(InteractionTable.AlcoholNames) ? Answer.Yes : Alcohol;

    /// <summary>What in <see cref="Medicines"/> is a designer benzodiazepine or phenibut, as written.</summary>
    public IReadOnlyList<string> Unregulated => [.. Medicines.Where(m => InteractionTable.IsOneOf(m, InteractionTable.Unregulated))];

    private bool Lists(IReadOnlyList<string> known) => Medicines.Any(m => InteractionTable.IsOneOf(m, known));
}
