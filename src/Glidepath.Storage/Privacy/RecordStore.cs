using System.Data;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// The only way to patients' data. Work that is declared as a read sees one moment of the store, and its result is given out when what it
/// saw stands in the audit; any other is one transaction, with its rows of the audit in it, or none of it happened.
/// </summary>
public sealed class RecordStore
{
    // A read is made anew where what decides it was saved meanwhile; after so many times it keeps the writers waiting instead.
    private const int MostReads = 3;

    private readonly IDbContextFactory<GlidepathDbContext> _contexts;
    private readonly Func<GlidepathDbContext> _readers;
    private readonly KeyRing _ring;
    private readonly AuditChain _chain;
    private readonly KeyFiles _keys;
    private readonly TimeProvider _clock;
    private readonly AuditWriter _writer;

    // SQLite has one writer, and who finds it busy sleeps and tries again: here they queue, and nobody sleeps longer than it takes.
    private readonly SemaphoreSlim? _turn;

    private static readonly AsyncLocal<AuditTally?> Watched = new();

    /// <summary>From here on, in this flow of control, every audit row that is committed is counted.</summary>
    public static AuditTally Watch() => Watched.Value = new AuditTally();

    private static readonly AsyncLocal<FormOnce?> Form = new();

    /// <summary>
    /// From here on, in this flow of control, each unit of work that saves something does so only if it did not for the same form before.
    /// </summary>
    public static void Take(FormOnce form) => Form.Value = form;

    /// <param name="readers">Contexts that cannot write.</param>
    /// <param name="hasOneWriter">Scopes that write come one after the other, in the order in which they were asked for.</param>
    internal RecordStore(
        IDbContextFactory<GlidepathDbContext> contexts,
        Func<GlidepathDbContext> readers,
        KeyRing ring,
        AuditChain chain,
        KeyFiles keys,
        TimeProvider clock,
        bool hasOneWriter
    )
    {
        (_contexts, _readers, _ring, _chain, _keys, _clock) = (contexts, readers, ring, chain, keys, clock);
        _turn = hasOneWriter ? new SemaphoreSlim(1, 1) : null;
        _writer = new AuditWriter(contexts.CreateDbContext, chain, _turn);
    }

    /// <param name="declared">Stands in the audit as it is where <paramref name="work"/> finds nothing; its reason and, for what leaves,
    /// its action stand in every row. Where its action is <see cref="AuditAction.Read"/>, nothing can be saved.</param>
    /// <param name="work">Called again where a read must be made anew.</param>
    /// <exception cref="StoreBusyException">Too many wait.</exception>
    /// <exception cref="SentAgainException">The form that is being taken was taken before; a row says that it came again.</exception>
    public async Task<T> RunAsync<T>(
        RequestActor actor,
        AuditEntry declared,
        Func<GlidepathDbContext, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return declared.Action == AuditAction.Read
                ? await ReadAsync(actor, declared, work, cancellationToken)
                : await RunInTurnAsync(actor, declared, work, cancellationToken);
        }
        catch (SentAgainException)
        {
            // That it came is no part of the form.
            Form.Value = null;
            await NoteAsync(actor, declared with { Action = AuditAction.Read, Reason = "form.sent-again" }, cancellationToken);
            throw;
        }
    }

    /// <summary>
    /// Whether the program itself has something to do. Nothing of a record is loaded or shown, only the yes or no leaves, and so nothing is
    /// noted: on a day without work the trail says nothing.
    /// </summary>
    public async Task<bool> IsThereAsync(Func<GlidepathDbContext, Task<bool>> asked, CancellationToken cancellationToken)
    {
        await using var db = _readers();
        db.Scope = new RecordScope(new AuditEntry(AuditAction.Read, "Work")) { IsReadOnly = true, IsDeciding = true };
        await using var moment = await Snapshot.BeginAsync(db, cancellationToken);
        return await asked(db);
    }

    private async Task<T> ReadAsync<T>(
        RequestActor actor,
        AuditEntry declared,
        Func<GlidepathDbContext, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        for (var reads = 0; reads < MostReads; reads++)
        {
            var (result, rows) = await ReadOnceAsync(actor, declared, work, cancellationToken);
            if (!await _writer.WriteAsync(rows, cancellationToken))
                continue;
            Watched.Value?.Add(rows.Entries.Count);
            return result;
        }
        return await RunInTurnAsync(actor, declared, work, cancellationToken);
    }

    private async Task<(T Result, ReadRows Rows)> ReadOnceAsync<T>(
        RequestActor actor,
        AuditEntry declared,
        Func<GlidepathDbContext, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        await using var db = _readers();
        var scope = db.Scope = new RecordScope(declared) { IsReadOnly = true };
        await using var moment = await Snapshot.BeginAsync(db, cancellationToken);
        if (Form.Value is { Units: 0 } sent && await IsKeptAsync(db, actor, sent.FirstKey, cancellationToken))
            throw new SentAgainException();
        var result = await work(db);
        await db.SaveChangesAsync(cancellationToken);
        // At whatever moment of the work it is asked, it is the end of the trail at the moment of the snapshot.
        var seen = scope.Seen ?? await AuditChain.EndAsync(db, cancellationToken);
        return (result, new ReadRows(actor, scope.Entries(), seen, scope.Patients));
    }

    private async Task<T> RunInTurnAsync<T>(
        RequestActor actor,
        AuditEntry declared,
        Func<GlidepathDbContext, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        if (_turn is null)
            return await RunNowAsync(actor, declared, work, cancellationToken);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await RunNowAsync(actor, declared, work, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<T> RunNowAsync<T>(
        RequestActor actor,
        AuditEntry declared,
        Func<GlidepathDbContext, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var scope = db.Scope = new RecordScope(declared);
        await using var transaction = await db.Database.BeginTransactionAsync(
            db is PostgresGlidepathDbContext ? IsolationLevel.ReadCommitted : IsolationLevel.Serializable,
            cancellationToken
        );
        try
        {
            // Before the work: what was done already would refuse to be done again, and that is not what a second click is to read.
            if (Form.Value is { Units: 0 } sent && await IsKeptAsync(db, actor, sent.FirstKey, cancellationToken))
                throw new SentAgainException();
            var result = await work(db);
            await db.SaveChangesAsync(cancellationToken);
            var form = scope.HasSaved ? Form.Value : null;
            if (form is not null)
                await KeepAsync(db, actor, form.NextKey, cancellationToken);
            var entries = scope.Entries();
            await _chain.AppendAsync(db, actor, entries, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            form?.Count();
            Watched.Value?.Add(entries.Count);
            foreach (var (_, row) in scope.NewKeys.Values)
                _ring.Keep(row);
            return result;
        }
        catch (DbUpdateConcurrencyException lost)
        {
            throw new LostUpdateException(lost.Entries[0].Metadata.ShortName());
        }
    }

    private async Task KeepAsync(GlidepathDbContext db, RequestActor actor, string key, CancellationToken cancellationToken)
    {
        db.Add(
            new IdempotentWrite
            {
                AccountId = actor.AccountId ?? Guid.Empty,
                Key = key,
                RequestHash = [],
                Status = 200,
                Answer = "",
                At = _clock.GetUtcNow().UtcDateTime,
            }
        );
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            await using var apart = await _contexts.CreateDbContextAsync(cancellationToken);
            if (!await IsKeptAsync(apart, actor, key, cancellationToken))
                throw;
            // Both came at the same moment, and the other was first.
            throw new SentAgainException();
        }
    }

    private static Task<bool> IsKeptAsync(GlidepathDbContext db, RequestActor actor, string key, CancellationToken cancellationToken)
    {
        var account = actor.AccountId ?? Guid.Empty;
        return db.IdempotentWrites.AnyAsync(w => w.AccountId == account && w.Key == key, cancellationToken);
    }

    /// <summary>As <see cref="RunAsync{T}"/>, but a write that was already done gives the answer it gave then.</summary>
    /// <param name="key">Chosen by the sender, 1 to 100 characters.</param>
    /// <param name="request">What is asked, byte for byte.</param>
    /// <exception cref="RuleViolationException"><c>idempotency.other-body</c>: the key was used for something else.</exception>
    public Task<T> RunOnceAsync<T>(
        RequestActor actor,
        AuditEntry declared,
        string key,
        byte[] request,
        Func<GlidepathDbContext, Task<T>> work,
        CancellationToken cancellationToken
    ) => RunOnceAsync(actor, declared, key, request, static _ => Task.FromResult(true), work, cancellationToken)!;

    /// <param name="gate">Asked first, each time: an answer given before is not given again to somebody who may not have it any
    /// more.</param>
    /// <returns>Default where the gate is shut; that is not kept as an answer.</returns>
    internal async Task<T?> RunOnceAsync<T>(
        RequestActor actor,
        AuditEntry declared,
        string key,
        byte[] request,
        Func<GlidepathDbContext, Task<bool>> gate,
        Func<GlidepathDbContext, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        // It has a key of its own.
        Form.Value = null;
        if (key.Length is 0 or > 100)
            throw new RuleViolationException("idempotency.key", ("given", key.Length));
        var account = actor.AccountId ?? Guid.Empty;
        var hash = RequestHash(account, key, request);
        for (var attempt = 0; ; attempt++)
            try
            {
                return await RunInTurnAsync(
                    actor,
                    declared,
                    async db =>
                    {
                        if (!await gate(db))
                            return default;
                        if (
                            await db
                                .IdempotentWrites.AsNoTracking()
                                .SingleOrDefaultAsync(w => w.AccountId == account && w.Key == key, cancellationToken) is
                            { } done
                        )
                            return done.RequestHash.AsSpan().SequenceEqual(hash)
                                ? JsonSerializer.Deserialize<T>(done.Answer)!
                                : throw new RuleViolationException("idempotency.other-body");
                        var result = await work(db);
                        db.Add(
                            new IdempotentWrite
                            {
                                AccountId = account,
                                Key = key,
                                RequestHash = hash,
                                Status = 200,
                                Answer = JsonSerializer.Serialize(result),
                                At = _clock.GetUtcNow().UtcDateTime,
                            }
                        );
                        return result;
                    },
                    cancellationToken
                );
            }
            catch (DbUpdateException) when (attempt == 0)
            {
                // Somebody sent the same key at the same moment and was first: the second look finds the answer.
            }
    }

    /// <summary>
    /// For <see cref="IdempotentWrite.RequestHash"/>. A body holds a name, or answers of which there are few: a plain hash could be guessed
    /// by whoever has the database alone, and equal bodies would look alike.
    /// </summary>
    public byte[] RequestHash(Guid account, string key, ReadOnlySpan<byte> request) =>
        _keys.HashSecret("idempotent write", [.. account.ToByteArray(), .. SHA256.HashData(Encoding.UTF8.GetBytes(key)), .. request]);

    /// <summary>The key of what is about no patient, so that a later write need not make it.</summary>
    internal Task EnsureInstallationKeyAsync(CancellationToken cancellationToken) =>
        _ring.TryGet(Guid.Empty, KeyScope.Record, out _)
            ? Task.CompletedTask
            : RunAsync(
                RequestActor.System("start"),
                new AuditEntry(AuditAction.Configure, "InstallationKey"),
                db =>
                {
                    var made = _ring.Make(Guid.Empty, KeyScope.Record, _clock.GetUtcNow().UtcDateTime);
                    db.Scope!.NewKeys[(Guid.Empty, KeyScope.Record)] = made;
                    db.Add(made.Row);
                    return Task.FromResult(true);
                },
                cancellationToken
            );

    /// <summary>Writes down what touched no record: a sign-in, a refusal, a change of set-up.</summary>
    /// <exception cref="StoreBusyException">Too many wait.</exception>
    public async Task NoteAsync(RequestActor actor, AuditEntry entry, CancellationToken cancellationToken)
    {
        await _writer.WriteAsync(new ReadRows(actor, [entry], Seen: null, Patients: []), cancellationToken);
        Watched.Value?.Add(1);
    }
}

/// <summary>How many audit rows a request wrote. Rows of what runs beside it count too, if it waits for that.</summary>
public sealed class AuditTally
{
    private int _rows;

    public int Rows => Volatile.Read(ref _rows);

    internal void Add(int rows) => Interlocked.Add(ref _rows, rows);
}

/// <summary>What was to be changed was changed by somebody else in the meantime. Nothing was written.</summary>
public sealed class LostUpdateException(string what)
    : Exception($"Someone else changed this {what} after you opened it. Nothing of yours was written over.")
{
    public string What { get; } = what;
}
