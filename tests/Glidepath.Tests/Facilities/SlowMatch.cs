using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

/// <summary>
/// The method of docs/clinical/matching.md written as plainly as it can be, without bits, lanes or heaps: what the engine must agree with.
/// </summary>
internal static class SlowMatch
{
    public sealed record Row(Place Place, int Open, double Value, double? Miles, bool IsFull);

    public static List<Row> All(IEnumerable<Place> places, CallerNeeds needs, double? within)
    {
        var lines = NeedLines.Of(needs);
        return
        [
            .. from place in places
            where PlaceReading.Open(place).Count > 0 || place.Programmes.Count == 0
            let miles = needs.Near is { } near && place.Coordinates is { } at ? Haversine(near, at) : (double?)null
            where needs.Near is null || (miles is not null && (within is null || miles <= within))
            where !lines.Any(l => l.IsHard && Says(place, l) == 0)
            select new Row(
                place,
                lines.Count(l => l.IsStrict && Says(place, l) is not (0 or 1)),
                Value(place, lines, needs, miles),
                miles,
                lines.All(l => l.Kind is NeedKind.Distance || Says(place, l) == 1)
            ),
        ];
    }

    /// <summary>1 for it, 0 against it, a half where it is not known.</summary>
    public static double Says(Place place, NeedLine line)
    {
        var readings = line.Criteria.Select(c => PlaceReading.Of(place, c, RandomPlaces.Now).Listing).ToList();
        var yes =
            readings.Contains(Listing.Listed) ? 1
            : readings.All(r => r is Listing.ListedAsNot) ? 0
            : 0.5;
        return line.Wanted ? yes : 1 - yes;
    }

    private static double Value(Place place, IReadOnlyList<NeedLine> lines, CallerNeeds needs, double? miles)
    {
        var total = lines.Sum(l => l.Weight);
        return total == 0
            ? 1
            : lines.Sum(l =>
                l.Weight
                * (
                    l.Kind is NeedKind.Distance
                        ? Near(miles!.Value)
                        : Says(place, l) switch
                        {
                            1 => 1,
                            0 => 0,
                            _ => l.Wanted ? 0.25 : 0.75,
                        }
                )
            ) / total;

        double Near(double m) => needs.TooFarMiles is { } far ? Math.Max(0, 1 - m / far) : Math.Exp(-m / 40);
    }

    public static double Haversine(Coordinates a, Coordinates b)
    {
        var (p, q) = (a.Latitude * Math.PI / 180, b.Latitude * Math.PI / 180);
        var h =
            Math.Pow(Math.Sin((q - p) / 2), 2)
            + Math.Cos(p) * Math.Cos(q) * Math.Pow(Math.Sin((b.Longitude - a.Longitude) * Math.PI / 360), 2);
        return 2 * 3958.7613 * Math.Asin(Math.Sqrt(h));
    }
}
