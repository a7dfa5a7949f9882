using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// Whether each dose has settled before the next cut, by the kinetics of the typical person: docs/clinical/carry-over.md. It is said, and changes
/// nothing: a hold is what the pace makes it.
/// </summary>
internal static class CarryOver
{
    /// <summary>A level may fall this much further than the cut, in percentage points: less than any dose or measurement is exact to. Program rule.</summary>
    public const double TolerancePoints = 1;

    /// <returns>Null where no mean level falls further in one interval than the cut or the asked step, or no model is known.</returns>
    public static Finding? Of(TaperPlan plan)
    {
        if (KineticTable.DefaultFor(plan.Request.Drug) is not { } model)
            return null;
        var (interval, steps) = (plan.Request.Pace.WholeWeeksDays, plan.Steps);
        var level = new MeanLevel(model, Daily(steps[0]));
        for (var step = 0; step + 1 < steps.Count && !steps[step + 1].DailyDose.IsZero; step++)
        {
            level.Pass(Daily(steps[step]), steps[step].Days!.Value);
            var cap = Math.Max((double)steps[step + 1].ReductionPercentOfCurrent, (double)plan.Request.Pace.StepPercent);
            var after = level.Copy();
            after.Pass(Daily(steps[step + 1]), interval);
            for (var analyte = 0; analyte < level.Analytes; analyte++)
                if ((level.Of(analyte) - after.Of(analyte)) * 100 / level.Of(analyte) is var fall && fall > cap + TolerancePoints)
                    return PlanFindings.Own("plan.carry-over", Severity.Note,
                        $"{model.Analytes[analyte]} settles slowly: from step {step + 1} on, its mean level falls up to {SafeNumber.Percent((decimal)fall)} in one interval where the dose falls {SafeNumber.Percent(steps[step + 1].ReductionPercentOfCurrent)}, because earlier cuts are still settling. A longer interval gives it time.",
                        step + 1);
        }
        return null;
    }

    private static double Daily(TaperStep step) => (double)step.DailyDose.Milligrams;
}
