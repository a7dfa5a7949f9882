using Glidepath.Application.Facilities;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>Who treats whom.</summary>
public sealed class CareTeamService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    public Task<TeamView?> TeamAsync(Guid patientId, CancellationToken cancellationToken) =>
        Access.RunAsync(
            Actor,
            Who.RequestId,
            patientId,
            Read,
            RecordClass.CareTeamMembership,
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
                    [RecordClass.Demographics, RecordClass.PresenceInTreatment],
                    cancellationToken
                );
                var staff = await db
                    .Users.AsNoTracking()
                    .Where(u =>
                        u.DisabledAt == null
                        && (u.Role == "Prescriber" || u.Role == "Nurse" || u.Role == "Therapist" || u.Role == "Counsellor")
                    )
                    .OrderBy(u => u.DisplayName)
                    .Select(u => new StaffMember(u.Id, u.DisplayName, u.Role))
                    .Take(500)
                    .ToListAsync(cancellationToken);
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
    /// Who treats whom, where care is open: those without a prescriber first. Without names, phase or anything clinical; empty for a role
    /// whose duty it is not.
    /// </summary>
    public Task<IReadOnlyList<TeamLine>> TeamsAsync(CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(CareTeamMember), Reason: "list"),
            async db =>
            {
                if (!AccessPolicy.Decide(Actor, null, Read, RecordClass.CareTeamMembership, Now).IsAllowed)
                    return (IReadOnlyList<TeamLine>)[];
                var today = Today;
                db.GrantByDuty(Actor, Read, RecordClass.CareTeamMembership);
                var open = await db.Deciding<EpisodeOfCare>()
                    .Where(e => e.Phase != EpisodePhase.Discharged)
                    .Select(e => e.PatientId)
                    .Distinct()
                    .ToListAsync(cancellationToken);
                var on = (
                    await db.Deciding<CareTeamMember>()
                        .Where(m => m.From <= today && (m.To == null || m.To >= today))
                        .Select(m => new { m.PatientId, m.Role })
                        .ToListAsync(cancellationToken)
                ).ToLookup(m => m.PatientId, m => m.Role);
                var first = open.OrderBy(p => on[p].Contains(CareTeamRole.Prescriber))
                    .ThenBy(p => on[p].Count())
                    .ThenBy(p => p)
                    .Take(MostTeams)
                    .ToList();
                var members = (
                    await db.Set<CareTeamMember>()
                        .AsNoTracking()
                        .Where(m => first.Contains(m.PatientId) && m.From <= today && (m.To == null || m.To >= today))
                        .ToListAsync(cancellationToken)
                ).ToLookup(m => m.PatientId);
                // That someone in care has no team yet is shown as well, and nothing of theirs was loaded.
                foreach (var person in first.Where(p => !members.Contains(p)))
                    db.NoteShown(person, nameof(CareTeamMember));
                var names = await NamesAsync(db, members.SelectMany(g => g).Select(m => m.AccountId), cancellationToken);
                return
                [
                    .. first.Select(p => new TeamLine(
                        p,
                        RecordNumber.Of(p),
                        [
                            .. members[p]
                                .OrderBy(m => m.Role)
                                .Select(m => $"{names.GetValueOrDefault(m.AccountId, "?")}, {Terms.Of(m.Role.Words())}"),
                        ],
                        members[p].Any(m => m.Role is CareTeamRole.Prescriber)
                    )),
                ];
            },
            cancellationToken
        );

    private const int MostTeams = 500;

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
            RecordClass.CareTeamMembership,
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

    public Task<Saved?> LeaveTeamAsync(
        Guid patientId,
        Guid memberId,
        Guid? version,
        DateOnly lastDay,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            RecordClass.CareTeamMembership,
            null,
            async db =>
            {
                var member = Expected(
                    await OwnAsync<CareTeamMember>(db, patientId, m => m.Id == memberId, "care-team", cancellationToken),
                    version
                );
                member.Leave(lastDay);
                return await SavedAsync(db, member, memberId, cancellationToken);
            },
            cancellationToken
        );
}
