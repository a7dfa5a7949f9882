using System.Globalization;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy.Seals;

/// <summary>Seals what decides access in a store that was made before there were seals, and looks through a whole one.</summary>
internal static class AccessSealing
{
    private const string Reason = "access.sealed";

    /// <summary>Once in the life of a store.</summary>
    /// <exception cref="StoreRefusedException">It was done before, and the heads are gone.</exception>
    public static async Task EnsureAsync(Store store, CancellationToken cancellationToken)
    {
        await using (var db = store.CreateDbContext())
        {
            if (await db.AccessHeads.AnyAsync(h => h.SubjectId == AccessHead.Programme, cancellationToken))
                return;
            if (await db.AuditEvents.AnyAsync(e => e.Heads != null || e.Reason == Reason, cancellationToken))
                throw new StoreRefusedException(
                    "access.heads",
                    "The seals of what decides who may see a record are gone: the store was changed from outside. Restore a backup; nothing "
                        + "was opened."
                );
        }
        await store.Records.RunAsync(
            RequestActor.System("start"),
            new AuditEntry(AuditAction.Configure, nameof(AccessHead), Reason: Reason),
            async db =>
            {
                using var deciding = db.BeginDeciding();
                var rows = await RowsAsync(db, cancellationToken);
                foreach (var subject in await SubjectsAsync(db, cancellationToken))
                    db.Add(AccessHeads.Found(db, store.Seals, subject, rows[subject]));
                return true;
            },
            cancellationToken
        );
    }

    /// <summary>Every head against its rows, and against what the trail said of it last.</summary>
    /// <param name="said">By subject: the version and the mark that the trail named last.</param>
    /// <returns>Null where all fits; names nobody by more than an id.</returns>
    public static async Task<string?> FirstFaultAsync(
        GlidepathDbContext db,
        AccessSeals seals,
        IReadOnlyDictionary<Guid, (long Version, string Mark)> said,
        CancellationToken cancellationToken
    )
    {
        var before = db.Scope;
        db.Scope ??= RecordScope.OfTheStore(new AuditEntry(AuditAction.Read, nameof(AccessHead)));
        try
        {
            using var deciding = db.BeginDeciding();
            var heads = await db.AccessHeads.AsNoTracking().ToDictionaryAsync(h => h.SubjectId, cancellationToken);
            // A store that was never opened by a version with seals.
            if (heads.Count == 0 && said.Count == 0)
                return null;
            var rows = await RowsAsync(db, cancellationToken);
            var destroyed = await DestroyedAsync(db, cancellationToken);
            foreach (
                var subject in (await SubjectsAsync(db, cancellationToken))
                    .Concat(rows.Select(r => r.Key))
                    .Concat(heads.Keys)
                    .Concat(said.Keys)
                    .Distinct()
                    // Of a patient whose key is destroyed nothing can be read any more.
                    .Where(s => !destroyed.Contains(s))
            )
            {
                var head = heads.GetValueOrDefault(subject);
                var kinds = SealedTypes.OfPatients.Concat(SealedTypes.OfAccounts).Concat(SealedTypes.OfTheProgramme);
                if (
                    AccessHeads.FirstFault(db, seals, head, kinds.Select(k => (k, rows[subject].Where(r => r.GetType() == k)))) is { } fault
                )
                    return $"{fault}, of {subject}";
                if (
                    said.TryGetValue(subject, out var last)
                    && (head!.Version < last.Version || (head.Version == last.Version && head.Mark != last.Mark))
                )
                    return $"an older head was put back, of {subject}";
            }
            return null;
        }
        finally
        {
            db.Scope = before;
        }
    }

    /// <summary>Every head under another key, of rows that were held against it before. Save them; the trail must name them.</summary>
    /// <returns>How each stands in the trail.</returns>
    public static async Task<IReadOnlyList<string>> RenewAsync(
        GlidepathDbContext db,
        IReadOnlyList<AccessHead> heads,
        AccessSeals to,
        CancellationToken cancellationToken
    )
    {
        using var deciding = db.BeginDeciding();
        var rows = await RowsAsync(db, cancellationToken);
        var destroyed = await DestroyedAsync(db, cancellationToken);
        foreach (var head in heads)
            head.Advance(to.Key, destroyed.Contains(head.SubjectId) ? head.Read() : AccessHeads.SumsOf(db, to.Key, rows[head.SubjectId]));
        return [.. heads.Select(h => h.Mark)];
    }

    private static async Task<HashSet<Guid>> DestroyedAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        (await db.PatientKeys.Where(k => k.DestroyedAt != null).Select(k => k.PatientId).ToListAsync(cancellationToken)).ToHashSet();

    /// <summary>Adds what one row of the trail says to what those before it said.</summary>
    public static void Note(Dictionary<Guid, (long Version, string Mark)> said, string heads)
    {
        foreach (var mark in heads.Split(','))
            if (mark.Split('=', ':') is [var subject, var number, _])
                said[Guid.ParseExact(subject, "N")] = (long.Parse(number, CultureInfo.InvariantCulture), mark);
    }

    private static async Task<List<Guid>> SubjectsAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        [
            AccessHead.Programme,
            .. await db.Deciding<Patient>().Select(p => p.Id).ToListAsync(cancellationToken),
            .. await db.Users.Select(u => u.Id).ToListAsync(cancellationToken),
        ];

    private static async Task<ILookup<Guid, object>> RowsAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var rows = new List<object>();
        await AddAsync(db.Set<CareTeamMember>());
        await AddAsync(db.Set<EpisodeOfCare>());
        await AddAsync(db.Set<Consent>());
        await AddAsync(db.Set<ConsentEnd>());
        await AddAsync(db.Set<Restriction>());
        await AddAsync(db.Set<BreakGlass>());
        await AddAsync(db.Set<EmergencyDisclosure>());
        await AddAsync(db.Set<LegalDemand>());
        await AddAsync(db.Set<StatutoryReport>());
        await AddAsync(db.Set<HandOver>());
        await AddAsync(db.Set<CopyRequest>());
        await AddAsync(db.Set<PatientLink>());
        await AddAsync(db.Set<AlertCover>());
        await AddAsync(db.Set<RegisteredApproval>());
        await AddAsync(db.Set<ServiceAgreement>());
        await AddAsync(db.Set<ProgrammeScope>());
        await AddAsync(db.StoreFacts);
        await AddAsync(db.Users);
        await AddAsync(db.UserPasskeys);
        return rows.Select(r => (Row: r, Subject: SealedTypes.SubjectOf(r)))
            .Where(r => r.Subject is not null)
            .ToLookup(r => r.Subject!.Value, r => r.Row);

        async Task AddAsync<T>(IQueryable<T> of)
            where T : class => rows.AddRange(await of.AsNoTracking().ToListAsync(cancellationToken));
    }
}
