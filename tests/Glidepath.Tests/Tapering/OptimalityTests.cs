using CsCheck;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Tapering.Search;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class OptimalityTests
{
    private const int MostPaths = 200_000;

    /// <summary>Above this many, every path takes too long.</summary>
    private const int MostDays = 120;

    [Fact]
    public void Trying_every_path_finds_nothing_better_at_one_time_of_day() =>
        Agree(Gens.Small(BenzodiazepineTable.Clonazepam, times: 1, mostDoses: 12), 400);

    [Fact]
    public void Trying_every_path_finds_nothing_better_at_two_or_three_times_of_day() =>
        Agree(Gens.Small(BenzodiazepineTable.Clonazepam, times: 3, mostDoses: 4), 300);

    [Fact]
    public void Trying_every_path_finds_nothing_better_for_a_long_acting_drug() =>
        Agree(Gens.Small(BenzodiazepineTable.Diazepam, times: 2, mostDoses: 4), 200);

    [Fact]
    public void A_certificate_proves_each_plan_and_each_changed_certificate_fails() =>
        Gens.Small(BenzodiazepineTable.Clonazepam, times: 3, mostDoses: 6)
            .Sample(
                request =>
                {
                    if (TaperPlanner.Plan(request).Plan is not { } plan)
                        return;
                    var certificate = plan.Certificate()!;
                    Assert.Null(CertificateChecker.FirstError(certificate));
                    Assert.NotNull(CertificateChecker.FirstError(certificate with { Path = [.. certificate.Path.Skip(1)] }));
                    var at = certificate.Costs.Count - 1;
                    Assert.NotNull(
                        CertificateChecker.FirstError(
                            certificate with
                            {
                                Costs = [.. certificate.Costs.Select((c, i) => i == at ? c with { Trouble = c.Trouble + 1 } : c)],
                            }
                        )
                    );
                },
                iter: 150,
                threads: 1
            );

    [Theory]
    [InlineData("1 mg bedtime", null)]
    [InlineData("2 mg bedtime", "tablet 0.5 scored, tablet 1, tablet 2, odt 0.125")]
    [InlineData("0.5 mg morning, 0.5 mg bedtime", "tablet 0.5 scored, odt 0.125, suspension 0.1 mg/mL")]
    [InlineData("0.3 mg bedtime", "suspension 0.1 mg/mL")]
    public void A_certificate_proves_everyday_plans(string regimen, string? stock) =>
        Assert.Null(CertificateChecker.FirstError(A.Plan(A.Clonazepam(regimen, stock)).Certificate()!));

    [Theory]
    [InlineData("linear", 10)]
    [InlineData("stepped", 10)]
    [InlineData("emax", 10)]
    public void A_certificate_proves_plans_along_every_curve(string curve, int percent) =>
        Assert.Null(
            CertificateChecker.FirstError(
                A.Plan(A.Clonazepam("0.5 mg bedtime") with { Pace = A.Along(curve, percent, 14, 0.5m), OverrideReason = "a test" })
                    .Certificate()!
            )
        );

    [Fact]
    public void A_certificate_proves_a_plan_that_a_policy_steers_by_its_milligrams() =>
        Assert.Null(
            CertificateChecker.FirstError(
                A.Plan(A.Taper(BenzodiazepineTable.Diazepam, "10 mg bedtime") with { Policy = RuleSetTable.NiceCks }).Certificate()!
            )
        );

    [Fact]
    public void A_certificate_proves_a_plan_that_keeps_one_time_of_day() =>
        Assert.Null(
            CertificateChecker.FirstError(
                A.Plan(A.Clonazepam("0.5 mg morning, 0.25 mg midday, 0.5 mg evening") with { DropLast = TimeOfDay.Evening }).Certificate()!
            )
        );

    /// <summary>Whole and still a logarithm: so equal sums of cuts are equal to the last digit.</summary>
    [Fact]
    public void The_logarithm_of_a_dose_adds_up_exactly_and_is_one_to_eight_places() =>
        Gen.Select(Gen.Int[1, 20_000], Gen.Int[1, 20_000])
            .Sample(
                (a, b) =>
                {
                    Assert.Equal(DoseLogarithm.Of(a) + DoseLogarithm.Of(b), DoseLogarithm.Of(a * b));
                    Assert.Equal(Math.Log(a), DoseLogarithm.Of(a) / DoseLogarithm.Parts, 1e-8);
                },
                iter: 500
            );

    /// <summary>
    /// 1.25 mg to 1.125 mg is just 10 %: what is asked and what is made weigh the same, or the last digit decides between equals.
    /// </summary>
    [Fact]
    public void The_asked_cut_weighs_what_a_cut_of_its_size_weighs()
    {
        Assert.Equal(DoseLogarithm.Of(10) - DoseLogarithm.Of(9), -DoseLogarithm.OfPart(0.9m));
        Assert.Equal(DoseLogarithm.Of(1_250) - DoseLogarithm.Of(1_125), -DoseLogarithm.OfPart(0.90m));
        Assert.Equal(Math.Log(2 / 3.0), DoseLogarithm.OfPart(2 / 3m) / DoseLogarithm.Parts, 1e-8);
    }

    private static void Agree(Gen<TaperRequest> requests, int cases)
    {
        var compared = 0;
        requests.Sample(
            request =>
            {
                var oracle = new Exhaustive(request, MostPaths);
                if (oracle.Days > MostDays || !oracle.IsWithinLattice)
                    return;
                var result = TaperPlanner.Plan(request);
                if (result.Plan is { Route: TaperRoute.Gradual } plan)
                {
                    var solution = TaperPlanner.Searched(plan);
                    var (reached, cost) = oracle.Best(
                        solution.Makeable.ToDose(solution.Rules.Floor).Milligrams is var floor && plan.Ends is PlanEnd.StockLimit
                            ? 0
                            : floor
                    );
                    if (oracle.IsTooMany)
                        return;
                    Interlocked.Increment(ref compared);
                    Assert.Equal(reached, (plan.Last ?? plan.Steps[^1].DailyDose).Milligrams);
                    Assert.True(
                        Exhaustive.Of(plan).CompareTo(cost) == 0,
                        $"{request.Regimen} from {request.Stock} at {request.Pace} to {request.Goal}: planned "
                            + $"{Exhaustive.Of(plan)}, best {cost}"
                    );
                    return;
                }
                Interlocked.Increment(ref compared);
                Assert.True(
                    result.Refusal!.Limit is not BindingLimit.NoFirstCut || oracle.Best(0).Reached == request.Regimen.DailyDose.Milligrams,
                    $"{request.Regimen} from {request.Stock}: a first cut was found"
                );
            },
            iter: cases,
            threads: 1
        );
        Assert.True(compared >= cases / 2, $"only {compared} of {cases} cases were small enough to compare");
    }
}
