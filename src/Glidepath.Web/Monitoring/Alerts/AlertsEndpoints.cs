using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Monitoring;
using Glidepath.Web.Shared;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Monitoring.Alerts;

/// <summary>Alerts for other software.</summary>
internal static class AlertsEndpoints
{
    public static void MapAlertsApi(this WebApplication app)
    {
        app.MapJson("/api/alerts", "Alerts")
            .MapGet("", async (DutyListService s, CancellationToken stop) => Results.Ok((await s.ListAsync(stop)).Open))
            .WithName("Alerts")
            .WithSummary("Alerts that are not closed, of people whom the caller treats or covers: red first.")
            .Reads(Policies.Clinician);
        // Yes or no, and nothing of anybody: the page that follows asks every half minute.
        app.MapGet(
                "/duty/other/{mark}",
                async (string mark, DutyListService s, CancellationToken stop) =>
                    await s.IsOtherAsync(mark, stop) ? Results.Ok() : Results.NoContent()
            )
            .ExcludeFromDescription()
            .RequireAuthorization(Policies.ClinicianOrDirector)
            .Marked(EndpointClass.Public, AuditExpectation.None);
        var api = app.MapJson("/api/patients/{id:guid}/alerts", "Alerts");
        api.MapGet(
                "/{entry:guid}",
                async (Guid id, Guid entry, AlertsService s, CancellationToken stop) => Found(await OneAsync(s, id, entry, stop))
            )
            .WithName("Alert")
            .WithSummary("One alert: what it rests on, who was told, and what was done.")
            .Reads(Policies.Clinician);
        Put<AlertsService, SendAcknowledged>(
            api,
            "/{entry:guid}/acknowledged",
            "AcknowledgeAlert",
            Policies.Monitoring,
            (s, id, e, _, v, stop) => s.AcknowledgeAsync(id, e, v, null, stop),
            OneAsync
        );
        Put<AlertsService, SendActed>(
            api,
            "/{entry:guid}/acted",
            "ActOnAlert",
            Policies.Monitoring,
            (s, id, e, b, v, stop) => s.ActAsync(id, e, new AlertActed(b.WasReached, b.What, b.Closes), v, null, stop),
            OneAsync
        );
        Put<AlertsService, SendAlertOutcome>(
            api,
            "/{entry:guid}/closed",
            "CloseAlert",
            Policies.Monitoring,
            (s, id, e, b, v, stop) => s.CloseAsync(id, e, b.Outcome, v, null, stop),
            OneAsync
        );
    }

    private static async Task<object?> OneAsync(AlertsService service, Guid id, Guid entry, CancellationToken stop) =>
        (await service.LookAsync(id, entry, stop))?.Row;
}

/// <summary>Nothing is said with it.</summary>
[ValidatableType]
public sealed record SendAcknowledged;

/// <param name="What">What was done or tried.</param>
/// <param name="Closes">Nothing more is needed.</param>
[ValidatableType]
public sealed record SendActed(bool WasReached, [property: StringLength(1000, MinimumLength = 1)] string What, bool Closes = false);

/// <param name="Outcome">What was done.</param>
[ValidatableType]
public sealed record SendAlertOutcome([property: StringLength(1000, MinimumLength = 1)] string Outcome);
