using Glidepath.Application.Tapering;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Web.Tapering;

/// <summary>
/// Papers of a person's taper as files. Takes what the disclosure check let out, and the plan that they are laid from. The name of a file
/// says nothing.
/// </summary>
internal static class TaperPapers
{
    public static async Task<IResult> OrderSheetAsync(
        PrintedDraft print,
        TaperPlan plan,
        SafetyText safety,
        PlannerService planner,
        CancellationToken cancellationToken
    )
    {
        var of = new OrderPerson(print.Patient, print.Born, print.Prescriber, [.. print.Notices.Select(n => n.Text)])
        {
            ClockIn = print.ClockIn,
        };
        var paper = await planner.PrintAsync(() => PharmacySheet.Lay(plan, safety, of: of).ToPdf(), cancellationToken);
        return TypedResults.File(paper, "application/pdf", "sheet.pdf");
    }

    public static async Task<IResult> CalendarAsync(
        TaperPlan left,
        Approval approval,
        DecidedDays only,
        SafetyText safety,
        PlannerService planner,
        CancellationToken cancellationToken
    )
    {
        var paper = await planner.PrintAsync(() => PatientCalendar.Lay(left, safety, approval, only).ToPdf(), cancellationToken);
        return TypedResults.File(paper, "application/pdf", "calendar.pdf");
    }
}
