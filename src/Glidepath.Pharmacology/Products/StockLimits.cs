namespace Glidepath.Pharmacology.Products;

/// <summary>What one time of day may ask of a person's hands. Program rules, but for splitting.</summary>
public sealed record StockLimits
{
    public static readonly StockLimits Default = new();

    /// <summary>The most pieces that any request may allow at one time of day.</summary>
    public const int MostPieces = 12;

    /// <summary>Pieces (whole tablets, halves, quarters) at one time of day. 1 to 12; the default is 6.</summary>
    public int MaxPieces
    {
        get;
        init => field = InRange(value, 1, MostPieces);
    } = 6;

    /// <summary>Of those, orally disintegrating tablets. 0 to 12; the default is 4.</summary>
    public int MaxDisintegrating
    {
        get;
        init => field = InRange(value, 0, MostPieces);
    } = 4;

    /// <summary>Different products at one time of day. 1 to 4; the default is 3.</summary>
    public int MaxProducts
    {
        get;
        init => field = InRange(value, 1, 4);
    } = 3;

    /// <summary>Whether scored tablets may be split. The default is true.</summary>
    public bool AllowSplitting { get; init; } = true;

    /// <summary>
    /// Most liquid at one time of day beside a stock with tablets or capsules, in mL: one filling of the largest syringe.
    /// </summary>
    public const decimal MostMlBesidePieces = 10;

    /// <summary>Most liquid at one time of day where the stock is nothing else, in mL: six fillings of the largest syringe.</summary>
    public const decimal MostMlAlone = 60;

    private static int InRange(int value, int low, int high) =>
        value >= low && value <= high ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"Accepted: {low} to {high}.");
}
