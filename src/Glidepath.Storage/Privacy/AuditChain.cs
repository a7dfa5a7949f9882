using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>Appends to the chain, in the caller's transaction.</summary>
internal sealed class AuditChain(KeyFiles files, TimeProvider clock)
{
    public byte[] Key { get; } = files.Derive("audit", "chain");

    /// <summary>Takes the end of the chain for this transaction alone, so that two at once cannot both follow the same link.</summary>
    public async Task AppendAsync(
        GlidepathDbContext db,
        RequestActor actor,
        IReadOnlyList<AuditEntry> entries,
        CancellationToken cancellationToken
    )
    {
        // On SQLite the transaction itself holds the only write lock.
        if (db is PostgresGlidepathDbContext)
            await db.Database.ExecuteSqlAsync(
                $"""SELECT 1 FROM "AuditHeads" WHERE "Id" = {AuditHead.OnlyId} FOR UPDATE""",
                cancellationToken
            );
        var head = await db.AuditHeads.SingleAsync(cancellationToken);
        if (!head.IsSealed(Key))
            throw new StoreRefusedException(
                "audit.head",
                "The end of the audit chain does not fit its seal: the store was changed from outside, or the audit key is "
                    + "another. Run `glidepath audit verify`."
            );
        var now = clock.GetUtcNow().UtcDateTime;
        db.AddRange(AuditEvent.Links(Key, head, entries, actor, now));
        await db.SaveChangesAsync(cancellationToken);
    }
}
