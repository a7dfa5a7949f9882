using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What is taken in one day: an amount at up to six times of day, zero at every other.</summary>
public sealed class Regimen : IEquatable<Regimen>
{
    /// <summary>Times of day that a regimen may hold: every four hours.</summary>
    public const int MaxTimes = 6;

    private readonly (TimeOfDay Time, Dose Dose)[] _doses;

    public Regimen(Dose morning, Dose midday, Dose evening, Dose bedtime)
        : this([(TimeOfDay.Morning, morning), (TimeOfDay.Midday, midday), (TimeOfDay.Evening, evening), (TimeOfDay.Bedtime, bedtime)]) { }

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

    /// <summary>What <see cref="RegimenReader"/> reads, without what it would show back.</summary>
    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static Regimen? Read(string text, out Sentence? error) => RegimenReader.Read(text, out error)?.Regimen;

    /// <summary>Largest amount read at one time of day, in mg: far above any labelled dose.</summary>
    public const int MaxMg = 300;

    public bool Equals(Regimen? other) => other is not null && _doses.AsSpan().SequenceEqual(other._doses);

    public override bool Equals(object? obj) => Equals(obj as Regimen);

    public override int GetHashCode() => _doses.Aggregate(0, HashCode.Combine);

    public override string ToString() => string.Join(", ", Times.Select(t => $"{this[t]} {t.Word()}"));
}
