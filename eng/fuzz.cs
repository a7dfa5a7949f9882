#:project ../src/Glidepath.Pharmacology/Glidepath.Pharmacology.csproj
#:project ../src/Glidepath.Paper/Glidepath.Paper.csproj
#:project ../src/Glidepath.Cli/Glidepath.Cli.csproj
#:property PublishAot=false
#:property AssemblyName=fuzz

// Mutates valid and near-valid input and feeds it to the parsers and to the whole command line:
//   dotnet run eng/fuzz.cs -- --seconds 600 --seed 1
// What it begins with stands in fuzz-corpus.cs, which Directory.Build.targets compiles with it.
// The same seed gives the same inputs in the same order; only how far it gets depends on the machine.
// Ends with exit code 1 at the first input that breaks the contract, and prints that input.

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;

var seconds = Argument("--seconds", 600);
var seed = Argument("--seed", 1);
var random = new Random(seed);
var folder = Directory.CreateTempSubdirectory("glidepath-fuzz-").FullName;
Directory.SetCurrentDirectory(folder);

var targets = new (string Name, Func<string> Input, Func<string, string> Run)[]
{
    ("regimen", () => Mutate(Pick(Corpus.Regimens)), ReadRegimen),
    ("stock", () => Mutate(Pick(Corpus.Stocks)), ReadStock),
    ("csv", () => Mutate(Pick(Corpus.Sheets)), text => ReadSchedule(ScheduleReader.ReadCsv(Drug(text), text, out var error), error)),
    ("json", () => Mutate(Pick(Corpus.Documents)), text => ReadSchedule(ScheduleReader.ReadJson(Drug(text), text, out var error), error)),
    ("plan", () => CommandLine(Pick(Corpus.Plans)), RunCommand),
    ("other", () => CommandLine(Pick(Corpus.Others)), RunCommand),
    ("check csv", () => CheckLine("in.csv", Mutate(Pick(Corpus.Sheets))), RunCommand),
    ("paper", () => CommandLine(Pick(Corpus.Papers)), RunCommand),
    ("simulate", () => CommandLine(Pick(Corpus.Simulations)), RunCommand),
    (
        "events",
        () =>
            Line("simulate", "clonazepam", "1 mg morning, 1 mg bedtime", "--start", "2026-12-01", "--events", Mutate(Pick(Corpus.Events))),
        RunCommand
    ),
    (
        "levels",
        () =>
            Line("simulate", "clonazepam", "1 mg morning, 1 mg bedtime", "--start", "2026-12-01", "--levels", Mutate(Pick(Corpus.Levels))),
        RunCommand
    ),
    ("level csv", () => SimulateLine("in.csv", Mutate(Pick(Corpus.Sheets))), RunCommand),
    ("level json", () => SimulateLine("in.json", Mutate(Pick(Corpus.Documents))), RunCommand),
    ("check json", () => CheckLine("in.json", Mutate(Pick(Corpus.Documents))), RunCommand),
};
var counts = new long[targets.Length];
var slowest = new (TimeSpan Took, string Input)[targets.Length];
var outcomes = new Dictionary<string, long>();
var clock = Stopwatch.StartNew();
var exit = 0;
while (exit == 0 && clock.Elapsed.TotalSeconds < seconds)
    for (var i = 0; i < targets.Length && exit == 0; i++)
        exit = One(i);

Directory.SetCurrentDirectory(Path.GetTempPath());
Directory.Delete(folder, recursive: true);
Console.WriteLine(
    $"seed {seed}, {clock.Elapsed.TotalSeconds:0} s, {counts.Sum():N0} executions, {outcomes.Count} distinct outcomes, {(exit == 0 ? "no crash" : "1 crash")}"
);
for (var i = 0; i < targets.Length; i++)
    Console.WriteLine($"  {targets[i].Name, -10} {counts[i], 12:N0}   slowest {slowest[i].Took.TotalMilliseconds, 6:0} ms");
foreach (var (outcome, count) in outcomes.OrderByDescending(o => o.Value).Take(40))
    Console.WriteLine($"  {count, 10:N0}  {outcome}");
return exit;

int One(int index)
{
    var (name, input, run) = targets[index];
    var text = input();
    counts[index]++;
    // Of the processor, not of the clock: others may be using it.
    var started = Environment.CpuUsage.TotalTime;
    string outcome;
    try
    {
        outcome = run(text);
    }
    catch (Exception exception) when (exception is not OutOfMemoryException)
    {
        Console.WriteLine($"CRASH in {name} after {counts.Sum():N0} executions: {exception}\nINPUT {Escape(text)}");
        return 1;
    }
    var took = Environment.CpuUsage.TotalTime - started;
    if (took > slowest[index].Took)
        slowest[index] = (took, text);
    // A hundred thousand virtual patients are allowed their time.
    if (took > TimeSpan.FromSeconds(text.Contains("simulate", StringComparison.Ordinal) ? 30 : 5))
    {
        Console.WriteLine($"TOO SLOW in {name}: {took.TotalSeconds:0.0} s\nINPUT {Escape(text)}");
        return 1;
    }
    var key = $"{name}: {outcome}";
    outcomes[key] = outcomes.GetValueOrDefault(key) + 1;
    return 0;
}

string ReadRegimen(string text)
{
    var read = Regimen.Read(text, out var error);
    Require(read is null == (error is not null), "a value or an error, never both");
    if (read is not null)
        Require(read.Equals(Regimen.Read(read.ToString(), out _)), "what was written is read back");
    return Shape(error);
}

string ReadStock(string text)
{
    var read = StockReader.Read(Drug(text), text, out var error);
    Require(read is null == (error is not null), "a value or an error, never both");
    return Shape(error);
}

static string ReadSchedule(object? read, string? error)
{
    Require(read is null == (error is not null), "a value or an error, never both");
    return Shape(error);
}

// A command line is its words, parted by U+001F; the word after "<<<" is the text of a file to write first: in.json where a word says so,
// else in.csv.
string RunCommand(string line)
{
    var words = line.Split('\u001F');
    if (words.Length > 2 && words[^2] == "<<<")
    {
        // Every other file is not UTF-8.
        File.WriteAllBytes(
            words.Contains("in.json") ? "in.json" : "in.csv",
            (words[^1].Length % 2 == 0 ? Encoding.UTF8 : Encoding.Latin1).GetBytes(words[^1])
        );
        words = words[..^2];
    }
    // Nothing is written outside the folder of the run, which has no folder in it: a path leads out by its start or by "..".
    if (words.Any(w => Corpus.Written.Any(o => w.Contains(o, StringComparison.Ordinal))))
        words = [.. words.Select(w => LeadsOut().IsMatch(w) ? w.Replace('/', '_').Replace("..", "__", StringComparison.Ordinal) : w)];
    using var output = new StringWriter();
    using var error = new StringWriter();
    var code = Glidepath.Cli.Program.Run(words, output, error, new FixedClock());
    var message = error.ToString();
    Require(code is >= 0 and <= 3, $"exit code {code}");
    if (code >= 2)
    {
        Require(message.StartsWith("glidepath: ", StringComparison.Ordinal) && message.Length > 12, $"stderr \"{message}\"");
        Require(message.TrimEnd('\n').All(c => !char.IsControl(c)), $"stderr is one plain line: \"{message}\"");
        Require(output.ToString().Length == 0, "nothing on stdout beside an error");
    }
    else
    {
        Require(message.Length == 0, $"stderr of a success \"{message}\"");
        // The word [suggest] in front asks for completions, of which there may be none.
        Require(output.ToString().Trim().Length > 0 || words[0].StartsWith('['), "something on stdout");
    }
    Require(!Directory.EnumerateFiles(".", "*.part").Any(), "nothing half-written is left");
    RequireNumbers(output.ToString());
    foreach (var file in Directory.GetFiles("."))
    {
        if (code == 0 && file is not "./in.csv" and not "./in.json")
            RequireWhole(File.ReadAllBytes(file));
        File.Delete(file);
    }
    return $"exit {code} {Shape(message)}";
}

// What a level, a dose or a percentage must never be. No input says these words and is accepted, except a reason for a pace.
static void RequireNumbers(string text)
{
    if (!text.Contains("reason", StringComparison.OrdinalIgnoreCase))
        Require(!Nonsense().IsMatch(text), "no number that is none");
    if (text.StartsWith('{'))
        using (JsonDocument.Parse(text))
            return;
}

// A file is complete in its kind: PDF, PNG, SVG, or text.
static void RequireWhole(byte[] bytes)
{
    var text = Encoding.Latin1.GetString(bytes);
    if (text.StartsWith("%PDF-", StringComparison.Ordinal))
        Require(text.TrimEnd().EndsWith("%%EOF", StringComparison.Ordinal), "a PDF has its end");
    else if (bytes.Length > 4 && bytes[0] == 0x89)
        Require(text.Contains("IEND", StringComparison.Ordinal), "a PNG has its end");
    else if (text.Contains("<svg", StringComparison.Ordinal))
        RequireNumbers(XDocument.Parse(Encoding.UTF8.GetString(bytes)).ToString());
    else
        RequireNumbers(text);
}

static string Line(params string[] words) => string.Join('\u001F', words.Select(w => w.Replace("\u001F", "", StringComparison.Ordinal)));

string SimulateLine(string file, string content) =>
    CommandLine([
        .. file is "in.json" && random.Next(2) == 0 ? ["simulate"] : new[] { "simulate", Pick(Corpus.Drugs) },
        file,
        .. Pick(Corpus.SimulateOptions),
    ]) + $"\u001F<<<\u001F{content.Replace("\u001F", "", StringComparison.Ordinal)}";

string CheckLine(string file, string content) =>
    string.Join(
        '\u001F',
        ["check", file, "--drug", Pick(Corpus.Drugs), .. random.Next(3) == 0 ? ["--policy", "all"] : Array.Empty<string>(), "<<<", content]
    );

string CommandLine(string[] words)
{
    var line = words.ToList();
    for (var times = random.Next(4); times > 0; times--)
    {
        var at = random.Next(line.Count);
        switch (random.Next(6))
        {
            case 0:
                line.RemoveAt(at);
                break;
            case 1:
                line.Insert(at, line[random.Next(line.Count)]);
                break;
            case 2:
                line.InsertRange(random.Next(1, line.Count + 1), Pick(line[0] is "simulate" ? Corpus.SimulateOptions : Corpus.Options));
                break;
            case 3:
                line[at] = Pick(Corpus.Numbers);
                break;
            default:
                line[at] = Mutate(line[at]);
                break;
        }
        if (line.Count == 0)
            line.Add("plan");
    }
    return Line([.. line]);
}

string Mutate(string text)
{
    var mutated = new StringBuilder(text);
    for (var times = random.Next(5); times > 0 && mutated.Length < 200_000; times--)
    {
        var at = random.Next(mutated.Length + 1);
        var length = Math.Min(random.Next(1, 12), mutated.Length - at);
        switch (random.Next(9))
        {
            case 0:
                mutated.Remove(at, length);
                break;
            case 1:
                mutated.Insert(at, Pick(Corpus.Numbers));
                break;
            case 2:
                mutated.Insert(at, Pick(Corpus.Odd));
                break;
            case 3:
                mutated.Insert(at, mutated.ToString(at, length));
                break;
            case 4 when mutated.Length > 0:
                mutated[Math.Min(at, mutated.Length - 1)] ^= (char)(1 << random.Next(8));
                break;
            case 5 when mutated.Length > 0:
                mutated[Math.Min(at, mutated.Length - 1)] = (char)random.Next(char.MaxValue + 1);
                break;
            case 6:
                Splice(mutated, at);
                break;
            case 7 when random.Next(20) == 0:
                Repeat(mutated, at, length);
                break;
            default:
                ReplaceNumber(mutated);
                break;
        }
    }
    return mutated.ToString();
}

void Splice(StringBuilder text, int at)
{
    var other = Pick(
        random.Next(6) switch
        {
            0 => Corpus.Regimens,
            1 => Corpus.Stocks,
            2 => Corpus.Sheets,
            3 => Corpus.Events,
            4 => Corpus.Levels,
            _ => Corpus.Documents,
        }
    );
    var from = random.Next(other.Length + 1);
    text.Insert(at, other.AsSpan(from, random.Next(other.Length - from + 1)));
}

void Repeat(StringBuilder text, int at, int length)
{
    var piece = text.ToString(at, length);
    for (var n = random.Next(1, 6_000); n > 0 && text.Length < 200_000; n--)
        text.Insert(at, piece);
}

void ReplaceNumber(StringBuilder text)
{
    var digits = Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i])).ToList();
    if (digits.Count > 0)
        text.Remove(digits[random.Next(digits.Count)] is var at ? at : 0, 1).Insert(at, Pick(Corpus.Numbers));
}

T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

static Benzodiazepine Drug(string text) => BenzodiazepineTable.All[text.Length % BenzodiazepineTable.All.Count];

// The error with what was quoted and counted taken out: which message it is.
static string Shape(string? error)
{
    if (error is null)
        return "read";
    var shape = new StringBuilder();
    var quoted = false;
    foreach (var c in error.AsSpan(0, Math.Min(error.Length, 400)))
    {
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && !char.IsAsciiDigit(c) && char.IsAscii(c))
            shape.Append(c);
    }
    var text = shape.ToString().Trim();
    return text.Length > 70 ? text[..70] : text;
}

static void Require(bool holds, string what)
{
    if (!holds)
        throw new ContractException(what);
}

static string Escape(string text) =>
    string.Concat(text.Select(c => c is >= ' ' and < '\u007F' and not '\\' ? c.ToString() : $"\\u{(int)c:X4}"));

int Argument(string name, int otherwise)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        ? value
        : otherwise;
}

internal static partial class Program
{
    [GeneratedRegex(@"\.\.|(^|[=:])\s*/")]
    private static partial Regex LeadsOut();

    [GeneratedRegex(@"\bNaN\b|Infinity|∞")]
    private static partial Regex Nonsense();
}

internal sealed class ContractException(string message) : Exception(message);

/// <summary>The default start is today: the same seed must not depend on the day.</summary>
internal sealed class FixedClock : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
}
