using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Tests.Kinetics;

public class KineticChangeTests
{
    private static readonly KineticChange Inducer = new("inducer", 100, 500, 1.2, 1.4, 1.6, 24, 48);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(99.999, 0)]
    [InlineData(124, 0.5)]
    [InlineData(148, 0.75)]
    [InlineData(172, 0.875)]
    public void Half_of_an_effect_is_there_after_its_onset_half_time(double hour, double part) =>
        Assert.Equal(part, Inducer.PartAt(hour), 1e-12);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(48, 0.5)]
    [InlineData(96, 0.25)]
    [InlineData(5000, 0)]
    public void Half_of_an_effect_is_gone_an_offset_half_time_after_the_stop(double after, double part) =>
        Assert.Equal(part * (1 - Math.Pow(2, -400d / 24)), Inducer.PartAt(500 + after), 1e-12);

    [Fact]
    public void An_effect_stopped_half_way_goes_from_half() => Assert.Equal(0.25, (Inducer with { ToHour = 124 }).PartAt(124 + 48), 1e-12);

    [Fact]
    public void An_effect_without_half_times_comes_and_goes_at_once()
    {
        var sudden = Inducer with { OnsetHalfTime = 0, OffsetHalfTime = 0 };
        Assert.Equal([0, 1, 1, 0], new[] { 99.9, 100, 499.9, 500 }.Select(sudden.PartAt));
    }

    [Fact]
    public void A_medicine_taken_until_an_hour_is_there_in_full_before_it()
    {
        var taken = ClearanceEffectTable.Find(BenzodiazepineTable.Clonazepam, "carbamazepine")!.TakenUntil(240);
        Assert.Equal([1, 1, 0.5], new[] { 0, 239, 240 + taken.OffsetHalfTime }.Select(h => Math.Round(taken.PartAt(h), 9)));
    }

    [Fact]
    public void A_steady_level_under_a_medicine_is_lower_by_its_factor_and_comes_back_after_the_stop()
    {
        DoseTaken[] day = [new(0, 2)];
        double Level(params KineticChange[] changes) =>
            LevelSimulator
                .Simulate(
                    new()
                    {
                        Model = KineticTable.ClonazepamWorking,
                        Doses = new(DoseHistory.Daily(day, 60).Intakes, day),
                        Hours = 60 * 24,
                        Changes = changes,
                    }
                )
                .Analytes[0]
                .Summary.Average.Typical;
        var effect = ClearanceEffectTable.Find(BenzodiazepineTable.Clonazepam, "carbamazepine")!;
        Assert.Equal(effect.Typical, Level() / Level(effect.From(-10_000)), 1e-3);
        Assert.Equal(1, Level() / Level(effect.TakenUntil(24)), 0.01);
    }

    [Fact]
    public void Draws_fitted_to_a_person_are_changed_by_a_medicine_too()
    {
        var draws = new PosteriorDraws([1, 3.6, 44, 0, 0, 0.5, 1, 3.6, 44, 0, 0, 0.5], 2);
        double Average(params KineticChange[] changes) =>
            LevelSimulator
                .Simulate(
                    new()
                    {
                        Model = KineticTable.ClonazepamOneCompartment,
                        Doses = DoseHistory.Daily([new(0, 2)], 20),
                        Hours = 480,
                        Posterior = draws,
                        Changes = changes,
                    }
                )
                .Analytes[0]
                .Summary.Average.Typical;
        Assert.Equal(2, Average() / Average(new KineticChange("inducer", 0, null, 2, 2, 2, 0, 0)), 1e-2);
    }

    [Fact]
    public void Two_medicines_that_move_at_almost_the_same_moment_leave_every_level_a_number()
    {
        // 0.1 + 0.2 is a hair above 0.3; the third effect stretches over both.
        var levels = new Body(3, 40, 1).Levels(
            DoseHistory.Daily([new(0, 2)], 5),
            96,
            1,
            [new(0.3, null, 2, 24, 24), new(0.1 + 0.2, 50, 0.5, 0, 24), new(-5000, 48 * Math.PI / Math.PI, 3, 60, 92)]
        );
        Assert.All(levels[0], level => Assert.True(double.IsFinite(level)));
    }

    [Theory]
    [InlineData(10, 9.0, 1, 1, 1, 1, 1)]
    [InlineData(double.NaN, null, 1, 1, 1, 1, 1)]
    [InlineData(0, null, 0, 1, 1, 1, 1)]
    [InlineData(0, null, 2, 1, 3, 1, 1)]
    [InlineData(0, null, 1, 2, 1.5, 1, 1)]
    [InlineData(0, null, 1, 1, double.PositiveInfinity, 1, 1)]
    [InlineData(0, null, 1, 1, 1, -1, 1)]
    [InlineData(0, null, 1, 1, 1, 1, double.NaN)]
    public void A_change_that_cannot_be_is_refused_with_what_is_accepted(
        double from,
        double? to,
        double low,
        double typical,
        double high,
        double onset,
        double offset
    )
    {
        var request = new LevelRequest
        {
            Model = KineticTable.ClonazepamWorking,
            Doses = DoseHistory.Single(1),
            Hours = 24,
            Changes = [new("x", from, to, low, typical, high, onset, offset)],
        };
        Assert.Contains("ccepted", Assert.ThrowsAny<ArgumentException>(() => LevelSimulator.Simulate(request)).Message);
    }
}
