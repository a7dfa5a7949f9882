using System.Globalization;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Administration.Backups;

/// <param name="Hash">SHA-256 of the file, in hex.</param>
public sealed record GoodBackup(DateTime At, long Bytes, string Hash, string FileName);

/// <summary>Why a backup could not be made, as far as the machine says. Stored by name.</summary>
public enum BackupProblem
{
    FolderMissing,
    MayNotWrite,
    DiskFull,
    Other,
}

/// <summary>What is known of the backups that are made on a schedule; in the store, so that a restart forgets none of it.</summary>
public sealed record BackupFacts(GoodBackup? Good, DateTime? FailedAt, BackupProblem Problem)
{
    private const string GoodFact = "backup.good",
        ProblemFact = "backup.problem";

    public static async Task<BackupFacts> ReadAsync(Store store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var facts = await db
            .StoreFacts.AsNoTracking()
            .Where(f => f.Name == GoodFact || f.Name == ProblemFact)
            .ToDictionaryAsync(f => f.Name, f => f.Value, cancellationToken);
        var good = facts.GetValueOrDefault(GoodFact)?.Split(' ') is [var at, var bytes, var hash, var file]
            ? new GoodBackup(Instant(at), long.Parse(bytes, CultureInfo.InvariantCulture), hash, file)
            : null;
        return facts.GetValueOrDefault(ProblemFact)?.Split(' ') is [var failed, var problem]
            ? new(good, Instant(failed), Enum.Parse<BackupProblem>(problem))
            : new(good, null, default);
    }

    /// <summary>In place of what was known before.</summary>
    public async Task KeepAsync(Store store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        await PutAsync(
            db,
            GoodFact,
            Good is { } g ? string.Create(CultureInfo.InvariantCulture, $"{g.At:O} {g.Bytes} {g.Hash} {g.FileName}") : null,
            cancellationToken
        );
        await PutAsync(db, ProblemFact, FailedAt is { } at ? $"{at:O} {Problem}" : null, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task PutAsync(GlidepathDbContext db, string name, string? value, CancellationToken cancellationToken)
    {
        var there = await db.StoreFacts.SingleOrDefaultAsync(f => f.Name == name, cancellationToken);
        if (there is not null && value is not null)
            there.Value = value;
        else if (there is not null)
            db.Remove(there);
        else if (value is not null)
            db.Add(new StoreFact { Name = name, Value = value });
    }

    private static DateTime Instant(string text) =>
        DateTime.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
