using System.Globalization;
using Glidepath.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage;

/// <summary>That a store was restored, from a backup of when, and whether somebody has said that it may serve.</summary>
/// <param name="MadeAt">Of the backup, UTC: what was ended after it is back.</param>
public sealed record RestoreMark(DateTime RestoredAt, DateTime MadeAt, bool Waits)
{
    private const string Fact = "restore.last",
        Asks = "waits",
        May = "confirmed";

    /// <returns>Null in a store that was never restored.</returns>
    public static async Task<RestoreMark?> ReadAsync(Store store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        return
            await db.StoreFacts.AsNoTracking().SingleOrDefaultAsync(f => f.Name == Fact, cancellationToken) is { } fact
            && fact.Value.Split(' ') is [var restored, var made, var state]
            ? new(Instant(restored), Instant(made), state == Asks)
            : null;
    }

    /// <summary>In the transaction of the restore.</summary>
    internal static async Task SetAsync(GlidepathDbContext db, DateTime restoredAt, DateTime madeAt, CancellationToken cancellationToken)
    {
        if (await db.StoreFacts.SingleOrDefaultAsync(f => f.Name == Fact, cancellationToken) is { } before)
            db.Remove(before);
        await db.SaveChangesAsync(cancellationToken);
        db.Add(new StoreFact { Name = Fact, Value = Text(restoredAt, madeAt, Asks) });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>By who runs the machine, who has read what may be back.</summary>
    public Task ConfirmAsync(Store store, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            RequestActor.System("start"),
            new AuditEntry(AuditAction.Configure, "Restore", Reason: "restore.confirmed"),
            async db =>
            {
                (await db.StoreFacts.SingleAsync(f => f.Name == Fact, cancellationToken)).Value = Text(RestoredAt, MadeAt, May);
                return true;
            },
            cancellationToken
        );

    private static string Text(DateTime restoredAt, DateTime madeAt, string state) =>
        string.Create(CultureInfo.InvariantCulture, $"{restoredAt:O} {madeAt:O} {state}");

    private static DateTime Instant(string text) =>
        DateTime.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
