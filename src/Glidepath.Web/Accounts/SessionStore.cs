using System.Data.Common;
using System.Security.Claims;
using System.Security.Cryptography;
using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Storage.Privacy.Seals;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Accounts;

/// <summary>
/// Sessions stand in the store, so that any node knows them and their owner can end them. The cookie holds a random key and nothing else.
/// </summary>
internal sealed partial class SessionStore(
    IDbContextFactory<GlidepathDbContext> contexts,
    IDataProtectionProvider protection,
    IHttpContextAccessor http,
    Leaving leaving,
    KeptSessions kept,
    ILogger<SessionStore> log,
    TimeProvider clock
) : ITicketStore
{
    /// <summary>A mark on the sign-in for a computer that others use.</summary>
    public const string SharedComputer = CurrentSession.SharedItem;

    private static readonly object KeyHashItem = new();

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private readonly IDataProtector _protector = protection.CreateProtector("glidepath.session");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = NewKey();
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
        if (await db.UserSessions.SingleOrDefaultAsync(s => s.KeyHash == hash) is not { } session)
            return;
        session.Ticket = bytes;
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // It was ended in the meantime.
        }
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var hash = Hash(key);
        http.HttpContext?.Items[KeyHashItem] = hash;
        if (leaving.HasLeft(hash))
            return null;
        try
        {
            return await FindAsync(hash);
        }
        catch (AccessSealException broken)
        {
            // Nobody is signed in by what somebody else wrote there.
            NotSealed(log, broken);
            return null;
        }
        catch (DbException failed) when (http.HttpContext.IsLeaving())
        {
            NotRead(log, failed);
            return null;
        }
    }

    private async Task<AuthenticationTicket?> FindAsync(byte[] hash)
    {
        if (kept.Find(hash) is not { } session)
        {
            await using var db = await contexts.CreateDbContextAsync();
            var stamp = kept.Stamp;
            if (await AccountSeals.FindSessionAsync(db, hash, CancellationToken.None) is not { Account.DisabledAt: null } found)
                return null;
            session = new KeptSession(found.Session, _protector.Unprotect(found.Session.Ticket), found.Account.Role, stamp, Now);
            if (!session.IsAliveAt(Now))
            {
                await TryWriteAsync(db, d => d.UserSessions.Where(s => s.KeyHash == hash).ExecuteDeleteAsync());
                return null;
            }
            if (Now - session.LastSeenAt >= SeenEvery && !http.HttpContext.IsLeaving() && !http.HttpContext.IsByItself())
                await TryWriteAsync(
                    db,
                    d =>
                        d.UserSessions.TagWith(AccountCommands.Unchanged)
                            .Where(s => s.KeyHash == hash)
                            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, Now))
                );
            kept.Keep(hash, session);
        }
        var ticket = TicketSerializer.Default.Deserialize(session.Ticket);
        if (ticket is null || RoleOf(ticket).ToString() != session.Role)
            return null;
        ticket.Properties.Items[CurrentSession.IdItem] = session.Id.ToString();
        ticket.Properties.Items[CurrentSession.ConfirmedItem] = session.ConfirmedAt.Ticks.ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
        return ticket;
    }

    public Task RemoveAsync(string key) =>
        leaving.HasLeft(Hash(key)) || http.HttpContext is not { } context
            ? Task.CompletedTask
            : leaving.EndAsync(Hash(key), context.RequestServices.GetRequiredService<CurrentActor>().RequestId, "rejected");

    /// <summary>Of the session that this request came with, whether it could be read or not; null where it came with none.</summary>
    public static byte[]? KeyHash(HttpContext context) => context.Items[KeyHashItem] as byte[];

    /// <summary>256 bits that nobody can guess.</summary>
    public static string NewKey() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string key) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(key));

    /// <summary>
    /// A session is read though the store cannot be written: without the mark that it was used it only ends sooner. What waits for a lock
    /// that another process holds gives up after a second.
    /// </summary>
    private async Task TryWriteAsync(GlidepathDbContext db, Func<GlidepathDbContext, Task> write)
    {
        try
        {
            await db.WaitNoLongerThanAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
            await write(db);
        }
        catch (DbException failed)
        {
            NotWritten(log, failed);
        }
    }

    [LoggerMessage(LogLevel.Error, "A session could not be read. Its owner leaves all the same.")]
    private static partial void NotRead(ILogger log, Exception exception);

    [LoggerMessage(
        LogLevel.Critical,
        "A session or its account does not fit its seal: the store was changed from outside. It opens nothing."
    )]
    private static partial void NotSealed(ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Warning, "That a session was used could not be written. It ends sooner.")]
    private static partial void NotWritten(ILogger log, Exception exception);

    private static Role RoleOf(AuthenticationTicket ticket) =>
        EnumWords.Read<Role>(ticket.Principal.FindFirstValue(ClaimTypes.Role)) ?? Role.None;
}
