using Glidepath.Treatment.Therapy;

namespace Glidepath.Application.Therapy;

/// <summary>What a person's own log says of what comes before, and of what helps: lists to choose from, and no claim.</summary>
internal static class OwnTriggers
{
    /// <summary>First what came before something was taken, then what came most often.</summary>
    /// <param name="chains">Each of something that was taken.</param>
    public static IReadOnlyList<string> Of(IEnumerable<CravingEpisode> moments, IEnumerable<Chain> chains) =>
        [
            .. moments
                .SelectMany(m =>
                    new[] { m.Start.SetOff, m.Start.Place, m.Start.With }
                        .OfType<string>()
                        .Select(word => (Took: m.End is CravingEnd.TookExtra, Word: word))
                )
                .Concat(chains.SelectMany(c => c.Triggers.Select(word => (Took: true, Word: word))))
                .GroupBy(t => t.Word, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(g => g.Count(t => t.Took))
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
