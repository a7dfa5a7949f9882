using System.Text.Json.Serialization;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>
/// Who needs somebody, why, and what is due, as the areas hand it over. Only people whom the actor may see, and of them only what they
/// may see.
/// </summary>
public sealed class TodayService(
    Store store,
    CurrentActor who,
    IEnumerable<TodayRows> work,
    IEnumerable<DueRows> due,
    IEnumerable<TodayRegister> registers
)
{
    private const int MostPeople = 200;

    private static readonly DataClass[] Needed = [DataClass.Demographics, DataClass.PresenceInTreatment];

    private static readonly HotQuery<Guid, DateOnly, Guid> Newest = new(
        (db, me, today) =>
            db.Deciding<CareTeamMember>()
                .Where(m => m.AccountId == me && m.From <= today && (m.To == null || m.To >= today))
                .Select(m => m.PatientId)
                .Distinct()
                .OrderByDescending(id => id)
                .Take(MostPeople)
    );

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
        var (today, actor) = (store.DayOf(now), who.Actor);
        var local = new LocalNow(now, store.Zone);
        var parts = work.SelectMany(w => w.Parts).Concat(due.SelectMany(d => d.Parts)).ToList();
        var (candidates, isCut) = await CandidatesAsync(db, actor, today, cancellationToken);
        candidates = await RecordAccess.AsPeopleAsync(db, actor, candidates, Needed, now, cancellationToken);
        DataClass[] shown = [.. parts.SelectMany(p => p.Needs).Distinct()];
        var may = await RecordAccess.SeenAsync(db, actor, candidates, Needed, shown, now, cancellationToken);
        using var looking = db.BeginLookingThrough();
        var people = db.People(may.Keys);
        var open = await RecordAccess.WithMergedAsync(db, actor, may, shown, now, cancellationToken);
        var all = await Gathered.ReadAsync(db, open, parts, cancellationToken);
        var views = people
            .Select(p => new PersonInView(
                PatientHead.Of(p.Patient, p.Latest, today).ShownTo(actor.Role),
                local,
                all.Of(p.Patient.Id),
                actor
            )
            {
                Episodes = db.CurrentEpisodes(p.Patient.Id),
            })
            .ToList();
        var rows = ByPerson([
            .. work.OrderBy(w => w.Part).SelectMany(w => views.SelectMany(w.Rows).OrderBy(r => r.Since).Select(r => (w.Part, Row: r))),
        ]);
        var later = (
            from view in views
            where view.Head.IsOpen
            let items = due.SelectMany(d => d.Items(view)).OrderByDescending(d => d.DaysOverdue).ToList()
            where items.Count > 0
            orderby items[0].DaysOverdue descending
            select new DueRow(view.Head, items)
        ).ToList();
        db.Shown(rows.Select(r => r.Row.Who.Id).Concat(later.Select(d => d.Who.Id)).SelectMany(id => db.RecordsOf(id)));
        looking.Dispose();
        var waiting = new List<(TodayRegister, IReadOnlyList<RegisterRow>)>();
        foreach (var register in registers.Where(r => r.Role == actor.Role))
            waiting.Add((register, await register.ReadAsync(db, actor, local, MostPeople, cancellationToken)));
        return new TodayView(today)
        {
            Now = Of(TodayPart.Now),
            Visits = Of(TodayPart.Visits),
            Decide = Of(TodayPart.Decide),
            Waiting = Of(TodayPart.Waiting),
            Counts =
            [
                .. Enum.GetValues<TodayPart>().Select(p => new TodayLine(Anchor(p), PeopleOf(p), Of(p).Count)),
                .. waiting.Select(w => new TodayLine(w.Item1.Id, w.Item1.Count, w.Item2.Count)),
            ],
            Due = later,
            DueInAll = later.Sum(d => d.Items.Count),
            Registers = waiting,
            People = views.Count(v => v.Head.IsOpen),
            LookedThrough = candidates.Count,
            IsCut = isCut,
        };

        IReadOnlyList<WorkRow> Of(TodayPart part) => [.. rows.Where(r => r.Part == part).Select(r => r.Row)];
    }

    /// <summary>Where a part stands on the page.</summary>
    public static string Anchor(TodayPart part) => $"t-{part.ToString().ToLowerInvariant()}";

    private static TodayCount PeopleOf(TodayPart part) =>
        part switch
        {
            TodayPart.Now => new("PeopleNeedYouNow"),
            TodayPart.Visits => new("VisitsAreToday"),
            TodayPart.Decide => new("PeopleHaveSomethingToFinish"),
            TodayPart.Waiting => new("PeopleWaitToHearFromYou"),
        };

    /// <summary>One row a person, in the part of the most urgent; the others stand under it. The day's visits have rows of their
    /// own.</summary>
    private static List<(TodayPart Part, WorkRow Row)> ByPerson(List<(TodayPart Part, WorkRow Row)> rows) =>
        [
            .. rows.Where(r => r.Part is TodayPart.Visits),
            .. rows.Where(r => r.Part is not TodayPart.Visits)
                .GroupBy(r => r.Row.Who.Id)
                .Select(g =>
                {
                    var (part, lead) = g.First();
                    return (part, lead with { Also = [.. g.Skip(1).Select(r => new AlsoWaiting(r.Row.Why, r.Row.Href))] });
                }),
        ];

    private async Task<(IReadOnlyCollection<Guid> Ids, bool IsCut)> CandidatesAsync(
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
        if (actor.Role is Role.FrontDesk)
        {
            var until = LocalTime.StartOf(today.AddDays(1), store.Zone);
            var awaited = new List<Guid>();
            foreach (var whose in work.Select(w => w.Awaited).OfType<Func<GlidepathDbContext, DateTime, IQueryable<Guid>>>())
                awaited.AddRange(await whose(db, until).Take(MostPeople + 1).ToListAsync(cancellationToken));
            return ([.. awaited.Take(MostPeople)], awaited.Count > MostPeople);
        }
        if (actor.Role is not (Role.Prescriber or Role.Nurse or Role.Therapist or Role.Counsellor))
            return ([], false);
        // An id begins with its time: the newest records first.
        var newest = await Newest.ToListAsync(db, actor.AccountId, today, cancellationToken);
        if (newest.Count < MostPeople)
            return (newest, false);
        // What is urgent is never among what is cut off.
        var mine = db.Deciding<CareTeamMember>()
            .Where(m => m.AccountId == actor.AccountId && m.From <= today && (m.To == null || m.To >= today));
        var waits = work.Select(w => w.Urgent?.Whose(db)).OfType<IQueryable<Guid>>().Aggregate(Queryable.Concat);
        var urgent = await mine.Where(m => waits.Contains(m.PatientId)).Select(m => m.PatientId).Distinct().ToListAsync(cancellationToken);
        var ids = urgent.Union(newest).ToList();
        return (ids, await mine.Select(m => m.PatientId).Distinct().CountAsync(cancellationToken) > ids.Count);
    }
}

/// <summary>What is due of one person.</summary>
/// <param name="Items">The longest overdue first.</param>
public sealed record DueRow(PatientHead Who, IReadOnlyList<DueItem> Items);

/// <summary>A sentence of the head of the page, which leads to the rows that it counts.</summary>
public sealed record TodayLine(string Anchor, TodayCount Words, int Count);

public sealed record TodayView(DateOnly Day)
{
    public IReadOnlyList<WorkRow> Now { get; init; } = [];
    public IReadOnlyList<WorkRow> Visits { get; init; } = [];
    public IReadOnlyList<WorkRow> Decide { get; init; } = [];
    public IReadOnlyList<WorkRow> Waiting { get; init; } = [];

    /// <summary>One row a person, the longest overdue first.</summary>
    public IReadOnlyList<DueRow> Due { get; init; } = [];

    /// <summary>Items, of all people.</summary>
    public int DueInAll { get; init; }

    /// <summary>How many wait, in the order of the page.</summary>
    [JsonIgnore]
    public IReadOnlyList<TodayLine> Counts { get; init; } = [];

    [JsonIgnore]
    public IReadOnlyList<(TodayRegister Register, IReadOnlyList<RegisterRow> Rows)> Registers { get; init; } = [];

    /// <summary>What waits in the registers of the actor, entry by entry.</summary>
    public IReadOnlyList<object> Reviews => [.. Registers.SelectMany(r => r.Rows).Select(r => r.Entry)];
    public int People { get; init; }

    /// <summary>People of whom this was asked at all.</summary>
    public int LookedThrough { get; init; }

    /// <summary>There are more, and of them nothing stands here: that is not "nothing waits".</summary>
    public bool IsCut { get; init; }
}
