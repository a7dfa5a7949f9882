using CsCheck;
using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Tests.Kinetics;

/// <summary>
/// The closed form against a numerical solution of the differential equations: 1,000 random regimens, the same ones every time. The bound is 1e-6 of the
/// highest level of each curve, since after a wash-out of many half-lives both sides are near nothing and a part of nothing says little about either.
/// </summary>
public class OdeTests
{
    private const double Bound = 1e-6;

    private const double Every = 3, Hours = 24 * 14;

    /// <summary>Triazolam with rifampicin in full, the fastest clearance of the tables, is 5.4 volumes an hour.</summary>
    private const double Fastest = 6;

    [Fact]
    public void Levels_agree_with_the_differential_equations_on_500_random_regimens() =>
        Gen.Select(RandomRegimens.Bodies(), RandomRegimens.Histories).Where((body, _) => !body.HasThreeLikeRates).Sample((body, doses) => Agree(body, doses, []), seed: "0000KineticsA", iter: 500);

    [Fact]
    public void Levels_agree_with_the_differential_equations_on_500_random_regimens_with_medicines_that_come_and_go() =>
        Gen.Select(RandomRegimens.Bodies(), RandomRegimens.Histories, RandomRegimens.OneOrTwoEffects)
            .Where((body, _, effects) => !body.HasThreeLikeRates && effects.Aggregate(body.CL / body.Vc, (rate, e) => rate * Math.Max(1, e.Factor)) < Fastest)
            .Sample(Agree, seed: "0000KineticsB", iter: 500);

    private static void Agree(Body body, DoseHistory doses, Effect[] effects)
    {
        var apart = Apart(body, doses, effects);
        Assert.True(apart < Bound, $"{apart} apart: {body}; {string.Join(", ", effects.AsEnumerable())}; {string.Join(' ', doses.Intakes)}; before {string.Join(' ', doses.Before)}");
    }

    /// <summary>Largest difference over the highest level of its analyte.</summary>
    private static double Apart(Body body, DoseHistory doses, Effect[] effects)
    {
        double[] hours = [.. Enumerable.Range(0, (int)(Hours / Every) + 1).Select(i => i * Every)];
        var (ours, theirs) = (body.Levels(doses, Hours, Every, effects), new BodyEquations(body).Levels(doses, effects, hours));
        return ours.Zip(theirs).Max(a => a.First.Zip(a.Second).Max(l => Math.Abs(l.First - l.Second)) / Math.Max(1e-12, a.Second.Max()));
    }
}
