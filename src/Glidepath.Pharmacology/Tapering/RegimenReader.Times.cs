using System.Text.RegularExpressions;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// The words for times of day. A frequency gives its dose at each of its times: BID is morning and bedtime, TID midday too, QID all four.
/// </summary>
public static partial class RegimenReader
{
    /// <summary>Words that a time phrase has at most.</summary>
    private const int LongestPhrase = 4;

    private static readonly Dictionary<string, TimeOfDay[]> Phrases = Lines(
            ("morning|mornings|am|qam|q am|breakfast", TimeOfDay.Morning),
            ("midday|mid-day|noon|afternoon|afternoons|lunch|lunchtime", TimeOfDay.Midday),
            ("evening|evenings|pm|qpm|q pm|dinner|supper", TimeOfDay.Evening),
            ("bedtime|bed time|bed|night|nightly|nights|nighttime|hs|qhs|q hs", TimeOfDay.Bedtime),
            ("12 noon", new TimeOfDay(12 * 60)),
            ("midnight|12 midnight", new TimeOfDay(0))
        )
        .Concat(
            Lines(
                "bid|twice a day|twice daily|two times a day|two times daily|2 times a day|2 times daily|2x a day|2x daily|2x/day",
                TimeOfDay.Morning,
                TimeOfDay.Bedtime
            )
        )
        .Concat(
            Lines(
                "tid|three times a day|three times daily|3 times a day|3 times daily|3x a day|3x daily|3x/day",
                TimeOfDay.Morning,
                TimeOfDay.Midday,
                TimeOfDay.Bedtime
            )
        )
        .Concat(Lines("qid|four times a day|four times daily|4 times a day|4 times daily|4x a day|4x daily|4x/day", [.. TimesOfDay.All]))
        .Concat(Lines("q12h|q 12 h|q12 hours|every 12 hours|every twelve hours", Clock(8, 20)))
        .Concat(Lines("q8h|q 8 h|q8 hours|every 8 hours|every eight hours", Clock(6, 14, 22)))
        .Concat(Lines("q6h|q 6 h|q6 hours|every 6 hours|every six hours", Clock(0, 6, 12, 18)))
        .Concat(Lines("q4h|q 4 h|q4 hours|every 4 hours|every four hours", Clock(2, 6, 10, 14, 18, 22)))
        .ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    /// <summary>Said beside a time, and adding nothing to it: "1 mg by mouth every day at bedtime".</summary>
    private static readonly HashSet<string> Fillers = new(
        [
            "at",
            "in",
            "the",
            "every",
            "each",
            "with",
            "before",
            "on",
            "around",
            "about",
            "a",
            "day",
            "daily",
            "per",
            "once",
            "po",
            "orally",
            "by",
            "mouth",
            "take",
            "taken",
        ],
        StringComparer.Ordinal
    );

    private sealed record FoundTimes(IReadOnlyList<TimeOfDay> Times, string Amount);

    /// <summary>The longest time phrase at the end of a dose, else at its beginning, and the rest.</summary>
    /// <param name="plain">In lower case, words one space apart.</param>
    private static FoundTimes? FindTimes(string plain)
    {
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(LongestPhrase, words.Length); length > 0; length--)
            if (TimesOf(words[^length..]) is { } times)
                return new(times, WithoutFillers(words[..^length]));
        for (var length = Math.Min(LongestPhrase, words.Length); length > 0; length--)
        for (var skipped = 0; skipped + length <= words.Length && (skipped == 0 || Fillers.Contains(words[skipped - 1])); skipped++)
            if (
                TimesOf(words[skipped..(skipped + length)]) is { } times
                && WithoutFillers(words[(skipped + length)..]) is var amount
                && ReadAmount(amount, out _, out _)
            )
                return new(times, amount);
        return null;
    }

    private static IReadOnlyList<TimeOfDay>? TimesOf(string[] words)
    {
        var phrase = string.Join(' ', words);
        if (Phrases.TryGetValue(phrase, out var times))
            return times;
        return ClockOf(phrase) is { } clock ? [clock] : null;
    }

    /// <summary><c>08:00</c>, <c>8:30 pm</c>, <c>8am</c>, <c>0800</c>.</summary>
    private static TimeOfDay? ClockOf(string phrase)
    {
        if (TimesOfDay.TryRead(phrase, out var exact))
            return exact;
        if (TwelveHours().Match(phrase) is { Success: true } match)
        {
            var (hour, minute) = (Number(match.Groups["hour"]), match.Groups["minute"].Success ? Number(match.Groups["minute"]) : 0);
            return hour is >= 1 and <= 12 && minute < 60
                ? new TimeOfDay((hour % 12 + (match.Groups["half"].Value is "p" ? 12 : 0)) * 60 + minute)
                : null;
        }
        return
            FourDigits().Match(phrase) is { Success: true } four && Number(four.Groups["hour"]) < 24 && Number(four.Groups["minute"]) < 60
            ? new TimeOfDay(Number(four.Groups["hour"]) * 60 + Number(four.Groups["minute"]))
            : null;
    }

    private static int Number(Group digits) => int.Parse(digits.Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string WithoutFillers(string[] words)
    {
        var (from, to) = (0, words.Length);
        while (to > from && Fillers.Contains(words[to - 1]))
            to--;
        while (from < to && words[from] is "take" or "taken")
            from++;
        return string.Join(' ', words[from..to]);
    }

    private static TimeOfDay[] Clock(params int[] hours) => [.. hours.Select(h => new TimeOfDay(h * 60))];

    private static IEnumerable<KeyValuePair<string, TimeOfDay[]>> Lines(string words, params TimeOfDay[] times) =>
        words.Split('|').Select(w => KeyValuePair.Create(w, times));

    private static Dictionary<string, TimeOfDay[]> Lines(params (string Words, TimeOfDay Time)[] lines) =>
        lines.SelectMany(l => Lines(l.Words, l.Time)).ToDictionary(StringComparer.Ordinal);

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{2}))? ?(?<half>[ap])m$")]
    private static partial Regex TwelveHours();

    [GeneratedRegex("^(?<hour>[0-9]{2})(?<minute>[0-9]{2})(?: ?(?:h|hrs|hours))?$")]
    private static partial Regex FourDigits();

    /// <summary>Behind a time that stands before its amount: "morning: 1 mg".</summary>
    [GeneratedRegex(@":(?=\s)|\.$")]
    private static partial Regex Ends();

    /// <summary>"1 am" may be 1 mg in the morning or an hour of the night.</summary>
    [GeneratedRegex("^[0-9]{1,2} ?[ap]m$")]
    private static partial Regex BareClock();

    [GeneratedRegex(
        @"(?:\b(?:once|once a day|once daily|daily|every ?day|each day|qd|od|q ?day|q24h|a day|per day|every 24 hours)|/ ?day)$"
    )]
    private static partial Regex OnceDaily();

    [GeneratedRegex(
        @"\b(?:every (?:other|2|two|second|3|three|third)|other day|alternate|alternating|qod|eod|q48h|prn|needed|required|week|weekly|weekdays?|weekends?|month|monthly|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b"
    )]
    private static partial Regex NotDaily();

    /// <summary>Abbreviations with points: b.i.d., a.m.</summary>
    [GeneratedRegex(@"(?<![a-z.])(?:[a-z]\.){1,3}[a-z]?\.?(?![a-z])")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>"one and a half tablets" is one amount.</summary>
    [GeneratedRegex(@"\band\b(?!\s+(?:an?\s+)?(?:half|quarter)|\s+three\s+quarters)", RegexOptions.IgnoreCase)]
    private static partial Regex And();
}
