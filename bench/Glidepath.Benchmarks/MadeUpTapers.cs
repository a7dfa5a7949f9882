using Glidepath.Application.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Benchmarks;

/// <summary>People in care, each in the middle of an approved taper and on the care team of one of some nurses.</summary>
internal sealed class MadeUpTapers
{
    private const int Batch = 100,
        BegunDaysAgo = 30;

    private readonly Guid[] _patients;

    private readonly Guid[] _nurses;

    private MadeUpTapers(Guid[] patients, Guid[] nurses) => (_patients, _nurses) = (patients, nurses);

    public (Guid Patient, Guid Nurse) Of(int turn)
    {
        var at = turn % _patients.Length;
        return (_patients[at], _nurses[at % _nurses.Length]);
    }

    public static async Task<MadeUpTapers> FillAsync(Store store, int people, int nurses)
    {
        var clinic = new MadeUpTapers(
            [.. Enumerable.Range(0, people).Select(_ => Guid.CreateVersion7())],
            [.. Enumerable.Range(0, nurses).Select(_ => Guid.CreateVersion7())]
        );
        var begun = store.Today.AddDays(-BegunDaysAgo);
        var plan = TaperPlanner
            .Plan(
                new TaperRequest
                {
                    Drug = BenzodiazepineTable.Find("clonazepam")!,
                    Regimen = Regimen.Read("0.5 mg morning, 0.5 mg bedtime", out _)!,
                    Start = begun,
                }
            )
            .Plan!;
        foreach (var batch in Enumerable.Range(0, people).Chunk(Batch))
            await store.Records.RunAsync(
                MadeUpPatients.Actor,
                new AuditEntry(AuditAction.Create, "Patient"),
                db =>
                {
                    foreach (var number in batch)
                        Add(db, store, clinic.Of(number), number, plan, begun);
                    return Task.FromResult(0);
                },
                CancellationToken.None
            );
        return clinic;
    }

    private static void Add(GlidepathDbContext db, Store store, (Guid Patient, Guid Nurse) who, int number, TaperPlan plan, DateOnly begun)
    {
        var at = store.Clock.GetUtcNow().UtcDateTime.AddDays(-BegunDaysAgo - 1);
        db.Grant(
            who.Patient,
            AccessAction.Write,
            DataClass.Demographics,
            DataClass.Contact,
            DataClass.PresenceInTreatment,
            DataClass.CareTeamMembership,
            DataClass.TaperPlan
        );
        var (episode, move) = EpisodeOfCare.Open(Guid.CreateVersion7(), who.Patient, begun.AddDays(-1), Move());
        var intake = episode.Move(EpisodePhase.Intake, begun.AddDays(-1), Move(), readiness: CareReadiness.Ready);
        var draft = TaperDraft.Keep(episode, new Dictionary<string, string>(), plan, CourseWords.Kept.OfStep, By());
        var (file, version, approved) = CourseFile.Begin(
            draft,
            plan,
            CourseWords.Kept,
            new(VersionKind.Planned, "Two weeks a step.", begun),
            begun.AddDays(-1),
            By()
        );
        db.AddRange(
            MadeUpPatients.Patient(who.Patient, number),
            episode,
            move,
            intake,
            CareTeamMember.Join(Guid.CreateVersion7(), episode, who.Nurse, CareTeamRole.Nurse, begun),
            draft,
            file.Course,
            version,
            approved
        );

        MoveEntry Move() => new(Guid.CreateVersion7(), at, MadeUpPatients.Nurse, store.Zone);

        Entry By() => new(Guid.CreateVersion7(), at, MadeUpPatients.Nurse);
    }
}
