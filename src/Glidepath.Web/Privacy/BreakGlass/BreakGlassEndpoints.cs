using Glidepath.Application.Privacy;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Privacy.Emergency;

/// <summary>Closing a record early, from the banner that stands on whatever page.</summary>
internal static class BreakGlassEndpoints
{
    public static void MapBreakGlass(this WebApplication app) =>
        app.MapPost("/break-glass/close", CloseAsync)
            .RequireAuthorization(Policies.Clinician)
            .Marked(EndpointClass.Record, AuditExpectation.Write);

    internal static async Task<IResult> CloseAsync(HttpContext context, BreakGlassService glass)
    {
        if ((await FormReader.ReadOwnAsync(context))?.Id("record") is not { } patientId)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        await glass.CloseAsync(patientId, context.RequestAborted);
        return TypedResults.LocalRedirect("/break-glass");
    }
}
