using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Patients;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Assessments;

public class SafetyStepTests
{
    private static readonly EpisodeOfCare Episode = Made.Episode();

    private static readonly SafetyActionDetails Done = new()
    {
        AskedDirectly = Answer.Yes,
        StayedWithThePerson = Answer.Yes,
        MeansTalkedAbout = Answer.Yes,
        Gave988 = Answer.Yes,
        Disposition = SafetyDisposition.SafetyPlanAtHome,
        WhatWasSaid = "Thoughts at night, no plan.",
        Plan = "Sister stays; call tomorrow at 9.",
        WhoWasTold = "Prescriber",
    };

    [Theory]
    [InlineData("phq-9", "9", 1)]
    [InlineData("core-10", "6", 1)]
    [InlineData("core-10", "6", 4)]
    [InlineData("glidepath-withdrawal", "suicide", 1)]
    public void Staff_cannot_save_an_answer_of_suicide_without_a_step_and_an_action(string id, string item, int value)
    {
        var answers = Answers(id, item, value);
        Assert.Equal("safety.step.missing", Made.RuleOf(() => Save(id, answers, AnsweredBy.Staff, null)));
        var step = WithStaff();
        Assert.Equal("safety.step.no-action", Made.RuleOf(() => Save(id, answers, AnsweredBy.Staff, step)));
        step.Act(SafetyAction.Record(step, Done, Made.Entry()));
        Assert.Equal(step.Id, Save(id, answers, AnsweredBy.Staff, step).SafetyStepId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Staff_do_not_get_past_it_by_way_of_the_step_for_a_person_alone(bool alerted)
    {
        var step = Alone(alerted);
        Assert.Equal("safety.step.no-action", Made.RuleOf(() => Save("phq-9", Answers("phq-9", "9", 3), AnsweredBy.Staff, step)));
        Assert.Equal("safety.step.no-action", Made.RuleOf(() => Save("phq-9", Answers("phq-9", "9", 3), AnsweredBy.Both, step)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_person_alone_may_go_on(bool alerted)
    {
        var step = Alone(alerted);
        Assert.Equal(step.Id, Save("phq-9", Answers("phq-9", "9", 2), AnsweredBy.Patient, step).SafetyStepId);
        Assert.True(step.NeedsAction);
    }

    [Fact]
    public void A_person_alone_still_needs_the_step_so_that_it_is_never_lost() =>
        Assert.Equal("safety.step.missing", Made.RuleOf(() => Save("phq-9", Answers("phq-9", "9", 1), AnsweredBy.Patient, null)));

    [Fact]
    public void The_lowest_answer_opens_nothing_and_no_answer_is_shown_as_open()
    {
        var answers = Answers("phq-9", "9", 0);
        Assert.Empty(Score.SafetyAnswers(InstrumentTable.Phq9, answers));
        Assert.Null(Save("phq-9", answers, AnsweredBy.Staff, null).SafetyStepId);
        answers.Remove("9");
        Assert.Equal("9", Assert.Single(Score.SafetyNotAnswered(InstrumentTable.Phq9, answers)).Id);
    }

    [Fact]
    public void A_step_of_another_person_or_one_that_is_closed_does_not_count()
    {
        var other = SafetyStep.OpenWithStaff(Guid.NewGuid(), Made.Episode(), SafetyTrigger.InstrumentItem, "phq-9: 9", Made.Now);
        other.Act(SafetyAction.Record(other, Done, Made.Entry()));
        Assert.Equal("safety.step.missing", Made.RuleOf(() => Save("phq-9", Answers("phq-9", "9", 1), AnsweredBy.Staff, other)));
        var closed = WithStaff();
        closed.Act(SafetyAction.Record(closed, Done, Made.Entry()));
        closed.Close("safe at home, seen next day", Made.Now, Made.Staff);
        Assert.Equal("safety.step.missing", Made.RuleOf(() => Save("phq-9", Answers("phq-9", "9", 1), AnsweredBy.Staff, closed)));
        Assert.Equal("safety.step.missing", Made.RuleOf(() => Save("phq-9", Answers("phq-9", "9", 1), AnsweredBy.Patient, closed)));
    }

    [Fact]
    public void Every_field_of_an_action_is_answered()
    {
        var step = WithStaff();
        foreach (
            var (details, rule) in new (SafetyActionDetails, string)[]
            {
                (Done with { AskedDirectly = Answer.Unknown }, "safety.action.asked-directly.missing"),
                (Done with { StayedWithThePerson = Answer.Unknown }, "safety.action.stayed.missing"),
                (Done with { MeansTalkedAbout = Answer.Unknown }, "safety.action.means.missing"),
                (Done with { Gave988 = Answer.Unknown }, "safety.action.988.missing"),
                (Done with { WhatWasSaid = " " }, "safety.action.what-was-said.missing"),
                (Done with { Plan = "" }, "safety.action.plan.missing"),
                (Done with { WhoWasTold = "" }, "safety.action.who-was-told.missing"),
                (Done with { AskedDirectly = Answer.No }, "safety.action.not-asked"),
            }
        )
            Assert.Equal(rule, Made.RuleOf(() => SafetyAction.Record(step, details, Made.Entry())));
    }

    [Fact]
    public void A_step_is_not_closed_before_someone_reached_the_person()
    {
        var step = Alone(true);
        Assert.Equal("safety.close.no-action", Made.RuleOf(() => step.Close("x", Made.Now, Made.Staff)));
        step.Act(
            SafetyAction.Record(step, Done with { AskedDirectly = Answer.No, Disposition = SafetyDisposition.NotReachedYet }, Made.Entry())
        );
        Assert.Equal("safety.close.not-reached", Made.RuleOf(() => step.Close("x", Made.Now, Made.Staff)));
        step.Act(SafetyAction.Record(step, Done, Made.Entry()));
        step.Close("safe, plan made", Made.Now, Made.Staff);
        Assert.Equal("safety.act.closed", Made.RuleOf(() => step.Act(SafetyAction.Record(step, Done, Made.Entry()))));
        Assert.Equal("safety.close.closed", Made.RuleOf(() => step.Close("again", Made.Now, Made.Staff)));
    }

    [Fact]
    public void Taking_up_a_step_binds_staff_to_it()
    {
        var step = Alone(false);
        step.TakeUp(Made.Now);
        Assert.Equal((SafetyState.OpenWithStaff, false), (step.State, step.LetsGoOn(AnsweredBy.Staff)));
        Assert.Equal("safety.take-up.already", Made.RuleOf(() => step.TakeUp(Made.Now)));
        step.Act(SafetyAction.Record(step, Done, Made.Entry()));
        Assert.Equal("safety.take-up.done", Made.RuleOf(() => step.TakeUp(Made.Now)));
    }

    [Fact]
    public void An_action_belongs_to_its_step()
    {
        var (one, other) = (WithStaff(), WithStaff());
        Assert.Equal("safety.act.other-step", Made.RuleOf(() => one.Act(SafetyAction.Record(other, Done, Made.Entry()))));
    }

    [Fact]
    public void Staff_have_no_way_on_before_an_action()
    {
        var step = WithStaff();
        Assert.False(step.LetsGoOn(AnsweredBy.Staff));
        step.Act(SafetyAction.Record(step, Done, Made.Entry()));
        Assert.True(step.LetsGoOn(AnsweredBy.Staff));
    }

    private static SafetyStep WithStaff() =>
        SafetyStep.OpenWithStaff(Guid.NewGuid(), Episode, SafetyTrigger.InstrumentItem, "phq-9: 9", Made.Now);

    private static SafetyStep Alone(bool alerted) =>
        SafetyStep.OpenForPatient(
            Guid.NewGuid(),
            Episode,
            SafetyTrigger.InstrumentItem,
            "phq-9: 9",
            Made.Now,
            alerted ? new(Made.Staff, "Ana, your nurse") : null
        );

    private static ScoredAssessment Save(string id, IReadOnlyDictionary<string, int> answers, AnsweredBy who, SafetyStep? step) =>
        ScoredAssessment.Complete(Episode, InstrumentTable.Find(id)!, answers, Made.Day, who, Made.Entry(), step);

    private static Dictionary<string, int> Answers(string id, string item, int value)
    {
        var answers = GoldenScoreTests.All(InstrumentTable.Find(id)!, i => i.Least);
        answers[item] = value;
        return answers;
    }
}
