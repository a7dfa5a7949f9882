namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// The dose that would be taken if every amount could be made and changed every day: of current start·(1−p)^(t/N), of original start·(1−p·t/N), and
/// as docs/clinical/pace-curves.md says of the others; down to the goal, or to stop down to the last dose, held for one interval more.
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
        var (start, floor) = (problem.StartTotal * unit, problem.Floor * unit);
        var area = problem.Pace.Curve.AreaToFloor(problem.Pace, start, floor, problem.Goal * unit);
        var stop = problem.Goal == 0 ? floor * problem.HoldBeforeStop(0) : 0;
        return decimal.Round((decimal)(solution.Cost.Area * unit - area - stop), 3);
    }
}
