using CsCheck;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

/// <summary>What earlier doses left in the body breaks no cap, by single doses simulated hour by hour.</summary>
public class CarryOverTests
{
    /// <summary>Quick paces over coarse stocks, where a large cut stands before a small one.</summary>
    private static readonly Gen<TaperRequest> Requests =
        from percent in Gens.Of(10m, 20m, 25m)
        from days in Gens.Of(3, 5, 7, 14)
        from curve in Gens.Of<PaceCurve>(new PaceCurve.ProportionalToCurrent(), new PaceCurve.Linear(), new PaceCurve.Emax(new(0.5m)))
        from drug in Gens.Of(BenzodiazepineTable.Clonazepam, BenzodiazepineTable.Diazepam)
        from request in Gens.Small(drug, times: 2, mostDoses: 6, Gen.Const(A.Pace(percent, days) with { Curve = curve }))
        select request;

    [Fact]
    public void Every_fall_of_the_mean_level_stays_within_its_cap()
    {
        var held = 0;
        Requests.Sample(request =>
        {
            if (TaperPlanner.Plan(request).Plan is not { } plan)
                return;
            Interlocked.Add(ref held, plan.CarryOver is null ? 0 : 1);
            Assert.True(plan.CarryOver is null or { IsWhollyMet: true });
            Assert.All(Falls(plan with { Request = plan.Request with { CutNow = false } }), fall => Assert.True(fall.Percent <= fall.Cap + Allowed, $"{fall.Analyte} falls {fall.Percent:0.0} % where {fall.Cap:0.0} % is allowed"));
        }, iter: 150, threads: 1);
        Assert.True(held > 0, "no plan was held longer: the check was not tried");
    }

    [Fact]
    public void A_large_cut_is_given_time_before_a_small_one()
    {
        var plan = Tight();
        Assert.NotNull(plan.CarryOver);
        Assert.True(plan.CarryOver.IsWhollyMet);
        Assert.True(plan.CarryOver.ExtraDays > 0);
        Assert.Contains(plan.Findings, f => f is { Rule: "plan.carry-over", Severity: Severity.Note } && f.Message.Contains($"{plan.CarryOver.ExtraDays} days longer in all", StringComparison.Ordinal));
        Assert.Null(CertificateChecker.FirstError(plan.Certificate()));
    }

    [Fact]
    public void A_certificate_whose_holds_are_shortened_is_refused()
    {
        var certificate = Tight().Certificate();
        Assert.NotNull(CertificateChecker.FirstError(certificate with { Problem = certificate.Problem with { SettleDays = new Dictionary<int, int>() } }));
    }

    [Fact]
    public void A_plan_at_two_weeks_a_step_is_left_as_it_is()
    {
        Assert.Null(A.Plan(A.Clonazepam("1 mg morning, 1 mg bedtime")).CarryOver);
        Assert.Null(A.Plan(A.Taper(BenzodiazepineTable.Diazepam, "20 mg bedtime")).CarryOver);
    }

    /// <summary>The tolerance of a point, and two for what the planner leaves out: it spreads each dose evenly over its day, and these are single doses.</summary>
    private const double Allowed = 3;

    private static TaperPlan Tight() => A.Plan(A.Clonazepam("1 mg morning, 1 mg midday", "tablet 0.5 scored") with { Pace = A.Along("emax", 25, 7, 0.5m), OverrideReason = "a test" });

    /// <summary>The mean level of the day before each cut, and of the day one interval later, of every analyte.</summary>
    private static IEnumerable<(string Analyte, double Percent, double Cap)> Falls(TaperPlan plan)
    {
        var history = ScheduleHistory.Of(plan.ToSchedule(), DayHours.Default, plan.EndsOn.AddDays(1), steadyAtStart: true);
        var model = KineticTable.DefaultFor(plan.Request.Drug)!;
        var profile = LevelSimulator.Simulate(new LevelRequest { Model = model, Doses = history.Doses, Hours = 24d * (plan.EndsOn.DayNumber - plan.ToSchedule().Doses[0].Start.DayNumber + 1) });
        for (var i = 1; i < plan.Steps.Count - 1; i++)
        {
            var (from, to) = ((double)plan.Steps[i - 1].DailyDose.Milligrams, (double)plan.Steps[i].DailyDose.Milligrams);
            var cut = history.StepHours.First(s => s.Row == i).Hour;
            foreach (var levels in profile.Analytes.Where(_ => to > 0))
            {
                var (before, after) = (Mean(levels, cut - 24), Mean(levels, Math.Min(cut + 24 * (plan.Request.Pace.IntervalDays - 1), levels.Hours[^1] - 24)));
                yield return (levels.Analyte, (before - after) * 100 / before, Math.Max((from - to) * 100 / from, (double)plan.Request.Pace.StepPercent));
            }
        }
    }

    private static double Mean(AnalyteLevels levels, double from) => Enumerable.Range((int)from, 24).Average(hour => levels.Typical[hour]);
}
