using Glidepath.Paper;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Patients;
using Glidepath.Tests.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Tests.Tapering;

/// <summary>What the planner answered, once for all tests: every plan begins on <see cref="Day"/>, a Tuesday.</summary>
internal static class Courses
{
    public static readonly DateOnly Day = A.Day;

    private static readonly EpisodeOfCare Episode = Made.Episode();

    /// <summary>1 mg of clonazepam, then 0.75, 0.625, 0.5, … each for 14 days, down to zero.</summary>
    public static readonly TaperPlan Fast = Plan("1 mg bedtime", r => r with { Pace = A.Pace(25, 14), PaceIsAsked = true });

    /// <summary>1 mg for 14 days, then 0.875 for 21, 0.75 for 21, …</summary>
    public static readonly TaperPlan Usual = Plan("1 mg bedtime");

    /// <summary>The same from the first day on: 0.875 for 21, 0.75 for 21, …</summary>
    public static readonly TaperPlan CutNow = Plan("1 mg bedtime", r => r with { CutNow = true });

    /// <summary>From 0.75 mg.</summary>
    public static readonly TaperPlan Lower = Plan("0.75 mg bedtime");

    /// <summary>0.125 mg, then nothing.</summary>
    public static readonly TaperPlan Last = Plan("0.125 mg bedtime", r => r with { AcceptLargeLastSteps = true });

    /// <summary>From 2 mg, as a hospital may set it, to stay on 1 mg.</summary>
    public static readonly TaperPlan Double = Plan("2 mg bedtime", r => r with { Goal = new Dose(1) });

    /// <summary>0.5 mg beside 5 of diazepam for a week, 10 of diazepam for two, then its taper: 10, 9, 8, …</summary>
    public static readonly TaperPlan Change = TaperChoices
        .For(A.Clonazepam("1 mg bedtime"))
        .Single(c => c.CrossOver is not null)
        .Result.Plan!;

    public static TaperPlan Plan(string regimen, Func<TaperRequest, TaperRequest>? with = null)
    {
        var request = A.Clonazepam(regimen) with { OverrideReason = "agreed with the person" };
        return A.Plan(with is null ? request : with(request));
    }

    /// <summary>Of the same doses the same words.</summary>
    public static Directions Words { get; } = new(s => Sig.For(s).AsKept(), d => Sig.For(d).AsKept());

    public static TaperDraft Draft(TaperPlan plan, EpisodeOfCare? episode = null) =>
        TaperDraft.Keep(episode ?? Episode, new Dictionary<string, string> { ["drug"] = "clonazepam" }, plan, Words.OfStep, Made.Entry());
}

/// <summary>A course that a test walks through, on a day where the person is.</summary>
internal sealed class WalkedCourse
{
    private readonly List<DateOnly> _decided = [];

    private WalkedCourse(TaperPlan plan, DateOnly beginsOn, DateOnly today)
    {
        Today = today;
        (File, _, _) = CourseFile.Begin(
            Courses.Draft(plan),
            plan,
            Courses.Words,
            new(VersionKind.Planned, "A slow way down.", beginsOn),
            today,
            By()
        );
    }

    public CourseFile File { get; }

    public DateOnly Today { get; private set; }

    public CourseNow Now => File.Course.Now;

    public CourseState State => File.Course.State;

    /// <summary>In mg of the tapered medicine, today.</summary>
    public decimal Mg => MgOn(Today);

    /// <summary>All that an action may change.</summary>
    public string Snapshot =>
        $"{State} {File.Course.VersionId} {File.Course.HoldUntil} {File.Course.NowJson} {File.Entries.Count} {File.Versions.Count}";

    public static WalkedCourse Of(TaperPlan plan, DateOnly? beginsOn = null) => new(plan, beginsOn ?? Courses.Day, Courses.Day);

    public decimal MgOn(DateOnly day, string? drug = null) => Now.On(day).Daily.GetValueOrDefault(drug ?? Now.Drug);

    public WalkedCourse On(DateOnly today)
    {
        Today = today;
        return this;
    }

    public WalkedCourse On(int month, int day) => On(new DateOnly(month == 12 ? 2026 : 2027, month, day));

    public WalkedCourse TakeStep(DateOnly? on = null, string? why = null)
    {
        File.TakeStep(on ?? Today, why, Today, By());
        return this;
    }

    /// <summary>Each step on the first day it may be taken, so often.</summary>
    public WalkedCourse Walk(int steps)
    {
        for (var i = 0; i < steps; i++)
            On(Now.DueOn!.Value).TakeStep();
        return this;
    }

    public WalkedCourse WalkToEnd() => Walk(Now.Last - Now.Position);

    public WalkedCourse Hold(DateOnly until, string? why = null)
    {
        File.Hold(until, why, Today, By());
        return this;
    }

    public WalkedCourse GoOn(string? why = null)
    {
        File.GoOn(why, Today, By());
        return this;
    }

    public WalkedCourse End(CourseAction action, string? why = "agreed")
    {
        File.End(action, why, Today, By());
        return this;
    }

    public WalkedCourse Approve(
        TaperPlan plan,
        VersionKind kind = VersionKind.Planned,
        DateOnly? beginsOn = null,
        DateOnly? reviewOn = null,
        string? why = "agreed"
    ) => Approve(Courses.Draft(plan), plan, new(kind, why, beginsOn ?? Today, reviewOn));

    public WalkedCourse Approve(TaperDraft draft, TaperPlan plan, VersionTerms terms)
    {
        File.Approve(draft, plan, Courses.Words, terms, Today, By());
        return this;
    }

    /// <summary>The rule is thrown, in words, and nothing has changed.</summary>
    public RuleViolationException Refuses(string rule, Action<WalkedCourse> action)
    {
        var before = Snapshot;
        var refusal = Assert.Throws<RuleViolationException>(() => action(this));
        Assert.Equal(rule, refusal.Rule);
        Assert.NotEmpty(refusal.Message);
        Assert.Equal(before, Snapshot);
        return refusal;
    }

    /// <summary>Of an instant that was written down: each is a minute after the one before.</summary>
    public DateOnly DayOf(DateTime at) => _decided[(int)(at - Made.Now).TotalMinutes];

    private Entry By()
    {
        _decided.Add(Today);
        return new(Guid.CreateVersion7(), Made.Now.AddMinutes(_decided.Count - 1), Made.Staff);
    }
}
