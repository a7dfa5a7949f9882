using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>One product handed out once, for some days of one step: one line, no refills.</summary>
/// <param name="Count">Whole pieces, or whole mL of a liquid.</param>
/// <param name="Surplus">What is left on <paramref name="To"/>, in the same unit; below 1.</param>
/// <param name="IssueSet">Which date of issue covers it, from 1: a new one wherever six months have passed since the one before.</param>
/// <param name="FromHand">How much of it is at home already, in the same unit; 0 where nothing is.</param>
public sealed record Fill(
    int Step,
    DateOnly From,
    DateOnly To,
    Product Product,
    decimal Count,
    decimal Surplus,
    int IssueSet,
    decimal FromHand = 0
)
{
    /// <summary>The day supply.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>What is still to be dispensed.</summary>
    public decimal ToDispense => Count - FromHand;
}

/// <summary>Total of one product.</summary>
/// <param name="Count">As taken, whole pieces or mL.</param>
/// <param name="FromHand">How much of it is at home already.</param>
public sealed record ProductTotal(Product Product, decimal Count, decimal FromHand = 0)
{
    /// <summary>What is still to be dispensed.</summary>
    public decimal ToDispense => Count - FromHand;
}
