using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What is changed in a request before it is planned, each with its own finding on the plan.</summary>
internal static class RequestRoute
{
    /// <summary>The pace offered first after under 3 months at a low dose: 20 % every 2 weeks.</summary>
    private const decimal FasterStepPercent = 20;

    /// <summary>
    /// A drug whose half-life may be under this many hours is given three times a day when an extended-release product is changed to plain
    /// tablets.
    /// </summary>
    private const decimal ThreeTimesUnderHours = 12;

    public static TaperRequest AsTaken(TaperRequest request) => Faster(Daily(Plain(request)));

    /// <summary>Whether the faster choice comes first: nobody chose a pace, under 3 months, low dose.</summary>
    public static bool IsFaster(TaperRequest request) =>
        request is { PaceIsAsked: false, Facts.DurationDays: >= ShortTaper.ShortDays and < ShortTaper.FasterDays }
        && IsLowWithAllElse(new FactCase(request.Drug, request.Regimen.DailyDose, request.Facts));

    /// <summary>Low by the dose of all benzodiazepines together. One whose dose is not known may make it high, so it is not low.</summary>
    private static bool IsLowWithAllElse(FactCase person) =>
        !SedativeTotal.LeavesOut(person) && WithdrawalRisk.Of(person).Bands is { Highest: DoseBand.Low };

    private static TaperRequest Faster(TaperRequest request) =>
        IsFaster(request) && request.Pace == TaperPace.Default
            ? request with
            {
                Pace = request.Pace with { StepPercent = FasterStepPercent },
            }
            : request;

    /// <summary>
    /// Taken on 4 to 6 days a week: the daily plan begins at what a week comes to, each time rounded down to what can be made.
    /// </summary>
    private static TaperRequest Daily(TaperRequest request)
    {
        if (request.Facts.DaysPerWeek is not (>= 4 and <= 6) || request.StockInUse is not { Count: > 0 } stock || stock.MixesRelease)
            return request;
        var regimen = request.Regimen;
        var makeable = MakeableDoses.For(
            stock.WithOneConcentrationEach()[0],
            request.Limits,
            new Dose(regimen.Times.Max(t => regimen[t].Milligrams))
        );
        var daily = regimen.Times.Aggregate(Regimen.Empty, (all, time) => Part(time) is { } dose ? all.With(time, dose) : all);
        return daily.DailyDose.IsZero || request.Goal >= daily.DailyDose || request.Last > daily.DailyDose
            ? request
            : request with
            {
                Regimen = daily,
                AsTaken = request.AsTaken ?? regimen,
            };

        Dose? Part(TimeOfDay time)
        {
            var mean = new Dose(regimen[time].Milligrams * request.Facts.DaysPerWeek!.Value / 7);
            return makeable.HasPieces ? makeable.NearestPieces(mean) ?? makeable.Nearest(mean).Below : makeable.Nearest(mean).Below;
        }
    }

    /// <summary>
    /// Extended-release pieces are never cut: the plan begins with plain ones of the same daily dose, where such are marketed.
    /// </summary>
    private static TaperRequest Plain(TaperRequest request)
    {
        if (
            request.Stock is not { Count: > 0 } stock
            || !stock.All(p => p.IsExtendedRelease)
            || HypnoticTaper.Fits(request)
            || ProductTable.DefaultStock(request.Drug) is not { Count: > 0 } plain
        )
            return request;
        var makeable = MakeableDoses.For(plain.WithOneConcentrationEach()[0], request.Limits, request.Regimen.DailyDose);
        TimeOfDay[] times =
            (request.Drug.HalfLifeHours?.Low ?? 0) < ThreeTimesUnderHours
                ? [TimeOfDay.Morning, TimeOfDay.Midday, TimeOfDay.Bedtime]
                : [TimeOfDay.Morning, TimeOfDay.Bedtime];
        return Shared(request.Regimen.DailyDose, times, makeable) is { } regimen
            ? request with
            {
                Stock = plain,
                Regimen = regimen,
                AsTaken = request.Regimen,
                IsChangedFromExtendedRelease = true,
                DropLast = null,
            }
            : request;
    }

    /// <summary>The dose over the times as evenly as pieces allow, more of it later in the day.</summary>
    private static Regimen? Shared(Dose daily, TimeOfDay[] times, MakeableDoses makeable)
    {
        var (regimen, left) = (Regimen.Empty, daily);
        for (var i = 0; i < times.Length; i++)
        {
            var part = i == times.Length - 1 ? left : makeable.NearestPieces(new Dose(left.Milligrams / (times.Length - i)));
            if (part is not { IsZero: false } dose || !makeable.Contains(dose))
                return null;
            (regimen, left) = (regimen.With(times[i], dose), new Dose(left.Milligrams - dose.Milligrams));
        }
        return regimen;
    }
}
