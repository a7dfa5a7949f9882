using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>The limit that no plan can keep.</summary>
public enum BindingLimit
{
    /// <summary>Under 18 or end-of-life care.</summary>
    Person,

    /// <summary>
    /// The supply is not prescribed or not known, or an opioid and alcohol: a place with medical withdrawal care comes first.
    /// </summary>
    CareFirst,

    /// <summary>Taken for something that a specialist treats.</summary>
    Specialist,

    /// <summary>A daily dose above the highest that any label gives.</summary>
    CheckNumber,
    PaceCeiling,
    StartNotMakeable,
    GoalNotMakeable,
    LastNotMakeable,

    /// <summary>Every dose on the way can be made, but no way down keeps the rules.</summary>
    NoWayDown,

    /// <summary>Not one cut from the starting dose keeps the ceiling.</summary>
    NoFirstCut,

    /// <summary>The curve names a dose of another drug than the one tapered after a cross-over.</summary>
    Curve,

    /// <summary>It would last longer, or need more fills, than a plan may: see <see cref="PlanBounds"/>.</summary>
    Length,
}

/// <summary>Why there is no plan, and the least change that would make one.</summary>
/// <param name="Says">One sentence that names the limit, the value and the nearest that would do.</param>
/// <param name="WouldDo">Each makes a plan possible by itself, cheapest first; may be empty.</param>
public sealed record Refusal(BindingLimit Limit, Sentence Says, IReadOnlyList<Sentence> WouldDo);

/// <summary>A plan, the reason there is none, or advice in its place: at least one of the three, never a plan beside a refusal.</summary>
/// <param name="Advice">Beside a short taper, the other way: to stop. In place of a plan, why none is made.</param>
public sealed record PlanResult(TaperPlan? Plan, Refusal? Refusal, StopAdvice? Advice = null)
{
    public static implicit operator PlanResult(TaperPlan plan) => new(plan, null);

    public static implicit operator PlanResult(Refusal refusal) => new(null, refusal);
}
