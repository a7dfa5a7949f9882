using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Facilities;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Facilities;

/// <summary>The directory as a store keeps it. What is written here stands in the audit; what is read is public and does not.</summary>
/// <param name="madeUp">Places of a demo that no import brought: something may be said of them too.</param>
public sealed class DirectoryStore(Store store, IReadOnlyList<Place>? madeUp = null)
{
    private readonly IReadOnlyList<Place> _madeUp = madeUp ?? [];

    /// <summary>Reading a file, laying it over what is known and writing take about so much of the time of an import each.</summary>
    private const double Read = 0.5,
        Merged = 0.7;

    /// <param name="name">Name of the file: most have their edition in it.</param>
    /// <param name="progress">0 to 1.</param>
    /// <exception cref="DirectoryFileException">The file is not sound. The directory is as it was.</exception>
    /// <exception cref="DirectoryDropException">It has far fewer rows than are known. The directory is as it was.</exception>
    public async Task<DirectoryImport> ImportAsync(
        Stream file,
        string name,
        DirectoryImportOptions options,
        RequestActor actor,
        Action<double>? progress,
        CancellationToken cancellationToken
    )
    {
        await using var before = store.CreateDbContext();
        var codes = await DirectoryEditions.CodesAsync(before, cancellationToken);
        var read = await DirectoryReader.ReadAsync(
            file,
            name,
            options.Edition,
            codes,
            progress is null ? null : part => progress(part * Read),
            cancellationToken
        ) with
        {
            Region = options.Region,
        };
        if (options.IsDryRun)
        {
            var diff = (await ApplyAsync(before, read, cancellationToken)).Diff;
            return new(
                read.Source,
                read.Edition,
                read.Unreadable,
                diff,
                IsWritten: false,
                DirectoryGuard.Refusal(read, diff, options.AllowsDrop)
            );
        }
        return await store.Records.RunAsync(
            actor,
            new AuditEntry(AuditAction.Configure, "Directory", Reason: $"import {read.Source} {read.Edition}"),
            async db =>
            {
                await OneAtATimeAsync(db, cancellationToken);
                var change = await ApplyAsync(db, read, cancellationToken);
                progress?.Invoke(Merged);
                DirectoryGuard.Require(read, change.Diff, options.AllowsDrop);
                await DirectoryRows.ReplaceAsync(
                    db,
                    change.Places,
                    progress is null ? null : part => progress(Merged + part * (1 - Merged)),
                    cancellationToken
                );
                await DirectoryEditions.AddAsync(db, read, name, store.Clock.GetUtcNow().UtcDateTime, cancellationToken);
                await ChangedAsync(db, cancellationToken);
                return new DirectoryImport(read.Source, read.Edition, read.Unreadable, change.Diff, IsWritten: true);
            },
            cancellationToken
        );
    }

    /// <summary>What an import into an empty directory would bring, where there is no store yet.</summary>
    public static async Task<DirectoryImport> PreviewAsync(
        Stream file,
        string name,
        DirectoryImportOptions options,
        Action<double>? progress,
        CancellationToken cancellationToken
    )
    {
        var read = await DirectoryReader.ReadAsync(file, name, options.Edition, CodeTable.Empty, progress, cancellationToken);
        return new(
            read.Source,
            read.Edition,
            read.Unreadable,
            DirectoryMerge.Apply([], CodeTable.Empty, read, Gazetteers.Zips).Diff,
            IsWritten: false
        );
    }

    public async Task<StoredDirectory> LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        // First, so that what changes while it is read is read again.
        var version = await VersionAsync(db, cancellationToken);
        return new(
            await DirectoryRows.ReadAsync(db, cancellationToken),
            await DirectoryEditions.CodesAsync(db, cancellationToken),
            await DirectoryEditions.NowAsync(db, cancellationToken),
            version
        );
    }

    /// <summary>
    /// Another text after each change of the directory or of what was said of a place: what was loaded before is then out of date.
    /// </summary>
    public async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        return await VersionAsync(db, cancellationToken);
    }

    public async Task<DirectorySummary> SummaryAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        return new(
            await DirectoryEditions.NowAsync(db, cancellationToken),
            await db.Set<PlaceRecord>().CountAsync(cancellationToken),
            await db.Set<ProgrammeRecord>().CountAsync(cancellationToken),
            await db.Set<ServiceCodeRecord>().Select(c => c.Code).Distinct().CountAsync(cancellationToken)
        );
    }

    public async Task<DirectoryStats> StatsAsync(CancellationToken cancellationToken) =>
        DirectoryStats.Of(await LoadAsync(cancellationToken));

    /// <returns>Id of the attestation.</returns>
    /// <exception cref="Treatment.RuleViolationException">No such place, or an answer that is none.</exception>
    public Task<Guid> AttestAsync(RequestActor actor, Guid placeId, Attestation said, CancellationToken cancellationToken) =>
        MarkAsync(
            actor,
            "DirectoryAttestation",
            "attested",
            db => DirectoryMarks.AttestAsync(db, placeId, said, _madeUp, cancellationToken),
            cancellationToken
        );

    /// <summary>Staff looked at the evidence.</summary>
    public Task VerifyAsync(RequestActor actor, Guid attestationId, DateOnly on, CancellationToken cancellationToken) =>
        MarkAsync(
            actor,
            "DirectoryAttestation",
            "verified",
            db => Done(DirectoryMarks.VerifyAsync(db, attestationId, actor.AccountId, on, cancellationToken)),
            cancellationToken
        );

    /// <summary>Staff looked at the evidence, and it does not stand. The answer is kept, with the reason, and never counts.</summary>
    public Task RejectAsync(RequestActor actor, Guid attestationId, string reason, DateOnly on, CancellationToken cancellationToken) =>
        MarkAsync(
            actor,
            "DirectoryAttestation",
            "rejected",
            db => Done(DirectoryMarks.RejectAsync(db, attestationId, actor.AccountId, reason, on, cancellationToken)),
            cancellationToken
        );

    /// <summary>Those that wait for staff, the oldest first.</summary>
    public async Task<IReadOnlyList<PendingAttestation>> PendingAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var waiting = await db.Set<AttestationRecord>()
            .AsNoTracking()
            .Where(a => a.VerifiedOn == null && a.RejectedOn == null)
            .OrderBy(a => a.AttestedOn)
            .ThenBy(a => a.Id)
            .ToListAsync(cancellationToken);
        var ids = waiting.Select(a => a.PlaceId).Distinct().ToList();
        var places = (
            await db.Set<PlaceRecord>()
                .AsNoTracking()
                .Where(p => ids.Contains(p.Id))
                .Select(p => new
                {
                    p.Id,
                    p.Name,
                    p.City,
                    p.State,
                })
                .ToListAsync(cancellationToken)
        )
            .Concat(
                _madeUp.Select(p => new
                {
                    p.Id,
                    p.Name,
                    p.City,
                    p.State,
                })
            )
            .DistinctBy(p => p.Id)
            .ToDictionary(p => p.Id);
        return
        [
            .. from a in waiting
            where places.ContainsKey(a.PlaceId)
            let p = places[a.PlaceId]
            select new PendingAttestation(a.Id, p.Id, p.Name, p.City, p.State, DirectoryMarks.Of(a)),
        ];
    }

    /// <summary>Those places with what was said of them here.</summary>
    public async Task<IReadOnlyList<Place>> MarkedAsync(IReadOnlyList<Place> places, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var marks = await DirectoryMarks.AllAsync(db, cancellationToken);
        return [.. places.Select(marks.On)];
    }

    public Task StateCapacityAsync(RequestActor actor, Guid placeId, CapacityStatement said, CancellationToken cancellationToken) =>
        MarkAsync(
            actor,
            "DirectoryCapacity",
            "stated",
            db => Done(DirectoryMarks.StateCapacityAsync(db, placeId, said, _madeUp, cancellationToken)),
            cancellationToken
        );

    public Task MarkOwnAsync(RequestActor actor, Guid placeId, bool isOwn, CancellationToken cancellationToken) =>
        MarkAsync(
            actor,
            "DirectoryOwnPlace",
            isOwn ? "marked" : "unmarked",
            db => Done(DirectoryMarks.MarkOwnAsync(db, placeId, isOwn, _madeUp, cancellationToken)),
            cancellationToken
        );

    private Task<T> MarkAsync<T>(
        RequestActor actor,
        string what,
        string reason,
        Func<GlidepathDbContext, Task<T>> mark,
        CancellationToken cancellationToken
    ) =>
        store.Records.RunAsync(
            actor,
            new AuditEntry(AuditAction.Configure, what, Reason: reason),
            async db =>
            {
                await OneAtATimeAsync(db, cancellationToken);
                var result = await mark(db);
                await ChangedAsync(db, cancellationToken);
                return result;
            },
            cancellationToken
        );

    private static async Task<DirectoryChange> ApplyAsync(GlidepathDbContext db, DirectoryFile file, CancellationToken cancellationToken) =>
        DirectoryMerge.Apply(
            await DirectoryRows.ReadAsync(db, cancellationToken),
            await DirectoryEditions.CodesAsync(db, cancellationToken),
            file,
            Gazetteers.Zips
        );

    /// <summary>An import reads all, then writes all: whoever else writes to the directory waits. SQLite has one writer anyway.</summary>
    private static Task OneAtATimeAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        db is PostgresGlidepathDbContext
            ? db.Database.ExecuteSqlRawAsync("LOCK TABLE \"DirectoryImports\" IN EXCLUSIVE MODE", cancellationToken)
            : Task.CompletedTask;

    private const string VersionFact = "directory.version";

    private static async Task<string> VersionAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        await db.StoreFacts.AsNoTracking().Where(f => f.Name == VersionFact).Select(f => f.Value).SingleOrDefaultAsync(cancellationToken)
        ?? "";

    private static async Task ChangedAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var version = Guid.CreateVersion7().ToString();
        if (await db.StoreFacts.SingleOrDefaultAsync(f => f.Name == VersionFact, cancellationToken) is { } known)
            known.Value = version;
        else
            db.Add(new StoreFact { Name = VersionFact, Value = version });
    }

    private static async Task<bool> Done(Task work)
    {
        await work;
        return true;
    }
}
