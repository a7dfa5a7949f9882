using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Products;

public enum ProductForm
{
    Tablet,
    OrallyDisintegratingTablet,
    Capsule,
    SublingualTablet,
    ExtendedReleaseTablet,
    ExtendedReleaseCapsule,
    OralSolution,
    OralSuspension,

    /// <summary>A manufactured liquid so strong that a slip of a millilitre is a large dose.</summary>
    OralConcentrate,

    /// <summary>Made up by a pharmacy from tablets; keeps for <see cref="Product.BeyondUseDays"/>.</summary>
    CompoundedSuspension,
}

public static class ProductForms
{
    /// <summary>Measured in mL with a syringe; every other form is counted in pieces.</summary>
    public static bool IsLiquid(this ProductForm form) =>
        form is ProductForm.OralSolution or ProductForm.OralSuspension or ProductForm.OralConcentrate or ProductForm.CompoundedSuspension;
}

/// <summary>What a tablet may be divided into. The members are ordered: each allows all before it.</summary>
public enum Scoring
{
    Unscored,
    Halves,
    Quarters,
}

/// <summary>One dispensable product of one drug.</summary>
public sealed record Product
{
    public required Benzodiazepine Drug { get; init; }

    public required ProductForm Form { get; init; }

    /// <summary>In mg per piece, or mg per mL for a liquid.</summary>
    public required decimal Strength { get; init; }

    /// <summary>As the tablet in question is scored. Anything but a plain tablet is never split, whatever is printed on it.</summary>
    public Scoring Scoring { get; init; }

    /// <summary>
    /// Tablets of this strength are sold both scored and unscored. The catalogue then says unscored, and a stock may say otherwise.
    /// </summary>
    public bool ScoringDependsOnMaker { get; init; }

    /// <summary>
    /// Days a compounded liquid may be used after it is made; null for a manufactured product, and where nobody has told.
    /// </summary>
    public int? BeyondUseDays { get; init; }

    /// <summary>
    /// In no catalogue here: the person who asked says that it exists, and <see cref="Source"/> is who told them. Its name says so.
    /// </summary>
    public bool ToldByUser { get; init; }

    public required Source Source { get; init; }

    public required Confidence Confidence { get; init; }

    public bool IsLiquid => Form.IsLiquid();

    public bool IsCompounded => Form is ProductForm.CompoundedSuspension;

    public bool IsExtendedRelease => Form is ProductForm.ExtendedReleaseTablet or ProductForm.ExtendedReleaseCapsule;

    /// <summary>Immediate-release and swallowed: what a taper is made of unless the prescriber names something else.</summary>
    public bool IsPlain => !IsExtendedRelease && Form is not ProductForm.SublingualTablet;

    /// <summary>The unit that counts are given in: <c>tablet</c>, <c>capsule</c> or <c>mL</c>.</summary>
    public string Unit =>
        IsLiquid ? "mL"
        : Form is ProductForm.Capsule or ProductForm.ExtendedReleaseCapsule ? "capsule"
        : "tablet";

    /// <summary><c>0.5 mg</c> or <c>0.1 mg/mL</c>.</summary>
    public string StrengthText => SafeNumber.Write(Strength) + (IsLiquid ? " mg/mL" : " mg");

    public string FormText =>
        Form switch
        {
            ProductForm.Tablet => "tablet",
            ProductForm.OrallyDisintegratingTablet => "orally disintegrating tablet",
            ProductForm.Capsule => "capsule",
            ProductForm.SublingualTablet => "sublingual tablet",
            ProductForm.ExtendedReleaseTablet => "extended-release tablet",
            ProductForm.ExtendedReleaseCapsule => "extended-release capsule",
            ProductForm.OralSolution => "oral solution",
            ProductForm.OralSuspension => "oral suspension",
            ProductForm.OralConcentrate => "oral concentrate",
            ProductForm.CompoundedSuspension => "oral suspension (compounded)",
        };

    /// <summary>Stable name, e.g. <c>clonazepam 0.5 mg tablet</c>, <c>clonazepam 0.3 mg tablet (told by you)</c>.</summary>
    public string Name => $"{Drug.Name} {StrengthText} {FormText}{(ToldByUser ? " (told by you)" : "")}";

    public override string ToString() => Name;

    /// <summary>By drug, form and strength: few products share all three.</summary>
    public override int GetHashCode() => HashCode.Combine(Drug, Form, Strength);

    /// <summary>
    /// A fixed order that does not depend on how a stock was written: solids before liquids, plain tablets first, strong before weak.
    /// </summary>
    public static int Compare(Product left, Product right) =>
        (left.IsLiquid, left.Form, -left.Strength, -(int)left.Scoring).CompareTo(
            (right.IsLiquid, right.Form, -right.Strength, -(int)right.Scoring)
        );
}
