using System.Globalization;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;

namespace Glidepath.Application.Administration.Backups;

/// <summary><c>Backup</c> in the configuration: never set from a page.</summary>
public sealed class BackupOptions
{
    /// <summary>Where backups go; none are made on a schedule where it is not set.</summary>
    public string? Folder { get; set; }

    /// <summary>File with the operator's public key.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Time of day where the program is.</summary>
    public string At { get; set; } = "02:30";

    /// <summary>How many are kept.</summary>
    public int Keep { get; set; } = 14;

    /// <summary>How many hours old the last good one may be before the host says that something is wrong.</summary>
    public int OldestHours { get; set; } = 26;
}

/// <summary>A backup every day, sealed so that this host cannot open it again.</summary>
public sealed record BackupPlan(string Folder, BackupKeyPair Key, TimeOnly At, int Keep, TimeSpan Oldest)
{
    /// <summary>The name alone: a page does not tell where a machine keeps things.</summary>
    public string FolderName => Path.GetFileName(Folder);

    /// <returns>Null where no backup is to be made on a schedule.</returns>
    /// <exception cref="StoreRefusedException">A setting cannot be used; the message names it and what is accepted.</exception>
    public static BackupPlan? Of(BackupOptions options, StoreLocation location)
    {
        if (options is { Folder: null or "", PublicKey: null or "" })
            return null;
        if (options.Folder is not { Length: > 0 } folder || !Path.IsPathFullyQualified(folder))
            throw Refused("Folder", options.Folder ?? "", "the whole path of a folder, such as /srv/backup/glidepath");
        if (
            !TimeOnly.TryParseExact(options.At, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            || at.ToString("HH:mm", CultureInfo.InvariantCulture) != options.At
        )
            throw Refused("At", options.At, "a time of day such as 02:30");
        if (options.Keep is < 1 or > 3660)
            throw Refused("Keep", options.Keep.ToString(CultureInfo.InvariantCulture), "how many backups are kept, 1 to 3660");
        if (options.OldestHours is < 25 or > 8784)
            throw Refused(
                "OldestHours",
                options.OldestHours.ToString(CultureInfo.InvariantCulture),
                "hours, 25 to 8784; a backup is made once a day, and one night a year has an hour more"
            );
        folder = Path.TrimEndingDirectorySeparator(folder);
        foreach (var own in new[] { location.DataDirectory, location.KeyFolder, Path.GetDirectoryName(location.AnchorFile)! })
            if (RealPath.IsIn(folder, own))
                throw Refused(
                    "Folder",
                    options.Folder,
                    "a folder outside the data folder, best on another disk: what loses the record must not lose its backups too"
                );
        return new(folder, KeyOf(options.PublicKey), at, options.Keep, TimeSpan.FromHours(options.OldestHours));
    }

    /// <summary>When the last backup should have been made: today's time of day, or yesterday's before it.</summary>
    public DateTime LastDue(DateTime now, TimeZoneInfo zone)
    {
        var today = LocalDay.Of(now, zone);
        return Due(today, zone) is var due && due <= now ? due : Due(today.AddDays(-1), zone);
    }

    public DateTime NextDue(DateTime now, TimeZoneInfo zone)
    {
        var today = LocalDay.Of(now, zone);
        return Due(today, zone) is var due && due > now ? due : Due(today.AddDays(1), zone);
    }

    /// <summary>One moment each day: the first where clocks go over it twice, the next there is where they skip it.</summary>
    private DateTime Due(DateOnly day, TimeZoneInfo zone)
    {
        var time = At;
        while (true)
        {
            if (LocalTime.InstantOf(day, time, zone) is { } instant)
                return instant;
            time = time.AddMinutes(1, out var days);
            day = day.AddDays(days);
        }
    }

    private static BackupKeyPair KeyOf(string? file)
    {
        if (file is not { Length: > 0 })
            throw Refused("PublicKey", "", "the file with the public key that `glidepath backup key` made");
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Refused("PublicKey", file, "a file that is there and may be read");
        }
        var key = BackupKeyPair.Of(text);
        return key.HasPrivate
            ? throw Refused(
                "PublicKey",
                file,
                "the public key, not the private one. Take this file off this machine: with it, anyone here opens every backup"
            )
            : key;
    }

    private static StoreRefusedException Refused(string setting, string read, string accepted) =>
        new("backup.setting", $"Backup:{setting}: read \"{read}\"; accepted: {accepted}");
}
