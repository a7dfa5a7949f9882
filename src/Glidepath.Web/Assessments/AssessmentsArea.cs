namespace Glidepath.Web.Assessments;

/// <summary>Questionnaires and rating scales, their scores, and the safety step.</summary>
internal static class AssessmentsArea
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
    }

    public static void MapAssessments(this WebApplication app)
    {
        app.MapAssessmentsApi();
        app.MapSafetyApi();
        app.MapInstrumentFilesApi();
    }
}
