namespace Glidepath.Pharmacology.Drugs;

/// <summary>Sources of interactions whose size is not modeled.</summary>
public static partial class Sources
{
    public static readonly Source Cyp3ALists = new(
        "cyp3a-lists",
        "Strong and moderate CYP3A inhibitors and inducers, classed by FDA guidance",
        "UpToDate table 76992, copies at doctorabad.com and helen.drbinhthanh.com"
    );
    public static readonly Source ClonazepamLabel = new(
        "clonazepam-label",
        "Clonazepam label, drug interactions",
        "medlibrary.org clonazepam-1 and clonazepam-40, page 3"
    );
    public static readonly Source ClonazepamInducers = new(
        "clonazepam-inducers",
        "Clonazepam with inducers: US label about 30 %, Swiss label up to 38 %, Lai 1978 19 to 37 %",
        "medlibrary.org clonazepam-40 page 3; ch.oddb.org Rivotril 37756; doi 10.1002/cpt1978243316"
    );
    public static readonly Source ClobazamInteractions = new(
        "clobazam-label-7",
        "Clobazam label, section 7",
        "medlibrary.org clobazam-4 page 4; rxhive.zynapte.com clobazam"
    );
    public static readonly Source LorazepamLabel = new(
        "lorazepam-label",
        "Lorazepam label, drug interactions",
        "druglib.com lorazepam; ch.oddb.org 69947 (halve the dose)"
    );
    public static readonly Source LorazepamSwiss = new(
        "lorazepam-smpc",
        "Lorazepam product information, interactions",
        "ch.oddb.org 69947"
    );
    public static readonly Source DiazepamInformation = new(
        "valium-smpc",
        "Valium product information, interactions",
        "text copied at bacasite.xyz"
    );
    public static readonly Source DiazepamReasoner = new(
        "diazepam-precautions",
        "Diazepam interactions, grapefruit",
        "rxreasoner.com/substances/diazepam/precautions"
    );
    public static readonly Source DiazepamContraceptives = new(
        "abernethy-1982-oc",
        "Oral contraceptives on diazepam, 8 women",
        "doi 10.1056/nejm198204013061307"
    );
    public static readonly Source Patwardhan1983 = new(
        "patwardhan-1983",
        "Oral contraceptives on lorazepam, oxazepam and chlordiazepoxide",
        "PMID 6131860; no change in Clin Pharmacol Ther 1983;33:628"
    );
    public static readonly Source Stoehr1984 = new(
        "stoehr-1984",
        "Oral contraceptives on triazolam, temazepam, alprazolam and lorazepam, 40 women",
        "doi 10.1038/clpt.1984.240"
    );
    public static readonly Source SeizureReviews = new(
        "seizure-threshold",
        "Medicines that lower the seizure threshold",
        "Hitchings, Adverse Drug React Bull 2016;298:1151; hdrxservices.com; droracle.ai 103698"
    );
    public static readonly Source Unseld1990 = new(
        "unseld-1990",
        "Fluoroquinolones at the benzodiazepine-GABA-A receptor complex",
        "Br J Clin Pharmacol 1990;30:63, PMC1368276"
    );
    public static readonly Source ClozapineCollapse = new(
        "clozapine-1999",
        "Clozapine with benzodiazepines: collapse, syncope, respiratory arrest",
        "J Clin Psychiatry 1999;60:619, abstract"
    );
    public static readonly Source Xyrem = new(
        "xyrem-label",
        "Xyrem label 2020, contraindications",
        "rxreasoner.com/monographs/xyrem/precautions"
    );
    public static readonly Source Theophylline1983 = new(
        "theophylline-diazepam",
        "Theophylline and aminophylline against diazepam",
        "PMID 6662173; scilit record bc018a4d"
    );
    public static readonly Source CaffeineDiazepam = new(
        "mattila-1983",
        "Caffeine and theophylline against diazepam, 237 adults",
        "Med Biol 1983;61:337, PMID 6374311"
    );
    public static readonly Source DesignerDrugs = new(
        "pcc-2022",
        "Phenibut and bromazolam: withdrawal treated in hospital, one patient",
        "Prim Care Companion CNS Disord 2022;24(4):21cr03119"
    );
    public static readonly Source Bromazolam = new(
        "mmwr-2024-bromazolam",
        "CDC, three young adults who took bromazolam sold as alprazolam, Chicago 2023",
        "MMWR 2024;72:5253a5, cdc.gov/mmwr/volumes/72/wr/mm725253a5.htm"
    );
    public static readonly Source OpioidLike = new(
        "fda-tianeptine",
        "FDA warnings of tianeptine and kratom, as reported",
        "yourhhrsnews.com; visualassembler.com 2022-02-23"
    );
}
