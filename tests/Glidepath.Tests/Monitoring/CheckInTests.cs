using Glidepath.Tests.Patients;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Monitoring;

/// <summary>A check-in: what it may say, which of a day counts, and what it tells the history of safety.</summary>
public class CheckInTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    private static readonly EpisodeOfCare Episode = Made.Episode();

    [Fact]
    public void What_is_not_answered_stays_unknown_and_is_never_zero()
    {
        var entry = Record(new CheckInAnswers { Anxiety = 0 });
        Assert.Equal(0, entry.Answers.Anxiety);
        Assert.Null(entry.Answers.Craving);
        Assert.Null(entry.Answers.SleepHours);
        Assert.Null(entry.Answers.Severity);
        Assert.Equal(DoseAnswer.NotAsked, entry.Answers.Dose);
        Assert.Empty(entry.Answers.Since);
    }

    [Fact]
    public void The_severity_is_the_mean_of_what_was_answered_and_needs_half_of_the_list()
    {
        Assert.Equal(12, Symptom.All.Count);
        Assert.Null(new CheckInAnswers { Symptoms = First(5, 4) }.Severity);
        Assert.Equal(3m, new CheckInAnswers { Symptoms = First(6, 3) }.Severity);
        Assert.Equal(0m, new CheckInAnswers { Symptoms = First(12, 0) }.Severity);
        Assert.Equal(
            1.33m,
            new CheckInAnswers { Symptoms = new Dictionary<string, int>(First(4, 0).Concat(First(6, 4).Skip(4))) }.Severity
        );
    }

    public static TheoryData<string, CheckInAnswers> Wrong() =>
        new()
        {
            { "check-in.empty", new() },
            {
                "check-in.empty",
                new() { Note = "  " }
            },
            {
                "check-in.anxiety",
                new() { Anxiety = 11 }
            },
            {
                "check-in.craving",
                new() { Craving = -1 }
            },
            {
                "check-in.sleep-quality",
                new() { SleepQuality = 5 }
            },
            {
                "check-in.sleep-hours",
                new() { SleepHours = 24.5m }
            },
            {
                "check-in.symptom.unknown",
                new() { Symptoms = new Dictionary<string, int> { ["cough"] = 1 } }
            },
            {
                "check-in.symptom.strength",
                new() { Symptoms = new Dictionary<string, int> { ["heart"] = 5 } }
            },
            {
                "check-in.since.nothing-and-more",
                new() { Since = [SinceLast.Nothing, SinceLast.Fall] }
            },
            {
                "check-in.note.too-long",
                new() { Note = new string('x', 301) }
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_is_refused(string rule, CheckInAnswers answers) => Assert.Equal(rule, Made.RuleOf(() => Record(answers)));

    [Fact]
    public void A_danger_sign_stands_beside_none_of_these() =>
        Assert.Equal([RedSign.Seizure], Record(new() { Since = [SinceLast.Nothing], Flags = [RedSign.Seizure] }).Answers.Flags);

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void In_a_course_silence_counts_from_its_first_day_also_where_nobody_ever_checked_in(int daysIn, bool isListed)
    {
        var course = new CourseSoFar { Since = Today.AddDays(-daysIn) };
        Assert.Equal(isListed, Silence.Of(null, null, course, Today)!.IsListed);
        Assert.Null(Silence.Of(null, null, CourseSoFar.NotKnown, Today));
        Assert.Null(Silence.Of((HowOften.NotAtAll, Today.AddDays(-30)), null, course, Today));
        Assert.Equal(Today, Silence.Of(null, Today, course, Today)!.Since);
    }

    [Fact]
    public void A_day_that_is_to_come_or_long_past_is_refused()
    {
        var answers = new CheckInAnswers { Anxiety = 1 };
        Assert.Equal("check-in.day", Made.RuleOf(() => Record(answers, Today.AddDays(1))));
        Assert.Equal("check-in.day", Made.RuleOf(() => Record(answers, Today.AddDays(-CheckIn.DaysBack - 1))));
        Assert.Equal(Today.AddDays(-CheckIn.DaysBack), Record(answers, Today.AddDays(-CheckIn.DaysBack)).On);
    }

    [Fact]
    public void Of_a_day_the_latest_counts_and_takes_no_fall_back()
    {
        CheckIn[] entries =
        [
            Record(new CheckInAnswers { Anxiety = 8, Since = [SinceLast.Fall] }, hour: 8),
            Record(new CheckInAnswers { Anxiety = 3, Since = [SinceLast.Nothing] }, hour: 20),
        ];
        foreach (var order in new[] { entries, [.. entries.Reverse()] })
        {
            var day = Assert.Single(CheckInDay.Of(order));
            Assert.Equal((3, 2), (day.Answers.Anxiety, day.Count));
            Assert.Equal([SinceLast.Fall], day.Answers.Since);
        }
    }

    [Fact]
    public void What_the_latest_leaves_open_takes_no_answer_back()
    {
        var day = Assert.Single(
            CheckInDay.Of([
                Record(new CheckInAnswers { Dose = DoseAnswer.No, Anxiety = 8 }, hour: 8),
                Record(new CheckInAnswers { Flags = [RedSign.SeeingThings] }, hour: 20),
            ])
        );
        Assert.Equal((DoseAnswer.No, 8), (day.Answers.Dose, day.Answers.Anxiety));
        Assert.Equal([RedSign.SeeingThings], day.Answers.Flags);
    }

    [Fact]
    public void An_entry_that_was_replaced_counts_no_more()
    {
        var wrong = Record(new CheckInAnswers { Since = [SinceLast.Fall] });
        var right = Record(new CheckInAnswers { Since = [SinceLast.Nothing] }, amends: wrong.Id);
        Assert.Equal([SinceLast.Nothing], Assert.Single(CheckInDay.Of([wrong, right])).Answers.Since);
    }

    [Fact]
    public void Every_red_flag_is_told_to_the_history_of_safety_and_is_red_there()
    {
        foreach (var flag in Enum.GetValues<RedSign>())
            Assert.Contains(CheckInSafety.Told(new CheckInAnswers { Flags = [flag] }), t => SafetyConcerns.Row(t.Concern).IsRed);
        Assert.Equal(Enum.GetValues<RedSign>(), RedSigns.All.Select(r => r.Flag));
    }

    [Fact]
    public void What_asks_for_a_call_the_same_day_is_told_and_the_rest_is_not()
    {
        SinceLast[] calls = [SinceLast.Fall, SinceLast.EmergencyVisit, SinceLast.Alcohol, SinceLast.Opioid, SinceLast.ExtraDose];
        foreach (var what in Enum.GetValues<SinceLast>())
            Assert.Equal(
                calls.Contains(what),
                CheckInSafety.Told(new CheckInAnswers { Since = [what] }).Any(t => t.Concern is SafetyConcern.CallToday)
            );
        Assert.Single(CheckInSafety.Told(new CheckInAnswers { Dose = DoseAnswer.Extra, Since = [SinceLast.ExtraDose] }));
        Assert.Empty(CheckInSafety.Told(new CheckInAnswers { Since = [SinceLast.Nothing], Dose = DoseAnswer.No }));
    }

    [Fact]
    public void The_dose_stops_for_an_overdose_and_for_nothing_else() =>
        Assert.Equal([RedSign.HardToWake], RedSigns.All.Where(r => r.TakesNoMore).Select(r => r.Flag));

    private static Dictionary<string, int> First(int count, int strength) => Symptom.All.Take(count).ToDictionary(s => s.Id, _ => strength);

    private static CheckIn Record(CheckInAnswers answers, DateOnly? on = null, int hour = 9, Guid? amends = null) =>
        CheckIn.Record(
            Episode,
            on ?? Today,
            CheckInSource.Telephone,
            answers,
            Today,
            new Entry(
                Guid.CreateVersion7(),
                new DateTime(2026, 11, 30, hour, 0, 0, DateTimeKind.Utc),
                Made.Staff,
                amends,
                amends is null ? null : "The wrong person."
            )
        );
}
