using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Tests.Kinetics;

public class SeededNormalTests
{
    private const int Draws = 100_000;

    /// <summary>Quantiles as printed in tables of the normal distribution to 16 digits.</summary>
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.75, 0.6744897501960817)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(0.95, 1.6448536269514722)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.995, 2.5758293035489004)]
    [InlineData(0.999, 3.090232306167813)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(1e-20, -9.262340089798409)]
    public void A_quantile_is_that_of_the_tables(double probability, double quantile) =>
        Assert.Equal(quantile, SeededNormal.Quantile(probability), 1e-12 * Math.Max(1, Math.Abs(quantile)));

    [Fact]
    public void Quantiles_are_those_of_MathNet_and_mirror_each_other()
    {
        for (var i = 1; i < 1000; i++)
        {
            Assert.Equal(MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, i / 1000d), SeededNormal.Quantile(i / 1000d), 1e-12);
            Assert.Equal(-SeededNormal.Quantile(i / 1000d), SeededNormal.Quantile(1 - i / 1000d), 1e-12);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(ulong.MaxValue)]
    public void A_hundred_thousand_draws_have_the_moments_of_a_normal_distribution(ulong seed)
    {
        var draws = Enumerable.Range(0, Draws).Select(i => SeededNormal.Draw(seed, i, 3)).ToArray();
        // Five standard errors: 1/√n, √(2/n), √(6/n) and √(24/n).
        var mean = draws.Average();
        var deviation = Math.Sqrt(draws.Average(d => (d - mean) * (d - mean)));
        Assert.Equal(0, mean, 5 / Math.Sqrt(Draws));
        Assert.Equal(1, deviation * deviation, 5 * Math.Sqrt(2d / Draws));
        Assert.Equal(0, draws.Average(d => Math.Pow((d - mean) / deviation, 3)), 5 * Math.Sqrt(6d / Draws));
        Assert.Equal(3, draws.Average(d => Math.Pow((d - mean) / deviation, 4)), 5 * Math.Sqrt(24d / Draws));
    }

    [Fact]
    public void Quantities_seeds_and_neighbours_are_drawn_independently()
    {
        double Together(Func<int, double> one, Func<int, double> other) => Enumerable.Range(0, Draws).Average(i => one(i) * other(i));
        Assert.Equal(0, Together(i => SeededNormal.Draw(1, i, 0), i => SeededNormal.Draw(1, i, 1)), 5 / Math.Sqrt(Draws));
        Assert.Equal(0, Together(i => SeededNormal.Draw(1, i, 0), i => SeededNormal.Draw(2, i, 0)), 5 / Math.Sqrt(Draws));
        Assert.Equal(0, Together(i => SeededNormal.Draw(1, i, 0), i => SeededNormal.Draw(1, i + 1, 0)), 5 / Math.Sqrt(Draws));
    }

    [Fact]
    public void A_uniform_draw_is_never_0_or_1() =>
        Assert.All(
            Enumerable.Range(0, Draws),
            i => Assert.InRange(SeededNormal.Uniform(9, i, i & 7), double.Epsilon, Math.BitDecrement(1))
        );
}
