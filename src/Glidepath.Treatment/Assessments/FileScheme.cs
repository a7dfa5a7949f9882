using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Treatment.Assessments;

/// <summary>Scoring of an instrument whose text is not shipped. The programme supplies the items as a FHIR R4 Questionnaire.</summary>
/// <param name="ScoredItems">How many scored items the file must have.</param>
/// <param name="MostPerItem">Every scored item runs from 0 to this, in whole steps.</param>
public sealed record FileScheme(
    string Id,
    string Title,
    int ScoredItems,
    int MostPerItem,
    IReadOnlyList<ScoreBand> Bands,
    IReadOnlyList<CutOff> CutOffs,
    string Citation,
    string VerifiedAgainst
)
{
    public static IReadOnlyList<FileScheme> All => field ??= [CiwaB, Bwsq];

    /// <summary>Not CIWA-Ar: other items and another range.</summary>
    public static FileScheme CiwaB { get; } =
        new(
            "ciwa-b",
            "CIWA-B",
            20,
            4,
            [
                new(0, 0, "none", Sources.Memory, Unverified),
                new(1, 20, "mild", Sources.Memory, Unverified),
                new(21, 40, "moderate", Sources.Memory, Unverified),
                new(41, 60, "severe", Sources.Memory, Unverified),
                new(61, 80, "very severe", Sources.Memory, Unverified),
            ],
            [],
            "Busto UE, Sykora K, Sellers EM. J Clin Psychopharmacol 1989;9:412.",
            "20 scored items of 0 to 4 and the bands are from memory; sleep hours are recorded and not scored. The abstract of "
                + "1989 speaks of 22 items in all. Compare with the paper."
        );

    public static FileScheme Bwsq { get; } =
        new(
            "bwsq",
            "Benzodiazepine Withdrawal Symptom Questionnaire",
            20,
            2,
            [],
            [new(21, "seek advice", Sources.Memory, Unverified)],
            "Tyrer P, Murphy S, Riley P. J Affect Disord 1990;19:53.",
            "20 items: the abstract of 1990. 0 to 2 an item and the cut-off above 20: from memory. Compare with the paper. "
                + "Imperial College London offers the questionnaire for license: ask before use."
        );

    public static FileScheme? Find(string id) => All.FirstOrDefault(s => s.Id == id);
}
