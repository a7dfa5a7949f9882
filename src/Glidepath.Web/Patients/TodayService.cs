using System.Linq.Expressions;
using Glidepath.Pharmacology.Safety;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Patients.Intake;
using Glidepath.Web.Privacy;
using Glidepath.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Patients;

/// <summary>Who needs somebody, why, and what is due. Only people whom the actor may see, and of them only what they may see.</summary>
public sealed class TodayService(Store store, CurrentActor who)
{
    private const int MostPeople = 200,
        MostDue = 12;

    public Task<TodayView> TodayAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, "Today", Reason: "list"),
            db => ReadAsync(db, cancellationToken),
            cancellationToken
        );

    private async Task<TodayView> ReadAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var now = store.Clock.GetUtcNow().UtcDateTime;
        var (today, actor) = (DateOnly.FromDateTime(now), who.Actor);
        var (candidates, isCut) = await CandidatesAsync(db, actor, today, cancellationToken);
        var may = await RecordAccess.SeenAsync(
            db,
            actor,
            candidates,
            [RecordClass.Demographics, RecordClass.PresenceInTreatment],
            IntakeService.Holds,
            now,
            cancellationToken
        );
        var seen = may.Keys.ToList();
        var assessed = may.Where(m => m.Value.Contains(RecordClass.Assessments)).Select(m => m.Key).ToList();
        var people = (await AllAsync<Patient>(seen, p => seen.Contains(p.Id))).ToDictionary(p => p.Id);
        var episodes = (await AllAsync<EpisodeOfCare>(seen, e => seen.Contains(e.PatientId)))
            .GroupBy(e => e.PatientId)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(e => e.OpenedOn).ThenByDescending(e => e.Id).First());
        var steps = await AllAsync<SafetyStep>(assessed, s => assessed.Contains(s.PatientId) && s.State != SafetyState.Closed);
        var intakes = await AllAsync<Treatment.Patients.Intake>(assessed, i => assessed.Contains(i.PatientId) && i.CheckedAt == null);
        var done = (
            assessed.Count == 0
                ? []
                : await db.Of<ScoredAssessment>(assessed)
                    .Select(a => new { a.PatientId, Done = new DoneOn(a.InstrumentId, a.On) })
                    .ToListAsync(cancellationToken)
        ).ToLookup(a => a.PatientId, a => a.Done);
        var asked = may.Where(m => IntakeService.Holds.All(m.Value.Contains)).Select(m => m.Key).ToList();
        var drinking = (await AllAsync<IntakeSection>(asked, s => asked.Contains(s.PatientId) && s.Part == IntakePart.Alcohol))
            .Where(s => IntakeFacts.Of([s]).Is("alcohol.any") is Answer.Yes)
            .Select(s => s.PatientId)
            .ToHashSet();
        var heads = people.Values.ToDictionary(p => p.Id, p => PatientHead.Of(p, episodes.GetValueOrDefault(p.Id), today));

        var due = (
            from id in assessed
            where heads[id] is { IsOpen: true }
            from item in DueList.Of(
                heads[id].Phase!.Value,
                heads[id].PhaseSince!.Value,
                [.. done[id]],
                [],
                drinking.Contains(id) ? new HashSet<DueWhen> { DueWhen.DrinksAlcohol } : [],
                today
            )
            orderby item.DaysOverdue descending
            select new DueRow(
                heads[id],
                InstrumentTable.Find(item.InstrumentId)?.Title ?? item.InstrumentId,
                $"{item.Why}, due {item.DueOn.Day()}",
                $"/patients/{id}/assessments"
            )
        ).ToList();
        var reviews = await ReviewsAsync(db, actor, cancellationToken);
        var enquiries = heads.Values.Where(h => h.Phase is EpisodePhase.Enquiry).OrderBy(h => h.PhaseSince).ToList();
        return new TodayView(today)
        {
            Now =
            [
                .. steps
                    .OrderBy(s => s.OpenedAt)
                    .Select(s => new WorkRow(
                        Sign.Call,
                        heads[s.PatientId],
                        s.NeedsAction ? "The safety step is open and nobody has acted." : "The safety step waits to be closed.",
                        $"Opened {s.OpenedAt:MMM d, HH:mm} UTC. {s.State.Words()}.",
                        "Open safety step",
                        $"/patients/{s.PatientId}/now/{s.Id}"
                    )),
            ],
            Decide =
            [
                .. intakes
                    .Where(i => heads[i.PatientId].IsOpen && heads[i.PatientId].Phase is EpisodePhase.Intake)
                    .OrderBy(i => i.StartedAt)
                    .Select(i => new WorkRow(
                        Sign.Hold,
                        heads[i.PatientId],
                        "The intake is not finished.",
                        $"Begun {i.StartedAt:MMM d, yyyy}. No plan before it is checked.",
                        "Continue",
                        $"/patients/{i.PatientId}/intake"
                    )),
                .. heads
                    .Values.Where(h =>
                        h.Phase is EpisodePhase.Intake
                        && assessed.Contains(h.Id)
                        && !intakes.Exists(i => i.PatientId == h.Id)
                        && !done[h.Id].Any()
                    )
                    .Select(h => new WorkRow(
                        Sign.Hold,
                        h,
                        "The intake has not begun.",
                        $"In intake since {h.PhaseSince!.Value.Day()}.",
                        "Begin",
                        $"/patients/{h.Id}/intake"
                    )),
            ],
            Waiting =
            [
                .. enquiries.Select(h => new WorkRow(
                    Sign.NoWord,
                    h,
                    "An inquiry waits for a first visit.",
                    $"Since {h.PhaseSince!.Value.Day()}, {Days(today.DayNumber - h.PhaseSince!.Value.DayNumber)}. {h.Door.Door()}.",
                    "Open",
                    $"/patients/{h.Id}"
                )),
            ],
            Due = [.. due.Take(MostDue)],
            DueInAll = due.Count,
            Reviews = reviews,
            People = heads.Values.Count(h => h.IsOpen),
            LookedThrough = candidates.Count,
            IsCut = isCut,
        };

        // Of nobody nothing is asked.
        async Task<List<T>> AllAsync<T>(List<Guid> of, Expression<Func<T, bool>> which)
            where T : class, IPatientRecord =>
            of.Count == 0 ? [] : await db.Set<T>().AsNoTracking().Where(which).ToListAsync(cancellationToken);
    }

    private static async Task<(IReadOnlyCollection<Guid> Ids, bool IsCut)> CandidatesAsync(
        GlidepathDbContext db,
        Actor actor,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (actor.Role is Role.Helpline)
        {
            var enquiries = await db.Deciding<EpisodeOfCare>()
                .Where(e => e.Phase == EpisodePhase.Enquiry)
                .OrderBy(e => e.PhaseSince)
                .ThenBy(e => e.PatientId)
                .Select(e => e.PatientId)
                .Take(MostPeople + 1)
                .ToListAsync(cancellationToken);
            return ([.. enquiries.Take(MostPeople)], enquiries.Count > MostPeople);
        }
        if (actor.Role is not (Role.Prescriber or Role.Nurse or Role.Therapist or Role.Counsellor))
            return ([], false);
        var mine = db.Deciding<CareTeamMember>()
            .Where(m => m.AccountId == actor.AccountId && m.From <= today && (m.To == null || m.To >= today));
        // Whoever spoke of suicide is never among those that are cut off.
        var urgent = await mine.Where(m => db.Set<SafetyStep>().Any(s => s.PatientId == m.PatientId && s.State != SafetyState.Closed))
            .Select(m => m.PatientId)
            .Distinct()
            .ToListAsync(cancellationToken);
        // An id begins with its time: the newest records first.
        var newest = await mine.Select(m => m.PatientId)
            .Distinct()
            .OrderByDescending(id => id)
            .Take(MostPeople)
            .ToListAsync(cancellationToken);
        var ids = urgent.Union(newest).ToList();
        return (
            ids,
            newest.Count == MostPeople && await mine.Select(m => m.PatientId).Distinct().CountAsync(cancellationToken) > ids.Count
        );
    }

    /// <summary>Records that were opened in an emergency and wait for the privacy officer, the most urgent first.</summary>
    private static async Task<IReadOnlyList<BreakGlass>> ReviewsAsync(
        GlidepathDbContext db,
        Actor actor,
        CancellationToken cancellationToken
    ) => actor.Role is Role.PrivacyOfficer ? await WaitingAsync(db, actor, cancellationToken) : [];

    private static Task<List<BreakGlass>> WaitingAsync(GlidepathDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        db.GrantByDuty<BreakGlass>(actor, AccessAction.Read);
        return db.Set<BreakGlass>()
            .AsNoTracking()
            .Where(b => b.ReviewedAt == null)
            .OrderBy(b => b.ReviewDueAt)
            .Take(MostPeople)
            .ToListAsync(cancellationToken);
    }

    private static string Days(int days) =>
        days switch
        {
            0 => "today",
            1 => "1 day",
            _ => $"{days} days",
        };
}

/// <param name="Why">In bold.</param>
/// <param name="Evidence">Where it comes from, with its time.</param>
public sealed record WorkRow(Sign Sign, PatientHead Who, string Why, string Evidence, string Action, string Href);

public sealed record DueRow(PatientHead Who, string What, string Why, string Href);

public sealed record TodayView(DateOnly Day)
{
    public IReadOnlyList<WorkRow> Now { get; init; } = [];
    public IReadOnlyList<WorkRow> Decide { get; init; } = [];
    public IReadOnlyList<WorkRow> Waiting { get; init; } = [];
    public IReadOnlyList<DueRow> Due { get; init; } = [];
    public int DueInAll { get; init; }
    public IReadOnlyList<BreakGlass> Reviews { get; init; } = [];
    public int People { get; init; }

    /// <summary>People of whom this was asked at all.</summary>
    public int LookedThrough { get; init; }

    /// <summary>There are more, and of them nothing stands here: that is not "nothing waits".</summary>
    public bool IsCut { get; init; }
}
