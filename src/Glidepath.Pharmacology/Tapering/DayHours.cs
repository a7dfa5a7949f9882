using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// The clock time of each time of day that has a name, in hours after midnight: 0 to under 24, rising from morning to bedtime. Any other
/// time of day is a clock time already.
/// </summary>
public sealed record DayHours
{
    /// <summary>08, 14, 18 and 22 h.</summary>
    public static readonly DayHours Default = new(8, 14, 18, 22);

    private readonly double[] _hours;

    /// <exception cref="ArgumentException">An hour is outside the day, or they do not rise.</exception>
    public DayHours(double morning, double midday, double evening, double bedtime)
    {
        _hours = [morning, midday, evening, bedtime];
        if (_hours.Any(h => !(h is >= 0 and < 24)) || _hours.Zip(_hours.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException(
                $"{string.Join('/', _hours)}; accepted: four times from 0 to under 24 h that rise.",
                nameof(morning)
            );
    }

    public double this[TimeOfDay time]
    {
        get
        {
            for (var i = 0; i < _hours.Length; i++)
                if (TimesOfDay.All[i] == time)
                    return _hours[i];
            return time.Minutes / 60d;
        }
    }

    /// <summary>Of the first dose of a day; of morning where nothing is taken. A moved morning may come after a clock time.</summary>
    public double First(Regimen regimen) => regimen.Times.Select(t => this[t]).DefaultIfEmpty(this[TimeOfDay.Morning]).Min();

    /// <summary>A day of doses, in hours after <paramref name="origin"/> o'clock of the same day.</summary>
    public IReadOnlyList<DoseTaken> Intakes(Regimen regimen, double origin) =>
        [.. regimen.Times.Select(t => new DoseTaken(this[t] - origin, (double)regimen[t].Milligrams))];
}
