using System.Numerics;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Tests.Tapering;

/// <summary>The hard rules of a plan, restated without the planner's code, for the grid and the properties.</summary>
internal static class PlanRules
{
    /// <returns>The first rule broken, or null.</returns>
    public static string? Broken(TaperPlan plan)
    {
        var request = plan.Request;
        var steps = plan.Steps;
        for (var i = 0; i < steps.Count; i++)
        {
            foreach (var dose in steps[i].Doses)
                if (NotMakeable(dose.Dose, plan) is { } why)
                    return $"step {i} {dose.Time}: {why}";
            if (!steps[i].Regimen.Equals(steps[i].Doses.Aggregate(Regimen.Empty, (r, d) => r.With(d.Time, d.Dose.Dose))) || steps[i].Doses.DistinctBy(d => d.Time).Count() != steps[i].Doses.Count)
                return $"step {i}: the doses are not the regimen";
        }
        if (!steps[0].Regimen.Equals(request.Regimen) || steps[0].Start != request.Start)
            return "does not begin with the starting regimen";
        if (steps[^1].DailyDose != request.Goal || steps[^1].End is not null)
            return "does not end on the goal";
        for (var i = 1; i < steps.Count; i++)
        {
            if (steps[i].DailyDose >= steps[i - 1].DailyDose)
                return $"step {i}: the total does not fall";
            if (steps[i].Regimen.Times.Any(t => steps[i].Regimen[t] > steps[i - 1].Regimen[t]))
                return $"step {i}: a time of day rises";
            if (steps[i - 1].End!.Value.AddDays(1) != steps[i].Start)
                return $"step {i}: a gap or an overlap";
        }
        return Holds(plan) ?? Stop(plan);
    }

    /// <summary>Days asked by the rule in the words, in whole numbers: the smallest h with (1−p)^h ≤ (to/from)^N.</summary>
    public static int HoldByRule(TaperPace pace, decimal from, decimal to, decimal original)
    {
        if (pace.Curve is not PaceCurve.ProportionalToCurrent)
            return CurveRules.Hold(pace, from, to, original);
        var n = pace.IntervalDays;
        if (pace.Base is PercentBase.Original)
            return Math.Max(n, (int)Math.Ceiling(n * (from - to) * 100 / (pace.StepPercent * original)));
        if (to == 0)
            return n;
        BigInteger kept = (BigInteger)((100 - pace.StepPercent) * 1000), whole = 100_000;
        BigInteger a = (BigInteger)(from * 1_000_000), b = (BigInteger)(to * 1_000_000);
        bool Reaches(int h) => BigInteger.Pow(kept, h) * BigInteger.Pow(a, n) <= BigInteger.Pow(whole, h) * BigInteger.Pow(b, n);
        var guess = Math.Max(1, (int)(n * Math.Log((double)(to / from)) / Math.Log(1 - (double)pace.StepPercent / 100)) - 1);
        while (!Reaches(guess))
            guess++;
        return Math.Max(n, guess);
    }

    /// <summary>Least days on a daily dose in mg, where a plan says that it waits for earlier doses to settle.</summary>
    public static IReadOnlyDictionary<decimal, int> Settling(TaperPlan plan) =>
        plan.Solution.Problem.SettleDays.ToDictionary(s => plan.Solution.Makeable.ToDose(s.Key).Milligrams, s => s.Value);

    private static string? Holds(TaperPlan plan)
    {
        var (steps, pace) = (plan.Steps, plan.Request.Pace);
        var original = steps[0].DailyDose.Milligrams;
        var settling = Settling(plan);
        if (settling.Count > 0 != plan.CarryOver is not null)
            return "holds for carry-over and says nothing of it";
        for (var i = 0; i < steps.Count - 1; i++)
        {
            var expected = Math.Max(HoldByRule(pace, steps[i].DailyDose.Milligrams, steps[i + 1].DailyDose.Milligrams, original), settling.GetValueOrDefault(steps[i].DailyDose.Milligrams));
            if (steps[i + 1].DailyDose.IsZero && i > 0)
                expected = Math.Max(expected, Math.Max(HoldByRule(pace, steps[i - 1].DailyDose.Milligrams, steps[i].DailyDose.Milligrams, original), settling.GetValueOrDefault(steps[i - 1].DailyDose.Milligrams)));
            if (i == 0 && plan.Request.CutNow && !steps[1].DailyDose.IsZero)
                expected = Math.Max(0, expected - pace.IntervalDays);
            if (steps[i].Days != expected)
                return $"step {i}: held {steps[i].Days} days, the rule says {expected}";
        }
        return null;
    }

    private static string? Stop(TaperPlan plan)
    {
        if (!plan.Request.Goal.IsZero)
            return null;
        var last = plan.Steps[^2].DailyDose;
        return last == plan.Last && (plan.Request.Last is not { } asked || asked == last) ? null : $"stops from {last}";
    }

    private static string? NotMakeable(MakeableDose dose, TaperPlan plan)
    {
        if (dose.Makeup.Sum(m => m.Count * m.Product.Strength) != dose.Dose.Milligrams)
            return $"{dose.Dose} is not what its pieces add up to";
        foreach (var (product, count) in dose.Makeup)
        {
            if (!plan.Request.StockOrDefault.Contains(product))
                return $"{product} is not in the stock";
            var step = product.IsLiquid ? plan.Request.Limits.Syringe.MarkMl
                : product.Form is not ProductForm.Tablet || !plan.Request.Limits.AllowSplitting ? 1m
                : product.Scoring switch { Scoring.Unscored => 1m, Scoring.Halves => 0.5m, Scoring.Quarters => 0.25m };
            if (count <= 0 || count % step != 0)
                return $"{count} of {product}";
        }
        if (plan.Steps.SelectMany(s => s.Products).Where(p => p.IsLiquid).Distinct().Count() > 1)
            return "two liquids in one plan";
        return dose.Makeup.Count > plan.Request.Limits.MaxProducts ? "too many products" : null;
    }
}
