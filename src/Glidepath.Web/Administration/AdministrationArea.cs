using Glidepath.Application.Administration;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Administration;

/// <summary>People and what they may, the organization, and the store under it.</summary>
internal static class AdministrationArea
{
    public static void AddAdministration(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StoreReady>();
        builder.Services.AddHealthChecks().AddCheck<StoreReady>("store", tags: ["ready"]).AddCheck<StoreWatch>("seals", tags: ["ready"]);
        builder.Services.AddScoped<StoreNotices>().AddScoped<People>();
        builder.Services.AddSingleton<OrganisationSettings>().AddScoped<Organisation>();
        builder.Services.AddScoped<IOptionsSnapshot<CrisisNumbers>, StoredCrisisNumbers>();
        builder
            .Services.AddOptions<KeyManagementOptions>()
            .Configure<KeyFiles>((keys, files) => keys.XmlEncryptor = new HostKeySeal(files));
    }
}
