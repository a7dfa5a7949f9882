namespace Glidepath.Application.Shared;

public enum HappeningKind
{
    Move,
    Assessment,
    Safety,
    Decision,
    Consent,
    Problem,
}

/// <summary>One thing that happened, as it stands in the record.</summary>
/// <param name="Replaces">The entry that this one amends or takes back; null for none.</param>
public sealed record Happening(
    Guid Id,
    HappeningKind Kind,
    DateOnly On,
    DateTime At,
    Guid By,
    string What,
    string? Detail,
    string? Why = null,
    Guid? Replaces = null
)
{
    /// <summary>The page that shows more of it, for staff; null for none. Opened by a check of its own.</summary>
    public string? Href { get; init; }

    /// <summary>A later entry stands for it; it stays on the line.</summary>
    public bool IsReplaced { get; init; }
}
