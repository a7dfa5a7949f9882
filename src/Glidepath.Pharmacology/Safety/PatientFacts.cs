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

    /// <summary>How long it has been taken, in days.</summary>
    public int? DurationDays { get; init; }

    /// <summary>1 to 7.</summary>
    public int? DaysPerWeek { get; init; }

    public Supply Supply { get; init; }

    /// <summary>Other medicines by name, as given.</summary>
    public IReadOnlyList<string> Medicines { get; init; } = [];

    /// <summary>Buprenorphine or methadone, by answer or in <see cref="Medicines"/>.</summary>
    public bool HasOpioidTreatment => OpioidTreatment is Answer.Yes || Lists(InteractionTable.OpioidTreatments);

    /// <summary>Any opioid, by answer or in <see cref="Medicines"/>.</summary>
    public Answer AnyOpioid => Opioid is Answer.Yes || HasOpioidTreatment || Lists(InteractionTable.Opioids) ? Answer.Yes : Opioid;

    private bool Lists(IReadOnlyList<string> medicines) => Medicines.Any(m => medicines.Any(known => InteractionTable.Names(m, known)));
}
