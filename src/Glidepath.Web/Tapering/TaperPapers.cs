using Glidepath.Application.Tapering;
using Glidepath.Paper.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tapering;

/// <summary>
/// Papers of a person's taper as files. Takes what the disclosure check let out, and the plan that they are laid from. The name of a file
/// says nothing.
/// </summary>
internal static class TaperPapers
{
    /// <param name="approval">Of a version; null for a draft.</param>
    public static Task<IResult> OrderSheetAsync(
        OrderPerson of,
        TaperPlan plan,
        Approval? approval,
        SafetyText safety,
        PlannerService planner,
        CancellationToken cancellationToken
    ) => FileAsync(() => PharmacySheet.Lay(plan, safety, approval, of), "sheet.pdf", planner, cancellationToken);

    public static OrderPerson Of(PrintedDraft print) => Of(print.Patient, print.Born, print.Prescriber, print.Notices, print.ClockIn);

    public static OrderPerson Of(PrintedOrder print) => Of(print.Patient, print.Born, print.Prescriber, print.Notices, print.ClockIn);

    public static Task<IResult> CalendarAsync(
        TaperPlan left,
        Approval approval,
        DecidedDays only,
        SafetyText safety,
        PlannerService planner,
        CancellationToken cancellationToken
    ) => FileAsync(() => PatientCalendar.Lay(left, safety, approval, only), "calendar.pdf", planner, cancellationToken);

    public static Task<IResult> StepCardAsync(
        TakenStep taken,
        Approval approval,
        DateOnly today,
        SafetyText safety,
        PlannerService planner,
        CancellationToken cancellationToken
    ) => FileAsync(() => StepCard.Lay(taken, safety, approval, today), "card.pdf", planner, cancellationToken);

    public static Task<IResult> WeekSheetAsync(
        DateOnly from,
        IReadOnlyList<TakenStep> taken,
        Approval approval,
        SafetyText safety,
        PlannerService planner,
        CancellationToken cancellationToken
    ) => FileAsync(() => WeekSheet.Lay(from, taken, safety, approval), "week.pdf", planner, cancellationToken);

    private static OrderPerson Of(
        string patient,
        DateOnly? born,
        string prescriber,
        IReadOnlyList<DisclosureNotice> notices,
        string? clockIn
    ) => new(patient, born, prescriber, [.. notices.Select(n => n.Text)]) { ClockIn = clockIn };

    private static async Task<IResult> FileAsync(
        Func<PrintedDocument> lay,
        string name,
        PlannerService planner,
        CancellationToken cancellationToken
    ) => TypedResults.File(await planner.PrintAsync(() => lay().ToPdf(), cancellationToken), "application/pdf", name);
}
