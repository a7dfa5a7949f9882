using Pathway = Glidepath.Treatment.Patients.Pathway;

namespace Glidepath.Treatment.Facilities;

public enum NeedKind
{
    Must,
    AnyOf,
    Not,
    Payer,
    MinimumSetting,
    Pathway,
    Wish,
    Distance,
}

/// <summary>One line of what a caller told, as it is judged and as it is named to them.</summary>
/// <param name="Id">Of its criterion; of a group, its criteria joined by "|"; "not-…" where it is unwanted; "distance".</param>
/// <param name="Criteria">One that is listed is enough.</param>
/// <param name="Wanted">False: a listing counts against the place.</param>
public sealed record NeedLine(
    string Id,
    NeedKind Kind,
    string Label,
    string Question,
    IReadOnlyList<Criterion> Criteria,
    double Weight,
    bool Wanted = true
)
{
    /// <summary>Filters: a place known not to hold it is out.</summary>
    public bool IsHard => Kind is not (NeedKind.Wish or NeedKind.Distance);

    /// <summary>
    /// A place of which it is not known goes below those of which it is. Not so for what is unwanted and for the pathway: no public directory
    /// ever says either, so every place would be below. They stay, with the question.
    /// </summary>
    public bool IsStrict => IsHard && Kind is not (NeedKind.Not or NeedKind.Pathway);

    public override string ToString() => Id;
}

/// <summary>What a caller told, in the order in which a place is judged by it: what filters, then wishes by weight.</summary>
public static class NeedLines
{
    public const string Distance = "distance";

    /// <exception cref="ArgumentException">A number is out of range, or something that may never be an input is asked for: the caller's
    /// mistake.</exception>
    public static IReadOnlyList<NeedLine> Of(CallerNeeds needs)
    {
        Check(needs);
        List<NeedLine> hard =
        [
            .. needs.Musts.DistinctBy(c => c.Id).Select(c => One(c, NeedKind.Must, c.DefaultWeight)),
            .. needs.AnyOf.Where(g => g.Count > 0).Select(g => Group(g, NeedKind.AnyOf)),
            .. needs.Payers.Count > 0 ? [Group(needs.Payers, NeedKind.Payer)] : Array.Empty<NeedLine>(),
            .. needs.MinimumSetting is { } least && least > Setting.OfficeOrTelehealth
                ? [Group(SettingLadder.AtLeast(least), NeedKind.MinimumSetting)]
                : Array.Empty<NeedLine>(),
            .. needs.Pathway is Pathway.Prescribed
                ? [One(CriterionTable.Get("prescribed-dependence"), NeedKind.Pathway, 3)]
                : Array.Empty<NeedLine>(),
            .. needs.Not.DistinctBy(c => c.Id).Select(c => One(c, NeedKind.Not, c.DefaultWeight, wanted: false)),
        ];
        var taken = hard.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        var wishes = needs
            .Wishes.Select(w => One(w.Criterion, NeedKind.Wish, w.Weight ?? w.Criterion.DefaultWeight, w.Wanted))
            .Concat(OfThePathway(needs.Pathway))
            .Where(l => l.Weight > 0 && taken.Add(l.Id))
            .OrderByDescending(l => l.Weight)
            .ThenBy(l => l.Id, StringComparer.Ordinal);
        NeedLine[] distance =
            needs.Near is not null && needs.DistanceWeight > 0
                ? [new(Distance, NeedKind.Distance, "Near you", "", [], needs.DistanceWeight)]
                : [];
        return [.. hard, .. distance, .. wishes];
    }

    /// <summary>What each pathway makes worth asking, unless the caller says otherwise.</summary>
    private static IEnumerable<NeedLine> OfThePathway(Pathway? pathway) =>
        (
            pathway switch
            {
                Pathway.Prescribed => "slow-taper hands-over-prescribing seizure-protocol",
                Pathway.NotPrescribed => "slow-taper use-assessment naloxone seizure-protocol",
                null => "",
            }
        )
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(CriterionTable.Get)
            .Select(c => One(c, NeedKind.Wish, c.DefaultWeight));

    private static NeedLine One(Criterion c, NeedKind kind, double weight, bool wanted = true) =>
        new(wanted ? c.Id : "not-" + c.Id, kind, wanted ? c.Label : "Not: " + c.Label, c.Question, [c], weight, wanted);

    private static NeedLine Group(IReadOnlyList<Criterion> any, NeedKind kind)
    {
        var distinct = any.DistinctBy(c => c.Id).ToList();
        return new(
            string.Join('|', distinct.Select(c => c.Id)),
            kind,
            string.Join(" or ", distinct.Select(c => c.Label)),
            distinct[0].Question,
            distinct,
            distinct.Max(c => c.DefaultWeight)
        );
    }

    private static void Check(CallerNeeds needs)
    {
        var asked = needs
            .Musts.Concat(needs.AnyOf.SelectMany(g => g))
            .Concat(needs.Not)
            .Concat(needs.Payers)
            .Concat(needs.Wishes.Select(w => w.Criterion));
        if (asked.FirstOrDefault(c => c.Role is CriterionRole.Shown) is { } shown)
            throw new ArgumentException($"{shown.Id} is shown beside a place and never filters or orders", nameof(needs));
        foreach (var weight in needs.Wishes.Select(w => w.Weight ?? w.Criterion.DefaultWeight).Append(needs.DistanceWeight))
            if (weight is not (>= 0 and <= Wish.MostWeight))
                throw new ArgumentOutOfRangeException(nameof(needs), weight, "a weight is 0 to 10");
        foreach (var miles in new[] { needs.WithinMiles, needs.TooFarMiles }.OfType<double>())
            if (miles is not (> 0 and <= 12_500))
                throw new ArgumentOutOfRangeException(nameof(needs), miles, "miles are above 0 and at most 12,500");
        if (needs.WithinMiles is not null && needs.Near is null)
            throw new ArgumentException("within how many miles needs a place to count from", nameof(needs));
        if (needs.Near is { } at && !Sphere.Holds(at))
            throw new ArgumentOutOfRangeException(nameof(needs), at, "latitude is -90 to 90 and longitude -180 to 180");
    }
}
