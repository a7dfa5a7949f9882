using Glidepath.Application.Facilities;
using Glidepath.Storage.Facilities;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Glidepath.Web.Facilities;

/// <summary>What /admin/directory does, for other software.</summary>
internal static class DirectoryEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapDirectoryApi(this WebApplication app)
    {
        // The session cookie is SameSite=Strict and no form can send these kinds of body.
        var directory = app.MapGroup("/api/directory")
            .WithTags("Facilities")
            .DisableAntiforgery()
            .RequireAuthorization(Policies.Administrator);
        directory
            .MapGet("", Summary)
            .WithName("GetDirectory")
            .WithSummary("Which editions the directory stands on, and how many places and programs it holds.")
            .Marked(EndpointClass.Administration, AuditExpectation.None);
        directory
            .MapPost("/imports", Import)
            .WithName("ImportDirectory")
            .WithSummary(
                "A SAMHSA National Directory (XLSX), a FindTreatment.gov export (CSV, XLSX) or an answer of the locator (JSON). "
                    + "Without dryRun=false nothing is changed."
            )
            .Accepts<Stream>("application/octet-stream", Workbook, "text/csv", "application/json")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithMetadata(new StepUpAttribute(), new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(DirectoryUploads.MostBytes))
            .RequireRateLimiting(RateLimits.Computing)
            .Marked(EndpointClass.Administration, AuditExpectation.Write);
    }

    private static async Task<Ok<DirectorySummary>> Summary(DirectoryAdmin admin, CancellationToken cancellationToken) =>
        TypedResults.Ok(await admin.SummaryAsync(cancellationToken));

    /// <param name="name">Of the file, which most have their edition in.</param>
    /// <param name="edition">A year or a day, where the name does not tell it.</param>
    /// <param name="allowDrop">Take it though it has over 15 % fewer rows than are known, or is an older edition.</param>
    private static async Task<Results<Ok<DirectoryImport>, ValidationProblem, ProblemHttpResult>> Import(
        HttpRequest request,
        DirectoryAdmin admin,
        CancellationToken cancellationToken,
        string? name = null,
        string? edition = null,
        bool dryRun = true,
        bool allowDrop = false
    )
    {
        var (import, refusal, isDrop) = await admin.TakeAsync(
            request.Body,
            name ?? "",
            new(string.IsNullOrWhiteSpace(edition) ? null : edition, dryRun, allowDrop),
            cancellationToken
        );
        return import is not null ? TypedResults.Ok(import)
            : isDrop ? TypedResults.Problem(refusal, statusCode: StatusCodes.Status409Conflict)
            : TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["file"] = [refusal!] });
    }
}
