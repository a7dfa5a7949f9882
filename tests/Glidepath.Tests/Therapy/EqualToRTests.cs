using System.Globalization;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Therapy.Evidence;

namespace Glidepath.Tests.Therapy;

/// <summary>Equal to what R's survival, cmprsk, boot and stats say to 1 in 10^10, of frozen data: <c>tests/data/r/therapy.R</c>.</summary>
public class EqualToRTests
{
    private const double Close = 1e-10;

    private static readonly ILookup<string, RFile> Curves = RFile.BySet("curves"),
        CurvesByR = RFile.BySet("curves-r"),
        Copings = RFile.BySet("copings"),
        CopingsByR = RFile.BySet("copings-r");

    public static TheoryData<string> CurveSets() => [.. Curves.Select(s => s.Key)];

    public static TheoryData<string> CopingSets() => [.. Copings.Select(s => s.Key)];

    [Fact]
    public void There_are_at_least_12_sets_of_each() => Assert.True(Curves.Count >= 12 && Copings.Count >= 12);

    [Theory]
    [MemberData(nameof(CurveSets))]
    public void A_curve_is_that_of_survfit_and_of_cuminc(string set)
    {
        var episodes = Curves[set].Select(r => new EpisodeTime(r.Number("minutes"), End(r.Whole("end")))).ToList();
        var (curve, fit, said) = (CravingCurve.Of(episodes)!, new AalenJohansen(episodes), CurvesByR[set].ToList());
        Assert.Equal(said.Count, curve.Points.Count);
        foreach (var (point, i) in curve.Points.Select((p, i) => (p, i)))
        {
            Assert.Equal(said[i].Whole("atrisk"), point.AtRisk);
            Same(said[i], "minutes", point.Minutes);
            Same(said[i], "still", point.Still);
            Same(said[i], "eased", point.Eased);
            Same(said[i], "used", point.Used);
            Same(said[i], "eased_var", fit.Eased[i].Variance);
            Same(said[i], "used_var", fit.Used[i].Variance);
        }
        if (episodes.Count < CravingCurve.LeastForMedian)
            Assert.Null(curve.Median);
        else
            Assert.Equal(
                (said[0].NumberOrNone("median"), said[0].NumberOrNone("median_low"), said[0].NumberOrNone("median_high")),
                (curve.Median!.Value.Minutes, curve.Median.Value.Low, curve.Median.Value.High)
            );
    }

    [Fact]
    public void A_share_is_that_of_prop_test()
    {
        foreach (var row in RFile.Rows("shares-r"))
        {
            var share = TriggerShare.Of(row.Whole("hard"), row.Whole("prompts"))!.Share;
            Same(row, "low", share.Low);
            Same(row, "high", share.High);
        }
    }

    [Fact]
    public void The_middle_95_percent_of_t_are_those_of_qt() =>
        Assert.All(
            RFile.Rows("student-t-r"),
            row => Assert.Equal(1, StudentT.Middle95(row.Whole("freedom")) / row.Number("middle95"), 1e-12)
        );

    [Theory]
    [MemberData(nameof(CopingSets))]
    public void A_drop_is_that_of_lm_with_a_robust_error(string set)
    {
        var said = CopingsByR[set].Single();
        var tries = Copings[set]
            .Select(r => new CopingTry(r.Whole("coping") == 1 ? "walk" : null, Rating(r, "start"), Rating(r, "after"), 15));
        var drop = WhatHelped.Of(tries).Copings.Single().MoreDrop!.Value;
        Same(said, "drop", drop.Value);
        Same(said, "low", drop.Low);
        Same(said, "high", drop.High);
    }

    [Fact]
    public void The_bootstrap_that_is_not_used_is_that_of_boot()
    {
        var drops = RFile.Rows("bootstrap");
        var indices = File.ReadLines(TestData.File("r/bootstrap-indices.csv"))
            .Select(line => line.Split(',').Select(i => int.Parse(i, CultureInfo.InvariantCulture)).ToArray())
            .ToList();
        var (low, high) = PlainBootstrap.Middle95([.. drops.Select(r => r.Number("drop"))], 5, indices);
        Same(RFile.Rows("bootstrap-r").Single(), "low", low);
        Same(RFile.Rows("bootstrap-r").Single(), "high", high);
    }

    private static void Same(RFile said, string column, double ours) => Assert.Equal(said.Number(column), ours, Close);

    private static void Same(RFile said, string kind, Learned ours)
    {
        Same(said, kind, ours.Value);
        Same(said, $"{kind}_low", ours.Low);
        Same(said, $"{kind}_high", ours.High);
        // Gray's estimate is empty where nothing ended so.
        Assert.Equal(said.NumberOrNone($"{kind}_cuminc") ?? 0, ours.Value, Close);
    }

    private static EpisodeEnd End(int end) =>
        end switch
        {
            1 => EpisodeEnd.Eased,
            2 => EpisodeEnd.Used,
            _ => EpisodeEnd.NotKnown,
        };

    private static decimal Rating(RFile row, string column) => decimal.Parse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture);
}
