using System.Globalization;
using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// One page of the calendar: four or five whole weeks from Monday, those whose Thursday is in the month. So every day stands on one page,
/// and no page has six rows.
/// </summary>
internal sealed record CalendarMonth(TaperPlan Plan, DateOnly Monday, int Weeks)
{
    public DateOnly Sunday => Monday.AddDays(7 * Weeks - 1);

    public string Name => Typography.Joined(Monday.AddDays(3).ToString("MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>In the order of time, from the week in which the plan begins to the one in which its last step begins.</summary>
    public static IReadOnlyList<CalendarMonth> Of(TaperPlan plan)
    {
        var start = plan.Steps[0].Start;
        var monday = start.AddDays(-((int)start.DayOfWeek + 6) % 7);
        return
        [
            .. Enumerable
                .Range(0, (plan.EndsOn.DayNumber - monday.DayNumber) / 7 + 1)
                .Select(w => monday.AddDays(7 * w))
                .GroupBy(m => (m.AddDays(3).Year, m.AddDays(3).Month))
                .Select(g => new CalendarMonth(plan, g.First(), g.Count())),
        ];
    }

    /// <summary>The steps with a day on this page.</summary>
    public IReadOnlyList<TaperStep> Steps => [.. Plan.LivedSteps().Where(s => s.Start <= Sunday && !(s.End < Monday))];

    /// <summary>The times of day with something to take on this page.</summary>
    public IReadOnlyList<TimeOfDay> Times => [.. Plan.Times().Where(t => Steps.Any(s => !s.Regimen[t].IsZero))];

    /// <summary>Null before the plan begins.</summary>
    public TaperStep? On(DateOnly day) => Plan.LivedSteps().LastOrDefault(s => s.Start <= day);

    /// <summary>The steps that begin on this page and the next one after it: two at least, where the plan has as many.</summary>
    public IReadOnlyList<TaperStep> Changes
    {
        get
        {
            var coming = Plan.LivedSteps().Where(s => s.Number > 0 && s.Start >= Monday).ToList();
            return [.. coming.Take(Math.Max(2, coming.Count(s => s.Start <= Sunday) + 1))];
        }
    }
}
