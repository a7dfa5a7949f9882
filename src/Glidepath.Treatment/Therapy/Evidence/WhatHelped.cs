namespace Glidepath.Treatment.Therapy.Evidence;

/// <summary>One way of coping beside just waiting.</summary>
/// <param name="Tries">Hard moments with it that count.</param>
/// <param name="MoreDrop">Points more of drop than after just waiting from the same start; below 0: less. Null: not enough yet.</param>
public sealed record CopingEffect(string Coping, int Tries, Learned? MoreDrop);

/// <summary>
/// What went with more of a drop than just waiting did, in one person's own hard moments. Cravings are logged at their peak, so that each
/// falls by itself (regression to the mean), and the higher it starts the further: waiting is compared from the same start. It is linked
/// with, not proof: a person chooses what to do, and hard moments that ended in a dose within 10 minutes have no second rating.
/// </summary>
/// <param name="Waited">Hard moments without any coping that count.</param>
/// <param name="Copings">Those with enough tries, the surest first; then the others by number of tries.</param>
public sealed record WhatHelped(int Waited, IReadOnlyList<CopingEffect> Copings)
{
    /// <summary>
    /// Needed of the coping and of waiting. Source: made-up people, in CopingCoverageTests: from there on the interval covers 93 to 97 % for
    /// every split that was tried. A percentile bootstrap of the plain drops covers 85 % there, and is not used.
    /// </summary>
    public const int LeastEach = 5;

    /// <exception cref="ArgumentOutOfRangeException">A rating outside 0 to 10.</exception>
    public static WhatHelped Of(IEnumerable<CopingTry> tries)
    {
        List<CopingTry> all = [.. tries];
        foreach (var odd in all.Where(t => !IsRating(t.Start) || !IsRating(t.After)))
            throw new ArgumentOutOfRangeException(nameof(tries), $"{odd.Start}, {odd.After}", "A rating is 0 to 10.");
        all.RemoveAll(t => !t.Counts);
        List<CopingTry> waited = [.. all.Where(t => t.Coping is null)];
        return new(
            waited.Count,
            [
                .. all.Where(t => t.Coping is not null)
                    .GroupBy(t => t.Coping!, StringComparer.Ordinal)
                    .Select(g => new CopingEffect(g.Key, g.Count(), MoreDrop([.. g], waited)))
                    .OrderByDescending(e => e.MoreDrop?.Low ?? double.NegativeInfinity)
                    .ThenByDescending(e => e.Tries)
                    .ThenBy(e => e.Coping, StringComparer.Ordinal),
            ]
        );
    }

    private static Learned? MoreDrop(List<CopingTry> coped, List<CopingTry> waited) =>
        Math.Min(coped.Count, waited.Count) < LeastEach ? null : AdjustedDrop.Of(coped, waited);

    private static bool IsRating(decimal rating) => rating is >= 0 and <= CopingTry.Strongest;
}
