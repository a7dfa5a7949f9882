using System.Globalization;
using Glidepath.Treatment;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Web.Facilities;

/// <summary>A programme at its place as HSDS 3.2 writes it: what a directory says and nothing of what people attested here.</summary>
internal sealed class HsdsMapper(CodeTable codes)
{
    private const string Taxonomy = "SAMHSA service codes";

    private static readonly HsdsTaxonomy Detail = new(
        Id("taxonomy", Taxonomy),
        Taxonomy,
        "Codes of the services that the SAMHSA National Directory lists, as its own reference sheet explains them."
    );

    private readonly Dictionary<string, HsdsTaxonomyTerm> _terms = [];

    /// <param name="isFull">With what a service has several of; else only what it has one of.</param>
    public HsdsService Service(Place place, Programme programme, bool isFull) =>
        new(
            programme.Id,
            Id("organization", place.Id),
            programme.Name,
            programme.Branch,
            Web(programme.Website),
            "active",
            Organization(place),
            isFull ? Phones(place, programme) : null,
            isFull ? [new(Id("service_at_location", programme.Id), programme.Id, place.Id, Location(place))] : null,
            isFull ? [.. programme.Services.Where(f => f.Listing is Listing.Listed).Select(f => Attribute(programme, f))] : null
        );

    /// <summary>The directory has no operators. A place here is an address of one, so that it stands for them.</summary>
    private static HsdsOrganization Organization(Place place) =>
        new(
            Id("organization", place.Id),
            place.Name,
            "The directories do not describe it. Listed in: "
                + string.Join("; ", place.Programmes.Select(p => p.Origin).Distinct().Select(Said))
                + "."
        );

    private static string Said(FactOrigin origin) =>
        string.Create(CultureInfo.InvariantCulture, $"{origin.Source}, as of {origin.AsOf:yyyy-MM-dd}");

    private static List<HsdsPhone> Phones(Place place, Programme programme)
    {
        return
        [
            .. programme.Phone is { } phone ? [One(phone, null)] : Array.Empty<HsdsPhone>(),
            .. programme.IntakePhones.Where(p => p != programme.Phone).Distinct().Select(p => One(p, "For new patients")),
        ];

        // HSDS has a member of its own for the extension, and it is a number there.
        HsdsPhone One(string said, string? description) =>
            PhoneNumber.Read(said, place.State) is var number
            && int.TryParse(number?.Extension, NumberStyles.None, CultureInfo.InvariantCulture, out var extension)
                ? new(Id("phone", programme.Id, said), programme.Id, number!.Number, extension, "voice", description)
                : new(Id("phone", programme.Id, said), programme.Id, number?.ToString() ?? said, null, "voice", description);
    }

    private static HsdsLocation Location(Place place)
    {
        var at = place.Coordinates is { Source: CoordinateSource.Address } known ? known : null;
        return new(
            place.Id,
            "physical",
            place.Name,
            at?.Latitude,
            at?.Longitude,
            [new(Id("address", place.Id), place.Id, place.Street, place.City, place.State, place.Zip, "US", "physical")]
        );
    }

    private HsdsLink Attribute(Programme programme, ServiceFact fact)
    {
        var term = Term(fact.Code);
        return new(Id("attribute", programme.Id, fact.Code), programme.Id, term.Id, "service", Said(fact.Origin), term);
    }

    private HsdsTaxonomyTerm Term(string code)
    {
        if (_terms.TryGetValue(code, out var known))
            return known;
        var explained = codes.Find(code);
        return _terms[code] = new(
            Id("taxonomy_term", code),
            code,
            explained?.Name ?? code,
            explained?.Description is { Length: > 0 } text ? text : "Explained in no code table that was imported here.",
            Taxonomy,
            Detail
        );
    }

    private static string? Web(string? website) =>
        Uri.TryCreate(website, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? website : null;

    private static Guid Id(params object[] of) => StableId.Of(string.Join('|', of));
}
