namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// One reduction as the fraction (from − to) / from of what its curve measures: the current dose, the first dose, the first dose's effect. Ordered by
/// that fraction. Exact, but for the effect, which is rounded to a billionth.
/// </summary>
internal readonly record struct Cut(int From, int To) : IComparable<Cut>
{
    public int CompareTo(Cut other) => ((long)(From - To) * other.From).CompareTo((long)(other.From - other.To) * From);

    /// <summary>In lowest terms, so that equal fractions are equal values.</summary>
    public Cut Reduced()
    {
        var (a, b) = (From, To);
        while (b != 0)
            (a, b) = (b, a % b);
        return new Cut(From / a, To / a);
    }
}

/// <summary>
/// The cuts of a path that exceed the asked step, largest first. Profiles compare by the largest cut, then the next, and so on; a profile that
/// runs out first is the smaller. Adding the same cut to two profiles keeps their order, which is what makes the shortest-path search exact.
/// </summary>
internal sealed class CutProfile
{
    public static readonly CutProfile Empty = new([]);

    private readonly Cut[] _cuts;

    private CutProfile(Cut[] cuts) => _cuts = cuts;

    public IReadOnlyList<Cut> Cuts => _cuts;

    public CutProfile With(Cut cut)
    {
        var at = 0;
        while (at < _cuts.Length && _cuts[at].CompareTo(cut) >= 0)
            at++;
        return new CutProfile([.. _cuts.AsSpan(0, at), cut, .. _cuts.AsSpan(at)]);
    }

    /// <summary>Compares <paramref name="left"/> with an extra cut, if any, to <paramref name="right"/> with one, without making either.</summary>
    public static int Compare(CutProfile left, Cut? leftExtra, CutProfile right, Cut? rightExtra)
    {
        if (ReferenceEquals(left, right) && leftExtra == rightExtra)
            return 0;
        var (l, r) = (new Walk(left._cuts, leftExtra), new Walk(right._cuts, rightExtra));
        while (true)
        {
            var hasLeft = l.Next(out var a);
            var hasRight = r.Next(out var b);
            if (!hasLeft || !hasRight)
                return hasLeft ? 1 : hasRight ? -1 : 0;
            var order = a.CompareTo(b);
            if (order != 0)
                return order;
        }
    }

    /// <summary>Reads the cuts with the extra one slipped into its place.</summary>
    private struct Walk(Cut[] cuts, Cut? extra)
    {
        private int _at;
        private bool _extraGiven = extra is null;

        public bool Next(out Cut cut)
        {
            if (!_extraGiven && (_at == cuts.Length || extra!.Value.CompareTo(cuts[_at]) >= 0))
            {
                _extraGiven = true;
                cut = extra!.Value;
                return true;
            }
            cut = _at < cuts.Length ? cuts[_at] : default;
            return _at++ < cuts.Length;
        }
    }
}
