using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Glidepath.Storage.Facilities;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

/// <summary>The real files of <c>tests/data/directory</c>, read once for all tests.</summary>
public sealed partial class RealDirectory
{
    public static readonly string Workbook = TestData.File("directory/National_Directory_SA_Facilities_2022.xlsx");

    public static readonly string Export = TestData.File("directory/findtreatment_MA_2025-08-19.csv");

    public RealDirectory()
    {
        File2022 = Read(Workbook, CodeTable.Empty);
        Directory2022 = DirectoryMerge.Apply([], CodeTable.Empty, File2022, ZipCentroids.Census);
        FileMa = Read(Export, Directory2022.Codes);
        WithMa = DirectoryMerge.Apply(Directory2022.Places, Directory2022.Codes, FileMa, ZipCentroids.Census);
        Counted = Recount();
        Programmes2022 =
        [
            .. Directory2022
                .Places.SelectMany(p => p.Programmes)
                .Select(p => p.Services.Where(f => f.Listing == Listing.Listed).Select(f => f.Code).ToHashSet()),
        ];
    }

    /// <summary>Codes that each programme lists.</summary>
    public IReadOnlyList<IReadOnlySet<string>> Programmes2022 { get; }

    public DirectoryFile File2022 { get; }

    public DirectoryChange Directory2022 { get; }

    public DirectoryFile FileMa { get; }

    public DirectoryChange WithMa { get; }

    /// <summary>Rows by code, counted from the XML of the workbook without any code of ours.</summary>
    public IReadOnlyDictionary<string, int> Counted { get; }

    public static DirectoryFile Read(string path, CodeTable codes, string? edition = null)
    {
        using var file = File.OpenRead(path);
        return DirectoryReader
            .ReadAsync(file, Path.GetFileName(path), edition, codes, null, TestContext.Current.CancellationToken)
            .GetAwaiter()
            .GetResult();
    }

    private static Dictionary<string, int> Recount()
    {
        using var zip = ZipFile.OpenRead(Workbook);
        var main = XNamespace.Get("http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        using var shared = zip.GetEntry("xl/sharedStrings.xml")!.Open();
        var texts = XDocument
            .Load(shared)
            .Root!.Elements(main + "si")
            .Select(si => string.Concat(si.Descendants(main + "t").Select(t => t.Value)))
            .ToList();
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        // The column M of the first sheet, without its heading.
        return CodeCell()
            .Matches(sheet.ReadToEnd())
            .Where(m => m.Groups[1].Value != "1")
            .SelectMany(m =>
                texts[int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)]
                    .Split([' ', '*'], StringSplitOptions.RemoveEmptyEntries)
                    .Distinct()
            )
            .GroupBy(c => c)
            .ToDictionary(g => g.Key, g => g.Count());
    }

    [GeneratedRegex("<c r=\"M([0-9]+)\"[^>]*><v>([0-9]+)</v>")]
    private static partial Regex CodeCell();
}
