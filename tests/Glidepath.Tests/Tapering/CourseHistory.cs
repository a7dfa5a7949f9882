using CsCheck;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Patients;
using Glidepath.Tests.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Tests.Tapering;

/// <summary>One thing that someone tries: what, so many days after the last one, and numbers to choose the rest by.</summary>
internal readonly record struct Attempt(CourseAction Action, int DaysLater, int Which, int Day, int Review);

/// <summary>Random decisions about a course, carried out day by day against <see cref="CourseLedger"/>.</summary>
internal static class CourseHistory
{
    /// <summary>Short plans that lead into each other, so that many drafts fit the dose that is taken.</summary>
    private static readonly IReadOnlyList<TaperPlan> Plans =
    [
        To("1 mg bedtime", 0.5m, 25),
        To("1 mg bedtime", 0.5m, 10),
        To("1 mg bedtime", 0.9m, 5),
        To("1 mg bedtime", 0.5m, 10, cutNow: true),
        To("0.875 mg bedtime", 0.5m, 10),
        To("0.75 mg bedtime", 0.5m, 25),
        To("0.5 mg bedtime", 0.25m, 25),
        Courses.Last,
        To("2 mg bedtime", 1, 10),
        // A whole taper of diazepam is long: the first of its steps, to stay on 8 mg.
        Courses.Change with
        {
            Steps = [.. Courses.Change.Steps.Take(2), Courses.Change.Steps[2] with { End = null }],
        },
        A.Plan(
            A.Taper(BenzodiazepineTable.Diazepam, "10 mg bedtime") with
            {
                Pace = A.Pace(5, 14),
                PaceIsAsked = true,
                Goal = new Dose(9),
            }
        ),
        A.Plan(A.Taper(BenzodiazepineTable.Diazepam, "8 mg bedtime") with { Goal = new Dose(7) }),
    ];

    /// <summary>Of each plan so many: one that is approved twice is refused.</summary>
    private const int DraftsOfAPlan = 3;

    private static readonly IReadOnlyList<(TaperPlan Plan, TaperDraft Draft, IReadOnlyDictionary<string, decimal> From)> Drafts =
    [
        .. Plans.SelectMany(p =>
            Enumerable.Range(0, DraftsOfAPlan).Select(_ => (p, Courses.Draft(p), VersionPlan.Of(p, Courses.Words).From.Daily))
        ),
    ];

    private static readonly VersionKind[] Kinds =
    [
        VersionKind.Planned,
        VersionKind.Planned,
        VersionKind.BackToAStep,
        VersionKind.BackToAStep,
        VersionKind.BackToAStep,
        VersionKind.Restart,
        VersionKind.Restart,
        VersionKind.SetElsewhere,
    ];

    private static readonly string TooLong = new('a', 1_001);

    public static readonly Gen<(int First, Attempt[] Attempts)> Any = Gen.Select(
        Gen.Int[0, Drafts.Count - 1],
        Gen.Select(
                // Steps and versions are what moves a dose; after a hand-over nothing is left to try.
                Gens.Of([
                    .. Enumerable.Repeat(CourseAction.TakeStep, 14),
                    .. Enumerable.Repeat(CourseAction.Approve, 12),
                    .. Enumerable.Repeat(CourseAction.Hold, 4),
                    .. Enumerable.Repeat(CourseAction.GoOn, 8),
                    .. Enumerable.Repeat(CourseAction.Complete, 6),
                    .. Enumerable.Repeat(CourseAction.StayOnDose, 2),
                    .. Enumerable.Repeat(CourseAction.Stop, 3),
                    CourseAction.HandOver,
                ]),
                Gen.Int[0, 12],
                Gen.Int[0, 999],
                Gen.Int[0, 99],
                Gen.Int[0, 99]
            )
            .Select((action, later, which, day, review) => new Attempt(action, later, which, day, review))
            .Array[1, 20]
    );

    public static CourseFile Run(int first, Attempt[] attempts)
    {
        var (plan, draft, _) = Drafts[first];
        var today = Courses.Day;
        var ledger = new CourseLedger(
            CourseFile
                .Begin(draft, plan, Courses.Words, new(VersionKind.Planned, "why", today.AddDays(first % 3)), today, Made.Entry())
                .File,
            today
        );
        for (var i = 0; i < attempts.Length; i++)
        {
            today = today.AddDays(attempts[i].DaysLater);
            ledger.PassUntil(today);
            var before = new CourseMoment(ledger.File);
            try
            {
                Try(ledger.File, ledger.Now, attempts[i], today, Made.Entry() with { RecordedAt = Made.Now.AddMinutes(i + 1) });
                ledger.Accepted(before, attempts[i].Action, today);
            }
            catch (RuleViolationException refusal)
            {
                CourseLedger.Refused(before, refusal);
            }
        }
        // Nobody says anything for half a year.
        ledger.PassUntil(today.AddDays(180));
        return ledger.File;
    }

    private static void Try(CourseFile file, CourseNow now, Attempt attempt, DateOnly today, Entry by)
    {
        var why = attempt.Review == 0 ? TooLong : "why";
        switch (attempt.Action)
        {
            case CourseAction.Approve:
                Approve(file, now.On(today).Daily, attempt, today, by);
                break;
            case CourseAction.TakeStep:
                // Near the day that it is due on, or near today.
                var near = attempt.Which % 2 == 0 ? now.DueOn ?? today : today;
                file.TakeStep(near.AddDays((attempt.Day % 8) - 2), why, today, by);
                break;
            case CourseAction.Hold:
                file.Hold(today.AddDays(attempt.Day - 2), why, today, by);
                break;
            case CourseAction.GoOn:
                file.GoOn(why, today, by);
                break;
            default:
                file.End(attempt.Action, why, today, by);
                break;
        }
    }

    /// <summary>Half of the time of the drafts from a dose that fits.</summary>
    private static void Approve(CourseFile file, IReadOnlyDictionary<string, decimal> taken, Attempt attempt, DateOnly today, Entry by)
    {
        var kind = Kinds[attempt.Which / 2 % Kinds.Length];
        var fits = Drafts.Where(d => d.From.All(m => Fits(kind, m.Value, taken.GetValueOrDefault(m.Key)))).ToList();
        var from = attempt.Which % 2 == 0 && fits.Count > 0 ? fits : Drafts;
        var (plan, draft, _) = from[attempt.Which % from.Count];
        var begins = today.AddDays(
            (attempt.Day % 10) switch
            {
                < 5 => 0,
                9 => 29,
                var n => n - 5,
            }
        );
        DateOnly? review = (attempt.Review % 5) switch
        {
            0 => null,
            1 => begins.AddDays(attempt.Review - 50),
            2 => begins.AddDays(14),
            _ => begins.AddDays(1),
        };
        file.Approve(draft, plan, Courses.Words, new(kind, attempt.Review == 99 ? " " : "why", begins, review), today, by);
    }

    private static bool Fits(VersionKind kind, decimal mg, decimal taken) =>
        kind switch
        {
            VersionKind.Planned => mg == taken,
            VersionKind.BackToAStep => mg > taken,
            _ => true,
        };

    private static TaperPlan To(string regimen, decimal goal, int percent, bool cutNow = false) =>
        Courses.Plan(regimen, r => r with { Pace = A.Pace(percent, 14), PaceIsAsked = true, Goal = new Dose(goal), CutNow = cutNow });
}
