using Glidepath.Application.Facilities;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

public sealed partial class PatientsService
{
    public Task<EpisodeView?> EpisodeAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [],
            async (db, head) =>
            {
                var episode = await LatestEpisodeAsync(db, patientId, cancellationToken);
                var moves = await db.Set<EpisodeMove>()
                    .AsNoTracking()
                    .Where(m => m.PatientId == patientId)
                    .OrderByDescending(m => m.RecordedAt)
                    .ToListAsync(cancellationToken);
                return new EpisodeView(head, episode, moves, await NamesAsync(db, moves.Select(m => m.RecordedBy), cancellationToken));
            },
            cancellationToken
        );

    public Task<Saved?> OpenEpisodeAsync(Guid patientId, string? why, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            RecordClass.PresenceInTreatment,
            once,
            async db =>
            {
                if (await LatestEpisodeAsync(db, patientId, cancellationToken) is { IsOpen: true })
                    throw new RuleViolationException("episode.open.already", "An episode is open; a second one is not opened beside it.");
                var (episode, move) = EpisodeOfCare.Open(
                    Guid.CreateVersion7(),
                    patientId,
                    Today,
                    new MoveEntry(Guid.CreateVersion7(), Now, Actor.AccountId, why)
                );
                db.Add(episode);
                db.Add(move);
                return await SavedAsync(db, episode, episode.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> MoveAsync(
        Guid patientId,
        Guid? version,
        EpisodePhase to,
        DateOnly on,
        string? reason,
        DischargeReason? discharge,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            RecordClass.PresenceInTreatment,
            once,
            async db =>
            {
                var episode = Expected(await EpisodeAsync(db, patientId, cancellationToken), version);
                db.Add(episode.Move(to, on, new MoveEntry(Guid.CreateVersion7(), Now, Actor.AccountId, reason), discharge));
                return await SavedAsync(db, episode, episode.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Takes back the last move as recorded in error.</summary>
    public Task<Saved?> ReverseAsync(Guid patientId, Guid? version, string? reason, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            RecordClass.PresenceInTreatment,
            once,
            async db =>
            {
                var episode = Expected(await EpisodeAsync(db, patientId, cancellationToken), version);
                var last = await db.Set<EpisodeMove>()
                    .SingleAsync(m => m.PatientId == patientId && m.Id == episode.LastMoveId, cancellationToken);
                db.Add(episode.Reverse(last, Today, new MoveEntry(Guid.CreateVersion7(), Now, Actor.AccountId, reason)));
                return await SavedAsync(db, episode, episode.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> ComeInByAsync(Guid patientId, Guid? version, DoorIn door, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            RecordClass.PresenceInTreatment,
            null,
            async db =>
            {
                var episode = Expected(await EpisodeAsync(db, patientId, cancellationToken), version);
                episode.ComeInBy(door);
                return await SavedAsync(db, episode, episode.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<TeamView?> TeamAsync(Guid patientId, CancellationToken cancellationToken) =>
        access.RunAsync(
            Actor,
            who.RequestId,
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
                var seen = await access.AllowedAsync(
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
        store.Records.RunAsync(
            who.ForAudit,
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
                    throw new RuleViolationException("care-team.account.role", "Choose a clinician, and what they are licensed as.");
                var today = Today;
                if (
                    await db.Deciding<CareTeamMember>()
                        .AnyAsync(
                            m => m.PatientId == patientId && m.AccountId == accountId && (m.To == null || m.To >= today),
                            cancellationToken
                        )
                )
                    throw new RuleViolationException("care-team.account.already", "This person is on the care team.");
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

public sealed record EpisodeView(
    PatientHead Head,
    EpisodeOfCare? Episode,
    IReadOnlyList<EpisodeMove> Moves,
    IReadOnlyDictionary<Guid, string> Names
);

public sealed record StaffMember(Guid AccountId, string Name, string Role);

/// <param name="RecordNumber">Names the record to somebody who may not know the person.</param>
public sealed record TeamLine(Guid PatientId, string RecordNumber, IReadOnlyList<string> Team, bool HasPrescriber);

/// <param name="Head">Null for whoever arranges the team and may not know the person.</param>
public sealed record TeamView(
    Guid PatientId,
    PatientHead? Head,
    IReadOnlyList<CareTeamMember> Members,
    IReadOnlyDictionary<Guid, string> Names,
    IReadOnlyList<StaffMember> Staff
);
