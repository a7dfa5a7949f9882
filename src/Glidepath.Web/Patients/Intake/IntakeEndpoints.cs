using Glidepath.Application.Patients;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Patients.Intake;

/// <summary>The intake for other software. One wrong answer and nothing of the request is saved.</summary>
internal static class IntakeEndpoints
{
    public static void MapIntakeApi(this WebApplication app)
    {
        var intake = app.MapJson("/api/patients/{patientId:guid}/intake", "Intake");
        intake
            .MapGet("", Get)
            .WithName("GetIntake")
            .WithSummary("All parts with their answers, and what the guideline says of them.")
            .Reads(Policies.Clinician)
            .Produces<IntakeDocument>();
        intake
            .MapGet("/{part}", GetPart)
            .WithName("GetIntakePart")
            .WithSummary("One part, p1 to p13.")
            .Reads(Policies.Clinician)
            .Produces<PartDocument>();
        intake
            .MapPut("/{part}", PutPart)
            .WithName("PutIntakePart")
            .WithSummary(
                "Changes the answers that are given and keeps the others. A suicide answer opens a safety step; until an action "
                    + "is recorded, no other part is saved."
            )
            .Changes(Policies.Clinician)
            .Produces<PartSaved>()
            .ProducesValidationProblem();
        intake
            .MapPost("/check", Check)
            .WithName("CheckIntake")
            .WithSummary("The answers were read back to the person.")
            .WritesOnlyOnce(Policies.Clinician)
            .Produces(204);
    }

    internal static async Task<IResult> Get(Guid patientId, IntakeService intakes, CancellationToken cancellationToken) =>
        await intakes.LoadAsync(patientId, cancellationToken) is { } view ? Results.Ok(IntakeDocument.Of(view)) : NoSuchPerson();

    internal static async Task<IResult> GetPart(
        Guid patientId,
        string part,
        IntakeService intakes,
        HttpResponse response,
        CancellationToken cancellationToken
    ) =>
        await intakes.LoadAsync(patientId, cancellationToken) is { } view && IntakeParts.Find(part) is { } found
            ? Found(PartDocument.Of(view, found), response, view.Section(found)?.Version)
            : NoSuchPerson();

    internal static async Task<IResult> PutPart(
        Guid patientId,
        string part,
        PartChange change,
        IntakeService intakes,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (await intakes.LoadAsync(patientId, cancellationToken) is not { } view || IntakeParts.Find(part) is not { } found)
            return NoSuchPerson();
        if (change.Answers is null)
            return Results.ValidationProblem(
                new Dictionary<string, string[]> { ["answers"] = [IntakeText.T["ExpectedAnswersByQuestionId"]] }
            );
        var wrong = change
            .Answers.Select(a => (a.Key, Problem: Problem(found, a.Key, a.Value, view.Today)))
            .Where(a => a.Problem is not null)
            .ToDictionary(a => $"answers.{a.Key}", a => new[] { a.Problem! });
        if (wrong.Count > 0)
            return Results.ValidationProblem(wrong);
        var changes = change.Answers.ToDictionary(a => a.Key, a => new IntakeAnswer(a.Value.State, a.Value.Value));
        if (
            await intakes.SaveAsync(patientId, found, changes, VersionSeen(context), allOrNothing: true, cancellationToken) is not { } saved
            || await intakes.LoadAsync(patientId, cancellationToken) is not { } after
        )
            return NoSuchPerson();
        if (saved.IsHeld)
            return Results.Problem(
                statusCode: StatusCodes.Status409Conflict,
                title: IntakeText.T["TheSafetyStepComesFirst"],
                detail: IntakeText.T["NothingSavedAnAnswerSpeaksOfSuicide"],
                extensions: new Dictionary<string, object?> { ["safetyStepId"] = saved.SafetyStepId }
            );
        return saved.IsClean
            ? Found(new PartSaved(PartDocument.Of(after, found), saved.SafetyStepId), context.Response, after.Section(found)?.Version)
            : Results.Problem(
                new ProblemDetails
                {
                    Status = StatusCodes.Status409Conflict,
                    Title = IntakeText.T["SomeoneElseChangedThisPart"],
                    Detail = saved.SafetyStepId is null
                        ? IntakeText.T["NothingSavedReadBothThenSend"]
                        : IntakeText.T["NoAnswerSavedButOneSpeaksOfSuicide"],
                    Extensions =
                    {
                        ["version"] = saved.Version,
                        ["clashes"] = saved.Clashes,
                        ["safetyStepId"] = saved.SafetyStepId,
                    },
                }
            );
    }

    internal static async Task<IResult> Check(Guid patientId, IntakeService intakes, CancellationToken cancellationToken) =>
        await intakes.CheckAsync(patientId, cancellationToken) is null ? NoSuchPerson() : Results.NoContent();

    private static string? Problem(IntakePart part, string id, GivenAnswer? given, DateOnly today) =>
        (IntakeQuestions.Find(id), given) switch
        {
            ({ } question, _) when question.Part != part => IntakeText.T[
                "NotAQuestionOfThisPart",
                string.Join(", ", IntakeQuestions.Of(part).Select(q => q.Id))
            ],
            (null, _) => IntakeText.T["NoSuchQuestion", string.Join(", ", IntakeQuestions.Of(part).Select(q => q.Id))],
            (_, null) => IntakeText.T["ExpectedAStateAndAValue"],
            (_, { State: not AnswerState.Given, Value: not null }) => IntakeText.T["AValueGoesOnlyWithTheStateGiven"],
            ({ } question, { } answer) => IntakeForm.Problem(question, new IntakeAnswer(answer.State, answer.Value), today),
        };
}
