using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Tests.Kinetics;

/// <summary>What constants were fitted to. Agreement here is no evidence for a model; it says that the fit is the one described.</summary>
public class CalibrationTests
{
    public static TheoryData<string> Observations => [.. Fitted.All.Select(o => o.What)];

    [Theory]
    [MemberData(nameof(Observations))]
    public void A_model_gives_about_what_it_was_fitted_to(string what)
    {
        var observation = Fitted.All.Single(o => o.What == what);
        TestContext.Current.TestOutputHelper!.WriteLine($"RATIO {observation.Ratio:F2} {what}");
        Assert.InRange(observation.Ratio, 1 / 1.5, 1.5);
    }

    [Fact]
    public void Everything_a_model_was_fitted_to_is_listed_here() =>
        Assert.All(
            KineticTable.All,
            model =>
                Assert.Equal(
                    Enumerable.Range(0, model.CalibratedTo.Count),
                    Fitted.All.Where(o => o.Model == model && o.FittedLine is not null).Select(o => o.FittedLine!.Value).Distinct().Order()
                )
        );
}
