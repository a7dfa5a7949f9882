using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What of earlier doses was still in the body when a cut was made, and made the level fall further than the cut itself.</summary>
/// <param name="Analyte">The drug or the metabolite that fell furthest beyond its cap.</param>
/// <param name="FallPercent">Of its mean level over one interval from the cut, in per cent.</param>
/// <param name="CapPercent">The cut, or the asked step where that is larger.</param>
/// <param name="Path">The place of the dose before the cut in the plan.</param>
internal sealed record CarryOverBreak(string Analyte, double FallPercent, double CapPercent, int Path);

/// <summary>
/// Checks a solved plan's assumption that each dose has settled before the next cut, by the kinetics of the typical person, and holds doses longer where
/// it does not: docs/clinical/carry-over.md. The stop is left out; it has no cap.
/// </summary>
internal static class CarryOver
{
    /// <summary>A level may fall this much further than its cap, in percentage points: less than any dose or measurement is exact to. Own convention.</summary>
    public const double TolerancePoints = 1;

    /// <summary>Longest hold asked of one dose for this reason, in days.</summary>
    private const int LongestHold = 365;

    /// <summary>Each round holds one more dose longer, so that few are ever needed.</summary>
    private const int MostRounds = 100;

    /// <summary>Solves again, with longer holds, until no fall is beyond its cap.</summary>
    /// <returns>The plan as first solved where nothing was wrong with it; what was wrong at first, and what still is.</returns>
    public static (TaperSolution Solution, CarryOverBreak? First, CarryOverBreak? Left) Settle(TaperRequest request, TaperSolution solution)
    {
        if (KineticTable.DefaultFor(request.Drug) is not { } model || FirstBreak(model, solution) is not { } first)
            return (solution, null, null);
        var (settled, at) = (solution, first);
        for (var round = 0; round < MostRounds; round++)
        {
            var held = settled.Problem.SettleDays.ToDictionary();
            held[Total(settled, at.Path)] = NeededDays(model, settled, at);
            var again = TaperSolution.Solve(settled.Problem with { SettleDays = held }, settled.Makeable, settled.Stock);
            if (again is null)
                return (settled, first, at);
            settled = again;
            if (FirstBreak(model, settled) is not { } next)
                return (settled, first, null);
            at = next;
        }
        return (settled, first, at);
    }

    private static CarryOverBreak? FirstBreak(KineticModel model, TaperSolution solution)
    {
        var level = new MeanLevel(model, Daily(solution, 0));
        for (var path = 0; path + 1 < solution.Path.Count; path++)
        {
            level.Pass(Daily(solution, path), Hold(solution, path));
            if (BreakAt(model, solution, path, level) is { } found)
                return found;
        }
        return null;
    }

    /// <param name="level">At the end of the hold of <paramref name="path"/>.</param>
    private static CarryOverBreak? BreakAt(KineticModel model, TaperSolution solution, int path, MeanLevel level)
    {
        var (from, to, pace) = (Daily(solution, path), Daily(solution, path + 1), solution.Problem.Pace);
        var cap = Math.Max((from - to) * 100 / from, (double)pace.StepPercent);
        var after = level.Copy();
        after.Pass(to, pace.IntervalDays);
        CarryOverBreak? worst = null;
        for (var analyte = 0; analyte < level.Analytes; analyte++)
        {
            var fall = (level.Of(analyte) - after.Of(analyte)) * 100 / level.Of(analyte);
            if (fall > cap + TolerancePoints && (worst is null || fall > worst.FallPercent))
                worst = new CarryOverBreak(model.Analytes[analyte], fall, cap, path);
        }
        return worst;
    }

    /// <summary>Days on the dose before the cut after which its fall is within the cap.</summary>
    private static int NeededDays(KineticModel model, TaperSolution solution, CarryOverBreak at)
    {
        var arrival = new MeanLevel(model, Daily(solution, 0));
        for (var path = 0; path < at.Path; path++)
            arrival.Pass(Daily(solution, path), Hold(solution, path));
        for (var days = Hold(solution, at.Path) + 1; days < LongestHold; days++)
        {
            var level = arrival.Copy();
            level.Pass(Daily(solution, at.Path), days);
            if (BreakAt(model, solution, at.Path, level) is null)
                return days;
        }
        return LongestHold;
    }

    private static int Hold(TaperSolution solution, int path) => solution.Problem.HoldDays(Total(solution, path), Total(solution, path + 1));

    private static int Total(TaperSolution solution, int path) => solution.Searched.States.Totals[solution.Path[path]];

    private static double Daily(TaperSolution solution, int path) => (double)solution.Makeable.ToDose(Total(solution, path)).Milligrams;
}
