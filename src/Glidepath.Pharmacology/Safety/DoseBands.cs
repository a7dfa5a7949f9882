using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Units;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;

namespace Glidepath.Pharmacology.Safety;

public enum DoseBand
{
    Low,
    Moderate,
    High,
}

/// <summary>The dose band of the Joint Guideline's Table 2, as a range where tables of equivalence disagree.</summary>
/// <param name="IsNative">By the guideline's own doses of this drug, in its mg; otherwise through diazepam equivalents. Null bands mean
/// not known.</param>
public sealed record DoseBands(DoseBand? Lowest, DoseBand? Highest, bool IsNative)
{
    // The guideline prints these in native doses, and its own conversion table would give others: clinical rule, see
    // docs/clinical/withdrawal-risk.md.
    private static readonly Dictionary<string, (decimal Low, decimal Moderate)> Native = new()
    {
        [Clonazepam.Name] = (0.5m, 1.5m),
        [Lorazepam.Name] = (2, 3),
        [Alprazolam.Name] = (1, 2),
        [Diazepam.Name] = (10, 15),
    };

    /// <param name="daily">Dose in 24 h.</param>
    public static DoseBands For(Benzodiazepine drug, Dose daily)
    {
        if (Native.TryGetValue(drug.Name, out var limits))
        {
            var band = Band(daily.Milligrams, limits.Low, limits.Moderate);
            return new DoseBands(band, band, true);
        }
        return DiazepamEquivalent.Of(drug, daily) is { } range
            ? new DoseBands(Band(range.DiazepamMg.Low, 10, 15), Band(range.DiazepamMg.High, 10, 15), false)
            : new DoseBands(null, null, false);
    }

    /// <summary>The bands of this dose and of all benzodiazepines together, whichever is higher.</summary>
    /// <param name="diazepamMg">Of all together, in mg of diazepam a day.</param>
    public DoseBands WithTotal(Interval diazepamMg) =>
        new(Higher(Lowest, Band(diazepamMg.Low, 10, 15)), Higher(Highest, Band(diazepamMg.High, 10, 15)), false);

    private static DoseBand Higher(DoseBand? own, DoseBand total) => own > total ? own.Value : total;

    /// <summary>True when some source puts the dose above <paramref name="band"/>. An unknown band is not above.</summary>
    public bool CanBeOver(DoseBand band) => Highest > band;

    public Sentence Words =>
        (Lowest, Highest) switch
        {
            (null, _) or (_, null) => "dose-band.unknown",
            var (low, high) when low == high => Sentence.Of("dose-band.one", ("band", WordOf(low.Value))),
            var (low, high) => Sentence.Of("dose-band.range", ("low", WordOf(low.Value)), ("high", WordOf(high.Value))),
        };

    private static Sentence WordOf(DoseBand band) =>
        band switch
        {
            DoseBand.Low => "dose-band.low",
            DoseBand.Moderate => "dose-band.moderate",
            DoseBand.High => "dose-band.high",
        };

    private static DoseBand Band(decimal mg, decimal low, decimal moderate) =>
        mg <= low ? DoseBand.Low
        : mg <= moderate ? DoseBand.Moderate
        : DoseBand.High;
}
