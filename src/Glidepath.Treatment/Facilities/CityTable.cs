namespace Glidepath.Treatment.Facilities;

/// <summary>Where a city is: the middle of its places in the directory. Near enough to rank by, and no table of cities is needed.</summary>
public sealed class CityTable
{
    private readonly Dictionary<(string City, string State), Coordinates> _at;

    private CityTable(Dictionary<(string, string), Coordinates> at) => _at = at;

    public static CityTable Of(IReadOnlyCollection<Place> places) =>
        new(
            places
                .Where(p => p.Coordinates is not null)
                .GroupBy(p => Key(p.City, p.State))
                .ToDictionary(
                    g => g.Key,
                    g => new Coordinates(
                        g.Average(p => p.Coordinates!.Latitude),
                        g.Average(p => p.Coordinates!.Longitude),
                        CoordinateSource.ZipCentroid
                    )
                )
        );

    /// <param name="state">Two letters.</param>
    public Coordinates? Find(string city, string state) => _at.GetValueOrDefault(Key(city, state));

    /// <summary>In upper case, for "did you mean".</summary>
    public IEnumerable<string> Of(string state) =>
        _at.Keys.Where(k => k.State.Equals(state.Trim(), StringComparison.OrdinalIgnoreCase)).Select(k => k.City);

    private static (string City, string State) Key(string city, string state) =>
        (city.Trim().ToUpperInvariant(), state.Trim().ToUpperInvariant());
}
