using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Family;

namespace Glidepath.Tests.Family;

public sealed class SafetyScreenTests
{
    private static readonly Answer?[] Answers = [null, Answer.No, Answer.Yes, Answer.Unknown];

    [Fact]
    public void Only_four_times_no_opens_the_ladder()
    {
        var all =
            from violence in Answers
            from weapons in Answers
            from children in Answers
            from threats in Answers
            select new SafetyScreen(violence, weapons, children, threats);
        Assert.Equal(
            [new SafetyScreen(Answer.No, Answer.No, Answer.No, Answer.No)],
            all.Where(s => s.Outcome is SafetyOutcome.NoDangerSaid)
        );
    }

    [Theory]
    [InlineData(Answer.Yes)]
    [InlineData(Answer.Unknown)]
    public void One_yes_or_not_sure_leaves_only_the_plan_for_safety_whatever_else_is_open(Answer answer)
    {
        foreach (var other in Answers)
        {
            Assert.Equal(SafetyOutcome.SafetyPlanOnly, new SafetyScreen(answer, other, other, other).Outcome);
            Assert.Equal(SafetyOutcome.SafetyPlanOnly, new SafetyScreen(other, other, other, answer).Outcome);
        }
    }
}
