using System.Text.Json;
using System.Text.Json.Serialization;
using Glidepath.Application.Facilities;
using Glidepath.Application.Shared;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Facilities;

/// <summary>
/// The directory as Open Referral's HSDS 3.2, which 211 centres exchange. Whole pages only: a search by code would be a need in an address,
/// so that <c>search</c>, <c>taxonomy_term_id</c> and the like are not read; needs go to POST /api/matches.
/// </summary>
internal static class HsdsEndpoints
{
    private const string Version = "3.2",
        Profile = "https://docs.openreferral.org/en/latest/hsds/";

    private const int PerPage = 25,
        MostPerPage = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void MapHsds(this WebApplication app)
    {
        var hsds = app.MapGroup("/api/hsds").WithTags("HSDS").RequireRateLimiting(RateLimits.Export).Open();
        hsds.MapGet("", About).WithName("GetHsdsAbout").Produces<HsdsAbout>();
        hsds.MapGet("/services", Services).WithName("ListHsdsServices").Produces<HsdsPage>().ProducesValidationProblem();
        hsds.MapGet("/services/{id:guid}", Service)
            .WithName("GetHsdsService")
            .Produces<HsdsService>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult About(HttpRequest request) =>
        Results.Json(new HsdsAbout(Version, Profile, $"{request.Scheme}://{request.Host}{request.PathBase}/openapi/v1.json"), Json);

    /// <param name="page">From 1.</param>
    /// <param name="perPage">1 to 100: a service with all that its codes mean is about 60 kB.</param>
    /// <param name="full">False: only what a service has one of.</param>
    private static IResult Services(
        LoadedDirectory directory,
        int page = 1,
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "per_page")] int perPage = PerPage,
        bool full = true
    )
    {
        var errors = new FieldErrors();
        if (page < 1)
            errors.Add("page", FacilitiesText.T["PagesAreCountedFrom1"]);
        if (perPage is < 1 or > MostPerPage)
            errors.Add("per_page", FacilitiesText.T["APageHolds1ToServices", MostPerPage]);
        if (errors.Any)
            return Results.ValidationProblem(errors.All.ToDictionary(e => e.Field, e => new[] { e.Message }));
        var (all, mapper) = (directory.Programmes, new HsdsMapper(directory.Codes));
        var pages = (all.Count + perPage - 1) / perPage;
        List<HsdsService> contents =
        [
            .. page > pages ? [] : all.Skip((page - 1) * perPage).Take(perPage).Select(p => mapper.Service(p.Place, p.Programme, full)),
        ];
        return Results.Json(
            new HsdsPage(all.Count, pages, page, contents.Count, page == 1, page >= pages, contents.Count == 0, contents),
            Json
        );
    }

    private static IResult Service(Guid id, LoadedDirectory directory) =>
        directory.Programmes.FirstOrDefault(p => p.Programme.Id == id) is { Programme: not null } found
            ? Results.Json(new HsdsMapper(directory.Codes).Service(found.Place, found.Programme, isFull: true), Json)
            : TypedResults.NotFound();
}
