using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Application.Tapering;

/// <summary>
/// What is left of an approved version, as a plan that papers are laid from. Every dose and piece is read from the version: a planner that
/// answers otherwise today changes nothing of it.
/// </summary>
internal static class CourseOnPaper
{
    /// <param name="asked">The plan of the same answers today: for the request, which papers name the medicine and the facts by.</param>
    /// <param name="from">First day of the paper.</param>
    /// <param name="until">Its last day: what is not decided begins after it, whatever its earliest day is.</param>
    /// <returns>Null while two medicines are taken: a calendar has one.</returns>
    public static TaperPlan? Of(TaperPlan asked, VersionPlan version, TaperCourse course, DateOnly from, DateOnly until)
    {
        var (now, taken) = (course.Now, course.Now.On(from));
        var left = new List<(VersionStep Step, DateOnly On)> { (taken, from) };
        if (course.State is not CourseState.OnLowerDose)
            left.AddRange(Coming(version, now.HasBegun(from) || now.Before is null ? now.Position + 1 : now.Position, until.AddDays(1)));
        if (left.Exists(l => l.Step.IsChange) || BenzodiazepineTable.Find(now.Drug) is not { } drug)
            return null;
        return asked with
        {
            Change = null,
            Fills = [],
            Ends = left[^1].Step.IsStop ? PlanEnd.Stop : PlanEnd.Goal,
            Steps =
            [
                .. left.Select(
                    (l, i) =>
                        new TaperStep
                        {
                            // Papers find the step before by its number: it is the place in this plan, not in the version.
                            Number = i,
                            Start = l.On,
                            End = i + 1 < left.Count ? left[i + 1].On.AddDays(-1) : null,
                            Regimen = Regimen.From(
                                l.Step.Doses.Select(d => d.Time),
                                t => new Dose(l.Step.Doses.Where(d => d.Time == t).Sum(d => d.Mg))
                            ),
                            Doses = [.. l.Step.Doses.OrderBy(d => d.Minutes).Select(d => new TimedDose(d.Time, Made(drug, d)))],
                            ReductionPercentOfCurrent = l.Step.PercentOfCurrent,
                            ReductionPercentOfOriginal = l.Step.PercentOfOriginal,
                        }
                ),
            ],
        };
    }

    private static IEnumerable<(VersionStep Step, DateOnly On)> Coming(VersionPlan version, int first, DateOnly on)
    {
        for (var i = first; i < version.Steps.Count; i++)
        {
            yield return (version.Steps[i], on);
            on = on.AddDays(version.Steps[i].Days ?? 0);
        }
    }

    private static MakeableDose Made(Benzodiazepine drug, VersionDose dose)
    {
        var makeup = dose.Pieces.Select(p => new MakeupItem(ProductOf(drug, p), p.Count)).ToList();
        var split = makeup.Count(m => !m.Product.IsLiquid && m.Count != decimal.Floor(m.Count));
        return new(new Dose(dose.Mg), makeup, split, split + (int)makeup.Sum(m => m.Product.IsLiquid ? 1 : decimal.Floor(m.Count)));
    }

    private static Product ProductOf(Benzodiazepine drug, VersionPiece piece) =>
        new()
        {
            Drug = drug,
            Form = piece.Form,
            Strength = piece.Strength,
            Scoring = piece.Scoring,
            Source = Approved,
            Confidence = Confidence.Primary,
        };

    private static readonly Source Approved = new("approved-version", "The version that was approved", "this record");
}
