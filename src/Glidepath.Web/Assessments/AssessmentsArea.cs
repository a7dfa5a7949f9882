using Glidepath.Treatment.Assessments;
using Glidepath.Web.Shared.Contributions;

namespace Glidepath.Web.Assessments;

/// <summary>Questionnaires and rating scales, their scores, and the safety step.</summary>
internal static partial class AssessmentsArea
{
    public static void AddAssessments(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InstrumentShelf>();
        builder
            .Services.AddScoped<AssessmentsService>()
            .AddScoped<SafetySteps>()
            .AddScoped<OpenSafetySteps>()
            .AddScoped<OwnRecord>()
            .AddScoped<InstrumentLoading>();
        builder
            .Services.HandOver(OnTimeline)
            .HandOver(Steps)
            .HandOver(Scheduled)
            .HandOver(InCopy)
            .HandOver(Page)
            .HandOver(Names)
            .HandOver(InDemo)
            .HandOver(NoRow);
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
        60,
        RecordClass.Assessments,
        typeof(ScoredAssessment),
        typeof(AssessmentDraft),
        typeof(SafetyStep),
        typeof(SafetyAction)
    );

    private static readonly RecordName[] Names =
    [
        new(typeof(ScoredAssessment), "your scores"),
        new(typeof(AssessmentDraft), "forms that are not finished"),
        new(typeof(SafetyStep), "safety steps"),
        new(typeof(SafetyAction), "what was done in a safety step"),
    ];

    private static readonly LeftOut[] NoRow =
    [
        new(
            RecordList.Demo,
            "Nobody in the demo has spoken of suicide: who shows it opens a step themselves.",
            typeof(SafetyStep),
            typeof(SafetyAction)
        ),
        new(RecordList.Demo, "Anyone who fills in a form makes one.", typeof(AssessmentDraft)),
        new(RecordList.Copy, "It is no record yet.", typeof(AssessmentDraft))
        {
            ToldAs = "Answers that nobody has finished: they are in your record once they are.",
        },
        new(RecordList.Today, "The step waits until the action is there.", typeof(SafetyAction)),
        new(RecordList.Today, "It waits for the one person who began it, on their own page.", typeof(AssessmentDraft)),
        new(RecordList.Timeline, "The step is there, and what was done for it has its own page.", typeof(SafetyAction)),
        new(RecordList.Timeline, "Nobody has finished it.", typeof(AssessmentDraft)),
    ];
}
