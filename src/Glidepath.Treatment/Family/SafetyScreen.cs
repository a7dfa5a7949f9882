using Glidepath.Pharmacology.Safety;

namespace Glidepath.Treatment.Family;

/// <summary>
/// Asked before a family member is shown anything to say or do: where somebody may be hurt, a talk about medicine can make it worse. "Not
/// sure" counts as yes, and nothing is taken as no but a no. Null is a question that was left open.
/// </summary>
public sealed record SafetyScreen(Answer? Violence, Answer? Weapons, Answer? Children, Answer? Threats)
{
    /// <summary>Ids of the questions, in their order.</summary>
    public static readonly IReadOnlyList<string> Questions = ["violence", "weapons", "children", "threats"];

    public SafetyOutcome Outcome =>
        Answers switch
        {
            _ when Answers.Contains(Answer.Yes) || Answers.Contains(Answer.Unknown) => SafetyOutcome.SafetyPlanOnly,
            _ when Answers.All(a => a is Answer.No) => SafetyOutcome.NoDangerSaid,
            _ => SafetyOutcome.NotAnswered,
        };

    private Answer?[] Answers => [Violence, Weapons, Children, Threats];
}

public enum SafetyOutcome
{
    /// <summary>Some question is open, and no other was answered with yes or not sure.</summary>
    NotAnswered,

    /// <summary>Hotlines and a safety plan, and no word on how to talk to the person.</summary>
    SafetyPlanOnly,

    NoDangerSaid,
}
