namespace Glidepath.Storage.Monitoring;

/// <summary>The ways out of the program.</summary>
public enum OutboxChannel
{
    Webhook,
    Mail,
}

/// <summary>
/// A message that someone waits for an alert, written in the transaction that decided it and sent after. It holds ids and the level alone:
/// what is sent says nothing of anybody. Sent at least once; <see cref="Id"/> goes with it, so that who receives it twice can tell.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>The key that the receiver may tell repeats by.</summary>
    public Guid Id { get; init; }

    public OutboxChannel Channel { get; init; }

    public Guid AlertId { get; init; }

    /// <summary>The entry of the alert that says who was told.</summary>
    public Guid EventId { get; init; }

    /// <summary>How soon someone must act, as a word.</summary>
    public required string Level { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Null once it was sent.</summary>
    public DateTime? NextTryAt { get; set; }

    public int Tries { get; set; }

    /// <summary>A node sends it until then; after, another may try, since that node may be gone.</summary>
    public DateTime? ClaimedUntil { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>A word of ours for what went wrong last; nothing that a receiver said.</summary>
    public string? Failure { get; set; }
}

/// <summary>When the engine of alerts of one node last went round.</summary>
public sealed class AlertHeartbeat
{
    public required string Node { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
}
