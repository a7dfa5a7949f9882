namespace Glidepath.Pharmacology.Kinetics;

/// <summary>The level on the last day of a stretch on one dose.</summary>
/// <param name="FromHour">When the stretch begins.</param>
/// <param name="Trough">Lowest on its last day, in ng/mL.</param>
/// <param name="Peak">Highest on its last day, in ng/mL.</param>
/// <param name="SwingPercent">Of the typical person: (peak − trough) / average of that day, in per cent.</param>
/// <param name="FallPercent">Of the typical person: how far the average of its last day lies below that of the stretch before, in per cent;
/// null for the first.</param>
public sealed record StepLevels(double FromHour, Band Trough, Band Peak, double SwingPercent, double? FallPercent)
{
    /// <param name="starts">Hours at which the dose changes, ascending from 0.</param>
    public static IReadOnlyList<StepLevels> Of(AnalyteLevels levels, IReadOnlyList<double> starts)
    {
        var steps = new List<StepLevels>();
        var before = 0d;
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : levels.Hours[^1];
            var day = Enumerable
                .Range(0, levels.Hours.Count)
                .Where(p => levels.Hours[p] >= Math.Max(starts[i], end - 24) - 1e-9 && levels.Hours[p] <= end + 1e-9)
                .ToList();
            if (day.Count == 0)
                continue;
            var (trough, peak) = (
                new Band(Least(levels.Low), Least(levels.Typical), Least(levels.High)),
                new Band(Most(levels.Low), Most(levels.Typical), Most(levels.High))
            );
            var average = day.Average(p => levels.Typical[p]);
            steps.Add(
                new StepLevels(
                    starts[i],
                    trough,
                    peak,
                    average > 0 ? (peak.Typical - trough.Typical) * 100 / average : 0,
                    i > 0 && before > 0 ? (before - average) * 100 / before : null
                )
            );
            before = average;

            double Least(IReadOnlyList<double> curve) => day.Min(p => curve[p]);
            double Most(IReadOnlyList<double> curve) => day.Max(p => curve[p]);
        }
        return steps;
    }
}
