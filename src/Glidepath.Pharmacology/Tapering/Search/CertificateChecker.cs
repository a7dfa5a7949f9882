using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>
/// Checks a certificate from the rules alone; shares no code with the search. Every day must be makeable, every claimed cost must be the
/// least over all next days that the rules allow, and the path must follow the claims. Quadratic in the number of days.
/// </summary>
public static partial class CertificateChecker
{
    /// <returns>The first thing that is wrong, or null when the proof holds.</returns>
    public static string? FirstError(TaperCertificate certificate)
    {
        var days = certificate.Days;
        for (var day = 0; day < days.Count; day++)
            if (NotMade(certificate, days[day]) is { } why)
                return $"Day {day}: {why}.";
        if (!days.Select(d => d.Total).SequenceEqual(days.Select(d => d.Total).Order()))
            return "The days do not ascend.";
        if (certificate.Costs.GroupBy(c => (c.Day, c.Before)).Any(g => g.Count() > 1))
            return "A day claims two costs.";
        var claims = certificate.Costs.ToDictionary(c => (c.Day, c.Before));
        var products = days.Select(d => Products(certificate, d)).ToArray();
        for (var day = 0; day < days.Count; day++)
        {
            var nexts = Nexts(certificate, day).ToList();
            foreach (
                var before in Enumerable
                    .Range(day, days.Count - day)
                    .Where(d => d == day || days[d].Total > days[day].Total)
                    .Select(d => products[d])
                    .Distinct()
            )
                if (Wrong(certificate, claims, products, day, before, nexts) is { } wrong)
                    return wrong;
        }
        return PathError(certificate, claims, products);
    }

    private static string? Wrong(
        TaperCertificate certificate,
        Dictionary<(int, int), CertifiedCost> claims,
        int[] products,
        int day,
        int before,
        List<(int Next, Cost Edge)> nexts
    )
    {
        Cost? best = certificate.Days[day].Total == certificate.Floor ? new Cost(0, 0, 0, 0, 0) : null;
        foreach (var (next, edge) in nexts)
            if (claims.TryGetValue((next, products[day]), out var rest))
            {
                var cost = edge.Plus(rest);
                cost = cost with { Trouble = cost.Trouble + 12 * int.PopCount(products[next] & ~products[day] & ~before) };
                if (best is null || cost.IsUnder(best))
                    best = cost;
            }
        var claimed = claims.GetValueOrDefault((day, before));
        return (claimed, best) switch
        {
            (null, null) => null,
            ({ } c, { } b) when new Cost(c.Excess, c.Trouble, c.Distance, c.Steps, c.Days) == b => null,
            _ => $"Day {day} claims another cost than its best next day gives.",
        };
    }

    private static string? PathError(TaperCertificate certificate, Dictionary<(int, int), CertifiedCost> claims, int[] products)
    {
        var path = certificate.Path;
        if (path.Count == 0 || path[0] != certificate.Days.Count - 1 || certificate.Days[path[^1]].Total != certificate.Floor)
            return "The path does not run from the start to the end.";
        var before = products[path[0]];
        for (var i = 0; i + 1 < path.Count; i++)
        {
            if (claims.GetValueOrDefault((path[i], before)) is not { } claim || claim.Next != path[i + 1])
                return $"The path leaves the best way at day {path[i]}.";
            before = products[path[i]];
        }
        return null;
    }

    /// <summary>Every day that one may be followed by, with what the cut costs but for what is new.</summary>
    private static IEnumerable<(int Next, Cost Edge)> Nexts(TaperCertificate certificate, int day)
    {
        var days = certificate.Days;
        var from = days[day];
        for (var next = 0; next < day; next++)
        {
            var to = days[next];
            if (
                to.Total >= from.Total
                || (from.IsLiquid && !to.IsLiquid && day != days.Count - 1)
                || (!from.IsLiquid && to.IsLiquid && from.Total != certificate.Boundary)
            )
                continue;
            var empties = from.Doses.Zip(to.Doses).Any(d => d.First.Dose > 0 && d.Second.Dose == 0);
            if (!empties && from.Doses.Zip(to.Doses).Any(d => d.Second.Dose > d.First.Dose))
                continue;
            if (Edge(certificate, from.Total, to.Total, !to.IsLiquid) is { } edge)
                yield return (next, edge with { Trouble = edge.Trouble + Trouble(certificate, to) });
        }
    }

    private static string? NotMade(TaperCertificate certificate, CertifiedDay day)
    {
        foreach (var dose in day.Doses)
        {
            var mg =
                dose.Quarters.Sum(q => certificate.Stock[q.Key].Strength * q.Value / 4)
                + dose.CentiMl / 100m * (dose.CentiMl > 0 ? Liquid(certificate).Strength : 0);
            if (mg != dose.Dose * certificate.UnitMg)
                return $"{new Dose(mg)} is made where {new Dose(dose.Dose * certificate.UnitMg)} is said";
            if (dose.CentiMl > 0 && !day.IsLiquid)
                return "a liquid is in the phase of pieces";
        }
        return null;
    }

    private static Product Liquid(TaperCertificate certificate) => certificate.Stock.Single(p => p.IsLiquid);

    private static int Products(TaperCertificate certificate, CertifiedDay day)
    {
        var liquid = certificate.Stock.ToList().FindIndex(p => p.IsLiquid);
        return day.Doses.Aggregate(
            0,
            (bits, dose) => dose.Quarters.Keys.Aggregate(bits, (b, p) => b | 1 << p) | (dose.CentiMl > 0 ? 1 << liquid : 0)
        );
    }

    private sealed record Cost(long Excess, int Trouble, long Distance, int Steps, int Days)
    {
        public Cost Plus(CertifiedCost rest) =>
            new(Excess + rest.Excess, Trouble + rest.Trouble, Distance + rest.Distance, Steps + rest.Steps, Days + rest.Days);

        public bool IsUnder(Cost other) =>
            (Excess, Trouble, Distance, Steps, Days).CompareTo((other.Excess, other.Trouble, other.Distance, other.Steps, other.Days)) < 0;
    }
}
