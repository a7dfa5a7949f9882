using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Monitoring;
using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Treatment;
using Glidepath.Web.Shared;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Tapering.Courses;

/// <summary>
/// Decisions of a prescriber by other software: by the same rules as on the page, to the version of the course that the sender saw, once.
/// </summary>
internal static class CourseDecisionsApi
{
    public static void MapDecisions(this RouteGroupBuilder api)
    {
        Post<CourseDecisions, SendStep>(
                api,
                "/steps",
                "TakeTaperStep",
                Policies.Prescriber,
                (s, id, b, once, version, stop) => s.TakeStepAsync(id, version, b, once, stop)
            )
            .WithSummary("The next step is taken from a day on. Against what is suggested, or where nothing could be, it needs a reason.")
            .AtVersion()
            .WithMetadata(new StepUpAttribute());
        Post<CoursesService, SendHold>(
                api,
                "/holds",
                "HoldTaper",
                Policies.Prescriber,
                (s, id, b, once, version, stop) => s.HoldAsync(id, version, b.Until, b.Why, once, stop)
            )
            .WithSummary("No cut now. The daily dose stays as it is until someone looks again.")
            .AtVersion()
            .WithMetadata(new StepUpAttribute());
        Post<CoursesService, SendGoOn>(
                api,
                "/continuations",
                "ContinueTaper",
                Policies.Prescriber,
                (s, id, b, once, version, stop) => s.GoOnAsync(id, version, b.Why, once, stop)
            )
            .WithSummary("The hold is over: the next step may be taken when a person says so.")
            .AtVersion()
            .WithMetadata(new StepUpAttribute());
    }
}

/// <summary>A step, held against what is suggested.</summary>
internal sealed class CourseDecisions(CoursesService courses, SuggestionService suggestions)
{
    public async Task<Saved?> TakeStepAsync(Guid patientId, Guid? version, SendStep step, Once once, CancellationToken stop)
    {
        // Who may not see the course is not told that a reason is missing.
        if (await courses.CourseAsync(patientId, stop) is null)
            return null;
        return StepReason.Missing(await suggestions.SuggestAsync(patientId, stop), step.Why) is null
            ? await courses.TakeStepAsync(patientId, version, step.On, step.Why, once, stop)
            : throw new RuleViolationException("course.step.reason");
    }
}

[ValidatableType]
public sealed record SendStep
{
    /// <summary>Its first day, where the person is.</summary>
    public required DateOnly On { get; init; }

    /// <summary>As the person reads it.</summary>
    [StringLength(1000, MinimumLength = 1)]
    public string? Why { get; init; }
}

[ValidatableType]
public sealed record SendHold
{
    /// <summary>The day somebody looks again; the hold does not end by itself.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>As the person reads it; a hold needs no reason.</summary>
    [StringLength(1000, MinimumLength = 1)]
    public string? Why { get; init; }
}

[ValidatableType]
public sealed record SendGoOn
{
    /// <summary>As the person reads it.</summary>
    [StringLength(1000, MinimumLength = 1)]
    public string? Why { get; init; }
}
