using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Privacy;

/// <param name="EndsSoon">Within thirty days.</param>
public sealed record RegisterLine(Guid PatientId, string Patient, Consent Consent, string? Refusal, bool EndsSoon);

/// <param name="Untold">Of whom others got something on a consent that was ended since, and were not told yet; with how many.</param>
public sealed record ConsentRegister(
    IReadOnlyList<RegisterLine> Consents,
    IReadOnlyList<(Guid Id, string Name)> NoticeMissing,
    IReadOnlyList<(Guid Id, string Name, int ToTell)> Untold
);

/// <summary>The privacy officer's registers, over all patients. Each look stands in the audit of every record it touched.</summary>
public sealed class RegisterService(RecordAccess access, CurrentActor current, Store store)
{
    public static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    public Task<ConsentRegister> ConsentsAsync(CancellationToken cancellationToken) =>
        ReadAsync(
            nameof(Consent),
            async db =>
            {
                db.GrantByDuty(current.Actor, AccessAction.Read, DataClass.Demographics, DataClass.Consents, DataClass.Disclosures);
                var patients = await db.Set<Patient>().AsNoTracking().ToListAsync(cancellationToken);
                var names = patients.ToDictionary(p => p.Id, p => p.DisplayName);
                var consents = await db.Set<Consent>().AsNoTracking().ToListAsync(cancellationToken);
                var relations = await RecordAccess.RelationsAsync(
                    db,
                    [.. consents.Select(c => c.PatientId).Distinct()],
                    Now,
                    cancellationToken
                );
                var soon = store.DayOf(Now + Soon);
                var lines = consents
                    .Select(c => (Consent: c, Refusal: ConsentReliance.Refusal(c, relations[c.PatientId].File, Now)))
                    .Select(c => new RegisterLine(
                        c.Consent.PatientId,
                        names[c.Consent.PatientId],
                        c.Consent,
                        c.Refusal,
                        c.Refusal is null && c.Consent.Expiry is ConsentExpiry.OnDay && c.Consent.ExpiresOn <= soon
                    ));
                var missing = NoticeOfPrivacy.NotYetGiven(
                    patients.Select(p => p.Id),
                    await db.Set<NoticeOfPrivacy>().AsNoTracking().ToListAsync(cancellationToken),
                    await db.Set<NoticeAcknowledgement>().AsNoTracking().ToListAsync(cancellationToken),
                    store.Today
                );
                return new ConsentRegister(
                    [
                        .. lines
                            .OrderBy(l => l.Refusal is not null)
                            .ThenByDescending(l => l.EndsSoon)
                            .ThenBy(l => l.Patient, StringComparer.Ordinal),
                    ],
                    [.. missing.Select(id => (id, names[id]))],
                    await UntoldAsync(
                        db,
                        relations.Values.SelectMany(r => r.File.ConsentEnds).DistinctBy(e => e.Id),
                        names,
                        cancellationToken
                    )
                );
            },
            cancellationToken
        );

    private static async Task<IReadOnlyList<(Guid Id, string Name, int ToTell)>> UntoldAsync(
        GlidepathDbContext db,
        IEnumerable<ConsentEnd> ends,
        Dictionary<Guid, string> names,
        CancellationToken cancellationToken
    )
    {
        var disclosed = (
            await db.Set<DisclosureRecord>().AsNoTracking().Where(d => d.BasisId != null).ToListAsync(cancellationToken)
        ).ToLookup(d => d.BasisId!.Value);
        var told = (await db.Set<RecipientTold>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(t => t.ConsentEndId);
        return
        [
            .. ends.GroupBy(e => e.PatientId)
                .Select(g =>
                    (g.Key, names[g.Key], ToTell: g.Sum(e => Reached.By(e, disclosed[e.ConsentId], told[e.Id]).Count(r => r.Told is null)))
                )
                .Where(p => p.ToTell > 0)
                .OrderBy(p => p.Item2, StringComparer.Ordinal),
        ];
    }

    public Task<IReadOnlyList<DisclosureRecord>> DisclosuresAsync(DateTime from, DateTime to, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<DisclosureRecord>>(
            nameof(DisclosureRecord),
            async db =>
            {
                db.GrantByDuty<DisclosureRecord>(current.Actor, AccessAction.Read);
                return await db.Set<DisclosureRecord>()
                    .AsNoTracking()
                    .Where(d => d.DisclosedAt >= from && d.DisclosedAt < to)
                    .OrderByDescending(d => d.DisclosedAt)
                    .ToListAsync(cancellationToken);
            },
            cancellationToken
        );

    public Task<IReadOnlyList<T>> AllAsync<T>(CancellationToken cancellationToken)
        where T : class =>
        ReadAsync<IReadOnlyList<T>>(
            typeof(T).Name,
            async db =>
            {
                db.GrantByDuty<T>(current.Actor, AccessAction.Read);
                return await db.Set<T>().AsNoTracking().ToListAsync(cancellationToken);
            },
            cancellationToken
        );

    /// <summary>About one patient: an emergency, a demand.</summary>
    /// <returns>Null: no such person.</returns>
    public Task<T?> AddAsync<T>(Guid patientId, DataClass dataClass, Func<Guid, DateTime, T> make, CancellationToken cancellationToken)
        where T : class, IPatientRecord =>
        access.RunAsync(
            current.Actor,
            current.RequestId,
            patientId,
            AccessAction.Write,
            dataClass,
            db =>
            {
                var entry = make(Guid.CreateVersion7(), Now);
                db.Add(entry);
                return Task.FromResult(entry);
            },
            cancellationToken
        );

    /// <summary>About no patient: an approval, an agreement, a notice.</summary>
    public Task<T> RegisterAsync<T>(Func<Guid, DateTime, T> make, CancellationToken cancellationToken)
        where T : class =>
        store.Records.RunAsync(
            current.ForAudit,
            new AuditEntry(AuditAction.Create, typeof(T).Name, Reason: "register"),
            db =>
            {
                var entry = make(Guid.CreateVersion7(), Now);
                db.Add(entry);
                return Task.FromResult(entry);
            },
            cancellationToken
        );

    public Task<bool> ChangeAsync<T>(Guid id, Action<T, DateTime> change, CancellationToken cancellationToken)
        where T : class =>
        store.Records.RunAsync(
            current.ForAudit,
            new AuditEntry(AuditAction.Update, typeof(T).Name, TargetId: id, Reason: "register"),
            async db =>
            {
                db.GrantByDuty<T>(current.Actor, AccessAction.Write);
                if (await db.Set<T>().FindAsync([id], cancellationToken) is not { } entry)
                    return false;
                change(entry, Now);
                return true;
            },
            cancellationToken
        );

    public Task<int> NextNoticeAsync(CancellationToken cancellationToken) =>
        ReadAsync(
            nameof(NoticeOfPrivacy),
            async db => (await db.Set<NoticeOfPrivacy>().MaxAsync(n => (int?)n.Number, cancellationToken) ?? 0) + 1,
            cancellationToken
        );

    private Task<T> ReadAsync<T>(string what, Func<GlidepathDbContext, Task<T>> work, CancellationToken cancellationToken) =>
        store.Records.RunAsync(current.ForAudit, new AuditEntry(AuditAction.Read, what, Reason: "register"), work, cancellationToken);
}
