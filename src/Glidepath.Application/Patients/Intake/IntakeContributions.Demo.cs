using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Patients;

internal static partial class IntakeContributions
{
    /// <summary>By recipe: answers by question id; what is not here was not asked.</summary>
    internal static readonly Dictionary<string, Dictionary<string, string>> DemoAnswers = new()
    {
        ["intake-half-done"] = Medicine("clonazepam", "0.5 mg morning, 1 mg bedtime", "prescribed", "30", "7"),
        ["not-prescribed-unsure-dose"] = With(
            Medicine("alprazolam", "2 mg morning, 2 mg evening", "notPrescribed", "14", "7"),
            ("medicine.lowest-mg", "3"),
            ("medicine.highest-mg", "8"),
            ("opioids.any", "yes"),
            ("opioids.treatment", "no"),
            ("opioids.naloxone", "no")
        ),
        ["seizure-before"] = Asked(
            Medicine("clonazepam", "1 mg morning, 1 mg bedtime", "prescribed", "96", "7"),
            ("seizures.ever", "yes"),
            ("seizures.when", "2019, two days after running out"),
            ("seizures.in-withdrawal", "yes"),
            ("attempts.any", "yes"),
            ("attempts.severe", "yes")
        ),
        ["first-cut-made"] = Asked(Medicine("clonazepam", "1 mg bedtime", "prescribed", "48", "7")),
        ["holding-after-a-hard-week"] = Asked(
            Medicine("lorazepam", "1 mg morning, 1 mg bedtime", "prescribed", "180", "7"),
            ("physical.falls", "yes")
        ),
        ["alcohol-too"] = With(
            Medicine("diazepam", "10 mg morning, 10 mg bedtime", "prescribed", "60", "7"),
            ("alcohol.any", "yes"),
            ("alcohol.how-much", "four drinks, five days a week"),
            ("alcohol.withdrawal", "yes"),
            ("home.storage", "no")
        ),
        ["expecting"] = Asked(Medicine("clonazepam", "0.5 mg bedtime", "prescribed", "20", "7"), ("pregnancy.pregnant", "yes")),
        ["half-way-down"] = Asked(Medicine("clonazepam", "1 mg morning, 1 mg bedtime", "prescribed", "110", "7")),
        ["off-and-followed-up"] = Asked(Medicine("clonazepam", "0.5 mg morning, 0.5 mg bedtime", "prescribed", "72", "7")),
        ["came-back-to-it"] = Asked(Medicine("alprazolam", "0.5 mg midday, 0.5 mg bedtime", "prescribed", "40", "6")),
        ["went-elsewhere"] = Asked(Medicine("temazepam", "15 mg bedtime", "prescribed", "150", "7")),
    };

    /// <summary>By recipe: question ids that were asked and not known.</summary>
    private static readonly Dictionary<string, string[]> DemoNotKnown = new() { ["intake-half-done"] = ["attempts.any"] };

    private static readonly DemoEntries[] InDemo =
    [
        DemoEntries.One(
            DemoAnswers,
            (person, _) =>
                Treatment.Patients.Intake.Start(
                    Guid.CreateVersion7(),
                    person.Episode,
                    person.At(person.CameDaysAgo),
                    person.Staff[Role.Nurse].Id
                )
        ),
        DemoEntries.For(DemoAnswers, Sections) with
        {
            Recipes = [.. DemoAnswers.Keys, .. DemoNotKnown.Keys],
        },
    ];

    private static IEnumerable<IntakeSection> Sections(DemoPerson person, Dictionary<string, string> given)
    {
        var answers = given.ToDictionary(a => a.Key, a => IntakeAnswer.Of(a.Value));
        foreach (var question in DemoNotKnown.GetValueOrDefault(person.Recipe, []))
            answers[question] = IntakeAnswer.Unknown;
        foreach (var part in answers.GroupBy(a => IntakeQuestions.Find(a.Key)!.Part))
        {
            var section = IntakeSection.Start(Guid.CreateVersion7(), person.Episode, part.Key);
            section.Save(part.ToDictionary(), person.At(person.CameDaysAgo), person.Staff[Role.Nurse].Id);
            yield return section;
        }
    }

    private static Dictionary<string, string> Medicine(string drug, string regimen, string supply, string months, string daysPerWeek) =>
        new()
        {
            ["medicine.drug"] = drug,
            ["medicine.regimen"] = regimen,
            ["medicine.supply"] = supply,
            ["pattern.months"] = months,
            ["pattern.days-per-week"] = daysPerWeek,
        };

    /// <summary>Care has begun: every safety question was asked, and what is not told here was answered without alarm.</summary>
    private static Dictionary<string, string> Asked(Dictionary<string, string> answers, params (string Question, string Answer)[] more) =>
        With(
            With(
                answers,
                ("medicine.left", "enough"),
                ("attempts.severe", "no"),
                ("seizures.ever", "no"),
                ("sedatives.overdose", "no"),
                ("alcohol.any", "no"),
                ("opioids.any", "no"),
                ("opioids.treatment", "no"),
                ("pregnancy.pregnant", "no"),
                ("mental.suicide", "no"),
                ("physical.breathing", "no"),
                ("supports.someone", "yes"),
                ("home.safe", "yes"),
                ("home.storage", "yes"),
                ("home.firearm", "none")
            ),
            more
        );

    private static Dictionary<string, string> With(Dictionary<string, string> answers, params (string Question, string Answer)[] more)
    {
        foreach (var (question, answer) in more)
            answers[question] = answer;
        return answers;
    }
}
