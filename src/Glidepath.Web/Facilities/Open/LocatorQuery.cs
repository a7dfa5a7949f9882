using System.Globalization;
using Glidepath.Application.Facilities;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Web.Facilities;

/// <summary>
/// What the locator's programming interface is asked: a region by distance or state, kinds, codes that must all be listed.
/// </summary>
/// <param name="Metres">Null is anywhere.</param>
/// <param name="State">Two letters.</param>
internal sealed record LocatorQuery(
    Coordinates? From,
    double? Metres,
    string? State,
    string Kinds,
    IReadOnlyList<string> Codes,
    int PageSize,
    int PageNumber,
    bool FarFirst
)
{
    private const int MostPerPage = 2_000;
    private const double MetresInMile = 1609.344;

    public static LocatorQuery? Read(IQueryCollection query, FieldErrors errors)
    {
        var (from, metres, state) = (At(query["sAddr"].ToString()), (double?)null, (string?)null);
        if (query["sAddr"].ToString().Length > 0 && from is null)
            errors.Add("sAddr", FacilitiesText.T["SAddrIsLatitudeLongitudeInDegrees"]);
        switch (query["limitType"].ToString())
        {
            case "":
                break;
            case "2"
                when from is not null
                    && double.TryParse(query["limitValue"], NumberStyles.Float, CultureInfo.InvariantCulture, out var far)
                    && far is > 0 and <= 20_100_000:
                metres = far;
                break;
            case "2":
                errors.Add("limitValue", FacilitiesText.T["LimitValueIsADistanceInMetersAndSAddrIs"]);
                break;
            case "0" when query["stateCode"].ToString() is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] code:
                state = code;
                break;
            default:
                errors.Add("limitType", FacilitiesText.T["HereLimitTypeIs2DistanceOr0StateWith"]);
                break;
        }
        if (query["sType"].ToString() is not ("" or "sa" or "mh" or "both"))
            errors.Add("sType", FacilitiesText.T["STypeIsSaMhOrBoth"]);
        var (size, page) = (Whole(query, "pageSize", 100, MostPerPage, errors), Whole(query, "page", 1, int.MaxValue, errors));
        if (query["sort"].ToString() is not ("" or "0" or "1"))
            errors.Add("sort", FacilitiesText.T["SortIs0NearFirstOr1FarFirst"]);
        var codes = query["sCodes"]
            .ToString()
            .ToUpperInvariant()
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return errors.Any
            ? null
            : new(
                from,
                metres,
                state,
                query["sType"].ToString() is { Length: > 0 } kinds ? kinds : "both",
                codes,
                size,
                page,
                query["sort"].ToString() is "1"
            );
    }

    public LocatorPage Page(LoadedDirectory directory)
    {
        var found = directory
            .Programmes.Where(p =>
                IsOfKind(p.Programme)
                && (State is null || p.Place.State == State)
                && Codes.All(c => p.Programme.Services.Any(f => f.Code == c && f.Listing is Listing.Listed))
            )
            .Select(p =>
                (p.Place, p.Programme, Miles: From is not null && p.Place.Coordinates is { } at ? From.MilesTo(at) : (double?)null)
            )
            .Where(p => Metres is null || p.Miles * MetresInMile <= Metres)
            .ToList();
        if (From is not null)
            found =
            [
                .. FarFirst ? found.OrderByDescending(p => p.Miles ?? double.MinValue) : found.OrderBy(p => p.Miles ?? double.MaxValue),
            ];
        var pages = (found.Count + PageSize - 1) / PageSize;
        var first = PageNumber > pages ? found.Count : (PageNumber - 1) * PageSize;
        return new(
            PageNumber,
            pages,
            found.Count,
            [
                .. found
                    .Skip(first)
                    .Take(PageSize)
                    .Select((p, i) => LocatorRow.Of(first + i + 1, p.Place, p.Programme, p.Miles, directory.Codes)),
            ]
        );
    }

    private bool IsOfKind(Programme programme) => Kinds is "both" || programme.Kind is ProgrammeKind.MentalHealth == Kinds is "mh";

    private static Coordinates? At(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries) is [var north, var east]
        && double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
        && double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
        && latitude is >= -90 and <= 90
        && longitude is >= -180 and <= 180
            ? new(latitude, longitude, CoordinateSource.Address)
            : null;

    private static int Whole(IQueryCollection query, string name, int without, int most, FieldErrors errors)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
            return without;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        errors.Add(name, FacilitiesText.T["IsAWholeNumberFrom1To", name, most]);
        return without;
    }
}
