using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Facilities;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>Episodes of care: opened, moved on, taken back.</summary>
public sealed class EpisodesService(Store store, RecordAccess access, CurrentActor who, ITaskBook tasks, IEnumerable<EndOfCare> atTheEnd)
    : PatientSubject(store, access, who)
{
    public Task<EpisodeView?> EpisodeAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [],
            async (db, head) =>
            {
                var (_, episode) = await db.PersonAsync(patientId, Now, cancellationToken);
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
            DataClass.PresenceInTreatment,
            once,
            async db =>
            {
                if (await LatestEpisodeAsync(db, patientId, cancellationToken) is { IsOpen: true })
                    throw new RuleViolationException("episode.open.already");
                var (episode, move) = EpisodeOfCare.Open(
                    Guid.CreateVersion7(),
                    patientId,
                    Today,
                    new MoveEntry(Guid.CreateVersion7(), Now, Actor.AccountId, Store.Zone, why)
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
        CancellationToken cancellationToken,
        string? whyNotAsked = null
    ) =>
        ChangeAsync(
            patientId,
            string.IsNullOrWhiteSpace(whyNotAsked)
                ? [(Write, DataClass.PresenceInTreatment)]
                : [(Write, DataClass.PresenceInTreatment), (Write, DataClass.Assessments)],
            once,
            async db =>
            {
                var episode = Expected(await EpisodeAsync(db, patientId, cancellationToken), version);
                var ready = await SafetyService.ReadinessAsync(db, patientId, Today, cancellationToken);
                if (!string.IsNullOrWhiteSpace(whyNotAsked) && episode.Phase is EpisodePhase.Intake && to is not EpisodePhase.Discharged)
                {
                    db.AddRange(ready.NotAsked.Select(c => SafetyEntry.CouldNotAsk(episode, c, whyNotAsked, [], NewEntry())));
                    ready = ready with { NotAsked = [] };
                }
                var from = episode.Phase;
                db.Add(
                    episode.Move(to, on, new MoveEntry(Guid.CreateVersion7(), Now, Actor.AccountId, Store.Zone, reason), discharge, ready)
                );
                if (from is EpisodePhase.Enquiry && to is EpisodePhase.Intake)
                    await FollowUpAsync(db, episode, cancellationToken);
                if (to is EpisodePhase.Discharged)
                    foreach (var end in atTheEnd)
                        await end.DoAsync(db, episode, () => NewEntry(), cancellationToken);
                if (AsksAfter(from, to, discharge))
                    tasks.Add(
                        db,
                        episode,
                        new TaskDetails(
                            ApplicationText.T["AskHowTheyAreAfterTheEndOfCare"],
                            TaskOwner.Account(Actor.AccountId),
                            Today.AddDays(CareTask.FollowUpAfter),
                            TaskOrigin.Discharge
                        ),
                        Today,
                        NewEntry()
                    );
                return await SavedAsync(db, episode, episode.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Of whom care had begun, and who lives.</summary>
    private static bool AsksAfter(EpisodePhase from, EpisodePhase to, DischargeReason? discharge) =>
        to is EpisodePhase.Discharged
        && from is not EpisodePhase.Enquiry
        && discharge is not (DischargeReason.Died or DischargeReason.NotAdmitted);

    /// <summary>An open referral is followed up to its last check by whoever made it, though care has begun here.</summary>
    private async Task FollowUpAsync(GlidepathDbContext db, EpisodeOfCare episode, CancellationToken cancellationToken)
    {
        CareTeamMember clinician;
        using (db.BeginDeciding())
        {
            var referrals = await db.Set<Referral>().Where(r => r.PatientId == episode.PatientId).ToListAsync(cancellationToken);
            if (!referrals.Exists(r => r.IsOpen))
                return;
            var team = await db.Set<CareTeamMember>().Where(m => m.PatientId == episode.PatientId).ToListAsync(cancellationToken);
            clinician = team.First(m => m.IsOn(Today) && m.IsClinician);
        }
        await HandOverService.KeepFollowUpAsync(db, episode, clinician, Now, Actor.AccountId, cancellationToken);
    }

    /// <summary>Takes back the last move as recorded in error.</summary>
    public Task<Saved?> ReverseAsync(Guid patientId, Guid? version, string? reason, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.PresenceInTreatment,
            once,
            async db =>
            {
                var episode = Expected(await EpisodeAsync(db, patientId, cancellationToken), version);
                var last = await db.Set<EpisodeMove>()
                    .SingleAsync(m => m.PatientId == patientId && m.Id == episode.LastMoveId, cancellationToken);
                db.Add(episode.Reverse(last, Today, new MoveEntry(Guid.CreateVersion7(), Now, Actor.AccountId, Store.Zone, reason)));
                if (last.To is EpisodePhase.Discharged)
                    await tasks.WithdrawAsync(
                        db,
                        episode,
                        TaskOrigin.Discharge,
                        ApplicationText.T["TheEndOfCareWasRecordedInError"],
                        NewEntry(),
                        cancellationToken
                    );
                return await SavedAsync(db, episode, episode.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> ComeInByAsync(Guid patientId, Guid? version, Pathway pathway, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.PresenceInTreatment,
            null,
            async db =>
            {
                var episode = Expected(await EpisodeAsync(db, patientId, cancellationToken), version);
                episode.ComeInBy(pathway);
                return await SavedAsync(db, episode, episode.Id, cancellationToken);
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
/// <param name="Name">Only where nobody is on the team: null for all others.</param>
public sealed record TeamLine(Guid PatientId, string RecordNumber, string? Name, IReadOnlyList<string> Team, bool HasPrescriber)
{
    /// <summary>Nobody on the team can sign in and treats the person.</summary>
    public bool IsNobodys { get; init; }
}

/// <param name="Head">Null for whoever arranges the team and may not know the person.</param>
public sealed record TeamView(
    Guid PatientId,
    PatientHead? Head,
    IReadOnlyList<CareTeamMember> Members,
    IReadOnlyDictionary<Guid, string> Names,
    IReadOnlyList<StaffMember> Staff
);
