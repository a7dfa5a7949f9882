using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// The dose that would be taken if every amount could be made and changed every day: of current start·(1−p)^(t/N), of original start·(1−p·t/N),
/// down to the goal; to stop, down to the last dose, held for one interval more.
/// </summary>
public static class AskedCurve
{
    /// <param name="day">Days since the start of the plan, from 0.</param>
    /// <param name="floor">The goal, or the last dose before a stop, in mg.</param>
    /// <returns>In mg a day; a picture, never a dose to take.</returns>
    public static double At(TaperPace pace, Dose start, Dose floor, double day)
    {
        var p = (double)pace.StepPercent / 100;
        var curve = pace.Base is PercentBase.Current
            ? (double)start.Milligrams * Math.Pow(pace.DailyFactor, day)
            : (double)start.Milligrams * (1 - p * day / pace.IntervalDays);
        return Math.Max(curve, (double)floor.Milligrams);
    }

    /// <summary>
    /// How far the plan lies above the curve, in mg·days. The plan never lies below it, so this is the area under the plan less the area under the
    /// curve, both counted down to the goal.
    /// </summary>
    internal static decimal AreaAbove(TaperSolution solution)
    {
        var problem = solution.Problem;
        if (problem.StartTotal == problem.Floor)
            return 0;
        var unit = (double)solution.Makeable.UnitMg;
        var (start, floor, n, p) = (problem.StartTotal * unit, problem.Floor * unit, (double)problem.Pace.IntervalDays, (double)problem.Pace.StepPercent / 100);
        double area;
        if (problem.Pace.Base is PercentBase.Current)
        {
            // ∫ start·e^(−kt) down to the floor is (start − floor)/k.
            var k = -Math.Log(1 - p) / n;
            area = (start - floor) / k - problem.Goal * unit * Math.Log(start / floor) / k;
        }
        else
        {
            var days = (start - floor) * n / (p * start);
            area = (start + floor) / 2 * days - problem.Goal * unit * days;
        }
        var stop = problem.Goal == 0 ? floor * problem.HoldBeforeStop(0) : 0;
        return decimal.Round((decimal)(solution.Cost.Area * unit - area - stop), 3);
    }
}
