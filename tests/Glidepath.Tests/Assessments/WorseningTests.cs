using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Patients;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Assessments;

public class WorseningTests
{
    private static readonly EpisodeOfCare Episode = Made.Episode();

    [Theory]
    [InlineData(8, 17, true, true)]
    [InlineData(9, 10, true, true)]
    [InlineData(0, 4, false, false)]
    [InlineData(10, 14, false, false)]
    [InlineData(15, 20, true, false)]
    [InlineData(17, 8, false, false)]
    [InlineData(8, 8, false, false)]
    public void A_band_up_or_five_points_is_worse(int before, int now, bool isWorse, bool isBand)
    {
        var (first, second) = (Gad(before, 0), Gad(now, 10));
        var found = Worsening.Of(InstrumentTable.Gad7, [first, second], second);
        Assert.Equal(isWorse, found is not null);
        if (found is not null)
            Assert.Equal((isBand, $"{before} → {now}", Answer.Yes), (found.IsBand, found.Told.Said, found.Told.Answer));
    }

    [Fact]
    public void It_is_held_against_the_score_just_before_by_day_and_not_against_one_that_was_replaced()
    {
        var (low, high, now) = (Gad(3, 0), Gad(16, 5), Gad(17, 10));
        Assert.Null(Worsening.Of(InstrumentTable.Gad7, [now, low, high], now));
        var mended = Gad(3, 5, high.Id);
        Assert.Equal(mended.Id, Worsening.Of(InstrumentTable.Gad7, [low, high, mended, now], now)!.Before.Id);
        Assert.Null(Worsening.Of(InstrumentTable.Gad7, [now], now));
    }

    [Theory]
    [InlineData(1, SafetyGrade.Low)]
    [InlineData(2, SafetyGrade.Middle)]
    [InlineData(3, SafetyGrade.High)]
    public void Item_9_is_as_alarming_as_its_answer(int value, SafetyGrade grade)
    {
        var told = Assert.Single(SafetyItems.Told(InstrumentTable.Phq9, new Dictionary<string, int> { ["9"] = value }));
        Assert.Equal((SafetyConcern.Suicide, "phq-9: 9", Answer.Yes, grade), (told.Concern, told.From, told.Answer, told.Grade));
        Assert.Empty(SafetyItems.Told(InstrumentTable.Phq9, new Dictionary<string, int> { ["1"] = 3 }));
        Assert.Equal(Answer.No, Assert.Single(SafetyItems.Told(InstrumentTable.Phq9, new Dictionary<string, int> { ["9"] = 0 })).Answer);
    }

    private static ScoredAssessment Gad(int total, int day, Guid? amends = null)
    {
        var items = InstrumentTable.Gad7.Items;
        var answers = items.Select((item, i) => (item.Id, Value: Math.Clamp(total - 3 * i, 0, 3))).ToDictionary(a => a.Id, a => a.Value);
        return ScoredAssessment.Complete(
            Episode,
            InstrumentTable.Gad7,
            answers,
            Made.Day.AddDays(day),
            AnsweredBy.Staff,
            Made.Entry(amends, amends is null ? null : "misread")
        );
    }
}
