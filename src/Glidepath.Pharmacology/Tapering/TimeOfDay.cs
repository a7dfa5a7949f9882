namespace Glidepath.Pharmacology.Tapering;

/// <summary>When a dose is taken, in the order of the day.</summary>
public enum TimeOfDay
{
    Morning,
    Midday,
    Evening,
    Bedtime,
}

public static class TimesOfDay
{
    public static readonly IReadOnlyList<TimeOfDay> All = [TimeOfDay.Morning, TimeOfDay.Midday, TimeOfDay.Evening, TimeOfDay.Bedtime];

    /// <summary>Lower-case, as in files: <c>morning</c>.</summary>
    public static string Word(this TimeOfDay time) => time switch
    {
        TimeOfDay.Morning => "morning",
        TimeOfDay.Midday => "midday",
        TimeOfDay.Evening => "evening",
        TimeOfDay.Bedtime => "bedtime",
    };

    /// <summary>As the end of a sentence: <c>in the morning</c>, <c>at bedtime</c>.</summary>
    public static string Phrase(this TimeOfDay time) => time switch
    {
        TimeOfDay.Morning => "in the morning",
        TimeOfDay.Midday => "at midday",
        TimeOfDay.Evening => "in the evening",
        TimeOfDay.Bedtime => "at bedtime",
    };

    public static bool TryRead(string text, out TimeOfDay time)
    {
        var match = All.Where(t => string.Equals(t.Word(), text.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        time = match.FirstOrDefault();
        return match.Count == 1;
    }
}
