using System.Numerics;

namespace Glidepath.Treatment.Facilities;

/// <summary>
/// What would have to give where fewer than a choice remain: each rule left out in turn, and how many places that gains. Who serves only
/// others is never among them.
/// </summary>
internal static class Relaxing
{
    public static IReadOnlyList<Relaxation> Of(MatchRun run, int ring)
    {
        var judged = run.Needs.Near is null || run.Needs.WithinMiles is not null ? ring : Math.Min(ring, NearRing(run));
        var now = run.CountFits(judged);
        if (now >= MatchMethod.EnoughToChoose)
            return [];
        var dropped = run.Hard.Select(line => new Relaxation(
            line.Line.Id,
            line.Line.Label,
            Without(run, judged, line) - now,
            run.MilesOf(judged),
            Caution(line.Line)
        ));
        return [.. dropped.Concat(Farther(run, now)).OrderByDescending(r => r.Gain).ThenBy(r => r.Drop, StringComparer.Ordinal)];
    }

    private static int NearRing(MatchRun run) =>
        Enumerable.Range(0, run.Rings).First(r => run.MilesOf(r) is null or >= MatchMethod.NearMiles);

    private static int Without(MatchRun run, int ring, LineBits without)
    {
        var inside = run.Within(ring);
        var closed = run.Closed;
        var count = 0;
        for (var w = 0; w < inside.Length; w++)
        {
            var left = inside[w] & ~closed[w];
            if (left == 0)
                continue;
            foreach (var line in run.Hard)
                if (!ReferenceEquals(line, without))
                    left &= line.Line.IsStrict ? line.For[w] : ~line.Against[w];
            count += BitOperations.PopCount(left);
        }
        return count;
    }

    /// <summary>The caller's own miles, in the nearest ring that holds more.</summary>
    private static IEnumerable<Relaxation> Farther(MatchRun run, int now)
    {
        if (run.Needs.WithinMiles is not { } within)
            yield break;
        for (var ring = 1; ring < run.Rings; ring++)
            if (run.CountFits(ring) is var count && (count > now || ring == run.Rings - 1))
            {
                yield return new("within", $"Within {within:0.#} miles", count - now, run.MilesOf(ring));
                yield break;
            }
    }

    private static string Caution(NeedLine line) =>
        line switch
        {
            { Kind: NeedKind.MinimumSetting } => "A clinician set this. Ask them before you give it up.",
            { Criteria: [{ Id: "benzodiazepine-withdrawal" }] } => "Only with a prescriber who continues your taper: do not stop suddenly.",
            _ => "",
        };
}
