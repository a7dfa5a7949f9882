using System.Security.Cryptography;
using Glidepath.Application.Accounts;
using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Glidepath.Web.Accounts;

/// <summary>Who can sign in, how, and for how long.</summary>
internal static class AccountsArea
{
    public static void AddAccounts(this WebApplicationBuilder builder, HostOptions host)
    {
        builder.AddPolicies();
        builder.AddPasskeys(host);
        builder.Services.AddScoped(SignedIn).AddScoped<CurrentSession>();
        builder
            .Services.AddIdentityCore<UserAccount>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.Password.RequiredLength = Passwords.Shortest;
                // Length is what helps; rules of composition make people choose worse ones.
                (
                    identity.Password.RequireDigit,
                    identity.Password.RequireLowercase,
                    identity.Password.RequireNonAlphanumeric,
                    identity.Password.RequireUppercase
                ) = (false, false, false, false);
                identity.User.RequireUniqueEmail = false;
                // A lock in the store would be anyone's to turn: tries are counted by AttemptLimits alone.
                identity.Lockout.AllowedForNewUsers = false;
            })
            .AddEntityFrameworkStores<GlidepathDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddPasswordValidator<Passwords>()
            .AddClaimsPrincipalFactory<AccountClaims>();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddSingleton<Leaving>().AddHostedService(services => services.GetRequiredService<Leaving>());
        builder.Services.AddSingleton<KeptSessions>();
        builder.Services.AddSingleton<HashingTurns>();
        builder.Services.AddSingleton<ITicketStore, SessionStore>();
        builder
            .Services.AddSingleton<ReturnAddress>()
            .AddSingleton<StepUp>()
            .AddSingleton<AttemptLimits>()
            .AddSingleton<KnownDevices>()
            .AddSingleton<OneTimeCodes>();
        builder
            .Services.AddScoped<Authenticator>()
            .AddScoped<SignIn>()
            .AddScoped<AccountSessions>()
            .AddScoped<Enrolment>()
            .AddScoped<AccountRequests>()
            .AddScoped<OwnAccount>();
        builder.Services.AddOptions<SignInOptions>().BindConfiguration("SignIn");
        builder
            .Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<ITicketStore, ReturnAddress>(Cookie);
        builder.Services.AddDataProtection().SetApplicationName("glidepath").PersistKeysToDbContext<GlidepathDbContext>();
    }

    /// <summary>160 bits that nobody can guess; a new one ends what was issued under the old.</summary>
    public static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    /// <summary>Whoever makes the request; outside one there is nobody to ask.</summary>
    private static CurrentActor SignedIn(IServiceProvider services)
    {
        var http = services.GetRequiredService<IHttpContextAccessor>();
        HttpContext Request() => http.HttpContext ?? throw new InvalidOperationException("There is no request.");
        return new(() => Request().User, () => System.Diagnostics.Activity.Current?.TraceId.ToString() ?? Request().TraceIdentifier);
    }

    private static void Cookie(CookieAuthenticationOptions cookie, ITicketStore sessions, ReturnAddress returning)
    {
        cookie.Cookie.Name = "gp-session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.CookieManager = new HostCookies();
        cookie.SessionStore = sessions;
        // The session in the store has the limits; a cookie that were renewed by itself could bring back a key that was just changed.
        cookie.SlidingExpiration = false;
        cookie.Events.OnValidatePrincipal = async validating =>
        {
            if (validating.HttpContext.IsLeaving())
                return;
            await SecurityStampValidator.ValidatePrincipalAsync(validating);
            if (validating.Request.Path.Equals(StepUp.Page))
                validating.ShouldRenew = false;
        };
        cookie.Events.OnRedirectToLogin = redirect =>
        {
            if (redirect.Request.IsForPrograms())
                redirect.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else
                redirect.Response.Redirect(returning.To("/sign-in", redirect.Request));
            return Task.CompletedTask;
        };
        // Who may not come in learns nothing, not even that there is something.
        cookie.Events.OnRedirectToAccessDenied = denied =>
        {
            denied.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
