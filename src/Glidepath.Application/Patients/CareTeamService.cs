using Glidepath.Application.Facilities;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

/// <summary>Who treats whom.</summary>
public sealed class CareTeamService(Store store, RecordAccess access, CurrentActor who, ITaskBook tasks)
    : PatientSubject(store, access, who)
{
    public Task<TeamView?> TeamAsync(Guid patientId, CancellationToken cancellationToken) =>
        Access.RunAsync(
            Actor,
            Who.RequestId,
            patientId,
            Read,
            DataClass.CareTeamMembership,
            async db =>
            {
                var team = await db.Set<CareTeamMember>()
                    .AsNoTracking()
                    .Where(m => m.PatientId == patientId)
                    .OrderBy(m => m.From)
                    .ToListAsync(cancellationToken);
                var seen = await Access.AllowedAsync(
                    db,
                    Actor,
                    patientId,
                    Read,
                    [DataClass.Demographics, DataClass.PresenceInTreatment],
                    cancellationToken
                );
                var staff = await db.OpenCliniciansAsync(cancellationToken);
                return new TeamView(
                    patientId,
                    seen.Count == 2 ? await HeadAsync(db, patientId, cancellationToken) : null,
                    team,
                    await NamesAsync(db, team.Select(m => m.AccountId), cancellationToken),
                    staff
                );
            },
            cancellationToken
        );

    /// <summary>
    /// Who treats whom, where care is open: those whom nobody treats first, and of them the name, so that somebody looks for a team. All
    /// others without name; of nobody phase or anything clinical. Empty for a role whose duty it is not.
    /// </summary>
    public Task<IReadOnlyList<TeamLine>> TeamsAsync(CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(CareTeamMember), Reason: "list"),
            async db =>
            {
                if (!AccessPolicy.Decide(Actor, null, Read, DataClass.CareTeamMembership, Now).IsAllowed)
                    return (IReadOnlyList<TeamLine>)[];
                var today = Today;
                db.GrantByDuty(Actor, Read, DataClass.CareTeamMembership);
                var (open, one) = await OpenAsync(db, cancellationToken);
                var assigned = await db.Deciding<CareTeamMember>()
                    .Where(m => m.From <= today && (m.To == null || m.To >= today))
                    .Select(m => new
                    {
                        m.PatientId,
                        m.AccountId,
                        m.Role,
                    })
                    .ToListAsync(cancellationToken);
                var live = await LiveAsync(db, [.. assigned.Select(m => m.AccountId).Distinct()], cancellationToken);
                var on = assigned
                    .Where(m => live.Contains(m.AccountId))
                    .SelectMany(m => one.Joined(m.PatientId).Select(p => (Of: p, m.Role)))
                    .ToLookup(m => m.Of, m => m.Role);
                var first = open.OrderBy(p => on[p].Any(CareTeamMember.Treats))
                    .ThenBy(p => on[p].Contains(CareTeamRole.Prescriber))
                    .ThenBy(p => on[p].Count())
                    .ThenBy(p => p)
                    .Take(MostTeams)
                    .ToList();
                var shown = first.SelectMany(one.Joined).Distinct().ToList();
                var members = (
                    await db.Set<CareTeamMember>()
                        .AsNoTracking()
                        .Where(m => shown.Contains(m.PatientId) && m.From <= today && (m.To == null || m.To >= today))
                        .ToListAsync(cancellationToken)
                )
                    .SelectMany(m => one.Joined(m.PatientId).Select(p => (Of: p, Member: m)))
                    .ToLookup(m => m.Of, m => m.Member);
                // That someone in care has no team yet is shown as well, and nothing of theirs was loaded.
                foreach (var person in first.Where(p => !members.Contains(p)))
                    db.NoteShown(person, nameof(CareTeamMember));
                var names = await NamesAsync(db, members.SelectMany(g => g).Select(m => m.AccountId), cancellationToken);
                var persons = await NamesOfNobodysAsync(db, [.. first.Where(p => !on[p].Any(CareTeamMember.Treats))], cancellationToken);
                return
                [
                    .. first.Select(p => new TeamLine(
                        p,
                        RecordNumber.Of(p),
                        persons.GetValueOrDefault(p),
                        [
                            .. members[p]
                                .OrderBy(m => m.Role)
                                .Select(m =>
                                    $"{names.GetValueOrDefault(m.AccountId, "?")}, {Terms.Of(m.Role.Words())}"
                                    + (live.Contains(m.AccountId) ? "" : $" ({T["AccountDisabled"]})")
                                ),
                        ],
                        on[p].Contains(CareTeamRole.Prescriber)
                    )
                    {
                        IsNobodys = !on[p].Any(CareTeamMember.Treats),
                    }),
                ];
            },
            cancellationToken
        );

    private const int MostTeams = 500;

    /// <summary>In open care. A record that was merged is not among them: who treats the person does so by the one that goes on.</summary>
    private static async Task<(List<Guid> Open, OnePerson One)> OpenAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var open = await db.Deciding<EpisodeOfCare>()
            .Where(e => e.Phase != EpisodePhase.Discharged)
            .Select(e => e.PatientId)
            .Distinct()
            .ToListAsync(cancellationToken);
        var one = await db.LinksAsync(open, cancellationToken);
        return (open.FindAll(p => one.GoesOnAs(p) == p), one);
    }

    /// <summary>The names of those whom nobody treats, where the relation says so: asked person by person, as for any record.</summary>
    private async Task<Dictionary<Guid, string>> NamesOfNobodysAsync(
        GlidepathDbContext db,
        List<Guid> nobodys,
        CancellationToken cancellationToken
    )
    {
        if (nobodys.Count == 0)
            return [];
        var may = await RecordAccess.SeenAsync(db, Actor, nobodys, [DataClass.Demographics], [], Now, cancellationToken);
        var seen = may.Keys.ToList();
        if (seen.Count == 0)
            return [];
        return (await db.Set<Patient>().AsNoTracking().Where(p => seen.Contains(p.Id)).ToListAsync(cancellationToken)).ToDictionary(
            p => p.Id,
            p => p.DisplayName
        );
    }

    /// <summary>How many people in open care this account alone treats: before it treats nobody any more, each has a successor.</summary>
    public Task<int> AloneWithAsync(Guid accountId, CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(CareTeamMember), Reason: "successor"),
            async db =>
            {
                var today = Today;
                var (open, one) = await OpenAsync(db, cancellationToken);
                var inCare = open.ToHashSet();
                var on = await db.Deciding<CareTeamMember>()
                    .Where(m =>
                        m.From <= today
                        && (m.To == null || m.To >= today)
                        && (
                            m.Role == CareTeamRole.Prescriber
                            || m.Role == CareTeamRole.Nurse
                            || m.Role == CareTeamRole.Therapist
                            || m.Role == CareTeamRole.Counsellor
                        )
                    )
                    .Select(m => new { m.PatientId, m.AccountId })
                    .ToListAsync(cancellationToken);
                // Who cannot sign in treats nobody.
                var live = (
                    await db.Users.Where(u => u.DisabledAt == null && u.IsEnrolled).Select(u => u.Id).ToListAsync(cancellationToken)
                ).ToHashSet();
                return on.SelectMany(m => one.Joined(m.PatientId).Where(inCare.Contains).Select(p => (Of: p, m.AccountId)))
                    .GroupBy(m => m.Of)
                    .Count(team =>
                        team.Any(m => m.AccountId == accountId) && !team.Any(m => m.AccountId != accountId && live.Contains(m.AccountId))
                    );
            },
            cancellationToken
        );

    public Task<Saved?> JoinTeamAsync(
        Guid patientId,
        Guid accountId,
        CareTeamRole role,
        DateOnly from,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.CareTeamMembership,
            once,
            async db =>
            {
                var account = await db
                    .Users.Where(u => u.Id == accountId && u.DisabledAt == null && u.PatientId == null)
                    .Select(u => u.Role)
                    .SingleOrDefaultAsync(cancellationToken);
                if (!PatientRoles.CanBe(EnumWords.Read<Role>(account), role))
                    throw new RuleViolationException("care-team.account.role");
                var today = Today;
                if (
                    await db.Deciding<CareTeamMember>()
                        .AnyAsync(
                            m => m.PatientId == patientId && m.AccountId == accountId && (m.To == null || m.To >= today),
                            cancellationToken
                        )
                )
                    throw new RuleViolationException("care-team.account.already");
                var member = CareTeamMember.Join(
                    Guid.CreateVersion7(),
                    await EpisodeAsync(db, patientId, cancellationToken),
                    accountId,
                    role,
                    from
                );
                db.Add(member);
                return await SavedAsync(db, member, member.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="successor">
    /// Takes over their open tasks about the person; null for the prescriber of the team. Where there is none, the tasks wait for a person.
    /// </param>
    public Task<Saved?> LeaveTeamAsync(
        Guid patientId,
        Guid memberId,
        Guid? version,
        DateOnly lastDay,
        Guid? successor,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.CareTeamMembership,
            null,
            async db =>
            {
                var member = Expected(
                    await OwnAsync<CareTeamMember>(db, patientId, m => m.Id == memberId, "care-team", cancellationToken),
                    version
                );
                var one = await db.LinksAsync([patientId], cancellationToken);
                var stay = await StayAsync(db, one.Joined(patientId), member, lastDay.AddDays(1), cancellationToken);
                await MustLeaveSomeoneAsync(db, one, member, stay, cancellationToken);
                member.Leave(lastDay);
                var next = await NextAsync(db, member, stay, successor, cancellationToken);
                // Who treats the person by another of their records keeps the tasks; those of a merged record went to the one that goes on.
                if (!stay.Exists(m => m.AccountId == member.AccountId))
                    foreach (var record in one.Joined(patientId))
                        await tasks.PassOnAsync(db, record, member.AccountId, next, T["LeftTheCareTeam"], NewEntry(), cancellationToken);
                return await SavedAsync(db, member, memberId, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>The clinicians who treat the person the day after, by this record or by one whose team was joined with it.</summary>
    private static async Task<List<CareTeamMember>> StayAsync(
        GlidepathDbContext db,
        IReadOnlyList<Guid> joined,
        CareTeamMember member,
        DateOnly after,
        CancellationToken cancellationToken
    )
    {
        using var deciding = db.BeginDeciding();
        return (
            await db.Set<CareTeamMember>()
                .AsNoTracking()
                .Where(m => joined.Contains(m.PatientId) && m.Id != member.Id)
                .ToListAsync(cancellationToken)
        ).FindAll(m => m.IsClinician && m.IsOn(after));
    }

    /// <summary>
    /// Whoever was named, or the prescriber who is longest on the team: a clinician on it the day after, with an open account.
    /// </summary>
    private static async Task<Guid?> NextAsync(
        GlidepathDbContext db,
        CareTeamMember member,
        List<CareTeamMember> stay,
        Guid? named,
        CancellationToken cancellationToken
    )
    {
        var team = stay.FindAll(m => m.AccountId != member.AccountId);
        var live = await LiveAsync(db, [.. team.Select(m => m.AccountId)], cancellationToken);
        var able = team.FindAll(m => live.Contains(m.AccountId));
        if (named is { } account && !able.Exists(m => m.AccountId == account))
            throw new RuleViolationException("care-team.leave.successor");
        return named ?? able.Where(m => m.Role is CareTeamRole.Prescriber).MinBy(m => m.From)?.AccountId;
    }

    /// <summary>Who cannot sign in treats nobody.</summary>
    private static async Task<HashSet<Guid>> LiveAsync(GlidepathDbContext db, List<Guid> accounts, CancellationToken cancellationToken) =>
        [.. await db.Users.Where(u => accounts.Contains(u.Id) && u.DisabledAt == null).Select(u => u.Id).ToListAsync(cancellationToken)];

    /// <summary>
    /// The last who treats somebody in open care leaves only once the next is on the team on the day after. A record that was merged needs
    /// nobody: only where its team was joined with that of the record that goes on may its last be the last there.
    /// </summary>
    private static async Task MustLeaveSomeoneAsync(
        GlidepathDbContext db,
        OnePerson one,
        CareTeamMember member,
        List<CareTeamMember> stay,
        CancellationToken cancellationToken
    )
    {
        var goesOn = one.GoesOnAs(member.PatientId);
        if (!member.IsClinician || stay.Count > 0 || !one.Joined(member.PatientId).Contains(goesOn))
            return;
        using var deciding = db.BeginDeciding();
        if (await LatestEpisodeAsync(db, goesOn, cancellationToken) is { IsOpen: true })
            throw new RuleViolationException("care-team.leave.last");
    }
}
