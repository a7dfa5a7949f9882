using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>From the helpline to a care team: a clinician is asked, and takes the person over or says why not.</summary>
public sealed class HandOverService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    public Task<HandOverView?> HandOverAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Contact, DataClass.Enquiry],
            async (db, head) =>
            {
                var all = await db.Set<HandOver>()
                    .AsNoTracking()
                    .Where(h => h.PatientId == patientId)
                    .OrderByDescending(h => h.ProposedAt)
                    .ToListAsync(cancellationToken);
                var staff = await db.OpenCliniciansAsync(cancellationToken);
                return new HandOverView(
                    head,
                    (await db.PersonAsync(patientId, Now, cancellationToken)).Patient,
                    (await RecordAccess.RelationAsync(db, patientId, Now, cancellationToken)) is { HasNoClinician: true },
                    all,
                    all.Find(h => h.IsProposed && h.ToAccountId == Actor.AccountId),
                    await NamesAsync(db, all.SelectMany(h => new[] { h.ToAccountId, h.ProposedBy }), cancellationToken),
                    staff
                );
            },
            cancellationToken
        );

    /// <summary>Asks a clinician; one who was asked before and has not answered is asked no longer.</summary>
    public Task<Saved?> ProposeAsync(Guid patientId, Guid accountId, string? note, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.Enquiry,
            once,
            async db =>
            {
                var account = await db
                    .Users.Where(u => u.Id == accountId && u.DisabledAt == null && u.PatientId == null)
                    .Select(u => u.Role)
                    .SingleOrDefaultAsync(cancellationToken);
                if (EnumWords.Read<Role>(account) is not { } role || PatientRoles.OnTeam(role) is not { } onTeam)
                    throw new RuleViolationException("hand-over.role");
                foreach (var before in await OpenAsync(db, patientId, cancellationToken))
                    before.Withdraw(Now);
                var asked = HandOver.Propose(
                    Guid.CreateVersion7(),
                    await EpisodeAsync(db, patientId, cancellationToken),
                    accountId,
                    onTeam,
                    note,
                    Now,
                    Actor.AccountId
                );
                db.Add(asked);
                return await SavedAsync(db, asked, asked.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>The clinician who was asked takes the person over, and is on the care team from today.</summary>
    public Task<Saved?> AcceptAsync(Guid patientId, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.Enquiry,
            once,
            async db =>
            {
                var asked = await MineAsync(db, patientId, cancellationToken);
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                // Their own place on the team, and no other.
                db.Grant(patientId, Write, DataClass.CareTeamMembership);
                db.Add(asked.Accept(episode, Today, Now, Actor.AccountId));
                return await SavedAsync(db, asked, asked.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> DeclineAsync(Guid patientId, string? reason, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.Enquiry,
            once,
            async db =>
            {
                var asked = await MineAsync(db, patientId, cancellationToken);
                asked.Decline(reason, Now, Actor.AccountId);
                return await SavedAsync(db, asked, asked.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Care begins: the helpline keeps the follow-up of what it has open.</summary>
    /// <param name="clinician">Takes the place of who accepted, where the team was named in another way.</param>
    internal static async Task KeepFollowUpAsync(
        GlidepathDbContext db,
        EpisodeOfCare episode,
        CareTeamMember clinician,
        DateTime at,
        Guid by,
        CancellationToken cancellationToken
    )
    {
        using var deciding = db.BeginDeciding();
        var all = await db.Set<HandOver>().Where(h => h.PatientId == episode.PatientId).ToListAsync(cancellationToken);
        var last = all.Where(h => h.State is HandOverState.Accepted).MaxBy(h => h.DecidedAt);
        db.Grant(episode.PatientId, Write, DataClass.Enquiry);
        foreach (var open in all.Where(h => h.IsProposed))
            open.Withdraw(at);
        if (last is null)
        {
            last = HandOver.Propose(Guid.CreateVersion7(), episode, clinician.AccountId, clinician.Role, null, at, by);
            last.Withdraw(at);
            db.Add(last);
        }
        last.KeepFollowUp(at);
    }

    /// <summary>The last check was done, or nothing is open any more: the helpline sees the person no longer.</summary>
    internal static async Task FinishFollowUpAsync(GlidepathDbContext db, Guid patientId, DateTime at, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        db.Grant(patientId, Write, DataClass.Enquiry);
        foreach (
            var kept in await db.Set<HandOver>()
                .Where(h => h.PatientId == patientId && h.FollowUpSince != null && h.FollowUpDoneAt == null)
                .ToListAsync(cancellationToken)
        )
            kept.FinishFollowUp(at);
    }

    private static async Task<List<HandOver>> OpenAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken) =>
        await db.Set<HandOver>().Where(h => h.PatientId == patientId && h.State == HandOverState.Proposed).ToListAsync(cancellationToken);

    private async Task<HandOver> MineAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken) =>
        (await OpenAsync(db, patientId, cancellationToken)).Find(h => h.ToAccountId == Actor.AccountId)
        ?? throw new RuleViolationException("hand-over.decided");
}

/// <param name="HasNoClinician">Nobody who treats people is on the care team today.</param>
/// <param name="All">The newest first.</param>
/// <param name="ToMe">The actor was asked and has not answered.</param>
public sealed record HandOverView(
    PatientHead Head,
    Patient Patient,
    bool HasNoClinician,
    IReadOnlyList<HandOver> All,
    HandOver? ToMe,
    IReadOnlyDictionary<Guid, string> Names,
    IReadOnlyList<StaffMember> Staff
);
