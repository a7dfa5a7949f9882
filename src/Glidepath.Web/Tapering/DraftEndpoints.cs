using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Tapering;

/// <summary>The planner for other software. A draft comes back; nothing is stored.</summary>
internal static class DraftEndpoints
{
    public static void MapDraftApi(this WebApplication app)
    {
        var plans = app.MapGroup("/api/plans").WithTags("Plans").RequireRateLimiting(RateLimits.Computing).DisableAntiforgery().Open();
        plans
            .MapPost("/draft", Draft)
            .WithName("DraftPlan")
            .Produces<PlanDocument>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        plans
            .MapPost("/choices", Choices)
            .WithName("CompareChoices")
            .Produces<ChoicesDocument>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A taper in which every dose can be dispensed. A draft for a prescriber, never an order.</summary>
    internal static async Task<IResult> Draft(
        DraftPlan draft,
        PlannerService planner,
        IOptionsSnapshot<CrisisNumbers> numbers,
        ProgramTime time,
        CancellationToken cancellationToken
    )
    {
        var errors = new FieldErrors();
        if (DraftReader.Read(draft, time.Today, errors) is not { } request)
            return Invalid(errors);
        var result = await planner.PlanAsync(request, cancellationToken);
        return result.Refusal is { } refusal ? NoPlan(refusal) : Json(AdviceJson.Of(result, request, numbers.Value.Safety));
    }

    /// <summary>The same taper from each sensible stock, side by side.</summary>
    internal static async Task<IResult> Choices(
        DraftPlan draft,
        PlannerService planner,
        IOptionsSnapshot<CrisisNumbers> numbers,
        ProgramTime time,
        CancellationToken cancellationToken
    )
    {
        var errors = new FieldErrors();
        if (DraftReader.Read(draft, time.Today, errors) is not { } request)
            return Invalid(errors);
        if (TaperPlanner.RefuseOutright(request) is { } refusal)
            return NoPlan(refusal);
        var choices = await planner.ChoicesAsync(request, cancellationToken);
        return choices.Any(c => c.Result.Plan is not null) ? Json(ChoicesDocument.Of(choices, request, numbers.Value.Safety).ToJson())
            : choices[0].Result is { Refusal: { } no } ? NoPlan(no)
            : Json(AdviceJson.Of(choices[0].Result, request, numbers.Value.Safety));
    }

    private static IResult Json(string document) => Results.Text(document, "application/json");

    private static IResult Invalid(FieldErrors errors) =>
        Results.ValidationProblem(errors.All.ToDictionary(e => e.Field, e => new[] { e.Message }));

    /// <summary>A clinical no is an answer, not a mistake of the caller.</summary>
    private static IResult NoPlan(Refusal refusal) =>
        Results.Problem(
            new ProblemDetails
            {
                Status = StatusCodes.Status422UnprocessableEntity,
                Title = Title(refusal.Limit),
                Detail = refusal.Message,
                Extensions = { ["limit"] = refusal.Limit.ToString(), ["whatWouldDo"] = refusal.Relaxations },
            }
        );

    private static string Title(BindingLimit limit) =>
        limit switch
        {
            BindingLimit.Person => TaperingText.T["NoPlanIsMadeForThisPerson"],
            BindingLimit.CareFirst => TaperingText.T["CareComesFirst"],
            BindingLimit.Specialist => TaperingText.T["ASpecialistDecides"],
            BindingLimit.CheckNumber => TaperingText.T["CheckThisNumber"],
            _ => TaperingText.T["NoPlan"],
        };
}
