using System.Globalization;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Therapy;

/// <summary>What R read or wrote: <c>tests/data/r</c>. One row of a file with a head.</summary>
internal sealed class RFile
{
    private readonly Dictionary<string, string> _cells;

    private RFile(string[] head, string line) =>
        _cells = head.Zip(line.Split(',')).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);

    public string this[string column] => _cells[column];

    public static ILookup<string, RFile> BySet(string file) => Rows(file).ToLookup(r => r["set"]);

    public static List<RFile> Rows(string file)
    {
        var lines = File.ReadAllLines(TestData.File($"r/{file}.csv"));
        var head = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => new RFile(head, line))];
    }

    public double Number(string column) => NumberOrNone(column) ?? throw new FormatException($"{column} is empty");

    public double? NumberOrNone(string column) =>
        _cells[column] is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    public int Whole(string column) => int.Parse(_cells[column], CultureInfo.InvariantCulture);
}
