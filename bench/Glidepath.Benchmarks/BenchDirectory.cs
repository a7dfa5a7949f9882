using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Benchmarks;

/// <summary>The real substance-use directory of 2022 as places, one a row, at the middle of their ZIP areas; further rows are the same ones moved by up to twenty miles.</summary>
internal static class BenchDirectory
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <param name="zips">Lines of ZIP, latitude, longitude.</param>
    public static IReadOnlyDictionary<string, Coordinates> ReadZips(string zips) => File.ReadLines(zips).Select(l => l.Split(','))
        .ToDictionary(p => p[0], p => new Coordinates(double.Parse(p[1], CultureInfo.InvariantCulture), double.Parse(p[2], CultureInfo.InvariantCulture), CoordinateSource.ZipCentroid));

    public static List<Place> Read(string workbook, IReadOnlyDictionary<string, Coordinates> zips)
    {
        using var file = ZipFile.OpenRead(workbook);
        var words = Load(file, "xl/sharedStrings.xml").Root!.Elements(Sheet + "si").Select(s => string.Concat(s.Descendants(Sheet + "t").Select(t => t.Value))).ToArray();
        var origin = new FactOrigin("SAMHSA National Directory 2022", new(2022, 1, 1));
        List<Place> places = [];
        foreach (var row in Load(file, "xl/worksheets/sheet1.xml").Descendants(Sheet + "row").Skip(1))
        {
            var cells = row.Elements(Sheet + "c").ToDictionary(c => c.Attribute("r")!.Value[0], c => c.Attribute("t")?.Value == "s" ? words[int.Parse(c.Element(Sheet + "v")!.Value, CultureInfo.InvariantCulture)] : c.Value);
            string Cell(char column) => cells.GetValueOrDefault(column, "").Trim();
            var zip = Cell('G').PadLeft(5, '0')[..5];
            places.Add(new()
            {
                Id = new(places.Count, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
                Name = Cell('A'),
                Street = Cell('C'),
                City = Cell('E'),
                State = Cell('F'),
                Zip = zip,
                Coordinates = zips.GetValueOrDefault(zip),
                Programmes =
                [
                    new()
                    {
                        Id = new(places.Count, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
                        Kind = ProgrammeKind.SubstanceUse,
                        Name = Cell('A'),
                        Phone = Cell('H'),
                        Origin = origin,
                        Services = [.. Cell('M').Split([' ', '*'], StringSplitOptions.RemoveEmptyEntries).Distinct().Select(code => new ServiceFact(code, Listing.Listed, origin, origin.AsOf))],
                    },
                ],
            });
        }
        return places;
    }

    public static List<Place> Grown(IReadOnlyList<Place> places, int rows)
    {
        var random = new Random(1);
        List<Place> grown = [.. places.Take(rows)];
        while (grown.Count < rows)
        {
            var place = places[grown.Count % places.Count];
            grown.Add(place with
            {
                Id = new(grown.Count, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
                Coordinates = place.Coordinates is { } at ? at with { Latitude = at.Latitude + (random.NextDouble() - 0.5) * 0.6, Longitude = at.Longitude + (random.NextDouble() - 0.5) * 0.6 } : null,
            });
        }
        return grown;
    }

    private static XDocument Load(ZipArchive file, string entry)
    {
        using var stream = file.GetEntry(entry)!.Open();
        return XDocument.Load(stream);
    }
}
