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
    IEnumerable<DueRows> due,
    IEnumerable<MedicineLines> medicines
) : PatientSubject(store, access, who)
{
    private static readonly RecordPart<SafetyStep> Steps = RecordPart.All<SafetyStep>();

    private static readonly RecordPart<Condition> Problems = RecordPart.All<Condition>();

    private static readonly RecordPart<CareTeamMember> Team = RecordPart.All<CareTeamMember>();

    /// <summary>Parts of the page of one person, beside what the areas hand over.</summary>
    private static readonly RecordPart[] Beside = [IntakeService.Answers, SafetyService.Entries, Steps, Problems, Team];

    /// <summary>
    /// The page of one person: what is dangerous first, then what happened. A part that the actor may not see is left out.
    /// </summary>
    public Task<OverviewView?> OverviewAsync(Guid patientId, CancellationToken cancellationToken) =>
        Access.RunAsync(
            Actor,
            Who.RequestId,
            patientId,
            [(Read, RecordClass.Demographics), (Read, RecordClass.PresenceInTreatment)],
            async db =>
            {
                // Before the head: what the person is loaded with is what is open then.
                var parts = timeline
                    .Parts.Concat(due.SelectMany(d => d.Parts))
                    .Concat(medicines.SelectMany(m => m.Parts))
                    .Concat(Beside)
                    .ToList();
                var shown = parts.SelectMany(p => p.Needs).Append(RecordClass.Contact).Distinct();
                var may = await Access.AllowedAsync(db, Actor, patientId, Read, shown, cancellationToken);
                var head = await HeadAsync(db, patientId, cancellationToken);
                var all = await Gathered.ReadAsync(db, Gathered.For(patientId, may), parts, cancellationToken);
                var person = all.Of(patientId);
                var sections = person.Of(IntakeService.Answers).Where(s => s.EpisodeId == head.EpisodeId).ToList();
                var facts = IntakeFacts.Of(sections);
                var steps = person.Of(Steps);
                var happened = timeline.Of(person);
                var team = person.Of(Team).Where(m => m.IsOn(Today)).ToList();
                var view = new PersonInView(head, LocalNow, person, Actor);
                var names = await NamesAsync(db, [.. happened.Select(h => h.By), .. team.Select(m => m.AccountId)], cancellationToken);
                return new OverviewView(head, new SortedSet<RecordClass>(may.Except([RecordClass.PresenceInTreatment])))
                {
                    Safety = person.IsOpen(IntakeService.Answers)
                        ? SafetyFirst.Of(SafetyFirst.States(person.Of(SafetyService.Entries), sections, steps), LocalNow)
                        : [],
                    OpenSteps = [.. steps.Where(s => s.IsOpen)],
                    Problems = [.. person.Of(Problems).Where(p => p.Status is ConditionStatus.Active)],
                    Medicines = [.. medicines.SelectMany(m => m.Of(view))],
                    Goal = facts.Value("supports.goal"),
                    Happened = happened,
                    Due = [.. due.SelectMany(d => d.Items(view)).OrderByDescending(d => d.DaysOverdue)],
                    Names = names,
                    Patient = may.Contains(RecordClass.Contact) ? (await db.PersonAsync(patientId, Now, cancellationToken)).Patient : null,
                    Team = [.. team.Select(m => $"{names.GetValueOrDefault(m.AccountId, "?")}, {Terms.Of(m.Role.Words())}")],
                };
            },
            cancellationToken
        );
}

/// <param name="May">The kinds that the actor may read here, beyond what it takes to open the page.</param>
public sealed record OverviewView(PatientHead Head, IReadOnlySet<RecordClass> May)
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
    public IReadOnlyList<DueItem> Due { get; init; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Null where the ways to reach the person are not for the actor.</summary>
    public Patient? Patient { get; init; }
    public IReadOnlyList<string> Team { get; init; } = [];
}
