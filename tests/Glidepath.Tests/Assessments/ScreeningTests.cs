using Glidepath.Tests.Patients;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Assessments;

public class ScreeningTests
{
    [Theory]
    [InlineData("gad-7", 9, false, ConditionKind.Anxiety)]
    [InlineData("gad-7", 10, true, ConditionKind.Anxiety)]
    [InlineData("phq-9", 9, false, ConditionKind.Depression)]
    [InlineData("phq-9", 10, true, ConditionKind.Depression)]
    [InlineData("pcl-5", 30, false, ConditionKind.TraumaRelated)]
    [InlineData("pcl-5", 31, true, ConditionKind.TraumaRelated)]
    public void A_screen_suggests_a_look_from_its_cut_off_on(string id, int total, bool suggests, ConditionKind kind) =>
        Assert.Equal(
            suggests,
            Screening.Suggest([Scored(id, total)], Made.Facts()).Any(s => s.Kind == kind && s.Rule == $"screening.{id}")
        );

    [Theory]
    [InlineData("physical.pain", ConditionKind.Pain)]
    [InlineData("mental.high-spells", ConditionKind.Bipolar)]
    [InlineData("mental.bipolar", ConditionKind.Bipolar)]
    [InlineData("mental.psychosis", ConditionKind.Psychosis)]
    [InlineData("mental.ptsd", ConditionKind.TraumaRelated)]
    public void An_answer_of_the_intake_suggests_a_look(string id, ConditionKind kind)
    {
        Assert.Contains(Screening.Suggest([], Made.Facts((id, "yes"))), s => s.Kind == kind);
        Assert.Empty(Screening.Suggest([], Made.Facts((id, "no"))));
    }

    [Fact]
    public void Item_9_of_phq_9_is_named_first()
    {
        var answers = new Dictionary<string, int> { ["3"] = 2, ["9"] = 2 };
        var episode = Made.Episode();
        var step = SafetyStep.OpenForPatient(Guid.CreateVersion7(), episode, SafetyTrigger.InstrumentItem, "phq-9: 9", Made.Now, null);
        var scored = ScoredAssessment.Complete(episode, InstrumentTable.Phq9, answers, Made.Day, AnsweredBy.Patient, Made.Entry(), step);
        Assert.StartsWith("PHQ-9 item 9", Screening.Suggest([scored], Made.Facts())[0].Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Sleep_is_seen_in_item_3_of_phq_9() =>
        Assert.Contains(
            Screening.Suggest(
                [
                    ScoredAssessment.Complete(
                        Made.Episode(),
                        InstrumentTable.Phq9,
                        new Dictionary<string, int> { ["3"] = 2 },
                        Made.Day,
                        AnsweredBy.Patient,
                        Made.Entry()
                    ),
                ],
                Made.Facts()
            ),
            s => s.Kind is ConditionKind.Sleep
        );

    [Fact]
    public void A_suggestion_is_never_a_use_disorder_and_carries_no_code()
    {
        var all = Screening.Suggest(
            [Scored("gad-7", 21), Scored("pcl-5", 80)],
            new IntakeFacts(
                IntakeQuestions.All.Where(q => q.Kind is QuestionKind.YesNo).ToDictionary(q => q.Id, _ => IntakeAnswer.Of("yes"))
            )
        );
        Assert.DoesNotContain(all, s => s.Kind is ConditionKind.UseDisorder);
        Assert.DoesNotContain(all, s => s.Because.Contains("F13", StringComparison.Ordinal));
    }

    [Fact]
    public void What_nobody_screened_is_named_and_not_taken_as_negative()
    {
        var open = Screening.NotScreened([Scored("gad-7", 3)], Made.Facts(("physical.pain", "no")));
        Assert.Equal(["phq-9", "pcl-5", "audit-c", "mental.high-spells", "mental.bipolar", "mental.psychosis"], open);
    }

    private static ScoredAssessment Scored(string id, int total)
    {
        var instrument = InstrumentTable.Find(id)!;
        var answers = GoldenScoreTests.Reaching(instrument, total);
        var episode = Made.Episode();
        var step = SafetyStep.OpenForPatient(Guid.NewGuid(), episode, SafetyTrigger.InstrumentItem, id, Made.Now, null);
        return ScoredAssessment.Complete(episode, instrument, answers, Made.Day, AnsweredBy.Patient, Made.Entry(), step);
    }
}
