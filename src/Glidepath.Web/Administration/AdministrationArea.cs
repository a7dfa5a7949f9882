using Glidepath.Application.Administration;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Administration;

/// <summary>People and what they may, the organization, and the store under it.</summary>
internal static class AdministrationArea
{
    /// <summary>The menu of administrators. The directory and account requests are handed over by their own areas.</summary>
    private static readonly StaffLink[] StaffPages =
    [
        new("People", "/admin/people", 101, Role.Administrator),
        new("Organization", "/admin/organisation", 102, Role.Administrator),
        new("Keys and backups", "/admin/store", 104, Role.Administrator),
    ];

    public static void AddAdministration(this WebApplicationBuilder builder)
    {
        builder.Services.HandOver(StaffPages);
        builder.Services.AddSingleton<StoreReady>();
        builder.Services.AddHealthChecks().AddCheck<StoreReady>("store", tags: ["ready"]).AddCheck<StoreWatch>("seals", tags: ["ready"]);
        builder.Services.AddScoped<StoreNotices>().AddScoped<People>();
        builder.Services.AddSingleton<OrganisationSettings>().AddSingleton<ProgramTime>().AddScoped<Organisation>();
        builder.Services.AddScoped<IOptionsSnapshot<CrisisNumbers>, StoredCrisisNumbers>();
        builder
            .Services.AddOptions<KeyManagementOptions>()
            .Configure<KeyFiles>((keys, files) => keys.XmlEncryptor = new HostKeySeal(files));
    }
}
