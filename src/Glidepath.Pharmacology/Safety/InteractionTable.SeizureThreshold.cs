using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Safety;

public static partial class InteractionTable
{
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
                    "its label forbids it while a benzodiazepine is stopped abruptly",
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
                "highest of the antipsychotics, more at high doses",
                Sources.SeizureReviews,
                Secondary,
                "clozapine",
                "clozaril",
                "versacloz",
                "fazaclo"
            ),
            Lowers("seizures at usual doses have been seen", Sources.SeizureReviews, Secondary, "tramadol", "ultram", "conzip", "ultracet"),
            Lowers(
                "seizures have been seen; size not known",
                Sources.SeizureReviews,
                Secondary,
                "meperidine",
                "demerol",
                "tapentadol",
                "nucynta"
            ),
            Lowers("lowers GABA; size not known", Sources.SeizureReviews, Secondary, "isoniazid", "nydrazid", "rifamate", "rifater"),
            Lowers(
                "acts against the GABA-A receptor; size not known",
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
                "named with a high dose or weak kidneys; size not known",
                Sources.SeizureReviews,
                Secondary,
                "imipenem",
                "primaxin",
                "cefepime",
                "maxipime",
                "meropenem",
                "merrem"
            ),
            Lowers("the bupropion label names it; size not known", Sources.Bupropion, Secondary, [.. Theophylline, .. Tricyclics]),
            Lowers(
                "the bupropion label names systemic steroids; size not known",
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
                "the bupropion label names antipsychotics; size not known",
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
