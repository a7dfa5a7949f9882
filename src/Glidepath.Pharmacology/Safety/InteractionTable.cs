using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Safety;

public enum InteractionKind
{
    /// <summary>Lowers the level: starting it is a hidden cut, stopping it a hidden rise.</summary>
    Inducer,

    /// <summary>Raises the level: starting it is a hidden rise, stopping it a hidden cut.</summary>
    Inhibitor,

    /// <summary>Lowers the seizure threshold.</summary>
    SeizureThreshold,

    /// <summary>Adds sedation or slows breathing.</summary>
    Sedative,
}

/// <param name="Drugs">The benzodiazepines it is known for; empty for all.</param>
/// <param name="Effect">The published size, in words; may be empty.</param>
public sealed record Interaction(IReadOnlyList<string> Medicines, InteractionKind Kind, IReadOnlyList<Benzodiazepine> Drugs, string Effect, Source Source, Confidence Confidence)
{
    public bool Concerns(Benzodiazepine drug) => Drugs.Count == 0 || Drugs.Contains(drug);
}

/// <summary>Medicines that change the level of a benzodiazepine, the seizure threshold or breathing.</summary>
public static class InteractionTable
{
    public static IReadOnlyList<Interaction> All { get; } =
    [
        new(["carbamazepine", "phenytoin", "phenobarbital", "lamotrigine"], InteractionKind.Inducer, [Clonazepam], "up to 38 % lower clonazepam level", Sources.SwissLabel, Secondary),
        new(["valproate", "valproic acid", "divalproex"], InteractionKind.Inducer, [Clonazepam], "a little lower clonazepam level; absence status has been seen", Sources.SwissLabel, Secondary),
        new(["carbamazepine", "rifampicin", "rifampin", "st john's wort"], InteractionKind.Inducer, [Alprazolam, Triazolam, Zolpidem], "lower level", Sources.InteractionLists, Secondary),
        new(["carbamazepine", "rifampicin", "rifampin"], InteractionKind.Inducer, [Diazepam, Nordazepam, Clorazepate], "lower level", Sources.InteractionLists, Secondary),
        new(["fluconazole", "ritonavir", "nirmatrelvir/ritonavir", "paxlovid"], InteractionKind.Inhibitor, [Clonazepam], "higher level", Sources.SwissLabel, Secondary),
        new(["ketoconazole"], InteractionKind.Inhibitor, [Alprazolam], "about 4 times the exposure; contraindicated", Sources.DrugsComAlprazolam, Secondary),
        new(["itraconazole"], InteractionKind.Inhibitor, [Alprazolam], "about 2.5 times the exposure; contraindicated", Sources.DrugsComAlprazolam, Secondary),
        new(["ritonavir", "nirmatrelvir/ritonavir", "paxlovid"], InteractionKind.Inhibitor, [Alprazolam], "about 2.5 times the exposure at first, then induction", Sources.Norvir, Secondary),
        new(["fluvoxamine", "nefazodone", "cimetidine"], InteractionKind.Inhibitor, [Alprazolam], "higher level", Sources.DrugsComAlprazolam, Secondary),
        new(["ketoconazole", "itraconazole"], InteractionKind.Inhibitor, [Triazolam], "about 22 times the exposure; contraindicated", Sources.InteractionLists, Secondary),
        new(["ritonavir", "nirmatrelvir/ritonavir", "paxlovid"], InteractionKind.Inhibitor, [Triazolam], "over 20 times the exposure; contraindicated", Sources.Norvir, Secondary),
        new(["omeprazole", "fluvoxamine", "fluoxetine", "ketoconazole", "itraconazole", "fluconazole"], InteractionKind.Inhibitor, [Diazepam], "higher level", Sources.InteractionLists, Secondary),
        new(["bupropion"], InteractionKind.SeizureThreshold, [], "its label forbids it while a benzodiazepine is stopped abruptly", Sources.Bupropion, Primary),
        new(["tramadol", "clozapine", "theophylline", "isoniazid", "lithium", "ciprofloxacin", "levofloxacin"], InteractionKind.SeizureThreshold, [], "", Sources.Bupropion, Secondary),
        new(["gabapentin", "pregabalin", "baclofen", "carisoprodol", "quetiapine", "olanzapine", "diphenhydramine", "hydroxyzine"], InteractionKind.Sedative, [], "", Sources.AsamTables, Secondary),
    ];

    /// <summary>Whether a medicine as it was written, dose and all, names a known one: "carbamazepine 200 mg" names carbamazepine.</summary>
    /// <param name="known">A generic name or a brand. Whole words, in any case; points and hyphens do not matter.</param>
    public static bool Names(string written, string known)
    {
        (written, known) = (Plain(written), Plain(known));
        for (var at = written.IndexOf(known, StringComparison.OrdinalIgnoreCase); at >= 0; at = written.IndexOf(known, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetterOrDigit(written[at - 1])) && (at + known.Length == written.Length || !char.IsLetter(written[at + known.Length])))
                return true;
        return false;
    }

    public static bool IsOneOf(string written, IReadOnlyList<string> known) => known.Any(k => Names(written, k));

    private static string Plain(string name) => name.Replace('\u2019', '\'').Replace(".", "", StringComparison.Ordinal).Replace('-', ' ');

    public static IReadOnlyList<string> OpioidTreatments { get; } = ["buprenorphine", "suboxone", "subutex", "zubsolv", "sublocade", "brixadi", "belbuca", "butrans", "methadone", "dolophine", "methadose"];

    /// <summary>Opioids by US name and common brand; for recognizing one in a list, not a formulary.</summary>
    public static IReadOnlyList<string> Opioids { get; } =
    [
        "oxycodone", "hydrocodone", "morphine", "hydromorphone", "oxymorphone", "fentanyl", "tramadol", "tapentadol", "codeine", "heroin", "meperidine", "levorphanol", "dihydrocodeine", "co codamol", "tylenol #3", "nalbuphine", "butorphanol", "pentazocine",
        "percocet", "oxycontin", "roxicodone", "norco", "vicodin", "lortab", "ms contin", "dilaudid", "opana", "duragesic", "ultram", "nucynta", .. OpioidTreatments,
    ];

    /// <summary>Sold as supplements, and act like opioids: tianeptine, kratom and its 7-hydroxymitragynine.</summary>
    public static IReadOnlyList<string> ActsLikeOpioid { get; } = ["tianeptine", "zaza", "tianaa", "kratom", "mitragynine", "7 oh", "7 hydroxymitragynine", "7oh"];

    public static IReadOnlyList<string> AlcoholNames { get; } = ["alcohol", "ethanol", "beer", "wine", "liquor", "vodka", "whiskey", "whisky", "rum", "gin", "tequila", "hard seltzer"];

    /// <summary>Designer benzodiazepines and phenibut: never from a pharmacy, and with a withdrawal of their own.</summary>
    public static IReadOnlyList<string> Unregulated { get; } =
    [
        "bromazolam", "etizolam", "clonazolam", "flualprazolam", "flubromazolam", "flubromazepam", "pyrazolam", "diclazepam", "phenazepam", "deschloroetizolam", "adinazolam", "flunitrazolam", "norflurazepam", "designer benzodiazepine",
        "pressed xanax", "street xanax", "phenibut",
    ];

    /// <summary>Medicines for which a source says that they do not change the level of clonazepam.</summary>
    public static IReadOnlyList<string> NoEffectOnClonazepam { get; } = ["sertraline", "fluoxetine", "felbamate"];
}
