using System.Buffers.Binary;
using System.IO.Compression;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <summary>
/// The ZIP areas of the US Census Bureau's gazetteer of 2021; where they come from stands in zip-centroids.txt beside this file.
/// </summary>
public static class ZipCentroids
{
    private static readonly Lazy<ZipTable> Table = new(Load);

    public static ZipTable Census => Table.Value;

    private static ZipTable Load()
    {
        using var packed = new GZipStream(
            typeof(ZipCentroids).Assembly.GetManifestResourceStream("zip-centroids.gz")!,
            CompressionMode.Decompress
        );
        using var all = new MemoryStream();
        packed.CopyTo(all);
        var bytes = all.GetBuffer().AsSpan(0, (int)all.Length);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var (zips, at) = (new int[count], new (double, double)[count]);
        for (var i = 0; i < count; i++)
        {
            var row = bytes.Slice(4 + 12 * i, 12);
            zips[i] = BinaryPrimitives.ReadInt32LittleEndian(row);
            at[i] = (BinaryPrimitives.ReadInt32LittleEndian(row[4..]) / 1e4, BinaryPrimitives.ReadInt32LittleEndian(row[8..]) / 1e4);
        }
        return new(zips, at);
    }
}
