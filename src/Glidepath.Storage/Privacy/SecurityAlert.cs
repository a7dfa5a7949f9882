using Glidepath.Treatment.Privacy;

namespace Glidepath.Storage.Privacy;

public enum SecurityAlertKind
{
    /// <summary>One account opened, or was listed, more people in a short time than a person would.</summary>
    BulkReading,

    /// <summary>Many names had to wait before the next try, or many sign-ins were refused, in a short time.</summary>
    LockOuts,
}

/// <summary>
/// Something that the host noticed and a person has to look at. Holds counts and an account, nothing of a patient. Kept: that it was looked
/// at is evidence (45 CFR 164.308(a)(1)(ii)(D)).
/// </summary>
public sealed class SecurityAlert
{
    public Guid Id { get; init; }

    public SecurityAlertKind Kind { get; init; }

    /// <summary>Whose reading it was; null where it is of nobody's account.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Of kind, account and minute, so that two nodes that notice the same do not say it twice.</summary>
    public string Key { get; init; } = "";

    /// <summary>UTC.</summary>
    public DateTime FirstAt { get; init; }

    /// <summary>When it was noticed last, before somebody looked at it.</summary>
    public DateTime LastAt { get; set; }

    /// <summary>People, or names, at the most.</summary>
    public int Count { get; set; }

    /// <summary>The limit that was passed.</summary>
    public int Limit { get; init; }

    public DateTime? SeenAt { get; set; }

    public Guid? SeenBy { get; set; }

    /// <summary>What was found.</summary>
    [Encrypted]
    public string? Found { get; set; }
}
