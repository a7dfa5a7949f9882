using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Safety;

public static partial class InteractionTable
{
    /// <summary>What a source says of a medicine that lowers the seizure threshold, whatever benzodiazepine is taken.</summary>
    /// <param name="written">As it stands on a list, dose and all.</param>
    /// <returns>Null where it is in no row: that does not say that it is safe.</returns>
    public static Interaction? LowersSeizureThreshold(string written) =>
        All.FirstOrDefault(i => i.Kind is InteractionKind.SeizureThreshold && IsOneOf(written, i.Medicines));

    private static IReadOnlyList<string> Theophylline =>
        ["theophylline", "theo 24", "uniphyl", "elixophyllin", "theochron", "aminophylline"];

    private static IReadOnlyList<string> Tricyclics =>
        [
            "amitriptyline",
            "elavil",
            "imipramine",
            "tofranil",
            "clomipramine",
            "anafranil",
            "nortriptyline",
            "pamelor",
            "doxepin",
            "silenor",
            "sinequan",
            "desipramine",
            "norpramin",
            "protriptyline",
            "trimipramine",
            "maprotiline",
        ];

    private static IEnumerable<Interaction> SeizureThreshold() =>
        [
            CareFirst(
                Lowers(
                    "effect.its-label-forbids-it-while-a",
                    Sources.Bupropion,
                    Primary,
                    "bupropion",
                    "wellbutrin",
                    "zyban",
                    "contrave",
                    "aplenzin",
                    "forfivo",
                    "auvelity",
                    "budeprion"
                )
            ),
            Lowers(
                "effect.highest-of-the-antipsychotics-more-at",
                Sources.SeizureReviews,
                Secondary,
                "clozapine",
                "clozaril",
                "versacloz",
                "fazaclo"
            ),
            Lowers(
                "effect.seizures-at-usual-doses-have-been",
                Sources.SeizureReviews,
                Secondary,
                "tramadol",
                "ultram",
                "conzip",
                "ultracet"
            ),
            Lowers(
                "effect.seizures-have-been-seen-size-not",
                Sources.SeizureReviews,
                Secondary,
                "meperidine",
                "demerol",
                "tapentadol",
                "nucynta"
            ),
            Lowers("effect.lowers-gaba-size-not-known", Sources.SeizureReviews, Secondary, "isoniazid", "nydrazid", "rifamate", "rifater"),
            Lowers(
                "effect.acts-against-the-gaba-a-receptor",
                Sources.Unseld1990,
                Primary,
                "ciprofloxacin",
                "cipro",
                "levofloxacin",
                "levaquin",
                "moxifloxacin",
                "avelox",
                "ofloxacin",
                "floxin",
                "delafloxacin",
                "baxdela",
                "gemifloxacin",
                "factive",
                "norfloxacin",
                "noroxin",
                "fluoroquinolone",
                "fluoroquinolones"
            ),
            Lowers(
                "effect.named-with-a-high-dose-or",
                Sources.SeizureReviews,
                Secondary,
                "imipenem",
                "primaxin",
                "cefepime",
                "maxipime",
                "meropenem",
                "merrem"
            ),
            Lowers("effect.the-bupropion-label-names-it-size", Sources.Bupropion, Secondary, [.. Theophylline, .. Tricyclics]),
            Lowers(
                "effect.the-bupropion-label-names-systemic-steroids",
                Sources.Bupropion,
                Secondary,
                "prednisone",
                "deltasone",
                "rayos",
                "prednisolone",
                "methylprednisolone",
                "medrol",
                "dexamethasone",
                "decadron"
            ),
            Lowers(
                "effect.the-bupropion-label-names-antipsychotics-size",
                Sources.Bupropion,
                Secondary,
                "chlorpromazine",
                "thorazine",
                "olanzapine",
                "zyprexa",
                "quetiapine",
                "seroquel",
                "haloperidol",
                "haldol",
                "risperidone",
                "risperdal"
            ),
            Lowers(
                SizeNotKnown,
                Sources.SeizureReviews,
                Secondary,
                "methylphenidate",
                "ritalin",
                "concerta",
                "amphetamine",
                "adderall",
                "lisdexamfetamine",
                "vyvanse",
                "dextroamphetamine"
            ),
            Lowers(SizeNotKnown, Sources.Memory, Unverified, "lithium", "lithobid", "eskalith"),
        ];

    private static Interaction Lowers(string effect, Source source, Confidence confidence, params IReadOnlyList<string> medicines) =>
        Row(InteractionKind.SeizureThreshold, [], effect, source, confidence, medicines);
}
