using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Administration;
using Glidepath.Application.Tapering;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Glidepath.Web.Shared;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Tapering.Courses;

/// <summary>A person's taper for other software, and its papers.</summary>
internal static class CoursesEndpoints
{
    public static void MapCourses(this WebApplication app)
    {
        app.MapCoursePapers();
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
        api.MapDecisions();
        api.MapPost(
                "/letter/prints",
                async (Guid id, SendCourseLetter sent, CourseLetterService s, Organisation program, CancellationToken stop) =>
                    Found(await s.PrintAsync(id, CourseText.Letter, sent.To, sent.ByConsent, Clinic(program), stop))
            )
            .WithName("PrintCourseLetter")
            .WithSummary("The letter to another prescriber as it leaves, with its notice. Each answer is accounted as a disclosure.")
            .WritesOnlyOnce(Policies.Clinician)
            .WithMetadata(new StepUpAttribute())
            .ProducesValidationProblem();
        api.MapPost(
                "/text/prints",
                async (Guid id, CourseLetterService s, Organisation program, CancellationToken stop) =>
                    Found(await s.PrintAsync(id, CourseText.ForRecord, null, null, Clinic(program), stop))
            )
            .WithName("PrintCourseText")
            .WithSummary("The course as plain text for another record, with its notice.")
            .WritesOnlyOnce(Policies.Clinician)
            .WithMetadata(new StepUpAttribute());
    }

    private static ClinicContact Clinic(Organisation program) => new(program.Name, program.Given(OrganisationFacts.Phone));
}

/// <param name="To">Whom the letter is for.</param>
/// <param name="Consent">Which lets it out; null where the person takes it.</param>
/// <param name="IsForTreatmentPaymentOperations">Of the consent: one for all of treatment, payment and operations, not for this
/// alone.</param>
[ValidatableType]
public sealed record SendCourseLetter(
    [property: StringLength(CourseLetterService.LongestName)] string? To = null,
    Guid? Consent = null,
    bool IsForTreatmentPaymentOperations = false
)
{
    internal LetterConsent? ByConsent =>
        Consent is { } id ? new(IsForTreatmentPaymentOperations ? DisclosureBasis.TpoConsent : DisclosureBasis.Consent, id) : null;
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
