using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Application.Tapering;

internal static partial class TaperingContributions
{
    /// <param name="BeganDaysAgo">The first day of the version.</param>
    /// <param name="Steps">How many were taken, each on its day.</param>
    /// <param name="HeldDaysAgo">Null for a course that goes down.</param>
    private sealed record DemoCourse(
        string Morning,
        string Bedtime,
        int BeganDaysAgo,
        int Steps,
        string Why,
        int? HeldDaysAgo = null,
        string? WhyHeld = null,
        string? AskedToStay = null
    );

    private static readonly Dictionary<string, DemoCourse> DemoCourses = new()
    {
        ["first-cut-made"] = new(
            "0.5 mg",
            "1 mg",
            24,
            1,
            "We agreed on small steps, two weeks apart, and that you may stay longer on any."
        ),
        ["half-way-down"] = new(
            "0.5 mg",
            "1 mg",
            128,
            8,
            "You want to be off it before summer; we go as fast as you are well.",
            AskedToStay: "The move is this month. Can I wait?"
        ),
        ["holding-after-a-hard-week"] = new(
            "0.5 mg",
            "0.5 mg",
            60,
            2,
            "A slow way down, with pieces of the tablets you know.",
            HeldDaysAgo: 5,
            WhyHeld: "A hard week, little sleep. We stay here and look again."
        ),
    };

    private static readonly DemoEntries CoursesInDemo = new(
        typeof(TaperCourse),
        person => DemoCourses.TryGetValue(person.Recipe, out var told) ? Made(person, told) : []
    )
    {
        Recipes = [.. DemoCourses.Keys],
    };

    /// <summary>They are made with the course that they are of.</summary>
    private static readonly DemoEntries[] MadeWithCourses =
    [
        new(typeof(TaperVersion), _ => []),
        new(typeof(CourseEntry), _ => []),
        new(typeof(StayRequest), _ => []),
    ];

    private static IEnumerable<IPatientRecord> Made(DemoPerson person, DemoCourse told)
    {
        var start = person.Day(told.BeganDaysAgo);
        var (plan, answers) = Planned("clonazepam", told.Morning, told.Bedtime, start);
        var draft = TaperDraft.Keep(person.Episode, answers, plan, CourseWords.Kept.OfStep, By(told.BeganDaysAgo + 1));
        var (file, version, _) = CourseFile.Begin(
            draft,
            plan,
            CourseWords.Kept,
            new(VersionKind.Planned, told.Why, start),
            start.AddDays(-1),
            By(told.BeganDaysAgo + 1)
        );
        for (var step = 0; step < told.Steps && file.Course.Now.DueOn is { } due && due <= person.Day(0); step++)
            file.TakeStep(due, null, due, By(person.Day(0).DayNumber - due.DayNumber));
        if (told.HeldDaysAgo is { } held)
            file.Hold(person.Day(held).AddDays(14), told.WhyHeld, person.Day(held), By(held));
        IPatientRecord[] made = [draft, file.Course, version, .. file.Entries];
        return told.AskedToStay is { } words ? [.. made, StayRequest.Ask(file.Course, words, By(1))] : made;

        Entry By(int daysAgo) => new(Guid.CreateVersion7(), person.At(daysAgo), person.Staff[Role.Prescriber].Id);
    }
}
