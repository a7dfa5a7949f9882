using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Tests.Kinetics;

/// <summary>Where two constants become one, formulas divide by nothing; levels go on without a step.</summary>
public class LimitTests
{
    private static readonly DoseHistory Doses = new([new(0, 2), new(12.3, 1), new(30, 5)], [new(3, 1), new(17, 2)]);

    public static TheoryData<double> Gaps => [0, 1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 9.9e-8, 1.01e-7, 1e-6, 1e-5, 1e-4];

    [Theory]
    [MemberData(nameof(Gaps))]
    public void Absorption_as_fast_as_clearance_is_no_special_case(double gap) =>
        AgreesWithTheEquations(new Body(CL: 0.4 * 20, Vc: 20, Ka: 0.4 * (1 + gap)), 1e-6);

    [Theory]
    [MemberData(nameof(Gaps))]
    public void A_metabolite_cleared_as_fast_as_the_drug_is_no_special_case(double gap) =>
        AgreesWithTheEquations(new Body(4, 40, 1.3) { Metabolites = [new(0.7, 30, 3 * (1 + gap)), new(0.5, 10, 2, 0)] }, 1e-6);

    [Theory]
    [MemberData(nameof(Gaps))]
    public void Absorption_as_fast_as_distribution_is_no_special_case(double gap)
    {
        var (k10, k12, k21) = (0.1, 0.5, 0.3);
        var alpha = (k10 + k12 + k21 + Math.Sqrt(Math.Pow(k10 + k12 + k21, 2) - 4 * k10 * k21)) / 2;
        AgreesWithTheEquations(new Body(10, 100, alpha * (1 + gap), 50, 50 / k21), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Gaps))]
    public void Distribution_as_fast_as_elimination_is_no_special_case(double gap) =>
        // With next to no flow into it the second compartment empties at k21, here k10.
        AgreesWithTheEquations(new Body(10, 100, 1, 1e-6 * (1 + gap), 1e-5), 1e-6);

    [Theory]
    [MemberData(nameof(Gaps))]
    public void Three_like_rates_cost_digits_but_not_more_than_one_in_ten_thousand(double gap) =>
        AgreesWithTheEquations(new Body(4, 40, 0.1 * (1 + gap)) { Metabolites = [new(0.7, 30, 3 * (1 - gap)), new(0.5, 10, 4, 0)] }, 1e-4);

    [Fact]
    public void Two_compartments_without_flow_are_one()
    {
        var one = new Body(3.6, 44, 0.51).Levels(Doses, 72);
        var two = new Body(3.6, 44, 0.51, 1e-9, 143).Levels(Doses, 72);
        Assert.All(one[0].Zip(two[0]), l => Assert.Equal(1, l.Second / l.First, 1e-8));
        Assert.All(one[0].Zip(new Body(3.6, 44, 0.51, 0, 143).Levels(Doses, 72)[0]), l => Assert.Equal(1, l.Second / l.First, 1e-12));
    }

    private static void AgreesWithTheEquations(Body body, double part)
    {
        var hours = Enumerable.Range(0, 73).Select(h => (double)h).ToArray();
        foreach (var (ours, theirs) in body.Levels(Doses, 72).Zip(new BodyEquations(body).Levels(Doses, [], hours)))
            Assert.All(ours.Zip(theirs), l => Assert.True(Math.Abs(l.First - l.Second) < part * theirs.Max(), $"{l}"));
    }
}
