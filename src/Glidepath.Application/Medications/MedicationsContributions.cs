using System.Globalization;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Medications;

/// <summary>What the area of medicines hands over: its service, and its rows in the lists of a record.</summary>
internal static partial class MedicationsContributions
{
    public static IServiceCollection AddMedications(this IServiceCollection services) =>
        services
            .AddScoped<MedicationsService>()
            .AddScoped<ResultsService>()
            .HandOver(Lines)
            .HandOver(OnTimeline, ResultsOnTimeline)
            .HandOver(Waiting)
            .HandOver(InCopy, ResultsInCopy)
            .HandOver(InDemo, ResultsInDemo)
            .HandOver(Names, ResultsName)
            .HandOver(ResultsLeft)
            .AddWard();

    private static readonly RecordPart<MedicationStatement> Taken = RecordPart.Of<MedicationStatement>(m =>
        m.Status == MedicationStatus.Active
    );

    private static readonly RecordName Names = new(typeof(MedicationStatement), "your medicines");

    /// <summary>From the list; where it has no benzodiazepine, what the intake tells of one.</summary>
    private static readonly MedicineLines Lines = new([Taken, IntakeService.Answers], Told);

    private static readonly TimelineRows OnTimeline = TimelineRows.Of<MedicationStatement>(
        (m, person) =>
            new(
                m.Id,
                HappeningKind.Decision,
                person.DayOf(m.RecordedAt),
                m.RecordedAt,
                m.RecordedBy,
                m.Status switch
                {
                    MedicationStatus.Active => T["MedicineOnTheList", m.Details.Name, m.Details.HowTaken],
                    MedicationStatus.Stopped => T["MedicineStopped", m.Details.Name, m.Details.HowTaken, m.StoppedOn!.Value.Day()],
                    MedicationStatus.EnteredInError => T["MedicineInError", m.Details.Name],
                },
                m.WhyStopped,
                null,
                m.ReplacesId
            )
    );

    private static readonly TodayRows Waiting = new(
        TodayPart.Decide,
        [Taken],
        person =>
            person.Entries.Of(Taken).Where(m => !m.IsReconciled).ToList() is { Count: > 0 } told
            && person.Head.Phase is not EpisodePhase.Enquiry
                ?
                [
                    new WorkRow(
                        Sign.Hold,
                        person.Head,
                        "Medicines are not reconciled.",
                        T[
                            "OnTheListSince",
                            string.Join(", ", told.Select(m => m.Details.Name)),
                            person.Now.DayOf(told.Min(m => m.RecordedAt)).Day()
                        ],
                        "Reconcile",
                        $"/patients/{person.Head.Id}/medicines",
                        told.Min(m => m.RecordedAt)
                    ),
                ]
                : []
    );

    private static readonly CopySection InCopy = new(
        InformationCategory.Medications,
        "Medicines",
        ["Medicine", "How taken", "Since", "Prescriber", "How it is known"],
        CopyRows.One(
            m => m.RecordedAt,
            m => [m.Details.Name, m.Details.HowTaken, m.Details.Since, m.Details.Prescriber, m.Details.Source.InWords()],
            Taken
        )
    );

    /// <summary>What the intake tells of the benzodiazepine; null where it names none, or not how it is taken.</summary>
    internal static MedicationDetails? FromIntake(IntakeFacts facts, DateOnly today) =>
        facts is { Drug: { } drug, Regimen: { } regimen }
            ? new MedicationDetails(drug.Name, regimen.ToString(), false, MedicationSource.Person, SinceOf(facts, today))
            : null;

    // Months were asked for: a year is what they tell.
    private static string? SinceOf(IntakeFacts facts, DateOnly today) =>
        facts.ToPatientFacts(null).DurationDays is { } days ? today.AddDays(-days).Year.ToString(CultureInfo.InvariantCulture) : null;

    private static IEnumerable<MedicineLine> Told(PersonInView person)
    {
        var list = person.Entries.Of(Taken).OrderByDescending(m => m.Details.Drug is not null).ThenBy(m => m.RecordedAt).ToList();
        // Record by record: the list of one says nothing of what was told for another, and what stands on a list comes before it.
        var told = person
            .Intakes(IntakeService.Answers)
            .Where(i => !list.Exists(m => m.PatientId == i.PatientId && m.Details.Drug is not null))
            .Select(i => (IsOwn: i.PatientId == person.Head.Id, Medicine: FromIntake(i.Facts, person.Today)))
            .Where(i => i.Medicine is not null)
            .ToLookup(i => i.IsOwn, i => LineOf(i.Medicine!, T["FromTheIntakeNotOnTheListYet"], false));
        return
        [
            .. told[true],
            .. list.Select(medicine =>
                LineOf(
                    medicine.Details,
                    medicine.ReconciledAt is { } at
                        ? T["ReconciledOn", person.Now.DayOf(at).Day()]
                        : T["NotReconciledYet", medicine.Details.Source.InWords()],
                    medicine.IsReconciled
                )
            ),
            .. told[false],
        ];
    }

    private static MedicineLine LineOf(MedicationDetails of, string evidence, bool isReconciled) =>
        new(
            of.Name,
            of.HowTaken,
            of.Regimen is { } regimen ? T["ADay", regimen.DailyDose] : null,
            of.Since,
            of.Prescriber,
            evidence,
            isReconciled
        );
}
