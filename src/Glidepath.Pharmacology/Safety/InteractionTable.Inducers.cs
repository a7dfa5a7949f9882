using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;
using static Glidepath.Pharmacology.Drugs.Confidence;
using static Glidepath.Pharmacology.Safety.InteractionKind;

namespace Glidepath.Pharmacology.Safety;

public static partial class InteractionTable
{
    private static IReadOnlyList<string> Carbamazepine => ["carbamazepine", "tegretol", "carbatrol", "equetro", "epitol"];

    private static IReadOnlyList<string> Phenytoin => ["phenytoin", "dilantin", "phenytek", "fosphenytoin", "cerebyx"];

    private static IReadOnlyList<string> Phenobarbital => ["phenobarbital", "luminal", "sezaby"];

    private static IReadOnlyList<string> Rifampin => ["rifampin", "rifampicin", "rifadin", "rimactane", "rifamate", "rifater"];

    private static IReadOnlyList<string> StJohnsWort => ["st john's wort", "st johns wort", "saint john's wort", "hypericum"];

    private static IReadOnlyList<string> Valproate => ["valproate", "valproic acid", "divalproex", "depakote", "depakene"];

    /// <summary>Of CYP3A, by the list of the US Food and Drug Administration.</summary>
    private static IReadOnlyList<string> StrongInducers =>
        [
            .. Carbamazepine,
            .. Phenytoin,
            .. Phenobarbital,
            .. Rifampin,
            "primidone",
            "mysoline",
            "apalutamide",
            "erleada",
            "enzalutamide",
            "xtandi",
            "lumacaftor",
            "orkambi",
            "mitotane",
            "lysodren",
        ];

    private static IReadOnlyList<string> ModerateInducers =>
        [
            .. StJohnsWort,
            "bexarotene",
            "targretin",
            "bosentan",
            "tracleer",
            "cenobamate",
            "xcopri",
            "dabrafenib",
            "tafinlar",
            "dexamethasone",
            "decadron",
            "hemady",
            "efavirenz",
            "sustiva",
            "atripla",
            "symfi",
            "elagolix",
            "orilissa",
            "oriahnn",
            "eslicarbazepine",
            "aptiom",
            "etravirine",
            "intelence",
            "lorlatinib",
            "lorbrena",
            "modafinil",
            "provigil",
            "nafcillin",
            "pexidartinib",
            "turalio",
            "rifabutin",
            "mycobutin",
            "rifapentine",
            "priftin",
            "sotorasib",
            "lumakras",
        ];

    private static IEnumerable<Interaction> Inducers() =>
        [
            Row(
                Inducer,
                [Clonazepam],
                "effect.about-20-to-38-lower-level",
                Sources.ClonazepamInducers,
                Secondary,
                [.. Carbamazepine, .. Phenytoin, .. Phenobarbital]
            ),
            Row(
                Inducer,
                [Clonazepam],
                "effect.up-to-38-lower-level",
                Sources.SwissLabel,
                Secondary,
                "lamotrigine",
                "lamictal",
                "subvenite"
            ),
            Row(Inducer, [Clonazepam], "effect.clearance-18-higher-in-routine-care", Sources.Yukawa, Secondary, Valproate),
            Row(Inducer, [Alprazolam], "effect.exposure-58-lower", Sources.OspInteractions, Secondary, Carbamazepine),
            Row(Inducer, [Alprazolam], "effect.exposure-82-to-88-lower", Sources.OspInteractions, Secondary, Rifampin),
            Row(Inducer, [Alprazolam], "effect.clearance-doubled-2-times-hardly-changed", Sources.StJohnsWort, Primary, StJohnsWort),
            Row(Inducer, [Diazepam], "effect.3-to-4-times-the-clearance", Sources.DiazepamRifampicin, Primary, Rifampin),
            Row(Inducer, [Diazepam], "effect.about-3-times-the-clearance", Sources.DiazepamInformation, Secondary, Carbamazepine),
            Row(Inducer, [Triazolam], "effect.exposure-95-lower", Sources.TriazolamRifampicin, Primary, Rifampin),
            Row(Inducer, [Zolpidem], "effect.exposure-57-lower", Sources.ZolpidemCarbamazepine, Primary, Carbamazepine),
            Row(
                Inducer,
                [Clobazam],
                "effect.level-44-to-61-lower",
                Sources.ClobazamInducers,
                Primary,
                [.. Carbamazepine, .. Phenytoin, .. Phenobarbital]
            ),
            Row(
                Inducer,
                [Lorazepam, Oxazepam],
                "effect.no-change-in-one-study-clearance",
                Sources.Patwardhan1983,
                Primary,
                OralContraceptives
            ),
            Row(Inducer, [Temazepam], SizeNotKnown, Sources.Stoehr1984, Primary, OralContraceptives),
            Row(Inducer, RemovedByCyp3A, SizeNotKnown, Sources.Cyp3ALists, Secondary, StrongInducers),
            Row(Inducer, RemovedByCyp3A, SizeNotKnown, Sources.Cyp3ALists, Secondary, ModerateInducers),
            Row(
                Inducer,
                RemovedByCyp3A,
                SizeNotKnown,
                Sources.Memory,
                Unverified,
                [
                    "oxcarbazepine",
                    "trileptal",
                    "oxtellar",
                    "topiramate",
                    "topamax",
                    "qudexy",
                    "trokendi",
                    "armodafinil",
                    "nuvigil",
                    .. Butalbital,
                ]
            ),
        ];
}
