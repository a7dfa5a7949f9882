using System.Buffers;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <summary>
/// A table with a facility in each row: SAMHSA's workbook with all codes in one cell, or an export with a column for each code.
/// </summary>
internal sealed class FacilityTable
{
    private const int LongestCode = 12,
        FewestToJudge = 50;
    private const double MostUnknown = 0.2;

    private static readonly string[] Needed = ["name1", "street1", "city", "state", "zip"];

    private static readonly HashSet<string> Plain =
    [
        "name1",
        "name2",
        "street1",
        "street2",
        "city",
        "state",
        "zip",
        "zip4",
        "county",
        "phone",
        "intake_prompt",
        "intake1",
        "intake2",
        "intake1a",
        "intake2a",
        "website",
        "latitude",
        "longitude",
        "type_facility",
        "miles",
        "_irow",
        "frid",
    ];

    private readonly Dictionary<string, int> _at;
    private readonly List<(int At, string Code)> _codeColumns;
    private readonly RowReader _rows = new();
    private readonly Dictionary<string, SeenCode> _words = [];
    private readonly bool _isExport;
    private readonly int _columns;

    // Filled in when the reference sheet has been read: it comes after the facilities.
    private readonly List<(RowText Row, List<string> Codes)> _read = [];

    private static readonly SearchValues<char> Between = SearchValues.Create(" *\t\r\n");

    private IEnumerable<SeenCode> Seen => _words.Values.Distinct();

    private FacilityTable(List<string> header, bool isExport)
    {
        (_columns, _isExport) = (header.Count, isExport);
        if (header.Where(h => h.Length > 0).GroupBy(h => h).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new DirectoryFileException($"The heading \"{Sheets.Shorten(twice.Key)}\" stands twice.");
        _at = header.Select((h, i) => (h, i)).Where(h => h.h.Length > 0).ToDictionary(h => h.h, h => h.i);
        _codeColumns = isExport
            ? [.. header.Select((h, i) => (i, h.ToUpperInvariant())).Where(c => !Plain.Contains(header[c.i]) && IsCode(c.Item2))]
            : [];
    }

    /// <returns>Null where the headings are not those of facilities.</returns>
    public static FacilityTable? Of(List<string> header) =>
        Needed.All(header.Contains) && (header.Contains("service_code_info") || header.Contains("type_facility"))
            ? new(header, !header.Contains("service_code_info"))
            : null;

    public static bool IsCode(string text) => text.Length is > 0 and <= LongestCode && text.All(char.IsAsciiLetterOrDigit);

    public void Read(Sheets sheets, Action<double>? progress, CancellationToken cancellationToken)
    {
        while (sheets.NextRow() is { } row)
        {
            if (sheets.Number % 500 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Invoke(sheets.Part);
            }
            if (row.All(string.IsNullOrEmpty))
                continue;
            if (row.Count != _columns)
                throw new DirectoryFileException(
                    $"Row {sheets.Number:N0} has {row.Count:N0} columns where the heading has {_columns:N0}: the file was cut "
                        + $"short, or a comma stands outside quotation marks."
                );
            _read.Add((Text(sheets.Number, row), _isExport ? Marked(row) : Listed(Cell(row, "service_code_info"))));
        }
    }

    public DirectoryFile Finish(Edition edition, List<ServiceCode> references)
    {
        var of = edition.Known();
        var reference = new CodeTable(of.Text, references);
        if (
            references.Count > 0
            && !_isExport
            && Seen.Sum(w => w.Rows) is > FewestToJudge and var all
            && Seen.Where(w => reference.Find(w.Code) is null).Sum(w => w.Rows) is var unknown
            && unknown > MostUnknown * all
        )
            throw new DirectoryFileException(
                $"{unknown:N0} of {all:N0} words in service_code_info are not in the workbook's own code reference, so that the "
                    + $"column seems to hold something else."
            );
        foreach (var (row, codes) in _read)
            _rows.Add(row with { Kind = Kind(row.Kind, codes, reference) }, codes);
        var asks =
            _isExport ? _codeColumns.Select(c => c.Code)
            : references.Count > 0 ? references.Select(r => r.Code)
            : Seen.Select(w => w.Code);
        var rows = _rows.All();
        return new(
            _isExport ? DirectorySource.LocatorExport : DirectorySource.NationalDirectory,
            of.Text,
            of.AsOf,
            rows,
            reference,
            asks.ToHashSet(),
            _rows.Unreadable
        );
    }

    /// <summary>The mental health workbook is told by its own reference, which alone has MH; without one, by the row.</summary>
    private ProgrammeKind Kind(ProgrammeKind stated, List<string> codes, CodeTable reference) =>
        _isExport ? stated
        : (reference.Codes.Count > 0 ? reference.Find("MH") is not null : codes.Contains("MH")) ? ProgrammeKind.MentalHealth
        : ProgrammeKind.SubstanceUse;

    private RowText Text(int number, IReadOnlyList<string> row) =>
        new(
            number,
            FacilityKinds.Read(Cell(row, "type_facility"), number, _isExport),
            Cell(row, "name1"),
            Cell(row, "name2"),
            Cell(row, "street1"),
            Cell(row, "street2"),
            Cell(row, "city"),
            Cell(row, "state"),
            Cell(row, "zip"),
            Cell(row, "county"),
            Cell(row, "phone"),
            [Cell(row, "intake1"), Cell(row, "intake2"), Cell(row, "intake1a"), Cell(row, "intake2a")],
            Cell(row, "website"),
            Cell(row, "latitude"),
            Cell(row, "longitude")
        );

    /// <summary>SA DT SUMH * OP OD: a star stands between categories.</summary>
    private List<string> Listed(string text)
    {
        var codes = new List<string>();
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(Between);
            var word = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (!word.IsEmpty)
                Add(codes, word);
        }
        return codes;
    }

    private List<string> Marked(IReadOnlyList<string> row)
    {
        var codes = new List<string>();
        foreach (var (at, code) in _codeColumns)
            if (row[at] is "1")
                Add(codes, code);
            else if (row[at] is not ("" or "0"))
                throw new DirectoryFileException(
                    $"The column {code.ToLowerInvariant()} holds \"{Sheets.Shorten(row[at])}\"; accepted in a column of a code: "
                        + $"1, or nothing."
                );
        return codes;
    }

    /// <summary>One object for each code, however many rows have it; once in each row.</summary>
    private void Add(List<string> codes, ReadOnlySpan<char> word)
    {
        if (!_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var seen))
        {
            var code = word.ToString().ToUpperInvariant();
            if (!IsCode(code))
                return;
            if (!_words.TryGetValue(code, out seen))
                _words[code] = seen = new() { Code = code };
            _words[word.ToString()] = seen;
        }
        if (seen.LastRow == _read.Count)
            return;
        (seen.LastRow, seen.Rows) = (_read.Count, seen.Rows + 1);
        codes.Add(seen.Code);
    }

    private sealed class SeenCode
    {
        public required string Code { get; init; }

        public int Rows { get; set; }

        public int LastRow { get; set; } = -1;
    }

    private string Cell(IReadOnlyList<string> row, string heading) => _at.TryGetValue(heading, out var at) ? row[at] : "";
}

internal static class FacilityKinds
{
    /// <summary>SU in exports is SA in the programming interface.</summary>
    public static ProgrammeKind Read(string text, int number, bool isStated) =>
        text.ToUpperInvariant() switch
        {
            "" when !isStated => ProgrammeKind.SubstanceUse,
            "SU" or "SA" => ProgrammeKind.SubstanceUse,
            "MH" => ProgrammeKind.MentalHealth,
            "OTP" => ProgrammeKind.OpioidTreatment,
            "HRSA" or "HC" => ProgrammeKind.HealthCentre,
            _ => throw new DirectoryFileException(
                $"Row {number:N0} has the type \"{Sheets.Shorten(text)}\"; accepted: SU, SA, MH, OTP, HRSA."
            ),
        };
}
