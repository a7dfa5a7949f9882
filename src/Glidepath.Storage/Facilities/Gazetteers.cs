using System.Globalization;
using System.IO.Compression;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <summary>Towns of the Census and of GeoNames; where they come from stands in gazetteer.txt beside this file.</summary>
public static class Gazetteers
{
    private static readonly Lazy<(Gazetteer Towns, ZipTable Zips)> Loaded = new(Load);

    /// <summary>Read at the first search: 45,000 names.</summary>
    public static Gazetteer Known => Loaded.Value.Towns;

    /// <summary>Areas of the Census, and for ZIP codes without one the middle of their town.</summary>
    public static ZipTable Zips => Loaded.Value.Zips;

    private static (Gazetteer, ZipTable) Load()
    {
        using var packed = new GZipStream(
            typeof(Gazetteers).Assembly.GetManifestResourceStream("gazetteer.gz")!,
            CompressionMode.Decompress
        );
        using var lines = new StreamReader(packed);
        var (towns, offices) = (new List<Town>(), new List<(string Zip, Town Town)>());
        while (lines.ReadLine() is { } line)
            if (line.Split('|') is [_, _, _, ..] cells)
                if (char.IsAsciiDigit(cells[0][0]))
                    offices.Add((cells[0], Read(cells[1], cells[2], cells[3..])));
                else
                    towns.Add(Read(cells[0], cells[1], cells[2..]));
        var zips = ZipCentroids
            .Census.All.Concat(offices.Select(o => (o.Zip, o.Town.At)))
            .OrderBy(z => z.Item1, StringComparer.Ordinal)
            .ToList();
        return (
            new(ZipCentroids.Census, offices, towns),
            new(
                [.. zips.Select(z => int.Parse(z.Item1, CultureInfo.InvariantCulture))],
                [.. zips.Select(z => (z.Item2.Latitude, z.Item2.Longitude))]
            )
        );
    }

    private static Town Read(string state, string name, string[] at) =>
        new(name, state, new(Degrees(at[0]), Degrees(at[1]), CoordinateSource.ZipCentroid));

    private static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
