using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Family;

/// <summary>
/// What trials found about ways to help a person into treatment, with the number of people, so that a reader can see how much it is worth.
/// </summary>
/// <param name="Claim">In plain words, with the figures as published.</param>
/// <param name="Caution">What it does not show.</param>
public sealed record FamilyEvidence(string Id, string Claim, string Caution, Source Source, Confidence Confidence)
{
    private const string NotBenzodiazepines =
        "The people in it mostly drank or used other drugs. Nobody has tested this for benzodiazepines alone.";

    public static IReadOnlyList<FamilyEvidence> All { get; } =
    [
        new(
            "craft",
            "Of 130 families, 64 of 100 whose relative learned these skills saw the person start treatment. With a planned "
                + "surprise meeting it was 30 of 100, with Al-Anon 13 of 100.",
            NotBenzodiazepines,
            new("miller-1999", "Miller, Meyers and Tonigan 1999, randomized trial", "PMID 10535235"),
            Confidence.Secondary
        ),
        new(
            "short",
            "Of 115 families, the short way did as well: 4 to 6 meetings on how to invite someone brought 63 of 100 into "
                + "treatment, the full 12 to 14 meetings 62, and a group for the family alone 37.",
            NotBenzodiazepines,
            new("kirby-2017", "Kirby and others, randomized trial of treatment entry training", "PMC5690811"),
            Confidence.Primary
        ),
        new(
            "meeting",
            "In the same trial of 130 families, 70 of 100 who prepared a surprise meeting never held it.",
            "Where it was held, 75 of 100 led to treatment. Those families may differ from the others.",
            new("miller-1999", "Miller, Meyers and Tonigan 1999, randomized trial", "PMID 10535235"),
            Confidence.Secondary
        ),
        new(
            "alone",
            "Learning from a book or a page alone helps less: 40 of 100 against 60 of 100 in a group, in a small trial of 40 families.",
            "So small a trial can mislead. It is still the reason why these pages ask you to find one person to talk to.",
            new("manuel-2012", "Manuel and others 2012, group and self-directed delivery", "PMC3331969"),
            Confidence.Secondary
        ),
        new(
            "steps",
            "When 110 families went step by step, with the person invited from the first day, 83 of 100 started treatment, half "
                + "of them within a week.",
            "There was no group to compare with.",
            new("landau-2004", "Landau and others 2004, ARISE", "PMID 15624546"),
            Confidence.Secondary
        ),
    ];
}
