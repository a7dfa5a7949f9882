namespace Glidepath.Treatment.Monitoring;

/// <summary>
/// How symptoms may rise and ease after one cut: nothing, then up to a highest day, then down, on either side a curve that has come to a
/// quarter of the highest on a named day. Days count from the first day on the lower dose, which is 0.
/// </summary>
/// <param name="Felt">Before the highest, the day with a quarter of it.</param>
/// <param name="Peak">The highest.</param>
/// <param name="Settled">After the highest, the day with a quarter of it.</param>
/// <param name="Prior">How likely the shape is before anything is known of the person.</param>
/// <param name="Curve">1 at the highest; one value a day.</param>
internal sealed record CutShape(double Felt, double Peak, double Settled, double Prior, double[] Curve)
{
    /// <summary>What is felt of a cut is looked for so long.</summary>
    public const int MostDays = 42;

    /// <summary>Steps of the grid in a day.</summary>
    public const int PerDay = 4;

    public static IReadOnlyList<CutShape> All { get; } = [.. Made()];

    private static IEnumerable<CutShape> Made()
    {
        foreach (var peak in Steps(1, 16))
        foreach (var early in new[] { 0.15, 0.3, 0.45, 0.6, 0.75 })
        foreach (var ease in Steps(2.5, 20))
        foreach (var draw in new Func<double, double, double, double, double>[] { Skewed, Domed, Tailed })
        {
            var felt = Math.Round(peak * early * PerDay) / PerDay;
            var settled = peak + ease;
            if (felt >= peak || settled >= MostDays)
                continue;
            yield return new(felt, peak, settled, StepAt(peak) * Weight(ease), Drawn(day => draw(peak * early, peak, settled, day)));
        }
    }

    /// <summary>Half a day, and one where a day more makes little difference.</summary>
    private static IEnumerable<double> Steps(double from, double to)
    {
        for (var day = from; day <= to; day += StepAt(day))
            yield return day;
    }

    private static double StepAt(double day) => day < 8 ? 0.5 : 1;

    private static double Weight(double day) => StepAt(day) / day;

    /// <summary>A bell on a logarithmic scale, that goes through the three days. Needs a longer way down than up.</summary>
    private static double Skewed(double felt, double peak, double settled, double day)
    {
        if (settled - peak <= 1.05 * (peak - felt))
            return Bell(felt, peak, settled, day);
        var zero = (felt * settled - peak * peak) / (felt + settled - 2 * peak);
        return day <= zero ? 0 : Bell(Math.Log((day - zero) / (peak - zero)) / Math.Log((settled - zero) / (peak - zero)));
    }

    private static double Bell(double felt, double peak, double settled, double day) => Bell((day - peak) / Side(felt, peak, settled, day));

    /// <summary>A quick way up, and a tail.</summary>
    private static double Domed(double felt, double peak, double settled, double day) =>
        day < peak
            ? Math.Max(0, 1 - 0.75 * Math.Pow((day - peak) / (peak - felt), 2))
            : 1 / Math.Cosh(Math.Acosh(4) * (day - peak) / (settled - peak));

    /// <summary>The same way up, and a longer tail.</summary>
    private static double Tailed(double felt, double peak, double settled, double day) =>
        day < peak ? Domed(felt, peak, settled, day) : 1 / (1 + 3 * Math.Pow((day - peak) / (settled - peak), 2));

    private static double Side(double felt, double peak, double settled, double day) => day < peak ? peak - felt : settled - peak;

    private static double Bell(double sides) => Math.Exp(-Math.Log(4) * sides * sides);

    private static double[] Drawn(Func<double, double> of) => [.. Enumerable.Range(0, MostDays).Select(day => of(day))];
}
