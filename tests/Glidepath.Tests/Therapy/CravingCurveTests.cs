using CsCheck;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Therapy.Evidence;

namespace Glidepath.Tests.Therapy;

public class CravingCurveTests
{
    private const int Cases = 2000;

    private static readonly Gen<List<EpisodeTime>> GenEpisodes = Gen.Select(
        Gens.Of(0, 0.5, 1, 3, 5, 7.25, 10, 10, 12, 20, 45),
        Gen.Enum<EpisodeEnd>(),
        (minutes, end) => new EpisodeTime(minutes, end)
    ).List[5, 60];

    private static readonly EpisodeTime[] Five =
    [
        new(6, EpisodeEnd.Eased),
        new(6, EpisodeEnd.Used),
        new(11, EpisodeEnd.NotKnown),
        new(15, EpisodeEnd.Eased),
        new(15, EpisodeEnd.NotKnown),
    ];

    [Fact]
    public void Five_hard_moments_by_hand()
    {
        var curve = CravingCurve.Of(Five)!;
        Assert.Equal((5, 2, 1), (curve.Episodes, curve.Eased, curve.Used));
        Shares(1, 0, 0, 1);
        // Of five one eased and one ended in a dose; three went on.
        Shares(6, 0.2, 0.2, 0.6);
        // One is out of sight, so two of the three are left, and each stands for 0.3; one eases.
        Shares(11, 0.2, 0.2, 0.6);
        Shares(15, 0.5, 0.2, 0.3);
        Assert.Null(curve.At(15.1));

        void Shares(double minutes, double eased, double used, double still)
        {
            var point = curve.At(minutes)!.Value;
            Assert.Equal(eased, point.Eased.Value, 1e-12);
            Assert.Equal(used, point.Used.Value, 1e-12);
            Assert.Equal(still, point.Still, 1e-12);
        }
    }

    [Fact]
    public void Nothing_is_said_of_four_and_no_median_of_five()
    {
        Assert.Null(CravingCurve.Of(Five[..4]));
        Assert.Null(CravingCurve.Of([.. Five[..4], new(0, EpisodeEnd.NotKnown)]));
        Assert.Null(CravingCurve.Of(Five)!.Median);
        Assert.NotNull(CravingCurve.Of([.. Five, new(9, EpisodeEnd.Eased)])!.Median);
    }

    [Fact]
    public void A_median_that_the_entries_do_not_reach_is_open()
    {
        // Two of eight eased: half may ease later than was followed.
        EpisodeTime[] few =
        [
            new(5, EpisodeEnd.Eased),
            new(9, EpisodeEnd.Eased),
            .. Enumerable.Repeat(new EpisodeTime(30, EpisodeEnd.NotKnown), 6),
        ];
        Assert.Equal(new MedianTime(null, 9, null), CravingCurve.Of(few)!.Median);
        // All but one of twelve ended in a dose at once: half never ease.
        EpisodeTime[] never = [new(5, EpisodeEnd.Eased), .. Enumerable.Repeat(new EpisodeTime(2, EpisodeEnd.Used), 11)];
        Assert.Equal(new MedianTime(null, null, null), CravingCurve.Of(never)!.Median);
    }

    [Fact]
    public void After_the_last_has_ended_the_curve_stays() =>
        Assert.Equal(1, CravingCurve.Of([.. Five.Select(e => e with { End = EpisodeEnd.Eased })])!.At(500)!.Value.Eased.Value, 1e-12);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Minutes_that_are_no_time_are_refused_by_name(double minutes)
    {
        var no = Assert.Throws<ArgumentOutOfRangeException>(() => CravingCurve.Of([.. Five, new(minutes, EpisodeEnd.Used)]));
        Assert.Contains("Minutes are 0 or more", no.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_curve_never_falls_its_shares_come_to_one_and_its_intervals_hold_them() =>
        GenEpisodes.Sample(
            episodes =>
            {
                if (CravingCurve.Of(episodes) is not { } curve)
                    return;
                var (eased, used) = (0d, 0d);
                foreach (var point in curve.Points)
                {
                    Assert.True(point.Eased.Value >= eased && point.Used.Value >= used);
                    (eased, used) = (point.Eased.Value, point.Used.Value);
                    Assert.Equal(1, eased + used + point.Still, 1e-12);
                    Assert.All([point.Eased, point.Used], Holds);
                }
                if (curve.Median is { Minutes: { } minutes } median)
                    Assert.True(median.Low <= minutes && (median.High ?? double.PositiveInfinity) >= minutes);
            },
            iter: Gate.Cases(Cases)
        );

    [Fact]
    public void The_order_of_hard_moments_and_one_out_of_sight_at_once_change_nothing() =>
        Gen.Select(GenEpisodes, Gen.Int[0, int.MaxValue])
            .Sample(
                (episodes, seed) =>
                {
                    var other = episodes.Append(new EpisodeTime(0, EpisodeEnd.NotKnown)).ToArray();
                    for (var (i, rest) = (other.Length - 1, seed); i > 0; i--, rest = rest / 2 + 7919 * i)
                        (other[i], other[rest % (i + 1)]) = (other[rest % (i + 1)], other[i]);
                    var (one, two) = (CravingCurve.Of(episodes), CravingCurve.Of(other));
                    Assert.Equal(one?.Points, two?.Points);
                    Assert.Equal((one?.Median, one?.Episodes), (two?.Median, two?.Episodes));
                },
                iter: Gate.Cases(Cases)
            );

    private static void Holds(Learned said) =>
        Assert.True(said.Low >= 0 && said.Low <= said.Value && said.Value <= said.High && said.High <= 1, $"{said}");
}
