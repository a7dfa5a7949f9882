using System.Data;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Glidepath.Storage.Privacy;

/// <summary>What was read at a moment and waits to be written down before it may be shown.</summary>
/// <param name="Seen">Rows of the trail at that moment; null where nothing was read.</param>
/// <param name="Patients">Whose data bore on the answer.</param>
internal sealed record ReadRows(RequestActor Actor, IReadOnlyList<AuditEntry> Entries, long? Seen, IReadOnlyCollection<Guid> Patients);

/// <summary>
/// Writes down what was read: the rows of all requests that wait go into one transaction, with one flush to the disk, and each request
/// goes on when that is done. Where something that may decide the access was saved since the moment of a read, that read is sent back, to
/// be made anew.
/// </summary>
/// <param name="turn">Of the one writer of SQLite; null where the store queues its writers itself.</param>
internal sealed class AuditWriter(Func<GlidepathDbContext> contexts, AuditChain chain, SemaphoreSlim? turn)
{
    /// <summary>Requests that may wait; the next is refused.</summary>
    public const int MostWaiting = 2_000;

    private const int MostAtOnce = 200;

    // Result codes of SQLite (https://sqlite.org/rescode.html).
    private const int TooBig = 18,
        Constraint = 19,
        Mismatch = 20;

    // What shows or notes and changes nothing that a later answer depends on.
    private static readonly AuditAction[] Looks =
    [
        AuditAction.Read,
        AuditAction.Print,
        AuditAction.Export,
        AuditAction.SignIn,
        AuditAction.SignOut,
        AuditAction.Backup,
    ];

    private static readonly HotQuery<long, Changed> ChangedSince = new(
        (db, sequence) =>
            db
                .AuditEvents.Where(e => e.Sequence > sequence && !Looks.Contains(e.Action) && e.Outcome == AuditOutcome.Permitted)
                .Select(e => new Changed(e.Sequence, e.PatientId))
    );

    private sealed record Changed(long Sequence, Guid? PatientId);

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true }
    );
    private int _isWriting;

    /// <returns>False where it must be read anew; nothing was written then.</returns>
    /// <exception cref="StoreBusyException">Too many wait.</exception>
    public Task<bool> WriteAsync(ReadRows rows, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(rows);
        if (!_queue.Writer.TryWrite(waiting))
            throw new StoreBusyException();
        Wake();
        // Who gives up waiting is not shown anything; that it was read is written down all the same.
        return waiting.Written.Task.WaitAsync(cancellationToken);
    }

    private void Wake()
    {
        if (Interlocked.CompareExchange(ref _isWriting, 1, 0) != 0)
            return;
        // Of no request: what flows with one must not reach the rows of another.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(WriteAllAsync);
    }

    private async Task WriteAllAsync()
    {
        do
        {
            while (_queue.Reader.TryPeek(out _))
                await WriteNextAsync();
            Volatile.Write(ref _isWriting, 0);
        } while (_queue.Reader.TryPeek(out _) && Interlocked.CompareExchange(ref _isWriting, 1, 0) == 0);
    }

    private async Task WriteNextAsync()
    {
        if (turn is not null)
            await turn.WaitAsync();
        try
        {
            // Taken when the turn has come, so that all who came meanwhile are in it.
            var batch = new List<Waiting>();
            while (batch.Count < MostAtOnce && _queue.Reader.TryRead(out var next))
                batch.Add(next);
            if (await TryAsync(batch) is not { } failed)
                return;
            foreach (var one in batch)
            {
                var own = batch.Count > 1 && IsOfARow(failed) ? await TryAsync([one]) : failed;
                if (own is not null)
                    one.Written.TrySetException(own);
            }
        }
        finally
        {
            turn?.Release();
        }
    }

    // What a store says of a value that it does not take. A full disk or a lock is the same for each row: nobody waits for it once more.
    private static bool IsOfARow(Exception failed) =>
        failed switch
        {
            SqliteException sqlite => sqlite.SqliteErrorCode is Constraint or TooBig or Mismatch,
            PostgresException postgres => postgres.SqlState.StartsWith("22", StringComparison.Ordinal)
                || postgres.SqlState.StartsWith("23", StringComparison.Ordinal),
            { InnerException: { } inner } => IsOfARow(inner),
            _ => false,
        };

    /// <returns>Null where it is written, and everyone was told.</returns>
    private async Task<Exception?> TryAsync(IReadOnlyList<Waiting> batch)
    {
        try
        {
            var stale = await CommitAsync(batch);
            foreach (var waiting in batch)
                waiting.Written.TrySetResult(!stale.Contains(waiting));
            return null;
        }
        catch (Exception failed)
        {
            return failed;
        }
    }

    private async Task<HashSet<Waiting>> CommitAsync(IReadOnlyList<Waiting> batch)
    {
        await using var db = contexts();
        await using var transaction = await db.Database.BeginTransactionAsync(
            db is PostgresGlidepathDbContext ? IsolationLevel.ReadCommitted : IsolationLevel.Serializable
        );
        var head = await chain.TakeEndAsync(db, CancellationToken.None);
        var stale = await StaleAsync(db, batch, head.Count);
        await chain.AppendAsync(
            db,
            head,
            batch.Where(w => !stale.Contains(w)).SelectMany(w => w.Rows.Entries.Select(e => (w.Rows.Actor, e))),
            CancellationToken.None
        );
        await transaction.CommitAsync();
        return stale;
    }

    /// <summary>
    /// The trail itself says what was saved since: every change of a record, an account or the set-up has its row, from whatever node.
    /// </summary>
    private static async Task<HashSet<Waiting>> StaleAsync(GlidepathDbContext db, IReadOnlyList<Waiting> batch, long now)
    {
        var earliest = batch.Min(w => w.Rows.Seen ?? now);
        if (earliest == now)
            return [];
        var changes = await ChangedSince.ToListAsync(db, earliest, CancellationToken.None);
        return
        [
            .. batch.Where(w =>
                changes.Exists(c => c.Sequence > w.Rows.Seen && (c.PatientId is not { } patient || w.Rows.Patients.Contains(patient)))
            ),
        ];
    }

    private sealed class Waiting(ReadRows rows)
    {
        public ReadRows Rows { get; } = rows;

        public TaskCompletionSource<bool> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>More requests wait for the store than it can answer in time. Nothing was done; the same can be sent again.</summary>
public sealed class StoreBusyException() : Exception("The store is too busy to answer. Nothing was done. Try again in a moment.");
