using System.Collections.Frozen;
using System.Globalization;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <summary>What one row says, by the names that both formats share.</summary>
internal readonly record struct RowText(
    int Number,
    ProgrammeKind Kind,
    string? Name,
    string? Branch,
    string? Street,
    string? Unit,
    string? City,
    string? State,
    string? Zip,
    string? County,
    string? Phone,
    IReadOnlyList<string?> Intakes,
    string? Website,
    string? Latitude,
    string? Longitude
);

/// <summary>Makes rows of text and refuses a file in which they do not make sense.</summary>
internal sealed class RowReader
{
    private const int Longest = 300,
        FewestToJudge = 5;
    private const double MostUnreadable = 0.02;

    // Two letters of USPS; the freely associated states (FM, MH, PW) stand in the directories too.
    private static readonly FrozenSet<string> States = (
        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI "
        + "SC SD TN TX UT VT VA WA WV WI WY "
        + "AS GU MP PR VI FM MH PW"
    )
        .Split(' ')
        .ToFrozenSet();

    private readonly Dictionary<string, string> _same = [];
    private readonly List<DirectoryRow> _rows = [];
    private readonly List<string> _unreadable = [];

    public IReadOnlyList<string> Unreadable => _unreadable;

    public void Add(RowText row, IReadOnlyList<string> codes)
    {
        if (Problem(row) is { } problem)
        {
            _unreadable.Add($"row {row.Number}: {problem}");
            return;
        }
        _rows.Add(
            new(
                row.Number,
                row.Kind,
                row.Name!,
                Or(row.Branch),
                Street(row.Street),
                Or(row.Unit),
                Shared(row.City!),
                Shared(row.State!.ToUpperInvariant()),
                Shared(ZipCode.Read(row.Zip, row.State)!),
                Or(row.County) is { } county ? Shared(county) : null,
                Or(row.Phone),
                [.. row.Intakes.Where(i => Or(i) is not null).Select(i => i!).Distinct()],
                Website(row.Website),
                Coordinates(row),
                codes
            )
        );
    }

    /// <exception cref="DirectoryFileException">No row, or too many that make no sense: the columns hold something else than their headings
    /// say.</exception>
    public IReadOnlyList<DirectoryRow> All()
    {
        if (_unreadable.Count > Math.Max(FewestToJudge, MostUnreadable * (_rows.Count + _unreadable.Count)))
            throw new DirectoryFileException(
                $"{_unreadable.Count:N0} of {_rows.Count + _unreadable.Count:N0} rows cannot be read, so that the columns seem "
                    + $"not to hold what their headings say. The first: {_unreadable[0]}."
            );
        if (_rows.Count == 0)
            throw new DirectoryFileException(
                _unreadable.Count > 0
                    ? $"No row can be read. The first: {_unreadable[0]}."
                    : "The file has headings and no row of a facility under them."
            );
        if (
            _rows.Count > FewestToJudge
            && _rows.Count(r => char.IsAsciiDigit(r.Name[0]) && r.Street is [var first, ..] && !char.IsAsciiDigit(first)) > _rows.Count / 2
        )
            throw new DirectoryFileException(
                $"name1 holds addresses and street1 none, as in row {_rows[0].Number:N0}: the two columns seem to be swapped."
            );
        return _rows;
    }

    private static string? Problem(RowText row) =>
        Or(row.Name) is null ? "name1 is empty"
        : row
            .Intakes.Concat([row.Name, row.Branch, row.Street, row.Unit, row.City, row.County, row.Phone])
            .FirstOrDefault(t => t?.Length > Longest)
            is { } endless
            ? $"\"{Sheets.Shorten(endless)}\" has more than {Longest} characters"
        : Or(row.City) is null || row.City!.All(char.IsAsciiDigit) ? $"city is \"{Sheets.Shorten(row.City ?? "")}\""
        : row.State is null || !States.Contains(row.State.ToUpperInvariant())
            ? $"state is \"{Sheets.Shorten(row.State ?? "")}\", which is no US state or territory in two letters"
        : ZipCode.Read(row.Zip, row.State) is null
            ? $"zip is \"{Sheets.Shorten(row.Zip ?? "")}\", which is no ZIP code of {row.State.ToUpperInvariant()}"
        : Or(row.Phone) is { } phone && !phone.Any(char.IsAsciiDigit) ? $"phone is \"{Sheets.Shorten(phone)}\""
        : null;

    private Coordinates? Coordinates(RowText row)
    {
        if (Or(row.Latitude) is null && Or(row.Longitude) is null)
            return null;
        if (Degrees(row.Latitude, 90) is { } latitude && Degrees(row.Longitude, 180) is { } longitude)
            return latitude == 0 && longitude == 0 ? null : new(latitude, longitude, CoordinateSource.Address);
        _unreadable.Add(
            $"row {row.Number}: its coordinates \"{Sheets.Shorten($"{row.Latitude}, {row.Longitude}")}\" are none; those of its ZIP area "
                + $"are used"
        );
        return null;
    }

    private static double? Degrees(string? text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= most ? value : null;

    /// <summary>Only what a browser opens as a page.</summary>
    private static string? Website(string? text)
    {
        if (Or(text) is not { Length: <= Longest } address)
            return null;
        var whole = address.Contains("://", StringComparison.Ordinal) ? address : "http://" + address;
        return
            Uri.TryCreate(whole, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.Host.Contains('.', StringComparison.Ordinal)
            && uri.UserInfo.Length == 0
            ? whole
            : null;
    }

    /// <summary>A house that keeps its address to itself prints dashes.</summary>
    private static string Street(string? text) => text?.Any(char.IsLetterOrDigit) is true ? text : "";

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private string Shared(string text) => _same.TryGetValue(text, out var same) ? same : _same[text] = text;
}
