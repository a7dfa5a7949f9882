using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Web.Privacy.Consents;
using Glidepath.Web.Privacy.Emergency;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>Consents, the way out, break-glass, and the privacy officer's registers.</summary>
internal static class DisclosureArea
{
    public static void AddDisclosures(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddSingleton(p => new DisclosureAccess(p.GetRequiredService<Store>()))
            .AddSingleton(p => new KeyDestructionService(p.GetRequiredService<Store>()));
        builder
            .Services.AddScoped<DisclosureService>()
            .AddScoped<ConsentService>()
            .AddScoped<BreakGlassService>()
            .AddScoped<AccountingService>()
            .AddScoped<RegisterService>()
            .AddScoped<FamilyService>()
            .AddScoped<SpokenDisclosures>()
            .AddScoped<ReportService>()
            .AddScoped<EmergencyService>();
    }

    public static void MapDisclosureArea(this WebApplication app)
    {
        app.MapDisclosures();
        app.MapPrivacyApi();
        app.MapBreakGlass();
    }
}
