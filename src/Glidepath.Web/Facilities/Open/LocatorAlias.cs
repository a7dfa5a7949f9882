using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Glidepath.Application.Facilities;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Facilities;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Facilities;

/// <summary>
/// The directory at the address and in the shape of FindTreatment.gov's programming interface, for other operators' software that reads it
/// already. Its needs stand in the address, where they can end in the logs of whatever lies between; so it is off unless an operator
/// switches it on for another one, with a key. Here no log and no trace holds the query.
/// </summary>
internal static class LocatorAlias
{
    public const string Address = "/locator/exportsAsJson/v2",
        KeyHeader = "X-Api-Key",
        Enabled = "Directory:LocatorAlias:Enabled",
        Key = "Directory:LocatorAlias:Key";

    public const int ShortestKey = 32;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <exception cref="InvalidOperationException">Switched on without a key that nobody can guess.</exception>
    public static void MapLocatorAlias(this WebApplication app)
    {
        if (!app.Configuration.GetValue<bool>(Enabled))
            return;
        if (app.Configuration[Key] is not { Length: >= ShortestKey } key)
            throw new InvalidOperationException(
                $"{Enabled} is set and {Key} is not, or is shorter than {ShortestKey} characters. Give the other operator a "
                    + $"random key, or switch it off."
            );
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        app.MapGet(Address, (HttpContext context, LoadedDirectory directory) => Answer(context, directory, expected))
            .WithTags("Facilities")
            .WithName("LocatorExportsAsJson")
            .WithSummary($"FindTreatment-compatible. {KeyHeader} carries the key of the other operator.")
            .RequireRateLimiting(RateLimits.Export)
            .Produces<LocatorPage>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .Open();
    }

    private static IResult Answer(HttpContext context, LoadedDirectory directory, byte[] expected)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (
            !CryptographicOperations.FixedTimeEquals(
                SHA256.HashData(Encoding.UTF8.GetBytes(context.Request.Headers[KeyHeader].ToString())),
                expected
            )
        )
            return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        var errors = new FieldErrors();
        return LocatorQuery.Read(context.Request.Query, errors) is { } query
            ? Results.Json(query.Page(directory), Json)
            : Results.ValidationProblem(errors.All.ToDictionary(e => e.Field, e => new[] { e.Message }));
    }
}

public sealed record LocatorPage(int Page, int TotalPages, int RecordCount, IReadOnlyList<LocatorRow> Rows);

/// <summary>Members as the locator names them.</summary>
/// <param name="Latitude">Only of an address; degrees as text.</param>
public sealed record LocatorRow(
    [property: JsonPropertyName("_irow")] int Row,
    string Name1,
    string? Name2,
    string Street1,
    string City,
    string State,
    string Zip,
    string? County,
    string? Phone,
    string? Intake1,
    string? Intake2,
    string? Website,
    string? Latitude,
    string? Longitude,
    double? Miles,
    string TypeFacility,
    IReadOnlyList<LocatorServices>? Services
)
{
    public static LocatorRow Of(int row, Place place, Programme programme, double? miles, CodeTable codes)
    {
        var at = place.Coordinates is { Source: CoordinateSource.Address } known ? known : null;
        return new(
            row,
            programme.Name,
            programme.Branch,
            place.Street,
            place.City,
            place.State,
            place.Zip,
            place.County,
            programme.Phone,
            programme.IntakePhones.ElementAtOrDefault(0),
            programme.IntakePhones.ElementAtOrDefault(1),
            programme.Website,
            at?.Latitude.ToString(CultureInfo.InvariantCulture),
            at?.Longitude.ToString(CultureInfo.InvariantCulture),
            miles is { } far ? Math.Round(far, 2) : null,
            Kind(programme.Kind),
            Named(programme, codes)
        );
    }

    /// <summary>A code that no table explains has no name, and stands in no answer.</summary>
    private static List<LocatorServices> Named(Programme programme, CodeTable codes) =>
        [
            .. programme
                .Services.Where(f => f.Listing is Listing.Listed)
                .Select(f => codes.Find(f.Code))
                .OfType<ServiceCode>()
                .GroupBy(c => (c.CategoryName, c.Category))
                .Select(g => new LocatorServices(g.Key.CategoryName, g.Key.Category, string.Join("; ", g.Select(c => c.Name)))),
        ];

    private static string Kind(ProgrammeKind kind) =>
        kind switch
        {
            ProgrammeKind.SubstanceUse => "SA",
            ProgrammeKind.MentalHealth => "MH",
            ProgrammeKind.OpioidTreatment => "OTP",
            ProgrammeKind.HealthCentre => "HRSA",
        };
}

/// <param name="F1">Name of the category.</param>
/// <param name="F2">Its code.</param>
/// <param name="F3">Names of services, parted by "; ".</param>
public sealed record LocatorServices(string F1, string F2, string F3);
