using System.Security.Cryptography;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Application.Facilities;

/// <summary>
/// The directory in memory, read from the store and swapped whole. A search that has begun goes on with the one it began with.
/// </summary>
internal sealed class LoadedDirectory
{
    private Loaded _loaded = new(
        DirectorySnapshot.Empty,
        new Dictionary<Guid, Place>(),
        new Dictionary<string, Coordinates>(),
        [],
        CodeTable.Empty,
        "",
        _ => null
    );

    public DirectorySnapshot Current => Volatile.Read(ref _loaded).Snapshot;

    public string Edition => Volatile.Read(ref _loaded).Edition;

    /// <summary>The codes as the newest edition explains them, and those that only older ones have.</summary>
    public CodeTable Codes => Volatile.Read(ref _loaded).Codes;

    /// <summary>
    /// Every programme and where it is, in the order of their ids: the same page holds the same ones until the directory changes.
    /// </summary>
    public IReadOnlyList<(Place Place, Programme Programme)> Programmes => Volatile.Read(ref _loaded).Programmes;

    /// <summary>Draws the order of equals; another after each start, so that no place is always first.</summary>
    public int Seed { get; } = RandomNumberGenerator.GetInt32(int.MaxValue);

    public Place? Find(Guid id) => Volatile.Read(ref _loaded).ById.GetValueOrDefault(id);

    /// <param name="typed">Part of a name, a comma, a town.</param>
    public IReadOnlyList<Place> Named(string typed) =>
        typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var name, var town, ..]
            ?
            [
                .. Current
                    .Places.Where(p =>
                        p.City.Equals(town, StringComparison.OrdinalIgnoreCase) && p.Name.Contains(name, StringComparison.OrdinalIgnoreCase)
                    )
                    .Take(20),
            ]
            : [];

    /// <param name="typed">Five digits, or a city and state with a comma or a space between.</param>
    public Coordinates? Near(string typed)
    {
        var loaded = Volatile.Read(ref _loaded);
        var text = typed.Trim();
        if (text.Length >= 5 && text[..5].All(char.IsAsciiDigit) && (text.Length == 5 || text[5] == '-'))
            return loaded.Zip(text[..5]);
        var words = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? null : loaded.ByCity.GetValueOrDefault(City(string.Join(' ', words[..^1]), words[^1]));
    }

    /// <param name="zip">The middle of a ZIP area, by five digits.</param>
    public void Swap(IReadOnlyCollection<Place> places, CodeTable codes, string edition, Func<string, Coordinates?> zip)
    {
        // The middle of the places of a city that stand in the directory: near enough to rank by, and no table of cities is needed.
        var cities = places
            .Where(p => p.Coordinates is not null)
            .GroupBy(p => City(p.City, p.State), StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => new Coordinates(
                    g.Average(p => p.Coordinates!.Latitude),
                    g.Average(p => p.Coordinates!.Longitude),
                    CoordinateSource.ZipCentroid
                ),
                StringComparer.Ordinal
            );
        (Place Place, Programme Programme)[] programmes =
        [
            .. places.SelectMany(p => p.Programmes, (place, programme) => (place, programme)).OrderBy(p => p.programme.Id),
        ];
        Volatile.Write(
            ref _loaded,
            new Loaded(DirectorySnapshot.Build(places), places.ToDictionary(p => p.Id), cities, programmes, codes, edition, zip)
        );
    }

    private static string City(string city, string state) => $"{city.Trim().ToUpperInvariant()}|{state.Trim().ToUpperInvariant()}";

    private sealed record Loaded(
        DirectorySnapshot Snapshot,
        IReadOnlyDictionary<Guid, Place> ById,
        IReadOnlyDictionary<string, Coordinates> ByCity,
        IReadOnlyList<(Place Place, Programme Programme)> Programmes,
        CodeTable Codes,
        string Edition,
        Func<string, Coordinates?> Zip
    );
}
