using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Equivalence;

/// <summary>
/// Oral mg equal to 10 mg diazepam, by table. ClinCalc gives a central figure and a spread around it.
/// NSW leaves z-drugs out on purpose, and so do we.
/// </summary>
public static class EquivalenceTable
{
    public static IReadOnlyList<EquivalenceRow> All { get; } =
    [
        .. Rows(Alprazolam, va: 1, ashton: (0.5m, 0.5m), nsw: 1, clinCalc: 0.75m, spread: (0.5m, 2)),
        .. Rows(Chlordiazepoxide, va: 25, ashton: (25, 25), clinCalc: 33, spread: (12, 50)),
        .. Rows(Clonazepam, va: 1, ashton: (0.5m, 0.5m), nsw: 0.5m, clinCalc: 0.75m, spread: (0.5m, 4)),
        .. Rows(Clorazepate, va: 15, ashton: (15, 15), clinCalc: 13, spread: (8, 30)),
        .. Rows(Clobazam, ashton: (20, 20), nsw: 20),
        .. Rows(Estazolam, va: 1, ashton: (1, 2)),
        .. Rows(Flurazepam, va: 15, ashton: (15, 30), clinCalc: 20, spread: (8, 30)),
        .. Rows(Lorazepam, va: 2, ashton: (1, 1), nsw: 2, clinCalc: 1.3m, spread: (1, 4)),
        .. Rows(Oxazepam, va: 30, ashton: (20, 20), nsw: 30, clinCalc: 20, spread: (5, 40)),
        .. Rows(Quazepam, va: 10, ashton: (20, 20), clinCalc: 27, spread: (15, 40)),
        .. Rows(Temazepam, va: 15, ashton: (20, 20), nsw: 20, clinCalc: 20, spread: (5, 40)),
        .. Rows(Triazolam, va: 0.25m, ashton: (0.5m, 0.5m), clinCalc: 0.25m, spread: (0.25m, 1)),
    ];

    public static IReadOnlyList<EquivalenceRow> Of(Benzodiazepine drug) => [.. All.Where(r => r.Drug == drug)];

    private static IEnumerable<EquivalenceRow> Rows(
        Benzodiazepine drug,
        decimal? va = null,
        (decimal Low, decimal High)? ashton = null,
        decimal? nsw = null,
        decimal? clinCalc = null,
        (decimal Low, decimal High)? spread = null
    )
    {
        if (va is { } v)
            yield return new EquivalenceRow(drug, Sources.VaDod, Interval.Of(v), Primary);
        if (ashton is { } a)
            yield return new EquivalenceRow(drug, Sources.Ashton, new Interval(a.Low, a.High), Primary);
        if (nsw is { } n)
            yield return new EquivalenceRow(drug, Sources.NswHealth, Interval.Of(n), Secondary);
        if (clinCalc is { } c)
            yield return new EquivalenceRow(
                drug,
                Sources.ClinCalc,
                Interval.Of(c),
                Secondary,
                spread is { } s ? new Interval(s.Low, s.High) : null
            );
    }
}
