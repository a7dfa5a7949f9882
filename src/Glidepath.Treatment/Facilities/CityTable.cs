namespace Glidepath.Treatment.Facilities;

/// <summary>Where a city of the directory is: the middle of its places. Near enough to rank by where no list of towns has it.</summary>
public sealed class CityTable
{
    private readonly Dictionary<(string City, string State), Coordinates> _at;
    private readonly ILookup<string, string> _names;

    private CityTable(Dictionary<(string, string), Coordinates> at, ILookup<string, string> names) => (_at, _names) = (at, names);

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
                ),
            places.DistinctBy(p => Key(p.City, p.State)).ToLookup(p => p.State, p => p.City, StringComparer.OrdinalIgnoreCase)
        );

    /// <param name="state">Two letters.</param>
    public Coordinates? Find(string city, string state) => _at.GetValueOrDefault(Key(city, state));

    /// <summary>As the directory first spells them, for "did you mean".</summary>
    public IEnumerable<string> Of(string state) => _names[state.Trim()];

    private static (string City, string State) Key(string city, string state) => (TownName.Key(city), state.Trim().ToUpperInvariant());
}
