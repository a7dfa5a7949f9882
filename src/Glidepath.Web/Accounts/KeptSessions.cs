using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.Extensions.Caching.Memory;

namespace Glidepath.Web.Accounts;

/// <summary>
/// Sessions as the store said a moment ago. What this node changes counts at once, what another node changes within two seconds.
/// </summary>
internal sealed class KeptSessions(Store store, TimeProvider clock) : IDisposable
{
    /// <summary>How long a session that was ended on another node may still be taken for open here.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ClearedAfter = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _sessions = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>Of accounts and sessions now; take it before they are read.</summary>
    public long Stamp => store.Accounts.Current;

    public void Dispose() => _sessions.Dispose();

    /// <returns>Null where the store must be asked.</returns>
    public KeptSession? Find(byte[] keyHash)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return
            _sessions.TryGetValue(Convert.ToHexString(keyHash), out KeptSession? kept)
            && kept!.Stamp == Stamp
            && now - kept.ReadAt is var age
            && age >= TimeSpan.Zero
            && age < Longest
            && kept.IsAliveAt(now)
            ? kept
            : null;
    }

    public void Keep(byte[] keyHash, KeptSession session) =>
        _sessions.Set(
            Convert.ToHexString(keyHash),
            session,
            // Find decides by the clock of the host; this only clears away what nobody asked for again.
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = ClearedAfter }
        );
}

/// <param name="ticket">What the store keeps sealed.</param>
/// <param name="stamp">Of the accounts before it was read.</param>
internal sealed class KeptSession(UserSession session, byte[] ticket, string role, long stamp, DateTime readAt)
{
    private readonly TimeSpan _idle = SessionLimits.Of(Enum.Parse<Role>(role), session.IsSharedComputer).Idle;

    public Guid Id => session.Id;

    /// <summary>Who is signed in, as bytes: each request makes its own of them, for it writes into it.</summary>
    public byte[] Ticket => ticket;

    public DateTime ConfirmedAt => session.ConfirmedAt;

    public DateTime LastSeenAt => session.LastSeenAt;

    public string Role => role;

    public long Stamp => stamp;

    public DateTime ReadAt => readAt;

    /// <summary>Where the clock went back, how long nobody used it cannot be told any more.</summary>
    public bool IsAliveAt(DateTime now) =>
        now < session.ExpiresAt && now < session.LastSeenAt + _idle && AuditClock.WentBack(session.LastSeenAt, now) is null;
}
