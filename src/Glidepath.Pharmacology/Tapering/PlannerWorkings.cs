using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// What the plans of one question share, each found once: the makeable doses of a stock, and a whole plan that is asked for again. Whoever
/// asks makes one and lets it go with the answer. Not for two threads at a time.
/// </summary>
public sealed class PlannerWorkings
{
    private readonly Dictionary<(Stock Stock, StockLimits Limits, Dose Most), MakeableDoses> _makeable = [];

    private readonly Dictionary<TaperRequest, PlanResult> _plans = [];

    internal MakeableDoses Makeable(Stock stock, StockLimits limits, Dose most) =>
        _makeable.TryGetValue((stock, limits, most), out var known)
            ? known
            : _makeable[(stock, limits, most)] = MakeableDoses.For(stock, limits, most);

    internal PlanResult Plan(TaperRequest request, Func<PlanResult> make) =>
        _plans.TryGetValue(request, out var known) ? known : _plans[request] = make();
}
