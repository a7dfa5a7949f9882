namespace Glidepath.Treatment.Monitoring;

/// <summary>A stretch of time with one answer to who is on duty.</summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC; from then on it is another's.</param>
/// <param name="AccountId">Null: nobody.</param>
public sealed record DutyStretch(DutyRole Role, DateTime From, DateTime To, Guid? AccountId)
{
    /// <summary>Null outside of any shift.</summary>
    public string? Shift { get; init; }

    /// <summary>On which the shift begins, where the program is; null outside of any.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whose turn it is by the rotation, able or not; null outside of any shift.</summary>
    public Guid? InTurn { get; init; }

    /// <summary>The override that says so; null where the rotation does.</summary>
    public Guid? OverrideId { get; init; }

    /// <summary>The answer alone, without its time.</summary>
    internal DutyStretch Answer => this with { From = default, To = default };
}
