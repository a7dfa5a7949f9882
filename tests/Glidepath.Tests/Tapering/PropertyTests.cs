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
    public void A_plan_keeps_every_hard_rule() => Requests.Sample(request =>
    {
        if (TaperPlanner.Plan(request).Plan is { } plan)
            Assert.Null(PlanRules.Broken(plan));
    });

    [Fact]
    public void A_plan_never_raises_the_dose() => Requests.Sample(request =>
        TaperPlanner.Plan(request).Plan is not { } plan || plan.Steps.Zip(plan.Steps.Skip(1)).All(s => s.Second.DailyDose < s.First.DailyDose));

    [Fact]
    public void A_dose_is_never_held_for_less_than_the_interval() => Requests.Sample(request =>
        TaperPlanner.Plan(request).Plan is not { } plan || plan.Steps.SkipLast(1).All(s => s.Days >= request.Pace.IntervalDays));

    [Fact]
    public void The_order_in_which_a_stock_is_written_changes_nothing() =>
        (from request in Requests from shuffled in Gen.Shuffle(request.Stock!.ToArray()) select (request, shuffled)).Sample((request, shuffled) =>
        {
            var (one, other) = (TaperPlanner.Plan(request).Plan, TaperPlanner.Plan(request with { Stock = new Stock([.. shuffled, .. shuffled]) }).Plan);
            Assert.Equal(Lines(one), Lines(other));
        });

    [Fact]
    public void A_richer_stock_is_never_worse_with_the_last_dose_fixed_at_one_time_of_day() =>
        (from request in Gens.Small(BenzodiazepineTable.Clonazepam, times: 1, mostDoses: 12)
         from more in Gens.Tablets(BenzodiazepineTable.Clonazepam)
         select (request, more)).Sample((request, more) => NeverWorse(request, more));

    [Fact]
    public void A_richer_stock_of_the_catalogue_is_never_worse_with_the_last_dose_fixed_at_several_times_of_day() =>
        (from quarters in Gen.Int[0, 8].Array[4]
         from pace in Gens.Pace
         from finer in Gens.Of("odt 0.125", "odt 0.125, odt 0.25", "suspension 0.1 mg/mL")
         from last in Gen.Int[1, 2]
         where quarters.Sum() > last
         select (quarters, pace, finer, last)).Sample((quarters, pace, finer, last) =>
        {
            var regimen = new Regimen(new(quarters[0] * 0.25m), new(quarters[1] * 0.25m), new(quarters[2] * 0.25m), new(quarters[3] * 0.25m));
            var request = A.Clonazepam("1 mg bedtime", "tablet 0.5, tablet 1, tablet 2") with { Regimen = regimen, Pace = pace, Last = new(last * 0.25m) };
            NeverWorse(request, A.Stock(BenzodiazepineTable.Clonazepam, finer));
        }, iter: 200);

    [Fact]
    public void On_one_dose_path_a_slower_pace_never_ends_sooner() =>
        (from path in Gen.Int[1, 400].Array[2, 12]
         from days in Gen.Int[7, 60]
         from percent in Gen.Int[1, 50]
         from @base in Gens.Of(PercentBase.Current, PercentBase.Original)
         select (path, days, percent, @base)).Sample((path, days, percent, @base) =>
        {
            var doses = path.Distinct().OrderDescending().Select(p => new Dose(p * 0.01m)).ToList();
            int Total(TaperPace pace) => doses.Zip(doses.Skip(1)).Sum(d => pace.HoldDays(d.First, d.Second, doses[0]));
            var days1 = Total(A.Pace(percent, days, @base));
            return Total(A.Pace(percent, days + 1, @base)) >= days1 && (percent == 1 || Total(A.Pace(percent - 0.5m, days, @base)) >= days1);
        });

    [Theory]
    [InlineData("2 mg bedtime", "tablet 0.5, tablet 1, tablet 2")]
    [InlineData("1 mg morning, 1 mg bedtime", "tablet 0.5, tablet 1, tablet 2, odt 0.125, odt 0.25")]
    [InlineData("0.25 mg morning, 0.25 mg midday, 0.5 mg bedtime", "tablet 0.5, tablet 1, odt 0.125, suspension 0.1 mg/mL")]
    [InlineData("2 mg morning, 1 mg bedtime", "tablet 1, tablet 2")]
    public void A_lower_goal_above_zero_never_ends_sooner(string regimen, string stock)
    {
        foreach (var pace in new[] { A.Pace(5, 14), A.Pace(10, 14), A.Pace(20, 14), A.Pace(10, 14, PercentBase.Original) })
        {
            var request = A.Clonazepam(regimen, stock) with { Pace = pace };
            var lengths = new List<int>();
            for (var goal = request.Regimen.DailyDose.Milligrams - 0.01m; goal > 0; goal -= 0.01m)
                if (TaperPlanner.Plan(request with { Goal = new(goal) }).Plan is { } plan)
                    lengths.Add(plan.TotalDays);
            Assert.True(lengths.Count >= 2 && lengths.SequenceEqual(lengths.Order()), $"{pace}: {string.Join(' ', lengths)}");
        }
    }

    [Fact]
    public void The_same_request_gives_the_same_plan() => Requests.Sample(request => Assert.Equal(Lines(TaperPlanner.Plan(request).Plan), Lines(TaperPlanner.Plan(request).Plan)), iter: 50);

    [Fact]
    public void The_area_above_the_asked_curve_is_never_negative() => Requests.Sample(request =>
        TaperPlanner.Plan(request).Plan is not { } plan || plan.AreaAboveCurve >= 0);

    internal static void NeverWorse(TaperRequest request, Stock more)
    {
        if (TaperPlanner.Plan(request).Plan is not { } plan)
            return;
        var last = request.Goal.IsZero ? plan.Last : null;
        var richer = TaperPlanner.Plan(request with { Stock = new Stock([.. request.Stock!, .. more]), Last = last });
        Assert.NotNull(richer.Plan);
        var (before, after) = (Objective.Of(plan), Objective.Of(richer.Plan));
        Assert.True(after.CompareTo(before) <= 0, $"{request.Regimen} from {request.Stock} at {request.Pace}: {before}; with {more}: {after}");
    }

    private static List<string> Lines(TaperPlan? plan) => plan is null ? ["none"] : [.. plan.Steps.Select(s => $"{s.Start} {s.DailyDose} {Sig.For(s)}")];
}
