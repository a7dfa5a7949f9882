using Glidepath.Pharmacology.Safety;

namespace Glidepath.Treatment.Patients;

/// <summary>What changes what is safe. The order is that of the safety panel.</summary>
public enum SafetyConcern
{
    Suicide,
    NotSafeAtHome,
    NobodyWithThem,
    MedicineNotLocked,
    GunAtHome,
    OutOfMedicine,
    PastOverdose,
    Breathing,
    SeizureHistory,
    SevereWithdrawal,
    Pregnancy,
    Alcohol,
    Opioids,
    Supply,

    /// <summary>A score is a band up, or up by the rule of <c>Worsening</c>.</summary>
    WorseScore,

    /// <summary>A red flag that a check-in told; which one is said beside it.</summary>
    DangerSign,

    /// <summary>Something that a check-in told and that asks for a call the same day, such as a fall.</summary>
    CallToday,
}

/// <summary>How alarming an answer is; of two open ones the higher leads.</summary>
public enum SafetyGrade
{
    None,
    Low,
    Middle,
    High,
}

/// <summary>One concern, and the questions of the intake that ask for it.</summary>
/// <param name="Title">As staff read it, before "yes" or "no".</param>
/// <param name="Says">What a yes means for the care, in a sentence.</param>
/// <param name="IsRed">A yes is on the page of today of the whole care team until a clinician closes it.</param>
/// <param name="Questions">Ids of the intake's questions; none where the intake does not ask.</param>
public sealed record SafetyConcernRow(SafetyConcern Concern, string Title, string Says, bool IsRed, params IReadOnlyList<string> Questions);

/// <summary>Every concern once: its words, its questions, and how their answers are read.</summary>
public static class SafetyConcerns
{
    public static IReadOnlyList<SafetyConcernRow> All { get; } =
    [
        new(SafetyConcern.Suicide, "Thoughts of suicide", "The safety step comes before everything else.", true, "mental.suicide"),
        new(SafetyConcern.NotSafeAtHome, "Not safe where they live", "Ask alone. Agree on a safe way to reach them.", true, "home.safe"),
        new(
            SafetyConcern.NobodyWithThem,
            "Nobody can be with them",
            "Plan who checks on them before the first cut.",
            true,
            "supports.someone"
        ),
        new(
            SafetyConcern.MedicineNotLocked,
            "Medicine cannot be locked away",
            "Arrange a lock box or smaller fills.",
            true,
            "home.storage"
        ),
        new(SafetyConcern.GunAtHome, "Gun at home", "Talk about storage away from home.", true, "home.firearm"),
        new(
            SafetyConcern.OutOfMedicine,
            "Out of medicine, or less than 7 days left",
            "Never stop suddenly: see to the supply today.",
            true,
            "medicine.left"
        ),
        new(
            SafetyConcern.PastOverdose,
            "Past overdose",
            "Offer naloxone. Small fills, and no other sedatives.",
            false,
            "sedatives.overdose"
        ),
        new(
            SafetyConcern.Breathing,
            "Breathing risk: sleep apnea or lung disease",
            "Sedatives slow breathing. Review them together.",
            false,
            "physical.breathing"
        ),
        new(
            SafetyConcern.SeizureHistory,
            "Seizure history",
            "A cut can bring one on. Talk about the setting first.",
            false,
            "seizures.ever"
        ),
        new(
            SafetyConcern.SevereWithdrawal,
            "Severe withdrawal before",
            "Cutting down may need care in a hospital first.",
            false,
            "attempts.severe",
            "seizures.in-withdrawal"
        ),
        new(SafetyConcern.Pregnancy, "Pregnancy", "Decided together with obstetric care.", false, "pregnancy.pregnant"),
        new(
            SafetyConcern.Alcohol,
            "Alcohol",
            "Together they can stop breathing. Stopping alcohol has its own risks.",
            false,
            "alcohol.any"
        ),
        new(
            SafetyConcern.Opioids,
            "Opioids",
            "Together they can stop breathing. Offer naloxone.",
            false,
            "opioids.any",
            "opioids.treatment"
        ),
        new(
            SafetyConcern.Supply,
            "Supply not prescribed or not known",
            "The dose is not sure. A clinician finds the lowest dose that holds.",
            false,
            "medicine.supply"
        ),
        new(SafetyConcern.WorseScore, "A score is worse", "Look at the scores and what has changed since.", false),
        new(
            SafetyConcern.DangerSign,
            "Danger sign in a check-in",
            "Hold the taper. The daily dose continues, except after an overdose.",
            true
        ),
        new(SafetyConcern.CallToday, "Call today, after a check-in", "Call, ask how they are, and look at the plan.", false),
    ];

    /// <summary>Answers that are no "yes" or "no", or where "no" is the alarming one.</summary>
    private static readonly Dictionary<string, Dictionary<string, SafetyGrade>> Graded = new()
    {
        ["home.safe"] = new() { ["yes"] = SafetyGrade.None, ["no"] = SafetyGrade.Middle },
        ["supports.someone"] = new() { ["yes"] = SafetyGrade.None, ["no"] = SafetyGrade.Middle },
        ["home.storage"] = new() { ["yes"] = SafetyGrade.None, ["no"] = SafetyGrade.Middle },
        ["home.firearm"] = new()
        {
            ["none"] = SafetyGrade.None,
            ["locked"] = SafetyGrade.Low,
            ["notLocked"] = SafetyGrade.High,
        },
        ["medicine.left"] = new()
        {
            ["enough"] = SafetyGrade.None,
            ["few"] = SafetyGrade.Middle,
            ["ranOut"] = SafetyGrade.High,
        },
        ["medicine.supply"] = new()
        {
            ["prescribed"] = SafetyGrade.None,
            ["both"] = SafetyGrade.Middle,
            ["notPrescribed"] = SafetyGrade.Middle,
        },
        ["pregnancy.pregnant"] = new()
        {
            ["no"] = SafetyGrade.None,
            ["doesNotApply"] = SafetyGrade.None,
            ["couldBe"] = SafetyGrade.Low,
            ["yes"] = SafetyGrade.Middle,
        },
    };

    private static readonly Dictionary<string, SafetyGrade> YesNo = new() { ["yes"] = SafetyGrade.Middle, ["no"] = SafetyGrade.None };

    private static readonly Dictionary<string, SafetyConcernRow> ByQuestion = All.SelectMany(row => row.Questions.Select(q => (q, row)))
        .ToDictionary(r => r.q, r => r.row);

    public static SafetyConcernRow Row(SafetyConcern concern) => All.Single(r => r.Concern == concern);

    /// <summary>Null for a question that asks for no concern.</summary>
    public static SafetyConcernRow? Of(string question) => ByQuestion.GetValueOrDefault(question);

    /// <summary>What an answer at intake tells. Null where nobody asked, or of a question that asks for no concern.</summary>
    public static SafetyTold? Read(string question, IntakeAnswer answer)
    {
        if (Of(question) is not { } row || !answer.WasAsked)
            return null;
        var grade = Grade(question, answer);
        var told =
            grade is null ? Answer.Unknown
            : grade is SafetyGrade.None ? Answer.No
            : Answer.Yes;
        return new SafetyTold(row.Concern, question, told, grade ?? SafetyGrade.None, answer.Value);
    }

    /// <summary>What an intake tells, where no entry of the history stands for its question: it is older than the history.</summary>
    public static IEnumerable<SafetyWord> Words(IReadOnlyCollection<IntakeSection> sections, IReadOnlyCollection<SafetyEntry> entries)
    {
        var known = entries.Where(e => e.Kind is SafetyEntryKind.Told).Select(e => e.Told.From).ToHashSet();
        var answers = IntakeReview.Together(sections);
        foreach (var section in sections)
        foreach (var question in IntakeQuestions.Of(section.Part).Where(q => Of(q.Id) is not null && !known.Contains(q.Id)))
            if (Told(question, answers) is { } told && section.ChangedAt is { } at)
                yield return new SafetyWord(section.PatientId, told, at, at);
    }

    // A question that does not apply is answered: no seizure at all is none in withdrawal.
    private static SafetyTold? Told(IntakeQuestion question, IReadOnlyDictionary<string, IntakeAnswer> answers) =>
        question.AppliesTo(answers) ? Read(question.Id, answers.GetValueOrDefault(question.Id, IntakeAnswer.NotAsked))
        : question.OnlyWhen is { } only && answers.TryGetValue(only.Id, out var other) && other is { State: AnswerState.Given, Value: "no" }
            ? new SafetyTold(Of(question.Id)!.Concern, question.Id, Answer.No, SafetyGrade.None)
        : null;

    private static SafetyGrade? Grade(string question, IntakeAnswer answer) =>
        answer.State is AnswerState.Given ? Graded.GetValueOrDefault(question, YesNo).GetValueOrDefault(answer.Value!)
        // Where the medicine comes from is asked because of the dose: who does not say leaves it unsure.
        : question == "medicine.supply" ? SafetyGrade.Low
        : null;
}

/// <summary>One answer about one concern, from whatever source.</summary>
/// <param name="From">Question of the intake, or instrument and item: <c>mental.suicide</c>, <c>phq-9: 9</c>.</param>
/// <param name="Answer">Unknown: asked, and not known or not said.</param>
/// <param name="Said">The answer as it was chosen.</param>
public sealed record SafetyTold(SafetyConcern Concern, string From, Answer Answer, SafetyGrade Grade, string? Said = null);
