using Glidepath.Treatment.Therapy;
using Glidepath.Treatment.Therapy.Evidence;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Therapy;

/// <summary>
/// What one person's own entries say, and how little is known of it (<c>docs/clinical/therapy-statistics.md</c>). Nothing is shown of too
/// few.
/// </summary>
/// <param name="Curve">How hard moments end over the minutes; null for not enough yet.</param>
/// <param name="Triggers">Of moments at random times, in the person's words.</param>
/// <param name="Helped">Against moments in which they just waited.</param>
public sealed record MomentEvidence(CravingCurve? Curve, TriggerMap Triggers, WhatHelped Helped)
{
    internal static MomentEvidence Of(IReadOnlyCollection<CravingEpisode> moments, IReadOnlyCollection<PromptAnswer> answers) =>
        new(
            CravingCurve.Of(moments.Select(m => new EpisodeTime((double)m.LastHeardOf, End(m.End)))),
            TriggerMap.Of([.. answers.Select(a => new PromptedMoment(a.Said.IsHard, [.. Settings(a)]))]),
            WhatHelped.Of(moments.Select(Try).OfType<CopingTry>())
        );

    private static EpisodeEnd End(CravingEnd end) =>
        end switch
        {
            CravingEnd.Eased => EpisodeEnd.Eased,
            CravingEnd.TookExtra => EpisodeEnd.Used,
            CravingEnd.NotKnown => EpisodeEnd.NotKnown,
        };

    private static IEnumerable<string> Settings(PromptAnswer answer)
    {
        if (answer.Said.Place is { } place)
            yield return place;
        if (answer.Said.With is { } with)
            yield return with;
        if (answer.Doses.ToNext <= CravingEpisode.BeforeDoseHours)
            yield return T["LastHoursBeforeADose", CravingEpisode.BeforeDoseHours];
    }

    /// <summary>The first rating that is late enough counts; where a person said only that they let it pass, they waited.</summary>
    private static CopingTry? Try(CravingEpisode moment) =>
        moment.Ratings.FirstOrDefault(r => (double)r.Minutes is >= CopingTry.Soonest and <= CopingTry.Latest) is { } after
            ? new(
                moment.Did ?? (moment.Way is CravingWay.MyPlan ? T["UsedThePlan"] : null),
                moment.Start.Strength,
                after.Strength,
                (double)after.Minutes
            )
            : null;
}
