using System.Text.RegularExpressions;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Architecture;

/// <summary>
/// What a page, a print, the command line or a doc says is said in the field's own words: eng/phrases.txt. Comments are not searched, names
/// in code neither.
/// </summary>
public partial class PhraseTests
{
    private static readonly string Root = Repository.Root;

    private static readonly IReadOnlyList<Phrase> Phrases = [.. Lines("phrases.txt").Select(Phrase.Read)];

    private static readonly IReadOnlySet<string> Allowed = Lines("phrases-allowed.txt")
        .Select(l => string.Join(": ", l.Split(": ").Take(2)))
        .ToHashSet();

    private static IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".razor" or ".cs" or ".resx")
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Root, "*.md"))
            .Where(f => !NotOurs().IsMatch(f));

    [Fact]
    public void Nobody_reads_a_phrase_that_has_a_better_one()
    {
        var found = Found().Where(f => !Allowed.Contains($"{f.File}: {f.Phrase.Seen}")).ToList();
        Assert.True(
            found.Count == 0,
            string.Join('\n', found.Select(f => $"{f.File}: \"{f.Phrase.Seen}\": write {f.Phrase.Written}: {f.Where}"))
        );
    }

    [Fact]
    public void Every_exception_is_still_needed() => Assert.Empty(Allowed.Except(Found().Select(f => $"{f.File}: {f.Phrase.Seen}")));

    [Theory]
    [InlineData("x.razor", "<p>@T[\"Go  on\"]</p>", "go on")]
    [InlineData("x.cs", "Say(\"Ask Somebody.\");", "somebody")]
    [InlineData("x.cs", "Say($\"{count} programmes found\");", "programmes")]
    [InlineData("x.razor", "<p>@T[\"Programme\"]</p>", "programme")]
    [InlineData("x.resx", "<data name=\"GoOn\"><value>The colour</value></data>", "colour")]
    [InlineData("x.resx", "<data name=\"somebody\"><value>You</value></data>", null)]
    [InlineData("x.md", "The colour of `it`.", "colour")]
    [InlineData("x.resx", "  <data name=\"Id\" xml:space=\"preserve\"><value>Programme</value></data>", "programme")]
    [InlineData("x.resx", "  <data name=\"GoOn\" xml:space=\"preserve\"><value>{0}: go on</value></data>", "go on")]
    [InlineData("x.resx", "  <data name=\"Programme\" xml:space=\"preserve\"><value>Program</value></data>", null)]
    [InlineData("x.cs", "Say(\"See https://a.example and go on\");", "go on")]
    [InlineData("x.cs", "var programme = Of(programme.Name); // somebody may go on", null)]
    [InlineData("x.cs", "/// <summary>Somebody.</summary>", null)]
    [InlineData("x.razor", "@* Somebody *@<Programme Name=\"programme\" />", null)]
    [InlineData("x.md", "See `programme` and SomebodyElse.", null)]
    public void It_searches_what_is_shown_and_nothing_else(string file, string text, string? seen) =>
        Assert.Equal(seen, Find(file, text).Select(f => f.Phrase.Seen).FirstOrDefault());

    private static List<(string File, Phrase Phrase, string Where)> Found() =>
        [
            .. Files.SelectMany(f =>
                Find(f, File.ReadAllText(f)).Select(hit => (Path.GetRelativePath(Root, f).Replace('\\', '/'), hit.Phrase, hit.Where))
            ),
        ];

    private static IEnumerable<(Phrase Phrase, string Where)> Find(string file, string text)
    {
        var isDoc = file.EndsWith(".md", StringComparison.Ordinal);
        if (file.EndsWith(".resx", StringComparison.Ordinal))
        {
            text = string.Join('\n', Values().Matches(text).Select(m => m.Value));
            foreach (var phrase in Phrases)
            foreach (var hit in phrase.In.Matches(text).AsEnumerable())
                yield return (phrase, Around(text, hit.Index));
            yield break;
        }
        var shown = isDoc ? CodeInDoc().Replace(text, Blank) : Comments().Replace(text, m => m.Groups["said"].Success ? m.Value : Blank(m));
        var sentences = isDoc ? shown : string.Join('\n', Sentences().Matches(shown).Select(m => m.Value));
        foreach (var phrase in Phrases)
        foreach (var hit in phrase.In.Matches(phrase.IsSpelling ? sentences : shown).AsEnumerable())
            yield return (phrase, Around(phrase.IsSpelling ? sentences : shown, hit.Index));
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 60)].ReplaceLineEndings(" ");

    private static string Blank(Match match) => new(' ', match.Length);

    private static IEnumerable<string> Lines(string name) =>
        File.ReadLines(Path.Combine(Root, "eng", name)).Where(l => l.Length > 0 && !l.StartsWith('#'));

    /// <param name="IsSpelling">Searched in sentences alone, where code has names of its own.</param>
    private sealed record Phrase(string Seen, string Written, bool IsSpelling, Regex In)
    {
        public static Phrase Read(string line)
        {
            var (seen, written) = (line.Split(" | ")[0], line.Split(" | ")[1]);
            var isSpelling = seen.StartsWith("= ", StringComparison.Ordinal);
            seen = isSpelling ? seen[2..] : seen;
            return new Phrase(
                seen,
                written,
                isSpelling,
                new Regex(
                    $@"(?<![\w/.{{-]){string.Join(@"\s+", seen.Split(' ').Select(Regex.Escape))}(?![\w/(-]|\.\w)",
                    RegexOptions.IgnoreCase
                )
            );
        }
    }

    [GeneratedRegex(@"[\\/](Migrations|obj|bin|node_modules|decisions)[\\/]")]
    private static partial Regex NotOurs();

    /// <summary>A string is passed over whole, so that what looks like a comment in it is none.</summary>
    [GeneratedRegex("(?<said>\"(?:[^\"\\\\\\n]|\\\\.)*\")|@\\*.*?\\*@|/\\*.*?\\*/|(?<!:)//[^\\n]*", RegexOptions.Singleline)]
    private static partial Regex Comments();

    /// <summary>Strings of more than a word, words that are looked up for a page, and text between two tags.</summary>
    [GeneratedRegex("T\\[\"(?:[^\"\\\\]|\\\\.)*\"|\"(?:[^\"\\\\\\n]|\\\\.)* (?:[^\"\\\\\\n]|\\\\.)*\"|(?<=>)[^<>@{}\"]+(?=</)")]
    private static partial Regex Sentences();

    /// <summary>What a resource says; its id is code.</summary>
    [GeneratedRegex("(?<=<value>)[^<]*(?=</value>)")]
    private static partial Regex Values();

    [GeneratedRegex(@"`[^`\n]*`|\]\([^)\n]*\)")]
    private static partial Regex CodeInDoc();
}
