using Pathway = Glidepath.Treatment.Patients.Pathway;

namespace Glidepath.Treatment.Facilities;

/// <param name="Weight">0 to <see cref="MostWeight"/>; null is the criterion's own.</param>
/// <param name="Wanted">False: the caller would rather not have it, such as the 12 steps.</param>
public sealed record Wish(Criterion Criterion, double? Weight = null, bool Wanted = true)
{
    public const double MostWeight = 10;
}

/// <summary>
/// What a caller told. It holds no name, and nothing that a facility pays, advertises or owns. Musts filter; wishes order. Everything is
/// optional: with nothing said, every place comes, in an order that is nobody's.
/// </summary>
public sealed record CallerNeeds
{
    /// <summary>Where the caller is; null searches everywhere and orders without distance.</summary>
    public Coordinates? Near { get; init; }

    /// <summary>
    /// Miles. Null widens ring by ring (<see cref="MatchMethod.Rings"/>) until there is a choice; a number is never widened.
    /// </summary>
    public double? WithinMiles { get; init; }

    /// <summary>
    /// Miles at which a place is worth nothing for its distance; null lets the worth fade with <see cref="MatchMethod.FadeMiles"/>.
    /// </summary>
    public double? TooFarMiles { get; init; }

    public double DistanceWeight { get; init; } = MatchMethod.DistanceWeight;

    /// <summary>All of these.</summary>
    public IReadOnlyList<Criterion> Musts { get; init; } = [];

    /// <summary>Of each group, one at least.</summary>
    public IReadOnlyList<IReadOnlyList<Criterion>> AnyOf { get; init; } = [];

    /// <summary>None of these.</summary>
    public IReadOnlyList<Criterion> Not { get; init; } = [];

    public IReadOnlyList<Wish> Wishes { get; init; } = [];

    /// <summary>The caller's ways to pay: one of them is enough. Empty where paying is no matter.</summary>
    public IReadOnlyList<Criterion> Payers { get; init; } = [];

    /// <summary>Null where it was not asked.</summary>
    public Pathway? Pathway { get; init; }

    /// <summary>As a clinician set it; null where none has.</summary>
    public Setting? MinimumSetting { get; init; }

    public IReadOnlyCollection<DangerSign> DangerSigns { get; init; } = [];

    public IReadOnlyCollection<CautionSign> CareFirst { get; init; } = [];

    /// <summary>True leaves out places that serve only alcohol, only opioid or only DUI clients.</summary>
    public bool ForBenzodiazepine { get; init; } = true;

    /// <summary>What is asked for and ruled out at once: no place could have it, and a list of none would be no answer to a slip.</summary>
    public IReadOnlyList<Criterion> Contradictions => [.. Not.Intersect(Musts.Concat(Payers))];
}
