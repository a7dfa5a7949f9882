using System.Text.RegularExpressions;
using System.Xml.Linq;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Family;

namespace Glidepath.Tests.Family;

public sealed partial class FamilyTextTests
{
    private static readonly Dictionary<string, string> Sentences = XDocument
        .Load(Path.Combine(Repository.Root, "src/Glidepath.Web/Family/FamilyText.resx"))
        .Descendants("data")
        .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    public static TheoryData<string> Pages() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "src/Glidepath.Web/Family"), "*.razor")
                .Select(Path.GetFileName)
                .OfType<string>()
                .Where(f => f != "_Imports.razor"),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Family_pages_read_at_sixth_grade_and_name_people_first(string page)
    {
        // What stands on the page, not the ids. An item of a list ends as a sentence does.
        var words = string.Join(
            ". ",
            Said()
                .Matches(File.ReadAllText(Path.Combine(Repository.Root, "src/Glidepath.Web/Family/" + page)))
                .Select(m => Sentence(m.Groups[1].Value))
        );
        Assert.DoesNotMatch(NeverSaid(), words);
        // Both formulas are made for a text, and say little of a few lines.
        if (words.Split(' ').Length < 100)
            return;
        Assert.True(Reading.Grade(words) <= 6, $"{page}: grade {Reading.Grade(words):0.0}");
        Assert.True(Reading.Smog(words) < 7, $"{page}: SMOG {Reading.Smog(words):0.0}");
    }

    [Fact]
    public void The_ladder_and_the_evidence_read_at_eighth_grade_or_below_and_name_their_source()
    {
        var ladder = string.Join(' ', FamilyStep.All.SelectMany(s => s.Try.Prepend(s.Why)));
        Assert.True(Reading.Grade(ladder) <= 6.9, $"ladder: grade {Reading.Grade(ladder):0.0}");
        Assert.Equal(["self", "learn", "say", "reward", "window", "ready", "invite"], FamilyStep.All.Select(s => s.Id));
        Assert.All(FamilyEvidence.All, e => Assert.True(e.Source.Where.Length > 0 && e.Caution.Length > 0, e.Id));
    }

    private static string Sentence(string id) =>
        Place().Replace(Sentences.TryGetValue(id, out var own) ? own : Sentences[$"{id}.Other"], "1");

    [GeneratedRegex(@"T(?:\.Count\(|\[)""([A-Za-z0-9]+)""")]
    private static partial Regex Said();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(addicts?|abusers?|denial|failures?|dirty|junkies?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NeverSaid();
}
