using CsCheck;
using Glidepath.Tests.Patients;
using Glidepath.Treatment.Assessments;

namespace Glidepath.Tests.Assessments;

/// <summary>The scores that the published instruments give, and what must hold of any.</summary>
public class GoldenScoreTests
{
    public static TheoryData<string> Ids() => [.. InstrumentTable.All.Select(i => i.Id)];

    [Theory]
    [InlineData("gad-7", 7, 0, 21)]
    [InlineData("phq-9", 9, 0, 27)]
    [InlineData("audit-c", 3, 0, 12)]
    [InlineData("sds", 5, 0, 15)]
    [InlineData("pcl-5", 20, 0, 80)]
    [InlineData("core-10", 10, 0, 40)]
    [InlineData("ciwa-ar", 10, 0, 67)]
    [InlineData("cows", 11, 0, 48)]
    [InlineData("glidepath-withdrawal", 12, 0, 48)]
    public void The_lowest_and_highest_answers_give_the_published_range(string id, int items, int least, int most)
    {
        var instrument = InstrumentTable.Find(id)!;
        Assert.Equal(items, instrument.Scored.Count());
        Assert.Equal(
            (least, most),
            (Score.Of(instrument, All(instrument, i => i.Least)).Total, Score.Of(instrument, All(instrument, i => i.Most)).Total)
        );
    }

    [Theory]
    [InlineData("gad-7", "0-4 minimal|5-9 mild|10-14 moderate|15-21 severe")]
    [InlineData("phq-9", "0-4 minimal|5-9 mild|10-14 moderate|15-19 moderately severe|20-27 severe")]
    [InlineData("core-10", "0-10 healthy or low level|11-14 mild|15-19 moderate|20-24 moderate to severe|25-40 severe")]
    [InlineData("ciwa-ar", "0-9 mild|10-18 moderate|19-67 severe")]
    [InlineData("cows", "0-4 none to slight|5-12 mild|13-24 moderate|25-36 moderately severe|37-48 severe")]
    public void Every_edge_of_every_band_is_scored_on_its_side(string id, string bands)
    {
        var instrument = InstrumentTable.Find(id)!;
        Assert.Equal(bands, string.Join("|", instrument.Bands.Select(b => $"{b.From}-{b.To} {b.Name}")));
        foreach (var band in instrument.Bands)
        foreach (var edge in new[] { band.From, band.To })
            Assert.Equal(
                (edge, band.Name),
                (Score.Of(instrument, Reaching(instrument, edge)).Total!.Value, Score.Of(instrument, Reaching(instrument, edge)).Band!.Name)
            );
    }

    [Theory]
    [InlineData("gad-7", "1,2,0,3,1,0,2", 9, "mild")]
    [InlineData("phq-9", "2,3,3,2,1,2,1,0,0", 14, "moderate")]
    [InlineData("audit-c", "3,1,2", 6, null)]
    [InlineData("sds", "1,3,2,2,1", 9, null)]
    [InlineData("pcl-5", "2,1,0,3,2,2,1,0,3,2,2,1,2,1,2,0,3,2,2,4", 35, null)]
    [InlineData("core-10", "3,1,2,2,1,0,4,2,3,1", 19, "moderate")]
    [InlineData("ciwa-ar", "2,4,3,4,2,0,1,0,1,1", 18, "moderate")]
    [InlineData("cows", "2,1,3,2,2,1,3,2,0,2,3", 21, "moderate")]
    public void A_worked_case_gives_the_sum_worked_by_hand(string id, string scores, int total, string? band)
    {
        var instrument = InstrumentTable.Find(id)!;
        var score = Score.Of(
            instrument,
            instrument
                .Scored.Zip(
                    scores.Split(','),
                    (item, s) => (item.Id, Value: int.Parse(s, System.Globalization.CultureInfo.InvariantCulture))
                )
                .ToDictionary(a => a.Id, a => a.Value)
        );
        Assert.Equal((total, band), (score.Total, score.Band?.Name));
    }

    [Fact]
    public void The_two_kindly_worded_items_of_core_10_run_the_other_way()
    {
        foreach (var item in InstrumentTable.Core10.Items)
            Assert.Equal(item.Id is "2" or "3" ? 4 : 0, item.Anchors.Single(a => a.Text == "Not at all").Score);
    }

    [Theory]
    [InlineData("sds", 7)]
    [InlineData("audit-c", 3)]
    [InlineData("audit-c", 4)]
    [InlineData("pcl-5", 31)]
    [InlineData("core-10", 11)]
    public void A_cut_off_is_reached_at_its_number_and_not_below(string id, int cut)
    {
        var instrument = InstrumentTable.Find(id)!;
        Assert.Contains(Score.Of(instrument, Reaching(instrument, cut)).Reached(instrument), c => c.AtLeast == cut);
        Assert.DoesNotContain(Score.Of(instrument, Reaching(instrument, cut - 1)).Reached(instrument), c => c.AtLeast == cut);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_unanswered_item_is_not_zero(string id)
    {
        var instrument = InstrumentTable.Find(id)!;
        var answers = All(instrument, i => i.Least);
        for (var missing = 1; missing <= instrument.Partial.MostMissing + 1; missing++)
            answers.Remove(instrument.Scored.ElementAt(missing - 1).Id);
        var score = Score.Of(instrument, answers);
        Assert.Null(score.Total);
        Assert.Null(score.Band);
        Assert.Equal(instrument.Partial.MostMissing + 1, score.Missing.Count);
    }

    [Fact]
    public void Core_10_stands_with_one_item_missing_and_is_prorated()
    {
        var answers = All(InstrumentTable.Core10, _ => 2);
        answers.Remove("9");
        Assert.Equal(
            (20, true),
            (Score.Of(InstrumentTable.Core10, answers).Total!.Value, Score.Of(InstrumentTable.Core10, answers).IsProrated)
        );
        answers["1"] = 3;
        Assert.Equal(21, Score.Of(InstrumentTable.Core10, answers).Total);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void One_item_higher_is_a_total_higher_by_as_much(string id)
    {
        var instrument = InstrumentTable.Find(id)!;
        Answers(instrument)
            .Sample(
                answers =>
                {
                    var before = Score.Of(instrument, answers).Total!.Value;
                    return instrument.Scored.All(item =>
                        item.Anchors.Where(a => a.Score > answers[item.Id])
                            .All(higher =>
                                Score.Of(instrument, new Dictionary<string, int>(answers) { [item.Id] = higher.Score }).Total
                                == before + higher.Score - answers[item.Id]
                            )
                    );
                },
                iter: 50
            );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Any_answers_give_a_total_within_range_in_one_band_whatever_their_order(string id)
    {
        var instrument = InstrumentTable.Find(id)!;
        Answers(instrument)
            .Sample(
                answers =>
                {
                    var score = Score.Of(instrument, answers);
                    var turned = Score.Of(instrument, answers.Reverse().ToDictionary());
                    return score.Total == turned.Total
                        && score.Total >= instrument.Least
                        && score.Total <= instrument.Most
                        && (
                            instrument.Bands.Count == 0
                                ? score.Band is null
                                : instrument.Bands.Count(b => b.From <= score.Total && score.Total <= b.To) == 1
                        );
                },
                iter: 200
            );
    }

    [Fact]
    public void An_answer_that_the_instrument_does_not_have_is_refused()
    {
        Assert.Equal(
            "assessment.answer.no-such-item",
            Made.RuleOf(() => Score.Of(InstrumentTable.Gad7, new Dictionary<string, int> { ["8"] = 1 }))
        );
        Assert.Equal(
            "assessment.answer.no-such-anchor",
            Made.RuleOf(() => Score.Of(InstrumentTable.Gad7, new Dictionary<string, int> { ["1"] = 4 }))
        );
        Assert.Equal(
            "assessment.answer.no-such-anchor",
            Made.RuleOf(() => Score.Of(InstrumentTable.Cows, new Dictionary<string, int> { ["1"] = 3 }))
        );
    }

    internal static Dictionary<string, int> All(Instrument instrument, Func<Item, int> value) =>
        instrument.Scored.ToDictionary(i => i.Id, value);

    /// <summary>Answers that add up to the total.</summary>
    internal static Dictionary<string, int> Reaching(Instrument instrument, int total)
    {
        var reachable = new Dictionary<int, Dictionary<string, int>> { [0] = [] };
        foreach (var item in instrument.Scored)
            reachable = reachable
                .SelectMany(r =>
                    item.Anchors.Select(a => (Sum: r.Key + a.Score, Answers: new Dictionary<string, int>(r.Value) { [item.Id] = a.Score }))
                )
                .DistinctBy(r => r.Sum)
                .ToDictionary(r => r.Sum, r => r.Answers);
        return reachable[total];
    }

    private static Gen<Dictionary<string, int>> Answers(Instrument instrument)
    {
        var items = instrument.Scored.ToList();
        return Gen.Int[0, 1000]
            .Array[items.Count]
            .Select(picks =>
                items
                    .Zip(picks, (item, pick) => (item.Id, item.Anchors[pick % item.Anchors.Count].Score))
                    .ToDictionary(a => a.Id, a => a.Score)
            );
    }
}
