using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Paper.Tapering;
using Glidepath.Treatment;
using Glidepath.Treatment.Tapering;
using Glidepath.Web.Shared;
using Glidepath.Web.Tapering.Drafts;
using Microsoft.Extensions.Options;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Tapering.Courses;

/// <summary>A person's taper for other software, and its calendar on paper.</summary>
internal static class CoursesEndpoints
{
    /// <summary>Each step waits for a person: what lies further ahead is printed when it comes near.</summary>
    private const int DaysOnPaper = 56;

    public static void MapCourses(this WebApplication app)
    {
        app.MapPost("/patients/{patientId:guid}/course/calendar", ForStaff)
            .ExcludeFromDescription()
            .RequireAuthorization(Policies.Clinician)
            .RequireRateLimiting(RateLimits.Computing)
            .WithMetadata(new StepUpAttribute())
            .Marked(EndpointClass.Record, AuditExpectation.Read);
        app.MapPost("/me/plan/calendar", ForOneself)
            .ExcludeFromDescription()
            .RequireAuthorization(Policies.Patient)
            .RequireRateLimiting(RateLimits.Computing)
            .WithMetadata(new StepUpAttribute())
            .Marked(EndpointClass.Record, AuditExpectation.Read);
        app.MapCoursesApi();
    }

    private static void MapCoursesApi(this WebApplication app)
    {
        var api = app.MapJson("/api/patients/{id:guid}/taper-course", "TaperCourse");
        api.MapGet(
                "",
                async (Guid id, CoursesService s, HttpContext context, CancellationToken stop) =>
                    await s.CourseAsync(id, stop) is { } view
                        ? Found(SentCourse.Of(view), context.Response, view.File?.Course.Version)
                        : NoSuchPerson()
            )
            .WithName("TaperCourse")
            .WithSummary("The supervised taper: what is taken today by the approved version, what comes next, and each version.")
            .Reads(Policies.Clinician);
    }

    internal static async Task<IResult> ForStaff(
        Guid patientId,
        HttpContext context,
        CoursesService courses,
        PlannerService planner,
        IOptionsSnapshot<CrisisNumbers> numbers
    ) =>
        await FormReader.ReadOwnAsync(context) is null
            ? TypedResults.StatusCode(StatusCodes.Status400BadRequest)
            : await CalendarAsync(
                await courses.PrintAsync(patientId, context.RequestAborted),
                planner,
                numbers.Value,
                context.RequestAborted
            );

    internal static async Task<IResult> ForOneself(
        HttpContext context,
        OwnCourseService own,
        PlannerService planner,
        IOptionsSnapshot<CrisisNumbers> numbers
    ) =>
        await FormReader.ReadOwnAsync(context) is null
            ? TypedResults.StatusCode(StatusCodes.Status400BadRequest)
            : await CalendarAsync(await own.PrintAsync(context.RequestAborted), planner, numbers.Value, context.RequestAborted);

    private static async Task<IResult> CalendarAsync(
        PrintedCourse? print,
        PlannerService planner,
        CrisisNumbers numbers,
        CancellationToken stop
    )
    {
        if (print is null)
            return TypedResults.NotFound();
        var version = print.File.InForce;
        var approvedOn = LocalDay.Of(version.RecordedAt, print.Zone);
        var (form, until) = (PlannerForm.Of(version.Answers), print.Today.AddDays(DaysOnPaper));
        if (
            form.Asked(approvedOn, new FieldErrors()) is not { } asked
            || DraftForm.PlanOf(await planner.DraftAsync(asked.Request, form["choice"], stop), form) is not { } plan
            || CourseOnPaper.Of(plan, version.Plan, print.File.Course, print.Today, until) is not { } left
        )
            return TypedResults.StatusCode(StatusCodes.Status409Conflict);
        var approval = new Approval(version.Number, approvedOn, print.Prescriber);
        return await TaperPapers.CalendarAsync(
            left,
            approval,
            new(until, print.File.Course.NextFrom(print.Today)),
            numbers.Safety,
            planner,
            stop
        );
    }
}

/// <summary>A course as it stands today, where the person is.</summary>
/// <param name="Taken">What is taken today; null where no dose of the course is.</param>
/// <param name="NextNotBefore">The next step waits for a person; it is never taken because the day has come.</param>
public sealed record SentCourse(
    CourseState? State,
    DateOnly Today,
    VersionStep? Taken,
    VersionStep? Next,
    DateOnly? NextNotBefore,
    DateOnly? HoldUntil,
    int OpenRequestsToStay,
    IReadOnlyList<SentVersion> Versions
)
{
    internal static SentCourse Of(CourseView view) =>
        view.File is not { } file
            ? new(null, view.Today, null, null, null, null, 0, [])
            : new(
                file.Course.State,
                view.Today,
                file.Course.State.HasDose() ? file.Course.Now.On(view.Today) : null,
                file.Course.GoesDown ? file.Course.Now.Next : null,
                file.Course.GoesDown ? file.Course.Now.DueOn : null,
                file.Course.HoldUntil,
                view.Asked.Count,
                [.. file.Versions.Select(v => new SentVersion(v.Number, v.Kind, v.BeginsOn, v.RecordedAt, v.RecordedBy, v.Why, v.Plan))]
            );
}

/// <param name="ApprovedAt">UTC.</param>
public sealed record SentVersion(
    int Number,
    VersionKind Kind,
    DateOnly BeginsOn,
    DateTime ApprovedAt,
    Guid ApprovedBy,
    string Why,
    VersionPlan Plan
);
