using Glidepath.Storage.Privacy;

namespace Glidepath.Storage;

/// <summary>The time zone of the program, by its IANA name: said at the first start, and kept in the store.</summary>
public static class ProgramZone
{
    internal const string Fact = "program.time-zone";

    /// <summary>Of a store that was made before it kept one: its days were those of UTC, and stay so until somebody says otherwise.</summary>
    internal const string Former = "Etc/UTC";

    /// <exception cref="StoreRefusedException">No such zone, or not by its IANA name.</exception>
    public static TimeZoneInfo Find(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && (zone.HasIanaId || zone.Equals(TimeZoneInfo.Utc))
            ? zone
            : throw new StoreRefusedException(
                "time-zone.unknown",
                $"There is no time zone \"{name}\" here. Program:TimeZone takes an IANA name, such as America/Los_Angeles; the system needs "
                    + "its time zone data (package tzdata)."
            );

    /// <summary>The zone that this machine is set to.</summary>
    internal static string OfThisMachine() =>
        TimeZoneInfo.Local is { HasIanaId: true } local ? local.Id
        : TimeZoneInfo.TryConvertWindowsIdToIanaId(TimeZoneInfo.Local.Id, out var name) ? name
        : Former;
}
