using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <param name="Edition">Year or day, where the name of the file does not tell it.</param>
/// <param name="AllowsDrop">Take the file though it has over 15 % fewer rows than are known of its source, or is an older edition.</param>
/// <param name="Region">All that was asked for, of an answer that was fetched.</param>
public sealed record DirectoryImportOptions(
    string? Edition = null,
    bool IsDryRun = false,
    bool AllowsDrop = false,
    DirectoryRegion? Region = null
);

/// <param name="Unreadable">Rows that were left out, a line each.</param>
/// <param name="IsWritten">False for a dry run.</param>
/// <param name="Refusal">Of a dry run: why the import would be refused; none where it would be taken.</param>
public sealed record DirectoryImport(
    DirectorySource Source,
    string Edition,
    IReadOnlyList<string> Unreadable,
    DirectoryDiff Diff,
    bool IsWritten,
    string? Refusal = null
)
{
    /// <summary>Somebody may say that fewer rows, or an older edition, are meant; a file that is not sound is never taken.</summary>
    public bool CanBeAllowed => Diff.IsCollapse || Diff.NewerKnown is not null;
}

/// <summary>What the directory holds, counted by the store.</summary>
/// <param name="Editions">The newest first.</param>
public sealed record DirectorySummary(IReadOnlyList<DirectoryEdition> Editions, int Places, int Programmes, int ExplainedCodes)
{
    public int Rows => Editions.Sum(e => e.Rows);

    /// <inheritdoc cref="StoredDirectory.Main"/>
    public DirectoryEdition? Main => StoredDirectory.MainOf(Editions);

    public DirectoryEdition? Last => Editions.MaxBy(e => e.ImportedAt);
}

/// <summary>The last file of one source and kinds that was taken over.</summary>
/// <param name="ImportedAt">UTC.</param>
public sealed record DirectoryEdition(
    DirectorySource Source,
    string Edition,
    DateOnly AsOf,
    string Kinds,
    string FileName,
    int Rows,
    DateTime ImportedAt
)
{
    /// <summary>As it stands on a result: SAMHSA National Directory 2022.</summary>
    public string Name => Source.Origin(Edition, AsOf).Source;
}

/// <param name="Editions">The newest first.</param>
/// <param name="Version">As <see cref="DirectoryStore.VersionAsync(CancellationToken)"/> gives it.</param>
public sealed record StoredDirectory(IReadOnlyList<Place> Places, CodeTable Codes, IReadOnlyList<DirectoryEdition> Editions, string Version)
{
    /// <summary>The yearly directory before any export, which is of a region; none where nothing was imported.</summary>
    public DirectoryEdition? Main => MainOf(Editions);

    internal static DirectoryEdition? MainOf(IReadOnlyList<DirectoryEdition> editions) =>
        editions.FirstOrDefault(e => e.Source is DirectorySource.NationalDirectory) ?? (editions.Count > 0 ? editions[0] : null);
}

/// <param name="Rows">Of the files that the directory stands on.</param>
/// <param name="Codes">Programmes that list each code.</param>
/// <param name="UnknownCodes">Those that no code table explains.</param>
public sealed record DirectoryStats(
    string? Edition,
    int Rows,
    int Places,
    int Programmes,
    IReadOnlyDictionary<string, int> Codes,
    IReadOnlyDictionary<string, int> UnknownCodes
)
{
    public static DirectoryStats Of(StoredDirectory directory)
    {
        var codes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (
            var fact in directory.Places.SelectMany(p => p.Programmes).SelectMany(p => p.Services).Where(f => f.Listing is Listing.Listed)
        )
            codes[fact.Code] = codes.GetValueOrDefault(fact.Code) + 1;
        var unknown = new SortedDictionary<string, int>(
            codes.Where(c => directory.Codes.Find(c.Key) is null).ToDictionary(),
            StringComparer.Ordinal
        );
        return new(
            directory.Main?.Edition,
            directory.Editions.Sum(e => e.Rows),
            directory.Places.Count,
            directory.Places.Sum(p => p.Programmes.Count),
            codes,
            unknown
        );
    }
}

/// <summary>An attestation that staff have not looked at yet.</summary>
public sealed record PendingAttestation(Guid Id, Guid PlaceId, string Place, string City, string State, Attestation Said);

/// <summary>A file with so many fewer rows than are known of its source that it looks broken. Nothing was taken over.</summary>
public sealed class DirectoryDropException(DirectoryDiff diff)
    : Exception(
        $"The file has {diff.Rows:N0} rows where {diff.RowsBefore:N0} are known of the same source: {diff.Lost:P0} fewer, and "
            + $"over {DirectoryDiff.MostLost:P0} looks like a broken file. Nothing was changed; it is taken only if the drop is allowed."
    )
{
    public DirectoryDiff Diff => diff;
}
