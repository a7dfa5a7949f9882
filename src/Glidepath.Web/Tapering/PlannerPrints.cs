using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Paper.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Web.Shared;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Tapering;

/// <summary>The plan on paper, made from the same form as the page and kept nowhere. The names of the files say nothing.</summary>
internal static class PlannerPrints
{
    public static void MapPlannerPrints(this WebApplication app)
    {
        app.MapPost(
                "/planner/calendar",
                (HttpContext context, PlannerPrinter printer) =>
                    printer.Print(context, "calendar.pdf", (plan, safety) => PatientCalendar.Lay(plan, safety))
            )
            .RequireRateLimiting(RateLimits.Computing)
            .Open();
        app.MapPost(
                "/planner/order-sheet",
                (HttpContext context, PlannerPrinter printer) =>
                    printer.Print(context, "sheet.pdf", (plan, safety) => PharmacySheet.Lay(plan, safety))
            )
            .RequireRateLimiting(RateLimits.Computing)
            .Open();
    }
}

internal sealed class PlannerPrinter(PlannerService planner, IOptionsSnapshot<CrisisNumbers> numbers, ProgramTime time)
{
    public async Task<IResult> Print(HttpContext context, string name, Func<TaperPlan, SafetyText, PrintedDocument> lay)
    {
        if (await FormReader.ReadOwnAsync(context) is not { } sent)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        var form = PlannerForm.Read(sent);
        if (form.Asked(time.Today, new FieldErrors()) is not { Refusal: null } asked)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        var drafted = await planner.DraftAsync(asked.Request, form["choice"], context.RequestAborted);
        var safety = numbers.Value.Safety;
        return (drafted.Plan ?? ShortUseView.Taper(drafted.Advice, form)) is { } plan
            ? TypedResults.File(await planner.PrintAsync(() => lay(plan, safety).ToPdf(), context.RequestAborted), "application/pdf", name)
            : TypedResults.StatusCode(StatusCodes.Status400BadRequest);
    }
}
