using CsCheck;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Tests.Kinetics;

/// <summary>A fit to measured levels: its gradient, what it finds, and what it leaves open.</summary>
public class IndividualisationTests
{
    private static readonly DoseHistory Taper = new(
        Enumerable.Range(0, 364).Select(i => new DoseTaken(i / 2 * 24 + i % 2 * 14, 1 - i / 28 * 0.07)),
        [new DoseTaken(0, 1), new DoseTaken(14, 1)]
    );

    private static readonly double[] Hours = [2, 10, 698, 1_034, 1_706];

    private static readonly Gen<double[]> Deviations = Gen.Double[-0.8, 0.8].Array[LevelGradient.Count];

    private static readonly Gen<KineticModel> Models = Gen.Int[0, KineticTable.All.Count - 1].Select(i => KineticTable.All[i]);

    [Fact]
    public void The_slope_in_closed_form_is_the_slope_of_the_level() =>
        Gen.Select(Models, Deviations)
            .Sample(
                (model, deviations) =>
                {
                    var gradient = new LevelGradient(model, Taper, Hours);
                    var slopes = new double[Hours.Length * LevelGradient.Count];
                    gradient.Evaluate(deviations, new double[Hours.Length], slopes);
                    for (var by = 0; by < LevelGradient.Count; by++)
                    {
                        var (above, below) = (At(by, 1e-5), At(by, -1e-5));
                        for (var i = 0; i < Hours.Length; i++)
                            Assert.Equal(
                                (above[i] - below[i]) / 2e-5,
                                slopes[i * LevelGradient.Count + by],
                                Math.Max(1e-6, 1e-4 * above[i])
                            );
                    }

                    double[] At(int by, double step)
                    {
                        var levels = new double[Hours.Length];
                        gradient.Evaluate([.. deviations.Select((d, i) => i == by ? d + step : d)], levels, []);
                        return levels;
                    }
                },
                iter: 300
            );

    [Fact]
    public void The_level_of_the_fit_is_the_level_of_the_simulator()
    {
        var levels = new double[Hours.Length];
        new LevelGradient(KineticTable.ClonazepamWorking, Taper, Hours).Evaluate(new double[LevelGradient.Count], levels, []);
        var curve = LevelSimulator.Simulate(Request(Taper)).Analytes[0];
        Assert.All(Hours.Zip(levels), l => Assert.Equal(curve.Typical[(int)l.First], l.Second, 1e-9 * l.Second));
    }

    [Fact]
    public void Many_levels_of_one_person_find_that_person()
    {
        var person = new double[LevelGradient.Count];
        (person[LevelGradient.Clearance], person[LevelGradient.Volume]) = (Math.Log(0.6), Math.Log(1.3));
        // After one dose both are seen: on steady doses a level says much of clearance and little of volume.
        var hours = Enumerable.Range(1, 200).Select(i => 1d * i).ToArray();
        var fit = Individualisation.Of(Request(DoseHistory.Single(2)), Measured(person, hours, DoseHistory.Single(2))).Estimate();
        Assert.Equal(0.6, fit.Clearance, 0.02);
        Assert.Equal(1.3, fit.Volume, 0.03);
    }

    [Fact]
    public void With_no_level_the_population_stands()
    {
        var fit = Individualisation.Of(Request(Taper), []);
        Assert.Equal(1, fit.Estimate().Clearance);
        Assert.Equal(1, fit.Estimate().Absorption);
        var drawn = Clearances(fit.Draw(4_000, 5));
        Assert.Equal(Math.Log(KineticTable.ClonazepamWorking.Clearance.Typical), drawn.Average(c => Math.Log(c)), 0.02);
        Assert.Equal(
            KineticTable.ClonazepamWorking.Clearance.Omega,
            Math.Sqrt(drawn.Average(c => Math.Pow(Math.Log(c / KineticTable.ClonazepamWorking.Clearance.Typical), 2))),
            0.02
        );
    }

    [Theory]
    [InlineData(9_000, 23.9)]
    [InlineData(0.005, 23.9)]
    [InlineData(5, 80_000)]
    public void A_level_that_nobody_on_these_doses_has_is_refused(double level, double hour) =>
        Assert.Contains(
            "accepted: within 10 times",
            Assert
                .Throws<ArgumentException>(() => Individualisation.Of(Request(Taper), [new MeasuredLevel(hour, new Concentration(level))]))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_level_narrows_what_a_person_could_be()
    {
        var trough = new double[LevelGradient.Count];
        var (none, one, five) = (Spread([]), Spread(Measured(trough, [23.9])), Spread(Measured(trough, [23.9, 100, 200, 300, 400])));
        Assert.True(one < none && five < one, $"{none}, {one}, {five}");
    }

    [Fact]
    public void Draws_are_as_wide_as_the_exact_posterior_of_one_level()
    {
        // One level deep in steady state, volume and absorption hardly seen: the posterior of ln CL is normal with precision 1/ω² + s²/σ².
        var gradient = new LevelGradient(KineticTable.ClonazepamWorking, Taper, [23.9]);
        var (level, slopes) = (new double[1], new double[LevelGradient.Count]);
        gradient.Evaluate(new double[LevelGradient.Count], level, slopes);
        var slope = slopes[LevelGradient.Clearance] / level[0];
        var expected =
            1
            / Math.Sqrt(
                1 / Math.Pow(KineticTable.ClonazepamWorking.Clearance.Omega, 2)
                    + slope * slope / Math.Pow(Individualisation.ResidualError, 2)
            );
        Assert.Equal(expected, Spread(Measured(new double[LevelGradient.Count], [23.9])), 0.25 * expected);
    }

    [Fact]
    public void The_same_seed_draws_the_same_people()
    {
        var fit = Individualisation.Of(Request(Taper), Measured(new double[LevelGradient.Count], Hours));
        Assert.Equal(Clearances(fit.Draw(100, 3)), Clearances(fit.Draw(100, 3)));
        Assert.NotEqual(Clearances(fit.Draw(100, 3)), Clearances(fit.Draw(100, 4)));
    }

    [Fact]
    public void The_fit_is_the_lowest_point_around() =>
        Deviations.Sample(
            person =>
            {
                var request = Request(Taper);
                var levels = Measured([.. person.Select(d => d / 2)], Hours);
                var fit = Individualisation.Of(request, levels).Estimate();
                double[] best = [Math.Log(fit.Clearance), Math.Log(fit.Volume), Math.Log(fit.Absorption), Math.Log(fit.Bioavailability)];
                foreach (var by in new[] { LevelGradient.Clearance, LevelGradient.Volume, LevelGradient.Absorption })
                foreach (var step in new[] { -0.01, 0.01 })
                    Assert.True(Objective([.. best.Select((b, i) => i == by ? b + step : b)]) >= Objective(best) - 1e-9);

                double Objective(double[] at)
                {
                    var predicted = new double[Hours.Length];
                    new LevelGradient(request.Model, Taper, Hours).Evaluate(at, predicted, []);
                    var model = request.Model;
                    return levels
                            .Zip(predicted)
                            .Sum(l =>
                                Math.Pow(Math.Log(l.First.Level.NanogramsPerMilliliter / l.Second) / Individualisation.ResidualError, 2)
                            )
                        + Math.Pow(at[0] / model.Clearance.Omega, 2)
                        + Math.Pow(at[1] / model.CentralVolume.Omega, 2)
                        + Math.Pow(at[2] / model.AbsorptionRate.Omega, 2);
                }
            },
            iter: 50
        );

    private static LevelRequest Request(DoseHistory doses) =>
        new()
        {
            Model = KineticTable.ClonazepamWorking,
            Doses = doses,
            Hours = 1_800,
        };

    private static List<MeasuredLevel> Measured(double[] person, double[] hours, DoseHistory? doses = null)
    {
        var levels = new double[hours.Length];
        new LevelGradient(KineticTable.ClonazepamWorking, doses ?? Taper, hours).Evaluate(person, levels, []);
        return [.. hours.Zip(levels, (h, l) => new MeasuredLevel(h, new Concentration(l)))];
    }

    private static double Spread(List<MeasuredLevel> levels)
    {
        var logs = Clearances(Individualisation.Of(Request(Taper), levels).Draw(4_000, 1)).Select(c => Math.Log(c)).ToList();
        return Math.Sqrt(logs.Average(l => Math.Pow(l - logs.Average(), 2)));
    }

    private static List<double> Clearances(PosteriorDraws draws)
    {
        var cohort = draws.Cohort(KineticTable.ClonazepamWorking.Shape, []);
        return [.. Enumerable.Range(0, draws.Count).Select(i => cohort.Row(i)[ModelShape.CL])];
    }
}
