using Glidepath.Application.Tapering;

namespace Glidepath.Web.Tapering;

/// <summary>The planner: no account, nothing stored.</summary>
internal static class TaperingArea
{
    public static void AddTapering(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<PlannerService>().AddScoped<PlannerPrinter>();

    public static void MapTapering(this WebApplication app)
    {
        app.MapDraftApi();
        app.MapPlannerPrints();
    }
}
