using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>The daily dose from which a patient stops, when nobody names one: docs/clinical/last-dose.md.</summary>
internal static class LastDose
{
    /// <summary>In mg of diazepam by the table that calls the drug strongest. Program rule.</summary>
    public const decimal ThresholdMg = 1;

    /// <summary>The last dose is the largest makeable one at or below this; the smallest makeable where none is that low.</summary>
    /// <returns>Null for a drug that no table lists.</returns>
    public static Dose? Threshold(Benzodiazepine drug) =>
        DiazepamEquivalent.ByStrongestTable(drug, ThresholdMg) is { } mg ? new Dose(mg) : null;
}
