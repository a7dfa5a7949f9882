namespace Glidepath.Treatment.Therapy;

/// <summary>What a person writes for themselves between visits, and shares or does not share kind by kind.</summary>
public enum WorkKind
{
    /// <summary>Hard moments: cravings, ridden or not.</summary>
    HardMoments,

    /// <summary>Answers to questions at random times.</summary>
    Prompts,

    /// <summary>If-then plans.</summary>
    Plans,

    /// <summary>Why the person wants this, in their words.</summary>
    Reasons,

    /// <summary>Thought records.</summary>
    Thoughts,

    /// <summary>What came before something was taken, and what came of it.</summary>
    Chains,

    /// <summary>Where the beliefs beneath come from.</summary>
    Roots,

    /// <summary>What to do when thoughts of ending one's life come.</summary>
    SafetyPlan,
}
