using System.IO.Compression;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <summary>The outline map of the Census; where it comes from stands in outlines.txt beside this file.</summary>
public static class Outlines
{
    private static readonly Lazy<OutlineMap> Map = new(Load);

    public static OutlineMap Census => Map.Value;

    private static OutlineMap Load()
    {
        using var packed = new GZipStream(typeof(Outlines).Assembly.GetManifestResourceStream("outlines.gz")!, CompressionMode.Decompress);
        using var lines = new StreamReader(packed);
        return new(lines.ReadToEnd().Split('\n'));
    }
}
