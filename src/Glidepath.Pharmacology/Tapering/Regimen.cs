using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What is taken in one day: an amount at up to six times of day, zero at every other.</summary>
public sealed class Regimen : IEquatable<Regimen>
{
    /// <summary>Times of day that a regimen may hold: every four hours.</summary>
    public const int MaxTimes = 6;

    private readonly (TimeOfDay Time, Dose Dose)[] _doses;

    public Regimen(Dose morning, Dose midday, Dose evening, Dose bedtime)
        : this([(TimeOfDay.Morning, morning), (TimeOfDay.Midday, midday), (TimeOfDay.Evening, evening), (TimeOfDay.Bedtime, bedtime)])
    {
    }

    private Regimen(IEnumerable<(TimeOfDay Time, Dose Dose)> doses)
    {
        _doses = [.. doses.Where(d => !d.Dose.IsZero).OrderBy(d => d.Time)];
        if (_doses.Length > MaxTimes)
            throw new ArgumentException($"{_doses.Length} times of day; accepted: up to {MaxTimes}.", nameof(doses));
        Times = [.. _doses.Select(d => d.Time)];
    }

    public static Regimen Empty { get; } = new([]);

    public Dose this[TimeOfDay time]
    {
        get
        {
            foreach (var dose in _doses)
                if (dose.Time == time)
                    return dose.Dose;
            return Dose.Zero;
        }
    }

    public Dose DailyDose => _doses.Aggregate(Dose.Zero, (sum, d) => sum + d.Dose);

    /// <summary>The times with something to take, in the order of the day.</summary>
    public IReadOnlyList<TimeOfDay> Times { get; }

    /// <exception cref="ArgumentException">It would be a time more than <see cref="MaxTimes"/>.</exception>
    public Regimen With(TimeOfDay time, Dose dose) => new(_doses.Where(d => d.Time != time).Append((time, dose)));

    /// <param name="times">Each once.</param>
    /// <exception cref="ArgumentException">More than <see cref="MaxTimes"/> of them have something to take.</exception>
    public static Regimen From(IEnumerable<TimeOfDay> times, Func<TimeOfDay, Dose> dose) => new(times.Select(t => (t, dose(t))));

    /// <summary>
    /// Reads "1 mg morning, 0.5 mg bedtime". The unit may be left out; each time may stand once; every amount is above zero.
    /// </summary>
    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static Regimen? Read(string text, out string? error)
    {
        const string Accepted = "accepted: amounts with a time, such as \"1 mg morning, 0.5 mg bedtime\" (times: " + TimesOfDay.Accepted + ")";
        var regimen = Empty;
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        foreach (var part in parts)
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 1 && words[0].All(char.IsAsciiDigit))
            {
                error = $"regimen: read \"{text.Trim()}\" as \"{part}\" and more, a comma ends a dose (decimals take a point: 0.5, not 0,5; thousands no mark); {Accepted}";
                return null;
            }
            if (words.Length is < 2 or > 3 || words[^1].Equals("mg", StringComparison.OrdinalIgnoreCase)
                || (words.Length == 3 && !words[1].Equals("mg", StringComparison.OrdinalIgnoreCase)))
            {
                error = $"regimen: read \"{part}\"; {Accepted}";
                return null;
            }
            var amount = words.Length == 2 && words[0].EndsWith("mg", StringComparison.OrdinalIgnoreCase) ? words[0][..^2] : words[0];
            if (!SafeNumber.TryRead(amount, out var mg) || mg <= 0 || mg > MaxMg)
            {
                error = $"regimen: read the amount \"{words[0]}\" in \"{part}\"; accepted: a number above 0 and up to {MaxMg}, with a point for decimals";
                return null;
            }
            if (!TimesOfDay.TryRead(words[^1], out var time))
            {
                error = $"regimen: read the time \"{words[^1]}\" in \"{part}\"; accepted: {TimesOfDay.Accepted}";
                return null;
            }
            if (!regimen[time].IsZero)
            {
                error = $"regimen: {time.Word()} stands twice; accepted: each time once";
                return null;
            }
            if (regimen.Times.Count == MaxTimes)
            {
                error = $"regimen: read more than {MaxTimes} times; accepted: up to {MaxTimes} a day";
                return null;
            }
            regimen = regimen.With(time, new Dose(mg));
        }
        error = null;
        return regimen;
    }

    /// <summary>Largest amount read at one time of day, in mg: far above any labelled dose.</summary>
    public const int MaxMg = 300;

    public bool Equals(Regimen? other) => other is not null && _doses.AsSpan().SequenceEqual(other._doses);

    public override bool Equals(object? obj) => Equals(obj as Regimen);

    public override int GetHashCode() => _doses.Aggregate(0, HashCode.Combine);

    public override string ToString() => string.Join(", ", Times.Select(t => $"{this[t]} {t.Word()}"));
}
