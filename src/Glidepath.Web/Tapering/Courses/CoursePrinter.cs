using Glidepath.Application.Administration;
using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Tapering;
using Glidepath.Web.Shared;
using Glidepath.Web.Tapering.Drafts;
using Microsoft.Extensions.Options;
using static Glidepath.Web.Tapering.TaperingText;

namespace Glidepath.Web.Tapering.Courses;

/// <summary>Lays what the disclosure check let out of a course.</summary>
internal sealed class CoursePrinter(
    CoursePapersService papers,
    OwnCourseService own,
    PlannerService planner,
    Organisation organisation,
    IOptionsSnapshot<CrisisNumbers> numbers
)
{
    /// <summary>Each step waits for a person: what lies further ahead is printed when it comes near.</summary>
    private const int DaysOnPaper = 56;

    private SafetyText Safety => numbers.Value.Safety with { ClinicPhone = organisation.Given(OrganisationFacts.Phone) };

    public Task<IResult> ForStaffAsync(Guid patientId, CoursePaper paper, HttpContext context) =>
        PrintAsync(paper, context, (from, stop) => papers.PrintAsync(patientId, paper, from, stop));

    public Task<IResult> ForOneselfAsync(CoursePaper paper, HttpContext context) =>
        PrintAsync(paper, context, (from, stop) => own.PrintAsync(paper, from, stop));

    public async Task<IResult> OrderAsync(Guid patientId, HttpContext context)
    {
        var stop = context.RequestAborted;
        if (await FormReader.ReadOwnAsync(context) is null)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        if (await papers.OrderAsync(patientId, stop) is not { Course: var course } order)
            return TypedResults.NotFound();
        return
            await AskedAsync(course, stop) is { } asked
            && CourseOnPaper.Ordered(asked, course.File.InForce, course.File.Course, course.Today) is { } plan
            ? await TaperPapers.OrderSheetAsync(TaperPapers.Of(order), plan, ApprovalOf(course), Safety, planner, stop)
            : TypedResults.StatusCode(StatusCodes.Status409Conflict);
    }

    /// <param name="print">From the first day of a week; null is today.</param>
    private async Task<IResult> PrintAsync(
        CoursePaper paper,
        HttpContext context,
        Func<DateOnly?, CancellationToken, Task<PrintedCourse?>> print
    )
    {
        var stop = context.RequestAborted;
        if (await FormReader.ReadOwnAsync(context) is not { } sent)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        DateOnly? from = null;
        if (sent["from"] is { } given)
        {
            if (!FormReader.IsDay(given, out var day))
                return From(T["WeekFromIsNoDate", given]);
            from = day;
        }
        try
        {
            return await print(from, stop) is { } printed ? await LaidAsync(paper, printed, stop) : TypedResults.NotFound();
        }
        catch (RuleViolationException refused)
        {
            return From(refused.Message);
        }

        static IResult From(string said) => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["from"] = [said] });
    }

    private Task<IResult> LaidAsync(CoursePaper paper, PrintedCourse print, CancellationToken stop) =>
        paper switch
        {
            CoursePaper.Calendar => CalendarAsync(print, stop),
            CoursePaper.StepCard => TaperPapers.StepCardAsync(
                Taken(print, print.Today),
                ApprovalOf(print),
                print.Today,
                Safety,
                planner,
                stop
            ),
            CoursePaper.WeekSheet => TaperPapers.WeekSheetAsync(
                print.From,
                [.. Enumerable.Range(0, WeekSheet.Days).Select(i => Taken(print, print.From.AddDays(i)))],
                ApprovalOf(print),
                Safety,
                planner,
                stop
            ),
        };

    private async Task<IResult> CalendarAsync(PrintedCourse print, CancellationToken stop)
    {
        var (course, until) = (print.File.Course, print.Today.AddDays(DaysOnPaper));
        return
            await AskedAsync(print, stop) is { } asked
            && CourseOnPaper.Of(asked, print.File.InForce.Plan, course, print.Today, until) is { } left
            ? await TaperPapers.CalendarAsync(left, ApprovalOf(print), new(until, course.NextFrom(print.Today)), Safety, planner, stop)
            : TypedResults.StatusCode(StatusCodes.Status409Conflict);
    }

    private static TakenStep Taken(PrintedCourse print, DateOnly day)
    {
        var daily = print.File.Course.Now.On(day).Daily;
        return CourseOnPaper.Taken(print.File, day, print.Today, MissedDoseWords.Of(MissedDoseTable.Strictest(daily.Keys)));
    }

    /// <summary>The plan that the same answers get today; null where they get none.</summary>
    private async Task<TaperPlan?> AskedAsync(PrintedCourse print, CancellationToken stop)
    {
        var form = PlannerForm.Of(print.File.InForce.Answers);
        return form.Asked(ApprovalOf(print).On, new FieldErrors()) is { } asked
            ? DraftForm.PlanOf(await planner.DraftAsync(asked.Request, form["choice"], stop), form)
            : null;
    }

    private static Approval ApprovalOf(PrintedCourse print) =>
        new(print.File.InForce.Number, LocalDay.Of(print.File.InForce.RecordedAt, print.Zone), print.Prescriber);
}
