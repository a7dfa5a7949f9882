using Glidepath.Tests.Shared;
using Glidepath.Treatment.Monitoring;

namespace Glidepath.Tests.Monitoring;

/// <summary>What is said of how a person feels a cut holds as often as it says, on made-up people whose truth is known.</summary>
public class CutResponseTests
{
    private const int People = 2000;

    /// <summary>The people on whom the method was chosen had other numbers.</summary>
    private const int FirstNumber = 40_000;

    [Fact]
    public void Of_2000_made_up_people_each_range_holds_the_truth_for_93_to_97_percent()
    {
        var all = Gate.Part([.. Enumerable.Range(FirstNumber, People)])
            .AsParallel()
            .Select(number => new MadeUpPerson(number))
            .Select(person => (Person: person, Said: CutResponse.Of(person.Days, person.Cuts, person.Last)))
            .ToList();
        var said = all.Where(p => p.Said is not null).Select(p => (p.Person, Said: p.Said!)).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{said.Count} of {all.Count} people have an answer");
        Assert.True(said.Count > all.Count * 0.7);
        // A quarter of the people has twice the spread: 1 in 100 for 500.
        var slack = Gate.IsAll ? 0 : 0.02;
        Holds("first felt", p => p.Felt, s => s.Felt);
        Holds("most", p => p.Peak, s => s.Peak);
        Holds("settled", p => p.Settled, s => s.Settled);

        void Holds(string what, Func<MadeUpPerson, double> truth, Func<CutResponse, DayRange> range)
        {
            var (held, narrow) = (said.ConvertAll(Holds), said.Where(p => range(p.Said).IsNarrow).Select(Holds).ToList());
            var (of, told) = (held.Average(), narrow.Average());
            TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {of:P1} of {held.Count}; told to {narrow.Count}, of these {told:P1}");
            Assert.InRange(of, 0.93 - slack, 0.97 + slack);
            Assert.InRange(told, 0.92 - 2 * slack, 1);

            double Holds((MadeUpPerson Person, CutResponse Said) p) =>
                truth(p.Person) >= range(p.Said).Low && truth(p.Person) <= range(p.Said).High ? 1 : 0;
        }
    }

    [Fact]
    public void Who_feels_nothing_of_a_cut_is_told_no_day_but_for_1_in_50()
    {
        var all = Gate.Part([.. Enumerable.Range(FirstNumber + People, 400)])
            .AsParallel()
            .Select(number => new MadeUpPerson(number, feelsCuts: false))
            .Count(person => CutResponse.Of(person.Days, person.Cuts, person.Last) is not null);
        TestContext.Current.TestOutputHelper?.WriteLine($"{all} got an answer");
        Assert.True(all <= (Gate.IsAll ? 8 : 3));
    }

    /// <summary>Of whom there is an answer.</summary>
    private static readonly MadeUpPerson One = new(15_000);

    [Fact]
    public void The_same_days_give_the_same_answer_in_any_order()
    {
        var said = Said(One.Days)!;
        Assert.Equal(
            (said.Felt, said.Peak, said.Settled, said.Above, said.Days),
            Said([.. One.Days.Reverse()]) is { } turned ? (turned.Felt, turned.Peak, turned.Settled, turned.Above, turned.Days) : default
        );
        Assert.True(said.Felt.Middle < said.Peak.Middle && said.Peak.Middle < said.Settled.Middle);
    }

    [Fact]
    public void Days_after_today_and_days_without_symptoms_change_nothing()
    {
        var today = One.Cuts[^1].AddDays(7);
        CheckInDay[] more = [new(today.AddDays(1), new CheckInAnswers { Anxiety = 9 }, 1), .. One.Days.Where(d => d.On <= today)];
        Assert.Equal(CutResponse.Of(One.Days, One.Cuts, today)!.Peak, CutResponse.Of(more, One.Cuts, today)!.Peak);
    }

    [Fact]
    public void With_one_cut_or_with_six_days_of_own_usual_there_is_no_answer()
    {
        Assert.NotNull(Said(One.Days));
        Assert.Null(CutResponse.Of(One.Days, [One.Cuts[0]], One.Last));
        var usual = One.Days.Where(d => d.On < One.Cuts[0]).ToList();
        Assert.Null(Said([.. One.Days.Except(usual.Skip(UsualDays.Least - 1))]));
        Assert.Null(CutResponse.Of(One.Days, [], One.Last));
    }

    [Fact]
    public void With_six_check_ins_after_each_cut_there_is_no_answer() =>
        Assert.Null(
            Said([
                .. One.Days.Where(d => d.On < One.Cuts[0]),
                .. One.Cuts.SelectMany(cut => One.Days.Where(d => d.On >= cut && d.On < cut.AddDays(14)).Take(6)),
            ])
        );

    [Fact]
    public void Who_gets_better_after_each_cut_is_told_nothing()
    {
        // As far below the usual as the made-up person is above it: the shape is there, and it is no withdrawal.
        var better = One.Days.Select(d =>
            d with
            {
                Answers = d.Answers with { Symptoms = d.Answers.Symptoms.ToDictionary(s => s.Key, s => Symptom.Strongest - s.Value) },
            }
        );
        Assert.Null(Said([.. better]));
    }

    private static CutResponse? Said(IReadOnlyList<CheckInDay> days) => CutResponse.Of(days, One.Cuts, One.Last);
}
