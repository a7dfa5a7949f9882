namespace Glidepath.Pharmacology.Products;

/// <summary>What one time of day may ask of a person's hands.</summary>
public sealed record StockLimits
{
    public static readonly StockLimits Default = new();

    /// <summary>
    /// More pieces than this at one time are called for only when no other makeup has as few split pieces: seven little tablets are no simpler
    /// than one large and three little ones.
    /// </summary>
    public const int Handful = 4;

    /// <summary>Pieces (whole tablets, halves, quarters, syringe fillings) at one time of day. 1 to 40; the default is 20.</summary>
    public int MaxPieces { get; init => field = InRange(value, 1, 40); } = 20;

    /// <summary>Different products at one time of day. 1 to 4; the default is 3.</summary>
    public int MaxProducts { get; init => field = InRange(value, 1, 4); } = 3;

    /// <summary>Whether scored tablets may be split. The default is true.</summary>
    public bool AllowSplitting { get; init; } = true;

    /// <summary>
    /// Most liquid at one time of day, in mL. Null, the default, means 10 mL where the stock has tablets or capsules and 60 mL where it has only liquid.
    /// </summary>
    public decimal? MaxVolumeMl { get; init; }

    /// <summary>What liquids are measured with. The default is a 3 mL oral syringe with 0.1 mL marks.</summary>
    public OralSyringe Syringe { get; init; } = OralSyringe.ThreeMillilitre;

    private static int InRange(int value, int low, int high) => value >= low && value <= high
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"Accepted: {low} to {high}.");
}
