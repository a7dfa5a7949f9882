using Glidepath.Tests.Patients;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Assessments;

public class DueAndTrendTests
{
    private static readonly HashSet<DueWhen> NoFacts = [];

    [Fact]
    public void Every_scheduled_instrument_exists() =>
        Assert.All(AssessmentSchedule.Default, s => Assert.NotNull(InstrumentTable.Find(s.InstrumentId)));

    [Fact]
    public void At_intake_each_is_due_once()
    {
        var due = Due(EpisodePhase.Intake, [], []);
        Assert.Equal(["audit-c", "core-10", "gad-7", "glidepath-withdrawal", "pcl-5", "phq-9", "sds"], due.Select(d => d.InstrumentId));
        Assert.DoesNotContain(Due(EpisodePhase.Intake, [new("gad-7", Made.Day)], []), d => d.InstrumentId == "gad-7");
    }

    [Fact]
    public void Scales_of_other_withdrawals_are_due_only_where_that_withdrawal_is_watched()
    {
        Assert.DoesNotContain(Due(EpisodePhase.WithdrawalManagement, [], []), d => d.InstrumentId is "ciwa-ar" or "cows");
        Assert.Contains(
            DueList.Of(
                EpisodePhase.WithdrawalManagement,
                Made.Day,
                [],
                [],
                new HashSet<DueWhen> { DueWhen.AlcoholWithdrawalIsWatched },
                Made.Day
            ),
            d => d.InstrumentId == "ciwa-ar"
        );
    }

    [Theory]
    [InlineData(27, false)]
    [InlineData(28, true)]
    public void A_rhythm_counts_from_the_last_time(int daysLater, bool due) =>
        Assert.Equal(
            due,
            DueList
                .Of(EpisodePhase.Treatment, Made.Day, [new("gad-7", Made.Day)], [], NoFacts, Made.Day.AddDays(daysLater))
                .Any(d => d.InstrumentId == "gad-7")
        );

    [Fact]
    public void A_step_makes_the_tracker_due_a_week_later_even_when_the_rhythm_does_not()
    {
        var done = new[] { new DoneOn("glidepath-withdrawal", Made.Day.AddDays(6)) };
        var due = DueList
            .Of(EpisodePhase.Treatment, Made.Day, done, [Made.Day], NoFacts, Made.Day.AddDays(7))
            .Single(d => d.InstrumentId == "glidepath-withdrawal");
        Assert.Equal("7 days after a step", due.Why.InWords());
        Assert.DoesNotContain(
            DueList.Of(
                EpisodePhase.Treatment,
                Made.Day,
                [.. done, new("glidepath-withdrawal", Made.Day.AddDays(7))],
                [Made.Day],
                NoFacts,
                Made.Day.AddDays(8)
            ),
            d => d.InstrumentId == "glidepath-withdrawal"
        );
    }

    [Fact]
    public void The_longest_overdue_comes_first()
    {
        var due = DueList.Of(EpisodePhase.Treatment, Made.Day, [new("gad-7", Made.Day.AddDays(10))], [], NoFacts, Made.Day.AddDays(60));
        Assert.Equal(due.OrderByDescending(d => d.DaysOverdue).Select(d => d.DaysOverdue), due.Select(d => d.DaysOverdue));
        Assert.Equal(22, due.Single(d => d.InstrumentId == "gad-7").DaysOverdue);
    }

    [Fact]
    public void Nothing_is_due_before_a_phase_or_after_discharge() =>
        Assert.Empty(Due(EpisodePhase.Discharged, [], []).Concat(Due(EpisodePhase.Enquiry, [], [])));

    [Fact]
    public void A_trend_shows_scores_gaps_and_the_steps_between_them()
    {
        var episode = Made.Episode();
        ScoredAssessment At(int day, int each, bool whole = true, Guid? amends = null)
        {
            var answers = GoldenScoreTests.All(InstrumentTable.Gad7, _ => each);
            if (!whole)
                answers.Remove("7");
            return ScoredAssessment.Complete(
                episode,
                InstrumentTable.Gad7,
                answers,
                Made.Day.AddDays(day),
                AnsweredBy.Patient,
                Made.Entry(amends, amends is null ? null : "wrong box")
            );
        }
        var first = At(0, 1);
        var trend = Trend.Of(
            InstrumentTable.Gad7,
            [At(28, 2), first, At(14, 1, whole: false), At(0, 3, amends: first.Id)],
            [Made.Day.AddDays(14), Made.Day.AddDays(20)]
        );
        Assert.Equal([21, null, 14], trend.Rows.Select(r => r.Total));
        Assert.Equal(["severe", null, "moderate"], trend.Rows.Select(r => r.Band));
        Assert.Equal([0, 1, 1], trend.Rows.Select(r => r.StepsBefore.Count));
        Assert.Equal(1, trend.Rows[1].Missing);
    }

    [Fact]
    public void An_entry_keeps_its_answers_version_and_what_is_missing()
    {
        var answers = GoldenScoreTests.All(InstrumentTable.Gad7, _ => 1);
        answers.Remove("3");
        var entry = ScoredAssessment.Complete(Made.Episode(), InstrumentTable.Gad7, answers, Made.Day, AnsweredBy.Patient, Made.Entry());
        Assert.Equal((null, null, 1), (entry.Total, entry.BandName, entry.InstrumentVersion));
        Assert.Equal(["3"], entry.Missing);
        Assert.Equal(answers, entry.Answers);
        Assert.Equal(
            "assessment.complete.empty",
            Made.RuleOf(() =>
                ScoredAssessment.Complete(
                    Made.Episode(),
                    InstrumentTable.Gad7,
                    new Dictionary<string, int>(),
                    Made.Day,
                    AnsweredBy.Patient,
                    Made.Entry()
                )
            )
        );
    }

    private static IReadOnlyList<DueAssessment> Due(
        EpisodePhase phase,
        IReadOnlyCollection<DoneOn> done,
        IReadOnlyCollection<DateOnly> steps
    ) => DueList.Of(phase, Made.Day, done, steps, NoFacts, Made.Day);
}
