using Glidepath.Application.Tapering;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Web.Tapering.Drafts;

/// <summary>
/// The order sheet of a draft as a file. Takes what the disclosure check let out, and the plan that was made of it. The name of the file
/// says nothing.
/// </summary>
internal static class DraftPaper
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
}
