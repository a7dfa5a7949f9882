using Glidepath.Web.Shared;

namespace Glidepath.Web.Layout;

/// <summary>The pages of every area and their assets.</summary>
internal static class Pages
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddRazorComponents(razor => razor.MaxFormMappingCollectionSize = 200);
        builder.Services.AddOptions<CrisisNumbers>().BindConfiguration("CrisisNumbers");
        builder.Services.AddSingleton<SiteMap>();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().WithMetadata(new SecurityHeaders.StaticAssetMark()).Open();
        app.MapRazorComponents<App>().WithStaticAssets();
    }
}
