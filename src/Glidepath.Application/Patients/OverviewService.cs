using Glidepath.Application.Facilities;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>The first page of a person's record.</summary>
public sealed class OverviewService(
    Store store,
    RecordAccess access,
    CurrentActor who,
    Timeline timeline,
    IEnumerable<TodayRows> work,
    IEnumerable<DueRows> due,
    IEnumerable<MedicineLines> medicines,
    IEnumerable<NextLines> next
) : PatientSubject(store, access, who)
{
    private static readonly RecordPart<SafetyStep> Steps = RecordPart.All<SafetyStep>();

    private static readonly RecordPart<Condition> Problems = RecordPart.All<Condition>();

    private static readonly RecordPart<CareTeamMember> Team = RecordPart.All<CareTeamMember>();

    private static readonly RecordPart<SamePersonNote> Alike = RecordPart.All<SamePersonNote>();

    private readonly List<NextLines> _next = [.. next.Where(n => !n.IsOwn)];

    /// <summary>Parts of the page of one person, beside what the areas hand over.</summary>
    private static readonly RecordPart[] Beside = [IntakeService.Answers, SafetyService.Entries, Steps, Problems, Team, Alike];

    /// <summary>
    /// The page of one person: what is dangerous first, then what happened. A part that the actor may not see is left out.
    /// </summary>
    public Task<OverviewView?> OverviewAsync(Guid patientId, CancellationToken cancellationToken) =>
        Access.RunAsync(
            Actor,
            Who.RequestId,
            patientId,
            [(Read, DataClass.Demographics), (Read, DataClass.PresenceInTreatment)],
            async db =>
            {
                // Before the head: what the person is loaded with is what is open then.
                // What happened in care is not the front desk's, though it may read the visits that stand there.
                var tellsCare = Actor.Role.TellsCare();
                var parts = (tellsCare ? timeline.Parts : [])
                    .Concat(work.SelectMany(w => w.Parts))
                    .Concat(due.SelectMany(d => d.Parts))
                    .Concat(medicines.SelectMany(m => m.Parts))
                    .Concat(_next.SelectMany(n => n.Parts))
                    .Concat(Beside)
                    .ToList();
                var shown = parts.SelectMany(p => p.Needs).Append(DataClass.Contact).Distinct();
                var open = await Access.OpenAsync(db, Actor, patientId, Read, [.. shown], cancellationToken);
                var may = open[patientId];
                var head = await HeadAsync(db, patientId, cancellationToken);
                var all = await Gathered.ReadAsync(db, open, parts, cancellationToken);
                var person = all.Of(patientId);
                var view = new PersonInView(head, LocalNow, person, Actor) { Episodes = db.CurrentEpisodes(patientId) };
                var sections = person.Of(IntakeService.Answers).Where(s => view.IsCurrent(s.EpisodeId)).ToList();
                var steps = person.Of(Steps);
                var happened = tellsCare ? timeline.Of(person) : [];
                var team = person.Of(Team).Where(m => m.IsOn(Today)).DistinctBy(m => (m.AccountId, m.Role)).ToList();
                var next = Next(view).ToList();
                var names = await NamesAsync(
                    db,
                    [.. happened.Select(h => h.By), .. team.Select(m => m.AccountId), .. next.Select(n => n.By).OfType<Guid>()],
                    cancellationToken
                );
                return new OverviewView(head, new SortedSet<DataClass>(may.Except([DataClass.PresenceInTreatment])))
                {
                    Safety = person.IsOpen(IntakeService.Answers)
                        ? SafetyFirst.Of(SafetyFirst.States(person.Of(SafetyService.Entries), sections, steps, person.Merged), LocalNow)
                        : [],
                    OpenSteps = [.. steps.Where(s => s.IsOpen)],
                    Problems = [.. person.Of(Problems).Where(p => p.Status is ConditionStatus.Active)],
                    Medicines = Taken(view),
                    Goal = view.Intakes(IntakeService.Answers)
                        .Select(i => i.Facts.Value("supports.goal"))
                        .FirstOrDefault(g => g is not null),
                    Happened = happened,
                    Next = next,
                    Names = names,
                    MayBeSame = await MayBeSameAsync(db, head, person, cancellationToken),
                    Patient = may.Contains(DataClass.Contact) ? (await db.PersonAsync(patientId, Now, cancellationToken)).Patient : null,
                    Team = [.. team.Select(m => $"{names.GetValueOrDefault(m.AccountId, "?")}, {Terms.Of(m.Role.Words())}")],
                };
            },
            cancellationToken
        );

    /// <summary>Only those that the actor may see too: of the others the privacy officer alone learns.</summary>
    private async Task<IReadOnlyList<PatientHead>> MayBeSameAsync(
        GlidepathDbContext db,
        PatientHead head,
        PersonEntries person,
        CancellationToken cancellationToken
    )
    {
        var records = db.RecordsOf(person.PatientId);
        var others = SamePersonNote
            .Open(person.Of(Alike))
            .Select(n => n.OtherPatientId)
            .OfType<Guid>()
            .Where(id => !records.Contains(id) && id != head.MergedInto?.Into)
            .Distinct()
            .ToList();
        if (others.Count == 0)
            return [];
        DataClass[] needed = [DataClass.Demographics, DataClass.PresenceInTreatment];
        var seen = await RecordAccess.SeenAsync(db, Actor, others, needed, [], Now, cancellationToken);
        var heads = new List<PatientHead>();
        foreach (var id in others.Where(seen.ContainsKey))
            heads.Add(await HeadAsync(db, id, cancellationToken));
        return heads;
    }

    /// <summary>A dose of an approved plan stands for what the list says of the same medicine.</summary>
    private IReadOnlyList<MedicineLine> Taken(PersonInView view)
    {
        List<MedicineLine> planned = [.. medicines.Where(m => m.Leads).SelectMany(m => m.Of(view))];
        var names = planned.SelectMany(p => p.Name.Split(" + ")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. planned, .. medicines.Where(m => !m.Leads).SelectMany(m => m.Of(view)).Where(m => !names.Contains(m.Name))];
    }

    /// <summary>What waits now, the most urgent first; then what lies ahead, and what is due, by its day.</summary>
    private IEnumerable<NextItem> Next(PersonInView view) =>
        work.Where(w => w.Part is not TodayPart.Visits)
            .OrderBy(w => w.Part)
            .SelectMany(w => w.Rows(view).OrderBy(r => r.Since))
            .Select(r => new NextItem(null, r.Why, r.Evidence, r.Href, r.By))
            .Concat(
                _next
                    .SelectMany(n => n.Of(view))
                    .OrderBy(l => l.At)
                    .Select(l => new NextItem(view.Now.DayOf(l.At), l.What, string.Join(", ", Said(l)), l.Href, null))
            )
            .Concat(
                due.SelectMany(d => d.Items(view))
                    .OrderBy(d => d.DueOn)
                    .Select(d => new NextItem(d.DueOn, d.What, d.Why, d.Href, d.By) { IsOverdue = d.DaysOverdue > 0 })
            );

    private static IEnumerable<string> Said(NextLine line) => new[] { line.When, line.With, line.Place }.OfType<string>();
}

/// <summary>One thing to do for a person.</summary>
/// <param name="On">The day it is due; null for what waits now.</param>
/// <param name="By">The account that does it; null where the care team does.</param>
public sealed record NextItem(DateOnly? On, string What, string Why, string Href, Guid? By)
{
    public bool IsOverdue { get; init; }
}

/// <param name="May">The kinds that the actor may read here, beyond what it takes to open the page.</param>
public sealed record OverviewView(PatientHead Head, IReadOnlySet<DataClass> May)
{
    public IReadOnlyList<SafetyLine> Safety { get; init; } = [];

    /// <summary>False where answers are kept back from the actor: then no line of <see cref="Safety"/> is not "nothing told".</summary>
    public bool MaySeeIntake => IntakeService.Holds.All(May.Contains);
    public IReadOnlyList<SafetyStep> OpenSteps { get; init; } = [];
    public IReadOnlyList<Condition> Problems { get; init; } = [];

    /// <summary>What the person takes, what is tapered first. None is not "takes none" where <see cref="May"/> has no medicines.</summary>
    public IReadOnlyList<MedicineLine> Medicines { get; init; } = [];
    public string? Goal { get; init; }
    public IReadOnlyList<Happening> Happened { get; init; } = [];
    public IReadOnlyList<NextItem> Next { get; init; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Null where the ways to reach the person are not for the actor.</summary>
    public Patient? Patient { get; init; }
    public IReadOnlyList<string> Team { get; init; } = [];

    /// <summary>Other records that may be of the same person, as far as the actor may see them.</summary>
    public IReadOnlyList<PatientHead> MayBeSame { get; init; } = [];
}
