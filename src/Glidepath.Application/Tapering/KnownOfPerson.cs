using System.Globalization;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Tapering;

/// <summary>
/// The planner's questions as the record of a person answers them, each with what says so. What was never asked, or is not known, is "not
/// sure", which the planner takes as a yes: nothing is read as no but a no.
/// </summary>
/// <param name="Medicines">Taken now; empty where the list is withheld too.</param>
/// <param name="Sections">Of the intake of this episode.</param>
/// <param name="Concerns">What is open in the safety panel: a later no closes nothing.</param>
/// <param name="Problems">Active ones.</param>
internal sealed record KnownOfPerson(
    int? Age,
    IReadOnlyList<MedicationStatement> Medicines,
    IReadOnlyCollection<IntakeSection> Sections,
    IReadOnlyList<ConcernState> Concerns,
    IReadOnlyList<Condition> Problems,
    LocalNow Now
)
{
    public const string NotSure = "unknown";

    private const int LongestList = 500;

    private readonly IReadOnlyDictionary<string, IntakeAnswer> _answers = IntakeReview.Together(Sections);

    private readonly IntakeFacts _intake = IntakeFacts.Of(Sections);

    private PatientFacts Facts => field ??= _intake.ToPatientFacts(Age);

    /// <summary>The one that the plan is of: of several, one whose dose is read, then one that was reconciled.</summary>
    private MedicationStatement? Main =>
        field ??= Medicines
            .Where(m => m.Details.Drug is not null)
            .OrderByDescending(m => m.Details.Regimen is not null)
            .ThenByDescending(m => m.IsReconciled)
            .ThenByDescending(m => m.RecordedAt)
            .FirstOrDefault();

    public IReadOnlyList<FilledIn> Answers =>
        [
            Indication(),
            Supply(),
            .. Medicine(),
            .. Duration(),
            Opioid(),
            Fact("alcohol", Facts.Alcohol, SafetyConcern.Alcohol, [], "alcohol.any"),
            Fact("seizure", Facts.SeizureHistory, SafetyConcern.SeizureHistory, [], "seizures.ever"),
            Fact("withdrawal", Facts.SevereWithdrawal, SafetyConcern.SevereWithdrawal, [], "attempts.severe", "seizures.in-withdrawal"),
            Fact("pregnant", Facts.Pregnant, SafetyConcern.Pregnancy, [], "pregnancy.pregnant"),
            Fact("nursing", Facts.Breastfeeding, null, [], "pregnancy.breastfeeding"),
            Fact("breathing", Facts.SleepApneaOrLungDisease, SafetyConcern.Breathing, [], "physical.breathing"),
            Fact("falls", Facts.FallsOrConfusion, null, [], "physical.falls"),
            Fact("suicide", Facts.SuicidalThoughts, SafetyConcern.Suicide, [], "mental.suicide"),
            Fact("driving", Facts.SafetyCriticalDriving, null, [], "home.work"),
            .. Others(),
            .. Years(),
            Fact("end-of-life", Facts.EndOfLifeCare, null, [], "physical.end-of-life") is { Value: not NotSure } told
                ? told
                : new("end-of-life", null, T["RecordNotAsked"]),
            Fact("liver", Facts.LiverDisease, null, [], "physical.liver"),
            Fact("ptsd", Facts.Ptsd, null, [ConditionKind.TraumaRelated], "mental.ptsd"),
            Fact(
                "bipolar",
                Facts.BipolarOrPsychosis,
                null,
                [ConditionKind.Bipolar, ConditionKind.Psychosis],
                "mental.bipolar",
                "mental.psychosis"
            ),
        ];

    private IEnumerable<FilledIn> Medicine()
    {
        if (Main is null && _intake.Drug is null)
        {
            yield return new("drug", null, T["RecordNamesNoBenzodiazepine"]);
            yield break;
        }
        var (drug, regimen, from) = Main is { } main
            ? (main.Details.Drug!, main.Details.Regimen, OfList(main))
            : (_intake.Drug!, _intake.Regimen, OfIntake("medicine.regimen", "medicine.drug"));
        yield return new("drug", drug.Name, from);
        if (regimen is null)
        {
            yield return new("morning", null, Main is null ? from : T["RecordListSays", Main.Details.HowTaken, from]);
            yield break;
        }
        var number = 5;
        foreach (var time in regimen.Times)
            if (time.IsNamed)
                yield return new(time.Word(), regimen[time].ToString(), from);
            else if (number <= 6)
            {
                yield return new($"time-{number}", time.Clock(), from);
                yield return new($"dose-{number++}", regimen[time].ToString(), from);
            }
        // What is on the list without "when needed" is taken every day; the intake asked for the days.
        if (Main is not null)
            yield return new("days-per-week", "7", from);
        else if (Facts.DaysPerWeek is { } days)
            yield return new("days-per-week", days.ToString(CultureInfo.InvariantCulture), OfIntake("pattern.days-per-week"));
    }

    private IEnumerable<FilledIn> Duration()
    {
        var (count, unit, from) =
            Main is { Details.Since: { } since } main && Time(since) is { } time
                ? ($"{time.Count}", time.Unit, OfList(main))
                : (_intake.Value("pattern.months"), "months", OfIntake("pattern.months"));
        yield return new("duration", count, count is null ? T["RecordNotAsked"] : from);
        if (count is not null)
            yield return new("duration-unit", unit, "");
    }

    /// <summary>Whole years of a year that was told, whole months of a month; null for less than one.</summary>
    private (int Count, string Unit)? Time(string since) =>
        since.Length == 4
            ? Now.Today.Year - int.Parse(since, CultureInfo.InvariantCulture) is > 0 and var years
                ? (years, "years")
                : null
            : DateOnly.TryParseExact(since[..7], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            && (Now.Today.Year - month.Year) * 12 + Now.Today.Month - month.Month is > 0 and var months
                ? (months, "months")
                : null;

    private FilledIn Supply()
    {
        var told = _answers.GetValueOrDefault("medicine.supply", IntakeAnswer.NotAsked);
        if (Open(SafetyConcern.Supply) is { } open)
            return new("supply", told.Value is "notPrescribed" ? "not-prescribed" : NotSure, OfPanel(open));
        return told switch
        {
            { State: AnswerState.Given, Value: "prescribed" } => new("supply", "prescribed", OfIntake("medicine.supply")),
            { State: AnswerState.Given, Value: "notPrescribed" } => new("supply", "not-prescribed", OfIntake("medicine.supply")),
            { WasAsked: true } => new("supply", NotSure, OfIntake("medicine.supply")),
            _ when Main
                    is { Details.Source: MedicationSource.Pharmacy or MedicationSource.Prescriber or MedicationSource.MonitoringProgram } =>
                new("supply", "prescribed", OfList(Main)),
            _ => new("supply", null, T["RecordNotAsked"]),
        };
    }

    private FilledIn Indication()
    {
        if (Main is { Details.Reason: { } reason } main)
            return new("for", Read(reason) ?? NotSure, T["RecordListSays", reason, OfList(main)]);
        var problem = Problems.FirstOrDefault(p => p.Kind is ConditionKind.Anxiety or ConditionKind.Sleep);
        return problem is null
            ? new("for", NotSure, T["RecordNotAsked"])
            : new("for", Read(problem.Title) ?? (problem.Kind is ConditionKind.Sleep ? "sleep" : "anxiety"), OfProblem(problem));
    }

    /// <summary>The words that people use for it; null where none is among them.</summary>
    private static string? Read(string reason) =>
        new[]
        {
            ("panic", "panic"),
            ("seizure", "seizures"),
            ("epilep", "seizures"),
            ("spasm", "spasm"),
            ("spastic", "spasticity"),
            ("sleep", "sleep"),
            ("insomnia", "sleep"),
            ("anxi", "anxiety"),
            ("worr", "anxiety"),
        }
            .Where(word => reason.Contains(word.Item1, StringComparison.OrdinalIgnoreCase))
            .Select(word => word.Item2)
            .FirstOrDefault();

    private FilledIn Opioid()
    {
        var any = Fact("opioid", Facts.Opioid, SafetyConcern.Opioids, [], "opioids.any", "opioids.treatment");
        return Facts.OpioidTreatment is Answer.Yes ? any with { Value = "treatment" } : any;
    }

    private IEnumerable<FilledIn> Others()
    {
        var listed = Medicines.Where(m => m != Main).ToList();
        var told = _intake.Value("medicine.others");
        if (listed.Count == 0 && told is null)
        {
            yield return new("other", NotSure, T["RecordNamesNoOther"]);
            yield break;
        }
        var from = string.Join("; ", listed.Select(OfList).Concat(told is null ? [] : [OfIntake("medicine.others")]).Distinct());
        // By name alone: how it is taken may be a sentence, and the planner asks for names.
        var names = listed
            .Select(m => m.Details.Name.Replace(',', ' '))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Concat(MedicineList.Read(told).Where(o => !listed.Exists(m => IsNamed(o, m.Details.Name))))
            .ToList();
        var all = names.Count;
        while (names.Sum(n => n.Length + 2) > LongestList)
            names.RemoveAt(names.Count - 1);
        if (all > names.Count)
            from = $"{from}. {T.Count("MedicinesLeftOut", all - names.Count)}";
        yield return new("other", "yes", from);
        yield return new("medicines", string.Join(", ", names), from);
    }

    private static bool IsNamed(string told, string name) => told.Contains(name, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<FilledIn> Years() =>
        Age is { } age ? [new("age", age.ToString(CultureInfo.InvariantCulture), T["RecordDateOfBirth"])] : [];

    /// <param name="kinds">Problems that say the same.</param>
    /// <param name="questions">Of the intake.</param>
    private FilledIn Fact(
        string name,
        Answer answer,
        SafetyConcern? concern,
        IReadOnlyList<ConditionKind> kinds,
        params IReadOnlyList<string> questions
    )
    {
        if (concern is { } kind && Open(kind) is { } open)
            return new(name, "yes", OfPanel(open));
        if (Problems.FirstOrDefault(p => kinds.Contains(p.Kind)) is { } problem)
            return new(name, "yes", OfProblem(problem));
        return answer switch
        {
            Answer.Yes => new(name, "yes", OfIntake(questions)),
            Answer.No => new(name, "no", OfIntake(questions)),
            _ when questions.Any(q => _answers.GetValueOrDefault(q, IntakeAnswer.NotAsked).WasAsked) => new(
                name,
                NotSure,
                T["RecordNotSure", OfIntake(questions)]
            ),
            _ => new(name, NotSure, T["RecordNotAsked"]),
        };
    }

    private ConcernState? Open(SafetyConcern concern) => Concerns.FirstOrDefault(c => c.Concern == concern && c.IsOpen);

    private string OfPanel(ConcernState open) => T["RecordSafetyPanel", SafetyFirst.Source(open.Leads!, Now)];

    private static string OfProblem(Condition problem) => T["RecordProblemList", problem.Title, problem.On.Day()];

    private string OfList(MedicationStatement medicine) =>
        medicine.ReconciledAt is { } at
            ? T["RecordListReconciled", Now.DayOf(at).Day()]
            : T["RecordListNotReconciled", Now.DayOf(medicine.RecordedAt).Day()];

    private string OfIntake(params IReadOnlyList<string> questions)
    {
        var parts = questions
            .Where(q => _answers.GetValueOrDefault(q, IntakeAnswer.NotAsked).WasAsked)
            .Select(q => IntakeQuestions.Find(q)!.Part)
            .ToHashSet();
        return Sections.Where(s => parts.Contains(s.Part)).Max(s => s.ChangedAt) is { } at
            ? T["RecordIntake", Now.DayOf(at).Day()]
            : T["RecordIntakeUndated"];
    }
}
