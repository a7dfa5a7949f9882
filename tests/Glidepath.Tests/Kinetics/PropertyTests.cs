using CsCheck;
using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Tests.Kinetics;

public class PropertyTests
{
    private const double Hours = 24 * 14;

    private static readonly Gen<(Body Body, DoseHistory Doses, Effect[] Effects)> Cases = Gen.Select(
            RandomRegimens.Bodies(),
            RandomRegimens.Histories,
            RandomRegimens.OneOrTwoEffects,
            Gen.Bool
        )
        .Select((body, doses, effects, any) => (body, doses, any ? effects : []));

    [Fact]
    public void Twice_the_dose_is_twice_the_level() =>
        Cases.Sample(c => AreClose(2, c.Body.Levels(c.Doses, Hours, 1, c.Effects), c.Body.Levels(Scaled(c.Doses, 2), Hours, 1, c.Effects)));

    [Fact]
    public void Levels_of_two_histories_add_up() =>
        Gen.Select(Cases, RandomRegimens.Histories)
            .Sample(
                (c, other) =>
                {
                    var both = new DoseHistory(c.Doses.Intakes.Concat(other.Intakes), c.Doses.Before.Concat(other.Before));
                    var (first, second) = (c.Body.Levels(c.Doses, Hours, 1, c.Effects), c.Body.Levels(other, Hours, 1, c.Effects));
                    AreClose(
                        1,
                        [.. first.Zip(second, (a, b) => a.Zip(b, (x, y) => x + y).ToArray())],
                        c.Body.Levels(both, Hours, 1, c.Effects),
                        c.Body.HasTwoLikeRatesBesideClearance || c.Body.HasThreeLikeRates ? 1e-3
                            : c.Effects.Length > 0 ? 1e-4
                            : 1e-7
                    );
                }
            );

    [Fact]
    public void A_history_begun_later_gives_the_same_levels_later() =>
        Gen.Select(RandomRegimens.Bodies(), RandomRegimens.Histories, Gen.Int[1, 100])
            .Sample(
                (body, doses, shift) =>
                {
                    var first = body.Levels(new DoseHistory(doses.Intakes), Hours);
                    var later = body.Levels(new DoseHistory(doses.Intakes.Select(i => i with { Hour = i.Hour + shift })), Hours + shift);
                    AreClose(1, first, [.. later.Select(l => l[shift..])], body.Exactness);
                    Assert.All(later, l => Assert.All(l[..shift], level => Assert.Equal(0, level)));
                }
            );

    [Fact]
    public void All_that_is_absorbed_is_cleared() =>
        RandomRegimens
            .Bodies()
            .Sample(body =>
            {
                var cohort = body.Cohort();
                for (var analyte = 0; analyte < cohort.Shape.Analytes; analyte++)
                {
                    var area = Enumerable
                        .Range(0, cohort.Shape.States)
                        .Sum(mode => cohort.Doses[(analyte * cohort.Modes + mode) * cohort.Padded] / cohort.Rates[mode * cohort.Padded]);
                    var cleared = analyte == 0 ? body.CL : body.Metabolites[analyte - 1].CL;
                    Assert.Equal(1, area / (1000 * Reaching(body, analyte - 1) / cleared), body.HasThreeLikeRates ? 1e-3 : body.Exactness);
                }
            });

    [Fact]
    public void A_faster_clearance_never_raises_the_level_of_the_drug() =>
        Gen.Select(RandomRegimens.Bodies(metabolites: 0), RandomRegimens.Histories, Gen.Double[1, 3])
            .Sample(
                (body, doses, faster) =>
                {
                    var (slow, fast) = (body.Levels(doses, Hours)[0], (body with { CL = body.CL * faster }).Levels(doses, Hours)[0]);
                    Assert.All(slow.Zip(fast), l => Assert.True(l.Second <= l.First + 1e-6 * slow.Max(), $"{l}"));
                }
            );

    [Fact]
    public void No_level_is_below_zero() =>
        Cases.Sample(c =>
            Assert.All(
                c.Body.Levels(c.Doses, Hours, 1, c.Effects),
                levels => Assert.True(levels.Min() >= 0, $"{levels.Min()} under {levels.Max()}")
            )
        );

    [Fact]
    public void A_start_from_steady_days_is_a_long_simulation() =>
        RandomRegimens
            .Bodies()
            .Sample(
                body =>
                {
                    const int Days = 600;
                    DoseTaken[] day = [new(7, 2), new(13.5, 1), new(22, 3)];
                    var steady = body.Levels(new DoseHistory(DoseHistory.Daily(day, 2).Intakes, day), 48);
                    var simulated = body.Levels(DoseHistory.Daily(day, Days + 2), 24 * (Days + 2));
                    AreClose(1, steady, [.. simulated.Select(l => l[(24 * Days)..])], body.Exactness);
                },
                iter: 50
            );

    [Fact]
    public void More_frequent_dosing_of_the_same_daily_dose_keeps_the_average_and_lowers_the_swing() =>
        RandomRegimens
            .Bodies()
            .Sample(
                body =>
                {
                    double[][] Day(int times)
                    {
                        DoseTaken[] day = [.. Enumerable.Range(0, times).Select(i => new DoseTaken(24d * i / times, 12d / times))];
                        return body.Levels(new DoseHistory(DoseHistory.Daily(day, 1).Intakes, day), 24, 0.02);
                    }
                    var (one, two, four) = (Day(1), Day(2), Day(4));
                    for (var analyte = 0; analyte < one.Length; analyte++)
                    {
                        Assert.Equal(1, Mean(two[analyte]) / Mean(one[analyte]), 1e-3);
                        Assert.Equal(1, Mean(four[analyte]) / Mean(one[analyte]), 1e-3);
                        Assert.True(
                            Swing(one[analyte]) >= Swing(two[analyte]) - 1e-9 && Swing(two[analyte]) >= Swing(four[analyte]) - 1e-9
                        );
                    }
                },
                iter: 50
            );

    [Fact]
    public void An_effect_of_none_changes_nothing() =>
        Gen.Select(RandomRegimens.Bodies(), RandomRegimens.Histories)
            .Sample(
                (body, doses) =>
                    AreClose(1, body.Levels(doses, Hours), body.Levels(doses, Hours, 1, [new Effect(10, 100, 1, 24, 48)]), body.Exactness)
            );

    private static double Reaching(Body body, int metabolite) =>
        metabolite < 0 ? body.F : body.Metabolites[metabolite].Part * Reaching(body, body.Metabolites[metabolite].From);

    private static double Mean(double[] levels) => (levels.Sum() - (levels[0] + levels[^1]) / 2) / (levels.Length - 1);

    private static double Swing(double[] levels) => (levels.Max() - levels.Min()) / Mean(levels);

    private static DoseHistory Scaled(DoseHistory doses, double factor) =>
        new(
            doses.Intakes.Select(i => i with { Milligrams = i.Milligrams * factor }),
            doses.Before.Select(i => i with { Milligrams = i.Milligrams * factor })
        );

    private static void AreClose(double factor, double[][] expected, double[][] actual, double part = 1e-12)
    {
        foreach (var (one, other) in expected.Zip(actual))
            Assert.All(
                one.Zip(other),
                l => Assert.True(Math.Abs(l.First * factor - l.Second) <= part * Math.Max(1e-9, one.Max()), $"{l} of {one.Max()}")
            );
    }
}
