using Glidepath.Storage.Privacy;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Identity;

namespace Glidepath.Web.Accounts;

/// <summary>
/// What the browser must know to use or make a passkey. Nothing here tells whether an account exists: a passkey names its owner itself.
/// </summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this WebApplication app)
    {
        app.MapPost("/account/passkey-options/sign-in", Ask).AllowAnonymous().Marked(EndpointClass.Account, AuditExpectation.None);
        app.MapPost("/account/passkey-options/enrol", Enrol).AllowAnonymous().Marked(EndpointClass.Account, AuditExpectation.None);
        app.MapPost("/account/passkey-options/confirm", Ask)
            .RequireAuthorization(Policies.SignedIn)
            .Marked(EndpointClass.Account, AuditExpectation.None);
        app.MapPost("/account/passkey-options/add", Add)
            .RequireAuthorization(Policies.SignedIn)
            .WithMetadata(new StepUpAttribute())
            .Marked(EndpointClass.Account, AuditExpectation.None);
    }

    internal static async Task<IResult> Ask(HttpContext context, SignInManager<UserAccount> manager) =>
        await FormReader.ReadOwnAsync(context) is null ? NotOurForm() : Json(await manager.MakePasskeyRequestOptionsAsync(null));

    internal static async Task<IResult> Add(HttpContext context, SignInManager<UserAccount> manager, UserManager<UserAccount> users) =>
        await FormReader.ReadOwnAsync(context) is null ? NotOurForm()
        : await users.GetUserAsync(context.User) is { } account && (await users.GetPasskeysAsync(account)).Count < Passkeys.Most
            ? Json(await MakeAsync(manager, account))
        : TypedResults.NotFound();

    internal static async Task<IResult> Enrol(
        HttpContext context,
        SignInManager<UserAccount> manager,
        Enrolment setUp,
        AttemptLimits limits
    )
    {
        if (await FormReader.ReadOwnAsync(context) is not { } sent)
            return NotOurForm();
        if (!limits.Try(Attempt.From(Origin.Address(context))) || await setUp.OpenAsync(context, sent.Text("enrolment")) is not { } open)
            return TypedResults.NotFound();
        var account = open.Account ?? setUp.First(sent.Text("name"), sent.Text("display-name"));
        return Json(await MakeAsync(manager, account, open.IsOfPatient ? sent.Text("name") : null));
    }

    /// <param name="chosen">What its owner will be called; null for the name that it has. It is what the phone shows beside the
    /// passkey.</param>
    private static Task<string> MakeAsync(SignInManager<UserAccount> manager, UserAccount account, string? chosen = null) =>
        manager.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = account.Id.ToString(),
                Name =
                    chosen is { Length: > 0 } ? chosen
                    : string.IsNullOrWhiteSpace(account.UserName) ? "administrator"
                    : account.UserName,
                DisplayName =
                    chosen is { Length: > 0 } ? chosen
                    : string.IsNullOrWhiteSpace(account.DisplayName) ? "Administrator"
                    : account.DisplayName,
            }
        );

    private static IResult NotOurForm() => TypedResults.StatusCode(StatusCodes.Status400BadRequest);

    private static IResult Json(string options) => TypedResults.Content(options, "application/json");
}

internal static class Passkeys
{
    public const int Most = 10,
        LongestName = 60;

    public static void AddPasskeys(this WebApplicationBuilder builder, HostOptions host) =>
        builder.Services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ServerDomain = builder.Configuration["Passkeys:ServerDomain"] is { Length: > 0 } named
                ? named
                : Domain((host.Urls ?? builder.Configuration["urls"] ?? HostOptions.DefaultUrl).Split(';')[0]);
            // So that a passkey is two things at once: the device, and the finger or number that opens it.
            passkeys.UserVerificationRequirement = "required";
            // So that it can be found without a user name, and none has to be told before.
            passkeys.ResidentKeyRequirement = "required";
            // The framework looks at the Origin header, which our forms do not carry: no-referrer makes it "null". The browser signs the
            // origin all the same.
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(IsOurs(asked));
        });

    /// <summary>Exactly the host and port of this request, over TLS or on this machine; no subdomain, no frame of another site.</summary>
    private static bool IsOurs(PasskeyOriginValidationContext asked) =>
        !asked.CrossOrigin
        && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin)
        && string.Equals(origin.Authority, asked.HttpContext.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && (origin.Scheme == Uri.UriSchemeHttps || HostOptions.IsLoopback(origin.Host));

    /// <summary>A passkey belongs to a name; a browser makes none for a number.</summary>
    private static string Domain(string address) =>
        HostOptions.Host(address) is { } name && !HostOptions.IsLoopback(name) ? name : "localhost";
}
