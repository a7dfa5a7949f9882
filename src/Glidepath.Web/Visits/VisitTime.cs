using Glidepath.Application.Shared;
using Glidepath.Application.Visits;

namespace Glidepath.Web.Visits;

/// <summary>Instants as times of day where the program is.</summary>
internal static class VisitTime
{
    /// <summary>"10:00 AM to 10:30 AM".</summary>
    public static string Of(VisitTimes times, TimeZoneInfo zone) =>
        VisitsText.T["FromTo", zone.Clock(times.StartsAt), zone.Clock(times.EndsAt)];
}
