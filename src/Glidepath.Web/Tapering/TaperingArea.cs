namespace Glidepath.Web.Tapering;

/// <summary>The planner: no account, nothing stored.</summary>
internal static class TaperingArea
{
    public static void AddTapering(this WebApplicationBuilder builder) => _ = builder;

    public static void MapTapering(this WebApplication app) => _ = app;
}
