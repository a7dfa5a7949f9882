using CsCheck;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Monitoring;

namespace Glidepath.Tests.Monitoring;

/// <summary>What holds of every suggestion, whatever was told.</summary>
public class SuggestionPropertyTests
{
    private static readonly DateOnly First = new(2026, 9, 1);

    private static readonly DateOnly Today = First.AddDays(59);

    private static readonly Gen<CheckInDay> GenDay = Gen.Select(
        Gen.Int[0, 62],
        Gen.Int[0, 4],
        Gen.Int[0, 10],
        Gen.Enum<DoseAnswer>(),
        Gen.Enum<SinceLast>().List[0, 2],
        (day, severity, sleep, dose, since) =>
            new CheckInDay(
                First.AddDays(day),
                new CheckInAnswers
                {
                    Dose = dose,
                    SleepHours = sleep,
                    Since = since,
                    Symptoms = Symptom.All.ToDictionary(s => s.Id, _ => severity),
                },
                1
            )
    );

    private static readonly Gen<OpenFlag> GenFlag = Gen.Select(
        Gen.Const("A fall"),
        Gen.Int[0, 59],
        (what, day) => new OpenFlag(what, First.AddDays(day))
    );

    private static readonly Gen<CourseSoFar> GenCourse = Gen.Select(
        Gen.Int[0, 59].List[0, 3],
        Gen.Enum<DrugPace>(),
        Gen.Int[0, 70],
        Gen.Int[0, 3],
        (cuts, pace, ends, holds) =>
            new CourseSoFar
            {
                Cuts = [.. cuts.Distinct().Select(First.AddDays)],
                Pace = pace,
                IntervalEnds = ends > 65 ? null : First.AddDays(ends),
                HoldsInARow = holds,
            }
    );

    private static readonly Gen<Signals> GenAny = Gen.Select(
        GenDay.List[0, 45],
        GenCourse,
        GenFlag.List[0, 2],
        Gen.Int[0, 8],
        Gen.Enum<Answer>(),
        (days, course, calls, silent, bipolar) =>
            new Signals
            {
                Today = Today,
                // One a day, as they are read.
                Days = [.. days.DistinctBy(d => d.On)],
                Course = course,
                Calls = calls,
                Silence = silent == 8 ? null : new Silence(Today.AddDays(-silent - 1), silent),
                BipolarOrPsychosis = bipolar,
            }
    );

    /// <summary>Half of the cases are well people: else hardly one in a thousand is, and a property about proceed says nothing.</summary>
    private static readonly Gen<Signals> GenSignals = Gen.OneOf(GenAny, GenAny.Select(Eased));

    [Fact]
    public void A_red_flag_more_never_lowers_the_suggestion_and_is_one() =>
        GenSignals.Sample(signals =>
        {
            var more = Suggestion.Of(signals with { RedSigns = [new("Seizure", Today)] });
            return more.Kind >= Suggestion.Of(signals).Kind && more.Kind is SuggestionKind.RedFlag;
        });

    [Fact]
    public void Silence_never_gives_proceed() =>
        GenSignals.Sample(signals =>
            Suggestion.Of(signals with { Days = [.. signals.Days.Where(d => d.On < Today.AddDays(-CourseRules.FreshDays))] }).Kind
                is not SuggestionKind.Proceed
        );

    [Fact]
    public void Against_the_own_wish_proceed_is_never_suggested() =>
        GenSignals.Sample(signals =>
            Suggestion.Of(signals with { Course = signals.Course with { AskedToStay = true } }).Kind >= SuggestionKind.Hold
        );

    [Fact]
    public void Fewer_check_ins_never_turn_another_suggestion_into_proceed_by_emptying_the_usual() =>
        GenSignals.Sample(signals =>
            UsualDays.Of([.. signals.Days.OrderBy(d => d.On)], signals.Course.FirstCut).IsKnown
            || Suggestion.Of(signals).Kind is not SuggestionKind.Proceed
        );

    [Fact]
    public void The_order_of_what_was_told_changes_nothing() =>
        Gen.Select(GenSignals, Gen.Int)
            .Sample(
                (signals, seed) =>
                {
                    var random = new Random(seed);
                    var shuffled = signals with
                    {
                        Days = [.. signals.Days.OrderBy(_ => random.Next())],
                        Calls = [.. signals.Calls.OrderBy(_ => random.Next())],
                        Course = signals.Course with { Cuts = [.. signals.Course.Cuts.OrderBy(_ => random.Next())] },
                    };
                    var (one, other) = (Suggestion.Of(signals), Suggestion.Of(shuffled));
                    return one.Kind == other.Kind && one.Because.SequenceEqual(other.Because);
                }
            );

    [Fact]
    public void Some_of_these_cases_give_each_suggestion()
    {
        // Red flags are added by the first property.
        var seen = new HashSet<SuggestionKind>();
        GenSignals.Sample(
            signals =>
            {
                lock (seen)
                    seen.Add(Suggestion.Of(signals).Kind);
            },
            iter: 2_000
        );
        Assert.Superset(
            new HashSet<SuggestionKind> { SuggestionKind.NotEnough, SuggestionKind.Proceed, SuggestionKind.Hold, SuggestionKind.Call },
            seen
        );
    }

    private static Signals Eased(Signals signals) =>
        signals with
        {
            Calls = [],
            Silence = null,
            Course = signals.Course with { Cuts = [First.AddDays(30)], IntervalEnds = First.AddDays(45), HoldsInARow = 0 },
            Days =
            [
                .. Enumerable
                    .Range(10, 50)
                    .Select(n => new CheckInDay(
                        First.AddDays(n),
                        new CheckInAnswers { SleepHours = 7, Symptoms = Symptom.All.ToDictionary(s => s.Id, _ => 1) },
                        1
                    )),
            ],
        };
}
