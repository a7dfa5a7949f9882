using Glidepath.Application.Facilities;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Facilities;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Facilities;

/// <summary>The finder for other software. What is asked stands in the body, is used for the answer and kept nowhere.</summary>
internal static class MatchEndpoints
{
    public static void MapMatchApi(this WebApplication app)
    {
        var facilities = app.MapGroup("/api").WithTags("Facilities").RequireRateLimiting(RateLimits.Computing).DisableAntiforgery().Open();
        facilities.MapPost("/matches", Match).WithName("MatchFacilities").Produces<MatchAnswer>().ProducesValidationProblem();
        facilities.MapPost("/facilities/compare", Compare).WithName("CompareFacilities").Produces<Comparison>().ProducesValidationProblem();
        facilities.MapGet("/facilities/{id:guid}", One).WithName("GetFacility").Produces<Place>().Produces(StatusCodes.Status404NotFound);
        facilities.MapGet("/criteria", () => TypedResults.Ok(CriterionTable.All)).WithName("ListCriteria");
    }

    private static IResult Match(MatchRequest request, FinderService finder)
    {
        var errors = new FieldErrors();
        return request.Needs(finder.Near, errors) is { } needs
            ? TypedResults.Ok(MatchAnswer.Of(finder.Match(needs, request.Take), finder.Edition))
            : Invalid(errors);
    }

    private static IResult Compare(CompareRequest request, FinderService finder)
    {
        var errors = new FieldErrors();
        var places = request.Ids.Distinct().Select(finder.Place).OfType<Place>().ToList();
        if (places.Count != request.Ids.Count || places.Count is < Comparison.Fewest or > Comparison.Most)
            errors.Add("ids", FacilitiesText.T["NameToPlacesOfTheDirectory", Comparison.Fewest, Comparison.Most]);
        var needs = (request.Needs ?? new MatchRequest()).Needs(finder.Near, errors);
        if (needs is null || errors.Any)
            return Invalid(errors);
        var comparison = finder.Compare(places, needs);
        return TypedResults.Ok(request.DifferencesOnly ? comparison.DifferencesOnly() : comparison);
    }

    private static IResult One(Guid id, FinderService finder) =>
        finder.Place(id) is { } place ? TypedResults.Ok(place) : TypedResults.NotFound();

    private static IResult Invalid(FieldErrors errors) =>
        Results.ValidationProblem(errors.All.ToDictionary(e => e.Field, e => new[] { e.Message }));
}

public sealed record CompareRequest(
    [property: System.ComponentModel.DataAnnotations.MaxLength(5)] IReadOnlyList<Guid> Ids,
    MatchRequest? Needs = null,
    bool DifferencesOnly = false
);
