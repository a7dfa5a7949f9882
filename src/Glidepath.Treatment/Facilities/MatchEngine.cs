namespace Glidepath.Treatment.Facilities;

/// <summary>
/// The places that fit what a caller told, and why. Same snapshot, needs, seed and time: same answer. Knows no clock, file or network, and
/// nothing of what a place pays, advertises or owns. The whole method: docs/clinical/matching.md.
/// </summary>
public static class MatchEngine
{
    /// <param name="seed">Draws the order of equals; keep it with the search.</param>
    /// <param name="now">UTC; a word about free beds fades by it.</param>
    /// <param name="take">Most items, 1 to 1,000.</param>
    public static MatchResult Match(DirectorySnapshot snapshot, CallerNeeds needs, int seed, DateTime now, int take = 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, 1_000);
        if (EmergencyGate.Check(needs.DangerSigns) is { } emergency)
            return new() { Emergency = emergency, Seed = seed };
        var lines = NeedLines.Of(needs);
        using var run = new MatchRun(snapshot, needs, [.. lines.Select(l => LineBits.Of(snapshot, l, now))], unchecked((ulong)seed));
        run.Filter();
        run.Measure();
        var ring = run.ChooseRing();
        run.Score(ring, take);
        return new()
        {
            CareFirst = [.. needs.CareFirst.Distinct().Order().Select(EmergencyGate.Say)],
            Count = run.Fitting,
            EverythingCount = run.Full,
            AskCount = run.Asking,
            WithoutPosition = run.WithoutPosition,
            WithinMiles = run.MilesOf(ring),
            Widened = needs.Near is not null && needs.WithinMiles is null && ring > 0,
            Items = MatchItems.Of(run),
            Relaxations = Relaxing.Of(run, ring),
            Stability = Varying.Of(run),
            Facets = Counting.Of(run, ring),
            Lines = lines,
            Seed = seed,
        };
    }
}
