using Glidepath.Pharmacology.Products;

namespace Glidepath.Treatment.Medications.Supply;

/// <summary>What one ledger counts: one drug in one form and one strength.</summary>
/// <param name="Strength">In mg per piece, or mg per mL for a liquid.</param>
public sealed record SupplyProduct(string Drug, ProductForm Form, decimal Strength)
{
    /// <summary>The largest amount of one entry, in pieces or mL: more is a slip of the finger. Program rule.</summary>
    public const decimal Most = 10_000m;

    public static SupplyProduct Of(Product product) => new(product.Drug.Name, product.Form, product.Strength);

    /// <summary>
    /// The least amount that is told apart, in pieces or mL. A tablet of any form may lie there broken, whether or not it should have been:
    /// the ledger counts what is there.
    /// </summary>
    public decimal Least =>
        Form.IsLiquid() ? 0.01m
        : Form is ProductForm.Capsule or ProductForm.ExtendedReleaseCapsule ? 1m
        : 0.25m;

    /// <exception cref="RuleViolationException"><c>supply.amount.…</c>: below zero, too much, or a part of the least amount.</exception>
    public decimal Checked(decimal amount) =>
        amount < 0m ? throw new RuleViolationException("supply.amount.negative", ("given", amount))
        : amount > Most ? throw new RuleViolationException("supply.amount.too-much", ("given", amount), ("most", Most))
        : amount % Least != 0m ? throw new RuleViolationException("supply.amount.part", ("given", amount), ("least", Least))
        : amount;
}
