using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Web.Shared;
using Microsoft.Extensions.Options;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Tapering.Drafts;

/// <summary>Drafts of a person's taper for other software, and their order sheet on paper.</summary>
internal static class TaperDraftsEndpoints
{
    public static void MapTaperDraftsApi(this WebApplication app)
    {
        var api = app.MapJson("/api/patients/{id:guid}/taper-drafts", "TaperDrafts");
        api.MapGet("", async (Guid id, TaperDraftsService s, CancellationToken stop) => Found((await s.DraftsAsync(id, stop))?.All))
            .WithName("TaperDrafts")
            .WithSummary("Tapers that a prescriber planned and kept to talk over. None is approved, and none is an order.")
            .Reads(Policies.Clinician);
        Put<TaperDraftsService, SendSetAside>(
            api,
            "/{entry:guid}/set-aside",
            "SetTaperDraftAside",
            Policies.Prescriber,
            (s, id, e, b, v, stop) => s.SetAsideAsync(id, e, v, b.Why, stop),
            async (s, id, e, stop) => (await s.DraftAsync(id, e, stop))?.Draft
        );
        app.MapPost("/patients/{patientId:guid}/taper/{draftId:guid}/order-sheet", OrderSheet)
            .RequireAuthorization(Policies.Prescriber)
            .RequireRateLimiting(RateLimits.Computing)
            .WithMetadata(new StepUpAttribute())
            .Marked(EndpointClass.Record, AuditExpectation.Read);
    }

    /// <summary>A draft that the planner would answer otherwise today has no quantities to print.</summary>
    internal static async Task<IResult> OrderSheet(
        Guid patientId,
        Guid draftId,
        HttpContext context,
        TaperDraftsService drafts,
        PlannerService planner,
        ProgramTime time,
        IOptionsSnapshot<CrisisNumbers> numbers
    )
    {
        var stop = context.RequestAborted;
        if (await FormReader.ReadOwnAsync(context) is null)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        if ((await drafts.DraftAsync(patientId, draftId, stop))?.Draft is not { Stands: true } kept)
            return TypedResults.NotFound();
        if (DraftForm.PlanOf(await planner.AgainAsync(kept, time.Zone, stop), PlannerForm.Of(kept.Answers)) is not { } plan)
            return TypedResults.StatusCode(StatusCodes.Status409Conflict);
        return await drafts.PrintAsync(patientId, draftId, stop) is { } print
            ? await TaperPapers.OrderSheetAsync(TaperPapers.Of(print), plan, null, numbers.Value.Safety, planner, stop)
            : TypedResults.NotFound();
    }
}

/// <param name="Why">Why it is not followed up any more.</param>
[ValidatableType]
public sealed record SendSetAside([property: StringLength(1000, MinimumLength = 1)] string Why);
