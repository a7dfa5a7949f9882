using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Drugs;

public enum DrugClass
{
    Benzodiazepine,

    /// <summary>Zolpidem, zopiclone, eszopiclone, zaleplon: same receptor, other structure.</summary>
    ZDrug,
}

/// <summary>A substance formed from the parent drug that acts on the same receptor.</summary>
public sealed record ActiveMetabolite(string Name, Estimate? HalfLife);

/// <summary>
/// One benzodiazepine or z-drug with its published adult oral pharmacokinetics. Every figure is an interval; a missing one is empty, never
/// guessed.
/// </summary>
public sealed record Benzodiazepine
{
    /// <summary>International non-proprietary name, lower case.</summary>
    public required string Name { get; init; }

    /// <summary>US brand names, for search and did-you-mean only.</summary>
    public IReadOnlyList<string> Brands { get; init; } = [];

    public required DrugClass Class { get; init; }

    /// <summary>
    /// Elimination half-life of the parent, in hours; one row a source. Empty for a prodrug that has none of its own: see its
    /// <see cref="Metabolites"/>.
    /// </summary>
    public required IReadOnlyList<Estimate> HalfLife { get; init; }

    /// <summary>Time of the highest concentration after one oral dose, in hours.</summary>
    public IReadOnlyList<Estimate> TimeToPeak { get; init; } = [];

    /// <summary>Oral bioavailability F, as a fraction of 1.</summary>
    public IReadOnlyList<Estimate> Bioavailability { get; init; } = [];

    /// <summary>Volume of distribution V.</summary>
    public IReadOnlyList<Estimate> VolumeOfDistribution { get; init; } = [];

    /// <summary>Clearance CL.</summary>
    public IReadOnlyList<Estimate> Clearance { get; init; } = [];

    public IReadOnlyList<ActiveMetabolite> Metabolites { get; init; } = [];

    /// <summary>How the body removes it, for the interaction rules.</summary>
    public required string Route { get; init; }

    public required Source RouteSource { get; init; }

    /// <summary>The drug is sold in the United States.</summary>
    public bool MarketedInUnitedStates { get; init; } = true;

    /// <summary>All half-life rows of the parent as one interval, in hours. Null for a prodrug that has none of its own.</summary>
    public Interval? HalfLifeHours => HalfLife.Count == 0 ? null : HalfLife.Select(e => e.Value).Aggregate((a, b) => a.Union(b));

    /// <summary>
    /// Whether the longest-lived active substance keeps a level through a day whatever the times of intake: its half-life is at least
    /// <see cref="LongActingHours"/> by the lowest figure of every source. Such a drug may be moved freely between times of day in a plan.
    /// </summary>
    public bool IsLongActing =>
        Metabolites.Any(m => m.HalfLife is { } halfLife && halfLife.Value.Low >= LongActingHours) || HalfLifeHours?.Low >= LongActingHours;

    /// <summary>
    /// 36 h: the lowest figure given for nordazepam, the metabolite that makes diazepam, chlordiazepoxide and clorazepate long-acting. Own
    /// convention, see docs/clinical/long-acting.md.
    /// </summary>
    public const decimal LongActingHours = 36;

    public override string ToString() => Name;

    /// <summary>By the name alone: two drugs never share one, and a hash of every figure costs more than most that is done with it.</summary>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
