using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;
using static Glidepath.Pharmacology.Drugs.Confidence;
using static Glidepath.Pharmacology.Safety.InteractionKind;

namespace Glidepath.Pharmacology.Safety;

public static partial class InteractionTable
{
    private static IReadOnlyList<string> Ritonavir => ["ritonavir", "norvir", "nirmatrelvir", "paxlovid", "lopinavir", "kaletra"];

    private static IReadOnlyList<string> Ketoconazole => ["ketoconazole", "nizoral", "levoketoconazole", "recorlev"];

    private static IReadOnlyList<string> Itraconazole => ["itraconazole", "sporanox", "tolsura", "onmel"];

    private static IReadOnlyList<string> Fluconazole => ["fluconazole", "diflucan"];

    private static IReadOnlyList<string> Fluvoxamine => ["fluvoxamine", "luvox"];

    private static IReadOnlyList<string> Fluoxetine => ["fluoxetine", "prozac", "sarafem", "symbyax"];

    private static IReadOnlyList<string> Cimetidine => ["cimetidine", "tagamet"];

    private static IReadOnlyList<string> Disulfiram => ["disulfiram", "antabuse"];

    private static IReadOnlyList<string> OralContraceptives =>
        [
            "oral contraceptive",
            "oral contraceptives",
            "birth control pill",
            "birth control pills",
            "ethinyl estradiol",
            "norethindrone",
            "levonorgestrel",
            "norgestimate",
            "drospirenone",
            "desogestrel",
            "yaz",
            "yasmin",
            "loestrin",
            "lo loestrin",
            "junel",
            "sprintec",
            "ortho tri cyclen",
            "seasonique",
            "estrostep",
        ];

    /// <summary>Of CYP3A, by the list of the US Food and Drug Administration.</summary>
    private static IReadOnlyList<string> StrongInhibitors =>
        [
            .. Ketoconazole,
            .. Itraconazole,
            .. Ritonavir,
            "posaconazole",
            "noxafil",
            "voriconazole",
            "vfend",
            "clarithromycin",
            "biaxin",
            "prevpac",
            "telithromycin",
            "ketek",
            "nefazodone",
            "serzone",
            "cobicistat",
            "tybost",
            "genvoya",
            "stribild",
            "prezcobix",
            "evotaz",
            "symtuza",
            "atazanavir",
            "reyataz",
            "darunavir",
            "prezista",
            "indinavir",
            "crixivan",
            "nelfinavir",
            "viracept",
            "saquinavir",
            "invirase",
            "ombitasvir",
            "viekira",
            "technivie",
            "boceprevir",
            "victrelis",
            "telaprevir",
            "incivek",
            "idelalisib",
            "zydelig",
            "ceritinib",
            "zykadia",
            "lonafarnib",
            "zokinvy",
            "mifepristone",
            "korlym",
            "tucatinib",
            "tukysa",
        ];

    private static IReadOnlyList<string> ModerateInhibitors =>
        [
            .. Fluconazole,
            "erythromycin",
            "ery tab",
            "erythrocin",
            "e mycin",
            "diltiazem",
            "cardizem",
            "tiazac",
            "cartia",
            "dilt xr",
            "verapamil",
            "calan",
            "verelan",
            "isoptin",
            "tarka",
            "grapefruit",
            "aprepitant",
            "emend",
            "fosaprepitant",
            "netupitant",
            "fosnetupitant",
            "akynzeo",
            "amiodarone",
            "pacerone",
            "nexterone",
            "berotralstat",
            "orladeyo",
            "conivaptan",
            "vaprisol",
            "crizotinib",
            "xalkori",
            "cyclosporine",
            "neoral",
            "sandimmune",
            "gengraf",
            "dronedarone",
            "multaq",
            "duvelisib",
            "copiktra",
            "fedratinib",
            "inrebic",
            "fosamprenavir",
            "lexiva",
            "imatinib",
            "gleevec",
            "isavuconazole",
            "isavuconazonium",
            "cresemba",
            "lefamulin",
            "xenleta",
            "letermovir",
            "prevymis",
            "nilotinib",
            "tasigna",
            "ribociclib",
            "kisqali",
            "schisandra",
            .. Cimetidine,
        ];

    private static IReadOnlyList<string> Cyp2C19Inhibitors =>
        [
            .. Fluconazole,
            .. Fluvoxamine,
            .. Fluoxetine,
            .. Cimetidine,
            "omeprazole",
            "prilosec",
            "zegerid",
            "esomeprazole",
            "nexium",
            "voriconazole",
            "vfend",
            "ticlopidine",
            "ticlid",
            "cannabidiol",
            "cbd",
            "epidiolex",
            "felbamate",
            "felbatol",
        ];

    private static IEnumerable<Interaction> Inhibitors() =>
        [
            .. OnAlprazolam(),
            .. OnTriazolam(),
            .. OnDiazepam(),
            .. OnOthers(),
            Row(Inhibitor, RemovedByCyp2C19, SizeNotKnown, Sources.ClobazamInteractions, Secondary, Cyp2C19Inhibitors),
            Row(Inhibitor, RemovedByCyp3A, SizeNotKnown, Sources.Cyp3ALists, Secondary, StrongInhibitors),
            Row(Inhibitor, RemovedByCyp3A, SizeNotKnown, Sources.Cyp3ALists, Secondary, ModerateInhibitors),
            // On clonazepam fluoxetine has none: a source says so, see WithoutEffect.
            Row(Inhibitor, RemovedByCyp3A, SizeNotKnown, Sources.Memory, Unverified, Fluvoxamine),
        ];

    private static IEnumerable<Interaction> OnAlprazolam() =>
        [
            CareFirst(
                Row(
                    Inhibitor,
                    [Alprazolam],
                    "effect.about-4-times-the-exposure-contraindicated",
                    Sources.DrugsComAlprazolam,
                    Secondary,
                    Ketoconazole
                )
            ),
            CareFirst(
                Row(Inhibitor, [Alprazolam], "effect.about-2-5-times-the-exposure", Sources.DrugsComAlprazolam, Secondary, Itraconazole)
            ),
            Row(Inhibitor, [Alprazolam], "effect.about-2-5-times-the-exposure-at", Sources.Norvir, Secondary, Ritonavir),
            Row(Inhibitor, [Alprazolam], "effect.about-twice-the-exposure-by-day", Sources.Fleishaker1994, Secondary, Fluvoxamine),
            Row(Inhibitor, [Alprazolam], "effect.exposure-32-higher", Sources.AlprazolamFluoxetine, Primary, Fluoxetine),
            Row(Inhibitor, [Alprazolam], "effect.clearance-37-to-42-lower", Sources.Abernethy1983, Primary, Cimetidine),
            Row(Inhibitor, [Alprazolam], SizeNotKnown, Sources.DrugsComAlprazolam, Secondary, "nefazodone", "serzone"),
            Row(Inhibitor, [Alprazolam, Triazolam], SizeNotKnown, Sources.Stoehr1984, Primary, OralContraceptives),
        ];

    private static IEnumerable<Interaction> OnTriazolam() =>
        [
            CareFirst(
                Row(
                    Inhibitor,
                    [Triazolam],
                    "effect.about-22-times-the-exposure-contraindicated",
                    Sources.InteractionLists,
                    Secondary,
                    [.. Ketoconazole, .. Itraconazole]
                )
            ),
            CareFirst(
                Row(Inhibitor, [Triazolam], "effect.over-20-times-the-exposure-contraindicated", Sources.Norvir, Secondary, Ritonavir)
            ),
            Row(Inhibitor, [Triazolam], "effect.exposure-1-6-to-4-4", Sources.TriazolamFluconazole, Primary, Fluconazole),
        ];

    private static IEnumerable<Interaction> OnDiazepam() =>
        [
            Row(
                Inhibitor,
                [Diazepam],
                "effect.clearance-26-lower-at-20-mg",
                Sources.DiazepamOmeprazole,
                Primary,
                "omeprazole",
                "prilosec",
                "zegerid"
            ),
            Row(Inhibitor, [Diazepam], "effect.clearance-38-lower", Sources.DiazepamCimetidine, Primary, Cimetidine),
            Row(Inhibitor, [Diazepam], "effect.clearance-65-lower", Sources.Perucca1994, Primary, Fluvoxamine),
            Row(Inhibitor, [Diazepam], "effect.clearance-26-lower", Sources.DiazepamIsoniazid, Primary, "isoniazid", "nydrazid"),
            Row(Inhibitor, [Diazepam], "effect.exposure-3-2-times-in-one", Sources.DiazepamReasoner, Secondary, "grapefruit"),
            Row(Inhibitor, [Diazepam], SizeNotKnown, Sources.DiazepamContraceptives, Primary, OralContraceptives),
            Row(Inhibitor, [Diazepam], SizeNotKnown, Sources.Memory, Unverified, Disulfiram),
        ];

    private static IEnumerable<Interaction> OnOthers() =>
        [
            Row(
                Inhibitor,
                [Clonazepam],
                SizeNotKnown,
                Sources.ClonazepamLabel,
                Primary,
                [.. Ketoconazole, .. Itraconazole, .. Fluconazole, "voriconazole", "vfend", "posaconazole", "noxafil"]
            ),
            Row(Inhibitor, [Clonazepam], SizeNotKnown, Sources.SwissLabel, Secondary, Ritonavir),
            Row(Inhibitor, [Chlordiazepoxide], "effect.clearance-54-lower", Sources.CimetidineTiming, Primary, Cimetidine),
            Row(Inhibitor, [Chlordiazepoxide], "effect.clearance-60-lower", Sources.Patwardhan1983, Primary, OralContraceptives),
            Row(Inhibitor, [Chlordiazepoxide], SizeNotKnown, Sources.Memory, Unverified, Disulfiram),
            Row(
                Inhibitor,
                [Clorazepate, Nordazepam],
                "effect.clearance-of-nordazepam-35-to-49",
                Sources.NordazepamCimetidine,
                Primary,
                Cimetidine
            ),
            Row(Inhibitor, [Lorazepam], "effect.clearance-40-lower-after-an-injection", Sources.LorazepamLabel, Primary, Valproate),
            Row(
                Inhibitor,
                [Lorazepam],
                "effect.the-label-halves-lorazepam-to-50",
                Sources.LorazepamLabel,
                Primary,
                "probenecid",
                "benemid",
                "col probenecid"
            ),
            Row(Inhibitor, [Clobazam], "effect.highest-level-about-50-higher", Sources.ClobazamInteractions, Primary, AlcoholNames),
            Row(Inhibitor, [Zolpidem], "effect.clearance-41-lower", Sources.ZolpidemAzoles, Primary, Ketoconazole),
            Row(
                Inhibitor,
                [Zolpidem],
                "effect.clearance-20-to-24-lower-not",
                Sources.ZolpidemAzoles,
                Primary,
                [.. Itraconazole, .. Fluconazole]
            ),
        ];

    private static Interaction CareFirst(Interaction row) => row with { Severity = Severity.CareFirst };
}
