using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Medications;

/// <param name="DetectsLow">Of 100 samples of people who take it, how many the screens of the study found: the worst;
/// <paramref name="DetectsHigh"/> is the best.</param>
public sealed record ImmunoassayGap(Benzodiazepine Drug, int DetectsLow, int DetectsHigh, Source Source, Confidence Confidence);

/// <summary>What a urine screen for benzodiazepines misses though it is taken. A drug without a row is not said to be found.</summary>
public static class ImmunoassayGaps
{
    /// <summary>Three immunoassays, cut-offs of 100 to 300 ng/mL, 55 urines of people known to take clonazepam and no other
    /// benzodiazepine: 18 % (Triage) to 82 % (KIMS at 100 ng/mL). The abstract was read.</summary>
    public static ImmunoassayGap Clonazepam { get; } =
        new(
            BenzodiazepineTable.Clonazepam,
            18,
            82,
            new Source(
                "clonazepam-immunoassays-2014",
                "Urine immunoassays and clonazepam in 106 patients, 2014 (abstract)",
                "researchtrends.net/tia, volume 10, article 5555"
            ),
            Confidence.Primary
        );
}
