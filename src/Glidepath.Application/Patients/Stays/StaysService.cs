using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

/// <summary>Who is in which bed: admitted to it, moved, out and back, and how the stay ended.</summary>
public sealed class StaysService(Store store, RecordAccess access, CurrentActor who, ITaskBook tasks, IEnumerable<EndOfStay> atTheEnd)
    : PatientSubject(store, access, who)
{
    private const int MostPeople = 500;

    /// <summary>The beds of a unit, and the people without one who may be admitted.</summary>
    /// <param name="unitId">Null for the first.</param>
    public Task<BedsView> BedsAsync(Guid? unitId, CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(Stay), Reason: "list"),
            async db =>
            {
                var units = await db.Set<WardUnit>().AsNoTracking().OrderBy(u => u.Name).ToListAsync(cancellationToken);
                var unit = unitId is null ? units.FirstOrDefault() : units.Find(u => u.Id == unitId);
                if (unit is null)
                    return new BedsView(units, null, Now, Store.Zone);
                var taken = await db.Deciding<Stay>()
                    .Where(s => s.UnitId == unit.Id && s.Until == null)
                    .Select(s => new { s.PatientId, s.Bed })
                    .ToListAsync(cancellationToken);
                var free = await WithoutBedAsync(db, cancellationToken);
                var may = await RecordAccess.SeenAsync(
                    db,
                    Actor,
                    [.. taken.Select(t => t.PatientId).Concat(free).Distinct()],
                    [DataClass.Demographics, DataClass.PresenceInTreatment],
                    [],
                    Now,
                    cancellationToken
                );
                var seen = taken.Where(t => may.ContainsKey(t.PatientId)).Select(t => t.PatientId).ToList();
                List<Stay> stays =
                    seen.Count == 0
                        ? []
                        : await db.Set<Stay>()
                            .AsNoTracking()
                            .Where(s => seen.Contains(s.PatientId) && s.Until == null)
                            .ToListAsync(cancellationToken);
                var heads = db.People([.. may.Keys]).ToDictionary(p => p.Patient.Id, p => PatientHead.Of(p.Patient, p.Latest, Today));
                return new BedsView(units, unit, Now, Store.Zone)
                {
                    Beds =
                    [
                        .. unit.BedNames.Select(bed =>
                        {
                            var stay = stays.Find(s => s.Bed == bed && s.UnitId == unit.Id);
                            return new BedRow(bed, stay, stay is null ? null : heads[stay.PatientId], taken.Exists(t => t.Bed == bed));
                        }),
                    ],
                    Waiting =
                    [
                        .. free.Where(may.ContainsKey)
                            .Select(id => heads[id])
                            .Where(h => h.IsOpen && h.Phase is not EpisodePhase.Enquiry && h.MergedInto is null)
                            .OrderBy(h => h.DisplayName, StringComparer.Ordinal),
                    ],
                };
            },
            cancellationToken
        );

    /// <summary>All stays of one person, the newest first; what was said at the end of one where that may be read.</summary>
    public Task<StaysView?> ListAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [],
            async (db, head) =>
            {
                var records = await ReadableAsync(db, patientId, [DataClass.PresenceInTreatment], cancellationToken);
                var told = await ReadableAsync(db, patientId, [DataClass.PresenceInTreatment, DataClass.Progress], cancellationToken);
                return new StaysView(
                    head,
                    await db.Set<Stay>()
                        .AsNoTracking()
                        .Where(s => records.Contains(s.PatientId))
                        .OrderByDescending(s => s.From)
                        .ToListAsync(cancellationToken),
                    await db.Set<AdviceRecord>().AsNoTracking().Where(a => told.Contains(a.PatientId)).ToListAsync(cancellationToken),
                    await db.Set<WardUnit>().AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken),
                    Store.Zone
                );
            },
            cancellationToken
        );

    public Task<Saved?> AdmitAsync(
        Guid patientId,
        Guid unitId,
        string? bed,
        DateTime? at,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.PresenceInTreatment,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                await RequireFreeAsync(db, unitId, bed, cancellationToken);
                if (await db.Deciding<Stay>().AnyAsync(s => s.PatientId == patientId && s.Until == null, cancellationToken))
                    throw new RuleViolationException("stay.has-bed");
                var stay = Stay.Begin(episode, await UnitAsync(db, unitId, cancellationToken), bed, at ?? Now, NewEntry());
                db.Add(stay);
                return await SavedAsync(db, stay, stay.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> MoveAsync(
        Guid patientId,
        Guid? version,
        Guid unitId,
        string? bed,
        DateTime? at,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.PresenceInTreatment,
            once,
            async db =>
            {
                var stay = await OpenStayAsync(db, patientId, version, cancellationToken);
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var unit = await UnitAsync(db, unitId, cancellationToken);
                if (unit.Id != stay.UnitId || bed != stay.Bed)
                    await RequireFreeAsync(db, unitId, bed, cancellationToken);
                var next = stay.Move(episode, unit, bed, at ?? Now, NewEntry());
                // The bed is left before the next is taken: nobody is in two.
                await db.SaveChangesAsync(cancellationToken);
                db.Add(next);
                return await SavedAsync(db, next, next.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> GoOutAsync(Guid patientId, Guid? version, DateTime backBy, Once once, CancellationToken cancellationToken) =>
        ChangeStayAsync(patientId, version, once, stay => stay.GoOut(backBy, NewEntry()), cancellationToken);

    public Task<Saved?> ComeBackAsync(Guid patientId, Guid? version, Once once, CancellationToken cancellationToken) =>
        ChangeStayAsync(patientId, version, once, stay => stay.ComeBack(), cancellationToken);

    /// <summary>Somebody who leaves against advice is called within a day: a task for the team (program rule).</summary>
    public Task<Saved?> EndAsync(
        Guid patientId,
        Guid? version,
        StayEnd how,
        DateTime? at,
        AdviceWords? said,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            said is null
                ? [(Write, DataClass.PresenceInTreatment)]
                : [(Write, DataClass.PresenceInTreatment), (Write, DataClass.Progress), (Write, DataClass.CarePlan)],
            once,
            async db =>
            {
                var stay = await OpenStayAsync(db, patientId, version, cancellationToken);
                if (stay.End(how, at ?? Now, said, NewEntry()) is { } advice)
                {
                    db.Add(advice);
                    tasks.Add(db, await EpisodeAsync(db, patientId, cancellationToken), CallTomorrow(), Today, NewEntry());
                }
                foreach (var end in atTheEnd)
                    await end.DoAsync(db, stay, () => NewEntry(), cancellationToken);
                return await SavedAsync(db, stay, stay.Id, cancellationToken);
            },
            cancellationToken
        );

    private Task<Saved?> ChangeStayAsync(
        Guid patientId,
        Guid? version,
        Once once,
        Action<Stay> change,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.PresenceInTreatment,
            once,
            async db =>
            {
                var stay = await OpenStayAsync(db, patientId, version, cancellationToken);
                change(stay);
                return await SavedAsync(db, stay, stay.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Within a day (program rule): somebody of the team, whoever it is.</summary>
    private TaskDetails CallTomorrow() =>
        new(T["CallWhoLeftAgainstAdvice"], TaskOwner.Of(CareTeamRole.Nurse), Today.AddDays(1), TaskOrigin.LeftAgainstAdvice);

    private static async Task<Stay> OpenStayAsync(
        GlidepathDbContext db,
        Guid patientId,
        Guid? version,
        CancellationToken cancellationToken
    ) => Expected(await OwnAsync<Stay>(db, patientId, s => s.Until == null, "stay", cancellationToken), version);

    private static async Task<WardUnit> UnitAsync(GlidepathDbContext db, Guid unitId, CancellationToken cancellationToken) =>
        await db.Set<WardUnit>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == unitId, cancellationToken)
        ?? throw new RuleViolationException("stay.unit");

    private static async Task RequireFreeAsync(GlidepathDbContext db, Guid unitId, string? bed, CancellationToken cancellationToken)
    {
        if (await db.Deciding<Stay>().AnyAsync(s => s.UnitId == unitId && s.Bed == bed && s.Until == null, cancellationToken))
            throw new RuleViolationException("stay.bed.taken");
    }

    /// <summary>People in care without a bed; whom of them the actor may see is asked after it.</summary>
    private async Task<List<Guid>> WithoutBedAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var (me, today) = (Actor.AccountId, Today);
        return await db.Deciding<CareTeamMember>()
            .Where(m => m.AccountId == me && m.From <= today && (m.To == null || m.To >= today))
            .Select(m => m.PatientId)
            .Where(id => !db.Deciding<Stay>().Any(s => s.PatientId == id && s.Until == null))
            .Distinct()
            .Take(MostPeople)
            .ToListAsync(cancellationToken);
    }
}

/// <param name="Stay">Null for a free bed, and where the person is not the actor's to see.</param>
public sealed record BedRow(string Bed, Stay? Stay, PatientHead? Person, bool IsTaken);

/// <param name="Unit">Null where the program has none yet.</param>
/// <param name="Now">UTC.</param>
public sealed record BedsView(IReadOnlyList<WardUnit> Units, WardUnit? Unit, DateTime Now, TimeZoneInfo Zone)
{
    public IReadOnlyList<BedRow> Beds { get; init; } = [];

    /// <summary>People of the actor who have no bed.</summary>
    public IReadOnlyList<PatientHead> Waiting { get; init; } = [];
}

public sealed record StaysView(
    PatientHead Head,
    IReadOnlyList<Stay> All,
    IReadOnlyList<AdviceRecord> Advice,
    IReadOnlyDictionary<Guid, string> Units,
    TimeZoneInfo Zone
);
