using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Tests.Kinetics;

/// <summary>What was measured and never fitted to, by the acceptance rule of engine.md 2.2.</summary>
public class LiteratureTests
{
    public static TheoryData<string> Observations => [.. HeldOut.All.Select(o => o.What)];

    [Theory]
    [MemberData(nameof(Observations))]
    public void A_published_mean_is_reproduced_within_its_fold(string what)
    {
        var observation = HeldOut.All.Single(o => o.What == what);
        TestContext.Current.TestOutputHelper!.WriteLine($"RATIO {observation.Ratio:F2} {what}");
        Assert.InRange(observation.Ratio, 1 / observation.Fold, observation.Fold);
    }

    [Fact]
    public void The_peak_of_clonazepam_comes_within_the_hours_of_the_label() =>
        Assert.InRange(Figure.PeakTime(DoseHistory.Single(2))(KineticTable.ClonazepamWorking), 1, 4);

    [Fact]
    public void The_band_of_the_clonazepam_peak_holds_every_mean_that_was_published()
    {
        var band = LevelSimulator
            .Simulate(
                new()
                {
                    Model = KineticTable.ClonazepamWorking,
                    Doses = DoseHistory.Single(2),
                    Hours = 24,
                }
            )
            .Analytes[0]
            .Summary.Cmax;
        Assert.All(new[] { 13, 14.9, 16.31, 19.75 }, mean => Assert.InRange(mean, band.Low, band.High));
    }

    [Fact]
    public void One_compartment_halves_the_peak_of_clonazepam_as_its_name_says() =>
        Assert.InRange(Figure.Peak(DoseHistory.Single(2))(KineticTable.ClonazepamOneCompartment) / 16.31, 0.35, 0.6);

    [Fact]
    public void Every_drug_of_the_published_kinetics_is_looked_at() =>
        Assert.All(
            KineticCases.Drugs,
            drug => Assert.Contains(HeldOut.All.Concat(Fitted.All), o => o.What.StartsWith(drug, StringComparison.Ordinal))
        );

    [Fact]
    public void No_observation_is_both_held_out_and_fitted()
    {
        Assert.Empty(HeldOut.All.Select(o => o.What).Intersect(Fitted.All.Select(o => o.What)));
        Assert.DoesNotContain(HeldOut.All, o => Fitted.All.Any(f => f.Model == o.Model && f.Observed == o.Observed));
        Assert.All(HeldOut.All, o => Assert.Null(o.FittedLine));
    }

    /// <summary>A line names its figures with their unit, so that a figure there is a figure fitted to.</summary>
    [Fact]
    public void No_held_out_figure_stands_in_what_a_model_was_fitted_to() =>
        Assert.All(
            HeldOut.All,
            o =>
                Assert.DoesNotContain(
                    o.Model.CalibratedTo,
                    line => line.Contains(FormattableString.Invariant($" {o.Observed} ng/mL"), StringComparison.Ordinal)
                )
        );

    [Fact]
    public void Every_observation_has_a_source_and_stands_once()
    {
        var all = HeldOut.All.Concat(Fitted.All).ToList();
        Assert.Equal(all.Count, all.Select(o => o.What).Distinct().Count());
        Assert.All(all, o => Assert.False(string.IsNullOrWhiteSpace(o.Source.Where)));
    }
}
