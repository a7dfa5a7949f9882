using System.Runtime.InteropServices;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// What happens next to every person alike: time passes, constants change, a dose is swallowed, a level is read. In that order, each
/// optional.
/// </summary>
/// <param name="Interval">Place in <see cref="HistoryGrid.Intervals"/>; −1 where no time passes.</param>
/// <param name="Change">Place of the new parts in <see cref="HistoryGrid.Parts"/>; −1 where nothing changes.</param>
/// <param name="Milligrams">0 for no dose.</param>
/// <param name="Row">The output row to fill; −1 for none.</param>
internal readonly record struct TimeStep(int Interval, int Change, double Milligrams, int Row);

/// <summary>
/// A history laid on a grid of output hours. Equal stretches of time share one entry, so that their exponentials are found once a person.
/// </summary>
internal sealed class HistoryGrid
{
    /// <summary>Hours apart that count as one time: a ten-thousandth of a second.</summary>
    private const double Tolerance = 1e-8;

    /// <summary>An effect that moves less than this over a stretch is taken at its mean.</summary>
    private const double LeastMove = 5e-6;

    /// <summary>Hours that an effect is followed at a time, were it to come or go whole within them.</summary>
    private const double LongestPair = 0.125;

    private readonly List<TimeStep> _steps;

    private HistoryGrid(List<TimeStep> steps, double[] intervals, PartsInForce[] parts, double[] before, double[] hours)
    {
        Before = before;
        _steps = steps;
        Intervals = intervals;
        Parts = parts;
        Hours = hours;
    }

    public ReadOnlySpan<TimeStep> Steps => CollectionsMarshal.AsSpan(_steps);

    /// <summary>In hours; each distinct.</summary>
    public double[] Intervals { get; }

    /// <summary>For each stretch of time, the part of each change that is taken to be in force. The first holds from hour 0.</summary>
    public PartsInForce[] Parts { get; }

    /// <summary>The part of each change that was in force, long since, before hour 0.</summary>
    public double[] Before { get; }

    /// <summary>Of each output row.</summary>
    public double[] Hours { get; }

    public int Rows => Hours.Length;

    /// <summary>Rows every <paramref name="everyHours"/> from 0 to <paramref name="hours"/>, both included.</summary>
    /// <param name="absorbed">Factor on what is absorbed of a dose taken at an hour.</param>
    public static HistoryGrid Lay(
        DoseHistory doses,
        double hours,
        double everyHours,
        IReadOnlyList<KineticChange> changes,
        Func<double, double> absorbed
    )
    {
        var rows = (int)Math.Floor(hours / everyHours + 1e-9) + 1;
        var outputs = new double[rows];
        for (var row = 0; row < rows; row++)
            outputs[row] = row * everyHours;
        foreach (var each in changes)
            each.Require();
        var corners = changes.SelectMany(c => c.Corners).Where(h => h > 0 && h < hours).Distinct().Order().ToList();
        var parts = new List<PartsInForce> { PartsInForce.Over(changes, 0, 0, null) };
        var known = new Dictionary<long, int>();
        var intervals = new List<double>();
        var steps = new List<TimeStep>(rows + doses.Intakes.Count);
        var (dose, corner, output, now) = (0, 0, 0, 0d);
        while (output < rows)
        {
            var next = Math.Min(
                outputs[output],
                Math.Min(
                    dose < doses.Intakes.Count ? doses.Intakes[dose].Hour : double.MaxValue,
                    corner < corners.Count ? corners[corner] : double.MaxValue
                )
            );
            var interval = next - now > Tolerance ? Pass(now, next) : -1;
            now = interval >= 0 ? next : now;
            while (corner < corners.Count && corners[corner] <= now + Tolerance)
                corner++;
            var milligrams = 0d;
            for (; dose < doses.Intakes.Count && doses.Intakes[dose].Hour <= now + Tolerance; dose++)
                milligrams += doses.Intakes[dose].Milligrams * absorbed(doses.Intakes[dose].Hour);
            var row = outputs[output] <= now + Tolerance ? output++ : -1;
            steps.Add(new TimeStep(interval, -1, milligrams, row));
        }
        return new HistoryGrid(steps, [.. intervals], [.. parts], [.. changes.Select(c => c.FromHour < 0 ? c.PartAt(0) : 0)], outputs);

        // Lays all pieces of a stretch but the last, whose length is returned for the step that ends it.
        int Pass(double from, double to)
        {
            if (changes.Count == 0)
                return IntervalOf(to - from);
            var pieces = Pieces(from, to);
            var length = IntervalOf((to - from) / pieces);
            for (var piece = 0; piece < pieces; piece++)
            {
                var start = from + (to - from) * (piece & ~1) / pieces;
                var now = PartsInForce.Over(
                    changes,
                    start,
                    start + (to - from) * Math.Min(2, pieces) / pieces,
                    pieces == 1 ? null : piece % 2 == 0
                );
                if (!now.IsSameAs(parts[^1]))
                {
                    parts.Add(now);
                    steps.Add(new TimeStep(piece == 0 ? -1 : length, parts.Count - 1, 0, -1));
                }
                else if (piece > 0)
                {
                    steps.Add(new TimeStep(length, -1, 0, -1));
                }
            }
            return length;
        }

        int Pieces(double from, double to)
        {
            var moved = changes.Max(c => Math.Abs(c.PartAt(from + (to - from) / 4) - c.PartAt(to - (to - from) / 4)));
            return moved < LeastMove ? 1 : 2 * (int)Math.Ceiling((to - from) / LongestPair * Math.Sqrt(Math.Sqrt(moved)));
        }

        int IntervalOf(double length)
        {
            if (intervals.Count > 0 && Math.Abs(length - intervals[0]) < Tolerance / 2)
                return 0;
            var key = (long)Math.Round(length / Tolerance);
            if (!known.TryGetValue(key, out var place))
            {
                known[key] = place = intervals.Count;
                intervals.Add(length);
            }
            return place;
        }
    }
}

/// <summary>
/// What one stretch of time takes for the part of each change: a weighted mean of two moments. Two stretches in a row, weighted as here,
/// follow a clearance that changes smoothly to the fourth order of their length, where the mean of each would follow it to the second: the
/// commutator-free rule of Blanes and Moan 2006, doi 10.1016/j.apnum.2005.11.004.
/// </summary>
/// <param name="Weight">Of <paramref name="Early"/>; the rest is that of <paramref name="Late"/>, and one of them may be below 0.</param>
internal sealed record PartsInForce(double[] Early, double[] Late, double Weight)
{
    /// <summary>From one end of a stretch to the moments of Gauss's rule of two points, as a part of its length.</summary>
    private static readonly double ToMoment = 0.5 - Math.Sqrt(3) / 6;

    /// <param name="first">True for the first half of the stretch, false for the second, null for all of it at its mean.</param>
    public static PartsInForce Over(IReadOnlyList<KineticChange> changes, double from, double to, bool? first) =>
        new(
            [.. changes.Select(c => c.PartAt(from + (to - from) * ToMoment))],
            [.. changes.Select(c => c.PartAt(to - (to - from) * ToMoment))],
            first is null ? 0.5 : 0.5 + (first is true ? 1 : -1) / Math.Sqrt(3)
        );

    public int Count => Early.Length;

    public bool IsSameAs(PartsInForce other) =>
        Early.AsSpan().SequenceEqual(other.Early)
        && Late.AsSpan().SequenceEqual(other.Late)
        && (Weight == other.Weight || Early.AsSpan().SequenceEqual(Late));
}
