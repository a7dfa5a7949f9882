using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Visits;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Visits;

/// <summary>A visit as it is asked for.</summary>
/// <param name="WithId">The clinician's account.</param>
public sealed record VisitAsked(AppointmentKind Kind, Guid WithId, AppointmentDetails Details);

/// <summary>The visits of one person: planned, moved, and how each ended.</summary>
public sealed class VisitsService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    public Task<VisitsView?> ListAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Appointments],
            async (db, head) =>
            {
                var all = await db.Set<Appointment>().AsNoTracking().Where(a => a.PatientId == patientId).ToListAsync(cancellationToken);
                List<AppointmentStep> steps = Actor.Role.TellsCare()
                    ? await db.Set<AppointmentStep>().AsNoTracking().Where(s => s.PatientId == patientId).ToListAsync(cancellationToken)
                    : [];
                head = await ApartAsync<Appointment>(db, head, [DataClass.Appointments], cancellationToken);
                return new VisitsView(head, [.. all.OrderBy(a => a.StartsAt)], Store.Zone)
                {
                    Now = Now,
                    Steps = steps.OrderBy(s => s.RecordedAt).ThenBy(s => s.Id).ToLookup(s => s.AppointmentId),
                    AtTheSameTime = await VisitClash.OfAsync(db, all, cancellationToken),
                    Names = await NamesAsync(db, steps.Select(s => s.RecordedBy), cancellationToken),
                    Staff = await StaffAsync(db, patientId, cancellationToken),
                    TellsCare = Actor.Role.TellsCare(),
                };
            },
            cancellationToken
        );

    public Task<Saved?> PlanAsync(Guid patientId, VisitAsked asked, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.Appointments,
            once,
            async db =>
            {
                var (visit, step) = Appointment.Plan(
                    Guid.CreateVersion7(),
                    await EpisodeAsync(db, patientId, cancellationToken),
                    asked.Kind,
                    asked.Details,
                    await WithAsync(db, asked.WithId, cancellationToken),
                    Store.Zone,
                    NewEntry()
                );
                db.AddRange(visit, step);
                return await SavedAsync(db, visit, visit.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <returns>The visit that it was moved to.</returns>
    public Task<Saved?> MoveAsync(
        Guid patientId,
        Guid id,
        Guid? version,
        VisitAsked asked,
        string? why,
        Once? once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.Appointments,
            once,
            async db =>
            {
                var before = await OneAsync(db, patientId, id, version, cancellationToken);
                var (next, steps) = before.Move(
                    Guid.CreateVersion7(),
                    await EpisodeAsync(db, patientId, cancellationToken),
                    asked.Kind,
                    asked.Details,
                    await WithAsync(db, asked.WithId, cancellationToken),
                    Store.Zone,
                    why,
                    NewEntry()
                );
                db.Add(next);
                db.AddRange(steps.AsEnumerable<object>());
                return await SavedAsync(db, next, next.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="outcome">Came, did not come, or called off.</param>
    public Task<Saved?> EndAsync(
        Guid patientId,
        Guid id,
        Guid? version,
        AppointmentState outcome,
        string? why,
        CancellationToken cancellationToken
    ) => StepAsync(patientId, id, version, a => a.End(outcome, why, NewEntry()), cancellationToken);

    public Task<Saved?> CorrectAsync(
        Guid patientId,
        Guid id,
        Guid? version,
        AppointmentState to,
        string? why,
        CancellationToken cancellationToken
    ) => StepAsync(patientId, id, version, a => a.Correct(to, why, NewEntry()), cancellationToken);

    /// <returns>Null also for who calls nobody about their care.</returns>
    public async Task<Saved?> FollowUpAsync(Guid patientId, Guid id, Guid? version, string? done, CancellationToken cancellationToken) =>
        Actor.Role.TellsCare() ? await StepAsync(patientId, id, version, a => a.FollowUp(done, NewEntry()), cancellationToken) : null;

    private Task<Saved?> StepAsync(
        Guid patientId,
        Guid id,
        Guid? version,
        Func<Appointment, AppointmentStep> change,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.Appointments,
            null,
            async db =>
            {
                var visit = await OneAsync(db, patientId, id, version, cancellationToken);
                db.Add(change(visit));
                return await SavedAsync(db, visit, id, cancellationToken);
            },
            cancellationToken
        );

    private static async Task<Appointment> OneAsync(
        GlidepathDbContext db,
        Guid patientId,
        Guid id,
        Guid? version,
        CancellationToken cancellationToken
    ) => Expected(await OwnAsync<Appointment>(db, patientId, a => a.Id == id, "visit", cancellationToken), version);

    internal static async Task<AppointmentWith> WithAsync(GlidepathDbContext db, Guid accountId, CancellationToken cancellationToken)
    {
        var account = await db
            .Users.AsNoTracking()
            .Where(u => u.Id == accountId && u.PatientId == null)
            .Select(u => new
            {
                u.DisplayName,
                u.Role,
                u.DisabledAt,
            })
            .SingleOrDefaultAsync(cancellationToken);
        return account is null
            ? throw new RuleViolationException("visit.with.role")
            : new(accountId, account.DisplayName, EnumWords.Read<Role>(account.Role), account.DisabledAt is not null);
    }

    /// <summary>Clinicians whose accounts are in use: the care team first, where the actor may see who is on it.</summary>
    private async Task<IReadOnlyList<VisitStaff>> StaffAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        if (!Actor.Role.May(Write, DataClass.Appointments))
            return [];
        var staff = await db.OpenCliniciansAsync(cancellationToken);
        var may = await Access.AllowedAsync(db, Actor, patientId, Read, [DataClass.CareTeamMembership], cancellationToken);
        var team = may.Contains(DataClass.CareTeamMembership)
            ? await db.Set<CareTeamMember>().AsNoTracking().Where(m => m.PatientId == patientId).ToListAsync(cancellationToken)
            : [];
        return
        [
            .. staff
                .Select(s => new VisitStaff(s.AccountId, s.Name, team.Exists(m => m.AccountId == s.AccountId && m.IsOn(Today))))
                .OrderByDescending(s => s.IsOnTeam),
        ];
    }
}

/// <param name="All">The earliest first.</param>
/// <param name="Zone">Of every day and time.</param>
public sealed record VisitsView(PatientHead Head, IReadOnlyList<Appointment> All, TimeZoneInfo Zone)
{
    /// <summary>UTC.</summary>
    public DateTime Now { get; init; }

    /// <summary>By visit, in their order.</summary>
    public required ILookup<Guid, AppointmentStep> Steps { get; init; }

    /// <summary>By visit: when else its clinician has one then. Of whom is not said.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<VisitTimes>> AtTheSameTime { get; init; } =
        new Dictionary<Guid, IReadOnlyList<VisitTimes>>();

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>False for who sees no word of why a visit ended, and calls nobody about it: <see cref="Steps"/> are left out.</summary>
    public bool TellsCare { get; init; } = true;

    /// <summary>With whom a visit can be planned; nobody where the actor plans none.</summary>
    public IReadOnlyList<VisitStaff> Staff { get; init; } = [];

    public IEnumerable<Appointment> Upcoming => All.Where(a => a.State is AppointmentState.Planned && a.EndsAt > Now);

    /// <summary>Waits for somebody: it is over and nobody said how it ended, or the person did not come and nobody called.</summary>
    public IEnumerable<Appointment> Waiting =>
        All.Where(a => (a.State is AppointmentState.Planned && a.EndsAt <= Now) || (TellsCare && a.WaitsForFollowUp));

    /// <summary>The newest first.</summary>
    public IEnumerable<Appointment> Past => All.Except(Upcoming).Except(Waiting).Reverse();
}

public sealed record VisitStaff(Guid Id, string Name, bool IsOnTeam);
