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

    /// <summary>All that it rests on, each once.</summary>
    public static string Why(this Alert alert) => string.Join(", ", alert.Reasons.Select(r => Terms.Of(r.Said)).Distinct());
}
