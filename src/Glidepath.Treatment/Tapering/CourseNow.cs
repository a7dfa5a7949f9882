using System.Text.Json.Serialization;

namespace Glidepath.Treatment.Tapering;

/// <summary>
/// Where the person is in the version in force, written anew with each decision: what is taken, and what comes next when a person says so.
/// </summary>
/// <param name="Number">Of the version.</param>
/// <param name="Drug">That is tapered.</param>
/// <param name="Position">The step that <paramref name="Since"/> is the first day of, from 0.</param>
/// <param name="Before">What was taken until the day before <paramref name="Since"/>; null where that is <paramref name="Step"/>
/// too.</param>
/// <param name="Step">What is taken from <paramref name="Since"/> on.</param>
/// <param name="Next">The step after it; null where there is none.</param>
/// <param name="NotBefore">Of a hold, the day before which no step is taken; null for none.</param>
/// <param name="Last">Position of the last step of the version.</param>
/// <param name="Path">The steps from this one on, as they would be if none waited.</param>
/// <param name="ReviewOn">When a dose that went up is looked at; null for any other.</param>
/// <param name="OverrideReason">Stands at the head of every page and paper of the version.</param>
public sealed record CourseNow(
    int Number,
    string Drug,
    int Position,
    DateOnly Since,
    VersionStep? Before,
    VersionStep Step,
    VersionStep? Next,
    DateOnly? NotBefore,
    int Last,
    IReadOnlyList<PathPoint> Path,
    DateOnly? ReviewOn,
    string? OverrideReason
)
{
    /// <summary>The first day of <see cref="Before"/>, where that is a step of the same version.</summary>
    public DateOnly? BeforeSince { get; init; }

    /// <summary>A version that was held, or left, before its first day does not begin on it: <see cref="Before"/> goes on.</summary>
    public bool Waits { get; init; }

    /// <param name="before">What is taken until the day before <paramref name="since"/>.</param>
    internal static CourseNow Of(
        TaperVersion version,
        int position,
        DateOnly since,
        VersionStep? before,
        DateOnly? notBefore,
        bool waits = false
    ) => Of(version.Number, version.Plan, position, since, before, notBefore, waits, position == 0 ? version.ReviewOn : null);

    internal static CourseNow Of(
        int number,
        VersionPlan plan,
        int position,
        DateOnly since,
        VersionStep? before = null,
        DateOnly? notBefore = null,
        bool waits = false,
        DateOnly? reviewOn = null
    )
    {
        var now = new CourseNow(
            number,
            plan.Drug,
            position,
            since,
            before,
            plan.Steps[position],
            plan.Steps.ElementAtOrDefault(position + 1),
            notBefore,
            plan.Steps.Count - 1,
            [],
            reviewOn,
            plan.OverrideReason
        )
        {
            Waits = waits,
        };
        return now with { Path = [.. PathOf(plan, now)] };
    }

    private static IEnumerable<PathPoint> PathOf(VersionPlan plan, CourseNow now)
    {
        var on = now.Begins;
        for (var i = now.Position; i < plan.Steps.Count; i++)
        {
            yield return new(on, plan.Steps[i].Daily.GetValueOrDefault(plan.Drug));
            on = i == now.Position ? now.DueOn ?? on : on.AddDays(plan.Steps[i].Days ?? 0);
        }
    }

    internal static CourseNow None { get; } = new(0, "", 0, default, null, VersionStep.Nothing, null, null, 0, [], null, null);

    /// <summary>What is taken on a day. A step that begins later is not taken yet.</summary>
    public VersionStep On(DateOnly day) => Before is not null && !HasBegun(day) ? Before : Step;

    /// <summary><see cref="Step"/> has begun.</summary>
    public bool HasBegun(DateOnly day) => day >= Since && !Waits;

    /// <summary>The first day on which the next step may be taken; null where there is none. A person says when it is.</summary>
    [JsonIgnore]
    public DateOnly? DueOn =>
        Next is null || Step.Days is not { } days ? null
        : NotBefore is { } day && day > Begins.AddDays(days) ? day
        : Begins.AddDays(days);

    /// <summary>What waits begins with the end of the hold at the earliest.</summary>
    private DateOnly Begins => Waits && NotBefore is { } day && day > Since ? day : Since;

    [JsonIgnore]
    public decimal DailyMg => Step.Daily.GetValueOrDefault(Drug);
}

/// <param name="DailyMg">Of the medicine that is tapered.</param>
public sealed record PathPoint(DateOnly On, decimal DailyMg);
