using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Therapy.Booklet;

/// <summary>What is said of the planner's plan for this dose, as an example and never as a dose to take.</summary>
public static class BookletExample
{
    public const string None = "booklet.taper.none";

    /// <summary>A plan whose only step is to stop shows no way down.</summary>
    public static bool IsOne(TaperPlan? plan) => plan is { StepsDown: > 0 };

    public static int Weeks(TaperPlan plan) => (plan.TotalDays + 6) / 7;

    public static IEnumerable<Sentence> Of(TaperPlan plan)
    {
        var (from, next, end) = (plan.Steps[0].DailyDose, plan.Steps[1], plan.Steps[^1].DailyDose);
        yield return Sentence.Of("booklet.taper.steps", ("steps", plan.StepsDown), ("dose", from), ("weeks", Weeks(plan)));
        yield return Sentence.Of(
            "booklet.taper.first",
            ("cut", new Dose(from.Milligrams - next.DailyDose.Milligrams)),
            ("current", next.ReductionPercentOfCurrent),
            ("original", next.ReductionPercentOfOriginal)
        );
        if (!end.IsZero)
            yield return Sentence.Of("booklet.taper.ends", ("dose", end));
        else if (plan.Steps.Any(s => s.Phase is TaperPhase.Liquid))
            yield return "booklet.taper.liquid";
    }

    /// <summary>The picture in words.</summary>
    public static Sentence Picture(TaperPlan plan) =>
        Sentence.Of("booklet.taper.picture", ("from", plan.Steps[0].DailyDose), ("to", plan.Steps[^1].DailyDose), ("weeks", Weeks(plan)));
}
