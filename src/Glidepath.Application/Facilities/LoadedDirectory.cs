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
        CityTable.Of([]),
        [],
        CodeTable.Empty,
        "",
        Gazetteer.Empty
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

    /// <param name="typed">A ZIP code, or a town and its state.</param>
    public StartReading Near(string typed)
    {
        var loaded = Volatile.Read(ref _loaded);
        return loaded.Towns.Find(typed, loaded.Cities);
    }

    public void Swap(IReadOnlyCollection<Place> places, CodeTable codes, string edition, Gazetteer towns)
    {
        (Place Place, Programme Programme)[] programmes =
        [
            .. places.SelectMany(p => p.Programmes, (place, programme) => (place, programme)).OrderBy(p => p.programme.Id),
        ];
        Volatile.Write(
            ref _loaded,
            new Loaded(
                DirectorySnapshot.Build(places),
                places.ToDictionary(p => p.Id),
                CityTable.Of(places),
                programmes,
                codes,
                edition,
                towns
            )
        );
    }

    private sealed record Loaded(
        DirectorySnapshot Snapshot,
        IReadOnlyDictionary<Guid, Place> ById,
        CityTable Cities,
        IReadOnlyList<(Place Place, Programme Programme)> Programmes,
        CodeTable Codes,
        string Edition,
        Gazetteer Towns
    );
}
