using System.Globalization;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>
/// The one place that says to a person who reads what they send, and by when: by what the program set and by who is on duty. It names
/// nobody and is of no record, so it is for anybody and leaves nothing in the audit.
/// </summary>
public sealed class WatchService(Store store)
{
    /// <summary>As the time of day stands in the store.</summary>
    public const string TimeFormat = "HH:mm";

    public async Task<WatchView> NowAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var now = store.Clock.GetUtcNow().UtcDateTime;
        var readBy = await db
            .StoreFacts.AsNoTracking()
            .Where(f => f.Name == OrganisationFacts.ReadBy)
            .Select(f => f.Value)
            .SingleOrDefaultAsync(cancellationToken);
        return new(Watch.Of(await DutyRosters.ReadAsync(db, now, cancellationToken), TimeOf(readBy), now), db.Zone);
    }

    /// <returns>Null for none.</returns>
    public static TimeOnly? TimeOf(string? set) =>
        TimeOnly.TryParseExact(set, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

/// <param name="Zone">Of the program.</param>
public sealed record WatchView(Watch Watch, TimeZoneInfo Zone);
