namespace Glidepath.Web.Patients.Intake;

/// <summary>What is asked when a person comes in.</summary>
internal static class IntakeArea
{
    public static void AddIntake(this WebApplicationBuilder builder) => builder.Services.AddScoped<IntakeService>();

    public static void MapIntake(this WebApplication app) => app.MapIntakeApi();
}
