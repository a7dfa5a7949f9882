using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Tapering;

public sealed partial class CourseFile
{
    /// <summary>Longest time on a dose that went up before the taper goes on, and the shortest, in days (course-rules §5, program
    /// rule).</summary>
    public const int MostDaysBackOn = 28,
        LeastDaysBackOn = 14;

    /// <summary>A dose that is started again is looked at within a day (course-rules §4, program rule).</summary>
    public const int RestartReviewDays = 1;

    /// <summary>The first version of a course.</summary>
    /// <param name="plan">The draft's, made again: for the pieces, which a draft does not hold.</param>
    /// <param name="directions">Words for what is taken.</param>
    /// <param name="today">Where the person is.</param>
    public static (CourseFile File, TaperVersion Version, CourseEntry Entry) Begin(
        TaperDraft draft,
        TaperPlan plan,
        Directions directions,
        VersionTerms terms,
        DateOnly today,
        Entry by
    )
    {
        var file = new CourseFile(TaperCourse.Of(draft, by), [], []);
        var (version, entry) = file.Approve(draft, plan, directions, terms, today, by);
        return (file, version, entry);
    }

    /// <summary>A later version: from its first day on it is in force. What was approved before stays readable.</summary>
    /// <inheritdoc cref="Begin"/>
    public (TaperVersion Version, CourseEntry Entry) Approve(
        TaperDraft draft,
        TaperPlan plan,
        Directions directions,
        VersionTerms terms,
        DateOnly today,
        Entry by
    )
    {
        if (draft.PatientId != Course.PatientId)
            throw new ArgumentException("A draft of another person.", nameof(draft));
        var next = Course.Require(CourseAction.Approve);
        if (!draft.Stands)
            throw new RuleViolationException("course.approve.aside");
        if (!draft.Plan.HasStepsOf(DraftedTaper.Of(plan, directions.OfStep)))
            throw new RuleViolationException("course.approve.other");
        if (Versions.Any(v => v.DraftId == draft.Id))
            throw new RuleViolationException("course.approve.twice");
        var first = Later(draft.Plan.Begins, today);
        var last = Later(first, today.AddDays(MostDaysAhead));
        if (terms.BeginsOn < first || terms.BeginsOn > last)
            throw new RuleViolationException("course.begins", ("from", first), ("to", last));
        var stored = VersionPlan.Of(plan, directions);
        // What is taken today goes on until the first day: a step that was agreed on and has not begun is not taken after all.
        var before = Versions.Count > 0 && Course.State.HasDose() ? Course.Now.On(today) : null;
        if (Versions.Count > 0)
            RequireDose(stored, before, terms);
        else if (terms.Kind is not VersionKind.Planned)
            throw new RuleViolationException("course.kind.first");
        var version = TaperVersion.Of(
            Course,
            draft,
            stored,
            Versions.Count + 1,
            terms,
            by with
            {
                Id = Guid.CreateVersion7(by.RecordedAt),
            }
        );
        Versions = [version, .. Versions];
        Course.Follow(version);
        Course.Become(next, null);
        Course.Stand(CourseNow.Of(version, 0, terms.BeginsOn, before ?? (version.Number == 1 ? stored.Taken : VersionStep.Nothing), null));
        return (version, Add(CourseAction.Approve, terms.BeginsOn, terms.ReviewOn, version.Why, by));
    }

    /// <summary>What a version that was approved changed for the person, of what was left of the one before it; empty for the
    /// first.</summary>
    public IReadOnlyList<Sentence> Changed(TaperVersion version)
    {
        if (Versions.SingleOrDefault(v => v.Number == version.Number - 1) is not { } before)
            return [];
        var of = _entries.Where(e => e.VersionId == before.Id).ToList();
        if (of.FindLast(e => e.Action is CourseAction.Approve or CourseAction.TakeStep) is not { } step)
            return [];
        var held = of[^1].Action is CourseAction.Hold ? of[^1].Until : null;
        return VersionDiff.Of(
            CourseNow.Of(before.Number, before.Plan, step.Position, step.On, notBefore: held),
            before.Plan,
            CourseNow.Of(version.Number, version.Plan, 0, version.BeginsOn),
            version.Plan
        );
    }

    /// <summary>What a draft would change, were it approved.</summary>
    public IReadOnlyList<Sentence> WouldChange(VersionPlan plan, DateOnly beginsOn) =>
        VersionDiff.Of(Course.Now, InForce.Plan, CourseNow.Of(InForce.Number + 1, plan, 0, beginsOn), plan);

    /// <summary>The dose goes up in no other way than these three, each with a reason that the person reads.</summary>
    private void RequireDose(VersionPlan plan, VersionStep? before, VersionTerms terms)
    {
        switch (terms.Kind)
        {
            case VersionKind.Planned:
                RequirePlanned(plan, before);
                return;
            case VersionKind.BackToAStep:
                RequireStepBack(plan, before, terms);
                return;
            case VersionKind.Restart:
                if (before is { IsStop: false })
                    throw new RuleViolationException("course.restart.dose");
                RequireNotAboveOriginal(plan);
                RequireReview(terms, RestartReviewDays);
                return;
            case VersionKind.SetElsewhere:
                return;
        }
    }

    private static void RequirePlanned(VersionPlan plan, VersionStep? before)
    {
        if (before is null or { IsStop: true })
            throw new RuleViolationException("course.planned.ended");
        if (before.Daily.Count > 1)
            throw new RuleViolationException("course.planned.two-medicines");
        var (drug, mg) = before.Daily.Single();
        if (plan.From.Daily.GetValueOrDefault(drug) != mg)
            throw new RuleViolationException(
                "course.planned.from",
                ("now", $"{drug} {new Pharmacology.Units.Dose(mg)}"),
                ("given", Written(plan.From))
            );
    }

    private void RequireStepBack(VersionPlan plan, VersionStep? before, VersionTerms terms)
    {
        var first = plan.Steps[0];
        if (before is null || first.IsChange || before.Daily.GetValueOrDefault(plan.Drug) >= Mg(plan))
            throw new RuleViolationException("course.back.not-up");
        if (!Reached.Any(r => r.Daily.Count == 1 && r.Daily.GetValueOrDefault(plan.Drug) == Mg(plan)))
            throw new RuleViolationException("course.back.never", ("given", Written(first)));
        RequireNotAboveOriginal(plan);
        if (first.Days is not (>= LeastDaysBackOn and <= MostDaysBackOn))
            throw new RuleViolationException("course.back.days", ("least", LeastDaysBackOn / 7), ("most", MostDaysBackOn / 7));
        RequireReview(terms, MostDaysBackOn);
        if (
            plan.Steps.ElementAtOrDefault(1) is { } next
            && CutFrom(plan.Drug, Mg(plan)) is { } was
            && Mg(plan) - next.Daily.GetValueOrDefault(plan.Drug) >= was
        )
            throw new RuleViolationException(
                "course.back.step",
                ("was", new Dose(was)),
                ("given", new Dose(Mg(plan) - next.Daily.GetValueOrDefault(plan.Drug)))
            );
    }

    /// <summary>In mg: the cut that was made the last time from this dose; null where none was.</summary>
    private decimal? CutFrom(string drug, decimal mg)
    {
        var taken = Reached.Select(r => r.Daily.GetValueOrDefault(drug)).ToList();
        var at = taken.FindLastIndex(t => t == mg);
        return at >= 0 && at + 1 < taken.Count && taken[at + 1] < mg ? mg - taken[at + 1] : null;
    }

    private void RequireNotAboveOriginal(VersionPlan plan)
    {
        foreach (var (drug, mg) in plan.From.Daily)
            if (OriginalMg(drug) is var most && mg > most)
                throw new RuleViolationException(
                    "course.above-original",
                    ("most", new Pharmacology.Units.Dose(most)),
                    ("given", Written(plan.From))
                );
    }

    /// <summary>A look before the dose has gone up sees nothing of it.</summary>
    private static void RequireReview(VersionTerms terms, int days)
    {
        var (from, to) = (terms.BeginsOn.AddDays(1), terms.BeginsOn.AddDays(days));
        if (terms.ReviewOn is not { } day || day < from || day > to)
            throw new RuleViolationException("course.review", ("from", from), ("to", to));
    }

    private static decimal Mg(VersionPlan plan) => plan.Steps[0].Daily.GetValueOrDefault(plan.Drug);

    private static string Written(VersionStep step) => string.Join(", ", step.Daily.Select(d => $"{d.Key} {new Dose(d.Value)}"));
}
