using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Safety;

public static partial class InteractionTable
{
    private static IReadOnlyList<string> Butalbital =>
        ["butalbital", "fioricet", "fiorinal", "esgic", "ascomp", "bupap", "allzital", "phrenilin"];

    /// <summary>By US name and common brand.</summary>
    public static IReadOnlyList<string> Barbiturates =>
        [
            .. Butalbital,
            .. Phenobarbital,
            "primidone",
            "mysoline",
            "secobarbital",
            "seconal",
            "pentobarbital",
            "nembutal",
            "amobarbital",
            "amytal",
            "butabarbital",
            "butisol",
        ];

    private static IEnumerable<Interaction> Sedatives() =>
        [
            CareFirst(
                Adds(
                    "effect.call-first-collapse-fainting-and-respiratory",
                    Sources.ClozapineCollapse,
                    Secondary,
                    "clozapine",
                    "clozaril",
                    "versacloz",
                    "fazaclo"
                )
            ),
            CareFirst(
                Adds(
                    "effect.its-label-forbids-it-with-sedative",
                    Sources.Xyrem,
                    Primary,
                    "sodium oxybate",
                    "xyrem",
                    "xywav",
                    "lumryz",
                    "ghb",
                    "oxybate"
                )
            ),
            CareFirst(
                Adds(
                    "effect.a-second-benzodiazepine-for-which-there",
                    Sources.OwnRule,
                    Derived,
                    "nitrazepam",
                    "mogadon",
                    "bromazepam",
                    "lexotan",
                    "lectopam",
                    "lormetazepam",
                    "loprazolam",
                    "flunitrazepam",
                    "rohypnol",
                    "midazolam",
                    "versed",
                    "nayzilam",
                    "prazepam",
                    "halazepam",
                    "tetrazepam",
                    "ketazolam",
                    "remimazolam"
                )
            ),
            Adds("effect.a-barbiturate-with-a-withdrawal-of", Sources.ClonazepamLabel, Primary, Barbiturates),
            Adds(
                "effect.slowed-breathing-more-so-with-an",
                Sources.AsamTables,
                Secondary,
                "gabapentin",
                "neurontin",
                "gralise",
                "horizant",
                "pregabalin",
                "lyrica"
            ),
            Adds(
                "effect.stupor-and-slowed-breathing-reported-with",
                Sources.LorazepamLabel,
                Primary,
                "loxapine",
                "loxitane",
                "adasuve",
                "scopolamine"
            ),
            Adds(
                "effect.muscle-relaxant-size-not-known",
                Sources.LorazepamSwiss,
                Primary,
                "baclofen",
                "lioresal",
                "carisoprodol",
                "soma",
                "cyclobenzaprine",
                "flexeril",
                "amrix",
                "tizanidine",
                "zanaflex",
                "methocarbamol",
                "robaxin",
                "metaxalone",
                "skelaxin",
                "orphenadrine",
                "norflex",
                "chlorzoxazone",
                "dantrolene"
            ),
            Adds(
                "effect.sedating-antihistamine-size-not-known",
                Sources.LorazepamSwiss,
                Primary,
                "diphenhydramine",
                "benadryl",
                "zzzquil",
                "tylenol pm",
                "advil pm",
                "unisom",
                "doxylamine",
                "hydroxyzine",
                "vistaril",
                "atarax",
                "promethazine",
                "phenergan",
                "chlorpheniramine",
                "meclizine",
                "cyproheptadine"
            ),
            Adds(
                "effect.antipsychotic-size-not-known",
                Sources.LorazepamSwiss,
                Primary,
                "quetiapine",
                "seroquel",
                "olanzapine",
                "zyprexa",
                "symbyax",
                "risperidone",
                "risperdal",
                "haloperidol",
                "haldol",
                "ziprasidone",
                "geodon",
                "chlorpromazine",
                "thorazine",
                "aripiprazole",
                "abilify",
                "prochlorperazine",
                "compazine",
                "thioridazine",
                "perphenazine",
                "lurasidone",
                "latuda"
            ),
            Adds(
                "effect.sedating-antidepressant-size-not-known",
                Sources.ClonazepamLabel,
                Primary,
                ["trazodone", "desyrel", "mirtazapine", "remeron", "phenelzine", "nardil", "tranylcypromine", "parnate", .. Tricyclics]
            ),
            Adds(
                "effect.a-sleep-medicine-size-not-known",
                Sources.ClonazepamLabel,
                Primary,
                "suvorexant",
                "belsomra",
                "lemborexant",
                "dayvigo",
                "daridorexant",
                "quviviq",
                "ramelteon",
                "rozerem",
                "meprobamate",
                "chloral hydrate"
            ),
            Adds(
                "effect.medicine-for-seizures-size-not-known",
                Sources.ClonazepamLabel,
                Primary,
                [
                    "levetiracetam",
                    "keppra",
                    "topiramate",
                    "topamax",
                    "lacosamide",
                    "vimpat",
                    "zonisamide",
                    "zonegran",
                    "brivaracetam",
                    "briviact",
                    "tiagabine",
                    "gabitril",
                    .. Valproate,
                ]
            ),
            Adds(
                SizeNotKnown,
                Sources.Memory,
                Unverified,
                "cannabis",
                "marijuana",
                "thc",
                "dronabinol",
                "marinol",
                "kava",
                "valerian",
                "clonidine",
                "catapres",
                "ketamine",
                "esketamine",
                "spravato",
                "dextromethorphan"
            ),
        ];

    private static Interaction Adds(string effect, Source source, Confidence confidence, params IReadOnlyList<string> medicines) =>
        Row(InteractionKind.Sedative, [], effect, source, confidence, medicines);
}
