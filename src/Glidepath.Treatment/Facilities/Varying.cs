using System.Numerics;

namespace Glidepath.Treatment.Facilities;

/// <summary>Does the first place hang on one weight? Each wish and the distance alone are halved and made half as large again.</summary>
internal static class Varying
{
    public static Stability? Of(MatchRun run)
    {
        if (run.TopCount < 2)
            return null;
        var varied = run.Lines.Where(l => !l.Line.IsHard).ToArray();
        if (varied.Length == 0)
            return null;
        var (first, _) = run.Top(0);
        var rivals = Rivals(run, first, varied.Max(l => (float)l.Line.Weight));
        var held = 0;
        foreach (var line in varied)
            foreach (var change in new[] { -0.5f, 0.5f })
                held += Holds(run, line, change * (float)line.Line.Weight, first, rivals) ? 1 : 0;
        return new(run.Snapshot.Columns.Places[first].Id, held, 2 * varied.Length);
    }

    private static bool Holds(MatchRun run, LineBits line, float change, int first, List<(int Row, float Miles)> rivals)
    {
        var mine = Key(rivals[0].Row, rivals[0].Miles);
        foreach (var (row, miles) in rivals)
            if (row != first && Key(row, miles) < mine)
                return false;
        return true;

        UInt128 Key(int row, float miles)
        {
            var own = line.Line.Kind is NeedKind.Distance ? run.NearValue(miles) : line.Value(row);
            var total = run.TotalWeight + change;
            return run.Key(row, run.Open(row), total > 0 ? Math.Clamp((run.ValueOf(row) * run.TotalWeight + change * own) / total, 0, 1) : 1, miles);
        }
    }

    /// <summary>Those that one weight could bring to the first: half a weight moves two values apart by at most itself over what is then the total, twice, and a band may fall between.</summary>
    private static List<(int Row, float Miles)> Rivals(MatchRun run, int first, float heaviest)
    {
        var reach = heaviest / Math.Max(0.001f, run.TotalWeight - heaviest / 2) + (float)MatchMethod.BandPoints / 100;
        var (least, rules) = (run.ValueOf(first) - reach, run.Open(first));
        List<(int, float)> rivals = [(first, run.MilesTo(first))];
        for (var w = 0; w < run.Words; w++)
            for (var left = run.Alive(run.Ring, w); left != 0; left &= left - 1)
            {
                var row = w * 64 + BitOperations.TrailingZeroCount(left);
                if (row != first && run.ValueOf(row) >= least && run.Open(row) == rules)
                    rivals.Add((row, run.MilesTo(row)));
            }
        return rivals;
    }
}
