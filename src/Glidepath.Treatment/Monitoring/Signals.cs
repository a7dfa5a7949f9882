using Glidepath.Pharmacology.Safety;

namespace Glidepath.Treatment.Monitoring;

/// <summary>Something that was told and that no clinician has closed.</summary>
/// <param name="What">In the words of staff.</param>
public sealed record OpenFlag(string What, DateOnly On);

/// <summary>How the medicines of a person changed.</summary>
public enum MedicineTurn
{
    InhibitorStarted,
    InhibitorStopped,
    InducerStarted,
    InducerStopped,
    OpioidStarted,
    SedativeStarted,
}

/// <param name="Name">As it is on the list.</param>
public sealed record MedicineChange(string Name, MedicineTurn Turn, DateOnly On);

/// <summary>The last score of an instrument that measures anxiety or depression.</summary>
public sealed record ScaleScore(string Instrument, int Total, bool IsSevere, DateOnly On);

/// <summary>Everything that the rules of a supervised course read of one person on one day. What is not known is empty or null.</summary>
public sealed record Signals
{
    /// <summary>Where the person is.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>In any order.</summary>
    public IReadOnlyList<CheckInDay> Days { get; init; } = [];

    public CourseSoFar Course { get; init; } = CourseSoFar.NotKnown;

    /// <summary>Red flags, thoughts of suicide left out.</summary>
    public IReadOnlyList<OpenFlag> RedSigns { get; init; } = [];

    /// <summary>What asks for a call the same day.</summary>
    public IReadOnlyList<OpenFlag> Calls { get; init; } = [];

    /// <summary>Since when an answer that speaks of suicide is open; null where none is.</summary>
    public DateOnly? SuicideOpenSince { get; init; }

    public IReadOnlyList<MedicineChange> Medicines { get; init; } = [];

    public Answer BipolarOrPsychosis { get; init; }

    public IReadOnlyList<ScaleScore> Scales { get; init; } = [];

    /// <summary>Null where no check-in is expected.</summary>
    public Silence? Silence { get; init; }

    /// <summary>The last call in which the person was reached.</summary>
    public DateOnly? ReachedOn { get; init; }

    /// <summary>Its instant, in UTC.</summary>
    public DateTime? ReachedAt { get; init; }
}
