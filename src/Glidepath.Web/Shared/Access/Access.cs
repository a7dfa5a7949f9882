using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Shared;

/// <summary>
/// Closed unless it says otherwise: an endpoint without a policy and without the mark of an open one needs a person who signed in.
/// </summary>
internal static class Access
{
    /// <summary>Authenticates nobody. Sign-in replaces it by naming a default scheme of its own.</summary>
    public const string StrangerScheme = "Stranger";

    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, StrangerHandler>(StrangerScheme, null);
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddDataProtection().SetApplicationName("glidepath");
        builder.Services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "gp-form";
            forms.Cookie.HttpOnly = true;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true;
        });
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseRateLimiter();
        app.Use(AnswerWhatIsNoEndpoint);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(BodyLimit.TakeInTurn);
        app.UseAntiforgery();
        app.Use(RefuseForgedForms);
        app.UseStepUp();
        app.UseAuditGuard();
    }

    /// <summary>The one place that answers a form without its token: what reads forms later would each fail in a way of its own.</summary>
    private static Task RefuseForgedForms(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>
    /// An unknown address is a 404 for everybody, before anyone is asked to sign in; a known one with the wrong method or kind of body gets
    /// the answer that routing has ready for it.
    /// </summary>
    private static Task AnswerWhatIsNoEndpoint(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is RouteEndpoint)
            return next(context);
        if (context.GetEndpoint()?.RequestDelegate is { } ready)
            return ready(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>A stranger at a closed door learns nothing: the answer is the one for an address that does not exist.</summary>
    private sealed class StrangerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
    }
}
