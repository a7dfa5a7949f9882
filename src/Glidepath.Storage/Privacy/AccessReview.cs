using Glidepath.Treatment.Privacy;

namespace Glidepath.Storage.Privacy;

public enum AccessReviewDecision
{
    Confirmed,

    /// <summary>The account is no longer needed: a task for the administrator until it is turned off or confirmed.</summary>
    ToEnd,
}

/// <summary>
/// The privacy officer looked at an account and its role (45 CFR 164.308(a)(4)(ii)(C), and (a)(3)(ii)(B)). Kept; the newest one holds.
/// </summary>
public sealed class AccessReview
{
    /// <summary>From one review to the next: a program rule.</summary>
    public const int DueAfterYears = 1;

    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    /// <summary>As it was then, a word of <c>Role</c>.</summary>
    public string Role { get; init; } = "";

    public AccessReviewDecision Decision { get; init; }

    [Encrypted]
    public string? Note { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public Guid By { get; init; }
}
