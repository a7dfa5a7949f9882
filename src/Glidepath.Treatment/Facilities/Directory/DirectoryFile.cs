namespace Glidepath.Treatment.Facilities;

/// <summary>
/// Whose file it is. A source takes back only what it said itself; of two sources the newer is shown and the other kept beside it.
/// </summary>
public enum DirectorySource
{
    /// <summary>SAMHSA's yearly workbook, of the whole country.</summary>
    NationalDirectory,

    /// <summary>A table saved from FindTreatment.gov, of any region.</summary>
    LocatorExport,

    /// <summary>Answer of the locator's programming interface, of any region.</summary>
    LocatorApi,
}

public static class DirectorySources
{
    private const string Directory = "SAMHSA National Directory",
        Export = "FindTreatment.gov export",
        Api = "FindTreatment.gov API";

    public static FactOrigin Origin(this DirectorySource source, string edition, DateOnly asOf) =>
        new(
            source switch
            {
                DirectorySource.NationalDirectory => $"{Directory} {edition}",
                DirectorySource.LocatorExport => Export,
                DirectorySource.LocatorApi => Api,
            },
            asOf
        );

    /// <summary>None for what somebody here said: no import touches it.</summary>
    public static DirectorySource? Of(FactOrigin origin) =>
        origin.Source.StartsWith(Directory, StringComparison.Ordinal) ? DirectorySource.NationalDirectory
        : origin.Source == Export ? DirectorySource.LocatorExport
        : origin.Source == Api ? DirectorySource.LocatorApi
        : null;
}

/// <summary>One row of a file, as it stands there but for spaces.</summary>
/// <param name="Number">Of the row in its file, the header being 1.</param>
/// <param name="Codes">Each once, in upper case.</param>
public sealed record DirectoryRow(
    int Number,
    ProgrammeKind Kind,
    string Name,
    string? Branch,
    string Street,
    string? Unit,
    string City,
    string State,
    string Zip,
    string? County,
    string? Phone,
    IReadOnlyList<string> IntakePhones,
    string? Website,
    Coordinates? Coordinates,
    IReadOnlyList<string> Codes
);

/// <summary>A file that was read whole and found sound.</summary>
/// <param name="Edition">The workbook's year, or the day of an export.</param>
/// <param name="AsOf">First day of the edition: an edition is never taken for newer than it is.</param>
/// <param name="Codes">From the workbook's reference sheet; empty where a file has none.</param>
/// <param name="Asks">Every code that the source could have printed. Only of these does a row without the code say "not listed any
/// more".</param>
/// <param name="Unreadable">What was left out, a line each.</param>
public sealed record DirectoryFile(
    DirectorySource Source,
    string Edition,
    DateOnly AsOf,
    IReadOnlyList<DirectoryRow> Rows,
    CodeTable Codes,
    IReadOnlySet<string> Asks,
    IReadOnlyList<string> Unreadable
)
{
    public FactOrigin Origin => Source.Origin(Edition, AsOf);

    /// <summary>
    /// Where it is known what was asked for. None of a saved file: one of a region is then taken to speak of every state in it.
    /// </summary>
    public DirectoryRegion? Region { get; init; }
}

/// <summary>A file that is not what it should be: says where and what was expected. Nothing of it was taken over.</summary>
public sealed class DirectoryFileException(string message) : Exception(message)
{
    public DirectoryFileException(InvariantText message)
        : this(message.ToString()) { }
}
