using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>After less than 4 weeks of use: stop, or 1 to 4 weeks of lower doses a week each. docs/clinical/short-use.md.</summary>
internal static class ShortTaper
{
    /// <summary>Use under so many days is short: a month of the guideline's table 2, read as 4 weeks.</summary>
    public const int ShortDays = 28;

    /// <summary>Under so many days a low dose may be tapered faster.</summary>
    public const int FasterDays = 90;

    private const int MostWeeks = 4;

    /// <summary>The length shown first. Program rule.</summary>
    private const int UsualWeeks = 2;

    public static bool Fits(TaperRequest request) =>
        request is { PaceIsAsked: false, Goal.IsZero: true, Last: null } && request.Facts.DurationDays < ShortDays;

    public static PlanResult Plan(TaperRequest request)
    {
        var tapers = Enumerable
            .Range(1, MostWeeks)
            .Select(weeks => Draft(request, weeks))
            .OfType<PlanDraft>()
            .DistinctBy(d => d.Days.Count)
            .Select(PlanWriter.Write)
            .OrderBy(p => Math.Abs(p.Steps.Count - 2 - UsualWeeks))
            .ToList();
        return new PlanResult(
            tapers.FirstOrDefault(),
            null,
            Advice(StopAdviceKind.ShortUse, "short-use", request, "short-use.stop", tapers)
        );
    }

    /// <summary>Taken on 3 days a week or fewer: table 2 calls withdrawal rare, and a daily plan would be more than is taken now.</summary>
    public static PlanResult Occasional(TaperRequest request) =>
        new(
            null,
            null,
            Advice(
                StopAdviceKind.Occasional,
                "occasional",
                request,
                Sentence.Of("occasional.stop", ("days", request.Facts.DaysPerWeek)),
                []
            )
        );

    /// <summary>
    /// To stop is no way where something calls for care first: table 2 does not speak of a past seizure, alcohol or an opioid. Nor, for use
    /// on some days, beside a second medicine of the kind: the table speaks of all that is taken.
    /// </summary>
    private static StopAdvice Advice(StopAdviceKind kind, string id, TaperRequest request, Sentence toStop, IReadOnlyList<TaperPlan> tapers)
    {
        var isSafe = CareFirst.Reasons(request.Facts).Count == 0;
        var isBesideSecond = kind is StopAdviceKind.Occasional && request.Facts.SecondSedative.Any(s => s.Drug != request.Drug);
        return new StopAdvice(
            kind,
            [
                // A taper beside the advice says it itself.
                .. tapers.Count == 0 ? OfMedicines(request) : [],
                !isSafe ? new("stop.not-on-your-own", Severity.CareFirst, Sources.OwnRule, Confidence.Derived) { Rule = $"{id}.care-first" }
                : isBesideSecond ? BesideSecond(request)
                : new(toStop, Severity.Finding, Sources.AsamTables),
                new("stop.call-if", Severity.Finding, Sources.OwnRule, Confidence.Derived) { Rule = $"{id}.call" },
            ],
            tapers,
            isSafe && !isBesideSecond
        );
    }

    /// <summary>Of the other medicines, what needs care first on top.</summary>
    private static IEnumerable<Finding> OfMedicines(TaperRequest request) =>
        FactRuleTable.OfMedicines(new FactCase(request.Drug, request.Regimen.DailyDose, request.Facts)).OrderByDescending(f => f.Severity);

    /// <summary>Table 2 speaks of all that is taken: what it says of a few days a week does not hold beside a second one.</summary>
    private static Finding BesideSecond(TaperRequest request) =>
        new(
            Sentence.Of("occasional.second-sedative", ("days", request.Facts.DaysPerWeek)),
            Severity.Finding,
            Sources.OwnRule,
            Confidence.Derived
        );

    /// <summary>So many weekly doses at even parts of the start, each the largest that the stock makes at or under its part.</summary>
    private static PlanDraft? Draft(TaperRequest request, int weeks)
    {
        var (stock, regimen) = (new Stock(request.StockInUse.Where(p => !p.IsLiquid)), request.Regimen);
        if (stock.Count == 0 || stock.MixesRelease)
            return null;
        var makeable = MakeableDoses.For(stock, request.Limits, regimen.Times.Max(t => regimen[t]));
        if (regimen.Times.Any(t => makeable.Find(regimen[t]) is null))
            return null;
        var days = new List<(IReadOnlyList<TimedDose>, int?)>
        {
            ([.. regimen.Times.Select(t => new TimedDose(t, makeable.Find(regimen[t])!))], 0),
        };
        var before = regimen.DailyDose;
        for (var week = 1; week <= weeks; week++)
        {
            var part = (decimal)(weeks + 1 - week) / (weeks + 1);
            var doses = regimen
                .Times.Select(t => (Time: t, Dose: makeable.Nearest(new Dose(regimen[t].Milligrams * part)).Below))
                .Where(d => d.Dose is not null)
                .Select(d => new TimedDose(d.Time, makeable.Find(d.Dose!.Value)!))
                .ToList();
            var daily = new Dose(doses.Sum(d => d.Dose.Dose.Milligrams));
            if (daily.IsZero || daily >= before)
                continue;
            days.Add((doses, 7));
            before = daily;
        }
        return days.Count == weeks + 1 ? new PlanDraft(request, stock, TaperRoute.Short, PlanEnd.Stop, days, null) : null;
    }
}
