namespace Glidepath.Treatment.Medications.Supply;

public enum SupplyKind
{
    /// <summary>What was there when the ledger began.</summary>
    Opening,
    Dispensed,
    Taken,
    Returned,
    Wasted,
    Lost,
    Found,

    /// <summary>What a count differs by. More there than expected is an amount below zero.</summary>
    Unexplained,

    /// <summary>What lay there. It moves nothing itself.</summary>
    Counted,
}

/// <summary>Where spare medicine went.</summary>
public enum SupplyReturn
{
    /// <summary>To the program or the pharmacy.</summary>
    Here,
    TakeBack,
    MailBack,

    /// <summary>At home, as the FDA describes it.</summary>
    AtHome,
}

/// <summary>One movement of one product, as it is told. <see cref="SupplyLedger"/> checks it.</summary>
/// <param name="Amount">In pieces or mL, never below zero.</param>
/// <param name="At">UTC. When it happened.</param>
/// <param name="Why">What happened. Needed where medicine was lost, found or wasted, and where a count differs.</param>
/// <param name="Witness">Who saw it being wasted.</param>
public sealed record SupplyMovement(
    Guid Id,
    SupplyProduct Product,
    SupplyKind Kind,
    decimal Amount,
    DateTime At,
    string? Why = null,
    string? Witness = null,
    SupplyReturn? How = null
);

/// <summary>A line of a ledger. It is never edited: a later line takes it back and says why.</summary>
/// <param name="Amount">In pieces or mL. Below zero in a line that takes another back, and where a count found more than expected.</param>
/// <param name="CountId">Of an unexplained amount: the count that showed it.</param>
/// <param name="ReversesId">The line that this one takes back.</param>
public sealed record SupplyEntry(
    Guid Id,
    SupplyKind Kind,
    decimal Amount,
    DateTime At,
    DateTime RecordedAt,
    Guid RecordedBy,
    string? Why = null,
    string? Witness = null,
    SupplyReturn? How = null,
    Guid? CountId = null,
    Guid? ReversesId = null
);
