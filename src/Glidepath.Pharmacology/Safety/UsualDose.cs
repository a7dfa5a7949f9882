using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Safety;

/// <summary>What adults are usually given of one drug by mouth, and the most that a label allows, in mg a day.</summary>
/// <param name="Usual">Of the commonest indication; not of alcohol withdrawal or seizures.</param>
/// <param name="HighestLabeledMg">Over every labeled indication and form.</param>
/// <param name="HighestFor">What the highest dose is labeled for, where that is not the usual use; else null.</param>
public sealed record UsualDose(
    Benzodiazepine Drug,
    Interval Usual,
    decimal HighestLabeledMg,
    Sentence? HighestFor,
    Source Source,
    Confidence Confidence
)
{
    public static IReadOnlyList<UsualDose> All =>
        field ??= [
            Of(Clonazepam, 0.5m, 4, 20, "usual-dose.for.seizures", Sources.ClonazepamDosing, Secondary),
            Of(Diazepam, 4, 40, 40, null, Sources.DiazepamDosing, Secondary),
            Of(Alprazolam, 0.75m, 4, 10, "usual-dose.for.panic", Sources.AlprazolamDosing, Secondary),
            Of(Lorazepam, 2, 6, 10, null, Sources.LorazepamDosing, Secondary),
            Of(Chlordiazepoxide, 15, 100, 300, "usual-dose.for.alcohol-withdrawal", Sources.ChlordiazepoxideDosing, Secondary),
            Of(Clobazam, 5, 40, 40, null, Sources.ClobazamDosing, Secondary),
            Of(Clorazepate, 15, 60, 90, "usual-dose.for.seizures-and-alcohol-withdrawal", Sources.ClorazepateDosing, Secondary),
            Of(Oxazepam, 30, 120, 120, null, Sources.OxazepamDosing, Secondary),
            Of(Estazolam, 1, 2, 2, null, Sources.HypnoticDosing, Secondary),
            Of(Flurazepam, 15, 30, 30, null, Sources.HypnoticDosing, Secondary),
            Of(Quazepam, 7.5m, 15, 15, null, Sources.HypnoticDosing, Secondary),
            Of(Temazepam, 7.5m, 30, 30, null, Sources.HypnoticDosing, Secondary),
            Of(Triazolam, 0.125m, 0.25m, 0.5m, null, Sources.HypnoticDosing, Secondary),
            Of(Eszopiclone, 1, 3, 3, null, Sources.HypnoticDosing, Secondary),
            Of(Zaleplon, 5, 20, 20, null, Sources.HypnoticDosing, Secondary),
            Of(Zolpidem, 5, 10, 12.5m, "usual-dose.for.extended-release", Sources.HypnoticDosing, Secondary),
        ];

    /// <returns>Null for a drug without a row: nordazepam and zopiclone, which have no US label.</returns>
    public static UsualDose? For(Benzodiazepine drug) => All.FirstOrDefault(d => d.Drug == drug);

    /// <summary>
    /// A daily dose above every label may be a slip of the pen: asked back before anything is planned. Null where it is not.
    /// </summary>
    /// <param name="daily">In 24 h, as given.</param>
    public static Finding? CheckNumber(Benzodiazepine drug, Dose daily) =>
        For(drug) is { } usual && daily.Milligrams > usual.HighestLabeledMg
            ? new Finding(
                Sentence.Of("check.number", ("daily", daily), ("usual", usual.Words)),
                Severity.CareFirst,
                usual.Source,
                usual.Confidence
            )
            : null;

    private Sentence Words =>
        Usual.High == HighestLabeledMg
            ? Sentence.Of("usual-dose.highest", ("drug", Drug), ("usual", Usual.ToString("mg")))
            : Sentence.Of(
                "usual-dose",
                ("drug", Drug),
                ("usual", Usual.ToString("mg")),
                ("highest", HighestLabeledMg),
                ("for", HighestFor is null ? null : Sentence.Of("usual-dose.for", ("use", HighestFor)))
            );

    private static UsualDose Of(
        Benzodiazepine drug,
        decimal low,
        decimal high,
        decimal highest,
        Sentence? highestFor,
        Source source,
        Confidence confidence
    ) => new(drug, new Interval(low, high), highest, highestFor, source, confidence);
}
