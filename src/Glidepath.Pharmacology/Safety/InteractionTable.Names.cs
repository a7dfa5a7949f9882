namespace Glidepath.Pharmacology.Safety;

public static partial class InteractionTable
{
    public static IReadOnlyList<string> OpioidTreatments { get; } =
    [
        "buprenorphine",
        "suboxone",
        "subutex",
        "zubsolv",
        "sublocade",
        "brixadi",
        "belbuca",
        "butrans",
        "methadone",
        "dolophine",
        "methadose",
    ];

    /// <summary>Opioids by US name and common brand; for recognizing one in a list, not a formulary.</summary>
    public static IReadOnlyList<string> Opioids { get; } =
    [
        "oxycodone",
        "hydrocodone",
        "morphine",
        "hydromorphone",
        "oxymorphone",
        "fentanyl",
        "tramadol",
        "tapentadol",
        "codeine",
        "heroin",
        "opium",
        "meperidine",
        "levorphanol",
        "dihydrocodeine",
        "co codamol",
        "tylenol #3",
        "nalbuphine",
        "butorphanol",
        "pentazocine",
        "percocet",
        "oxycontin",
        "roxicodone",
        "xtampza",
        "norco",
        "vicodin",
        "lortab",
        "hysingla",
        "ms contin",
        "kadian",
        "dilaudid",
        "opana",
        "duragesic",
        "actiq",
        "ultram",
        "ultracet",
        "conzip",
        "nucynta",
        "demerol",
        "paregoric",
        .. OpioidTreatments,
    ];

    /// <summary>Sold as supplements, and act like opioids: tianeptine, kratom and its 7-hydroxymitragynine.</summary>
    public static IReadOnlyList<string> ActsLikeOpioid { get; } =
    ["tianeptine", "zaza", "tianaa", "kratom", "mitragynine", "7 oh", "7oh", "7 hydroxymitragynine"];

    public static IReadOnlyList<string> AlcoholNames { get; } =
    ["alcohol", "ethanol", "beer", "wine", "liquor", "vodka", "whiskey", "whisky", "rum", "gin", "tequila", "hard seltzer"];

    /// <summary>Designer benzodiazepines and phenibut: never from a pharmacy, and with a withdrawal of their own.</summary>
    public static IReadOnlyList<string> Unregulated { get; } =
    [
        "bromazolam",
        "etizolam",
        "clonazolam",
        "flualprazolam",
        "flubromazolam",
        "flubromazepam",
        "pyrazolam",
        "diclazepam",
        "phenazepam",
        "deschloroetizolam",
        "adinazolam",
        "flunitrazolam",
        "norflurazepam",
        "designer benzodiazepine",
        "pressed xanax",
        "street xanax",
        "phenibut",
    ];

    /// <summary>
    /// Whether another rule than a row of this table speaks of the medicine: an opioid, alcohol, an unregulated substance.
    /// </summary>
    internal static bool IsAFact(string written) =>
        IsOneOf(written, Opioids) || IsOneOf(written, ActsLikeOpioid) || IsOneOf(written, AlcoholNames) || IsOneOf(written, Unregulated);
}
