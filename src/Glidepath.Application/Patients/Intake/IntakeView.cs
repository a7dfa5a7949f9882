using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>One person's intake as the pages show it.</summary>
/// <param name="Episode">Null where care has not been opened.</param>
/// <param name="Waiting">Safety steps on which nobody has acted.</param>
public sealed record IntakeView(
    Patient Patient,
    EpisodeOfCare? Episode,
    IReadOnlyList<IntakeSection> Sections,
    Treatment.Patients.Intake? Intake,
    IReadOnlyList<SafetyStep> Waiting,
    DateOnly Today
)
{
    /// <summary>Null for a record that stands by itself.</summary>
    public MergePointer? MergedInto { get; init; }

    /// <summary>Records merged into this one that have an intake of their own.</summary>
    public IReadOnlyList<MergedHead> HeldApart { get; init; } = [];

    public IReadOnlyDictionary<string, IntakeAnswer> Answers { get; } = IntakeReview.Together(Sections);

    public IntakeReview Review { get; } = IntakeReview.Of(Sections);

    public SafetyStep? FirstWaiting => Waiting is [var first, ..] ? first : null;

    /// <summary>
    /// Nothing of this part is saved until somebody has written down what was done. The part that asks about suicide stays open: such an
    /// answer is never turned away.
    /// </summary>
    public bool Holds(IntakePart part) => Waiting.Count > 0 && part is not IntakePart.MentalHealth;

    public IntakeSection? Section(IntakePart part) => Sections.FirstOrDefault(s => s.Part == part);

    public PatientFacts Facts => IntakeFacts.Of(Sections).ToPatientFacts(Patient.AgeOn(Today));

    /// <summary>What the guideline says of what is known; nothing before anything is.</summary>
    public IReadOnlyList<Finding> Findings
    {
        get
        {
            if (Answers.Count == 0)
                return [];
            var (intake, facts) = (IntakeFacts.Of(Sections), Facts);
            if (intake.Drug is not { } drug || intake.DailyMg is not { High: > 0 and var most })
                return [.. CareFirst.Reasons(facts), .. CareFirst.Unasked(facts) is { } open ? [open] : Array.Empty<Finding>()];
            var daily = new Dose(most);
            var all = CareFirst.AllOf(new FactCase(drug, daily, facts), RuleSetTable.Asam);
            return
            [
                .. all.Where(f => f.Severity is Severity.CareFirst),
                .. Once(WithdrawalRisk.Of(drug, daily, facts.DurationDays, facts.DaysPerWeek).ToFinding(), all),
                .. all.Where(f => f.Severity is not Severity.CareFirst),
            ];
        }
    }

    private static IEnumerable<Finding> Once(Finding finding, IReadOnlyList<Finding> all) =>
        all.Any(f => f.Rule == finding.Rule) ? [] : [finding];
}

/// <summary>What came of saving. What somebody else changed in between was not written over.</summary>
/// <param name="SafetyStepId">Where to go now: an action is to be recorded there. Open also where the answer that calls for it clashed and
/// was not kept.</param>
/// <param name="IsHeld">The step was open before, and nothing was saved.</param>
public sealed record IntakeSaved(IReadOnlyList<IntakeClash> Clashes, Guid? SafetyStepId, Guid Version, bool IsHeld = false)
{
    public bool IsClean => Clashes.Count == 0 && !IsHeld;
}

public sealed record IntakeClash(string QuestionId, IntakeAnswer Theirs, IntakeAnswer Yours);
