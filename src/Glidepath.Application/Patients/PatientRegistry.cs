using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>Finding people, and those who are new.</summary>
public sealed class PatientRegistry(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    /// <summary>People on a list. There may be more.</summary>
    public const int MostFound = 50;

    private static readonly HotQuery<Guid, DateOnly, Guid> Mine = new(
        (db, me, today) =>
            db.Deciding<CareTeamMember>()
                .Where(m => m.AccountId == me && m.From <= today && (m.To == null || m.To >= today))
                .Select(m => m.PatientId)
                .Distinct()
                .Take(MostFound * 4)
    );

    /// <summary>What must be open of somebody who stands on a list.</summary>
    private static readonly DataClass[] InAList = [DataClass.Demographics, DataClass.PresenceInTreatment];

    /// <summary>Parts of names in any order, date of birth, phone and record number. Only people whom the actor may see.</summary>
    public Task<IReadOnlyList<PatientHead>> SearchAsync(PatientQuery query, CancellationToken cancellationToken) =>
        ListAsync(
            "PatientSearch",
            // Who may not know a phone does not learn by a search whose it is.
            string.IsNullOrWhiteSpace(query.Phone)
                ? InAList
                : [.. InAList, DataClass.Contact],
            async db =>
            {
                var asked = PatientFinding.Asked(Store.Index, query);
                if (asked.Count == 0)
                    return [];
                var some = await PatientFinding.FoundAsync(db, asked, cancellationToken);
                if (some.Count < PatientFinding.MostLookedThrough)
                    return some;
                // Of a common name, the people of one's own are never among what is cut off.
                var mine = await PatientFinding.AmongAsync(db, await MineAsync(db, cancellationToken), asked, cancellationToken);
                return [.. mine.Union(some)];
            },
            cancellationToken,
            patient => PatientFinding.Fits(query, patient)
        );

    /// <summary>People whom the actor treats; for the helpline, those who are still an inquiry; for the front desk, all in care.</summary>
    public Task<IReadOnlyList<PatientHead>> MineAsync(CancellationToken cancellationToken) =>
        ListAsync("PatientList", InAList, db => MineAsync(db, cancellationToken), cancellationToken);

    /// <summary>People whose referral the helpline still follows up though care has begun: name, and nothing of the care.</summary>
    public Task<IReadOnlyList<PatientHead>> FollowedUpAsync(CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(HandOver), Reason: "list"),
            async Task<IReadOnlyList<PatientHead>> (db) =>
            {
                if (Actor.Role is not Role.Helpline)
                    return [];
                var kept = await db.Deciding<HandOver>()
                    .Where(h => h.FollowUpSince != null && h.FollowUpDoneAt == null)
                    .Select(h => h.PatientId)
                    .Distinct()
                    .Take(MostFound * 4)
                    .ToListAsync(cancellationToken);
                if (kept.Count == 0)
                    return [];
                var may = await RecordAccess.SeenAsync(db, Actor, kept, [DataClass.Demographics], [], Now, cancellationToken);
                var seen = may.Keys.ToList();
                if (seen.Count == 0)
                    return [];
                return
                [
                    .. (await db.Set<Patient>().AsNoTracking().Where(p => seen.Contains(p.Id)).ToListAsync(cancellationToken))
                        .Select(p => PatientHead.Of(p, null, Today))
                        .OrderBy(h => h.DisplayName, StringComparer.Ordinal),
                ];
            },
            cancellationToken
        );

    /// <summary>Registers a person with an episode that begins as an enquiry; a clinician joins the care team.</summary>
    public Task<Saved> RegisterAsync(PatientDetails details, string? why, Once once, CancellationToken cancellationToken) =>
        Store.Records.RunOnceAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Create, nameof(Patient), Reason: "registration"),
            once.Key,
            once.Body,
            async db =>
            {
                var (id, at, by) = (Guid.CreateVersion7(), Now, Actor.AccountId);
                var patient = Patient.Register(id, details, at, by);
                var (episode, move) = EpisodeOfCare.Open(
                    Guid.CreateVersion7(),
                    id,
                    Today,
                    new MoveEntry(Guid.CreateVersion7(), at, by, Store.Zone, why)
                );
                // Who registers somebody writes the first entries, and sees the record from then on only as their role lets them.
                db.Grant(id, Write, DataClass.Demographics, DataClass.Contact, DataClass.PresenceInTreatment, DataClass.CareTeamMembership);
                db.Add(patient);
                db.Add(episode);
                db.Add(move);
                if (PatientRoles.OnTeam(Actor.Role) is { } role)
                    db.Add(CareTeamMember.Join(Guid.CreateVersion7(), episode, by, role, Today));
                await PatientFinding.KeepInStepAsync(db, Store.Index, patient, cancellationToken);
                await PatientFinding.NoteSameAsync(db, Store.Index, patient, Now, Actor.AccountId, cancellationToken);
                return await SavedAsync(db, patient, id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>What a form that was sent before has made; null for a new one.</summary>
    public async Task<Saved?> FindMadeAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = Store.CreateDbContext();
        var done = await db
            .IdempotentWrites.AsNoTracking()
            .SingleOrDefaultAsync(w => w.AccountId == Actor.AccountId && w.Key == key, cancellationToken);
        return done is null ? null : System.Text.Json.JsonSerializer.Deserialize<Saved>(done.Answer);
    }

    /// <summary>Leaves a trace that the door was looked at, where nobody's record was.</summary>
    public Task NoteAsync(string what, CancellationToken cancellationToken) =>
        Store.Records.NoteAsync(Who.ForAudit, new AuditEntry(AuditAction.Read, what), cancellationToken);

    private async Task<List<Guid>> MineAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        return Actor.Role switch
        {
            Role.Helpline => await db.Deciding<EpisodeOfCare>()
                .Where(e => e.Phase == EpisodePhase.Enquiry)
                .OrderBy(e => e.PhaseSince)
                .Select(e => e.PatientId)
                .Distinct()
                .Take(MostFound * 4)
                .ToListAsync(cancellationToken),
            Role.FrontDesk => await db.Deciding<EpisodeOfCare>()
                .Where(e => e.Phase != EpisodePhase.Discharged)
                .OrderByDescending(e => e.PhaseSince)
                .Select(e => e.PatientId)
                .Distinct()
                .Take(MostFound * 4)
                .ToListAsync(cancellationToken),
            Role.PrivacyOfficer => [],
            _ => await Mine.ToListAsync(db, Actor.AccountId, Today, cancellationToken),
        };
    }

    private Task<IReadOnlyList<PatientHead>> ListAsync(
        string what,
        DataClass[] needed,
        Func<GlidepathDbContext, Task<List<Guid>>> candidates,
        CancellationToken cancellationToken,
        Func<Patient, bool>? fits = null
    ) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, what, Reason: "list"),
            async db =>
            {
                // Of more people than fit, only as many are opened as are needed to fill the list; the trail has those who stand on it.
                var heads = new List<PatientHead>();
                foreach (var some in (await NewestAsync(db, await candidates(db), cancellationToken)).Chunk(MostFound))
                {
                    var seen = await RecordAccess.SeenAsync(db, Actor, some, needed, [], Now, cancellationToken);
                    using (db.BeginLookingThrough())
                        heads.AddRange(
                            (await HeadsAsync(db, [.. some.Where(seen.ContainsKey)], fits, cancellationToken))
                                .Where(h => heads.TrueForAll(listed => listed.Id != h.Id))
                                .Take(MostFound - heads.Count)
                        );
                    if (heads.Count == MostFound)
                        break;
                }
                db.Shown(heads.Select(h => h.Id));
                return (IReadOnlyList<PatientHead>)
                    [.. heads.OrderByDescending(h => h.PhaseSince).ThenBy(h => h.DisplayName, StringComparer.Ordinal)];
            },
            cancellationToken
        );

    /// <summary>Those of more people than fit who have moved last come first.</summary>
    private static async Task<List<Guid>> NewestAsync(GlidepathDbContext db, List<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count <= MostFound)
            return ids;
        var since = await db.Deciding<EpisodeOfCare>()
            .Where(e => ids.Contains(e.PatientId))
            .GroupBy(e => e.PatientId)
            .Select(g => new { g.Key, Since = g.Max(e => e.PhaseSince) })
            .ToDictionaryAsync(e => e.Key, e => e.Since, cancellationToken);
        return [.. ids.OrderByDescending(id => since.GetValueOrDefault(id))];
    }

    /// <param name="seen">Whom <see cref="RecordAccess.SeenAsync"/> gave.</param>
    private async Task<IEnumerable<PatientHead>> HeadsAsync(
        GlidepathDbContext db,
        List<Guid> seen,
        Func<Patient, bool>? fits,
        CancellationToken cancellationToken
    )
    {
        var people = db.People(seen).Where(p => fits is null || fits(p.Patient)).ToList();
        var ids = people.ConvertAll(p => p.Patient.Id);
        // By whatever record of theirs a person was found, they stand on the list once: as the record that goes on.
        var asOne = await RecordAccess.AsPeopleAsync(db, Actor, ids, InAList, Now, cancellationToken);
        if (!asOne.SequenceEqual(ids))
        {
            await RecordAccess.SeenAsync(db, Actor, asOne, InAList, [], Now, cancellationToken);
            people = [.. db.People(asOne)];
        }
        return people.Select(p => PatientHead.Of(p.Patient, p.Latest, Today).ShownTo(Actor.Role));
    }
}
