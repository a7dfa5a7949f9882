using System.Security.Claims;
using System.Security.Cryptography;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Privacy;

/// <summary>
/// Sessions stand in the store, so that any node knows them and their owner can end them. The cookie holds a random key and nothing else.
/// </summary>
internal sealed class SessionStore(
    IDbContextFactory<GlidepathDbContext> contexts,
    IDataProtectionProvider protection,
    IHttpContextAccessor http,
    TimeProvider clock
) : ITicketStore
{
    /// <summary>A mark on the sign-in for a computer that others use.</summary>
    public const string SharedComputer = "shared-computer";

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private readonly IDataProtector _protector = protection.CreateProtector("glidepath.session");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var shared = ticket.Properties.Items.ContainsKey(SharedComputer);
        var (now, limits) = (Now, SessionLimits.Of(RoleOf(ticket), shared));
        await using var db = await contexts.CreateDbContextAsync();
        db.Add(
            new UserSession
            {
                Id = Guid.CreateVersion7(),
                AccountId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
                KeyHash = Hash(key),
                Ticket = _protector.Protect(TicketSerializer.Default.Serialize(ticket)),
                CreatedAt = now,
                LastSeenAt = now,
                ConfirmedAt = now,
                ExpiresAt = now + limits.Absolute,
                Device = Devices.Name(http.HttpContext?.Request.Headers.UserAgent),
                IsSharedComputer = shared,
            }
        );
        await db.SaveChangesAsync();
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var (hash, bytes) = (Hash(key), _protector.Protect(TicketSerializer.Default.Serialize(ticket)));
        await db.UserSessions.Where(s => s.KeyHash == hash).ExecuteUpdateAsync(s => s.SetProperty(x => x.Ticket, bytes));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var hash = Hash(key);
        var found = await db
            .UserSessions.Join(
                db.Users,
                s => s.AccountId,
                u => u.Id,
                (s, u) =>
                    new
                    {
                        Session = s,
                        u.DisabledAt,
                        u.Role,
                    }
            )
            .SingleOrDefaultAsync(x => x.Session.KeyHash == hash);
        if (found is not { DisabledAt: null })
            return null;
        var (session, now) = (found.Session, Now);
        if (
            now >= session.ExpiresAt
            || now >= session.LastSeenAt + SessionLimits.Of(Enum.Parse<Role>(found.Role), session.IsSharedComputer).Idle
        )
        {
            await db.UserSessions.Where(s => s.Id == session.Id).ExecuteDeleteAsync();
            return null;
        }
        if (now - session.LastSeenAt >= SeenEvery)
            await db.UserSessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now));
        var ticket = TicketSerializer.Default.Deserialize(_protector.Unprotect(session.Ticket));
        if (ticket is null || RoleOf(ticket).ToString() != found.Role)
            return null;
        ticket.Properties.Items[CurrentSession.IdItem] = session.Id.ToString();
        ticket.Properties.Items[CurrentSession.ConfirmedItem] = session.ConfirmedAt.Ticks.ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
        return ticket;
    }

    public async Task RemoveAsync(string key)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var hash = Hash(key);
        await db.UserSessions.Where(s => s.KeyHash == hash).ExecuteDeleteAsync();
    }

    private static Role RoleOf(AuthenticationTicket ticket) =>
        Enum.TryParse<Role>(ticket.Principal.FindFirstValue(ClaimTypes.Role), out var role) ? role : Role.None;

    private static byte[] Hash(string key) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(key));
}
