using System.Text.Json;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;

namespace Glidepath.Web.Shared;

/// <summary>
/// On a page or endpoint that exports, changes a consent, breaks the glass or changes an account: whoever asks must have shown within the
/// last ten minutes that it is them.
/// Else they are asked to, and what they had sent waits.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StepUpAttribute : Attribute
{
    /// <summary>To look is free; only what is sent needs it.</summary>
    public bool OnlyChanges { get; init; }

    /// <summary>How lately, where ten minutes are too long.</summary>
    public int WithinMinutes { get; init; } = 10;
}

/// <summary>What somebody sent before they were asked who they are.</summary>
internal sealed record HeldForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields);

internal sealed class StepUp(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(new StepUpAttribute().WithinMinutes);

    /// <summary>A long form that was sent is not lost to someone who is called away: as long as a day at work.</summary>
    private static readonly TimeSpan HeldFor = TimeSpan.FromHours(8);

    public const string Page = "/account/confirm",
        Held = "held";

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("glidepath.held-form").ToTimeLimitedDataProtector();

    /// <summary>A proof of a time to come is none: the clock went back since.</summary>
    public bool IsFresh(CurrentSession session, StepUpAttribute mark) =>
        session.ConfirmedAt is { } at
        && clock.GetUtcNow().UtcDateTime is var now
        && now - at < TimeSpan.FromMinutes(mark.WithinMinutes)
        && AuditClock.WentBack(at, now) is null;

    /// <param name="account">Only the same person gets it back.</param>
    public string Seal(Guid account, HeldForm form) =>
        _protector.Protect(JsonSerializer.Serialize((object)new Sealed(account, form.Address, [.. form.Fields])), HeldFor);

    public HeldForm? Open(Guid account, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Sealed>(_protector.Unprotect(text)) is { } held && held.Account == account
                ? new HeldForm(held.Address, held.Fields)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private sealed record Sealed(Guid Account, string Address, List<KeyValuePair<string, string>> Fields);
}

internal static class StepUpGate
{
    private static readonly object ItemKey = new();

    /// <summary>Sealed; null where this page was asked for by itself.</summary>
    public static string? HeldForm(this HttpContext context) => context.Items[ItemKey] as string;

    /// <summary>After the token of a form was looked at: what another site sent is never kept.</summary>
    public static void UseStepUp(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    context.GetEndpoint()?.Metadata.GetMetadata<StepUpAttribute>() is not { } mark
                    || context.User.Identity?.IsAuthenticated is not true
                    || (mark.OnlyChanges && IsRead(context))
                    || context
                        .RequestServices.GetRequiredService<StepUp>()
                        .IsFresh(context.RequestServices.GetRequiredService<CurrentSession>(), mark)
                )
                {
                    await next(context);
                    return;
                }
                if (IsRead(context))
                {
                    context.Response.Redirect(context.RequestServices.GetRequiredService<ReturnAddress>().To(StepUp.Page, context.Request));
                    return;
                }
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                if (
                    context.Request.IsForPrograms()
                    || !context.Request.HasFormContentType
                    || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true }
                )
                    return;
                await AskAsync(context);
                await next(context);
            }
        );

    /// <summary>In place of what was asked for comes the page that asks who it is, with the form in its pocket.</summary>
    private static async Task AskAsync(HttpContext context)
    {
        var sent = (await FormReader.ReadAsync(context, new FieldErrors()))!;
        var held = new HeldForm(context.Request.Path + context.Request.QueryString, [.. sent.Fields]);
        context.Items[ItemKey] = context
            .RequestServices.GetRequiredService<StepUp>()
            .Seal(context.RequestServices.GetRequiredService<CurrentActor>().Actor.AccountId, held);
        var page = context
            .RequestServices.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .First(e => "/" + e.RoutePattern.RawText?.TrimStart('/') == StepUp.Page);
        context.SetEndpoint(page);
        context.Request.RouteValues.Clear();
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = (HttpMethods.Get, StepUp.Page, default);
    }

    private static bool IsRead(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
}
