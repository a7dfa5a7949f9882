namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// What is left to pay from one state, compared field by field in this order: the cuts above the asked step, the area above the asked curve
/// (dose units × days), split pieces, times of day with more than a handful of pieces, products, pieces, times of day changed, days. Burdens count each step once, whatever it lasts.
/// </summary>
internal struct CostToGo
{
    /// <summary>Null when no path leads to the end.</summary>
    public CutProfile? Profile;
    public long Area;
    public int Splits;
    public int Handfuls;
    public int Products;
    public int Pieces;
    public int TimesChanged;
    public int Days;

    /// <summary>The next state; −1 at the end.</summary>
    public int Next;

    /// <summary>Compares all that follows the profile.</summary>
    public readonly int CompareRest(in CostToGo other)
    {
        var order = Area.CompareTo(other.Area);
        if (order == 0)
            order = Splits.CompareTo(other.Splits);
        if (order == 0)
            order = Handfuls.CompareTo(other.Handfuls);
        if (order == 0)
            order = Products.CompareTo(other.Products);
        if (order == 0)
            order = Pieces.CompareTo(other.Pieces);
        if (order == 0)
            order = TimesChanged.CompareTo(other.TimesChanged);
        return order == 0 ? Days.CompareTo(other.Days) : order;
    }
}
