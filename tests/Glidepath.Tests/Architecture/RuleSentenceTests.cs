using System.Text.RegularExpressions;
using Glidepath.Tests.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Architecture;

/// <summary>What the domain refuses is a rule with arguments; its words stand in the resources of its area.</summary>
public partial class RuleSentenceTests
{
    private static readonly IReadOnlyList<(string File, string Text)> Code =
    [
        .. new[] { "Treatment", "Storage", "Application", "Web" }
            .Select(p => Path.Combine(Repository.Root, "src", $"Glidepath.{p}"))
            .SelectMany(p => Directory.GetFiles(p, "*.*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !Generated().IsMatch(f))
            .Select(f => (Path.GetFileName(f), Comment().Replace(File.ReadAllText(f), ""))),
    ];

    [Fact]
    public void Every_rule_has_a_sentence()
    {
        var broken = new List<string>();
        var rules = 0;
        foreach (var (file, text) in Code)
        foreach (var thrown in Thrown().Matches(text).AsEnumerable())
        {
            rules++;
            var id = thrown.Groups["id"].Value;
            if (thrown.Groups["constant"].Success)
                id = Constant().Matches(text).First(m => m.Groups["name"].Value == thrown.Groups["constant"].Value).Groups["id"].Value;
            if (!RuleSentences.Ids.Contains(id))
                broken.Add($"{file}: {id}");
        }
        foreach (var (file, text) in Code)
            broken.AddRange(
                Said()
                    .Matches(text)
                    .Select(m => m.Groups["id"].Value)
                    .Where(id => !RuleSentences.Ids.Contains(id))
                    .Select(id => $"{file}: {id}")
            );
        broken.AddRange(Fields.Where(id => !RuleSentences.Ids.Contains(id)));
        Assert.Empty(broken);
        Assert.True(rules > 90, $"{rules} rules found");
    }

    [Fact]
    public void Every_sentence_has_a_rule()
    {
        var literals = Code.SelectMany(c => Literal().Matches(c.Text)).Select(m => m.Groups["text"].Value).ToHashSet();
        var elements = ConsentElements.All.Select(e => $"element.{e.Rule}");
        Assert.Empty(RuleSentences.Ids.Except(literals).Except(Fields).Except(elements).Except(["list.comma", "list.semicolon"]));
        Assert.Distinct(RuleSentences.Ids);
    }

    [Fact]
    public void A_sentence_is_given_what_it_names()
    {
        var broken = new List<string>();
        var given = 0;
        foreach (var (file, text) in Code)
        foreach (var thrown in Thrown().Matches(text).Concat(Said().Matches(text)))
        {
            var id = thrown.Groups["id"].Value;
            if (id.Length == 0)
                continue;
            // An id that stands by itself is given nothing.
            var within = thrown.Value.Contains('(', StringComparison.Ordinal) ? Parenthesized(text, thrown.Index) : "";
            var arguments = Argument().Matches(within).Select(m => m.Groups["name"].Value).ToHashSet();
            var holes = Hole().Matches(RuleSentences.Find(id)!).Select(m => m.Groups["name"].Value).ToHashSet();
            given += holes.Count;
            if (!holes.IsSubsetOf(arguments))
                broken.Add($"{file}: {id} names {string.Join(", ", holes.Except(arguments))}");
        }
        Assert.Empty(broken);
        Assert.True(given > 30, $"{given} given");
    }

    [Fact]
    public void Every_element_of_a_consent_has_its_words() => Assert.All(ConsentElements.All, e => Assert.NotEmpty(e.Message));

    [Fact]
    public void A_refusal_says_what_was_given_and_what_is_accepted()
    {
        var broken = Assert.Throws<RuleViolationException>(() => Recorded.Optional(new string('a', 30), "contact.name", 20));
        Assert.Equal(("contact.name.too-long", "At most 20 characters; 30 were given."), (broken.Rule, broken.Message));
        broken = Assert.Throws<RuleViolationException>(() => Required.Text(" ", "recipient-told.how"));
        Assert.Equal(("recipient-told.how", "How they were told is missing."), (broken.Rule, broken.Message));
    }

    private static IEnumerable<string> Fields =>
        Code.SelectMany(c => Field().Matches(c.Text)).Select(m => $"field.{m.Groups["id"].Value}").Distinct();

    /// <summary>From the first parenthesis at or after a place to the one that closes it.</summary>
    private static string Parenthesized(string text, int from)
    {
        var (start, depth, inText) = (text.IndexOf('(', from), 0, false);
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '"' && text[i - 1] != '\\')
                inText = !inText;
            else if (!inText && text[i] is '(' or ')')
                depth += !inText && text[i] == '(' ? 1 : -1;
            if (depth == 0)
                return text[start..i];
        }
        return text[start..];
    }

    [GeneratedRegex(@"[\\/](Migrations|obj|bin)[\\/]")]
    private static partial Regex Generated();

    [GeneratedRegex(@"^\s*//[^\n]*", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("new RuleViolationException\\(\\s*(?:\"(?<id>[^\"]+)\"|(?:\\w+\\.)?(?<constant>[A-Z]\\w+)\\b)")]
    private static partial Regex Thrown();

    /// <summary>A sentence of a rule that shares it: within what is thrown, or given to the thrower.</summary>
    [GeneratedRegex("(?<=RuleViolationException\\.Of\\([^;]*)(?:Sentence\\.Of\\(|,)\\s*\"(?<id>[a-z][\\w-]*\\.[\\w.-]+)\"(?=\\s*[,)])")]
    private static partial Regex Said();

    [GeneratedRegex("Required\\.(?:Text|Reason|Id|Some)\\([^;\"]*?,\\s*\"(?<id>[\\w.-]+)\"")]
    private static partial Regex Field();

    [GeneratedRegex("\\b(?<name>[A-Z]\\w+) = \"(?<id>[a-z][\\w.-]+)\"")]
    private static partial Regex Constant();

    [GeneratedRegex("\"(?<text>[^\"\\\\\\n]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\\(\\s*\"(?<name>\\w+)\",")]
    private static partial Regex Argument();

    [GeneratedRegex(@"\{(?<name>\w+)(?:[:|][^}]*)?\}")]
    private static partial Regex Hole();
}
