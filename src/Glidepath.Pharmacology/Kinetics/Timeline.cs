namespace Glidepath.Pharmacology.Kinetics;

/// <summary>What happens next to every person alike: time passes, constants change, a dose is swallowed, a level is read. In that order, each optional.</summary>
/// <param name="Interval">Place in <see cref="Timeline.Intervals"/>; −1 where no time passes.</param>
/// <param name="Change">Place of the new parts in <see cref="Timeline.Parts"/>; −1 where nothing changes.</param>
/// <param name="Milligrams">0 for no dose.</param>
/// <param name="Row">The output row to fill; −1 for none.</param>
internal readonly record struct TimeStep(int Interval, int Change, double Milligrams, int Row);

/// <summary>A history laid on a grid of output hours. Equal stretches of time share one entry, so that their exponentials are found once a person.</summary>
internal sealed class Timeline
{
    /// <summary>Hours apart that count as one time: a ten-thousandth of a second.</summary>
    private const double Tolerance = 1e-8;

    private Timeline(TimeStep[] steps, double[] intervals, double[][] parts, double[] before, double[] hours)
    {
        Before = before;
        Steps = steps;
        Intervals = intervals;
        Parts = parts;
        Hours = hours;
    }

    public TimeStep[] Steps { get; }

    /// <summary>In hours; each distinct.</summary>
    public double[] Intervals { get; }

    /// <summary>For each stretch between two changes, the part of each change that is in force. The first holds from hour 0.</summary>
    public double[][] Parts { get; }

    /// <summary>The part of each change that was in force, long since, before hour 0.</summary>
    public double[] Before { get; }

    /// <summary>Of each output row.</summary>
    public double[] Hours { get; }

    public int Rows => Hours.Length;

    /// <summary>Rows every <paramref name="everyHours"/> from 0 to <paramref name="hours"/>, both included.</summary>
    /// <param name="absorbed">Factor on what is absorbed of a dose taken at an hour.</param>
    public static Timeline Lay(DoseHistory doses, double hours, double everyHours, IReadOnlyList<KineticChange> changes, Func<double, double> absorbed)
    {
        var rows = (int)Math.Floor(hours / everyHours + 1e-9) + 1;
        var outputs = new double[rows];
        for (var row = 0; row < rows; row++)
            outputs[row] = row * everyHours;
        var breaks = changes.SelectMany(c => c.Breaks(hours)).Where(h => h > 0).Distinct().Order().ToList();
        var parts = new List<double[]> { PartsFrom(0, breaks.Count > 0 ? breaks[0] : hours + 1) };
        var known = new Dictionary<long, int>();
        var intervals = new List<double>();
        var steps = new List<TimeStep>(rows + doses.Intakes.Count);
        var (dose, change, output, now) = (0, 0, 0, 0d);
        while (output < rows)
        {
            var next = Math.Min(outputs[output], Math.Min(dose < doses.Intakes.Count ? doses.Intakes[dose].Hour : double.MaxValue, change < breaks.Count ? breaks[change] : double.MaxValue));
            var interval = next - now > Tolerance ? IntervalOf(next - now) : -1;
            now = interval >= 0 ? next : now;
            var changed = -1;
            if (change < breaks.Count && breaks[change] <= now + Tolerance)
            {
                change++;
                changed = parts.Count;
                parts.Add(PartsFrom(now, change < breaks.Count ? breaks[change] : hours + 1));
            }
            var milligrams = 0d;
            for (; dose < doses.Intakes.Count && doses.Intakes[dose].Hour <= now + Tolerance; dose++)
                milligrams += doses.Intakes[dose].Milligrams * absorbed(doses.Intakes[dose].Hour);
            var row = outputs[output] <= now + Tolerance ? output++ : -1;
            steps.Add(new TimeStep(interval, changed, milligrams, row));
        }
        return new Timeline([.. steps], [.. intervals], [.. parts], [.. changes.Select(c => c.FromHour < 0 ? c.PartAt(0) : 0)], outputs);

        double[] PartsFrom(double from, double to) => [.. changes.Select(c => c.MeanPart(from, to))];

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
