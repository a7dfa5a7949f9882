using System.Text;
using System.Text.RegularExpressions;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <summary>
/// Reads a directory in any of its three forms. By its content a file is a workbook, JSON or CSV; by its headings a workbook is the
/// directory or an export.
/// </summary>
public static partial class DirectoryReader
{
    private static readonly string[] ReferenceHeadings =
    [
        "service_code",
        "category_code",
        "category_name",
        "service_name",
        "service_description",
    ];

    /// <param name="name">Name of the file: most have their edition in it.</param>
    /// <param name="edition">Year of a directory, day of an export; null where the name tells.</param>
    /// <param name="codes">Known so far: a locator answer gives names, which are looked up here.</param>
    /// <param name="progress">Share read, 0 to 1.</param>
    /// <exception cref="DirectoryFileException">Says what was expected and what stands there.</exception>
    public static async Task<DirectoryFile> ReadAsync(
        Stream file,
        string name,
        string? edition,
        CodeTable codes,
        Action<double>? progress,
        CancellationToken cancellationToken
    )
    {
        var bytes = await DirectoryLimits.TakeAsync(file, cancellationToken);
        var start = Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)Math.Min(8, bytes.Length));
        if (bytes.Length == 0)
            throw new DirectoryFileException("The file is empty.");
        if (start.StartsWith("\xD0\xCF\x11\xE0", StringComparison.Ordinal))
            throw new DirectoryFileException(
                "The file is an old Excel workbook (.xls) or one with a password; save it as .xlsx without one."
            );
        var of = Edition.Read(edition, name);
        return start switch
        {
            ['P', 'K', ..] => Tables(new XlsxSheets(bytes), of, progress, cancellationToken),
            _ when Json().IsMatch(start) => LocatorAnswer.Read(bytes, of, codes),
            _ when start.Contains('\0', StringComparison.Ordinal) && start[0] != '\xFF' && start[0] != '\xFE' =>
                throw new DirectoryFileException("The file is neither an XLSX workbook nor text (CSV, JSON)."),
            _ => Tables(new CsvSheets(bytes), of, progress, cancellationToken),
        };
    }

    private static DirectoryFile Tables(Sheets sheets, Edition edition, Action<double>? progress, CancellationToken cancellationToken)
    {
        using (sheets)
        {
            var (rows, table, headings) = ((FacilityTable?)null, new List<ServiceCode>(), new List<string>());
            do
            {
                var header = sheets.NextRow()?.Select(h => h.ToLowerInvariant()).ToList() ?? [];
                if (header.Contains("service_code") && header.Contains("service_name"))
                    table.AddRange(References(sheets, header));
                else if (rows is null && FacilityTable.Of(header) is { } found)
                    (rows = found).Read(sheets, progress, cancellationToken);
                else
                    headings.AddRange(header);
            } while (sheets.NextSheet());
            return rows is null
                ? throw new DirectoryFileException(
                    $"No table of facilities: accepted are the headings name1, street1, city, state, zip with service_code_info (SAMHSA "
                        + $"National Directory) or with type_facility (FindTreatment.gov export); the file "
                        + $"{(headings.Count == 0 && table.Count > 0 ? "has a table of codes alone" : $"begins with {Said(headings)}")}."
                )
                : rows.Finish(edition, table);
        }
    }

    private static string Said(List<string> headings) =>
        headings.Count == 0 ? "an empty line" : $"\"{Sheets.Shorten(string.Join(", ", headings))}\"";

    private static IEnumerable<ServiceCode> References(Sheets sheets, List<string> header)
    {
        int[] at = [.. ReferenceHeadings.Select(heading => header.IndexOf(heading))];
        while (sheets.NextRow() is { } row)
            if (Cell(row, at[0]).ToUpperInvariant() is var code && FacilityTable.IsCode(code) && Cell(row, at[3]).Length > 0)
                yield return new(code, Cell(row, at[1]), Cell(row, at[2]), Cell(row, at[3]), Cell(row, at[4]));
    }

    internal static string Cell(IReadOnlyList<string> row, int at) => at >= 0 && at < row.Count ? row[at] : "";

    [GeneratedRegex(@"^(\xEF\xBB\xBF)?\s*[\[{]")]
    private static partial Regex Json();
}

/// <summary>A year or a day.</summary>
internal sealed partial record Edition(string Text, DateOnly AsOf)
{
    /// <summary>None: nothing says it. It is asked for only once the file is known to be one.</summary>
    public static readonly Edition Unknown = new("", default);

    public static Edition Read(string? given, string name) =>
        given is not null
            ? Of(given.Trim())
                ?? throw new DirectoryFileException(
                    $"edition: read \"{Sheets.Shorten(given)}\"; accepted: a year from 2000 as 2022, or a day as 2025-08-19"
                )
            : Of(Day().Match(name).Value) ?? Of(Year().Match(name).Value) ?? Unknown;

    public Edition Known() =>
        this == Unknown
            ? throw new DirectoryFileException(
                "The name of the file does not tell its edition; give it as a year (2022) or a day (2025-08-19)."
            )
            : this;

    private static Edition? Of(string text) =>
        text.Length == 4 && int.TryParse(text, out var year) && year is >= 2000 and < 2100 ? new(text, new DateOnly(year, 1, 1))
        : text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) && day.Year is >= 2000 and < 2100 ? new(text, day)
        : null;

    [GeneratedRegex(@"(?<!\d)20\d\d-\d\d-\d\d(?!\d)")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)")]
    private static partial Regex Year();
}
