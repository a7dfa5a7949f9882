using System.Text.Json.Serialization;

namespace Glidepath.Web.Facilities;

/// <summary>
/// Answer about the interface itself. Names and members of this file are those of HSDS 3.2 (openreferral/specification); what the directory
/// does not tell is left out.
/// </summary>
public sealed record HsdsAbout(
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("profile")] string Profile,
    [property: JsonPropertyName("openapi_url")] string OpenApiUrl
);

public sealed record HsdsPage(
    [property: JsonPropertyName("total_items")] int TotalItems,
    [property: JsonPropertyName("total_pages")] int TotalPages,
    [property: JsonPropertyName("page_number")] int PageNumber,
    [property: JsonPropertyName("size")] int Size,
    [property: JsonPropertyName("first_page")] bool FirstPage,
    [property: JsonPropertyName("last_page")] bool LastPage,
    [property: JsonPropertyName("empty")] bool Empty,
    [property: JsonPropertyName("contents")] IReadOnlyList<HsdsService> Contents
);

/// <summary>A programme.</summary>
public sealed record HsdsService(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("organization_id")] Guid OrganizationId,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("alternate_name")] string? AlternateName,
    [property: JsonPropertyName("url")] string? Url,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("organization")] HsdsOrganization Organization,
    [property: JsonPropertyName("phones")] IReadOnlyList<HsdsPhone>? Phones,
    [property: JsonPropertyName("service_at_locations")] IReadOnlyList<HsdsServiceAtLocation>? ServiceAtLocations,
    [property: JsonPropertyName("attributes")] IReadOnlyList<HsdsLink>? Attributes
);

public sealed record HsdsOrganization(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description
);

public sealed record HsdsPhone(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("service_id")] Guid ServiceId,
    [property: JsonPropertyName("number")] string Number,
    [property: JsonPropertyName("extension")] int? Extension,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("description")] string? Description
);

public sealed record HsdsServiceAtLocation(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("service_id")] Guid ServiceId,
    [property: JsonPropertyName("location_id")] Guid LocationId,
    [property: JsonPropertyName("location")] HsdsLocation Location
);

/// <param name="Latitude">Only of an address: the middle of a ZIP area is not where the place is.</param>
public sealed record HsdsLocation(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("location_type")] string LocationType,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("latitude")] double? Latitude,
    [property: JsonPropertyName("longitude")] double? Longitude,
    [property: JsonPropertyName("addresses")] IReadOnlyList<HsdsAddress> Addresses
);

public sealed record HsdsAddress(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("location_id")] Guid LocationId,
    [property: JsonPropertyName("address_1")] string Address1,
    [property: JsonPropertyName("city")] string City,
    [property: JsonPropertyName("state_province")] string StateProvince,
    [property: JsonPropertyName("postal_code")] string PostalCode,
    [property: JsonPropertyName("country")] string Country,
    [property: JsonPropertyName("address_type")] string AddressType
);

public sealed record HsdsLink(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("link_id")] Guid LinkId,
    [property: JsonPropertyName("taxonomy_term_id")] Guid TaxonomyTermId,
    [property: JsonPropertyName("link_entity")] string LinkEntity,
    [property: JsonPropertyName("label")] string Label,
    [property: JsonPropertyName("taxonomy_term")] HsdsTaxonomyTerm TaxonomyTerm
);

public sealed record HsdsTaxonomyTerm(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("taxonomy")] string Taxonomy,
    [property: JsonPropertyName("taxonomy_detail")] HsdsTaxonomy TaxonomyDetail
);

public sealed record HsdsTaxonomy(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description
);
