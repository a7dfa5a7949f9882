using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Benchmarks;

/// <summary>
/// The real substance-use directory of 2022 by the product's own importer. Further rows are the same places moved by up to twenty miles.
/// </summary>
internal static class BenchDirectory
{
    public static async Task<List<Place>> ReadAsync(string workbook)
    {
        await using var stream = File.OpenRead(workbook);
        var file = await DirectoryReader.ReadAsync(stream, Path.GetFileName(workbook), null, CodeTable.Empty, null, CancellationToken.None);
        return [.. DirectoryMerge.Apply([], CodeTable.Empty, file, ZipCentroids.Census).Places];
    }

    public static List<Place> Grown(IReadOnlyList<Place> places, int rows)
    {
        var random = new Random(1);
        List<Place> grown = [.. places.Take(rows)];
        while (grown.Count < rows)
        {
            var place = places[grown.Count % places.Count];
            grown.Add(
                place with
                {
                    Id = new(grown.Count, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
                    Coordinates = place.Coordinates is { } at
                        ? at with
                        {
                            Latitude = at.Latitude + (random.NextDouble() - 0.5) * 0.6,
                            Longitude = at.Longitude + (random.NextDouble() - 0.5) * 0.6,
                        }
                        : null,
                }
            );
        }
        return grown;
    }
}
