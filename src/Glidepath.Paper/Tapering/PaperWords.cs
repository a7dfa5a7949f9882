using System.Globalization;
using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>Dates and times of day as a person in the United States reads them. None is broken by the end of a line.</summary>
internal static class PaperWords
{
    /// <summary><c>Nov 30, 2026</c>.</summary>
    public static string Short(this DateOnly day) => Typography.Joined(day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture));

    /// <summary><c>Mon Nov 30, 2026</c>.</summary>
    public static string WithWeekday(this DateOnly day) => Typography.Joined(day.ToString("ddd MMM d, yyyy", CultureInfo.InvariantCulture));

    /// <summary>First and last day of a step, the year once where it is one; the final step has no last day.</summary>
    public static string Dates(this TaperStep step) =>
        step.End is not { } end ? $"From {step.Start.WithWeekday()}, on"
        : end == step.Start ? step.Start.WithWeekday()
        : end.Year == step.Start.Year
            ? $"{Typography.Joined(step.Start.ToString("ddd MMM d", CultureInfo.InvariantCulture))} to {end.WithWeekday()}"
        : $"{step.Start.WithWeekday()}, to {end.WithWeekday()}";

    /// <summary>First and last day: <c>Dec 20</c>, <c>Dec 20 to Dec 26</c>; the year stands with the last.</summary>
    public static string Span(DateOnly first, DateOnly last) =>
        first == last ? first.Short() : $"{(first.Year == last.Year ? first.Day() : first.Short())} to {last.Short()}";

    public static string Days(int days) => days == 1 ? $"1{Typography.Joint}day" : $"{days}{Typography.Joint}days";

    /// <summary>For a narrow column: <c>AM</c>, <c>Bed</c>; <c>8:30a</c> where the time has no name.</summary>
    public static string Abbreviation(this TimeOfDay time) =>
        time == TimeOfDay.Morning ? "AM"
        : time == TimeOfDay.Midday ? "Mid"
        : time == TimeOfDay.Evening ? "Eve"
        : time == TimeOfDay.Bedtime ? "Bed"
        : time.Clock()
            .Replace(" am", "a", StringComparison.Ordinal)
            .Replace(" pm", "p", StringComparison.Ordinal)
            .Replace("12 ", "", StringComparison.Ordinal);

    /// <summary>What <see cref="Abbreviation"/> stands for.</summary>
    public static string Name(this TimeOfDay time) => time.IsNamed ? time.Word() : time.Clock();

    /// <summary>The times at which the plan has something to take, in the order of the day.</summary>
    public static IReadOnlyList<TimeOfDay> Times(this TaperPlan plan) =>
        [.. plan.Steps.SelectMany(s => s.Regimen.Times).Distinct().Order()];

    /// <summary>The steps that last; a starting regimen that is cut at once has no day.</summary>
    public static IEnumerable<TaperStep> LivedSteps(this TaperPlan plan) => plan.Steps.Where(s => s.Days != 0);
}
