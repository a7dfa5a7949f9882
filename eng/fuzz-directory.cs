#:project ../src/Glidepath.Storage/Glidepath.Storage.csproj
#:property PublishAot=false
#:property AssemblyName=fuzz-directory

// The same seed gives the same files in the same order. A file is mutated as bytes, and a workbook also inside its ZIP, where a changed
// byte of the outside would only spoil the packing.

using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;

var (minutes, seed) = (double.Parse(args[0]), int.Parse(args[1]));
var random = new Random(seed);
var real = Path.GetFullPath("tests/data/directory");
var codes = new CodeTable(
    "2022",
    [new("BDTX", "DS", "Detoxification Services", "Benzodiazepines Detoxification", ""), new("MD", "PAY", "Payment", "Medicaid", "")]
);

// The first rows of the real files: large enough to hold what real ones do, small enough for thousands of imports a minute.
var csv = string.Join('\n', File.ReadLines(Path.Combine(real, "findtreatment_MA_2025-08-19.csv")).Take(12)) + "\n";
var workbook = Few(Path.Combine(real, "National_Directory_SA_Facilities_2022.xlsx"), 40);
const string Json =
    """[{"page":1,"totalPages":1,"recordCount":1,"rows":[{"name1":"Oak","name2":null,"street1":"1 Oak St","city":"Chelsea","state":"MA","zip":"02150","phone":"617-555-0100","latitude":"42.39","longitude":"-71.03","typeFacility":"SA","services":[{"f1":"Payment","f2":"PAY","f3":"Medicaid; Other"}]}]}]""";
string[] pieces =
[
    "\"",
    ",",
    "\n",
    "\r",
    "\0",
    "\uFEFF",
    "\uFFFD",
    "1",
    "-1",
    "1e999",
    "NaN",
    "null",
    "{",
    "[",
    "]}",
    "&lt;",
    "<",
    "]]>",
    "<v>99999999</v>",
    "r=\"XFD1048576\"",
    "t=\"s\"",
    "ÿ",
    "😀",
    "\u202E",
    "SU",
    "ZOO",
    "=cmd|' /C calc'!A0",
    "~",
    " * ",
];

var parts = Parts(workbook);
var outcomes = new Dictionary<string, long>();
var (clock, count, slowest) = (Stopwatch.StartNew(), 0L, TimeSpan.Zero);
IReadOnlyList<Place> known = [];
while (clock.Elapsed.TotalMinutes < minutes)
{
    var file = random.Next(4) switch
    {
        0 => Bytes(Encoding.UTF8.GetBytes(csv)),
        1 => Bytes(Encoding.UTF8.GetBytes(Json)),
        2 => Bytes(workbook),
        _ => Zip([.. parts.Select((p, i) => i == count % parts.Count || random.Next(8) == 0 ? (p.Name, Bytes(p.Content)) : p)]),
    };
    count++;
    var started = Environment.CpuUsage.TotalTime;
    string outcome;
    try
    {
        var read = await DirectoryReader.ReadAsync(new MemoryStream(file), "2025-01-01", null, codes, null, default);
        var change = DirectoryMerge.Apply(known, codes, read, ZipCentroids.Census);
        if (read.Rows.Count == 0 || change.Places.Count == 0 || change.Places.Select(p => p.Id).Distinct().Count() != change.Places.Count)
            throw new InvalidOperationException("a file that was read has rows, and each place an id of its own");
        // The next is laid over this one now and then, as editions are.
        known = random.Next(3) == 0 ? change.Places : [];
        outcome = "read";
    }
    catch (DirectoryFileException refused)
    {
        outcome = new string([.. refused.Message.Take(28)]);
    }
    catch (Exception crash)
    {
        var left = Path.Combine(Path.GetTempPath(), $"fuzz-directory-{seed}-{count}");
        File.WriteAllBytes(left, file);
        Console.WriteLine($"CRASH after {count:N0} files: {crash}\nThe file is {left}");
        return 1;
    }
    var took = Environment.CpuUsage.TotalTime - started;
    slowest = took > slowest ? took : slowest;
    if (took > TimeSpan.FromSeconds(20))
    {
        Console.WriteLine($"TOO SLOW after {count:N0} files: {took.TotalSeconds:0.0} s");
        return 1;
    }
    outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
}
Console.WriteLine(
    $"seed {seed}, {clock.Elapsed.TotalMinutes:0.0} min, {count:N0} files, slowest {slowest.TotalMilliseconds:0} ms of processor, no crash"
);
foreach (var (outcome, times) in outcomes.OrderByDescending(o => o.Value).Take(30))
    Console.WriteLine($"  {times, 10:N0}  {outcome}");
return 0;

byte[] Bytes(byte[] start)
{
    var bytes = start.ToList();
    for (var i = random.Next(1, 7); i > 0 && bytes.Count > 0; i--)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 200), bytes.Count - at));
                break;
            case 2:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]));
                break;
            case 3:
                bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(1, 2_000)).ToArray());
                break;
            case 4:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 5 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.Insert(at, (byte)random.Next(32, 127));
                break;
        }
    }
    return [.. bytes];
}

static List<(string Name, byte[] Content)> Parts(byte[] workbook)
{
    using var zip = new ZipArchive(new MemoryStream(workbook));
    return [.. zip.Entries.Select(e => (e.FullName, Read(e)))];
}

static byte[] Read(ZipArchiveEntry entry)
{
    using var part = entry.Open();
    using var all = new MemoryStream();
    part.CopyTo(all);
    return all.ToArray();
}

static byte[] Zip(List<(string Name, byte[] Content)> parts)
{
    using var file = new MemoryStream();
    using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        foreach (var (name, content) in parts)
        {
            using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            part.Write(content);
        }
    return file.ToArray();
}

// The workbook with its first rows only, and the shared texts that these need.
static byte[] Few(string path, int rows)
{
    var parts = Parts(File.ReadAllBytes(path));
    return Zip([
        .. parts
            .Where(p => p.Name.StartsWith("xl/", StringComparison.Ordinal) || p.Name.StartsWith('_') || p.Name.StartsWith('['))
            .Select(p =>
                p.Name switch
                {
                    "xl/worksheets/sheet1.xml" => (p.Name, Cut(p.Content, "</row>", rows, "</sheetData></worksheet>")),
                    "xl/sharedStrings.xml" => (p.Name, Cut(p.Content, "</si>", rows * 13 + 1_200, "</sst>")),
                    _ => p,
                }
            ),
    ]);
}

static byte[] Cut(byte[] content, string end, int times, string close)
{
    var (text, at) = (Encoding.UTF8.GetString(content), 0);
    for (var i = 0; i < times && text.IndexOf(end, at, StringComparison.Ordinal) is >= 0 and var next; i++)
        at = next + end.Length;
    return Encoding.UTF8.GetBytes(text[..at] + close);
}
