using System.Globalization;
using Glidepath.Cli.Shared;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Cli.Tapering;

/// <summary>
/// Reads "2026-12-10 08:00 23.5 ng/mL, …". A level without a unit, or in another, is refused: 23 nmol/L of clonazepam is 7 ng/mL.
/// </summary>
internal static class MeasuredLevelReader
{
    private const string Accepted = "accepted: date, time and level in ng/mL, such as \"2026-12-10 08:00 23.5 ng/mL\", with commas between";

    /// <param name="end">The last hour.</param>
    public static IReadOnlyList<MeasuredLevel> ReadAll(string name, string text, ScheduleHistory history, double end)
    {
        var levels = text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries).Select(part => Read(name, part, history, end)).ToList();
        return levels.Count <= Individualisation.MostLevels
            ? levels
            : throw new InputException($"{name}: {levels.Count} levels; accepted: at most {Individualisation.MostLevels}");
    }

    private static MeasuredLevel Read(string name, string part, ScheduleHistory history, double end)
    {
        var words = part.Split([' ', 'T'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 3 or > 4)
            throw new InputException($"{name}: read \"{Shared.Read.Short(part)}\"; {Accepted}");
        var day = Shared.Read.Day(name, words[0]);
        if (!TimeOnly.TryParseExact(words[1], ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            throw new InputException($"{name}: read the time \"{Shared.Read.Short(words[1])}\"; accepted: hours and minutes as 08:00");
        var value = words[2];
        var digits = value.TrimEnd([.. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/µμ%"]);
        var unit = words.Length == 4 ? words[3] : value[digits.Length..];
        if (unit.ToLowerInvariant() is not ("ng/ml" or "µg/l" or "μg/l" or "ug/l" or "mcg/l"))
            throw new InputException(
                $"{name}: read \"{Shared.Read.Short(part)}\" with the unit \"{Shared.Read.Short(unit)}\"; accepted: ng/mL, or "
                    + $"µg/L, which is the same number; convert anything else first"
            );
        var number = Shared.Read.Number(name, words.Length == 4 ? value : digits, 0, 100_000, "ng/mL", aboveLow: true);
        var hour = history.HourOf(day.ToDateTime(time));
        if (hour < 0)
            throw new InputException(
                $"{name}: \"{Shared.Read.Short(part)}\" lies before the first dose at {history.Origin:yyyy-MM-dd HH:mm}; accepted: later"
            );
        // Doses are known up to the end and no further.
        if (hour > end)
            throw new InputException(
                $"{name}: \"{Shared.Read.Short(part)}\" lies after the end, {history.Origin.AddHours(end):yyyy-MM-dd HH:mm}; "
                    + $"accepted: up to it, or a longer --days"
            );
        return new MeasuredLevel(hour, new Concentration((double)number));
    }
}
