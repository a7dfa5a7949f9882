using Glidepath.Application.Monitoring;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Monitoring;
using Glidepath.Web.Monitoring.Alerts;
using Glidepath.Web.Monitoring.Duty;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Monitoring;

/// <summary>How a person is from day to day: their check-ins, and who has not been heard from.</summary>
internal static class MonitoringArea
{
    public static void AddMonitoring(this WebApplicationBuilder builder)
    {
        builder.Services.AddMonitoring();
        builder.AddAlerting();
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
        builder.Services.HandOver(
            new RecordLink("Vital signs", "/vital-signs", RecordTab.Medicines, 45, DataClass.VitalSigns, typeof(VitalSignSet)),
            new RecordLink("Alerts", "/alerts", RecordTab.Medicines, 32, DataClass.CheckIns, typeof(Alert), typeof(AlertEvent))
        );
        builder.Services.AddSingleton(PhoneEntryKind.CheckIn);
        builder.Services.HandOver(new StaffBanner(typeof(AlertAlarm)));
        builder.Services.HandOver(new StaffLink("Duty", "/duty", 12, Policies.Roles[Policies.ClinicianOrDirector]));
        builder.Services.HandOver(new StaffLink("Not heard from", "/not-heard-from", 27, Policies.Roles[Policies.Clinician]));
    }

    public static void MapMonitoring(this WebApplication app)
    {
        app.MapMonitoringApi();
        app.MapAlertsApi();
        app.MapDutyApi();
        app.MapPhoneEntries();
        app.MapGet(
                "/me/check-in/reminder.ics",
                async (string? at, OwnCheckInsService checkIns, HttpContext context) =>
                    WatchService.TimeOf(at) is { } time && await checkIns.RemindersAsync(time, context.RequestAborted) is { } file
                        ? Results.File(System.Text.Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", "reminder.ics")
                        : Results.NotFound()
            )
            .ExcludeFromDescription()
            .RequireAuthorization(Policies.Patient)
            .Marked(EndpointClass.Record, AuditExpectation.Read);
    }

    private static void AddAlerting(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AlertingOptions>().BindConfiguration("Alerting");
        builder
            .Services.AddHttpClient(WebhookChannel.Client, client => client.Timeout = TimeSpan.FromSeconds(10))
            // Where it was told to send, and nowhere else.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        builder.Services.AddSingleton<IAlertChannel, WebhookChannel>().AddSingleton<IAlertChannel, MailChannel>();
        builder.Services.AddHealthChecks().AddCheck<AlertRounds>("alerts", tags: [Telemetry.AlertsTag]);
    }
}
