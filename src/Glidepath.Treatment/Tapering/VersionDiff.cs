using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Tapering;

/// <summary>
/// What a version changes for the person, in sentences: the next cut, the pace, the largest cut, how many steps, where it ends, what it is
/// made of. Words stand in <c>TaperingRules.resx</c> under <c>course.diff.</c>.
/// </summary>
public static class VersionDiff
{
    /// <param name="was">Where the person is in the version that was in force.</param>
    /// <param name="wasPlan">Of that version.</param>
    /// <param name="is">Where the new version begins.</param>
    /// <returns>One sentence where every day stays as it was.</returns>
    public static IReadOnlyList<Sentence> Of(CourseNow was, VersionPlan wasPlan, CourseNow @is, VersionPlan isPlan)
    {
        var from = was.Since < @is.Since ? was.Since : @is.Since;
        if (Days(was, wasPlan, from).SequenceEqual(Days(@is, isPlan, from), DayComparer))
            return [Sentence.Of("course.diff.none")];
        var (before, after) = (Rest.Of(was, wasPlan), Rest.Of(@is, isPlan));
        List<Sentence> said =
        [
            .. Drug(before, after),
            .. FirstDay(before, @is),
            .. NextCut(was, @is),
            .. Pace(before, after),
            .. Steps(before, after),
            .. End(was, @is),
        ];
        said.AddRange(Products(before, after));
        return said.Count > 0 ? said : [Sentence.Of("course.diff.other")];
    }

    /// <summary>What is taken from a day on: the first day of each dose that is not the one before.</summary>
    private static List<(DateOnly On, VersionStep Step)> Days(CourseNow now, VersionPlan plan, DateOnly from)
    {
        List<(DateOnly On, VersionStep Step)> days = [(from, now.On(from))];
        foreach (var (point, step) in now.Path.Zip(plan.Steps.Skip(now.Position)))
            if (!days[^1].Step.IsTakenAs(step))
                days.Add((point.On, step));
        return days;
    }

    private static readonly EqualityComparer<(DateOnly On, VersionStep Step)> DayComparer = EqualityComparer<(
        DateOnly On,
        VersionStep Step
    )>.Create((one, other) => one.On == other.On && one.Step.IsTakenAs(other.Step), day => day.On.DayNumber);

    /// <summary>A version may begin with another dose than is taken now; a change of medicine says so itself.</summary>
    private static IEnumerable<Sentence> FirstDay(Rest was, CourseNow @is)
    {
        if (
            was.Drug == @is.Drug
            && @is is { Step.IsChange: false, Before: { } before }
            && before.Daily.GetValueOrDefault(@is.Drug) is var taken
            && taken != @is.DailyMg
        )
            yield return Sentence.Of("course.diff.first", ("day", @is.Since), ("is", new Dose(@is.DailyMg)), ("was", new Dose(taken)));
    }

    private static IEnumerable<Sentence> Drug(Rest was, Rest @is)
    {
        if (was.Drug != @is.Drug)
            yield return Sentence.Of("course.diff.drug", ("was", was.Drug), ("is", @is.Drug));
    }

    private static IEnumerable<Sentence> NextCut(CourseNow was, CourseNow @is)
    {
        if (Cut(was) == Cut(@is))
            yield break;
        yield return (Cut(was), Cut(@is)) switch
        {
            ({ } old, { } cut) => Sentence.Of(
                "course.diff.cut",
                ("day", cut.On),
                ("dose", cut.Dose),
                ("oldDay", old.On),
                ("oldDose", old.Dose)
            ),
            (null, { } cut) => Sentence.Of("course.diff.cut.first", ("day", cut.On), ("dose", cut.Dose)),
            _ => Sentence.Of("course.diff.cut.none"),
        };
    }

    private static (DateOnly On, Dose Dose)? Cut(CourseNow now)
    {
        foreach (var (before, after) in now.Path.Zip(now.Path.Skip(1)))
            if (after.DailyMg < before.DailyMg)
                return (after.On, new Dose(after.DailyMg));
        return null;
    }

    private static IEnumerable<Sentence> Pace(Rest was, Rest @is)
    {
        if (was.UsualWeeks is { } old && @is.UsualWeeks is { } weeks && old != weeks)
            yield return Sentence.Of("course.diff.pace", ("is", weeks), ("was", old));
        if (was.LargestCut is { } oldCut && @is.LargestCut is { } cut && Written(oldCut) != Written(cut))
            yield return Sentence.Of("course.diff.largest", ("is", cut), ("was", oldCut));
    }

    /// <summary>As the sentence writes it: what reads the same is no change.</summary>
    private static decimal Written(decimal percent) => Math.Round(percent, 1, MidpointRounding.AwayFromZero);

    private static IEnumerable<Sentence> Steps(Rest was, Rest @is)
    {
        if (was.Steps.Count != @is.Steps.Count)
            yield return Sentence.Of("course.diff.steps", ("is", @is.Steps.Count), ("was", was.Steps.Count));
    }

    private static IEnumerable<Sentence> End(CourseNow was, CourseNow @is)
    {
        var (old, end) = (was.Path[^1], @is.Path[^1]);
        if (old.DailyMg != end.DailyMg)
            yield return Sentence.Of("course.diff.goal", ("is", new Dose(end.DailyMg)), ("was", new Dose(old.DailyMg)));
        if (old.On != end.On)
            yield return Sentence.Of("course.diff.end", ("day", end.On), ("oldDay", old.On));
    }

    private static IEnumerable<Sentence> Products(Rest was, Rest @is)
    {
        foreach (var product in @is.Products.Except(was.Products))
            yield return Sentence.Of("course.diff.product.more", ("strength", product.Written));
        foreach (var product in was.Products.Except(@is.Products))
            yield return Sentence.Of("course.diff.product.less", ("strength", product.Written));
    }

    /// <summary>What is left of a version from where the person is.</summary>
    private sealed record Rest(string Drug, VersionStep Now, IReadOnlyList<VersionStep> Steps)
    {
        public static Rest Of(CourseNow now, VersionPlan plan) => new(plan.Drug, now.Step, [.. plan.Steps.Skip(now.Position + 1)]);

        /// <summary>Weeks that most of the steps last; null where none has a length.</summary>
        public int? UsualWeeks =>
            Steps
                .Where(s => !s.IsChange)
                .Select(s => s.Days / 7)
                .OfType<int>()
                .GroupBy(w => w)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key)
                .FirstOrDefault()
                ?.Key;

        /// <summary>In percent of the dose before; the stop is not one.</summary>
        public decimal? LargestCut => Steps.Where(s => !s.IsStop).Select(s => (decimal?)s.PercentOfCurrent).Max();

        public IEnumerable<MadeOf> Products =>
            Steps
                .Prepend(Now)
                .SelectMany(s => s.Doses)
                .SelectMany(d => d.Pieces.Select(p => new MadeOf(d.Drug, p.Form, p.Strength)))
                .Distinct();
    }

    private sealed record MadeOf(string Drug, ProductForm Form, decimal Strength)
    {
        public string Written =>
            $"{Drug} {SafeNumber.Write(Strength)} {(Form.IsLiquid() ? "mg/mL" : "mg")}"
            + $"{(Form is ProductForm.OrallyDisintegratingTablet ? " ODT" : "")}";
    }
}
