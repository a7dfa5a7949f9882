using CsCheck;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Kinetics;

/// <summary>
/// The closed form against a numerical solution of the differential equations: 1,000 random regimens, the same ones every time (a quarter of them but in <c>eng/check --all</c>). The bound
/// is 1e-6 of the highest level of each curve, since after a wash-out of many half-lives both sides are near nothing and a part of nothing
/// says little about either.
/// </summary>
public class OdeTests
{
    private const double Bound = 1e-6;

    private const double Every = 3,
        Hours = 24 * 14;

    /// <summary>
    /// Of the tables, triazolam with rifampicin in full is the fastest: 5.4 volumes an hour; of two compartments diazepam with it, 0.3.
    /// </summary>
    private const double Fastest = 6,
        FastestOfTwo = 1;

    [Fact]
    public void Levels_agree_with_the_differential_equations_on_500_random_regimens_or_a_quarter_of_them() =>
        First500(Gen.Select(RandomRegimens.Bodies(), RandomRegimens.Histories, (body, doses) => (body, doses, Array.Empty<Effect>())));

    [Fact]
    public void Levels_agree_with_the_differential_equations_on_500_random_regimens_or_a_quarter_with_medicines_that_come_and_go() =>
        First500(
            Gen.Select(
                RandomRegimens.Bodies(),
                RandomRegimens.Histories,
                RandomRegimens.OneOrTwoEffects,
                (body, doses, effects) => (body, doses, effects)
            )
        );

    private static void First500(Gen<(Body Body, DoseHistory Doses, Effect[] Effects)> cases) =>
        cases
            .Array[1000]
            .Sample(
                all =>
                {
                    var some = all.Where(c =>
                            !c.Body.HasThreeLikeRates
                            && (c.Effects.Length == 0 || !c.Body.HasTwoLikeRatesBesideClearance)
                            && c.Effects.Aggregate(c.Body.CL / c.Body.Vc, (rate, e) => rate * Math.Max(1, e.Factor))
                                < (c.Body.TwoCompartments ? FastestOfTwo : Fastest)
                        )
                        .Take(500)
                        .ToList();
                    Assert.Equal(500, some.Count);
                    Assert.All(Gate.Part(some), c => Agree(c.Body, c.Doses, c.Effects));
                },
                seed: "0000Kinetics",
                iter: 1
            );

    private static void Agree(Body body, DoseHistory doses, Effect[] effects)
    {
        var apart = Apart(body, doses, effects);
        Assert.True(
            apart < Bound,
            $"{apart} apart: {body}; {string.Join(", ", effects.AsEnumerable())}; {string.Join(' ', doses.Intakes)}; before "
                + $"{string.Join(' ', doses.Before)}"
        );
    }

    /// <summary>Largest difference over the highest level of its analyte.</summary>
    private static double Apart(Body body, DoseHistory doses, Effect[] effects)
    {
        double[] hours = [.. Enumerable.Range(0, (int)(Hours / Every) + 1).Select(i => i * Every)];
        var (ours, theirs) = (body.Levels(doses, Hours, Every, effects), new BodyEquations(body).Levels(doses, effects, hours));
        return ours.Zip(theirs).Max(a => a.First.Zip(a.Second).Max(l => Math.Abs(l.First - l.Second)) / Math.Max(1e-12, a.Second.Max()));
    }
}
