using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Facilities;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Facilities;

/// <summary>The directory as a store keeps it. What is written here stands in the audit; what is read is public and does not.</summary>
public sealed class DirectoryStore(Store store)
{
    /// <summary>Reading a file, laying it over what is known and writing take about so much of the time of an import each.</summary>
    private const double Read = 0.5, Merged = 0.7;

    /// <param name="name">Name of the file: most have their edition in it.</param>
    /// <param name="progress">0 to 1.</param>
    /// <exception cref="DirectoryFileException">The file is not sound. The directory is as it was.</exception>
    /// <exception cref="DirectoryDropException">It has far fewer rows than are known. The directory is as it was.</exception>
    public async Task<DirectoryImport> ImportAsync(Stream file, string name, DirectoryImportOptions options, RequestActor actor, Action<double>? progress, CancellationToken cancellationToken)
    {
        await using var before = store.CreateDbContext();
        var codes = await DirectoryEditions.CodesAsync(before, cancellationToken);
        var read = await DirectoryReader.ReadAsync(file, name, options.Edition, codes, progress is null ? null : part => progress(part * Read), cancellationToken) with { Region = options.Region };
        if (options.IsDryRun)
        {
            var diff = (await ApplyAsync(before, read, cancellationToken)).Diff;
            return new(read.Source, read.Edition, read.Unreadable, diff, IsWritten: false, DirectoryGuard.Refusal(read, diff, options.AllowsDrop));
        }
        return await store.Records.RunAsync(actor, new AuditEntry(AuditAction.Configure, "Directory", Reason: $"import {read.Source} {read.Edition}"), async db =>
        {
            await OneAtATimeAsync(db, cancellationToken);
            var change = await ApplyAsync(db, read, cancellationToken);
            progress?.Invoke(Merged);
            DirectoryGuard.Require(read, change.Diff, options.AllowsDrop);
            await DirectoryRows.ReplaceAsync(db, change.Places, progress is null ? null : part => progress(Merged + part * (1 - Merged)), cancellationToken);
            await DirectoryEditions.AddAsync(db, read, name, store.Clock.GetUtcNow().UtcDateTime, cancellationToken);
            await ChangedAsync(db, cancellationToken);
            return new DirectoryImport(read.Source, read.Edition, read.Unreadable, change.Diff, IsWritten: true);
        }, cancellationToken);
    }

    /// <summary>What an import into an empty directory would bring, where there is no store yet.</summary>
    public static async Task<DirectoryImport> PreviewAsync(Stream file, string name, DirectoryImportOptions options, Action<double>? progress, CancellationToken cancellationToken)
    {
        var read = await DirectoryReader.ReadAsync(file, name, options.Edition, CodeTable.Empty, progress, cancellationToken);
        return new(read.Source, read.Edition, read.Unreadable, DirectoryMerge.Apply([], CodeTable.Empty, read, ZipCentroids.Census).Diff, IsWritten: false);
    }

    public async Task<StoredDirectory> LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        // First, so that what changes while it is read is read again.
        var version = await VersionAsync(db, cancellationToken);
        return new(await DirectoryRows.ReadAsync(db, cancellationToken), await DirectoryEditions.CodesAsync(db, cancellationToken), await DirectoryEditions.NowAsync(db, cancellationToken), version);
    }

    /// <summary>Another text after each change of the directory or of what was said of a place: what was loaded before is then out of date.</summary>
    public async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        return await VersionAsync(db, cancellationToken);
    }

    public async Task<DirectorySummary> SummaryAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        return new(await DirectoryEditions.NowAsync(db, cancellationToken), await db.Set<PlaceRecord>().CountAsync(cancellationToken), await db.Set<ProgrammeRecord>().CountAsync(cancellationToken),
            await db.Set<ServiceCodeRecord>().Select(c => c.Code).Distinct().CountAsync(cancellationToken));
    }

    public async Task<DirectoryStats> StatsAsync(CancellationToken cancellationToken) => DirectoryStats.Of(await LoadAsync(cancellationToken));

    /// <returns>Id of the attestation.</returns>
    /// <exception cref="Treatment.RuleViolationException">No such place, or an answer that is none.</exception>
    public Task<Guid> AttestAsync(RequestActor actor, Guid placeId, Attestation said, CancellationToken cancellationToken) =>
        MarkAsync(actor, "DirectoryAttestation", "attested", db => DirectoryMarks.AttestAsync(db, placeId, said, cancellationToken), cancellationToken);

    /// <summary>Staff looked at the evidence.</summary>
    public Task VerifyAsync(RequestActor actor, Guid attestationId, DateOnly on, CancellationToken cancellationToken) =>
        MarkAsync(actor, "DirectoryAttestation", "verified", db => Done(DirectoryMarks.VerifyAsync(db, attestationId, actor.AccountId, on, cancellationToken)), cancellationToken);

    /// <summary>Those that wait for staff, the oldest first.</summary>
    public async Task<IReadOnlyList<PendingAttestation>> PendingAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var waiting = await (from a in db.Set<AttestationRecord>().AsNoTracking() join p in db.Set<PlaceRecord>() on a.PlaceId equals p.Id where a.VerifiedOn == null orderby a.AttestedOn, a.Id select new { a, p }).ToListAsync(cancellationToken);
        return [.. waiting.Select(w => new PendingAttestation(w.a.Id, w.p.Id, w.p.Name, w.p.City, w.p.State, DirectoryMarks.Of(w.a)))];
    }

    public Task StateCapacityAsync(RequestActor actor, Guid placeId, CapacityStatement said, CancellationToken cancellationToken) =>
        MarkAsync(actor, "DirectoryCapacity", "stated", db => Done(DirectoryMarks.StateCapacityAsync(db, placeId, said, cancellationToken)), cancellationToken);

    public Task MarkOwnAsync(RequestActor actor, Guid placeId, bool isOwn, CancellationToken cancellationToken) =>
        MarkAsync(actor, "DirectoryOwnPlace", isOwn ? "marked" : "unmarked", db => Done(DirectoryMarks.MarkOwnAsync(db, placeId, isOwn, cancellationToken)), cancellationToken);

    private Task<T> MarkAsync<T>(RequestActor actor, string what, string reason, Func<GlidepathDbContext, Task<T>> mark, CancellationToken cancellationToken) =>
        store.Records.RunAsync(actor, new AuditEntry(AuditAction.Configure, what, Reason: reason), async db =>
        {
            await OneAtATimeAsync(db, cancellationToken);
            var result = await mark(db);
            await ChangedAsync(db, cancellationToken);
            return result;
        }, cancellationToken);

    private static async Task<DirectoryChange> ApplyAsync(GlidepathDbContext db, DirectoryFile file, CancellationToken cancellationToken) =>
        DirectoryMerge.Apply(await DirectoryRows.ReadAsync(db, cancellationToken), await DirectoryEditions.CodesAsync(db, cancellationToken), file, ZipCentroids.Census);

    /// <summary>An import reads all, then writes all: whoever else writes to the directory waits. SQLite has one writer anyway.</summary>
    private static Task OneAtATimeAsync(GlidepathDbContext db, CancellationToken cancellationToken) => db is PostgresGlidepathDbContext
        ? db.Database.ExecuteSqlRawAsync("LOCK TABLE \"DirectoryImports\" IN EXCLUSIVE MODE", cancellationToken)
        : Task.CompletedTask;

    private const string VersionFact = "directory.version";

    private static async Task<string> VersionAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        await db.StoreFacts.AsNoTracking().Where(f => f.Name == VersionFact).Select(f => f.Value).SingleOrDefaultAsync(cancellationToken) ?? "";

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
