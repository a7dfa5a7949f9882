namespace Glidepath.Treatment.Facilities;

/// <summary>What a place says of one criterion, and who said so.</summary>
/// <param name="Value">Number or rating, with its unit; none where yes or no is all.</param>
/// <param name="Source">None where nothing is listed.</param>
/// <param name="Unchecked">Somebody says yes or no for the place and staff have not looked at the proof yet, so it does not count.</param>
public sealed record Reading(Listing Listing, string? Value = null, string? Source = null, DateOnly? AsOf = null, bool Unchecked = false);

/// <summary>Reads a place as the snapshot does; held together by a test.</summary>
public static class PlaceReading
{
    /// <param name="now">UTC; a word about free beds fades by it.</param>
    public static Reading Of(Place place, Criterion criterion, DateTime now) =>
        criterion switch
        {
            { IsCapacity: true } => Free(place.Capacity, now),
            { Capability: { } capability } => Attested(place.Profile, capability),
            _ => Listed(place, criterion.Codes),
        };

    /// <summary>
    /// The programmes that a benzodiazepine caller can be sent to. Where a programme serves only others, what it offers is not counted for
    /// its neighbour; where no open programme treats substance use, the place has none to send to.
    /// </summary>
    public static IReadOnlyList<Programme> Open(Place place)
    {
        if (!place.Programmes.Any(IsExclusive))
            return place.Programmes;
        List<Programme> open = [.. place.Programmes.Where(p => !IsExclusive(p))];
        return open.Any(p => p.Kind is not ProgrammeKind.MentalHealth) ? open : [];
    }

    /// <summary>Those of <see cref="Open"/>; of a place that serves only others, all.</summary>
    internal static IReadOnlyList<Programme> Counted(Place place) => Open(place) is { Count: > 0 } open ? open : place.Programmes;

    /// <summary>Within a programme the newest word counts; of one day, the "no" of somebody with a name.</summary>
    internal static bool IsOverruled(Programme programme, ServiceFact fact)
    {
        foreach (var other in programme.Services)
            if (
                other.Code == fact.Code
                && other.Listing != fact.Listing
                && other.Listing is not Listing.NotListed
                && (other.LastSeen > fact.LastSeen || (other.LastSeen == fact.LastSeen && other.Listing is Listing.ListedAsNot))
            )
                return true;
        return false;
    }

    private static bool IsExclusive(Programme programme)
    {
        foreach (var fact in programme.Services)
            if (fact.Listing is Listing.Listed && CriterionTable.IsExclusiveClient(fact.Code))
                return true;
        return false;
    }

    private static Reading Listed(Place place, IReadOnlyList<string> codes)
    {
        var facts = Counted(place)
            .SelectMany(p => p.Services.Where(f => codes.Contains(f.Code) && f.Listing is not Listing.NotListed && !IsOverruled(p, f)))
            .ToList();
        var yes = facts.Where(f => f.Listing is Listing.Listed).MaxBy(f => f.LastSeen);
        if (yes is not null)
            return new(Listing.Listed, null, yes.Origin.Source, yes.LastSeen);
        return codes.All(code => facts.Any(f => f.Code == code)) && facts.MinBy(f => f.LastSeen) is { } no
            ? new(Listing.ListedAsNot, null, no.Origin.Source, no.LastSeen)
            : new(Listing.NotListed);
    }

    private static Reading Attested(BenzodiazepineProfile profile, BenzodiazepineCapability capability)
    {
        if (profile.Of(capability) is not { } said || said.Answer is Listing.NotListed)
            return new(Listing.NotListed);
        var listing = ProfileReading.Of(profile, capability);
        return new(listing, Unit(capability, said.Value), said.AttestedBy, said.VerifiedOn ?? said.AttestedOn, said.VerifiedOn is null);
    }

    private static string? Unit(BenzodiazepineCapability capability, string? value) =>
        (value, capability) switch
        {
            (null or "", _) => null,
            (_, BenzodiazepineCapability.SlowestTaper or BenzodiazepineCapability.FastestTaper) =>
                $"{value.TrimEnd('%', ' ')} % of the dose in 4 weeks",
            (_, BenzodiazepineCapability.LongestTaper) => $"{value} weeks",
            _ => value,
        };

    private static Reading Free(CapacityStatement? said, DateTime now) =>
        said is null || said.Age(now) is CapacityAge.Unknown
            ? new(Listing.NotListed)
            : new(
                said.Free > 0 ? Listing.Listed : Listing.ListedAsNot,
                $"{said.Free} free",
                said.SaidBy,
                LocalDay.Of(said.At, TimeZoneInfo.Utc)
            );
}
