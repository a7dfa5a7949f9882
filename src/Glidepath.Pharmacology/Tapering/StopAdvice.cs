using Glidepath.Pharmacology.Safety;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>Why a long daily plan would do harm.</summary>
public enum StopAdviceKind
{
    /// <summary>Taken on 3 days a week or fewer: a daily plan would have the person take more.</summary>
    Occasional,

    /// <summary>Taken for under 4 weeks: stop, or a short taper.</summary>
    ShortUse,
}

/// <summary>What stands in the place of a long plan, or beside a short one.</summary>
/// <param name="Findings">Why, with the source; and when to call.</param>
/// <param name="ShortTapers">Where a short taper is the other way: one for each number of weeks that the stock makes, the usual one
/// first.</param>
/// <param name="OffersStop">Whether to stop is one of the ways: not where something calls for care first, such as a past seizure.</param>
public sealed record StopAdvice(
    StopAdviceKind Kind,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<TaperPlan> ShortTapers,
    bool OffersStop
);
