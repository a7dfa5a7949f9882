namespace Glidepath.Treatment.Facilities;

/// <summary>
/// One address at which one or more programmes are run: what a caller travels to. SAMHSA's two directories list such a place twice.
/// </summary>
public sealed record Place
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Street { get; init; }

    public required string City { get; init; }

    /// <summary>Two letters, USPS.</summary>
    public required string State { get; init; }

    /// <summary>Five digits.</summary>
    public required string Zip { get; init; }

    public string? County { get; init; }

    /// <summary>
    /// None where neither the source nor the ZIP table knows the place: it is then found by name and city, never by distance.
    /// </summary>
    public Coordinates? Coordinates { get; init; }

    public required IReadOnlyList<Programme> Programmes { get; init; }

    /// <summary>What public data never tells; only what somebody attested.</summary>
    public BenzodiazepineProfile Profile { get; init; } = BenzodiazepineProfile.Unknown;

    public CapacityStatement? Capacity { get; init; }

    /// <summary>Run by the programme that runs this helpline. Scored by the same rules, labelled, its positions counted.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>Degrees, WGS 84.</summary>
public sealed record Coordinates(double Latitude, double Longitude, CoordinateSource Source)
{
    /// <summary>Along the great circle.</summary>
    public double MilesTo(Coordinates other) => Sphere.Miles(this, other);
}

public enum CoordinateSource
{
    Address,

    /// <summary>The middle of the ZIP area: median error 1.2, 90th percentile 3.3 miles. A distance is then "about".</summary>
    ZipCentroid,
}

/// <summary>One row of a directory: a programme at a place, with its own telephone and codes.</summary>
public sealed record Programme
{
    public required Guid Id { get; init; }

    public required ProgrammeKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Second line of the name: a department or branch.</summary>
    public string? Branch { get; init; }

    public string? Phone { get; init; }

    public IReadOnlyList<string> IntakePhones { get; init; } = [];

    public string? Website { get; init; }

    /// <summary>
    /// Of the newest source that has this programme: what stands above is its saying, unless <see cref="Statements"/> tells otherwise.
    /// </summary>
    public required FactOrigin Origin { get; init; }

    public required IReadOnlyList<ServiceFact> Services { get; init; }

    /// <summary>What other sources say, or said: a field that differs, or one that the newest source leaves open.</summary>
    public IReadOnlyList<FieldStatement> Statements { get; init; } = [];

    public FactOrigin OriginOf(DirectoryField field) => Statements.FirstOrDefault(s => s.Field == field && s.IsShown)?.Origin ?? Origin;

    /// <summary>Other sayings that do not agree with the one shown.</summary>
    public IEnumerable<FieldStatement> Conflicts => Statements.Where(s => !s.IsShown);
}

/// <summary>A field of a programme that sources may see differently.</summary>
public enum DirectoryField
{
    Name,
    Branch,
    Street,
    City,
    Zip,
    County,
    Phone,
    IntakePhones,
    Website,
}

/// <param name="IsShown">It is the value in use, since no newer source has one.</param>
public sealed record FieldStatement(DirectoryField Field, string Value, FactOrigin Origin, bool IsShown);

public enum ProgrammeKind
{
    SubstanceUse,
    MentalHealth,
    OpioidTreatment,
    HealthCentre,
}
