namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// Checks a certificate from the rules alone; shares no code with the search. Every split that the rules allow must be there, every claimed cost must
/// be the least over all next splits, and the path must follow the claims. Quadratic in the number of splits.
/// </summary>
public static partial class CertificateChecker
{
    /// <returns>The first thing that is wrong, or null when the proof holds.</returns>
    public static string? FirstError(TaperCertificate certificate)
    {
        var problem = certificate.Problem;
        var states = certificate.States.ToDictionary(s => string.Join(' ', s.Doses));
        var rows = certificate.States.OrderBy(s => s.Doses.Sum()).ToList();
        if (AllSplits(problem, []).FirstOrDefault(row => !states.ContainsKey(string.Join(' ', row))) is { } missing)
            return $"The split {string.Join(' ', missing)} is allowed and not listed.";
        foreach (var state in rows)
        {
            if (!IsAllowed(problem, state.Doses))
                return $"The split {string.Join(' ', state.Doses)} is listed and not allowed.";
            Cost? best = state.Doses.Sum() == problem.Floor ? Own(certificate, state) : null;
            foreach (var next in rows.TakeWhile(n => n.Doses.Sum() < state.Doses.Sum()).Where(n => best is null || state.Doses.Sum() > problem.Floor))
                if (next.CanEnd && next.Doses.Zip(state.Doses).All(d => d.First <= d.Second) && Through(certificate, state, next) is var cost && (best is null || cost.CompareTo(best) < 0))
                    best = cost;
            if (best is null == state.CanEnd || (best is not null && best.CompareTo(Claimed(state)) != 0))
                return $"The split {string.Join(' ', state.Doses)} claims another cost than its best next split gives.";
        }
        foreach (var (from, to) in certificate.Path.Zip(certificate.Path.Skip(1)))
            if (Through(certificate, states[string.Join(' ', from)], states[string.Join(' ', to)]).CompareTo(Claimed(states[string.Join(' ', from)])) != 0)
                return $"The path leaves the best way at {string.Join(' ', from)}.";
        return certificate.Path[0].SequenceEqual(problem.Start) && certificate.Path[^1].Sum() == problem.Floor ? null : "The path does not run from the start to the end.";
    }

    private sealed record Cost(List<decimal> Cuts, decimal[] Rest)
    {
        public int CompareTo(Cost other)
        {
            for (var i = 0; i < Math.Max(Cuts.Count, other.Cuts.Count); i++)
                if (Cuts.ElementAtOrDefault(i).CompareTo(other.Cuts.ElementAtOrDefault(i)) is var cut and not 0)
                    return cut;
            return Rest.Zip(other.Rest, (a, b) => a.CompareTo(b)).FirstOrDefault(order => order != 0);
        }
    }

    private static Cost Claimed(CertifiedState s) =>
        new([.. s.CutsOverStep.Select(c => Percent(c.From, c.To))], [s.Area, s.Splits, s.Handfuls, s.Products, s.Pieces, s.TimesChanged, s.Days]);

    private static Cost Own(TaperCertificate certificate, CertifiedState state)
    {
        var burdens = state.Doses.Where(d => d > 0).Select(d => certificate.Burdens[d]).ToList();
        var products = Enumerable.Range(0, 32).Count(bit => burdens.Any(b => (b.Products >> bit & 1) == 1));
        return new Cost([], [0, burdens.Sum(b => b.Splits), burdens.Sum(b => b.Handfuls), products, burdens.Sum(b => b.Pieces), 0, 0]);
    }

    private static Cost Through(TaperCertificate certificate, CertifiedState from, CertifiedState to)
    {
        var (problem, a, b) = (certificate.Problem, from.Doses.Sum(), to.Doses.Sum());
        var (own, after) = (Own(certificate, from), Claimed(to));
        var hold = Hold(problem, a, b);
        var stop = b == problem.Floor && problem.Goal == 0 ? Math.Max(Hold(problem, b, 0), hold) : 0;
        List<decimal> cuts = [.. after.Cuts, .. OverStep(problem, a, b) is { } over ? [over] : Array.Empty<decimal>()];
        decimal[] edge = [(decimal)hold * (a - problem.Goal) + (decimal)stop * b, 0, 0, 0, 0, from.Doses.Zip(to.Doses).Count(d => d.First != d.Second), hold + stop];
        return new Cost([.. cuts.OrderDescending()], [.. own.Rest.Zip(after.Rest, edge).Select(x => x.First + x.Second + x.Third)]);
    }

    private static decimal Percent(int from, int to) => (from - to) * 100m / from;

    private static IEnumerable<int[]> AllSplits(TaperProblem problem, int[] placed) =>
        placed.Length == problem.Start.Count
            ? IsAllowed(problem, placed) ? [placed] : []
            : problem.Makeable.Prepend(0).Where(d => d <= problem.Start[placed.Length]).SelectMany(d => AllSplits(problem, [.. placed, d]));

    private static bool IsAllowed(TaperProblem problem, IReadOnlyList<int> doses)
    {
        var (total, unit, kept) = (doses.Sum(), problem.Makeable.Min(), problem.KeptTime);
        var others = Enumerable.Range(0, doses.Count).Where(i => i != kept).ToList();
        return total >= problem.Floor
            && (problem.EmptiesEarly || !doses.Contains(0) || doses.Max() <= 2 * unit)
            && problem.Split switch
            {
                SplitRule.Free => true,
                SplitRule.KeepOneTime => doses[kept] > 0 && (doses[kept] == problem.Start[kept] || others.All(i => doses[i] <= unit)) && InShare(others),
                SplitRule.Proportional or SplitRule.ProportionalFamily => InShare([.. Enumerable.Range(0, doses.Count)]),
            };

        // Each near its share; or the ones whose share is under a unit at one unit, and the others near their share of the rest.
        bool InShare(List<int> times)
        {
            List<int> small = [];
            while (true)
            {
                var large = times.Except(small).ToList();
                var (rest, whole) = (times.Sum(i => doses[i]) - small.Count * unit, large.Sum(i => problem.Start[i]));
                if (rest < 0 || whole == 0)
                    return times.Count == 0;
                decimal Share(int i) => (decimal)rest * problem.Start[i] / whole;
                if (small.All(i => doses[i] == unit) && large.All(i => Math.Abs(doses[i] - Share(i)) <= unit / (total > 20 * unit * doses.Count ? (decimal)problem.Narrowing : 1) + 1e-15m) && (small.Count == 0 || large.All(i => Share(i) >= unit)))
                    return true;
                if (large.Where(i => Share(i) < unit).ToList() is not { Count: > 0 } more)
                    return false;
                small.AddRange(more);
            }
        }
    }
}
