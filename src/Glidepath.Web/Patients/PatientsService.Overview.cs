using Glidepath.Pharmacology.Safety;
using Glidepath.Storage;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Patients.Intake;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Patients;

public sealed partial class PatientsService
{
    private static readonly RecordClass[] Shown =
    [
        RecordClass.Contact,
        RecordClass.Assessments,
        RecordClass.Medications,
        RecordClass.Diagnoses,
        RecordClass.CarePlan,
        RecordClass.Progress,
        RecordClass.Consents,
        RecordClass.CareTeamMembership,
    ];

    /// <summary>
    /// The page of one person: what is dangerous first, then what happened. A part that the actor may not see is left out.
    /// </summary>
    public Task<OverviewView?> OverviewAsync(Guid patientId, CancellationToken cancellationToken) =>
        access.RunAsync(
            Actor,
            who.RequestId,
            patientId,
            [(Read, RecordClass.Demographics), (Read, RecordClass.PresenceInTreatment)],
            async db =>
            {
                // Before the head: what the person is loaded with is what is open then.
                var may = await access.AllowedAsync(db, Actor, patientId, Read, Shown, cancellationToken);
                var head = await HeadAsync(db, patientId, cancellationToken);
                var mayIntake = IntakeService.Holds.All(may.Contains);
                var sections = mayIntake ? await SectionsAsync(db, head.EpisodeId, cancellationToken) : [];
                var facts = IntakeFacts.Of(sections);
                var steps = may.Contains(RecordClass.Assessments) ? await OwnAsync<SafetyStep>(db, patientId, cancellationToken) : [];
                var problems = may.Contains(RecordClass.Diagnoses) ? await OwnAsync<Condition>(db, patientId, cancellationToken) : [];
                var scored = may.Contains(RecordClass.Assessments)
                    ? await OwnAsync<ScoredAssessment>(db, patientId, cancellationToken)
                    : [];
                var happened = await TimelineOf.ReadAsync(db, patientId, may, problems, steps, scored, Now, cancellationToken);
                var team = may.Contains(RecordClass.CareTeamMembership)
                    ? (await OwnAsync<CareTeamMember>(db, patientId, cancellationToken)).Where(m => m.IsOn(Today)).ToList()
                    : [];
                var names = await NamesAsync(db, [.. happened.Select(h => h.By), .. team.Select(m => m.AccountId)], cancellationToken);
                return new OverviewView(head, may)
                {
                    Safety = mayIntake ? SafetyFirst.Of(facts, head.Age, sections, steps) : [],
                    OpenSteps = [.. steps.Where(s => s.IsOpen)],
                    Problems = [.. problems.Where(p => p.Status is ConditionStatus.Active)],
                    Goal = facts.Value("supports.goal"),
                    Happened = happened,
                    Due = may.Contains(RecordClass.Assessments) ? Due(head, scored, facts) : [],
                    Names = names,
                    Patient = may.Contains(RecordClass.Contact) ? await db.Set<Patient>().FindAsync([patientId], cancellationToken) : null,
                    Team = [.. team.Select(m => $"{names.GetValueOrDefault(m.AccountId, "?")}, {m.Role.Words()}")],
                };
            },
            cancellationToken
        );

    private IReadOnlyList<DueAssessment> Due(PatientHead head, IReadOnlyList<ScoredAssessment> scored, IntakeFacts facts) =>
        head is { Phase: { } phase, PhaseSince: { } since }
            ? DueList.Of(phase, since, [.. scored.Select(a => new DoneOn(a.InstrumentId, a.On))], [], Known(facts), Today)
            : [];

    /// <summary>What brings in an instrument. Unknown brings in none.</summary>
    private static HashSet<DueWhen> Known(IntakeFacts facts) => facts.Is("alcohol.any") is Answer.Yes ? [DueWhen.DrinksAlcohol] : [];

    private static Task<List<T>> OwnAsync<T>(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
        where T : class, IPatientRecord => db.Set<T>().AsNoTracking().Where(e => e.PatientId == patientId).ToListAsync(cancellationToken);
}

/// <param name="May">The kinds that the actor may read here.</param>
public sealed record OverviewView(PatientHead Head, IReadOnlySet<RecordClass> May)
{
    public IReadOnlyList<SafetyLine> Safety { get; init; } = [];

    /// <summary>False where answers are kept back from the actor: then no line of <see cref="Safety"/> is not "nothing told".</summary>
    public bool MaySeeIntake => IntakeService.Holds.All(May.Contains);
    public IReadOnlyList<SafetyStep> OpenSteps { get; init; } = [];
    public IReadOnlyList<Condition> Problems { get; init; } = [];
    public string? Goal { get; init; }
    public IReadOnlyList<Happening> Happened { get; init; } = [];
    public IReadOnlyList<DueAssessment> Due { get; init; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Null where the ways to reach the person are not for the actor.</summary>
    public Patient? Patient { get; init; }
    public IReadOnlyList<string> Team { get; init; } = [];
}
