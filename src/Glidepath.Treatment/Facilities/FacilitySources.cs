using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Facilities;

/// <summary>Where the criteria, the method and the warnings come from.</summary>
public static class FacilitySources
{
    public static readonly Source Samhsa = new(
        "samhsa-2022",
        "SAMHSA National Directory 2022, service code reference",
        "samhsa.gov/data, sheet \"Service Code Reference\"; public domain"
    );
    public static readonly Source Profile = new(
        "glidepath-profile",
        "Benzodiazepine profile that a facility attests",
        "docs/clinical/matching.md; no public directory holds it"
    );
    public static readonly Source Ladder = new(
        "glidepath-ladder",
        "Glidepath's own ladder of settings",
        "docs/clinical/matching.md; the wording is ours"
    );
    public static readonly Source SecretShopper = new(
        "health-affairs-2021",
        "Secret-shopper audit of 368 residential programs, 2021",
        "Health Affairs 2021, read in a summary"
    );
    public static readonly Source KickbackAct = new("ekra", "Eliminating Kickbacks in Recovery Act", "18 U.S.C. 220");
    public static readonly Source ComparisonTables = new(
        "nng-comparison",
        "Nielsen Norman Group on comparison tables",
        "nngroup.com, read in a summary"
    );
    public static readonly Source Judgement = new(
        "glidepath-judgement",
        "Glidepath's own choice, open to change",
        "docs/clinical/matching.md"
    );
}
