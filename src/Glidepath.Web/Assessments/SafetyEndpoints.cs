using Glidepath.Application.Assessments;
using Glidepath.Treatment.Assessments;
using Glidepath.Web.Privacy;
using Glidepath.Web.Shared;

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
            .RequireAuthorization(Policies.Clinician)
            .Marked(DataClass.Record, AuditExpectation.Read)
            .Produces<IReadOnlyList<OpenSafetyStep>>();
        var steps = app.MapGroup("/api/patients/{patientId:guid}/safety-steps/{stepId:guid}")
            .WithTags("Safety")
            .DisableAntiforgery()
            .RequireAuthorization(Policies.Clinician);
        steps
            .MapGet("", Get)
            .WithName("GetSafetyStep")
            .WithSummary("One step.")
            .Marked(DataClass.Record, AuditExpectation.Read)
            .Produces<SafetyDocument>()
            .ProducesProblem(404);
        steps
            .MapPost("/actions", Act)
            .WithName("PostSafetyAction")
            .WithSummary("What was asked and done. Every field is answered: no is an answer, silence is not.")
            .Marked(DataClass.Record, AuditExpectation.Write)
            .Produces<SafetyDocument>()
            .ProducesProblem(404)
            .ProducesProblem(409);
        steps
            .MapPost("/close", Close)
            .WithName("CloseSafetyStep")
            .WithSummary("Only after an action that reached the person.")
            .Marked(DataClass.Record, AuditExpectation.Write)
            .Produces<SafetyDocument>()
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    internal static async Task<IResult> Mine(OpenSafetySteps open, CancellationToken cancellationToken) =>
        Results.Ok(await open.ForMeAsync(cancellationToken));

    internal static async Task<IResult> Get(Guid patientId, Guid stepId, SafetySteps steps, CancellationToken cancellationToken) =>
        Answer(await steps.LoadAsync(patientId, stepId, cancellationToken));

    internal static async Task<IResult> Act(
        Guid patientId,
        Guid stepId,
        SafetyActionDetails details,
        SafetySteps steps,
        CancellationToken cancellationToken
    ) => Answer(await steps.ActAsync(patientId, stepId, details, cancellationToken));

    internal static async Task<IResult> Close(
        Guid patientId,
        Guid stepId,
        SafetyClose close,
        SafetySteps steps,
        CancellationToken cancellationToken
    ) => Answer(await steps.CloseAsync(patientId, stepId, close.Outcome, cancellationToken));

    private static IResult Answer(SafetyView? view) =>
        view is null ? AssessmentsEndpoints.NoSuchPerson : Results.Ok(SafetyDocument.Of(view));
}
