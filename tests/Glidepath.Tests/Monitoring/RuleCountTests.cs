using CsCheck;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Tests.Monitoring;

/// <summary>How often a rule fired, was followed and was overruled, and what of it may be shown.</summary>
public sealed class RuleCountTests
{
    [Theory]
    [InlineData(SuggestionKind.Proceed, CourseAction.TakeStep, RuleOutcome.Followed)]
    [InlineData(SuggestionKind.Proceed, CourseAction.GoOn, RuleOutcome.Followed)]
    [InlineData(SuggestionKind.Proceed, CourseAction.Hold, RuleOutcome.Overruled)]
    [InlineData(SuggestionKind.Hold, CourseAction.Hold, RuleOutcome.Followed)]
    [InlineData(SuggestionKind.Hold, CourseAction.TakeStep, RuleOutcome.Overruled)]
    [InlineData(SuggestionKind.Call, CourseAction.TakeStep, RuleOutcome.Overruled)]
    [InlineData(SuggestionKind.Call, CourseAction.Hold, RuleOutcome.Followed)]
    [InlineData(SuggestionKind.RedFlag, CourseAction.GoOn, RuleOutcome.Overruled)]
    [InlineData(SuggestionKind.NotEnough, CourseAction.TakeStep, RuleOutcome.Neither)]
    [InlineData(SuggestionKind.Hold, CourseAction.Approve, RuleOutcome.Neither)]
    [InlineData(SuggestionKind.Hold, CourseAction.StayOnDose, RuleOutcome.Neither)]
    public void A_decision_follows_a_rule_overrules_it_or_does_neither(SuggestionKind gives, CourseAction decided, RuleOutcome outcome) =>
        Assert.Equal(outcome, RuleOutcomes.Of(gives, decided));

    [Fact]
    public void Each_rule_that_fired_on_a_decision_counts_for_itself()
    {
        var counts = RuleCount
            .Of([
                (CourseAction.Hold, ["P1", "H3"]),
                (CourseAction.TakeStep, ["H3"]),
                (CourseAction.Approve, ["H3"]),
                (CourseAction.Hold, ["gone"]),
            ])
            .ToDictionary(c => c.Rule.Id);
        Assert.Equal((1, 0, 1), Numbers(counts["P1"]));
        Assert.Equal((3, 1, 1), Numbers(counts["H3"]));
        Assert.Equal(CourseRules.All.Select(r => r.Id).Order(), counts.Keys.Order());
        Assert.Equal(4, counts.Values.Sum(c => c.Fired));
    }

    [Theory]
    [InlineData(0, 0, 0, "0 0 0")]
    [InlineData(9, 9, 0, "- - -")]
    [InlineData(10, 10, 0, "10 10 0")]
    [InlineData(30, 20, 10, "30 20 10")]
    [InlineData(30, 21, 9, "30 - -")]
    [InlineData(30, 15, 14, "30 - -")]
    public void A_small_number_is_hidden_and_so_is_one_from_which_it_could_be_told(int fired, int followed, int overruled, string shown)
    {
        var seen = new RuleCount(CourseRules.H1, fired, followed, overruled).Shown(10);
        Assert.Equal(shown, $"{seen.Fired?.ToString() ?? "-"} {seen.Followed?.ToString() ?? "-"} {seen.Overruled?.ToString() ?? "-"}");
    }

    [Fact]
    public void Nothing_from_1_to_9_can_be_told_from_what_is_shown() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 40])
            .Sample(parts =>
            {
                var (followed, overruled, neither) = parts;
                var shown = new RuleCount(CourseRules.H1, followed + overruled + neither, followed, overruled).Shown(10);
                int?[] told = [shown.Fired, shown.Followed, shown.Overruled, shown.Fired - shown.Followed - shown.Overruled];
                return told.All(t => t is null or 0 or >= 10);
            });

    private static (int, int, int) Numbers(RuleCount count) => (count.Fired, count.Followed, count.Overruled);
}
