using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Glidepath.Web.Privacy;

/// <summary>Who can sign in, how, and for how long.</summary>
internal static class Accounts
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CurrentActor>();
        builder.Services.AddIdentityCore<UserAccount>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.Password.RequiredLength = 12;
                // Length is what helps; rules of composition make people choose worse ones.
                (identity.Password.RequireDigit, identity.Password.RequireLowercase, identity.Password.RequireNonAlphanumeric, identity.Password.RequireUppercase) = (false, false, false, false);
                identity.User.RequireUniqueEmail = false;
                identity.Lockout.MaxFailedAccessAttempts = 10;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<GlidepathDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<AccountClaims>();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddSingleton<ITicketStore, SessionStore>();
        builder.Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<ITicketStore>((cookie, sessions) =>
        {
            cookie.Cookie.Name = "gp-session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/not-found";
            cookie.SessionStore = sessions;
        });
        builder.Services.AddDataProtection().SetApplicationName("glidepath").PersistKeysToDbContext<GlidepathDbContext>();
    }
}
