using System.Data;
using Glidepath.Storage.Privacy.Seals;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy.Rotation;

/// <summary>How far a change of the audit key is. It may be stopped after each, and is finished by running it again.</summary>
internal enum AuditRotationPoint
{
    NewKeyWritten,
    RowsChanged,
    StoreChanged,
    FirstFileContinued,
    FilesContinued,
}

/// <param name="Heads">Of what decides access, that are sealed with the new key now; 0 where an earlier run had done that.</param>
/// <param name="Sessions">Sealed with it.</param>
/// <param name="Ended">Sessions that were not as they had been sealed.</param>
public sealed record AuditRotation(int Heads, int Sessions, int Ended);

public static partial class KeyRotation
{
    private const string Reason = "rotate.audit";

    /// <summary>
    /// The key of the audit, of what decides access, of sessions and of the files beside the database. Rows and lines stay as they were
    /// sealed (<see cref="AuditEpochs"/>); heads, sessions and the end of the chain are sealed anew in the commit that changes the key.
    /// All of it is verified before: a new seal on what was altered would hide it.
    /// </summary>
    /// <exception cref="StoreRefusedException">Something is not as it was sealed, or the key is not in a file. Nothing was
    /// changed.</exception>
    public static Task<AuditRotation> AuditAsync(
        StoreLocation location,
        TimeProvider clock,
        CancellationToken cancellationToken,
        Func<string, string?>? environment = null
    ) => AuditAsync(location, clock, static _ => { }, environment, cancellationToken);

    internal static async Task<AuditRotation> AuditAsync(
        StoreLocation location,
        TimeProvider clock,
        Action<AuditRotationPoint> reached,
        Func<string, string?>? environment,
        CancellationToken cancellationToken
    )
    {
        var files = new NextKeyFiles(location, environment ?? Environment.GetEnvironmentVariable, NextKeyFiles.Audit);
        var store = new Store(location, files.Current(), clock);
        var done = new AuditRotation(0, 0, 0);
        var isChanged = await files.AreOfAsync(store, cancellationToken);
        if (!isChanged)
            await StoreCheck.RequireAsync(store, cancellationToken);
        var changed = new Store(location, files.Make(), clock);
        if (!isChanged)
        {
            reached(AuditRotationPoint.NewKeyWritten);
            done = await ChangeAsync(store, changed, reached, cancellationToken);
            reached(AuditRotationPoint.StoreChanged);
        }
        await ContinueFilesAsync(changed, () => reached(AuditRotationPoint.FirstFileContinued), cancellationToken);
        reached(AuditRotationPoint.FilesContinued);
        files.Place(static () => { });
        await StoreCheck.RequireAsync(new Store(location, files.Current(), clock), cancellationToken);
        return done;
    }

    private static async Task<AuditRotation> ChangeAsync(
        Store store,
        Store to,
        Action<AuditRotationPoint> reached,
        CancellationToken cancellationToken
    )
    {
        await using var db = store.CreateDbContext();
        var first = AuditEpochs.FirstRow(store.Keys);
        db.Scope = RecordScope.OfTheStore(first);
        await using var transaction = await db.Database.BeginTransactionAsync(
            db is PostgresGlidepathDbContext ? IsolationLevel.ReadCommitted : IsolationLevel.Serializable,
            cancellationToken
        );
        // First of all: nobody else ends a write before this one, and none that holds the old key after it.
        var end = await store.Chain.TakeEndAsync(db, cancellationToken);
        // Nor changes what decides access without a row of the audit.
        var heads = await (
            db is PostgresGlidepathDbContext
                ? db.AccessHeads.FromSqlRaw("""SELECT * FROM "AccessHeads" ORDER BY "SubjectId" FOR UPDATE""")
                : db.AccessHeads
        ).ToListAsync(cancellationToken);
        await RequireWholeAsync(db, store, end, cancellationToken);
        var marks = await AccessSealing.RenewAsync(db, heads, to.Seals, cancellationToken);
        db.Seals = to.Seals;
        var (sessions, ended) = await RenewSessionsAsync(db, store.Seals, cancellationToken);
        await AuditEpochs.AddAsync(db, store.Keys, to.Keys, end.Count, cancellationToken);
        (await db.StoreFacts.SingleAsync(f => f.Name == "key.audit", cancellationToken)).Value = to.Keys.Fingerprint("audit");
        await db.SaveChangesAsync(cancellationToken);
        await to.Chain.AppendAsync(
            db,
            end,
            marks
                .Chunk(20)
                .Select(some => new AuditEntry(AuditAction.Configure, nameof(AccessHead), Reason: Reason)
                {
                    Heads = string.Join(',', some),
                })
                .Prepend(first)
                .Select(entry => (RequestActor.System("keys"), entry)),
            cancellationToken
        );
        reached(AuditRotationPoint.RowsChanged);
        await transaction.CommitAsync(cancellationToken);
        return new(heads.Count, sessions, ended);
    }

    private static async Task RequireWholeAsync(GlidepathDbContext db, Store store, AuditHead end, CancellationToken cancellationToken)
    {
        // The first row under the new key must be the one that names it, and not one of the clock.
        if (AuditClock.WentBack(end.LastAt, store.Clock.GetUtcNow().UtcDateTime) is { } by)
            throw new StoreRefusedException(
                "clock.back",
                $"The clock stands {by:g} before the last row of the audit. Set it right and run this again; nothing was changed."
            );
        var problem = (await AuditVerifier.VerifyAsync(db, store, cancellationToken)).Problem;
        foreach (var (path, use) in SealedLines.Of(store.Location))
            if (problem is null)
                new SealedLines(path, store.Keys, use).Read(out problem);
        if (problem is not null)
            throw new StoreRefusedException(
                "audit.broken",
                $"The audit key was not changed, since a new seal would hide what was altered: {problem} Keep everything and call your "
                    + "privacy officer."
            );
    }

    /// <summary>Under the seals of the context, once they are saved. One that is not as it was sealed ends.</summary>
    private static async Task<(int Kept, int Ended)> RenewSessionsAsync(
        GlidepathDbContext db,
        AccessSeals before,
        CancellationToken cancellationToken
    )
    {
        var (kept, ended) = (0, 0);
        foreach (var session in await db.UserSessions.ToListAsync(cancellationToken))
            if (session.Seal.AsSpan().SequenceEqual(AccountSeals.Of(before, session)))
            {
                db.Entry(session).State = EntityState.Modified;
                kept++;
            }
            else
            {
                db.Remove(session);
                ended++;
            }
        return (kept, ended);
    }

    private static async Task ContinueFilesAsync(Store store, Action first, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var epochs = await AuditEpochs.ReadAsync(db, store.Keys, cancellationToken);
        if (epochs.Problem is { } problem)
            throw new StoreRefusedException("audit.broken", problem);
        foreach (var (path, use) in SealedLines.Of(store.Location))
        {
            await SealedLines.ContinueAsync(path, use, epochs.Keys, cancellationToken);
            first();
        }
    }
}
