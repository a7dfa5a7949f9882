using System.Globalization;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// When a dose is taken: any minute of the day. Four have names and may be moved by <see cref="DayHours"/>; a clock time stands for itself.
/// The default is midnight.
/// </summary>
public readonly record struct TimeOfDay : IComparable<TimeOfDay>
{
    /// <summary>08:00 unless <see cref="DayHours"/> says otherwise.</summary>
    public static readonly TimeOfDay Morning = new(8 * 60);

    /// <summary>14:00.</summary>
    public static readonly TimeOfDay Midday = new(14 * 60);

    /// <summary>18:00.</summary>
    public static readonly TimeOfDay Evening = new(18 * 60);

    /// <summary>22:00.</summary>
    public static readonly TimeOfDay Bedtime = new(22 * 60);

    /// <param name="minutes">After midnight; 0 to 1439.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another number of minutes.</exception>
    public TimeOfDay(int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(minutes, 24 * 60);
        Minutes = minutes;
    }

    /// <summary>After midnight; 0 to 1439.</summary>
    public int Minutes { get; }

    /// <summary>Whether it is one of <see cref="TimesOfDay.All"/>.</summary>
    public bool IsNamed => TimesOfDay.All.Contains(this);

    public int CompareTo(TimeOfDay other) => Minutes.CompareTo(other.Minutes);

    public override string ToString() => this.Word();

    public static bool operator <(TimeOfDay left, TimeOfDay right) => left.Minutes < right.Minutes;

    public static bool operator >(TimeOfDay left, TimeOfDay right) => left.Minutes > right.Minutes;

    public static bool operator <=(TimeOfDay left, TimeOfDay right) => left.Minutes <= right.Minutes;

    public static bool operator >=(TimeOfDay left, TimeOfDay right) => left.Minutes >= right.Minutes;
}

public static class TimesOfDay
{
    private static readonly (TimeOfDay Time, string Word, string Phrase)[] Names =
    [
        (TimeOfDay.Morning, "morning", "in the morning"),
        (TimeOfDay.Midday, "midday", "at midday"),
        (TimeOfDay.Evening, "evening", "in the evening"),
        (TimeOfDay.Bedtime, "bedtime", "at bedtime"),
    ];

    /// <summary>What <see cref="TryRead"/> accepts, for the end of an error.</summary>
    public static readonly Sentence Accepted = "times.accepted";

    /// <summary>The four that have names, in the order of the day. A day may hold other times: <see cref="Regimen.Times"/>.</summary>
    public static readonly IReadOnlyList<TimeOfDay> All = [.. Names.Select(n => n.Time)];

    /// <summary>Lower-case, as in files: <c>morning</c>; <c>08:30</c> where the time has no name.</summary>
    public static string Word(this TimeOfDay time) =>
        Names.FirstOrDefault(n => n.Time == time).Word
        ?? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes / 60:00}:{time.Minutes % 60:00}");

    /// <summary>As the end of a sentence: <c>in the morning</c>, <c>at bedtime</c>, <c>at 8:30 am</c>.</summary>
    public static string Phrase(this TimeOfDay time) => Names.FirstOrDefault(n => n.Time == time).Phrase ?? $"at {time.Clock()}";

    /// <summary>
    /// As a person in the United States reads a clock: <c>8:30 am</c>, <c>9 pm</c>; <c>12 noon</c> and <c>12 midnight</c>, since 12 pm is
    /// misread.
    /// </summary>
    public static string Clock(this TimeOfDay time)
    {
        var (hour, minute) = (time.Minutes / 60, time.Minutes % 60);
        if (minute == 0 && hour % 12 == 0)
            return hour == 0 ? "12 midnight" : "12 noon";
        var of12 = hour % 12 == 0 ? 12 : hour % 12;
        return string.Create(CultureInfo.InvariantCulture, $"{of12}{(minute > 0 ? $":{minute:00}" : "")} {(hour < 12 ? "am" : "pm")}");
    }

    /// <summary>Reads what <see cref="Word"/> writes. 08:00 is the morning.</summary>
    public static bool TryRead(string text, out TimeOfDay time)
    {
        var word = text.Trim();
        var named = Names.Where(n => n.Word.Equals(word, StringComparison.OrdinalIgnoreCase)).ToList();
        if (named.Count == 1)
        {
            time = named[0].Time;
            return true;
        }
        var isClock = TimeOnly.TryParseExact(word, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock);
        time = isClock ? new TimeOfDay(clock.Hour * 60 + clock.Minute) : default;
        return isClock;
    }
}
