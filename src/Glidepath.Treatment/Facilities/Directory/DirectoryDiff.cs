namespace Glidepath.Treatment.Facilities;

/// <summary>What an import changes, before it does.</summary>
/// <param name="Rows">Of the file.</param>
/// <param name="RowsBefore">Programmes of the same source and kinds that are known now; of a regional source, in the states of the file, or
/// in the region where it is known what was asked for.</param>
/// <param name="NewerKnown">Day of a newer edition of the same source that the directory holds; none where this file is the newest.</param>
/// <param name="Withdrawn">Codes that a programme had and this file could have listed but does not.</param>
/// <param name="NotAsked">Codes that are known of a programme in the file and that its edition has no longer: kept with the day they were
/// last seen.</param>
/// <param name="FarFromZip">Rows whose coordinates lie over 25 miles from their ZIP area; the middle of that is used.</param>
/// <param name="WithoutCoordinates">Places with a ZIP code that no list has: found by name and city only.</param>
public sealed record DirectoryDiff(
    int Rows,
    int RowsBefore,
    int Places,
    int PlacesBefore,
    int PlacesAdded,
    int PlacesRemoved,
    int Programmes,
    int ProgrammesAdded,
    int ProgrammesChanged,
    int ProgrammesUnchanged,
    int ProgrammesRemoved,
    DateOnly? NewerKnown,
    IReadOnlyDictionary<string, int> Codes,
    IReadOnlyDictionary<string, int> UnknownCodes,
    IReadOnlyDictionary<string, int> Withdrawn,
    IReadOnlyDictionary<string, int> NotAsked,
    IReadOnlyList<DirectoryConflict> Conflicts,
    IReadOnlyList<string> FarFromZip,
    int WithoutCoordinates
)
{
    /// <summary>A feed that loses more than this share of its rows is broken rather than right.</summary>
    public const double MostLost = 0.15;

    /// <summary>Share of rows lost against what is known; 0 where none is.</summary>
    public double Lost => RowsBefore == 0 ? 0 : Math.Max(0, (double)(RowsBefore - Rows) / RowsBefore);

    public bool IsCollapse => Lost > MostLost;
}

/// <summary>Two sources that do not agree on a field. The newer is shown.</summary>
public sealed record DirectoryConflict(
    Guid PlaceId,
    Guid ProgrammeId,
    string Programme,
    DirectoryField Field,
    string Shown,
    FactOrigin ShownOrigin,
    string Other,
    FactOrigin OtherOrigin
);
