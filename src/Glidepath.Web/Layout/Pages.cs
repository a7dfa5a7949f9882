using Glidepath.Application.Shared;
using Glidepath.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Glidepath.Web.Layout;

/// <summary>The pages of every area and their assets.</summary>
internal static class Pages
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(typeof(IStringLocalizer<>), typeof(AreaLocalizer<>));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddRazorComponents(razor => razor.MaxFormMappingCollectionSize = 200);
        builder.Services.AddOptions<CrisisNumbers>().BindConfiguration("CrisisNumbers");
        builder.Services.AddSingleton<SiteMap>();
        builder.Services.AddSingleton<PageCache>();
    }

    /// <summary>After it is known who asks.</summary>
    public static void UsePageCache(this WebApplication app)
    {
        var cache = app.Services.GetRequiredService<PageCache>();
        app.Use(cache.AnswerAsync);
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().WithMetadata(new SecurityHeaders.StaticAssetMark()).Open();
        app.MapRazorComponents<App>().WithStaticAssets();
    }
}
