using CsCheck;
using Glidepath.Tests.Patients;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Tests.Tapering;

/// <summary>What was to be taken, day by day, told afterwards from the decisions.</summary>
public sealed class DosesTakenTests
{
    [Fact]
    public void Each_step_is_taken_from_the_day_that_was_said()
    {
        var course = WalkedCourse.Of(Courses.Fast).Walk(2);
        Assert.Equal(
            [(null, 1m), (Courses.Day, 1m), (Courses.Day.AddDays(14), 0.75m), (Courses.Day.AddDays(28), 0.625m)],
            Taken(course).Select(t => (t.On, t.Step.Daily["clonazepam"]))
        );
    }

    [Fact]
    public void A_step_that_was_held_before_its_day_was_not_taken_until_it_was_said_again()
    {
        var due = Courses.Day.AddDays(14);
        var course = WalkedCourse.Of(Courses.Fast).On(due.AddDays(-1)).TakeStep(due).Hold(due.AddDays(6));
        Assert.Equal([null, Courses.Day], Taken(course).Select(t => t.On));
        // What the rules read of cuts is the same.
        Assert.Empty(CourseFile.StepDays(course.File.Entries, course.DayOf));
        course.On(due.AddDays(6)).GoOn().TakeStep();
        Assert.Equal([null, Courses.Day, due.AddDays(6)], Taken(course).Select(t => t.On));
        Assert.Equal([due.AddDays(6)], CourseFile.StepDays(course.File.Entries, course.DayOf));
    }

    [Fact]
    public void Whatever_was_decided_the_days_from_now_on_are_those_of_the_course()
    {
        CourseHistory.Any.Sample(
            (first, attempts) =>
            {
                var file = CourseHistory.Run(first, attempts);
                if (!file.Course.State.HasDose())
                    return;
                // An attempt is written down so many minutes after the first one.
                var taken = file.Taken(at => Courses.Day.AddDays(attempts.Take((int)(at - Made.Now).TotalMinutes).Sum(a => a.DaysLater)));
                var today = Courses.Day.AddDays(attempts.Sum(a => a.DaysLater));
                for (var day = today; day <= today.AddDays(60); day = day.AddDays(1))
                    Assert.True(
                        taken.Last(t => t.On is null || t.On <= day).Step.IsTakenAs(file.Course.Now.On(day)),
                        $"On {day:yyyy-MM-dd}."
                    );
            },
            iter: Gate.Cases(2_000)
        );
    }

    private static IReadOnlyList<StepTaken> Taken(WalkedCourse course) => course.File.Taken(course.DayOf);
}
