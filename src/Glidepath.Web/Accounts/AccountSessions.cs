using System.Security.Claims;
using Glidepath.Storage;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Accounts;

/// <summary>A session as its owner sees it.</summary>
internal sealed record SessionLine(Guid Id, string Device, DateTime Since, DateTime LastSeen, bool IsShared, bool IsThis);

/// <summary>The sessions of an account: shown, ended one by one or all, and this one marked as sure again.</summary>
internal sealed class AccountSessions(
    IDbContextFactory<GlidepathDbContext> contexts,
    CurrentSession current,
    IOptionsMonitor<CookieAuthenticationOptions> cookies,
    TimeProvider clock
)
{
    public async Task<IReadOnlyList<SessionLine>> OfAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        return await db
            .UserSessions.AsNoTracking()
            .Where(s => s.AccountId == accountId && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastSeenAt)
            .Select(s => new SessionLine(s.Id, s.Device, s.CreatedAt, s.LastSeenAt, s.IsSharedComputer, s.Id == current.Id))
            .ToListAsync(cancellationToken);
    }

    /// <returns>False where the account has no such session.</returns>
    public async Task<bool> EndAsync(Guid accountId, Guid session, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.UserSessions.Where(s => s.AccountId == accountId && s.Id == session).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    /// <param name="keepThis">All others.</param>
    public async Task EndAllAsync(Guid accountId, bool keepThis, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var kept = keepThis ? current.Id : null;
        await db.UserSessions.Where(s => s.AccountId == accountId && s.Id != kept).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>
    /// This session's owner has just shown that it is them. The session goes on under a new key: whoever had the old one, from before, has
    /// not shown it.
    /// </summary>
    public async Task ConfirmAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (key, now) = (SessionStore.NewKey(), clock.GetUtcNow().UtcDateTime);
        var hash = SessionStore.Hash(key);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var session = await db.UserSessions.SingleOrDefaultAsync(s => s.Id == current.Id, cancellationToken);
        if (session is null)
            return;
        (session.ConfirmedAt, session.KeyHash) = (now, hash);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // It was ended in the meantime.
            return;
        }
        HandOver(context, key);
    }

    /// <summary>As the framework does at a sign-in; it has no way to do it for a session that goes on.</summary>
    private void HandOver(HttpContext context, string key)
    {
        const string Scheme = "Identity.Application",
            SessionIdClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";
        var before = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties;
        var properties = new AuthenticationProperties
        {
            IssuedUtc = before?.IssuedUtc,
            ExpiresUtc = before?.ExpiresUtc,
            IsPersistent = before?.IsPersistent is true,
        };
        var options = cookies.Get(Scheme);
        var cookie = options.Cookie.Build(context, clock.GetUtcNow());
        cookie.Expires = properties.IsPersistent ? properties.ExpiresUtc : null;
        var named = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionIdClaim, key)], Scheme));
        options.CookieManager.AppendResponseCookie(
            context,
            options.Cookie.Name!,
            options.TicketDataFormat.Protect(new AuthenticationTicket(named, properties, Scheme)),
            cookie
        );
    }
}
