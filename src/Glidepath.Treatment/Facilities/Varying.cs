using System.Numerics;

namespace Glidepath.Treatment.Facilities;

/// <summary>Does the first place hang on one weight? Each wish and the distance alone are halved and made half as large again.</summary>
internal static class Varying
{
    /// <param name="Rest">Where it stands among those of its band: nothing of it hangs on a weight.</param>
    private readonly record struct Rival(int Row, float Value, float Near, UInt128 Rest);

    public static Stability? Of(MatchRun run)
    {
        var varied = run.Lines.Where(l => !l.Line.IsHard).ToArray();
        if (run.TopCount < 2 || varied.Length == 0)
            return null;
        var (first, _) = run.Top(0);
        var rivals = Rivals(run, first, varied.Max(l => (float)l.Line.Weight));
        var held = 0;
        foreach (var line in varied)
            held += (Holds(run, line, -0.5f, rivals) ? 1 : 0) + (Holds(run, line, 0.5f, rivals) ? 1 : 0);
        return new(run.Snapshot.Columns.Places[first].Id, held, 2 * varied.Length);
    }

    private static bool Holds(MatchRun run, LineBits line, float share, List<Rival> rivals)
    {
        var (change, isDistance) = (share * (float)line.Line.Weight, line.Line.Kind is NeedKind.Distance);
        var total = run.TotalWeight + change;
        var first = Band(rivals[0]);
        for (var i = 1; i < rivals.Count; i++)
            if (Band(rivals[i]) is var band && (band < first || (band == first && rivals[i].Rest < rivals[0].Rest)))
                return false;
        return true;

        int Band(Rival rival) =>
            MatchRun.Band(
                total > 0
                    ? Math.Clamp((rival.Value * run.TotalWeight + change * (isDistance ? rival.Near : line.Value(rival.Row))) / total, 0, 1)
                    : 1
            );
    }

    /// <summary>
    /// The first, then those that one weight could bring before it: half a weight moves two values apart by at most itself over what is
    /// then the total, twice, and a band may fall between.
    /// </summary>
    private static List<Rival> Rivals(MatchRun run, int first, float heaviest)
    {
        var reach = heaviest / Math.Max(0.001f, run.TotalWeight - heaviest / 2) + (float)MatchMethod.BandPoints / 100;
        var (least, rules) = (run.ValueOf(first) - reach, run.Open(first));
        List<Rival> rivals = [Read(first)];
        // Where everything fits no weight is left to hang on: the nearest is first.
        if (run.IsFull(first))
            return rivals;
        var alive = run.Alive;
        var inside = run.Within(run.Ring);
        for (var w = 0; w < inside.Length; w++)
        for (var left = alive[w] & inside[w]; left != 0; left &= left - 1)
            if (
                w * 64 + BitOperations.TrailingZeroCount(left) is var row
                && row != first
                && run.ValueOf(row) >= least
                && run.Open(row) == rules
            )
                rivals.Add(Read(row));
        return rivals;

        Rival Read(int row) =>
            run.MilesTo(row) is var miles
                ? new(row, run.ValueOf(row), run.NearValue(miles), run.Key(row, rules, run.IsFull(row), 1, miles))
                : default;
    }
}
