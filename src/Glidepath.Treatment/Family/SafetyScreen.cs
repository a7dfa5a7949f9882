using Glidepath.Pharmacology.Safety;

namespace Glidepath.Treatment.Family;

/// <summary>
/// Asked before a family member is shown anything to say or do: where somebody may be hurt, a talk about medicine can make it worse. "Not
/// sure" counts as yes, and nothing is taken as no but a no. Null is a question that was left open.
/// </summary>
/// <param name="SelfHarm">They may hurt themselves: another danger than violence, and other advice.</param>
public sealed record SafetyScreen(Answer? SelfHarm, Answer? Violence, Answer? Weapons, Answer? Children, Answer? Threats)
{
    /// <summary>Ids of the questions, in their order.</summary>
    public static readonly IReadOnlyList<string> Questions = ["self-harm", "violence", "weapons", "children", "threats"];

    public SafetyOutcome Outcome =>
        Answers switch
        {
            _ when MayBe(Violence) || MayBe(Children) || MayBe(Threats) => SafetyOutcome.SafetyPlanOnly,
            // A gun is a reason to lock it up where they may hurt themselves, and to leave where they may hurt others.
            _ when MayBe(SelfHarm) => SafetyOutcome.StayWithThem,
            _ when MayBe(Weapons) => SafetyOutcome.SafetyPlanOnly,
            _ when Answers.All(a => a is Answer.No) => SafetyOutcome.NoDangerSaid,
            _ => SafetyOutcome.NotAnswered,
        };

    private static bool MayBe(Answer? answer) => answer is Answer.Yes or Answer.Unknown;

    private Answer?[] Answers => [SelfHarm, Violence, Weapons, Children, Threats];
}

public enum SafetyOutcome
{
    /// <summary>Some question is open, and no other was answered with yes or not sure.</summary>
    NotAnswered,

    /// <summary>They may hurt themselves, and nobody spoke of violence: stay, call 988, make the home safer, keep the daily dose.</summary>
    StayWithThem,

    /// <summary>Hotlines and a safety plan, and no word on how to talk to the person.</summary>
    SafetyPlanOnly,

    NoDangerSaid,
}
