using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <summary>A place as it is stored. All of the directory is public: it has no patient, no key and no encrypted field.</summary>
internal sealed class PlaceRecord
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Street { get; init; }

    public required string City { get; init; }

    public required string State { get; init; }

    public required string Zip { get; init; }

    public string? County { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public CoordinateSource? CoordinateSource { get; init; }
}

internal sealed class ProgrammeRecord
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    /// <summary>Among those of its place, from 0.</summary>
    public required int Position { get; init; }

    public required ProgrammeKind Kind { get; init; }

    public required string Name { get; init; }

    public string? Branch { get; init; }

    public string? Phone { get; init; }

    /// <summary>Parted by "; ".</summary>
    public string? IntakePhones { get; init; }

    public string? Website { get; init; }

    public required string Source { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>
    /// As <see cref="ServiceText"/> writes them: about 60 facts in 200 characters, where a row for each would be 700,000 rows.
    /// </summary>
    public required string Services { get; init; }

    /// <summary>JSON, as <see cref="StatementText"/> writes it; none for most.</summary>
    public string? Statements { get; init; }
}

/// <summary>One code as one edition explains it.</summary>
internal sealed class ServiceCodeRecord
{
    public required string Edition { get; init; }

    public required string Code { get; init; }

    public required string Category { get; init; }

    public required string CategoryName { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }
}

/// <summary>One file that was taken over.</summary>
internal sealed class DirectoryImportRecord
{
    public required Guid Id { get; init; }

    public required DirectorySource Source { get; init; }

    public required string Edition { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>Kinds of programme in it, in order, parted by spaces.</summary>
    public required string Kinds { get; init; }

    public required string FileName { get; init; }

    public required int Rows { get; init; }

    public required DateTime At { get; init; }
}

// What stands below refers to a place without a foreign key: an import writes all places anew under the same ids, and takes none away that
// one of these speaks of.

internal sealed class AttestationRecord
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required BenzodiazepineCapability Capability { get; init; }

    public required Listing Answer { get; init; }

    public string? Value { get; init; }

    public required string AttestedBy { get; init; }

    public required DateOnly AttestedOn { get; init; }

    public required string Evidence { get; init; }

    public DateOnly? VerifiedOn { get; set; }

    /// <summary>Account of the member of staff who looked at the evidence.</summary>
    public Guid? VerifiedBy { get; set; }

    /// <summary>Staff looked, and it does not stand: it is kept, and never counts.</summary>
    public DateOnly? RejectedOn { get; set; }

    public Guid? RejectedBy { get; set; }

    public string? RejectedReason { get; set; }
}

/// <summary>The last statement for a place.</summary>
internal sealed class CapacityRecord
{
    public required Guid PlaceId { get; init; }

    public required int Free { get; set; }

    public required string SaidBy { get; set; }

    public required DateTime At { get; set; }
}

internal sealed class OwnPlaceRecord
{
    public required Guid PlaceId { get; init; }
}
