using Glidepath.Tests.Shared;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Patients;

public class PathwayTests
{
    [Fact]
    public void Prescriptions_questions_and_referrals_come_back_as_they_were_written()
    {
        var pathway = PrescribedPathway.Open(Guid.NewGuid(), Made.Episode());
        var prescription = new PrescriptionDetails(
            "clonazepam",
            "0.5 mg",
            "one at bedtime",
            "panic",
            Made.Day.AddYears(-3),
            Made.Day,
            "Main Street"
        );
        pathway.ListPrescriptions([prescription]);
        pathway.Ask(["May I drive?"]);
        pathway.Refer([new("Dr. Example", "another prescriber", null, "slower pace")]);
        Assert.Equal([prescription], pathway.Prescriptions);
        Assert.Equal(["May I drive?"], pathway.OwnQuestions);
        Assert.Equal("slower pace", Assert.Single(pathway.Referrals).Why);
    }

    [Fact]
    public void The_letter_says_what_was_told_and_leaves_out_what_was_not()
    {
        var letter = Letter(
            Made.Answers(
                ("medicine.drug", "clonazepam"),
                ("medicine.regimen", "1 mg bedtime"),
                ("pattern.months", "30"),
                ("missed.symptoms", "strong"),
                ("alcohol.any", "no")
            )
        );
        Assert.Contains("I take 1 mg bedtime.", letter);
        Assert.Contains("about 2 years", letter);
        Assert.Contains("very unwell when I miss a dose", letter);
        Assert.Contains("I do not want to stop all at once", letter);
        Assert.DoesNotContain("alcohol", letter);
        Assert.DoesNotContain("seizure", letter);
    }

    [Fact]
    public void The_person_may_leave_something_out() =>
        Assert.DoesNotContain(
            "alcohol",
            PrescriberLetter.Write(
                "Ana",
                Prescribed(),
                Made.Answers(("alcohol.any", "yes")),
                Made.Day,
                new HashSet<string> { "alcohol.any" }
            )
        );

    [Fact]
    public void The_letter_names_no_diagnosis_and_asks_for_no_dose()
    {
        var letter = Letter(
            IntakeQuestions.All.Where(q => q.Kind is QuestionKind.YesNo).ToDictionary(q => q.Id, _ => IntakeAnswer.Of("yes"))
        );
        foreach (
            var label in new[]
            {
                "disorder",
                "dependence",
                "dependent",
                "addict",
                "abuse",
                "anxiety",
                "depress",
                "PTSD",
                "bipolar",
                "F13",
                " mg",
            }
        )
            Assert.DoesNotContain(label, letter, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_letter_reads_at_the_sixth_grade() =>
        Assert.True(
            Reading.Grade(Letter(Made.Answers(("medicine.drug", "clonazepam"), ("seizures.ever", "yes"), ("opioids.any", "yes")))) <= 6.5
        );

    [Fact]
    public void Every_question_of_the_intake_and_for_the_visit_is_short() =>
        Assert.All(
            IntakeQuestions.All.Select(q => q.Text).Concat(VisitQuestions.All.Select(q => q.Text)),
            text => Assert.True(text.Split(' ').Length <= 30, text)
        );

    [Fact]
    public void What_is_not_known_of_the_supply_stays_a_range()
    {
        var pathway = NotPrescribedPathway.Open(Guid.NewGuid(), Made.Episode());
        Assert.Null(pathway.DailyDose);
        pathway.Estimate(new DoseRange(2, 8, "pills look different each time"));
        Assert.Equal(new DoseRange(2, 8, "pills look different each time"), pathway.DailyDose);
        Assert.Equal("pathway.dose-range.out-of-range", Made.RuleOf(() => pathway.Estimate(new DoseRange(8, 2, null))));
        Assert.Equal(SupplyOrigin.NotAsked, pathway.Supply.Origin);
    }

    [Fact]
    public void A_controlling_dose_is_a_note_with_what_was_given_and_seen()
    {
        var note = ControllingDoseNote.Write(
            Made.Episode(),
            Made.Day,
            "diazepam 5 mg at 14:00",
            "calm after an hour, no sedation",
            false,
            Made.Entry()
        );
        Assert.False(note.IsSettled);
        Assert.Equal(
            "pathway.controlling-dose.observed.missing",
            Made.RuleOf(() => ControllingDoseNote.Write(Made.Episode(), Made.Day, "diazepam", "", true, Made.Entry()))
        );
        Assert.DoesNotContain(typeof(ControllingDoseNote).GetProperties(), p => p.PropertyType == typeof(decimal));
    }

    [Fact]
    public void A_letter_of_a_person_who_is_elsewhere_says_where_the_times_are()
    {
        var answers = Made.Answers(("medicine.regimen", "1 mg 8 am, 1 mg bedtime"));
        Assert.Contains("I take 1 mg 8 am, 1 mg bedtime.", PrescriberLetter.Write("Ana", Prescribed(), answers, Made.Day));
        Assert.Contains(
            "I take 1 mg 8 am, 1 mg bedtime (times in New York).",
            PrescriberLetter.Write("Ana", Prescribed(), answers, Made.Day, clockIn: "New York")
        );
        // Where no dose stands in it, there is no time to place.
        Assert.DoesNotContain("New York", PrescriberLetter.Write("Ana", Prescribed(), Made.Answers(), Made.Day, clockIn: "New York"));
    }

    [Fact]
    public void A_letter_with_a_draft_says_that_nobody_approved_it_before_any_number()
    {
        var letter = PrescriberLetter.Write(
            "Ana",
            Prescribed(),
            Made.Answers(),
            Made.Day,
            draft: new("clonazepam", 2m, null, 13, 52, 10.04m)
        );
        Assert.Contains("Dose now: clonazepam, 2 mg a day.", letter);
        Assert.Contains("Pace: 13 cuts over about 52 weeks, each at most 10 percent of the dose at that time.", letter);
        Assert.InRange(
            letter.IndexOf("DRAFT, NOT APPROVED", StringComparison.Ordinal),
            0,
            letter.IndexOf("Dose now", StringComparison.Ordinal)
        );
        Assert.Contains("I do not change my dose by this draft.", letter);
    }

    private static PrescribedPathway Prescribed() => PrescribedPathway.Open(Guid.NewGuid(), Made.Episode());

    private static string Letter(IReadOnlyDictionary<string, IntakeAnswer> answers) =>
        PrescriberLetter.Write("Ana Example", Prescribed(), answers, Made.Day);
}
