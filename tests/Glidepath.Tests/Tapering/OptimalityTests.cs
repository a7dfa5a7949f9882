using CsCheck;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class OptimalityTests
{
    /// <summary>Paths grow exponentially with the number of splits.</summary>
    private const int MostSplits = 17;

    [Fact]
    public void Trying_every_path_finds_nothing_better_at_one_time_of_day() => Agree(Gens.Small(BenzodiazepineTable.Clonazepam, times: 1, mostDoses: 10), 400);

    [Fact]
    public void Trying_every_path_finds_nothing_better_at_two_or_three_times_of_day() => Agree(Gens.Small(BenzodiazepineTable.Clonazepam, times: 3, mostDoses: 3), 400);

    [Fact]
    public void Trying_every_path_finds_nothing_better_for_a_long_acting_drug() => Agree(Gens.Small(BenzodiazepineTable.Diazepam, times: 2, mostDoses: 3), 300);

    [Fact]
    public void A_certificate_proves_each_plan_and_each_changed_certificate_fails() =>
        (from request in Gens.Small(BenzodiazepineTable.Clonazepam, times: 3, mostDoses: 6) from keep in Gen.Int[0, 5] select (request, keep)).Sample((request, keep) =>
        {
            var kept = keep < request.Regimen.Times.Count ? request.Regimen.Times[keep] : (TimeOfDay?)null;
            if (TaperPlanner.Plan(request with { DropLast = kept }).Plan is not { } plan)
                return;
            var certificate = plan.Certificate();
            Assert.Null(CertificateChecker.FirstError(certificate));
            Assert.NotNull(CertificateChecker.FirstError(certificate with { States = [.. certificate.States.Skip(1)] }));
            var at = certificate.States.Count - 1;
            Assert.NotNull(CertificateChecker.FirstError(certificate with
            {
                States = [.. certificate.States.Select((s, i) => i == at ? s with { Area = s.Area + 1 } : s)],
            }));
        }, iter: 200, threads: 1);

    [Theory]
    [InlineData("1 mg morning, 1 mg evening", null)]
    [InlineData("2 mg bedtime", "tablet 0.5 scored, tablet 1, tablet 2")]
    [InlineData("0.5 mg morning, 0.25 mg midday, 1 mg bedtime", null)]
    [InlineData("0.5 mg bedtime", "tablet 0.5 scored, suspension 0.1 mg/mL")]
    public void A_certificate_proves_everyday_plans(string regimen, string? stock) =>
        Assert.Null(CertificateChecker.FirstError(A.Plan(A.Clonazepam(regimen, stock)).Certificate()));

    [Fact]
    public void A_certificate_proves_a_plan_that_keeps_one_time_of_day() =>
        Assert.Null(CertificateChecker.FirstError(A.Plan(A.Clonazepam("1 mg morning, 0.5 mg midday, 1 mg evening") with { DropLast = TimeOfDay.Evening }).Certificate()));

    internal static void Agree(Gen<TaperRequest> requests, int cases)
    {
        var compared = 0;
        requests.Sample(request =>
        {
            var result = TaperPlanner.Plan(request);
            var last = result.Plan?.Last?.Milligrams ?? Pharmacology.Products.MakeableDoses.For(request.StockOrDefault, request.Limits, new(6)).Smallest.Milligrams;
            var (best, splits) = Exhaustive.Search(request, last, MostSplits, result.Plan);
            if (splits > MostSplits)
                return;
            Interlocked.Increment(ref compared);
            if (best is null || result.Plan is null)
            {
                Assert.True(best is null && result.Plan is null, $"{request.Regimen} from {request.Stock}: one finds a plan, the other none");
                return;
            }
            var planned = Objective.Of(result.Plan);
            Assert.True(planned.CompareTo(best) == 0, $"{request.Regimen} from {request.Stock} at {request.Pace} to {request.Goal}: planned {planned}, best {best}");
        }, iter: cases, threads: 1);
        Assert.True(compared >= cases / 2, $"only {compared} of {cases} cases were small enough to compare");
    }
}
