using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Monitoring;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Monitoring;

/// <summary>Alerts in the words of staff, wherever they are shown.</summary>
internal static class AlertWords
{
    public static string InWords(this AlertLevel level) =>
        level switch
        {
            AlertLevel.Red => T["AlertRed"],
            AlertLevel.Today => T["AlertToday"],
            AlertLevel.ThisWeek => T["AlertThisWeek"],
        };

    public static string InWords(this AlertState state) =>
        state switch
        {
            AlertState.Open => T["AlertNotAcknowledged"],
            AlertState.Acknowledged => T["AlertAcknowledged"],
            AlertState.Acted => T["AlertActed"],
            AlertState.Closed => T["AlertClosed"],
        };

    public static string InWords(this AlertTo to) =>
        to switch
        {
            AlertTo.Nurse => T["AlertToNurse"],
            AlertTo.Prescriber => T["AlertToPrescriber"],
            AlertTo.Director => T["AlertToDirector"],
        };

    /// <summary>When it is due where nobody acknowledged the alert, such as "20 min".</summary>
    public static string InWords(this EscalationStep step) =>
        step switch
        {
            { At: { } at, After.TotalDays: >= 1 } => T[
                "StepDaysAt",
                (int)step.After.TotalDays,
                at.ToString("h tt", CultureInfo.InvariantCulture)
            ],
            { At: { } at } => T["StepNextAt", at.ToString("h tt", CultureInfo.InvariantCulture)],
            { After.Ticks: 0 } => T["StepAtOnce"],
            { After.TotalHours: >= 1 } => T["StepHours", (int)step.After.TotalHours],
            _ => T["StepMinutes", (int)step.After.TotalMinutes],
        };

    /// <summary>All that it rests on, each once.</summary>
    public static string Why(this Alert alert) => string.Join(", ", alert.Reasons.Select(r => Terms.Of(r.Said)).Distinct());
}
