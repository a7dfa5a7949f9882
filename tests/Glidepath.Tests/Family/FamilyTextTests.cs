using System.Text.RegularExpressions;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Family;

namespace Glidepath.Tests.Family;

public sealed partial class FamilyTextTests
{
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
        // An item of a list ends as a sentence does.
        var words = string.Join(
            ". ",
            Spoken()
                .Matches(File.ReadAllText(Path.Combine(Repository.Root, "src/Glidepath.Web/Family/" + page)))
                .Select(m => m.Groups[1].Value.Replace("\\\"", "", StringComparison.Ordinal))
        );
        if (words.Split(' ').Length < 40)
            return;
        Assert.True(Reading.Grade(words) <= 6.9, $"{page}: grade {Reading.Grade(words):0.0}");
        Assert.DoesNotMatch(NeverSaid(), words);
    }

    [Fact]
    public void The_ladder_and_the_evidence_read_at_eighth_grade_or_below_and_name_their_source()
    {
        var ladder = string.Join(' ', FamilyStep.All.SelectMany(s => s.Try.Prepend(s.Why)));
        Assert.True(Reading.Grade(ladder) <= 6.9, $"ladder: grade {Reading.Grade(ladder):0.0}");
        Assert.Equal(["self", "learn", "say", "reward", "window", "ready", "invite"], FamilyStep.All.Select(s => s.Id));
        Assert.All(FamilyEvidence.All, e => Assert.True(e.Source.Where.Length > 0 && e.Caution.Length > 0, e.Id));
    }

    [GeneratedRegex("T\\[\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\b(addicts?|abusers?|denial|failures?|dirty|junkies?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NeverSaid();
}
