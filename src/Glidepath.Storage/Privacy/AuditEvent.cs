using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Glidepath.Storage.Privacy;

public enum AuditAction
{
    Read,
    Create,
    Amend,
    Update,
    Delete,
    Disclose,
    Print,
    Export,
    SignIn,
    SignOut,
    Account,
    BreakGlass,
    Configure,
    Backup,
}

public enum AuditOutcome
{
    Permitted,
    Refused,
}

/// <summary>
/// Who did what to whose record. One link of a keyed chain: <see cref="Mac"/> covers this row and, through <see cref="Sequence"/> and the
/// link before it, all that came before. Holds ids and codes only, never what was read.
/// </summary>
public sealed class AuditEvent
{
    private AuditEvent() { }

    /// <summary>1, 2, 3 … without a gap, over the whole store.</summary>
    public long Sequence { get; private set; }

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTime At { get; private set; }

    /// <summary>Account; null for the system itself or somebody not signed in.</summary>
    public Guid? ActorId { get; private set; }

    public string ActorRole { get; private set; } = "";

    public AuditAction Action { get; private set; }

    /// <summary>What kinds of entry, in alphabetical order, joined by commas.</summary>
    public string Target { get; private set; } = "";

    public Guid? TargetId { get; private set; }

    public Guid? PatientId { get; private set; }

    public AuditOutcome Outcome { get; private set; }

    /// <summary>A code or a basis; never free text.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Of the request that did it; the same stands in the logs.</summary>
    public string RequestId { get; private set; } = "";

    /// <summary>What decides access as it was left, head by head (<see cref="Seals.AccessHead.Mark"/>); null where nothing of it changed.</summary>
    public string? Heads { get; private set; }

    public byte[] Mac { get; private set; } = [];

    /// <summary>
    /// The rows of one transaction. Where the clock has gone back since the row before, a row of its own says so and by how much: no time
    /// runs backward unseen.
    /// </summary>
    internal static IEnumerable<AuditEvent> Links(
        ChainKey key,
        AuditHead head,
        IEnumerable<(RequestActor Actor, AuditEntry Entry)> entries,
        DateTime now
    )
    {
        now = Whole(now);
        if (AuditClock.WentBack(head.LastAt, now) is { } by)
            yield return Link(key, head, AuditClock.Row(by), RequestActor.System("clock"), now);
        foreach (var (actor, entry) in entries)
            yield return Link(key, head, entry, actor, now);
    }

    private static AuditEvent Link(ChainKey key, AuditHead head, AuditEntry entry, RequestActor actor, DateTime now)
    {
        var link = new AuditEvent
        {
            Sequence = head.Count + 1,
            At = now,
            ActorId = actor.AccountId,
            ActorRole = actor.Role,
            Action = entry.Action,
            Target = entry.Target,
            TargetId = entry.TargetId,
            PatientId = entry.PatientId,
            Outcome = entry.Outcome,
            Reason = entry.Reason,
            RequestId = actor.RequestId,
            Heads = entry.Heads,
        };
        link.Mac = link.MacAfter(key.OfRows, head.Mac);
        head.Advance(key, link.Mac, link.At);
        return link;
    }

    /// <summary>Milliseconds.</summary>
    private static DateTime Whole(DateTime now) =>
        new(now.Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);

    internal byte[] MacAfter(byte[] key, byte[] previous)
    {
        using var bytes = new MemoryStream();
        bytes.Write(previous);
        Number(Sequence);
        Number(At.Ticks);
        foreach (
            var text in (string[])
                [
                    ActorId?.ToString() ?? "",
                    ActorRole,
                    Action.ToString(),
                    Target,
                    TargetId?.ToString() ?? "",
                    PatientId?.ToString() ?? "",
                    Outcome.ToString(),
                    Reason,
                    RequestId,
                ]
        )
        {
            // Each with its length, so that nothing can slip from one field into the next.
            var utf8 = Encoding.UTF8.GetBytes(text);
            Number(utf8.Length);
            bytes.Write(utf8);
        }
        // Only where there is one, so that rows from before there were heads stay as they were written.
        if (Heads is { } heads)
        {
            var utf8 = Encoding.UTF8.GetBytes(heads);
            Number(utf8.Length);
            bytes.Write(utf8);
        }
        return HMACSHA256.HashData(key, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));

        void Number(long value)
        {
            Span<byte> eight = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(eight, value);
            bytes.Write(eight);
        }
    }
}

/// <summary>The end of the chain, sealed with its length: a chain cut short does not match it.</summary>
public sealed class AuditHead
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    public long Count { get; private set; }

    public byte[] Mac { get; private set; } = new byte[32];

    public byte[] Seal { get; private set; } = [];

    /// <summary>The time of the last row; null before the first, and in a store that is older than this field.</summary>
    public DateTime? LastAt { get; private set; }

    internal static AuditHead Empty(ChainKey key)
    {
        var head = new AuditHead();
        head.Seal = head.SealOf(key.OfEnd);
        return head;
    }

    internal void Advance(ChainKey key, byte[] mac, DateTime at)
    {
        (Count, Mac, LastAt) = (Count + 1, mac, at);
        Seal = SealOf(key.OfEnd);
    }

    /// <summary>In a store whose keys were never changed it may still be sealed as it was before it was bound to them.</summary>
    internal bool IsSealed(ChainKey key) =>
        CryptographicOperations.FixedTimeEquals(Seal, SealOf(key.OfEnd))
        || CryptographicOperations.FixedTimeEquals(Seal, SealOf(key.OfRows));

    private byte[] SealOf(byte[] key)
    {
        var text = new byte[8 + Mac.Length];
        BinaryPrimitives.WriteInt64BigEndian(text, Count);
        Mac.CopyTo(text, 8);
        byte[] tagged = [.. "head"u8, .. text];
        return HMACSHA256.HashData(key, tagged);
    }
}

/// <summary>What a row of the audit will say, before it has its place in the chain.</summary>
/// <param name="Target">What kind of entry.</param>
/// <param name="Reason">A code or a basis.</param>
public sealed record AuditEntry(
    AuditAction Action,
    string Target,
    Guid? PatientId = null,
    Guid? TargetId = null,
    AuditOutcome Outcome = AuditOutcome.Permitted,
    string Reason = ""
)
{
    internal string? Heads { get; init; }
}

/// <summary>Who acts, for the audit.</summary>
/// <param name="AccountId">Null for the system or somebody not signed in.</param>
public sealed record RequestActor(Guid? AccountId, string Role, string RequestId)
{
    public static RequestActor System(string what) => new(null, "system", what);
}
