using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Monitoring;

/// <summary>Each rule of a supervised course by hand: once where it fires, once where it just does not.</summary>
public class SuggestionTests
{
    /// <summary>The first cut; the fortnight before it is the own usual: severity 1, seven hours of sleep.</summary>
    private static readonly DateOnly Cut = new(2026, 11, 2);

    private static readonly DateOnly Today = Cut.AddDays(14);

    private static readonly CourseSoFar Course = new()
    {
        Cuts = [Cut],
        Pace = DrugPace.Clonazepam,
        IntervalEnds = Cut.AddDays(14),
    };

    private static Signals Well =>
        new()
        {
            Today = Today,
            Days = [.. Before(), .. After(1)],
            Course = Course,
        };

    [Fact]
    public void Near_the_own_usual_with_the_interval_passed_proceed_is_suggested()
    {
        var suggested = Suggestion.Of(Well);
        Assert.Equal(SuggestionKind.Proceed, suggested.Kind);
        var fired = Assert.Single(suggested.Because);
        Assert.Equal(("P1", 1m, 1m, Today), (fired.Rule.Id, fired.Value, fired.Usual, fired.On));
        Assert.Equal(14, suggested.Usual.Known);
    }

    public static TheoryData<string, Signals> NotYet() =>
        new()
        {
            { "the interval has not passed", Well with { Course = Course with { IntervalEnds = Today.AddDays(1) } } },
            { "no interval is known", Well with { Course = Course with { IntervalEnds = null } } },
            { "no cut was made", Well with { Course = CourseSoFar.NotKnown } },
            { "six days of own usual", Well with { Days = [.. Before().Take(6), .. After(1)] } },
            { "one check-in since the first look", Well with { Days = [.. Before(), Day(Today, 1)] } },
            { "the last check-in is four days old", Well with { Days = [.. Before(), .. After(1).Where(d => d.On <= Today.AddDays(-4))] } },
            { "nothing since the cut", Well with { Days = Before() } },
            { "sleep not told", Well with { Days = [.. Before(), .. After(1).Select(d => With(d, a => a with { SleepHours = null }))] } },
            { "sleep under five hours", Well with { Days = [.. Before(5), .. After(1, 4.9m)] } },
            { "sleep more than an hour under the usual", Well with { Days = [.. Before(), .. After(1, 5.9m)] } },
        };

    [Theory]
    [MemberData(nameof(NotYet))]
    public void What_is_not_known_or_not_there_yet_is_not_enough_to_say(string what, Signals signals)
    {
        var suggested = Suggestion.Of(signals);
        Assert.True(suggested.Kind is SuggestionKind.NotEnough, $"{what}: {suggested.Kind}");
        Assert.Empty(suggested.Because);
    }

    [Fact]
    public void Two_cuts_gone_well_say_the_same_pace_and_never_a_faster_one()
    {
        var course = Course with { Cuts = [Cut, Cut.AddDays(14)], IntervalEnds = Cut.AddDays(28) };
        var signals = Well with
        {
            Today = Cut.AddDays(28),
            Course = course,
            Days = [.. Before(), .. After(1), .. Enumerable.Range(15, 14).Select(n => Day(Cut.AddDays(n), 1))],
        };
        Assert.Equal(["P1", "P2"], Rules(signals));
        Assert.Equal(["P1"], Rules(signals with { Days = [.. signals.Days.Where(d => d.On < Cut || d.On > Cut.AddDays(14))] }));
    }

    [Theory]
    [InlineData(3, 3, "H1")]
    [InlineData(2, 3, null)]
    [InlineData(3, 2, null)]
    public void Two_points_more_on_three_of_seven_days_is_a_hold(int daysUp, int severity, string? rule)
    {
        // The interval still runs, so that only these days speak.
        var days = Enumerable.Range(0, 7).Select(n => Day(Today.AddDays(-n), n < daysUp ? severity : 1));
        Assert.Equal(
            rule is null ? [] : [rule],
            Rules(Well with { Days = [.. Before(), .. days], Course = Course with { IntervalEnds = Today.AddDays(7) } })
        );
    }

    [Fact]
    public void Not_eased_when_the_interval_ends_is_a_hold_and_not_before()
    {
        var days = Well with { Days = [.. Before(), .. Enumerable.Range(0, 7).Select(n => Day(Today.AddDays(-n), n < 3 ? 3 : 1))] };
        var mild = days with { Days = [.. Before(), .. Enumerable.Range(0, 7).Select(n => Mixed(Today.AddDays(-n)))] };
        Assert.Contains("H1", Rules(mild));
        Assert.DoesNotContain("H1", Rules(mild with { Course = Course with { IntervalEnds = Today.AddDays(1) } }));
    }

    [Fact]
    public void Two_holds_in_a_row_ask_for_another_help()
    {
        Assert.Contains("H2", Rules(Well with { Course = Course with { HoldsInARow = 2 } }));
        Assert.DoesNotContain("H2", Rules(Well with { Course = Course with { HoldsInARow = 1 } }));
    }

    [Fact]
    public void Two_steps_back_in_a_row_hold_and_ask_for_a_case_conference()
    {
        Assert.Contains("H8", Rules(Well with { Course = Course with { StepsBackInARow = 2 } }));
        Assert.DoesNotContain("H8", Rules(Well with { Course = Course with { StepsBackInARow = 1 } }));
    }

    [Theory]
    [InlineData(SinceLast.IllnessOrStrain, 13, true)]
    [InlineData(SinceLast.MedicineChange, 13, true)]
    [InlineData(SinceLast.MedicineChange, 14, false)]
    [InlineData(SinceLast.LowSupply, 1, false)]
    public void Illness_strain_or_a_change_of_medicine_holds_for_two_weeks(SinceLast what, int daysAgo, bool holds)
    {
        var day = With(Day(Today.AddDays(-daysAgo), 1), a => a with { Since = [what] });
        Assert.Equal(holds, Rules(Well with { Days = [.. Before(), day, .. After(1).Where(d => d.On != day.On)] }).Contains("H3"));
    }

    [Theory]
    [InlineData(MedicineTurn.InducerStarted, SuggestionKind.Hold)]
    [InlineData(MedicineTurn.InhibitorStopped, SuggestionKind.Hold)]
    [InlineData(MedicineTurn.InducerStopped, SuggestionKind.Hold)]
    [InlineData(MedicineTurn.InhibitorStarted, SuggestionKind.Call)]
    [InlineData(MedicineTurn.OpioidStarted, SuggestionKind.Call)]
    [InlineData(MedicineTurn.SedativeStarted, SuggestionKind.Call)]
    public void A_hidden_dose_change_holds_and_what_sedates_asks_for_a_call(MedicineTurn turn, SuggestionKind kind)
    {
        var suggested = Suggestion.Of(Well with { Medicines = [new("carbamazepine", turn, Today.AddDays(-6))] });
        Assert.Equal(kind, suggested.Kind);
        Assert.Equal("carbamazepine", suggested.Because[0].What);
    }

    [Theory]
    [InlineData(Answer.Yes, 4.5, true)]
    [InlineData(Answer.Yes, 5, false)]
    [InlineData(Answer.No, 4.5, false)]
    [InlineData(Answer.Unknown, 4.5, false)]
    public void Bad_sleep_with_bipolar_disorder_or_psychosis_holds(Answer told, double hours, bool holds)
    {
        var signals = Well with { Days = [.. Before(5), .. After(1, (decimal)hours)], BipolarOrPsychosis = told };
        Assert.Equal(holds, Rules(signals).Contains("H4"));
    }

    [Theory]
    [InlineData(true, 28, true)]
    [InlineData(true, 29, false)]
    [InlineData(false, 1, false)]
    public void A_severe_score_of_the_last_four_weeks_is_treated_first(bool isSevere, int daysAgo, bool holds) =>
        Assert.Equal(holds, Rules(Well with { Scales = [new("gad-7", 16, isSevere, Today.AddDays(-daysAgo))] }).Contains("H5"));

    [Fact]
    public void Severe_symptoms_in_spite_of_a_week_on_hold_are_said_and_raise_nothing()
    {
        var up = Well with { Days = [.. Before(), .. After(3)], Course = Course with { OnHoldSince = Today.AddDays(-7), HoldsInARow = 1 } };
        var suggested = Suggestion.Of(up);
        Assert.Equal(SuggestionKind.Hold, suggested.Kind);
        Assert.Contains("H6", suggested.Because.Select(f => f.Rule.Id));
        Assert.DoesNotContain("H6", Rules(up with { Course = up.Course with { OnHoldSince = Today.AddDays(-6) } }));
        Assert.DoesNotContain("H6", Rules(up with { Course = up.Course with { OnHoldSince = null } }));
    }

    [Fact]
    public void What_happened_asks_for_a_call_until_someone_closes_it()
    {
        var suggested = Suggestion.Of(Well with { Calls = [new("A fall", Today.AddDays(-9))] });
        Assert.Equal((SuggestionKind.Call, "C1", "A fall"), (suggested.Kind, suggested.Because[0].Rule.Id, suggested.Because[0].What));
    }

    [Theory]
    [InlineData(DrugPace.Clonazepam, 1, true)]
    [InlineData(DrugPace.Short, 1, true)]
    [InlineData(DrugPace.NotKnown, 1, true)]
    [InlineData(DrugPace.Diazepam, 1, false)]
    [InlineData(DrugPace.Hypnotic, 1, false)]
    [InlineData(DrugPace.Diazepam, 2, true)]
    [InlineData(DrugPace.Clonazepam, 0, false)]
    public void Missed_doses_ask_for_a_call_by_drug(DrugPace pace, int missed, bool calls)
    {
        var days = After(1).Reverse().Select((d, n) => n < missed ? With(d, a => a with { Dose = DoseAnswer.No }) : d);
        var signals = Well with { Days = [.. Before(), .. days], Course = Course with { Pace = pace } };
        Assert.Equal(calls, Rules(signals).Contains("C2"));
        Assert.DoesNotContain("C2", Rules(signals with { ReachedOn = Today.AddDays(1) }));
        // A call of the same day may have come before it was told.
        Assert.Equal(missed > 0 && pace.CallsAfterOneMissed(), Rules(signals with { ReachedOn = Today }).Contains("C2"));
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(15, false)]
    public void A_missed_dose_told_after_the_call_of_the_same_day_asks_for_another(int calledAt, bool calls)
    {
        var missed = With(Day(Today, 1), a => a with { Dose = DoseAnswer.No }) with { DoseToldAt = At(12) };
        var signals = Well with { Days = [.. Before(), missed], ReachedOn = Today, ReachedAt = At(calledAt) };
        Assert.Equal(calls, Rules(signals).Contains("C2"));

        static DateTime At(int hour) => Today.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);
    }

    [Fact]
    public void Who_asked_to_stay_is_never_told_to_go_on()
    {
        var suggested = Suggestion.Of(Well with { Course = Course with { AskedToStay = true } });
        Assert.Equal(SuggestionKind.Hold, suggested.Kind);
        Assert.Equal("H7", Assert.Single(suggested.Because).Rule.Id);
    }

    [Fact]
    public void Thoughts_of_suicide_are_red_until_they_are_closed() =>
        Assert.Equal(SuggestionKind.RedFlag, Suggestion.Of(Well with { SuicideOpenSince = Today.AddDays(-40) }).Kind);

    [Fact]
    public void Silence_is_a_question_and_a_call_from_the_day_of_the_first_look_on()
    {
        var silent = Well with { Days = Before(), Silence = new Silence(Cut.AddDays(-1), 5), Today = Cut.AddDays(6) };
        Assert.Equal(["C4.list"], Rules(silent));
        Assert.Equal(SuggestionKind.NotEnough, Suggestion.Of(silent).Kind);
        Assert.Equal(["C4"], Rules(silent with { Today = Cut.AddDays(7) }));
        Assert.Equal(["C4.list"], Rules(silent with { Today = Cut.AddDays(7), ReachedOn = Cut.AddDays(5) }));
        Assert.Empty(Rules(silent with { Silence = new Silence(Cut.AddDays(-1), 2) }));
    }

    [Fact]
    public void The_heaviest_is_the_suggestion_and_all_that_fired_are_shown()
    {
        var signals = Well with
        {
            RedSigns = [new("Seizure", Today)],
            Calls = [new("A fall", Today)],
            Scales = [new("phq-9", 22, true, Today)],
        };
        var suggested = Suggestion.Of(signals);
        Assert.Equal(SuggestionKind.RedFlag, suggested.Kind);
        Assert.Equal(["red", "C1", "H5"], suggested.Because.Select(f => f.Rule.Id));
        Assert.Equal(SuggestionKind.Call, Suggestion.Of(signals with { RedSigns = [] }).Kind);
        Assert.Equal(SuggestionKind.Hold, Suggestion.Of(signals with { RedSigns = [], Calls = [] }).Kind);
    }

    [Fact]
    public void Every_rule_has_its_page_and_a_form_for_each_of_its_inputs()
    {
        Assert.Equal(CourseRules.All.Count, CourseRules.All.Select(r => r.Id).Distinct().Count());
        foreach (var rule in CourseRules.All)
            Assert.Equal(
                [],
                rule.Reads.Except(SignalInputs.All.Select(s => s.Input)).Select(i => $"{rule.Id} reads {i}, which no form collects")
            );
        Assert.Equal([], SignalInputs.All.Select(s => s.Input).Except(CourseRules.All.SelectMany(r => r.Reads)));
        Assert.All(SignalInputs.All, s => Assert.True(IsThere(s), $"{s.Input}: there is no {s.Name}"));
        var pages = string.Concat(
            Directory
                .EnumerateFiles(Path.Combine(Shared.Repository.Root, "docs/clinical"), "c*.md")
                .Where(f =>
                    Path.GetFileName(f).StartsWith("course-", StringComparison.Ordinal)
                    || f.EndsWith("red-flags.md", StringComparison.Ordinal)
                )
                .Select(File.ReadAllText)
        );
        Assert.All(CourseRules.All, r => Assert.Contains($"| {r.Id} |", pages, StringComparison.Ordinal));
    }

    private static bool IsThere(SignalSource source) =>
        source.By switch
        {
            CollectedBy.CheckIn => typeof(CheckInAnswers).GetProperty(source.Name) is not null,
            CollectedBy.SinceLastTime => Enum.IsDefined(Enum.Parse<SinceLast>(source.Name)),
            CollectedBy.Intake => IntakeQuestions.Find(source.Name) is not null,
            CollectedBy.Scale => InstrumentTable.Find(source.Name) is not null,
            CollectedBy.Record => source.Name.Split('.') is [var type, var property]
                && typeof(CheckIn).Assembly.GetExportedTypes().Single(t => t.Name == type).GetProperty(property) is not null,
            CollectedBy.Course => typeof(CourseSoFar).GetProperty(source.Name) is not null,
            _ => false,
        };

    private static IEnumerable<string> Rules(Signals signals) => Suggestion.Of(signals).Because.Select(f => f.Rule.Id);

    private static IReadOnlyList<CheckInDay> Before(decimal sleep = 7) =>
        [.. Enumerable.Range(1, 14).Select(n => Day(Cut.AddDays(-n), 1, sleep))];

    private static IEnumerable<CheckInDay> After(int severity, decimal sleep = 7) =>
        Enumerable.Range(1, 14).Select(n => Day(Cut.AddDays(n), severity, sleep));

    private static CheckInDay Day(DateOnly on, int severity, decimal sleep = 7) =>
        new(on, new CheckInAnswers { SleepHours = sleep, Symptoms = Symptom.All.ToDictionary(s => s.Id, _ => severity) }, 1);

    /// <summary>A severity of 2.25: more than a point above the usual, and not two.</summary>
    private static CheckInDay Mixed(DateOnly on) =>
        new(
            on,
            new CheckInAnswers
            {
                SleepHours = 7,
                Symptoms = Symptom.All.Select((s, n) => (s.Id, n)).ToDictionary(s => s.Id, s => s.n < 3 ? 3 : 2),
            },
            1
        );

    private static CheckInDay With(CheckInDay day, Func<CheckInAnswers, CheckInAnswers> change) =>
        day with
        {
            Answers = change(day.Answers),
        };
}
