namespace Glidepath.Pharmacology.Kinetics;

/// <summary>One intake.</summary>
/// <param name="Hour">From the start of the history; 0 or more.</param>
/// <param name="Milligrams">Above 0.</param>
public readonly record struct DoseTaken(double Hour, double Milligrams);

/// <summary>What was or will be swallowed and when, in the order of time; what was taken every day before it, if anything.</summary>
public sealed class DoseHistory
{
    /// <summary>Ten years of six doses a day.</summary>
    public const int MostIntakes = 22_000;

    /// <summary>Above any dose that was ever prescribed at one time.</summary>
    public const double MostMilligrams = 10_000;

    /// <summary>Ten years, in hours.</summary>
    public const double LongestHours = 3_653 * 24d;

    /// <param name="before">Taken at these hours of every day up to hour 0, so long that the level is steady; hours from 0 to under
    /// 24.</param>
    /// <exception cref="ArgumentException">An hour or amount is not a number, is negative or too large; or there are more than
    /// <see cref="MostIntakes"/>.</exception>
    public DoseHistory(IEnumerable<DoseTaken> intakes, IEnumerable<DoseTaken>? before = null)
    {
        Intakes = [.. intakes.OrderBy(i => i.Hour)];
        Before = [.. (before ?? []).OrderBy(i => i.Hour)];
        if (Intakes.Count > MostIntakes)
            throw new ArgumentException($"{Intakes.Count} intakes; accepted: at most {MostIntakes}.", nameof(intakes));
        foreach (var intake in Intakes)
            Require(intake, LongestHours, nameof(intakes));
        foreach (var intake in Before)
            Require(intake, 24 - 1e-9, nameof(before));
    }

    public IReadOnlyList<DoseTaken> Intakes { get; }

    /// <summary>The day before hour 0 and every day before that. Empty for a person who has taken none.</summary>
    public IReadOnlyList<DoseTaken> Before { get; }

    /// <summary>The largest sum of any day, in mg; days are 24 h from hour 0.</summary>
    public double HighestDailyMilligrams =>
        Intakes.GroupBy(i => (int)(i.Hour / 24)).Select(d => d.Sum(i => i.Milligrams)).Append(Before.Sum(i => i.Milligrams)).Max();

    public static DoseHistory Single(double milligrams) => new([new DoseTaken(0, milligrams)]);

    /// <summary>The same amounts at the same hours of each of so many days.</summary>
    /// <param name="day">Hours from 0 to under 24.</param>
    public static DoseHistory Daily(IReadOnlyList<DoseTaken> day, int days) =>
        new(Enumerable.Range(0, days).SelectMany(d => day.Select(i => i with { Hour = i.Hour + 24 * d })));

    private static void Require(DoseTaken intake, double longest, string name)
    {
        if (!(intake.Hour >= 0 && intake.Hour <= longest))
            throw new ArgumentException($"Hour {intake.Hour}; accepted: 0 to {longest:0}.", name);
        if (!(intake.Milligrams > 0 && intake.Milligrams <= MostMilligrams))
            throw new ArgumentException($"{intake.Milligrams} mg; accepted: above 0 up to {MostMilligrams}.", name);
    }
}
