using Glidepath.Application.Shared;
using Glidepath.Application.Visits;
using Glidepath.Treatment.Visits;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Visits;

/// <summary>Visits: planned, moved, called off, and how each ended; the day's list, and the patient's own calendar.</summary>
internal static class VisitsArea
{
    public static void AddVisits(this WebApplicationBuilder builder)
    {
        builder.Services.AddVisits();
        builder.Services.HandOver(
            new RecordLink("Visits", "/visits", RecordTab.Care, 50, DataClass.Appointments, typeof(Appointment), typeof(AppointmentStep))
        );
        builder.Services.HandOver(new StaffLink("Visits", "/visits", 15, Policies.Roles[Policies.Visiting]));
    }

    public static void MapVisits(this WebApplication app)
    {
        app.MapVisitsApi();
        app.MapGet(
                "/me/visits/{calendar:guid}.ics",
                async (Guid calendar, OwnVisitsService visits, HttpContext context) =>
                    await visits.CalendarAsync(calendar, context.RequestAborted) is { } file
                        ? Results.File(System.Text.Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", "appointment.ics")
                        : Results.NotFound()
            )
            .ExcludeFromDescription()
            .RequireAuthorization(Policies.Patient)
            .Marked(EndpointClass.Record, AuditExpectation.Read);
    }
}
