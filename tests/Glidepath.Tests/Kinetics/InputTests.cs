using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Tests.Kinetics;

/// <summary>What is at the edge is computed; what is past it is refused, and the refusal names what is accepted.</summary>
public class InputTests
{
    private static readonly LevelRequest Request = new()
    {
        Model = KineticTable.DiazepamModel,
        Doses = DoseHistory.Single(10),
        Hours = 48,
    };

    public static TheoryData<string> Models => [.. KineticTable.All.Select(m => m.ToString())];

    private static KineticModel Model(string name) => KineticTable.All.Single(m => m.ToString() == name);

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_gives_levels_with_low_below_typical_below_high(string name)
    {
        DoseTaken[] day = [new(8, 2), new(20, 1)];
        IsOrdered(
            LevelSimulator.Simulate(
                new()
                {
                    Model = Model(name),
                    Doses = new(DoseHistory.Daily(day, 14).Intakes, day),
                    Hours = 20 * 24,
                }
            )
        );
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_population_gives_levels_with_low_below_typical_below_high(string name) =>
        IsOrdered(
            LevelSimulator.Simulate(
                new()
                {
                    Model = Model(name),
                    Doses = DoseHistory.Daily([new(8, 2)], 5),
                    Hours = 7 * 24,
                    Patients = 300,
                    Seed = 4,
                }
            )
        );

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_member_of_a_band_has_a_half_life_that_was_published(string name)
    {
        var model = Model(name);
        var members = ParameterBox.Members(model, []);
        for (var person = 0; person < members.Count; person++)
            Assert.InRange(
                ParameterBox.HalfLife(members.Shape, members.Row(person)),
                model.HalfLife.Low * (1 - 1e-9),
                model.HalfLife.High * (1 + 1e-9)
            );
    }

    [Fact]
    public void Ten_years_of_six_doses_a_day_give_a_level_at_every_hour()
    {
        var doses = DoseHistory.Daily([.. Enumerable.Range(0, 6).Select(i => new DoseTaken(4 * i, 5))], 3650);
        IsOrdered(LevelSimulator.Simulate(Request with { Doses = doses, Hours = DoseHistory.LongestHours }));
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-9)]
    [InlineData(10_000)]
    public void A_tiny_and_a_huge_dose_give_a_level(double milligrams) =>
        IsOrdered(LevelSimulator.Simulate(Request with { Doses = new([new(0, milligrams), new(1, milligrams)], [new(23.9, milligrams)]) }));

    [Theory]
    [InlineData(48, 0.01)]
    [InlineData(0.005, 0.01)]
    [InlineData(1e-9, 1)]
    [InlineData(48, 48)]
    [InlineData(48, 0.07)]
    public void The_finest_and_the_coarsest_grid_give_a_level(double hours, double every)
    {
        var levels = LevelSimulator.Simulate(Request with { Hours = hours, EveryHours = every });
        IsOrdered(levels);
        Assert.All(levels.Analytes[0].Hours.Select((hour, i) => hour - i * every), difference => Assert.Equal(0, difference, 1e-9));
    }

    [Fact]
    public void A_person_who_swallows_nothing_has_no_level() =>
        Assert.All(
            LevelSimulator.Simulate(Request with { Doses = new([]) }).Analytes,
            a => Assert.All(a.High, level => Assert.Equal(0, level))
        );

    private static readonly Dictionary<string, Action> Refused = new()
    {
        ["hours 0"] = () => _ = Request with { Hours = 0 },
        ["hours not a number"] = () => _ = Request with { Hours = double.NaN },
        ["hours too many"] = () => _ = Request with { Hours = DoseHistory.LongestHours * 1.01 },
        ["every too small"] = () => _ = Request with { EveryHours = 0.009 },
        ["every not a number"] = () => _ = Request with { EveryHours = double.NaN },
        ["patients below 0"] = () => _ = Request with { Patients = -1 },
        ["patients too many"] = () => _ = Request with { Patients = LevelRequest.MostPatients + 1 },
        ["threads 0"] = () => _ = Request with { Threads = 0 },
        ["weight"] = () => _ = Person.StandardAdult with { WeightKilograms = 29 },
        ["weight not a number"] = () => _ = Person.StandardAdult with { WeightKilograms = double.NaN },
        ["age"] = () => _ = Person.StandardAdult with { Age = 17 },
        ["dose 0"] = () => DoseHistory.Single(0),
        ["dose below 0"] = () => DoseHistory.Single(-1),
        ["dose not a number"] = () => DoseHistory.Single(double.NaN),
        ["dose without end"] = () => DoseHistory.Single(double.PositiveInfinity),
        ["hour below 0"] = () => _ = new DoseHistory([new(-1, 1)]),
        ["hour not a number"] = () => _ = new DoseHistory([new(double.NaN, 1)]),
        ["hour before past a day"] = () => _ = new DoseHistory([], [new(24, 1)]),
        ["intakes too many"] = () => _ = new DoseHistory(Enumerable.Repeat(new DoseTaken(1, 1), DoseHistory.MostIntakes + 1)),
        ["metabolites too many"] = () =>
            LevelSimulator.Simulate(
                Request with
                {
                    Model = Request.Model with { Metabolites = [.. Enumerable.Repeat(Request.Model.Metabolites[0], 6)] },
                }
            ),
    };

    public static TheoryData<string> Refusals => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_is_refused_with_what_is_accepted(string what) =>
        Assert.Contains("ccepted", Assert.ThrowsAny<ArgumentException>(Refused[what]).Message);

    private static void IsOrdered(LevelProfile profile)
    {
        foreach (var analyte in profile.Analytes)
        {
            for (var i = 0; i < analyte.Hours.Count; i++)
                Assert.True(
                    analyte.Low[i] >= 0
                        && analyte.Low[i] <= analyte.Typical[i]
                        && analyte.Typical[i] <= analyte.High[i]
                        && double.IsFinite(analyte.High[i]),
                    $"{analyte.Analyte} at {analyte.Hours[i]} h: {analyte.Low[i]} {analyte.Typical[i]} {analyte.High[i]}"
                );
            var s = analyte.Summary;
            Assert.All(
                new[] { s.Cmax, s.TmaxHours, s.Trough, s.Average, s.SwingPercent, s.Accumulation, s.HalfLifeHours },
                b =>
                    Assert.True(
                        b.Low >= 0 && b.Low <= b.Typical && b.Typical <= b.High && double.IsFinite(b.High),
                        $"{analyte.Analyte}: {b}"
                    )
            );
        }
    }
}
