using Glidepath.Pharmacology.Drugs;
using Glidepath.Treatment.Assessments;

namespace Glidepath.Tests.Assessments;

public class InstrumentTableTests
{
    public static TheoryData<string> Ids() => [.. InstrumentTable.All.Select(i => i.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_instrument_says_whose_words_it_has_and_how_sure_they_are(string id)
    {
        var instrument = InstrumentTable.Find(id)!;
        Assert.All(
            new[] { instrument.Licence, instrument.Citation, instrument.VerifiedAgainst, instrument.Lead },
            text => Assert.False(string.IsNullOrWhiteSpace(text))
        );
        Assert.Equal(instrument.Items.Count, instrument.Items.Select(i => i.Id).Distinct().Count());
        Assert.All(instrument.Items, i => Assert.Equal(i.Anchors.Count, i.Anchors.Select(a => a.Score).Distinct().Count()));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Bands_cover_the_range_once_and_without_a_gap(string id)
    {
        var instrument = InstrumentTable.Find(id)!;
        if (instrument.Bands.Count == 0)
            return;
        Assert.Equal((instrument.Least, instrument.Most), (instrument.Bands[0].From, instrument.Bands[^1].To));
        Assert.All(instrument.Bands.Zip(instrument.Bands.Skip(1)), pair => Assert.Equal(pair.First.To + 1, pair.Second.From));
    }

    [Fact]
    public void Official_words_stand_only_where_the_licence_was_read() =>
        Assert.Equal(
            ["core-10", "gad-7", "phq-9"],
            InstrumentTable.All.Where(i => i.Wording is Wording.Official).Select(i => i.Id).Order()
        );

    [Fact]
    public void The_first_anchor_of_gad_7_and_phq_9_is_not_at_all() =>
        Assert.All(InstrumentTable.Gad7.Items.Concat(InstrumentTable.Phq9.Items), i => Assert.Equal("Not at all", i.Anchors[0].Text));

    [Fact]
    public void Scales_of_other_withdrawals_are_never_offered_for_a_benzodiazepine()
    {
        Assert.DoesNotContain(InstrumentTable.ForBenzodiazepines, i => i.Id is "ciwa-ar" or "cows");
        Assert.Contains("alcohol only", InstrumentTable.CiwaAr.Lead);
        Assert.Contains("alcohol", InstrumentTable.CiwaAr.Title);
        Assert.DoesNotContain(Purpose.BenzodiazepineWithdrawal, InstrumentTable.CiwaAr.Purposes);
    }

    [Fact]
    public void Nothing_under_a_licence_that_forbids_it_is_shipped() =>
        Assert.All(
            new[] { "isi", "whodas", "hads", "bdi", "moca", "ciwa-b", "bwsq", "c-ssrs" },
            id => Assert.Null(InstrumentTable.Find(id))
        );

    [Fact]
    public void Our_own_tracker_has_no_bands_and_asks_for_sleep_signs_and_suicide()
    {
        var tracker = InstrumentTable.WithdrawalTracker;
        Assert.Empty(tracker.Bands);
        Assert.Empty(tracker.CutOffs);
        Assert.InRange(tracker.Scored.Count(), 12, 16);
        Assert.False(tracker.Find("sleep-hours")!.IsScored);
        Assert.True(tracker.Find("suicide")!.OpensSafetyStep);
        Assert.True(tracker.Items.Count(i => i.IsObserved) >= 3);
        Assert.All(tracker.Items.Where(i => i.IsObserved), i => Assert.False(i.IsScored));
    }

    [Fact]
    public void The_items_that_speak_of_suicide_open_the_safety_step() =>
        Assert.Equal(
            ["core-10:6", "glidepath-withdrawal:suicide", "phq-9:9"],
            InstrumentTable.All.SelectMany(i => i.Items.Where(x => x.OpensSafetyStep).Select(x => $"{i.Id}:{x.Id}")).Order()
        );

    [Fact]
    public void What_is_from_memory_says_unverified()
    {
        Assert.All(FileScheme.All.SelectMany(s => s.Bands), b => Assert.Equal(Confidence.Unverified, b.Confidence));
    }
}
