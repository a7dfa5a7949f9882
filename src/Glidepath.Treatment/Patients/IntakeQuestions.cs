using Glidepath.Pharmacology.Drugs;
using static Glidepath.Treatment.Patients.IntakePart;
using static Glidepath.Treatment.Patients.QuestionKind;

namespace Glidepath.Treatment.Patients;

/// <summary>
/// What an intake asks: the inputs of the guideline's first-reduction flowchart and what the safety rules need. See
/// docs/clinical/intake.md.
/// </summary>
public static partial class IntakeQuestions
{
    public static IReadOnlyList<IntakeQuestion> All { get; } = [.. Use(), .. Risk(), .. Health(), .. Life()];

    private static readonly Dictionary<string, IntakeQuestion> ById = All.ToDictionary(q => q.Id);

    public static IntakeQuestion? Find(string id) => ById.GetValueOrDefault(id);

    public static IEnumerable<IntakeQuestion> Of(IntakePart part) => All.Where(q => q.Part == part);

    private static IEnumerable<IntakeQuestion> Use() =>
        [
            Needed("medicine.drug", Medicine, "Which medicine do you take?", Choice) with
            {
                Choices = [.. BenzodiazepineTable.All.Select(d => d.Name), "other"],
            },
            new("medicine.other-drug", Medicine, "What is it called?", Text) { OnlyWhen = ("medicine.drug", "other") },
            Needed(
                "medicine.regimen",
                Medicine,
                "How much do you take, and when?",
                QuestionKind.Regimen,
                "For example: 0.5 mg morning, 1 mg bedtime."
            ),
            new("medicine.lowest-mg", Medicine, "On your lowest days, how many mg in all?", Number)
            {
                Most = DoseRange.MostMg,
                Unit = "mg",
            },
            new("medicine.highest-mg", Medicine, "On your highest days, how many mg in all?", Number)
            {
                Most = DoseRange.MostMg,
                Unit = "mg",
            },
            Needed(
                "medicine.supply",
                Medicine,
                "Where does it come from?",
                Choice,
                "We ask so that we know how sure the dose is. You will not be in trouble here."
            ) with
            {
                Choices = ["prescribed", "notPrescribed", "both"],
            },
            Needed(
                "medicine.left",
                Medicine,
                "How much of it do you have left?",
                Choice,
                "Running out suddenly is dangerous. We can help before it happens."
            ) with
            {
                Choices = ["enough", "few", "ranOut"],
            },
            new("medicine.injected", Medicine, "Have you ever injected it?", YesNo),
            new(
                "medicine.others",
                Medicine,
                "Which other medicines do you take? Put a comma between them.",
                Text,
                "Some change how strong this medicine is."
            ),
            Needed("pattern.months", Pattern, "For how many months have you taken it?", Number) with
            {
                Most = 900,
                Unit = "months",
            },
            Needed("pattern.days-per-week", Pattern, "On how many days of the week?", Number) with
            {
                Least = 1,
                Most = 7,
                Whole = true,
                Unit = "days",
            },
            new("pattern.extra", Pattern, "Do you sometimes take more than planned? When?", Text),
            Needed("attempts.any", PastAttempts, "Have you tried to cut down or stop before?", YesNo),
            new("attempts.what", PastAttempts, "What did you do, and how did it go?", Text) { OnlyWhen = ("attempts.any", "yes") },
            new("attempts.last-day", PastAttempts, "About when did you last try?", Day, "A day near it will do.")
            {
                OnlyWhen = ("attempts.any", "yes"),
            },
            Needed(
                "attempts.severe",
                PastAttempts,
                "When you took less, did you ever have a seizure, see or hear things that were not there, or get very mixed up?",
                YesNo,
                "If so, cutting down may need care in a hospital first."
            ),
            Needed("missed.symptoms", MissedDose, "When you miss a dose, do you feel unwell?", Choice) with
            {
                Choices = ["no", "mild", "strong", "neverMissed"],
            },
            new("missed.what", MissedDose, "What do you feel, and how soon?", Text),
        ];

    private static IEnumerable<IntakeQuestion> Risk() =>
        [
            Needed("seizures.ever", Seizures, "Have you ever had a seizure?", YesNo, "Cutting down can bring one on."),
            new("seizures.when", Seizures, "When was the last one, and why did it happen?", Text) { OnlyWhen = ("seizures.ever", "yes") },
            Needed("seizures.in-withdrawal", Seizures, "Did one ever come when you took less of a medicine or of alcohol?", YesNo) with
            {
                OnlyWhen = ("seizures.ever", "yes"),
            },
            Needed(
                "sedatives.any",
                OtherSedatives,
                "Do you take anything else that makes you sleepy or calm?",
                YesNo,
                "Sleeping pills, gabapentin, pregabalin, muscle relaxers, some allergy pills."
            ),
            new("sedatives.kinds", OtherSedatives, "What kinds?", QuestionKind.Choices)
            {
                Choices = ["sleepingPill", "gabapentinoid", "muscleRelaxant", "allergyPill", "other"],
                OnlyWhen = ("sedatives.any", "yes"),
            },
            Needed(
                "sedatives.overdose",
                OtherSedatives,
                "Have you ever had an overdose, or been very hard to wake, from a medicine, a drug or alcohol?",
                YesNo,
                "If so, we give you naloxone and smaller amounts at a time."
            ),
            new("sedatives.which", OtherSedatives, "Which ones, and how much?", Text) { OnlyWhen = ("sedatives.any", "yes") },
            Needed(
                "alcohol.any",
                IntakePart.Alcohol,
                "Do you drink alcohol?",
                YesNo,
                "Alcohol with this medicine can stop your breathing. Stopping alcohol has its own risks."
            ),
            new("alcohol.how-much", IntakePart.Alcohol, "How many drinks on a usual day, and how many days a week?", Text)
            {
                OnlyWhen = ("alcohol.any", "yes"),
            },
            new("alcohol.withdrawal", IntakePart.Alcohol, "Have you been shaky, sweaty or unwell when you stopped drinking?", YesNo)
            {
                OnlyWhen = ("alcohol.any", "yes"),
            },
            Needed(
                "opioids.any",
                Opioids,
                "Do you take opioids, from a doctor or not?",
                YesNo,
                "Both together can stop your breathing. We can give you naloxone."
            ),
            Needed("opioids.treatment", Opioids, "Do you take buprenorphine or methadone?", YesNo),
            new("opioids.stabilising", Opioids, "Is its dose still being changed?", YesNo) { OnlyWhen = ("opioids.treatment", "yes") },
            new("opioids.naloxone", Opioids, "Do you have naloxone at home?", YesNo),
        ];
}
