using System.Text.RegularExpressions;
using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Patients;

/// <summary>Text that may be read by someone else on a phone or a letter: it names no person, programme, medicine or reason.</summary>
public static class NeutralMessage
{
    public const string Default = "Hello. Please call us back when it suits you. There is no hurry.";

    private static readonly string[] Telling =
    [
        "benzo",
        "benzos",
        "benzodiazepine",
        "klonopin",
        "xanax",
        "valium",
        "ativan",
        "taper",
        "tapering",
        "dose",
        "withdrawal",
        "detox",
        "rehab",
        "recovery",
        "addiction",
        "dependence",
        "drug",
        "drugs",
        "medicine",
        "medication",
        "pill",
        "pills",
        "tablet",
        "tablets",
        "prescription",
        "refill",
        "pharmacy",
        "therapy",
        "therapist",
        "counsellor",
        "counselor",
        "treatment",
        "clinic",
        "psychiatrist",
        "psychiatry",
        "anxiety",
        "depression",
        "suicide",
        "seizure",
        "opioid",
        "methadone",
        "buprenorphine",
        "naloxone",
        "narcan",
        "alcohol",
    ];

    private static readonly HashSet<string> Words = new(
        [.. Telling, .. BenzodiazepineTable.All.Select(d => d.Name)],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>
    /// The words that tell a reader what it is about; empty when the text is neutral. A fixed list: a person still reads it before it is
    /// sent.
    /// </summary>
    public static IReadOnlyList<string> TellingWords(string text) =>
        [.. Regex.Matches(text, @"\p{L}+").Select(m => m.Value).Where(Words.Contains).Distinct(StringComparer.OrdinalIgnoreCase)];
}
