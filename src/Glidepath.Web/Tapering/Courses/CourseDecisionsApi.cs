using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Monitoring;
using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
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
        Post<CourseDecisions, SendHold>(
                api,
                "/holds",
                "HoldTaper",
                Policies.Prescriber,
                (s, id, b, once, version, stop) => s.HoldAsync(id, version, b, once, stop)
            )
            .WithSummary("No cut now. The daily dose stays as it is until someone looks again.")
            .AtVersion()
            .WithMetadata(new StepUpAttribute());
        Post<CourseDecisions, SendGoOn>(
                api,
                "/continuations",
                "ContinueTaper",
                Policies.Prescriber,
                (s, id, b, once, version, stop) => s.GoOnAsync(id, version, b, once, stop)
            )
            .WithSummary("The hold is over: the next step may be taken when a person says so.")
            .AtVersion()
            .WithMetadata(new StepUpAttribute());
    }
}

/// <summary>A decision, with what is suggested as it is made.</summary>
internal sealed class CourseDecisions(CoursesService courses, SuggestionService suggestions)
{
    public async Task<Saved?> TakeStepAsync(Guid patientId, Guid? version, SendStep step, Once once, CancellationToken stop)
    {
        // Who may not see the course is not told that a reason is missing.
        if (await courses.CourseAsync(patientId, stop) is null)
            return null;
        var seen = await suggestions.SuggestAsync(patientId, stop);
        return StepReason.Missing(seen, step.Why) is null
            ? await courses.TakeStepAsync(patientId, version, step.On, step.Why, seen?.Suggestion, once, stop)
            : throw new RuleViolationException("course.step.reason");
    }

    public async Task<Saved?> HoldAsync(Guid patientId, Guid? version, SendHold hold, Once once, CancellationToken stop) =>
        await courses.HoldAsync(patientId, version, hold.Until, hold.Why, await SuggestedAsync(patientId, stop), once, stop);

    public async Task<Saved?> GoOnAsync(Guid patientId, Guid? version, SendGoOn on, Once once, CancellationToken stop) =>
        await courses.GoOnAsync(patientId, version, on.Why, await SuggestedAsync(patientId, stop), once, stop);

    private async Task<Suggestion?> SuggestedAsync(Guid patientId, CancellationToken stop) =>
        (await suggestions.SuggestAsync(patientId, stop))?.Suggestion;
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
