using Glidepath.Application.Assessments;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Assessments;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Assessments;

/// <summary>Questionnaires and rating scales, their scores, and the safety step.</summary>
internal static class AssessmentsArea
{
    public static void AddAssessments(this WebApplicationBuilder builder)
    {
        builder.Services.AddAssessments();
        builder.Services.HandOver(Page);
    }

    public static void MapAssessments(this WebApplication app)
    {
        app.MapAssessmentsApi();
        app.MapSafetyApi();
        app.MapInstrumentFilesApi();
    }

    private static readonly RecordLink Page = new(
        "Assessments",
        "/assessments",
        RecordTab.Assessments,
        10,
        DataClass.Assessments,
        typeof(ScoredAssessment),
        typeof(AssessmentDraft),
        typeof(SafetyStep),
        typeof(SafetyAction)
    );
}
