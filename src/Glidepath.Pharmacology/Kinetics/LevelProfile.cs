using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>What is to be simulated.</summary>
public sealed record LevelRequest
{
    public required KineticModel Model { get; init; }

    public required DoseHistory Doses { get; init; }

    /// <summary>From hour 0; above 0, at most <see cref="DoseHistory.LongestHours"/>.</summary>
    public required double Hours
    {
        get;
        init =>
            field = value is > 0 and <= DoseHistory.LongestHours
                ? value
                : throw new ArgumentOutOfRangeException(nameof(Hours), value, $"Accepted: above 0 to {DoseHistory.LongestHours:0}.");
    }

    /// <summary>Between two output points; a hundredth of an hour to <see cref="Hours"/>. The default is 1.</summary>
    public double EveryHours
    {
        get;
        init =>
            field = value is >= 0.01 and <= DoseHistory.LongestHours
                ? value
                : throw new ArgumentOutOfRangeException(nameof(EveryHours), value, "Accepted: 0.01 or more.");
    } = 1;

    public Person Person { get; init; } = Person.StandardAdult;

    public IReadOnlyList<KineticChange> Changes { get; init; } = [];

    /// <summary>Factor on what is absorbed of a dose taken at an hour; 1 throughout by default.</summary>
    public Func<double, double> Absorbed { get; init; } = static _ => 1;

    /// <summary>Virtual patients; 0, the default, simulates the members of the model instead.</summary>
    public int Patients
    {
        get;
        init =>
            field = value is >= 0 and <= MostPatients
                ? value
                : throw new ArgumentOutOfRangeException(nameof(Patients), value, $"Accepted: 0 to {MostPatients}.");
    }

    public ulong Seed { get; init; }

    /// <summary>Draws fitted to one person's measured levels, in place of the model's members.</summary>
    public PosteriorDraws? Posterior { get; init; }

    /// <summary>Threads to share virtual patients out to; 1 or more. Changes no result.</summary>
    public int Threads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "Accepted: 1 or more.");
    } = 1;

    public const int MostPatients = 1_000_000;
}

/// <summary>The level of one substance over time.</summary>
/// <param name="Hours">Of each point.</param>
/// <param name="Low">In ng/mL, a point each; as are <paramref name="Typical"/> and <paramref name="High"/>.</param>
public sealed record AnalyteLevels(
    string Analyte,
    IReadOnlyList<double> Hours,
    IReadOnlyList<double> Low,
    IReadOnlyList<double> Typical,
    IReadOnlyList<double> High,
    LevelSummary Summary
);

/// <summary>Levels in ng/mL. Days are 24 h from hour 0.</summary>
/// <param name="Trough">Lowest over the last day.</param>
/// <param name="Average">Over the last day.</param>
/// <param name="SwingPercent">(Highest − lowest) / average over the last day, in per cent.</param>
/// <param name="Accumulation">Average of the last day over that of the first.</param>
/// <param name="HalfLifeHours">Of elimination at the end, in h; of a metabolite its own.</param>
/// <param name="WeeklyFallPercent">Largest fall of the mean level from one week to the next up to the last dose, in per cent; 0 where none
/// falls.</param>
public sealed record LevelSummary(
    Band Cmax,
    Band TmaxHours,
    Band Trough,
    Band Average,
    Band SwingPercent,
    Band Accumulation,
    Band HalfLifeHours,
    Band WeeklyFallPercent
);

/// <summary>A fact that was applied to the model for this person, or one that it does not cover.</summary>
public sealed record AppliedAdjustment(string Text, Source Source, Confidence Confidence);

/// <param name="Model">As adjusted for the person.</param>
/// <param name="Analytes">The drug first, then its metabolites.</param>
public sealed record LevelProfile(KineticModel Model, IReadOnlyList<AnalyteLevels> Analytes, IReadOnlyList<AppliedAdjustment> Adjustments);
