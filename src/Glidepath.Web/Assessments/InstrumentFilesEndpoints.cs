using Glidepath.Application.Assessments;
using Glidepath.Treatment.Assessments;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Assessments;

/// <summary>Scale files for other software. A PUT of the same file again is the same version.</summary>
internal static class InstrumentFilesEndpoints
{
    public static void MapInstrumentFilesApi(this WebApplication app)
    {
        var files = app.MapGroup("/api/scale-files")
            .WithTags("Assessments")
            .DisableAntiforgery()
            .RequireAuthorization(Policies.ClinicianOrAdministrator);
        files
            .MapGet("", async (InstrumentLoading loading, CancellationToken stop) => TypedResults.Ok(await loading.ListAsync(stop)))
            .WithName("GetScaleFiles")
            .WithSummary("The files that were loaded, newest first.")
            .Marked(EndpointClass.Administration, AuditExpectation.None);
        files
            .MapPut("/{scheme}", Load)
            .WithName("PutScaleFile")
            .WithSummary("Loads a FHIR R4 Questionnaire whose text may not be shipped. The body is the file as it is.")
            .Marked(EndpointClass.Administration, AuditExpectation.None)
            .Accepts<object>("application/json", "application/fhir+json")
            .Produces<IReadOnlyList<LoadedFile>>()
            .ProducesValidationProblem()
            .ProducesProblem(404)
            .ProducesProblem(413);
    }

    internal static async Task<IResult> Load(
        string scheme,
        HttpRequest request,
        InstrumentLoading loading,
        CancellationToken cancellationToken
    )
    {
        if (FileScheme.Find(scheme) is not { } known)
            return Results.Problem(
                statusCode: StatusCodes.Status404NotFound,
                detail: AssessmentsText.T["NoSuchScaleAccepted", string.Join(", ", FileScheme.All.Select(s => s.Id))]
            );
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellationToken);
        var problems = await loading.LoadAsync(known, bytes.ToArray(), cancellationToken);
        return problems.Count > 0
            ? Results.ValidationProblem(new Dictionary<string, string[]> { ["file"] = [.. problems.Take(20).Select(p => p.ToString())] })
            : Results.Ok(await loading.ListAsync(cancellationToken));
    }
}
