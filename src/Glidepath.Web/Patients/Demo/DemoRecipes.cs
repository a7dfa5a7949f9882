using Glidepath.Treatment.Patients;
using To = Glidepath.Treatment.Patients.EpisodePhase;

namespace Glidepath.Web.Patients.Demo;

/// <summary>The people of the demo. All made up: no name, date or story is anybody's.</summary>
internal static class DemoRecipes
{
    public static IReadOnlyList<DemoPatient> All { get; } =
    [
        new("just-called", "Ada", "Sample", new(1981, 3, 2), 1) { WhoCanSeeThisPhone = "My partner looks at it" },
        new("called-twice-undecided", "Bo", "Pretend", new(1969, 11, 20), 6),
        new("intake-half-done", "Cleo", "Madeup", new(1990, 6, 14), 9)
        {
            Door = DoorIn.Prescribed,
            Moves = [(To.Intake, 4, null)],
            Answers = Medicine("clonazepam", "0.5 mg morning, 1 mg bedtime", "prescribed", "30", "7"),
            NotKnown = ["attempts.any"],
        },
        new("not-prescribed-unsure-dose", "Dario", "Fictional", new(1997, 1, 9), 8)
        {
            Door = DoorIn.NotPrescribed,
            Moves = [(To.Intake, 5, null)],
            Answers = With(
                Medicine("alprazolam", "2 mg morning, 2 mg evening", "notPrescribed", "14", "7"),
                ("medicine.lowest-mg", "3"),
                ("medicine.highest-mg", "8"),
                ("opioids.any", "yes"),
                ("opioids.treatment", "no"),
                ("opioids.naloxone", "no")
            ),
            Setting = CareSetting.Hospital,
            SettingReason =
                "The dose is not known within 3 to 8 mg, and opioids are taken beside it. Inpatient first was talked through; "
                + "Dario agreed.",
        },
        new("seizure-before", "Edda", "Invented", new(1976, 8, 30), 40)
        {
            Door = DoorIn.Prescribed,
            Moves = [(To.Intake, 38, null), (To.WithdrawalManagement, 30, null)],
            Answers = With(
                Medicine("clonazepam", "1 mg morning, 1 mg bedtime", "prescribed", "96", "7"),
                ("seizures.ever", "yes"),
                ("seizures.when", "2019, two days after running out"),
                ("seizures.in-withdrawal", "yes"),
                ("attempts.any", "yes"),
                ("attempts.severe", "yes")
            ),
            Scores = [("gad-7", 36, [2, 3, 2, 2, 1, 3, 2]), ("gad-7", 8, [2, 2, 2, 2, 1, 2, 2])],
            Setting = CareSetting.MedicallyManagedResidential,
            SettingReason = "A seizure came when she ran out once. Living in until the first two cuts are steady.",
            Conditions = [ConditionKind.PhysicalDependence, ConditionKind.Anxiety],
        },
        new("first-cut-made", "Finn", "Example", new(1985, 12, 1), 60)
        {
            Door = DoorIn.Prescribed,
            Moves = [(To.Intake, 55, null), (To.Treatment, 42, null)],
            Answers = Medicine("clonazepam", "1 mg bedtime", "prescribed", "48", "7"),
            Scores =
            [
                ("gad-7", 50, [2, 2, 2, 1, 1, 1, 1]),
                ("phq-9", 50, [1, 1, 2, 2, 1, 0, 1, 0, 0]),
                ("gad-7", 20, [2, 2, 2, 2, 1, 2, 1]),
                ("gad-7", 6, [1, 2, 1, 1, 1, 1, 1]),
            ],
            Setting = CareSetting.Outpatient,
            SettingReason = "Steady dose, no seizure, someone at home.",
            Conditions = [ConditionKind.LongTermUse, ConditionKind.PhysicalDependence],
            FamilyConsent = true,
        },
        new("holding-after-a-hard-week", "Greta", "Pretend", new(1958, 5, 17), 150)
        {
            Door = DoorIn.Prescribed,
            Moves = [(To.Intake, 146, null), (To.Treatment, 130, null)],
            Answers = With(
                Medicine("lorazepam", "1 mg morning, 1 mg bedtime", "prescribed", "180", "7"),
                ("physical.falls", "yes"),
                ("physical.breathing", "no")
            ),
            Scores = [("gad-7", 140, [1, 1, 1, 1, 0, 1, 1]), ("gad-7", 60, [1, 2, 1, 1, 1, 1, 1]), ("gad-7", 5, [3, 3, 2, 3, 2, 2, 2])],
            Setting = CareSetting.Outpatient,
            SettingReason = "Slow taper from home; falls were talked about.",
            Conditions = [ConditionKind.LongTermUse, ConditionKind.Sleep],
        },
        new("alcohol-too", "Hari", "Sample", new(1972, 2, 25), 33)
        {
            Door = DoorIn.Prescribed,
            Moves = [(To.Intake, 30, null)],
            Answers = With(
                Medicine("diazepam", "10 mg morning, 10 mg bedtime", "prescribed", "60", "7"),
                ("alcohol.any", "yes"),
                ("alcohol.how-much", "four drinks, five days a week"),
                ("alcohol.withdrawal", "yes")
            ),
            Scores = [("audit-c", 29, [4, 2, 3])],
        },
        new("expecting", "Ines", "Madeup", new(1994, 9, 8), 21)
        {
            Door = DoorIn.Prescribed,
            Moves = [(To.Intake, 19, null), (To.Treatment, 14, null)],
            Answers = With(Medicine("clonazepam", "0.5 mg bedtime", "prescribed", "20", "7"), ("pregnancy.pregnant", "yes")),
            Setting = CareSetting.Outpatient,
            SettingReason = "With her obstetric team; no cut before they have met.",
            Conditions = [ConditionKind.LongTermUse],
        },
        new("half-way-down", "Jun", "Fictional", new(1988, 4, 4), 260)
        {
            Door = DoorIn.Prescribed,
            Moves = [(To.Intake, 255, null), (To.Treatment, 240, null)],
            Answers = Medicine("clonazepam", "1 mg morning, 1 mg bedtime", "prescribed", "110", "7"),
            Scores =
            [
                ("gad-7", 250, [2, 3, 3, 2, 2, 2, 2]),
                ("gad-7", 190, [2, 2, 2, 2, 1, 2, 2]),
                ("gad-7", 120, [1, 2, 2, 1, 1, 2, 1]),
                ("gad-7", 30, [1, 1, 1, 1, 1, 1, 1]),
                ("phq-9", 250, [2, 2, 3, 2, 1, 1, 1, 0, 0]),
                ("phq-9", 30, [1, 1, 1, 1, 0, 0, 1, 0, 0]),
            ],
            Setting = CareSetting.Outpatient,
            SettingReason = "Works full time, wants to stay at home.",
            Conditions = [ConditionKind.PhysicalDependence, ConditionKind.Anxiety],
        },
        new("off-and-followed-up", "Kaya", "Invented", new(1979, 7, 23), 520)
        {
            Door = DoorIn.Prescribed,
            Moves = [(To.Intake, 515, null), (To.Treatment, 500, null), (To.ContinuingCare, 90, null)],
            Answers = Medicine("clonazepam", "0.5 mg morning, 0.5 mg bedtime", "prescribed", "72", "7"),
            Scores = [("gad-7", 500, [2, 2, 2, 2, 1, 2, 1]), ("gad-7", 85, [1, 1, 0, 1, 0, 1, 0]), ("gad-7", 10, [0, 1, 0, 1, 0, 1, 0])],
            Setting = CareSetting.Outpatient,
            SettingReason = "Visits every two weeks, then monthly.",
            Conditions = [ConditionKind.LongTermUse],
        },
        new("came-back-to-it", "Lior", "Example", new(1983, 10, 11), 410)
        {
            Door = DoorIn.Prescribed,
            Moves =
            [
                (To.Intake, 405, null),
                (To.Treatment, 390, null),
                (To.ContinuingCare, 150, null),
                (To.Treatment, 12, "Took extra after a bereavement and asked for help at once."),
            ],
            Answers = Medicine("alprazolam", "0.5 mg midday, 0.5 mg bedtime", "prescribed", "40", "6"),
            Scores = [("gad-7", 395, [2, 2, 2, 1, 1, 2, 2]), ("gad-7", 11, [3, 2, 2, 2, 2, 2, 2])],
            Setting = CareSetting.Outpatient,
            SettingReason = "Back from continuing care; the dose before the hard moment is held.",
            Conditions = [ConditionKind.PhysicalDependence],
        },
        new("went-elsewhere", "Mila", "Sample", new(1966, 1, 30), 200)
        {
            Door = DoorIn.Prescribed,
            Moves = [(To.Intake, 195, null), (To.Treatment, 180, null)],
            Discharge = DischargeReason.ContinuesElsewhere,
            Answers = Medicine("temazepam", "15 mg bedtime", "prescribed", "150", "7"),
            Setting = CareSetting.Outpatient,
            SettingReason = "Moved to a clinic near her daughter; letter sent with her consent.",
        },
    ];

    private static Dictionary<string, string> Medicine(string drug, string regimen, string supply, string months, string daysPerWeek) =>
        new()
        {
            ["medicine.drug"] = drug,
            ["medicine.regimen"] = regimen,
            ["medicine.supply"] = supply,
            ["pattern.months"] = months,
            ["pattern.days-per-week"] = daysPerWeek,
        };

    private static Dictionary<string, string> With(Dictionary<string, string> answers, params (string Question, string Answer)[] more)
    {
        foreach (var (question, answer) in more)
            answers[question] = answer;
        return answers;
    }
}
