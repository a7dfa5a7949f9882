using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>What the audit knows of the clock: time that runs backward is refused at a start, and else written down.</summary>
public static class AuditClock
{
    /// <summary>As <see cref="AuditEvent.Target"/>.</summary>
    public const string Target = "Clock";

    /// <summary>Two nodes, or a time service that corrects a clock, differ by less.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private const string Back = "clock.back.",
        Seconds = "s";

    /// <returns>By how much, where it is more than <see cref="Tolerance"/>; else null.</returns>
    public static TimeSpan? WentBack(DateTime? before, DateTime now) => before - now is { } by && by > Tolerance ? by : null;

    /// <returns>By how much the clock now stands before the last row of the audit; null where it does not.</returns>
    public static async Task<TimeSpan?> StandsBeforeAsync(Store store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var last =
            await db.AuditHeads.Select(h => h.LastAt).SingleOrDefaultAsync(cancellationToken)
            ?? await db.AuditEvents.OrderByDescending(e => e.Sequence).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(cancellationToken);
        return WentBack(last, store.Clock.GetUtcNow().UtcDateTime);
    }

    internal static AuditEntry Row(TimeSpan by) =>
        new(AuditAction.Configure, Target, Reason: string.Create(CultureInfo.InvariantCulture, $"{Back}{(long)by.TotalSeconds}{Seconds}"));

    /// <returns>By how much the clock had gone back, from the reason of a row; null where it says something else.</returns>
    public static TimeSpan? Read(string reason) =>
        reason.StartsWith(Back, StringComparison.Ordinal)
        && long.TryParse(reason[Back.Length..^Seconds.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
