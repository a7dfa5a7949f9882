using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Tests.Tapering;

/// <summary>What another version changes, in the sentences that the person reads. Every plan begins with 1 mg on Dec 1, 2026.</summary>
public sealed class VersionDiffTests
{
    private static readonly TaperPlan EveryFourWeeks = Courses.Plan(
        "1 mg bedtime",
        r => r with { Pace = A.Pace(25, 28), PaceIsAsked = true }
    );
    private static readonly TaperPlan ToHalf = Courses.Plan(
        "1 mg bedtime",
        r => r with { Pace = A.Pace(25, 14), PaceIsAsked = true, Goal = new Dose(0.5m) }
    );

    /// <summary>The same steps with the boundary of two in the middle a week later.</summary>
    private static readonly TaperPlan WeekLater = Courses.Fast with
    {
        Steps =
        [
            .. Courses.Fast.Steps.Select(s =>
                s.Number == 3 ? s with { Start = s.Start.AddDays(7) }
                : s.Number == 2 ? s with { End = s.End!.Value.AddDays(7) }
                : s
            ),
        ],
    };

    private readonly WalkedCourse _course = WalkedCourse.Of(Courses.Fast);

    [Fact]
    public void A_slower_plan_says_the_next_cut_how_many_steps_and_the_last_day() =>
        Assert.Equal(
            [
                "Next cut: 0.875 mg a day from Dec 15, 2026; before: 0.75 mg from Dec 15, 2026.",
                "Steps from here: 27; before: 13.",
                "The last step is on Feb 29, 2028; before: Jun 1, 2027.",
            ],
            Said(c => c.Approve(Courses.Usual))
        );

    [Fact]
    public void Longer_intervals_say_the_pace() =>
        Assert.Equal(
            [
                "Next cut: 0.75 mg a day from Dec 29, 2026; before: 0.75 mg from Dec 15, 2026.",
                "Weeks on most steps: 4; before: 2.",
                // Thirteen steps of four weeks instead of two.
                "The last step is on Nov 30, 2027; before: Jun 1, 2027.",
            ],
            Said(c => c.Approve(EveryFourWeeks))
        );

    /// <summary>1, 0.75, 0.625, 0.5: the cuts are 25, 17 and 20 percent; and no liquid.</summary>
    [Fact]
    public void Another_goal_says_where_it_ends_and_what_is_needed_no_more()
    {
        Assert.Equal(
            [
                "Steps from here: 3; before: 13.",
                "It ends at 0.5 mg a day; before: at 0 mg.",
                "The last step is on Jan 12, 2027; before: Jun 1, 2027.",
                "No longer needed: clonazepam 0.1 mg/mL.",
            ],
            Said(c => c.Approve(ToHalf))
        );
        Assert.Contains("Needed now too: clonazepam 0.1 mg/mL.", Said(c => c.Approve(Courses.Fast)));
    }

    [Fact]
    public void The_largest_cut_is_said_where_it_reads_otherwise()
    {
        Assert.Contains(
            "The largest cut is 9.1 % of the dose of that day; before: 25 %.",
            Said(c => c.Approve(Courses.Plan("1 mg bedtime", r => r with { Pace = A.Pace(5, 14), PaceIsAsked = true })))
        );
        // 12.25 is written as 12.3.
        Assert.DoesNotContain(With(12.25m), s => s.Id == "course.diff.largest");
        Assert.Contains(With(12.24m), s => s.Id == "course.diff.largest");

        static IReadOnlyList<Sentence> With(decimal percent)
        {
            var (one, other) = (Cuts(percent), Cuts(12.3m));
            var now = WalkedCourse.Of(Courses.Fast).Now;
            return VersionDiff.Of(now, one, now with { Path = [.. now.Path.SkipLast(1)] }, other);
        }

        static VersionPlan Cuts(decimal percent)
        {
            var plan = VersionPlan.Of(Courses.Fast, Courses.Words);
            return plan with { Steps = [plan.Steps[0], .. plan.Steps.Skip(1).Select(s => s with { PercentOfCurrent = percent })] };
        }
    }

    [Fact]
    public void A_dose_that_goes_up_or_down_at_once_is_said_with_its_day()
    {
        Assert.Equal("From Dec 1, 2026: 0.875 mg a day instead of 1 mg.", Said(c => c.Approve(Courses.CutNow))[0]);
        _course.On(12, 15);
        Assert.Equal("From Dec 20, 2026: 2 mg a day instead of 0.875 mg.", Said(Elsewhere)[0]);

        static void Elsewhere(WalkedCourse c) => c.Approve(Courses.Double, VersionKind.SetElsewhere, new(2026, 12, 20));
    }

    [Fact]
    public void A_change_of_medicine_is_said_first()
    {
        var said = Said(c => c.Approve(Courses.Change));
        Assert.Equal("First a change from clonazepam to diazepam.", said[0]);
        Assert.Equal("Next cut: 9 mg a day from Jan 5, 2027; before: 0.75 mg from Dec 15, 2026.", said[1]);
        Assert.Contains("Needed now too: diazepam 10 mg.", said);
        Assert.Contains("No longer needed: clonazepam 1 mg.", said);
    }

    [Fact]
    public void A_cut_that_there_was_none_of_and_one_that_there_is_no_more_are_said()
    {
        var (first, last) = (WalkedCourse.Of(ToHalf).Now, WalkedCourse.Of(ToHalf).WalkToEnd().Now);
        var plan = VersionPlan.Of(ToHalf, Courses.Words);
        Assert.Contains("No cut is planned any more.", Words(VersionDiff.Of(first, plan, last, plan)));
        Assert.Contains("Next cut: 0.75 mg a day from Dec 15, 2026; before: none.", Words(VersionDiff.Of(last, plan, first, plan)));
    }

    [Fact]
    public void The_same_days_are_the_same_whatever_the_version_is_called()
    {
        Assert.Equal(["Every day stays as it was."], Said(c => c.Approve(Courses.Fast)));
        // Four days later the first step begins anew: the cut is four days later.
        Assert.Contains(
            "Next cut: 0.75 mg a day from Dec 19, 2026; before: 0.75 mg from Dec 15, 2026.",
            Said(c => c.On(12, 5).Approve(Courses.Fast))
        );
    }

    [Fact]
    public void What_no_sentence_names_is_never_called_the_same() =>
        Assert.Equal(["Some doses or days in between change. Compare the two versions step by step."], Said(c => c.Approve(WeekLater)));

    [Fact]
    public void Of_any_two_moments_every_day_stays_as_it_was_only_where_every_day_does()
    {
        TaperPlan[] plans = [Courses.Fast, Courses.Usual, Courses.CutNow, WeekLater, ToHalf, EveryFourWeeks, Courses.Change];
        var moments = plans
            .SelectMany(p =>
                Enumerable.Range(0, 4).Select(steps => (Course: WalkedCourse.Of(p).Walk(steps).Now, Plan: VersionPlan.Of(p, Courses.Words)))
            )
            .ToList();
        var same = 0;
        foreach (var was in moments)
        foreach (var @is in moments)
        {
            var says = VersionDiff.Of(was.Course, was.Plan, @is.Course, @is.Plan).Any(s => s.Id == "course.diff.none");
            var from = was.Course.Since < @is.Course.Since ? was.Course.Since : @is.Course.Since;
            Assert.Equal(Taken(was, from).SequenceEqual(Taken(@is, from)), says);
            same += says ? 1 : 0;
        }
        Assert.InRange(same, moments.Count, (moments.Count * moments.Count) - 1);
    }

    /// <summary>Day by day for two years.</summary>
    private static IEnumerable<string> Taken((CourseNow Now, VersionPlan Plan) at, DateOnly from)
    {
        var steps = at.Now.Path.Select((p, i) => (p.On, Step: at.Plan.Steps[at.Now.Position + i])).ToList();
        for (var day = from; day < from.AddDays(730); day = day.AddDays(1))
        {
            var step = day < at.Now.Since ? at.Now.Before ?? steps[0].Step : steps.FindLast(s => s.On <= day).Step;
            yield return string.Join("; ", step.Doses.Select(d => $"{d.Drug} {d.Minutes} {d.Sig}"));
        }
    }

    /// <summary>Of the version that is approved now, against the one before.</summary>
    private IReadOnlyList<string> Said(Action<WalkedCourse> approve)
    {
        var (was, plan) = (_course.Now, _course.File.InForce.Plan);
        approve(_course);
        return Words(VersionDiff.Of(was, plan, _course.Now, _course.File.InForce.Plan));
    }

    private static IReadOnlyList<string> Words(IEnumerable<Sentence> said) => [.. said.Select(RuleSentences.InWords)];
}
