using Glidepath.Treatment.Therapy;

namespace Glidepath.Application.Therapy;

/// <summary>What a person's own log says of what comes before, and of what helps: lists to choose from, and no claim.</summary>
internal static class OwnTriggers
{
    /// <summary>First what came before something was taken, then what came most often.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<CravingEpisode> moments) =>
        [
            .. moments
                .SelectMany(m =>
                    new[] { m.Start.SetOff, m.Start.Place, m.Start.With }.OfType<string>().Select(word => (Moment: m, Word: word))
                )
                .GroupBy(t => t.Word, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(g => g.Count(t => t.Moment.End is CravingEnd.TookExtra))
                .ThenByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.OrdinalIgnoreCase)
                .Select(g => g.First().Word),
        ];

    /// <summary>By how often a moment became easier with it, the most often first.</summary>
    public static IReadOnlyList<string> WhatHelped(IEnumerable<CravingEpisode> moments) =>
        [
            .. moments
                .Where(m => m is { Did: not null, End: CravingEnd.Eased })
                .GroupBy(m => m.Did!, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.OrdinalIgnoreCase)
                .Select(g => g.First().Did!),
        ];
}
