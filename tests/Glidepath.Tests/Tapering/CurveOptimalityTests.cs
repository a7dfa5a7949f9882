using CsCheck;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

/// <summary>What <see cref="OptimalityTests"/> and <see cref="PropertyTests"/> hold for the default curve, along the others.</summary>
public class CurveOptimalityTests
{
    private static readonly Gen<TaperRequest> Requests = Gens.Small(BenzodiazepineTable.Clonazepam, times: 3, mostDoses: 10, Gens.CurvedPace);

    [Fact]
    public void Trying_every_path_finds_nothing_better_at_one_time_of_day() =>
        OptimalityTests.Agree(Gens.Small(BenzodiazepineTable.Clonazepam, times: 1, mostDoses: 12, Gens.CurvedPace), 400);

    [Fact]
    public void Trying_every_path_finds_nothing_better_at_two_or_three_times_of_day() =>
        OptimalityTests.Agree(Gens.Small(BenzodiazepineTable.Clonazepam, times: 3, mostDoses: 3, Gens.CurvedPace), 400);

    [Fact]
    public void Trying_every_path_finds_nothing_better_for_a_long_acting_drug() =>
        OptimalityTests.Agree(Gens.Small(BenzodiazepineTable.Diazepam, times: 2, mostDoses: 3, Gens.CurvedPace), 300);

    [Fact]
    public void A_certificate_proves_each_plan_and_each_changed_certificate_fails() =>
        Gens.Small(BenzodiazepineTable.Clonazepam, times: 3, mostDoses: 6, Gens.CurvedPace).Sample(request =>
        {
            if (TaperPlanner.Plan(request).Plan is not { } plan)
                return;
            var certificate = plan.Certificate();
            Assert.Null(CertificateChecker.FirstError(certificate));
            Assert.NotNull(CertificateChecker.FirstError(Changed(certificate, s => s with { Area = s.Area + 1 })));
            Assert.NotNull(CertificateChecker.FirstError(Changed(certificate, s => s with { CutsOverStep = [(1000, 1), .. s.CutsOverStep] })));
            Assert.NotNull(CertificateChecker.FirstError(Changed(certificate, s => s with { Days = s.Days + 1 })));
        }, iter: 200, threads: 1);

    public static TheoryData<string, string, decimal> Fine() => new()
    {
        { "linear", "1 mg bedtime", 0 }, { "stepped", "1 mg bedtime", 0 }, { "emax", "1 mg bedtime", 5 }, { "emax", "1 mg bedtime", 0.5m },
        { "linear", "0.5 mg morning, 1 mg bedtime", 0 }, { "stepped", "0.5 mg morning, 1 mg bedtime", 0 }, { "emax", "0.5 mg morning, 1 mg bedtime", 0.3m },
    };

    /// <summary>Fine stocks too: here most cuts are within the step, and the search skips most of what it may.</summary>
    [Theory]
    [MemberData(nameof(Fine))]
    public void A_certificate_proves_a_plan_from_a_fine_stock(string curve, string regimen, decimal d50)
    {
        var stock = regimen.Contains("morning", StringComparison.Ordinal) ? "tablet 0.5 scored, odt 0.125" : "tablet 0.5 scored, tablet 1, suspension 0.1 mg/mL";
        foreach (var percent in new[] { 5m, 10m })
            Assert.Null(CertificateChecker.FirstError(A.Plan(A.Clonazepam(regimen, stock) with { Pace = A.Along(curve, percent, 14, d50), OverrideReason = "test" }).Certificate()));
    }

    [Fact]
    public void A_plan_keeps_every_hard_rule() => Requests.Sample(request =>
    {
        if (TaperPlanner.Plan(request).Plan is { } plan)
            Assert.Null(PlanRules.Broken(plan));
    });

    [Fact]
    public void On_no_day_is_the_dose_below_the_one_the_curve_asks() => Requests.Sample(request =>
    {
        if (TaperPlanner.Plan(request).Plan is not { } plan)
            return;
        var start = plan.Steps[0];
        foreach (var step in plan.Steps)
            Assert.True(CurveRules.AskedHasComeTo(request.Pace, step.DailyDose.Milligrams, start.DailyDose.Milligrams, step.Start.DayNumber - start.Start.DayNumber),
                $"{request.Regimen} at {request.Pace}: {step.DailyDose} on day {step.Start.DayNumber - start.Start.DayNumber}");
    });

    [Fact]
    public void A_dose_is_never_held_for_less_than_the_interval() => Requests.Sample(request =>
        TaperPlanner.Plan(request).Plan is not { } plan || plan.Steps.SkipLast(1).All(s => s.Days >= request.Pace.IntervalDays));

    [Fact]
    public void The_hold_is_the_fewest_days_that_keep_the_asked_pace() =>
        (from pace in Gens.CurvedPace from doses in Gen.Int[0, 2000].Array[2] where doses[0] != doses[1] select (pace, doses)).Sample((pace, doses) =>
        {
            var (from, to) = (Math.Max(doses[0], doses[1]) * 0.005m, Math.Min(doses[0], doses[1]) * 0.005m);
            return pace.HoldDays(A.Mg(from), A.Mg(to), A.Mg(10)) == CurveRules.Hold(pace, from, to, 10)
                && pace.IsWithinStep(A.Mg(from), A.Mg(to), A.Mg(10)) == (CurveRules.OverStep(pace, from, to, 10) is null);
        });

    [Fact]
    public void The_area_above_the_asked_curve_is_never_negative() => Requests.Sample(request =>
        TaperPlanner.Plan(request).Plan is not { } plan || plan.AreaAboveCurve >= 0);

    [Fact]
    public void A_richer_stock_is_never_worse_with_the_last_dose_fixed_at_one_time_of_day() =>
        (from request in Gens.Small(BenzodiazepineTable.Clonazepam, times: 1, mostDoses: 12, Gens.CurvedPace)
         from more in Gens.Tablets(BenzodiazepineTable.Clonazepam)
         select (request, more)).Sample((request, more) => PropertyTests.NeverWorse(request, more));

    [Fact]
    public void A_slower_pace_never_ends_sooner_on_one_dose_path() =>
        (from path in Gen.Int[1, 400].Array[2, 12] from pace in Gens.CurvedPace select (path, pace)).Sample((path, pace) =>
        {
            var doses = path.Distinct().OrderDescending().Select(p => A.Mg(p * 0.01m)).ToList();
            int Total(TaperPace at) => doses.Zip(doses.Skip(1)).Sum(d => at.HoldDays(d.First, d.Second, doses[0]));
            return Total(pace with { IntervalDays = pace.IntervalDays + 1 }) >= Total(pace) && Total(pace with { StepPercent = pace.StepPercent - 0.5m }) >= Total(pace);
        });

    private static TaperCertificate Changed(TaperCertificate certificate, Func<CertifiedState, CertifiedState> change) =>
        certificate with { States = [.. certificate.States.SkipLast(1), change(certificate.States[^1])] };
}
