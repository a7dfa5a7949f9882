using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Patients;

public class IntakeTests
{
    [Fact]
    public void Question_ids_are_unique_and_begin_with_their_part()
    {
        Assert.Equal(IntakeQuestions.All.Count, IntakeQuestions.All.Select(q => q.Id).Distinct().Count());
        Assert.All(
            Enum.GetValues<IntakePart>(),
            part => Assert.Single(IntakeQuestions.Of(part).Select(q => q.Id.Split('.')[0]).Distinct())
        );
    }

    [Fact]
    public void Every_input_of_the_first_reduction_flowchart_is_needed() =>
        Assert.All(
            new[]
            {
                "medicine.drug",
                "medicine.regimen",
                "pattern.months",
                "pattern.days-per-week",
                "attempts.any",
                "missed.symptoms",
                "seizures.ever",
                "sedatives.any",
                "alcohol.any",
                "opioids.any",
                "pregnancy.pregnant",
            },
            id => Assert.True(IntakeQuestions.Find(id)!.IsNeeded, id)
        );

    [Fact]
    public void A_question_that_depends_on_another_depends_on_one_of_its_own_part() =>
        Assert.All(
            IntakeQuestions.All.Where(q => q.OnlyWhen is not null),
            q => Assert.Equal(q.Part, IntakeQuestions.Find(q.OnlyWhen!.Value.Id)!.Part)
        );

    [Fact]
    public void A_part_is_saved_in_pieces_and_what_was_saved_stays()
    {
        var section = IntakeSection.Start(Guid.NewGuid(), Made.Episode(), IntakePart.Alcohol);
        section.Save(Made.Answers(("alcohol.any", "yes")), Made.Now, Made.Staff);
        section.Save(new Dictionary<string, IntakeAnswer> { ["alcohol.withdrawal"] = IntakeAnswer.Unknown }, Made.Now, Made.Staff);
        Assert.Equal(("yes", AnswerState.Unknown), (section.Answers["alcohol.any"].Value, section.Answers["alcohol.withdrawal"].State));
        section.Save(new Dictionary<string, IntakeAnswer> { ["alcohol.any"] = IntakeAnswer.NotAsked }, Made.Now, Made.Staff);
        Assert.False(section.Answers.ContainsKey("alcohol.any"));
    }

    [Theory]
    [InlineData("seizures.ever", "yes", "intake.answer.not-of-this-part")]
    [InlineData("pattern.nothing", "yes", "intake.answer.not-of-this-part")]
    [InlineData("pattern.days-per-week", "8", "intake.answer.does-not-fit")]
    [InlineData("pattern.days-per-week", "2.5", "intake.answer.does-not-fit")]
    [InlineData("pattern.months", "-1", "intake.answer.does-not-fit")]
    [InlineData("pattern.months", "1,5", "intake.answer.does-not-fit")]
    [InlineData("pattern.extra", "  ", "intake.answer.does-not-fit")]
    public void A_wrong_answer_is_refused_and_nothing_is_saved(string id, string value, string rule)
    {
        var section = IntakeSection.Start(Guid.NewGuid(), Made.Episode(), IntakePart.Pattern);
        var answers = Made.Answers(("pattern.extra", "at work"));
        answers[id] = IntakeAnswer.Of(value);
        Assert.Equal(rule, Made.RuleOf(() => section.Save(answers, Made.Now, Made.Staff)));
        Assert.Empty(section.Answers);
    }

    [Fact]
    public void Not_known_is_an_answer_and_completes_a_part_but_is_listed()
    {
        var review = IntakeReview.Of(new Dictionary<string, IntakeAnswer> { ["seizures.ever"] = IntakeAnswer.Unknown });
        var task = review.Tasks.Single(t => t.Part is IntakePart.Seizures);
        Assert.Equal((TaskState.Complete, "seizures.ever"), (task.State, Assert.Single(task.NotKnown).Id));
        Assert.Contains(review.Missing, q => q.Id == "alcohol.any");
    }

    [Fact]
    public void A_part_with_some_answers_is_in_progress_and_says_what_is_missing()
    {
        var task = IntakeReview.Of(Made.Answers(("pattern.months", "12"))).Tasks.Single(t => t.Part is IntakePart.Pattern);
        Assert.Equal((TaskState.InProgress, "pattern.days-per-week"), (task.State, Assert.Single(task.Missing).Id));
    }

    [Fact]
    public void A_question_that_does_not_apply_is_neither_shown_nor_missing()
    {
        var review = IntakeReview.Of(Made.Answers(("seizures.ever", "no")));
        Assert.DoesNotContain(review.Parts.SelectMany(p => p.Rows), r => r.Question.Id == "seizures.in-withdrawal");
        Assert.Equal(TaskState.Complete, review.Tasks.Single(t => t.Part is IntakePart.Seizures).State);
    }

    [Fact]
    public void An_intake_is_not_checked_while_something_needed_was_not_asked()
    {
        var intake = Intake.Start(Guid.NewGuid(), Made.Episode(), Made.Now, Made.Staff);
        Assert.Equal("intake.check.missing", Made.RuleOf(() => intake.Check(IntakeReview.Of(Made.Answers()), Made.Now, Made.Staff)));
        intake.Check(IntakeReview.Of(IntakeQuestions.All.ToDictionary(q => q.Id, _ => IntakeAnswer.Unknown)), Made.Now, Made.Staff);
        Assert.True(intake.IsChecked);
    }

    [Fact]
    public void An_empty_intake_tells_the_engine_nothing_and_every_question_is_open()
    {
        var facts = Made.Facts().ToPatientFacts(null);
        Assert.Equivalent(PatientFacts.None, facts);
        Assert.Empty(CareFirst.Reasons(facts));
        foreach (
            var open in new[]
            {
                "past seizures",
                "past severe withdrawal",
                "pregnancy",
                "alcohol",
                "opioids",
                "where the supply comes from",
                "age",
            }
        )
            Assert.Contains(open, CareFirst.Unasked(facts)!.Message);
    }

    [Fact]
    public void Not_known_and_not_said_are_never_read_as_no()
    {
        foreach (var state in new[] { IntakeAnswer.Unknown, IntakeAnswer.NotSaid })
        {
            var facts = new IntakeFacts(IntakeQuestions.All.ToDictionary(q => q.Id, _ => state)).ToPatientFacts(40);
            Answer[] answers =
            [
                facts.Pregnant,
                facts.SeizureHistory,
                facts.SevereWithdrawal,
                facts.Opioid,
                facts.OpioidTreatment,
                facts.Alcohol,
                facts.BipolarOrPsychosis,
                facts.Ptsd,
                facts.LiverDisease,
                facts.EndOfLifeCare,
            ];
            Assert.All(answers, a => Assert.Equal(Answer.Unknown, a));
            Assert.Equal(Supply.Unknown, facts.Supply);
            Assert.Contains(CareFirst.Reasons(facts), f => f.Rule == "care-first.supply");
        }
    }

    [Theory]
    [InlineData("seizures.ever", "yes", "care-first.seizure")]
    [InlineData("attempts.severe", "yes", "care-first.severe-withdrawal")]
    [InlineData("mental.suicide", "yes", "care-first.suicide")]
    [InlineData("pregnancy.pregnant", "yes", "care-first.pregnancy")]
    [InlineData("pregnancy.pregnant", "couldBe", "care-first.pregnancy")]
    [InlineData("alcohol.any", "yes", "care-first.alcohol")]
    [InlineData("opioids.any", "yes", "care-first.opioid")]
    [InlineData("opioids.treatment", "yes", "care-first.opioid")]
    [InlineData("medicine.others", "ibuprofen, Oxycodone 5 mg", "care-first.opioid")]
    [InlineData("medicine.supply", "notPrescribed", "care-first.supply")]
    [InlineData("medicine.supply", "both", "care-first.supply")]
    [InlineData("physical.end-of-life", "yes", "asam.end-of-life")]
    public void What_calls_for_care_first_reaches_the_engine(string id, string value, string rule) =>
        Assert.Contains(CareFirst.Reasons(Made.Facts((id, value)).ToPatientFacts(40)), f => f.Rule == rule);

    [Fact]
    public void A_seizure_in_withdrawal_is_severe_withdrawal_and_no_seizure_at_all_is_none()
    {
        Assert.Equal(
            Answer.Yes,
            Made.Facts(("seizures.ever", "yes"), ("seizures.in-withdrawal", "yes"), ("attempts.severe", "no"))
                .ToPatientFacts(null)
                .SevereWithdrawal
        );
        Assert.Equal(Answer.No, Made.Facts(("seizures.ever", "no"), ("attempts.severe", "no")).ToPatientFacts(null).SevereWithdrawal);
        Assert.Equal(Answer.Unknown, Made.Facts(("seizures.ever", "yes"), ("attempts.severe", "no")).ToPatientFacts(null).SevereWithdrawal);
        Assert.Equal(Answer.Unknown, Made.Facts(("attempts.severe", "no")).ToPatientFacts(null).SevereWithdrawal);
    }

    [Fact]
    public void A_worked_intake_gives_the_risk_of_the_guideline()
    {
        var intake = Made.Facts(
            ("medicine.drug", "clonazepam"),
            ("medicine.regimen", "0.5 mg morning, 1 mg bedtime"),
            ("medicine.highest-mg", "2.5"),
            ("pattern.months", "3"),
            ("pattern.days-per-week", "7"),
            ("medicine.supply", "prescribed")
        );
        Assert.Equal(BenzodiazepineTable.Clonazepam, intake.Drug);
        Assert.Equal((1.5m, 2.5m), (intake.DailyMg!.Value.Low, intake.DailyMg!.Value.High));
        var facts = intake.ToPatientFacts(50);
        Assert.Equal((90, 7, Supply.Prescribed), (facts.DurationDays!.Value, facts.DaysPerWeek!.Value, facts.Supply));
        Assert.Equal(
            WithdrawalRiskBand.Yes,
            WithdrawalRisk.Of(intake.Drug!, intake.Regimen!.DailyDose, facts.DurationDays, facts.DaysPerWeek).Band
        );
    }

    [Fact]
    public void An_answer_that_no_longer_applies_is_not_read() =>
        Assert.Null(
            new IntakeFacts(Made.Answers(("opioids.treatment", "no"), ("opioids.stabilising", "yes"))).Value("opioids.stabilising")
        );
}
