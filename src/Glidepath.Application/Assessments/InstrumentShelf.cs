using System.Collections.Concurrent;
using System.Text;
using Glidepath.Storage;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Assessments;

/// <summary>The instruments there are: those that ship and those that the programme loaded from a file.</summary>
internal sealed class InstrumentShelf(Store store)
{
    private readonly ConcurrentDictionary<Guid, Instrument?> _read = new();

    /// <summary>Every one that may be filled in here, the newest of each.</summary>
    public async Task<IReadOnlyList<Instrument>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var files = await db.Set<InstrumentFile>()
            .AsNoTracking()
            .Select(f => new
            {
                f.Id,
                f.SchemeId,
                f.Number,
            })
            .ToListAsync(cancellationToken);
        var loaded = new List<Instrument>();
        foreach (var newest in files.GroupBy(f => f.SchemeId).Select(g => g.MaxBy(f => f.Number)!))
            if (await ReadAsync(db, newest.Id, cancellationToken) is { } instrument)
                loaded.Add(instrument);
        return [.. InstrumentTable.All, .. loaded];
    }

    public async Task<Instrument?> FindAsync(string id, CancellationToken cancellationToken) =>
        InstrumentTable.Find(id)
        ?? (FileScheme.Find(id) is null ? null : (await AllAsync(cancellationToken)).FirstOrDefault(i => i.Id == id));

    /// <summary>As it was when an entry was scored; null where that version is gone.</summary>
    public async Task<Instrument?> FindAsync(string id, int version, CancellationToken cancellationToken)
    {
        if (InstrumentTable.Find(id) is { } shipped)
            return shipped.Version == version ? shipped : null;
        await using var db = store.CreateDbContext();
        var file = await db.Set<InstrumentFile>()
            .AsNoTracking()
            .Where(f => f.SchemeId == id && f.Number == version)
            .Select(f => (Guid?)f.Id)
            .SingleOrDefaultAsync(cancellationToken);
        return file is null ? null : await ReadAsync(db, file.Value, cancellationToken);
    }

    /// <summary>
    /// Whether this person may be asked it. CIWA-Ar measures withdrawal from alcohol and COWS from opioids: neither is offered unless the
    /// person was found to take that, and never for a benzodiazepine.
    /// </summary>
    public static bool IsOffered(Instrument instrument, IntakeFacts facts) =>
        instrument.Purposes.All(p =>
            p switch
            {
                Purpose.AlcoholWithdrawal => facts.Is("alcohol.any") is Pharmacology.Safety.Answer.Yes,
                Purpose.OpioidWithdrawal => facts.Is("opioids.any") is Pharmacology.Safety.Answer.Yes
                    || facts.Is("opioids.treatment") is Pharmacology.Safety.Answer.Yes,
                _ => true,
            }
        );

    public static bool IsForPatients(Instrument instrument) =>
        instrument.AnsweredBy is not AnsweredBy.Staff && InstrumentTable.MayBeShownForBenzodiazepines(instrument);

    private async Task<Instrument?> ReadAsync(GlidepathDbContext db, Guid fileId, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(fileId, out var known))
            return known;
        var file = await db.Set<InstrumentFile>().AsNoTracking().SingleAsync(f => f.Id == fileId, cancellationToken);
        var scheme = FileScheme.Find(file.SchemeId);
        return _read[fileId] =
            scheme is null || QuestionnaireFile.Read(Encoding.UTF8.GetBytes(file.Json), scheme).Instrument is not { } read
                ? null
                : read with
                {
                    Version = file.Number,
                };
    }
}
