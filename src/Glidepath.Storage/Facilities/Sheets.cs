using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ExcelDataReader;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <summary>Tables of a file, row by row.</summary>
internal abstract class Sheets : IDisposable
{
    /// <summary>Number of the current row in its sheet, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Between 0 and 1.</summary>
    public abstract double Part { get; }

    /// <summary>The first sheet is current from the start.</summary>
    public abstract bool NextSheet();

    /// <returns>Cells without spaces around them, or null at the end; the same list each time.</returns>
    public IReadOnlyList<string>? NextRow()
    {
        var cells = Read();
        if (cells is null)
        {
            Number = 0;
            return null;
        }
        if (++Number > DirectoryLimits.Rows)
            throw new DirectoryFileException($"The table has more than {DirectoryLimits.Rows:N0} rows; no directory has.");
        if (cells.Count > DirectoryLimits.Columns)
            throw new DirectoryFileException($"The table has {cells.Count:N0} columns; at most {DirectoryLimits.Columns:N0} are read.");
        return cells;
    }

    protected abstract IReadOnlyList<string>? Read();

    public abstract void Dispose();

    protected static string Clean(string cell)
    {
        if (cell.Length > DirectoryLimits.CellCharacters)
            throw new DirectoryFileException(
                $"A cell holds {cell.Length:N0} characters; at most {DirectoryLimits.CellCharacters:N0} are read."
            );
        if (cell.Contains('\uFFFD', StringComparison.Ordinal))
            throw new DirectoryFileException(
                $"The text \"{Shorten(cell)}\" was spoiled when the file was saved in another encoding. Download it again, or "
                    + $"save it as UTF-8."
            );
        return cell.AsSpan().ContainsAnyInRange('\0', '\x1F') || cell.Contains('\x7F', StringComparison.Ordinal)
            ? string.Concat(cell.Select(c => char.IsControl(c) ? ' ' : c)).Trim()
            : cell.Trim();
    }

    public static string Shorten(string text) => text.Length > 60 ? text[..60] + "…" : text;
}

internal sealed class CsvSheets : Sheets
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        BadDataFound = null,
        MaxFieldSize = DirectoryLimits.CellCharacters,
        IgnoreBlankLines = true,
        ProcessFieldBufferSize = 4096,
    };

    private readonly MemoryStream _file;
    private readonly CsvParser _parser;
    private readonly List<string> _row = [];

    public CsvSheets(MemoryStream file)
    {
        _file = file;
        // With or without a byte order mark; any byte that is not UTF-8 is an error and not a question mark.
        _parser = new(
            new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true),
            Configuration
        );
    }

    public override double Part => _file.Length == 0 ? 1 : (double)_file.Position / _file.Length;

    public override bool NextSheet() => false;

    protected override IReadOnlyList<string>? Read()
    {
        try
        {
            if (!_parser.Read())
                return null;
        }
        catch (DecoderFallbackException)
        {
            throw new DirectoryFileException(
                $"Line {_parser.RawRow + 1:N0} or one soon after it is not UTF-8 text. Save the file as CSV in UTF-8."
            );
        }
        catch (CsvHelperException)
        {
            throw new DirectoryFileException(
                $"A field that begins before line {_parser.RawRow + 1:N0} has more than {DirectoryLimits.CellCharacters:N0} "
                    + $"characters: a quotation mark is open, or the file is none of comma-separated values."
            );
        }
        _row.Clear();
        for (var i = 0; i < _parser.Count && i <= DirectoryLimits.Columns; i++)
            _row.Add(Clean(_parser[i]));
        return _row;
    }

    public override void Dispose() => _parser.Dispose();
}

internal sealed class XlsxSheets : Sheets
{
    private readonly IExcelDataReader _reader;
    private readonly List<string> _row = [];
    private int _sheet,
        _read;

    static XlsxSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public XlsxSheets(MemoryStream file)
    {
        DirectoryLimits.RequireModestZip(file);
        _reader = Guard(() => ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true }));
    }

    public override double Part => _reader.RowCount > 0 ? Math.Min(1, (double)_read / _reader.RowCount) : 1;

    public override bool NextSheet()
    {
        if (++_sheet >= DirectoryLimits.Sheets)
            return false;
        _read = 0;
        return Guard(_reader.NextResult);
    }

    protected override IReadOnlyList<string>? Read()
    {
        if (!Guard(_reader.Read))
            return null;
        _read++;
        _row.Clear();
        for (var i = 0; i < _reader.FieldCount && i <= DirectoryLimits.Columns; i++)
            _row.Add(Clean(Guard(() => Text(_reader.GetValue(i)))));
        return _row;
    }

    private static string Text(object? cell) =>
        cell switch
        {
            null => "",
            string text => text,
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };

    // The library meets a broken part with whatever exception its own code runs into.
    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is not (DirectoryFileException or OutOfMemoryException))
        {
            throw new DirectoryFileException(
                $"The workbook cannot be read: one of its parts is not what XLSX asks for ({broken.GetType().Name}). Download it again."
            );
        }
    }

    public override void Dispose() => _reader.Dispose();
}
