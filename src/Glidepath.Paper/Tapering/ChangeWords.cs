using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>The change of medicine that comes before a taper, in words that both papers use. Drugs are never shortened.</summary>
internal static class ChangeWords
{
    /// <summary><c>Clonazepam 1 mg a day to diazepam 10 mg a day, Nov 30, 2026 to Dec 7, 2026.</c></summary>
    public static string Whole(CrossOver change) =>
        $"{Letters.Capital(change.From.Name)} {change.Taken.DailyDose} a day to {change.To.Name} {change.Stages[^1].To.DailyDose} a day, "
        + $"{change.Start.Short()} to {change.CompleteOn.Short()}.";

    public static string Dates(CrossOver change, CrossOverStage stage) =>
        $"{(change.EndOf(stage) > stage.Start ? $"{stage.Start.Weekday()} to " : "")}{change.EndOf(stage).Weekday()} "
        + $"({PaperWords.Days(change.EndOf(stage).DayNumber - stage.Start.DayNumber + 1)})";

    /// <summary><c>clonazepam 0.5 mg (one 0.5 mg tablet)</c>; a dose that the stock does not make is taken as now.</summary>
    public static IReadOnlyList<Span> Dose(CrossOverDose dose) =>
        [
            Span.Strong(Typography.Joined($"{dose.Drug.Name} {dose.Dose}")),
            new($" ({(dose.Made is { } made ? Sig.For(made).InWords() : "as you take it now")})"),
        ];

    public static string Reviews(CrossOver change) =>
        string.Join(", ", change.Reviews.Select(r => r.To > r.From ? $"{r.From.Day()} to {r.To.Day()}" : r.From.Day()));
}
