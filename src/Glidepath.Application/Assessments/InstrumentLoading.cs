using System.Security.Cryptography;
using System.Text;
using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Assessments;

/// <summary>
/// Files of questionnaires whose text may not be shipped: loaded by the programme, which answers for its right to use them.
/// </summary>
internal sealed class InstrumentLoading(Store store, CurrentActor current)
{
    public async Task<IReadOnlyList<LoadedFile>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var rows = await db.Set<InstrumentFile>()
            .AsNoTracking()
            .Select(f => new
            {
                f.SchemeId,
                f.Number,
                f.Sha256,
                f.RecordedAt,
                f.RecordedBy,
            })
            .ToListAsync(cancellationToken);
        var names = await db
            .Users.AsNoTracking()
            .Select(u => new { u.Id, u.DisplayName })
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return
        [
            .. rows.OrderByDescending(r => r.RecordedAt)
                .Select(r => new LoadedFile(
                    r.SchemeId,
                    r.Number,
                    r.Sha256,
                    r.RecordedAt,
                    names.GetValueOrDefault(r.RecordedBy, "an account that is gone")
                )),
        ];
    }

    /// <returns>What is wrong with the file; empty when it was loaded.</returns>
    public async Task<IReadOnlyList<FileProblem>> LoadAsync(FileScheme scheme, byte[] json, CancellationToken cancellationToken)
    {
        var reading = QuestionnaireFile.Read(json, scheme);
        if (reading.Instrument is null)
            return reading.Problems;
        var hash = Convert.ToHexStringLower(SHA256.HashData(json));
        await store.Records.RunAsync(
            current.ForAudit,
            new AuditEntry(AuditAction.Configure, nameof(InstrumentFile)),
            async db =>
            {
                var before = await db.Set<InstrumentFile>()
                    .Where(f => f.SchemeId == scheme.Id)
                    .OrderByDescending(f => f.Number)
                    .FirstOrDefaultAsync(cancellationToken);
                if (before?.Sha256 != hash)
                    db.Add(
                        InstrumentFile.Load(
                            scheme,
                            Encoding.UTF8.GetString(json),
                            hash,
                            before,
                            Guid.CreateVersion7(),
                            store.Clock.GetUtcNow().UtcDateTime,
                            current.Actor.AccountId
                        )
                    );
                return true;
            },
            cancellationToken
        );
        return [];
    }
}

public sealed record LoadedFile(string SchemeId, int Number, string Sha256, DateTime At, string By);
