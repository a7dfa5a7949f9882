using CsCheck;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class PropertyTests
{
    private static readonly Gen<TaperRequest> Requests = Gens.Small(BenzodiazepineTable.Clonazepam, times: 3, mostDoses: 10);

    [Fact]
    public void A_plan_keeps_every_hard_rule() =>
        Requests.Sample(request =>
        {
            if (TaperPlanner.Plan(request).Plan is { } plan)
                Assert.Null(PlanRules.Broken(plan));
        });

    [Fact]
    public void A_plan_never_raises_the_dose() =>
        Requests.Sample(request =>
            TaperPlanner.Plan(request).Plan is not { } plan
            || plan.Steps.Zip(plan.Steps.Skip(1)).All(s => s.Second.DailyDose < s.First.DailyDose)
        );

    [Fact]
    public void A_dose_is_never_held_for_less_than_the_interval() =>
        Requests.Sample(request =>
            TaperPlanner.Plan(request).Plan is not { } plan || plan.Steps.SkipLast(1).All(s => s.Days >= request.Pace.IntervalDays)
        );

    [Fact]
    public void The_order_in_which_a_stock_is_written_changes_nothing() =>
        (from request in Requests from shuffled in Gen.Shuffle(request.Stock!.ToArray()) select (request, shuffled)).Sample(
            (request, shuffled) =>
            {
                var (one, other) = (
                    TaperPlanner.Plan(request).Plan,
                    TaperPlanner.Plan(request with { Stock = new Stock([.. shuffled, .. shuffled]) }).Plan
                );
                Assert.Equal(Lines(one), Lines(other));
            }
        );

    /// <summary>Eight paces, four drugs, one to four times a day, the default stock.</summary>
    private static readonly Gen<TaperRequest> Everyday =
        from drug in Gens.Of(
            BenzodiazepineTable.Clonazepam,
            BenzodiazepineTable.Alprazolam,
            BenzodiazepineTable.Lorazepam,
            BenzodiazepineTable.Diazepam
        )
        from units in Gen.Int[1, 12].Array[1, 3]
        from percent in Gens.Of(5m, 10m, 15m, 20m)
        from days in Gens.Of(14, 28)
        let step = drug == BenzodiazepineTable.Diazepam ? 2m : 0.5m
        let regimen = units
            .Select((u, i) => (Time: TimesOfDay.All[3 - i], u))
            .Aggregate(Regimen.Empty, (r, t) => r.With(t.Time, new Dose((t.u + 1) / 2 * step)))
        select A.Taper(drug, "1 mg bedtime") with
        {
            Regimen = regimen,
            Pace = A.Pace(percent, days),
            PaceIsAsked = true,
        };

    [Fact]
    public void A_default_plan_ends_with_a_stop_and_keeps_the_ceiling_the_weeks_and_the_pieces() =>
        Everyday.Sample(
            request =>
            {
                var plan = A.Plan(request);
                Assert.Null(PlanRules.Broken(plan));
                Assert.Equal(PlanEnd.Stop, plan.Ends);
                Assert.True(plan.WorstCutPercent <= 25);
                Assert.True(
                    plan.Steps[1].ReductionPercentOfCurrent <= 1.5m * request.Pace.StepPercent + 0.0001m,
                    $"the first cut is {plan.Steps[1].ReductionPercentOfCurrent} %"
                );
            },
            iter: 150,
            threads: 2
        );

    [Fact]
    public void A_slower_pace_never_ends_sooner() =>
        Everyday.Sample(
            request =>
                TaperPlanner.Plan(request with { Pace = A.Pace(request.Pace.StepPercent, 2 * request.Pace.IntervalDays) }) switch
                {
                    { Plan: { } slower } => slower.TotalDays >= A.Plan(request).TotalDays,
                    // Longer than any plan may be.
                    { Refusal.Limit: BindingLimit.Length } => A.Plan(request).TotalDays * 2 > PlanBounds.MostDays,
                    _ => false,
                },
            iter: 40,
            threads: 2
        );

    [Fact]
    public void The_same_request_gives_the_same_plan() =>
        Requests.Sample(request => Assert.Equal(Lines(TaperPlanner.Plan(request).Plan), Lines(TaperPlanner.Plan(request).Plan)), iter: 50);

    private static List<string> Lines(TaperPlan? plan) =>
        plan is null ? ["none"] : [.. plan.Steps.Select(s => $"{s.Start} {s.DailyDose} {Sig.For(s).InWords()}")];
}
