using Glidepath.Web.Facilities.Demo;

namespace Glidepath.Web.Facilities;

/// <summary>Find care, compare, ask; how the order is made.</summary>
internal static class FacilitiesArea
{
    public static void AddFacilities(this WebApplicationBuilder builder) => builder.Services.AddSingleton<LoadedDirectory>().AddSingleton<FinderService>();

    public static void MapFacilities(this WebApplication app)
    {
        if (app.Services.GetRequiredService<HostOptions>().Demo)
            app.Services.GetRequiredService<LoadedDirectory>().Swap(DemoDirectory.Places(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime), DemoDirectory.Edition, _ => null);
        app.MapMatchApi();
    }
}
