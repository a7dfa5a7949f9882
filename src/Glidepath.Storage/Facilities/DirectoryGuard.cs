using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <summary>What a sound file may still not do to the directory.</summary>
internal static class DirectoryGuard
{
    /// <summary>So many rows with coordinates are needed to judge them.</summary>
    private const int FewestToJudge = 20;

    /// <returns>Why the file would not be taken; null where it would.</returns>
    public static string? Refusal(DirectoryFile file, DirectoryDiff diff, bool allowsDrop)
    {
        try
        {
            Require(file, diff, allowsDrop);
            return null;
        }
        catch (Exception refused) when (refused is DirectoryFileException or DirectoryDropException)
        {
            return refused.Message;
        }
    }

    /// <param name="allowsDrop">Somebody said so: fewer rows, or an older edition.</param>
    public static void Require(DirectoryFile file, DirectoryDiff diff, bool allowsDrop)
    {
        if (file.Rows.Count(r => r.Coordinates is not null) is >= FewestToJudge and var located && diff.FarFromZip.Count > located / 2)
            throw new DirectoryFileException(
                $"{diff.FarFromZip.Count:N0} of {located:N0} rows with coordinates lie over {ZipTable.FarFromZipMiles} miles from "
                    + $"their own ZIP area: latitude and longitude seem to be swapped."
            );
        if (allowsDrop)
            return;
        if (diff.IsCollapse)
            throw new DirectoryDropException(diff);
        if (diff.NewerKnown is { } newer)
            throw new DirectoryFileException(
                $"The file is of {file.AsOf:yyyy-MM-dd} and the directory holds a newer edition of the same source, of "
                    + $"{newer:yyyy-MM-dd}; it is taken only if going back is allowed as a drop is."
            );
    }
}
