using System.Text.Json.Serialization;
using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Medications;

public enum DoseOutcome
{
    Given,

    /// <summary>This one dose is not given now, and a prescriber decides on it. Not a hold: that is a step of a taper that waits.</summary>
    Withheld,
    Refused,
    NotAvailable,

    /// <summary>Its window is over, and it was not given.</summary>
    Missed,
}

/// <summary>A dose is given although a rule says to withhold it.</summary>
/// <param name="Prescriber">Who said so.</param>
/// <param name="SecondNurseId">Their account; another than the giver's.</param>
public sealed record GivenDespite(string Prescriber, string Reason, Guid SecondNurseId);

/// <summary>What was drawn up or taken out and is not used.</summary>
/// <param name="Witness">An account; another than the giver's.</param>
public sealed record WastedPiece(string Product, decimal Count, Guid Witness);

/// <summary>What is recorded of one dose besides who, when and how it ended.</summary>
/// <param name="Amount">In the unit of the order; 0 where nothing was given.</param>
/// <param name="Pieces">What it was made of.</param>
/// <param name="Reason">Needed where it was not given, or given late.</param>
public sealed record AdministrationDetails(decimal Amount, IReadOnlyList<GivenPiece> Pieces, string? Reason = null)
{
    private const int LongestReason = 1_000;

    /// <summary>It came from what the person brought along, and not from the ward's stock.</summary>
    public bool IsOwnSupply { get; init; }

    public Guid? SecondCheckId { get; init; }

    public GivenDespite? Despite { get; init; }

    public WastedPiece? Wasted { get; init; }

    /// <summary>The vital signs that were looked at before it.</summary>
    public Guid? LookId { get; init; }

    [JsonIgnore]
    public string Product => string.Join("; ", Pieces);

    internal AdministrationDetails Checked(DoseOutcome outcome, bool needsReason)
    {
        var isGiven = outcome is DoseOutcome.Given;
        var told = this with
        {
            Reason = needsReason
                ? Recorded.Required(Reason, "dose.reason", LongestReason)
                : Recorded.Optional(Reason, "dose.reason", LongestReason),
            Amount = isGiven ? Amount : 0,
            Pieces = isGiven ? Pieces : [],
            Despite =
                isGiven && Despite is { } d
                    ? d with
                    {
                        Prescriber = Recorded.Required(d.Prescriber, "dose.despite.prescriber"),
                        Reason = Recorded.Required(d.Reason, "dose.despite.reason", LongestReason),
                    }
                    : null,
        };
        if (isGiven)
            OrderDetails.CheckAmount(told.Amount);
        if (told.Wasted is { Count: <= 0 or > 1_000 })
            throw new RuleViolationException("dose.wasted");
        return told;
    }
}
