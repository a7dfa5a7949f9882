namespace Glidepath.Pharmacology.Tapering;

/// <summary>The limit that no plan can keep.</summary>
public enum BindingLimit
{
    /// <summary>Under 18 or end-of-life care.</summary>
    Person,
    PaceCeiling,
    StartNotMakeable,
    GoalNotMakeable,
    LastNotMakeable,

    /// <summary>Every dose on the way can be made, but no way down keeps the rules.</summary>
    NoWayDown,

    /// <summary>The curve names a dose of another drug than the one tapered after a cross-over.</summary>
    Curve,
}

/// <summary>Why there is no plan, and the least change that would make one.</summary>
/// <param name="Message">One sentence that names the limit, the value and the nearest that would do.</param>
/// <param name="Relaxations">Each makes a plan possible by itself, cheapest first; may be empty.</param>
public sealed record Refusal(BindingLimit Limit, string Message, IReadOnlyList<string> Relaxations);

/// <summary>A plan or the reason there is none: exactly one of the two.</summary>
public sealed record PlanResult(TaperPlan? Plan, Refusal? Refusal)
{
    public static implicit operator PlanResult(TaperPlan plan) => new(plan, null);

    public static implicit operator PlanResult(Refusal refusal) => new(null, refusal);
}
