using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Equivalence;

/// <summary>How many mg of a drug one table sets equal to 10 mg of oral diazepam. Tables are kept apart and never averaged.</summary>
/// <param name="Milligrams">What the table prints; a range where it prints one.</param>
/// <param name="Spread">The spread some tables print around their own figure: shown, and not used.</param>
public sealed record EquivalenceRow(Benzodiazepine Drug, Source Table, Interval Milligrams, Confidence Confidence, Interval? Spread = null);

/// <summary>A dose as a range of oral diazepam, with the tables that give its ends. Never one number.</summary>
/// <param name="DiazepamMg">In mg of diazepam.</param>
/// <param name="Rows">Every table that lists the drug.</param>
public sealed record DiazepamEquivalent(Interval DiazepamMg, IReadOnlyList<EquivalenceRow> Rows)
{
    /// <returns>Null for a drug that no table lists.</returns>
    public static DiazepamEquivalent? Of(Benzodiazepine drug, Dose dose)
    {
        if (drug == BenzodiazepineTable.Diazepam)
            return new DiazepamEquivalent(Interval.Of(dose.Milligrams), []);
        var rows = EquivalenceTable.Of(drug);
        if (rows.Count == 0)
            return null;
        var low = dose.Milligrams * 10 / rows.Max(r => r.Milligrams.High);
        var high = dose.Milligrams * 10 / rows.Min(r => r.Milligrams.Low);
        return new DiazepamEquivalent(new Interval(Rounded(low), Rounded(high)), rows);
    }

    /// <summary>Mg of the drug that equal so many mg of diazepam by the table that calls the drug strongest.</summary>
    /// <returns>Null for a drug that no table lists.</returns>
    public static decimal? ByStrongestTable(Benzodiazepine drug, decimal diazepamMg)
    {
        if (drug == BenzodiazepineTable.Diazepam)
            return diazepamMg;
        var rows = EquivalenceTable.Of(drug);
        return rows.Count == 0 ? null : diazepamMg * rows.Min(r => r.Milligrams.Low) / 10;
    }

    private static decimal Rounded(decimal mg) => decimal.Round(mg, 3, MidpointRounding.AwayFromZero).WithoutTrailingZeros();

    public override string ToString() => DiazepamMg.Rounded("mg");
}
