namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// The dose that would be taken if every amount could be made and changed every day: of current start·(1−p)^(t/N), of original start·(1−p·t/N),
/// down to the goal; to stop, down to the last dose, held for one interval more.
/// </summary>
internal static class AskedCurve
{
    /// <summary>
    /// How far the plan lies above the curve, in mg·days. The plan never lies below it, so this is the area under the plan less the area under the
    /// curve, both counted down to the goal.
    /// </summary>
    public static decimal AreaAbove(TaperSolution solution)
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
