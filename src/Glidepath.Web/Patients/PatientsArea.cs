namespace Glidepath.Web.Patients;

/// <summary>Finding and admitting people, the page of one person, and the day's work.</summary>
internal static class PatientsArea
{
    public static void AddPatients(this WebApplicationBuilder builder) =>
        builder.Services.AddScoped<PatientsService>().AddScoped<RecordNumbers>().AddScoped<TodayService>();

    public static void MapPatients(this WebApplication app) => app.MapPatientsApi();
}
