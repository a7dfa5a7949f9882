using Glidepath.Application.Tapering;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Tapering.Courses;

/// <summary>Papers of a person's approved taper: for whoever prints them, and for the patient themselves.</summary>
internal static class CoursePaperEndpoints
{
    public static void MapCoursePapers(this WebApplication app)
    {
        foreach (
            var (name, paper) in new[]
            {
                ("calendar", CoursePaper.Calendar),
                ("step-card", CoursePaper.StepCard),
                ("week-sheet", CoursePaper.WeekSheet),
            }
        )
        {
            app.MapPost(
                    $"/patients/{{patientId:guid}}/course/{name}",
                    (Guid patientId, HttpContext context, CoursePrinter printer) => printer.ForStaffAsync(patientId, paper, context)
                )
                .AsPaper(Policies.Clinician);
            app.MapPost($"/me/plan/{name}", (HttpContext context, CoursePrinter printer) => printer.ForOneselfAsync(paper, context))
                .AsPaper(Policies.Patient);
        }
        app.MapPost(
                "/patients/{patientId:guid}/course/order-sheet",
                (Guid patientId, HttpContext context, CoursePrinter printer) => printer.OrderAsync(patientId, context)
            )
            .AsPaper(Policies.Prescriber);
    }

    private static void AsPaper(this RouteHandlerBuilder endpoint, string policy) =>
        endpoint
            .ExcludeFromDescription()
            .RequireAuthorization(policy)
            .RequireRateLimiting(RateLimits.Computing)
            .WithMetadata(new StepUpAttribute())
            .Marked(EndpointClass.Record, AuditExpectation.Read);
}
