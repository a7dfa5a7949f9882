using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What is taken in one day: an amount at each time of day, zero where nothing is taken.</summary>
public sealed class Regimen : IEquatable<Regimen>
{
    private readonly Dose[] _doses;

    public Regimen(Dose morning, Dose midday, Dose evening, Dose bedtime) => _doses = [morning, midday, evening, bedtime];

    public static Regimen Empty { get; } = new(Dose.Zero, Dose.Zero, Dose.Zero, Dose.Zero);

    public Dose this[TimeOfDay time] => _doses[(int)time];

    public Dose DailyDose => _doses[0] + _doses[1] + _doses[2] + _doses[3];

    /// <summary>The times with something to take, in the order of the day.</summary>
    public IReadOnlyList<TimeOfDay> Times => [.. TimesOfDay.All.Where(t => !this[t].IsZero)];

    public Regimen With(TimeOfDay time, Dose dose) => From(t => t == time ? dose : this[t]);

    public static Regimen From(Func<TimeOfDay, Dose> dose) =>
        new(dose(TimeOfDay.Morning), dose(TimeOfDay.Midday), dose(TimeOfDay.Evening), dose(TimeOfDay.Bedtime));

    /// <summary>
    /// Reads "1 mg morning, 0.5 mg bedtime". The unit may be left out; each time may stand once; every amount is above zero.
    /// </summary>
    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static Regimen? Read(string text, out string? error)
    {
        const string Accepted = "accepted: amounts with a time, such as \"1 mg morning, 0.5 mg bedtime\" (times: morning, midday, evening, bedtime)";
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
                error = $"regimen: read the time \"{words[^1]}\" in \"{part}\"; accepted: morning, midday, evening, bedtime";
                return null;
            }
            if (!regimen[time].IsZero)
            {
                error = $"regimen: {time.Word()} stands twice; accepted: each time once";
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

    public override int GetHashCode() => HashCode.Combine(_doses[0], _doses[1], _doses[2], _doses[3]);

    public override string ToString() => string.Join(", ", Times.Select(t => $"{this[t]} {t.Word()}"));
}
