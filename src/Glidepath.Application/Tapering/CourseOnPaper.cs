using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Application.Tapering;

/// <summary>
/// What is left of an approved version, as papers are laid from it. Every dose and piece is read from the version: a planner that answers
/// otherwise today changes nothing of it.
/// </summary>
internal static class CourseOnPaper
{
    /// <summary>A decision takes time: an order sheet has so many days of the dose that is taken, at least.</summary>
    private const int LeastDaysOrdered = 7;

    /// <summary>The calendar.</summary>
    /// <param name="asked">The plan of the same answers today: for the request, which papers name the medicine and the facts by.</param>
    /// <param name="from">First day of the paper.</param>
    /// <param name="until">Its last day: what is not decided begins after it, whatever its earliest day is.</param>
    /// <returns>Null while two medicines are taken: a calendar has one.</returns>
    public static TaperPlan? Of(TaperPlan asked, VersionPlan version, TaperCourse course, DateOnly from, DateOnly until) =>
        // Papers find the step before by its number: it is the place in this plan, not in the version.
        Left(version, course, from, until) is { } left
            ? Plan(asked, course, left, (place, _) => place)
            : null;

    /// <summary>The order sheet: what is taken now, and each later step from its earliest day, by its number in the version.</summary>
    /// <param name="asked">The plan of the same answers today.</param>
    /// <param name="today">Where the person is.</param>
    /// <returns>Null where no step comes any more: then there is no taper to order. In a change of medicine null too, where the planner
    /// would
    /// change it otherwise today.</returns>
    public static TaperPlan? Ordered(TaperPlan asked, TaperVersion version, TaperCourse course, DateOnly today)
    {
        var now = course.Now;
        if (!course.GoesDown || (now.HasBegun(today) && now.Next is null))
            return null;
        // What is dispensed for a change is in no version: the whole of it is ordered as it was approved, or nothing.
        if (now.Step.IsChange)
            return IsAsApproved(asked, version) ? asked : null;
        var from = !now.Waits && now.Since > today ? now.Since : today;
        var (least, due) = (from.AddDays(LeastDaysOrdered - 1), now.DueOn?.AddDays(-1));
        return Left(version.Plan, course, from, due > least ? due.Value : least) is { } left
            ? Plan(asked, course, left, (place, step) => place == 0 ? 0 : step.Number)
            : null;
    }

    /// <summary>The dose of a day, for a card or a week.</summary>
    /// <param name="missed">What to do about a dose that was not taken.</param>
    public static TakenStep Taken(CourseFile file, DateOnly day, DateOnly today, IReadOnlyList<string> missed)
    {
        var (course, now) = (file.Course, file.Course.Now);
        var isAhead = !now.HasBegun(day) && now.Before is not null;
        return new([
            .. now.On(day)
                .Doses.OrderBy(d => d.Minutes)
                .Select(d => new CrossOverDose(DrugOf(d), d.Time, new Dose(d.Mg), d.Pieces.Count == 0 ? null : Made(DrugOf(d), d))),
        ])
        {
            Since = isAhead ? now.BeforeSince : now.Since,
            Until = isAhead && !now.Waits ? now.Since.AddDays(-1) : null,
            HeldUntil = course.HoldUntil is { } held && held > today ? held : null,
            NextNotBefore = course.NextFrom(today),
            GoesOn = course.GoesDown && (now.Next is not null || isAhead),
            TalkBy = TalkBy(file, today),
            Missed = missed,
            OverrideReason = now.OverrideReason,
        };
    }

    /// <summary>
    /// The first of the days on which somebody looks: the end of a hold, the review of a dose that went up, the first look after a cut, the
    /// earliest day of the next step.
    /// </summary>
    private static DateOnly? TalkBy(CourseFile file, DateOnly today)
    {
        var (course, now) = (file.Course, file.Course.Now);
        var look = file
            .Entries.LastOrDefault(e => e.Action is CourseAction.TakeStep)
            ?.On.AddDays(DrugPaces.Of(BenzodiazepineTable.Find(now.Drug)).FirstLookAfter());
        return new[] { course.HoldUntil, now.ReviewOn, look, course.NextFrom(today) }.Where(d => d > today).Min();
    }

    /// <summary>What is taken on the first day, and what is planned after the last one.</summary>
    private static List<(VersionStep Step, DateOnly On)>? Left(VersionPlan version, TaperCourse course, DateOnly from, DateOnly until)
    {
        var (now, taken) = (course.Now, course.Now.On(from));
        var left = new List<(VersionStep Step, DateOnly On)> { (taken, from) };
        if (course.State is not CourseState.OnLowerDose)
            left.AddRange(Coming(version, now.HasBegun(from) || now.Before is null ? now.Position + 1 : now.Position, until.AddDays(1)));
        // How a medicine was made before the course is in no version: only that it was taken.
        return left.Exists(l => l.Step.IsChange || l.Step.Doses.Any(d => d.Pieces.Count == 0)) ? null : left;
    }

    private static TaperPlan? Plan(
        TaperPlan asked,
        TaperCourse course,
        List<(VersionStep Step, DateOnly On)> left,
        Func<int, VersionStep, int> number
    ) =>
        BenzodiazepineTable.Find(course.Now.Drug) is { } drug
            ? asked.Left([
                .. left.Select(
                    (l, i) =>
                        new TaperStep
                        {
                            Number = number(i, l.Step),
                            Start = l.On,
                            End = i + 1 < left.Count ? left[i + 1].On.AddDays(-1) : null,
                            Regimen = Regimen.From(
                                l.Step.Doses.Select(d => d.Time),
                                t => new Dose(l.Step.Doses.Where(d => d.Time == t).Sum(d => d.Mg))
                            ),
                            Doses = [.. l.Step.Doses.OrderBy(d => d.Minutes).Select(d => new TimedDose(d.Time, Made(drug, d)))],
                            ReductionPercentOfCurrent = i == 0 ? 0 : l.Step.PercentOfCurrent,
                            ReductionPercentOfOriginal = i == 0 ? 0 : l.Step.PercentOfOriginal,
                            Phase = left.Take(i + 1).Any(s => IsLiquid(s.Step)) ? TaperPhase.Liquid : TaperPhase.Pieces,
                            Findings = i == 0 ? [] : FindingsOf(asked, l.Step),
                        }
                ),
            ])
            : null;

    private static bool IsAsApproved(TaperPlan asked, TaperVersion version)
    {
        return asked.BeginsOn == version.BeginsOn
            && VersionPlan.Of(asked, CourseWords.Kept).Steps.Select(Written).SequenceEqual(version.Plan.Steps.Select(Written));

        static string Written(VersionStep step) =>
            $"{step.Number} {step.Days} {string.Join(';', step.Doses.Select(d => $"{d.Drug} {d.Minutes} {new Dose(d.Mg)} {d.Sig}"))}";
    }

    private static bool IsLiquid(VersionStep step) => step.Doses.SelectMany(d => d.Pieces).Any(p => p.Form.IsLiquid());

    /// <summary>What was found about the same cut: a version keeps none, and a cut above the limit is named on its papers.</summary>
    private static IReadOnlyList<Finding> FindingsOf(TaperPlan asked, VersionStep step) =>
        asked.Steps.FirstOrDefault(s => s.Number == step.Number && s.DailyDose.Milligrams == step.Doses.Sum(d => d.Mg))?.Findings ?? [];

    private static IEnumerable<(VersionStep Step, DateOnly On)> Coming(VersionPlan version, int first, DateOnly on)
    {
        for (var i = first; i < version.Steps.Count; i++)
        {
            yield return (version.Steps[i], on);
            on = on.AddDays(version.Steps[i].Days ?? 0);
        }
    }

    internal static Benzodiazepine DrugOf(VersionDose dose) =>
        BenzodiazepineTable.Find(dose.Drug) ?? throw new InvalidOperationException("A version names a medicine of no table.");

    private static MakeableDose Made(Benzodiazepine drug, VersionDose dose)
    {
        var makeup = dose.Pieces.Select(p => new MakeupItem(ProductOf(drug, p), p.Count)).ToList();
        var split = makeup.Count(m => !m.Product.IsLiquid && m.Count != decimal.Floor(m.Count));
        return new(new Dose(dose.Mg), makeup, split, split + (int)makeup.Sum(m => m.Product.IsLiquid ? 1 : decimal.Floor(m.Count)));
    }

    /// <summary>How long a compounded liquid keeps stands in the table alone.</summary>
    internal static Product ProductOf(Benzodiazepine drug, VersionPiece piece) =>
        (
            ProductTable.All.FirstOrDefault(p => p.Drug == drug && p.Form == piece.Form && p.Strength == piece.Strength)
            ?? new()
            {
                Drug = drug,
                Form = piece.Form,
                Strength = piece.Strength,
                Source = Approved,
                Confidence = Confidence.Primary,
            }
        ) with
        {
            Scoring = piece.Scoring,
        };

    private static readonly Source Approved = new("approved-version", "The version that was approved", "this record");
}
