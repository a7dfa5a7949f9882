namespace Glidepath.Pharmacology.Drugs;

/// <summary>Every source that a clinical constant in the engine names.</summary>
public static partial class Sources
{
    public static readonly Source Asam = new(
        "asam-2025",
        "Joint Clinical Practice Guideline on Benzodiazepine Tapering, 2025",
        "ASAM and nine societies, J Gen Intern Med 2025, doi 10.1007/s11606-025-09499-2"
    );
    public static readonly Source AsamTables = new(
        "asam-2025-pocket",
        "Joint Guideline 2025, pocket guide tables",
        "eguideline.guidelinecentral.com/i/1532950"
    );
    public static readonly Source Crevoisier = new(
        "crevoisier-2003",
        "Crevoisier 2003, clonazepam oral, i.m. and i.v.",
        "doi 10.1159/000069089"
    );
    public static readonly Source Greenblatt2005 = new(
        "greenblatt-2005",
        "Greenblatt 2005, clonazepam kinetics",
        "doi 10.1177/0091270005280861"
    );
    public static readonly Source Berlin = new("berlin-1975", "Berlin and Dahlström 1975, clonazepam", "doi 10.1007/BF00614012");
    public static readonly Source Kruizinga = new(
        "kruizinga-2022",
        "Kruizinga 2022, clonazepam population kinetics",
        "Br J Clin Pharmacol 2022;88:2236, doi 10.1111/bcp.15152, read in the nlmixr2lib model file"
    );
    public static readonly Source Yukawa = new(
        "yukawa-2002",
        "Yukawa 2002, clonazepam clearance in routine care",
        "J Clin Pharmacol 2002;42:81"
    );
    public static readonly Source Greenblatt1980 = new(
        "greenblatt-1980",
        "Greenblatt 1980, diazepam disposition by age and sex",
        "PMID 7357789"
    );
    public static readonly Source Greenblatt1989 = new(
        "greenblatt-1989",
        "Greenblatt 1989, diazepam in 48 men",
        "Ther Drug Monit 1989;11:652, PMID 2512694"
    );
    public static readonly Source Clorazepate = new(
        "greenblatt-clorazepate",
        "Greenblatt, nordazepam after clorazepate 20 mg",
        "10.1007/BF00426477 and scilit abstract"
    );
    public static readonly Source Lorazepam1979 = new(
        "greenblatt-1979",
        "Greenblatt 1979, lorazepam in young and old",
        "Clin Pharmacol Ther 1979;26:103"
    );
    public static readonly Source LorazepamReview = new(
        "greenblatt-1981",
        "Greenblatt 1981, oxazepam and lorazepam kinetics",
        "doi 10.2165/00003088-198106020-00001"
    );
    public static readonly Source AlprazolamReview = new(
        "greenblatt-1993",
        "Greenblatt and Wright 1993, alprazolam kinetics",
        "Clin Pharmacokinet 1993;24:453"
    );
    public static readonly Source Temazepam1984 = new("greenblatt-1984", "Greenblatt 1984, temazepam kinetics", "PMID 6142905");
    public static readonly Source Chlordiazepoxide1978 = new(
        "greenblatt-1978",
        "Greenblatt 1978, chlordiazepoxide kinetics",
        "Clin Pharmacokinet 1978;3:381"
    );
    public static readonly Source Clobazam = new("clobazam-kinetics", "Clobazam kinetics", "doi 10.1007/BF00542148");
    public static readonly Source Mitotox = new("mitotox", "Diazepam entry, MitoTox", "mitotox.org/63278");
    public static readonly Source DrugTables = new(
        "secondary-pk-tables",
        "Secondary half-life tables read side by side",
        "JAMA Intern Med 2013 table 3 (PMC3632369); benzoreform.org; ASAM pocket guide p. 19"
    );
    public static readonly Source OxazepamKinetics = new(
        "oxazepam-1988",
        "Oxazepam after i.v. and oral doses",
        "Eur J Clin Pharmacol 1988;35:385, PMID 3197746"
    );
    public static readonly Source Triazolam1995 = new("kroboth-1995", "Kroboth 1995, triazolam oral and sublingual", "PMID 7593708");
    public static readonly Source Triazolam1984 = new(
        "triazolam-alprazolam-1984",
        "Alprazolam and triazolam kinetics in normal weight and obesity",
        "PMID 6143633"
    );
    public static readonly Source ZaleplonKinetics = new("zaleplon-1999", "Zaleplon absolute bioavailability", "PMID 10211871");
    public static readonly Source ZolpidemLabelSwiss = new("zolpidem-smpc", "Zolpidem product information", "ch.oddb.org 59420 and 62247");
    public static readonly Source QuazepamLabel = new("quazepam-ppa", "Quazepam monograph", "drugs.com/ppa");
    public static readonly Source Temazepam1981 = new("divoll-1981", "Divoll 1981, temazepam by age and sex", "PMID 6117653");
    public static readonly Source ZopicloneKinetics = new(
        "fernandez-1995",
        "Fernandez 1995, zopiclone kinetics",
        "Clin Pharmacokinet 1995;29:431"
    );
    public static readonly Source Memory = new("unverified", "No source read yet", "to be checked against the label before use");
    public static readonly Source VaDod = new(
        "va-dod-2021",
        "VA/DoD 2021 equivalents, as printed in the Joint Guideline",
        "ASAM pocket guide p. 18"
    );
    public static readonly Source Ashton = new(
        "ashton",
        "Ashton Manual equivalents, as printed in the Joint Guideline",
        "ASAM pocket guide p. 18; benzo.org.uk/manual"
    );
    public static readonly Source NswHealth = new(
        "nsw-health",
        "NSW Health withdrawal guidance, equivalents and chapter 11",
        "quoted in Trent-Koessler/Withdrawal_App data/benzo-equivalence.js and index.html"
    );
    public static readonly Source ClinCalc = new(
        "clincalc",
        "ClinCalc equivalents, as compared by Benzo Reform",
        "benzoreform.org comparison"
    );
    public static readonly Source OpenFda = new("openfda", "openFDA label and NDC records", "api.fda.gov/drug/label, api.fda.gov/drug/ndc");
    public static readonly Source Medscape = new(
        "medscape-klonopin",
        "Medscape Klonopin monograph",
        "reference.medscape.com/drug/klonopin-clonazepam-342900"
    );
    public static readonly Source UspClonazepam = new(
        "usp-clonazepam",
        "USP Clonazepam Compounded Oral Suspension 0.1 mg/mL",
        "USP 32 m1384; Allen and Erickson, Am J Health Syst Pharm 1996"
    );
    public static readonly Source LorazepamCompounded = new(
        "jppt-2004",
        "Lee 2004, lorazepam 1 mg/mL suspension stability",
        "J Pediatr Pharmacol Ther 2004;9:254"
    );
    public static readonly Source ControlledRefills = new("21-cfr-1306-22", "US refill limit for Schedule III and IV", "21 CFR 1306.22");
    public static readonly Source NiceCks = new(
        "nice-cks",
        "NICE CKS benzodiazepine and z-drug withdrawal, via a UK practice document",
        "docslib.org/doc/8834537"
    );
    public static readonly Source SaHealth = new("sa-health", "SA Health benzodiazepine withdrawal management", "sahealth.sa.gov.au");
    public static readonly Source Deprescribing = new(
        "deprescribing-org",
        "Pottie 2018, deprescribing benzodiazepine receptor agonists",
        "Can Fam Physician 2018, table 2"
    );
    public static readonly Source Casn = new(
        "casn",
        "CASN nurse practitioner opioid and benzodiazepine resource, lesson 4-4",
        "nperesource.casn.ca lesson 4-4"
    );
    public static readonly Source Va = new("va-ncptsd", "VA benzodiazepine tapering sample", "scribd 447363008, docslib 4366964");
    public static readonly Source FdaLabel = new(
        "fda-label",
        "Klonopin label discontinuation advice",
        "as repeated by reference.medscape.com/drug/klonopin-clonazepam-342900"
    );
    public static readonly Source FdaBoxed = new(
        "fda-2020",
        "FDA class boxed warning, 23 September 2020",
        "fda.gov drug safety communication 09-23-2020"
    );
    public static readonly Source OwnRule = new("glidepath", "Glidepath's own rule", "docs/clinical");
    public static readonly Source SwissLabel = new(
        "rivotril-smpc",
        "Rivotril product information, interactions",
        "ch.oddb.org Rivotril 37756"
    );
    public static readonly Source InteractionLists = new(
        "interaction-lists",
        "Interaction lists read side by side",
        "MIMS alprazolam and Paxlovid entries; drugs.com; product labels quoted there"
    );
    public static readonly Source Norvir = new("norvir-label", "Norvir label, interactions", "120ty.net label copy");
    public static readonly Source DrugsComAlprazolam = new("drugs-com-alprazolam", "Alprazolam interactions", "drugs.com interactions");
    public static readonly Source Bupropion = new("bupropion-label", "Bupropion SR label, contraindications", "getjapan.org label copy");
}
