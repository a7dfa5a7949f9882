using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Family;

namespace Glidepath.Tests.Family;

public sealed class SafetyScreenTests
{
    private static readonly Answer?[] Answers = [null, Answer.No, Answer.Yes, Answer.Unknown];

    [Fact]
    public void Only_five_times_no_opens_the_ladder()
    {
        var all =
            from harm in Answers
            from violence in Answers
            from weapons in Answers
            from children in Answers
            from threats in Answers
            select new SafetyScreen(harm, violence, weapons, children, threats);
        Assert.Equal(
            [new SafetyScreen(Answer.No, Answer.No, Answer.No, Answer.No, Answer.No)],
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
            Assert.Equal(SafetyOutcome.SafetyPlanOnly, new SafetyScreen(other, answer, other, other, other).Outcome);
            Assert.Equal(SafetyOutcome.SafetyPlanOnly, new SafetyScreen(other, other, other, other, answer).Outcome);
        }
    }

    [Theory]
    [InlineData(Answer.Yes)]
    [InlineData(Answer.Unknown)]
    public void Who_may_hurt_themselves_alone_is_stayed_with_and_a_gun_does_not_make_it_violence(Answer answer)
    {
        foreach (var weapons in Answers)
            Assert.Equal(SafetyOutcome.StayWithThem, new SafetyScreen(answer, Answer.No, weapons, Answer.No, Answer.No).Outcome);
        Assert.Equal(SafetyOutcome.SafetyPlanOnly, new SafetyScreen(answer, Answer.Yes, Answer.No, Answer.No, Answer.No).Outcome);
        Assert.Equal(SafetyOutcome.SafetyPlanOnly, new SafetyScreen(Answer.No, Answer.No, answer, Answer.No, Answer.No).Outcome);
    }
}
