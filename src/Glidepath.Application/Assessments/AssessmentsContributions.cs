using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;

namespace Glidepath.Application.Assessments;

/// <summary>What the area of assessments hands over: its services, and its rows in the lists of a record.</summary>
internal static partial class AssessmentsContributions
{
    public static IServiceCollection AddAssessments(this IServiceCollection services) =>
        services
            .AddSingleton<InstrumentShelf>()
            .AddScoped<AssessmentsService>()
            .AddScoped<SafetySteps>()
            .AddScoped<OpenSafetySteps>()
            .AddScoped<InstrumentLoading>()
            .HandOver(OnTimeline)
            .HandOver(Red)
            .HandOver(Worse)
            .HandOver(Scheduled)
            .HandOver(NotAsked)
            .HandOver(InProgram)
            .HandOver(InCopy)
            .HandOver(InDemo)
            .HandOver(Names)
            .HandOver(NoRow);

    /// <summary>Of whoever was alerted by name; where nobody was, of nobody yet.</summary>
    private static readonly ProgramDue InProgram = new(
        "Safety answers",
        (db, day) =>
            db.Deciding<SafetyStep>()
                .Where(s => s.State != SafetyState.Closed && s.State != SafetyState.ActedOn)
                .GroupBy(s => s.AlertedAccountId)
                .Select(g => new DueCount(g.Key, g.Count(s => s.OpenedAt < day.From), g.Count(s => s.OpenedAt >= day.From)))
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
