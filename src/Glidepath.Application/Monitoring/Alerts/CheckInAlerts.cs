using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Monitoring;

/// <summary>Which alerts a check-in asks for.</summary>
internal static class CheckInAlerts
{
    /// <param name="told">What it tells of safety, and was not told by the entry that it replaces.</param>
    /// <param name="missed">Rule C2 fired on it; null where it did not.</param>
    public static IReadOnlyList<AlertAsked> Of(Guid checkInId, IReadOnlyCollection<SafetyTold> told, Fired? missed)
    {
        var asked = told.Select(t => Of(checkInId, t)).OfType<AlertAsked>().ToList();
        // That none is left is a danger sign already.
        if (asked.Exists(a => a is { Cause: AlertCause.DangerSign } && a.Said == RedSigns.Row(RedSign.NoSupply).Title))
            asked.RemoveAll(a => a.Cause is AlertCause.LowSupply);
        if (missed is not null)
            asked.Add(new(AlertCause.MissedDoses, AlertLevel.Today, missed.Rule.Title, checkInId));
        return asked;
    }

    private static AlertAsked? Of(Guid checkInId, SafetyTold told) =>
        told.Concern switch
        {
            SafetyConcern.DangerSign => new(AlertCause.DangerSign, AlertLevel.Red, told.Said!, checkInId),
            SafetyConcern.Suicide => new(AlertCause.Suicide, AlertLevel.Red, CourseRules.C3.Title, checkInId),
            SafetyConcern.CallToday => new(AlertCause.Happened, AlertLevel.Today, told.Said!, checkInId),
            SafetyConcern.OutOfMedicine => new(AlertCause.LowSupply, AlertLevel.ThisWeek, "Little medicine is left", checkInId),
            // What else is told stands in the history of safety, and one of these is told with it.
            _ => null,
        };
}
