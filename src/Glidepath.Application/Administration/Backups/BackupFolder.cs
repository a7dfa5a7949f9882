using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Glidepath.Storage;

namespace Glidepath.Application.Administration.Backups;

/// <summary>The files that the schedule made, and no others: what someone put beside them by hand is not ours to remove.</summary>
internal static partial class BackupFolder
{
    public static string NameAt(DateTime utc) =>
        $"glidepath-daily-{utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.backup";

    /// <summary>What a killed run left under its temporary name.</summary>
    public static void RemoveLeftOver(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => PartName().IsMatch(Path.GetFileName(f))).ToList())
            File.Delete(file);
    }

    /// <summary>
    /// The newest that look whole are kept, so many of them, and this one whatever its name says of when it was made; what is older goes.
    /// </summary>
    public static void RemoveOld(string folder, string kept, int keep)
    {
        var whole = 1;
        foreach (
            var file in Directory
                .EnumerateFiles(folder)
                .Where(f => OwnName().IsMatch(Path.GetFileName(f)) && f != kept)
                .OrderDescending(StringComparer.Ordinal)
                .ToList()
        )
            if (whole >= keep)
                File.Delete(file);
            else if (LooksWhole(file))
                whole++;
    }

    /// <summary>As it lies on the disk now: how long, and what its bytes come to.</summary>
    /// <exception cref="IOException">It is not what a backup looks like.</exception>
    public static async Task<(long Bytes, string Hash)> LookAsync(string file, CancellationToken cancellationToken)
    {
        if (!LooksWhole(file))
            throw new IOException("The backup does not read back as it was written.");
        await using var stream = File.OpenRead(file);
        return (stream.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)));
    }

    private static bool LooksWhole(string file)
    {
        using var stream = File.OpenRead(file);
        return StoreBackup.LooksWhole(stream);
    }

    [GeneratedRegex(@"^glidepath-daily-\d{8}T\d{6}Z\.backup\z")]
    private static partial Regex OwnName();

    [GeneratedRegex(@"^glidepath-daily-\d{8}T\d{6}Z\.backup\.[^.]+\.[^.]+\.part\z")]
    private static partial Regex PartName();
}
