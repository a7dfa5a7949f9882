namespace Glidepath.Application.Administration.Backups;

/// <summary>Where a path leads once every link in it was followed.</summary>
internal static class RealPath
{
    public static bool IsIn(string path, string folder)
    {
        var (inner, outer) = (Of(path), Of(folder));
        return inner == outer || inner.StartsWith(outer + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    private static string Of(string path)
    {
        path = Path.GetFullPath(path);
        if (Path.GetDirectoryName(path) is not { } above)
            return path;
        // A link may lead to a link, and its folder may be one.
        var target = Directory.Exists(path) ? Directory.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        return target is not null ? Of(target.FullName) : Path.Combine(Of(above), Path.GetFileName(path));
    }
}
