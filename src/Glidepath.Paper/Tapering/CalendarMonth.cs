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
    /// <summary>Where the steps of the plan wait for a person.</summary>
    public DecidedDays? Only { get; init; }

    public DateOnly Sunday => Monday.AddDays(7 * Weeks - 1);

    public string Name => Typography.Joined(Monday.AddDays(3).ToString("MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>In the order of time, from the week in which the plan begins to the one in which its last step begins.</summary>
    public static IReadOnlyList<CalendarMonth> Of(TaperPlan plan)
    {
        var start = plan.BeginsOn;
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

    /// <summary>The steps with a day on this page; the last stage of a change is the first step before its time.</summary>
    public IReadOnlyList<TaperStep> Steps => [.. Plan.LivedSteps().Where(s => From(s) <= Sunday && !(s.End < Monday))];

    /// <summary>The times of day with something to take on this page.</summary>
    public IReadOnlyList<TimeOfDay> Times => [.. Plan.Times().Where(t => Steps.Any(s => !s.Regimen[t].IsZero))];

    /// <summary>The stage of a change of medicine that a day is in; null where it is in none.</summary>
    public CrossOverStage? StageOn(DateOnly day) =>
        day < Plan.Steps[0].Start ? Plan.Change?.Stages.LastOrDefault(s => s.Start <= day) : null;

    /// <summary>Null before the plan begins, and while two medicines are taken.</summary>
    public TaperStep? On(DateOnly day) => Plan.LivedSteps().LastOrDefault(s => From(s) <= day);

    private DateOnly From(TaperStep step) => step.Number == 0 && Plan.Change is { } change ? change.CompleteOn : step.Start;

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
