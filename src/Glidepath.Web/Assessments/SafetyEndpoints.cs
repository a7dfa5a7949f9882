using Glidepath.Application.Assessments;
using Glidepath.Treatment.Assessments;
using Glidepath.Web.Shared;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Assessments;

public sealed record SafetyDocument(
    Guid Id,
    SafetyTrigger Trigger,
    SafetyState State,
    DateTime OpenedAt,
    bool NeedsAction,
    bool PersonReached,
    int Actions,
    DateTime? ClosedAt
)
{
    public static SafetyDocument Of(SafetyView v) =>
        new(
            v.Step.Id,
            v.Step.Trigger,
            v.Step.State,
            v.Step.OpenedAt,
            v.Step.NeedsAction,
            v.Step.PersonReached,
            v.Actions.Count,
            v.Step.ClosedAt
        );
}

/// <param name="Outcome">How it ended.</param>
public sealed record SafetyClose(string Outcome);

/// <summary>The safety step for other software.</summary>
internal static class SafetyEndpoints
{
    public static void MapSafetyApi(this WebApplication app)
    {
        app.MapGet("/api/safety-steps", Mine)
            .WithTags("Safety")
            .WithName("GetOpenSafetySteps")
            .WithSummary("Steps on which nobody has acted, of the people on whose care team one is.")
            .Reads(Policies.Clinician)
            .Produces<IReadOnlyList<OpenSafetyStep>>();
        var steps = app.MapJson("/api/patients/{patientId:guid}/safety-steps/{stepId:guid}", "Safety");
        steps.MapGet("", Get).WithName("GetSafetyStep").WithSummary("One step.").Reads(Policies.Clinician).Produces<SafetyDocument>();
        steps
            .MapPost("/actions", Act)
            .WithName("PostSafetyAction")
            .WithSummary(
                "What was asked and done. Every field is answered: no is an answer, silence is not. It stands beside what others did."
            )
            .WritesOnlyOnce(Policies.Clinician)
            .Produces<SafetyDocument>();
        steps
            .MapPost("/close", Close)
            .WithName("CloseSafetyStep")
            .WithSummary("Only after an action that reached the person.")
            .WritesOnlyOnce(Policies.Clinician)
            .AtVersion()
            .Produces<SafetyDocument>();
    }

    internal static async Task<IResult> Mine(OpenSafetySteps open, CancellationToken cancellationToken) =>
        Results.Ok(await open.ForMeAsync(cancellationToken));

    internal static async Task<IResult> Get(
        Guid patientId,
        Guid stepId,
        SafetySteps steps,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Answer(await steps.LoadAsync(patientId, stepId, cancellationToken), response);

    internal static async Task<IResult> Act(
        Guid patientId,
        Guid stepId,
        SafetyActionDetails details,
        SafetySteps steps,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Answer(await steps.ActAsync(patientId, stepId, details, cancellationToken), response);

    internal static async Task<IResult> Close(
        Guid patientId,
        Guid stepId,
        SafetyClose close,
        SafetySteps steps,
        HttpContext context,
        CancellationToken cancellationToken
    ) => Answer(await steps.CloseAsync(patientId, stepId, close.Outcome, VersionSeen(context), cancellationToken), context.Response);

    private static IResult Answer(SafetyView? view, HttpResponse response) =>
        Found(view is null ? null : SafetyDocument.Of(view), response, view?.Step.Version);
}
