namespace Glidepath.Pharmacology.Kinetics;

internal static class SteadyState
{
    /// <summary>
    /// What one mode holds at hour 0, in units of one mg's amplitude, when the same day of doses came every day before: the geometric sum
    /// Σ d·e^(−λ(24−h)) / (1 − e^(−24λ)).
    /// </summary>
    /// <param name="rate">λ in 1/h; 0 for padding, which holds nothing.</param>
    public static double Of(IReadOnlyList<DoseTaken> day, double rate)
    {
        if (day.Count == 0 || rate == 0)
            return 0;
        var sum = 0d;
        foreach (var intake in day)
            sum += intake.Milligrams * Math.Exp(-rate * (24 - intake.Hour));
        return sum / (1 - Math.Exp(-24 * rate));
    }
}
