using Glidepath.Application.Monitoring;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Monitoring;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Monitoring;

/// <summary>How a person is from day to day: their check-ins, and who has not been heard from.</summary>
internal static class MonitoringArea
{
    public static void AddMonitoring(this WebApplicationBuilder builder)
    {
        builder.Services.AddMonitoring();
        builder.Services.HandOver(
            new RecordLink(
                "Check-ins",
                "/check-ins",
                RecordTab.Medicines,
                30,
                DataClass.CheckIns,
                typeof(CheckIn),
                typeof(CheckInRhythm),
                typeof(CheckInCall)
            )
        );
        builder.Services.HandOver(new StaffLink("Not heard from", "/not-heard-from", 27, Policies.Roles[Policies.Clinician]));
    }

    public static void MapMonitoring(this WebApplication app)
    {
        app.MapMonitoringApi();
        app.MapPhoneEntries();
    }
}
