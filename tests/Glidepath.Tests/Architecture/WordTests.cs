using System.Text.RegularExpressions;
using System.Xml.Linq;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Architecture;

/// <summary>
/// Sentences are entries of resources: those of an area in <c>…Text.resx</c>, found by id, and what tables say in <c>Terms/*.resx</c>, found by
/// their English. None is missing, and none is left that nobody shows.
/// </summary>
public partial class WordTests
{
    private static readonly string Root = Repository.Root;

    private static readonly IReadOnlyList<CodeFile> Code =
    [
        .. new[] { "Glidepath.Web", "Glidepath.Application", "Glidepath.Treatment" }
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Root, "src", p), "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !NotOurs().IsMatch(f))
            .Select(f => new CodeFile(f, File.ReadAllText(f))),
    ];

    private static readonly IReadOnlyList<Area> Areas =
    [
        .. new[] { "Glidepath.Web", "Glidepath.Application" }
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Root, "src", p), "*Text.resx", SearchOption.AllDirectories))
            .Where(f => !NotOurs().IsMatch(f))
            .Select(Area.Read),
    ];

    [Fact]
    public void Every_id_has_a_sentence()
    {
        var missing = Uses()
            .Where(u => !u.Area.Sentences.ContainsKey(u.IsCounted ? $"{u.Id}.Other" : u.Id))
            .Select(u => $"{u.Where}: {u.Id} is not in {u.Area.Name}");
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_sentence_is_shown_somewhere() =>
        Assert.Empty(
            Areas.SelectMany(area =>
            {
                var said = Code.Where(c => area.Covers(c) || c.Text.Contains($"{area.Name}.T[", StringComparison.Ordinal))
                    .SelectMany(c => Ids().Matches(c.Text).Select(m => m.Groups[1].Value))
                    .ToHashSet();
                return area.Sentences.Keys.Where(id => !said.Contains(Plural.Singled(id))).Select(id => $"{area.Name}: {id}");
            })
        );

    [Fact]
    public void A_sentence_is_given_as_many_values_as_it_has_places()
    {
        var wrong = Uses()
            .Where(u => u.Values > 0 && u.Sentences.Any() && u.Sentences.Max(Places) != u.Values)
            .Select(u => $"{u.Where}: {u.Id} has {u.Sentences.Max(Places)} places and is given {u.Values} values");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_language_says_what_American_English_says() =>
        Assert.Empty(
            Directory
                .EnumerateFiles(Path.Combine(Root, "src"), "*.*.resx", SearchOption.AllDirectories)
                .Where(f => !NotOurs().IsMatch(f))
                .SelectMany(f =>
                {
                    var (name, english) = (Path.GetFileName(f), Read(f[..f[..^".resx".Length].LastIndexOf('.')] + ".resx"));
                    return Read(f)
                        .Where(s =>
                            (english.GetValueOrDefault(s.Key) ?? english.GetValueOrDefault($"{Plural.Singled(s.Key)}.Other"))
                                is not { } same
                            || Places(same) != Places(s.Value)
                        )
                        .Select(s => $"{name}: {s.Key} is not in American English, or has other places");
                })
        );

    [Fact]
    public void Every_term_is_said_by_a_table_or_an_enum()
    {
        var said = Code.Where(c => c.Path.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(c => Literals(c.Text)).ToHashSet();
        said.UnionWith(Code.SelectMany(c => Enums().Matches(c.Text)).SelectMany(m => Words().Matches(m.Groups[1].Value)).Select(Shown));
        var terms = Directory
            .EnumerateFiles(Path.Combine(Root, "src/Glidepath.Application/Shared/Terms"), "*Terms.resx")
            .SelectMany(f => Read(f).Values)
            .ToList();
        Assert.Equal(terms.Count, terms.Distinct().Count());
        Assert.DoesNotContain(terms, t => !said.Contains(t));
    }

    /// <summary>As <c>ShownWords.Words</c> shows it.</summary>
    private static string Shown(Match name) =>
        American.Aggregate(
            Inner().Replace(name.Value, m => $" {m.Value.ToLowerInvariant()}"),
            (words, pair) => words.Replace(pair.British, pair.Here, StringComparison.Ordinal)
        );

    private static readonly (string British, string Here)[] American =
    [
        ("Enquiry", "Inquiry"),
        ("enquiry", "inquiry"),
        ("ounsell", "ounsel"),
        ("rganisation", "rganization"),
        ("rogramme", "rogram"),
    ];

    /// <summary>Each string, those that are joined by a plus as one.</summary>
    private static IEnumerable<string> Literals(string code) =>
        Strings()
            .Matches(Comments().Replace(code, ""))
            .Select(m => Joint().Replace(m.Value[1..^1], "").Replace("\\\"", "\"", StringComparison.Ordinal));

    private static IEnumerable<Use> Uses()
    {
        foreach (var file in Code)
        foreach (var use in LookUps().Matches(file.Text).AsEnumerable())
        {
            var area = use.Groups["area"].Success
                ? Areas.FirstOrDefault(a => a.Name == use.Groups["area"].Value)
                : Areas.Where(a => a.Covers(file)).MaxBy(a => a.Folder.Length);
            if (area is not null)
                yield return new Use(
                    area,
                    use.Groups["id"].Value,
                    Values(file.Text, use.Index + use.Length),
                    use.Groups["count"].Success,
                    file.Name
                );
        }
    }

    /// <summary>How many values follow the id, up to the bracket that ends the look-up.</summary>
    private static int Values(string code, int at)
    {
        var (depth, values, isText) = (0, 0, false);
        for (; at < code.Length; at++)
        {
            var c = code[at];
            if (isText)
                (at, isText) = c is '\\' ? (at + 1, true) : (at, c is not '"');
            else if (c is '"')
                isText = true;
            else if (c is '(' or '[' or '{')
                depth++;
            else if (c is ']' or ')' && depth is 0)
                break;
            else if (c is ')' or ']' or '}')
                depth--;
            else if (c is ',' && depth is 0)
                values++;
        }
        return values;
    }

    private static int Places(string sentence) => Place().Matches(sentence).Select(m => m.Value).Distinct().Count();

    private static Dictionary<string, string> Read(string resource) =>
        XDocument.Load(resource).Root!.Elements("data").ToDictionary(e => (string)e.Attribute("name")!, e => (string)e.Element("value")!);

    private sealed record CodeFile(string Path, string Text)
    {
        public string Name => System.IO.Path.GetRelativePath(Root, Path);
    }

    private sealed record Area(string Name, string Folder, IReadOnlyDictionary<string, string> Sentences)
    {
        public static Area Read(string resource)
        {
            var (name, folder) = (System.IO.Path.GetFileNameWithoutExtension(resource), System.IO.Path.GetDirectoryName(resource)!);
            // What use cases make is said in all of their folders.
            return new(name, name is "ApplicationText" ? System.IO.Path.GetDirectoryName(folder)! : folder, WordTests.Read(resource));
        }

        public bool Covers(CodeFile file) => file.Path.StartsWith(Folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    /// <param name="IsCounted">Has a form for one and a form for more.</param>
    private sealed record Use(Area Area, string Id, int Values, bool IsCounted, string Where)
    {
        public IEnumerable<string> Sentences =>
            (IsCounted ? [$"{Id}.One", $"{Id}.Other"] : new[] { Id }).Where(Area.Sentences.ContainsKey).Select(id => Area.Sentences[id]);
    }

    [GeneratedRegex(@"[\\/](obj|bin|node_modules|ui|Migrations)[\\/]")]
    private static partial Regex NotOurs();

    [GeneratedRegex("(?<![\\w.])(?:(?<area>\\w+Text)\\.)?T(?:\\[|(?<count>\\.Count\\())\"(?<id>\\w+)\"")]
    private static partial Regex LookUps();

    [GeneratedRegex("\"([A-Z]\\w*)\"")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Place();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex("\"(?:[^\"\\\\\\n]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\\\n]|\\\\.)*\")*")]
    private static partial Regex Strings();

    [GeneratedRegex("\"\\s*\\+\\s*\"")]
    private static partial Regex Joint();

    [GeneratedRegex(@"\benum \w+[^{;]*\{(.*?)\n?\s*\}", RegexOptions.Singleline)]
    private static partial Regex Enums();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<=.)[A-Z]")]
    private static partial Regex Inner();
}
