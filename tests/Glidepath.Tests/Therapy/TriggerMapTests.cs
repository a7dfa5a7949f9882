using CsCheck;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Therapy.Evidence;

namespace Glidepath.Tests.Therapy;

public class TriggerMapTests
{
    [Fact]
    public void Three_of_ten_by_hand()
    {
        // Wilson by hand for 3 of 10: (0.3 + 0.19207 ± 1.96 × √(0.021 + 0.0096)) / 1.38415.
        var share = TriggerShare.Of(3, 10)!.Share;
        Assert.Equal(0.3, share.Value, 1e-12);
        Assert.Equal(0.108, share.Low, 0.0005);
        Assert.Equal(0.603, share.High, 0.0005);
    }

    [Fact]
    public void Nothing_is_said_of_four_prompts()
    {
        Assert.Null(TriggerShare.Of(4, 4));
        Assert.NotNull(TriggerShare.Of(0, 5));
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void More_hard_moments_than_prompts_are_refused(int hard, int prompts) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TriggerShare.Of(hard, prompts));

    [Fact]
    public void What_is_surely_more_stands_first_and_what_has_too_few_prompts_last()
    {
        PromptedMoment[] prompts =
        [
            .. Answers("kitchen", 20, 40),
            .. Answers("bus", 3, 5),
            .. Answers("bed", 1, 40),
            .. Answers("car", 4, 4),
            .. Answers("work", 1, 2),
            new(false, []),
        ];
        var map = TriggerMap.Of(prompts);
        Assert.Equal(["kitchen", "bus", "bed", "car", "work"], map.Settings.Select(s => s.Setting));
        Assert.Equal([40, 5, 40, 4, 2], map.Settings.Select(s => s.Prompts));
        Assert.All(map.Settings.TakeLast(2), s => Assert.Null(s.Share));
        Assert.Equal((29, 92), (map.Overall!.Hard, map.Overall.Prompts));
    }

    [Fact]
    public void A_prompt_counts_once_in_each_of_its_settings_and_once_overall()
    {
        var map = TriggerMap.Of([.. Enumerable.Repeat(new PromptedMoment(true, ["home", "alone", "home"]), 6)]);
        Assert.Equal(["alone", "home"], map.Settings.Select(s => s.Setting));
        Assert.All([map.Overall!, .. map.Settings.Select(s => s.Share!)], s => Assert.Equal((6, 6), (s.Hard, s.Prompts)));
        Assert.Null(TriggerMap.Of([]).Overall);
    }

    [Fact]
    public void An_interval_holds_its_share_and_is_narrower_with_more_prompts() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[5, 60])
            .Sample(
                (hard, prompts) =>
                {
                    var (one, four) = (
                        TriggerShare.Of(Math.Min(hard, prompts), prompts)!,
                        TriggerShare.Of(4 * Math.Min(hard, prompts), 4 * prompts)!
                    );
                    Assert.All(
                        [one.Share, four.Share],
                        s => Assert.True(s.Low >= 0 && s.Low <= s.Value && s.Value <= s.High && s.High <= 1)
                    );
                    Assert.True(four.Share.High - four.Share.Low < one.Share.High - one.Share.Low);
                },
                iter: Gate.Cases(2000)
            );

    private static IEnumerable<PromptedMoment> Answers(string setting, int hard, int prompts) =>
        Enumerable.Range(0, prompts).Select(i => new PromptedMoment(i < hard, [setting]));
}
