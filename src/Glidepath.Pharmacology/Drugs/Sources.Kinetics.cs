namespace Glidepath.Pharmacology.Drugs;

/// <summary>Sources of kinetic models, interactions over time and differences by age and liver.</summary>
public static partial class Sources
{
    public static readonly Source Lai1978 = new("lai-1978", "Lai 1978, carbamazepine on clonazepam, 7 adults", "doi 10.1002/cpt1978243316");
    public static readonly Source Khoo1980 = new(
        "khoo-1980",
        "Khoo 1980, phenytoin and phenobarbital on clonazepam, 8 adults",
        "Clin Pharmacol Ther 1980;28:368"
    );
    public static readonly Source OspInteractions = new(
        "osp-ddi",
        "Open Systems Pharmacology, observed interaction data",
        "github.com/Open-Systems-Pharmacology/Database-for-observed-data DDI.csv"
    );
    public static readonly Source StJohnsWort = new(
        "markowitz-2003",
        "St John's wort on alprazolam, 12 adults",
        "doi 10.1001/jama.290.11.1500"
    );
    public static readonly Source StJohnsWortOffset = new(
        "imai-2008",
        "St John's wort, recovery of CYP3A, half-life 46 h",
        "doi 10.1111/j.1365-2125.2008.03120.x"
    );
    public static readonly Source Yasui1998 = new("yasui-1998", "Itraconazole on alprazolam, 10 adults", "PMID 9784084");
    public static readonly Source Fleishaker1994 = new(
        "fleishaker-1994",
        "Fluvoxamine on alprazolam, first and tenth day",
        "PMID 8005185, read in the Open Systems Pharmacology data"
    );
    public static readonly Source AlprazolamFluoxetine = new("hall-2003", "Fluoxetine and citalopram on alprazolam", "PMID 12920410");
    public static readonly Source Abernethy1983 = new(
        "abernethy-1983",
        "Cimetidine on alprazolam and triazolam",
        "Johns Hopkins Pure record of Abernethy 1983"
    );
    public static readonly Source GreenblattRitonavir = new(
        "greenblatt-2000",
        "Ritonavir, four doses, on alprazolam",
        "doi 10.1067/mcp.2000.105757"
    );
    public static readonly Source DiazepamOmeprazole = new(
        "andersson-1990",
        "Omeprazole 20 mg on diazepam in rapid and slow metabolizers",
        "doi 10.1038/clpt.1990.12"
    );
    public static readonly Source DiazepamCimetidine = new(
        "diazepam-cimetidine",
        "Omeprazole 20 mg and cimetidine 400 mg twice a day on diazepam, 12 adults",
        "doi 10.1007/BF02657057"
    );
    public static readonly Source Perucca1994 = new("perucca-1994", "Fluvoxamine on diazepam, 8 adults", "doi 10.1038/clpt.1994.167");
    public static readonly Source DiazepamRifampicin = new("ohnhaus-1987", "Rifampicin on diazepam, 21 adults", "PMID 3608348");
    public static readonly Source DiazepamIsoniazid = new("ochs-1981", "Isoniazid and rifampicin on diazepam", "PMID 7214796");
    public static readonly Source NordazepamCimetidine = new(
        "nordazepam-cimetidine",
        "Cimetidine on nordazepam, 9 adults",
        "scilit record 18622e02"
    );
    public static readonly Source CimetidineTiming = new(
        "desmond-1980",
        "Cimetidine on chlordiazepoxide, 7 adults: full by a day, gone after two",
        "PMID 7250643"
    );
    public static readonly Source Triazolam1994 = new(
        "varhe-1994",
        "Ketoconazole and itraconazole on triazolam",
        "PMID 7995001, read in the Open Systems Pharmacology data"
    );
    public static readonly Source TriazolamRifampicin = new("villikka-1997", "Rifampicin on triazolam, 10 adults", "PMID 9024169");
    public static readonly Source TriazolamFluconazole = new(
        "varhe-1996",
        "Fluconazole 50, 100 and 200 mg on triazolam, 8 adults",
        "PMID 8904618"
    );
    public static readonly Source LorazepamValproate = new(
        "samara-1997",
        "Valproate on lorazepam at steady state, 16 adults",
        "PMID 9156377"
    );
    public static readonly Source ZolpidemAzoles = new(
        "greenblatt-1998",
        "Ketoconazole, itraconazole and fluconazole on zolpidem, 12 adults",
        "doi 10.1016/s0009-9236(98)90057-1"
    );
    public static readonly Source ZolpidemCarbamazepine = new(
        "vlase-2011",
        "Carbamazepine 400 mg on zolpidem",
        "J Clin Pharmacol 2011;51:1233"
    );
    public static readonly Source ClobazamInducers = new(
        "clobazam-inducers",
        "Enzyme-inducing antiseizure medicines on clobazam, 1,280 patients",
        "PMID 25048408"
    );
    public static readonly Source CarbamazepineOffset = new(
        "carbamazepine-deinduction",
        "Loss of carbamazepine induction, half-life 3.84 days, 6 adults",
        "PMID 8112245"
    );
    public static readonly Source RifampicinTiming = new(
        "rifampicin-timing",
        "Rifampicin induction: 90 % of the liver effect by 10 days; half gone in about 2.5 days",
        "doi 10.1208/s12248-019-0341-y; PMID 21191377"
    );
    public static readonly Source FluconazoleTiming = new("fluconazole-timing", "Fluconazole: full on day 1; half-life 31 h", "PMC1661660");
    public static readonly Source ItraconazoleTiming = new(
        "backman-1998",
        "Itraconazole on midazolam: first to sixth day and four days after",
        "doi 10.1007/s002280050420"
    );
    public static readonly Source Cyp2C19Turnover = new(
        "kaartinen-2018",
        "Esomeprazole and CYP2C19, turnover half-life 46 h, 10 adults",
        "Helsinki thesis, Kaartinen 2018"
    );
    public static readonly Source Herman1985 = new("diazepam-age-1996", "Diazepam in 7 young and 6 older men", "PMID 8864311");
    public static readonly Source Klotz1975 = new("klotz-1975", "Klotz 1975, diazepam by age and in cirrhosis", "doi 10.1172/JCI107938");
    public static readonly Source Klotz1977 = new("klotz-1977", "Klotz 1977, nordazepam in liver disease, 4 and 4 adults", "PMID 321178");
    public static readonly Source NordazepamAge = new(
        "greenblatt-2021",
        "Greenblatt 2021, diazepam and nordazepam by age",
        "doi 10.1002/jcph.1726"
    );
    public static readonly Source AlprazolamLabel = new(
        "alprazolam-label",
        "Alprazolam label: older adults and liver disease",
        "label text as quoted by droracle.ai 665476 and 361327"
    );
    public static readonly Source Kraus1978 = new(
        "kraus-1978",
        "Kraus 1978, lorazepam by age and in cirrhosis",
        "UTHSCSA record of Kraus 1978"
    );
    public static readonly Source OxazepamLiver = new(
        "oxazepam-cirrhosis",
        "Oxazepam in decompensated cirrhosis, 7 and 9 adults",
        "PMID 2365292"
    );
    public static readonly Source ChlordiazepoxideLiver = new(
        "sellers-1979",
        "Chlordiazepoxide in cirrhosis, 14 and 11 adults",
        "scilit record 637cdcee"
    );
    public static readonly Source TriazolamAge = new(
        "greenblatt-1991",
        "Triazolam in 26 young and 21 older adults",
        "doi 10.1056/NEJM199106133242403, as summarised in acpjc 115:94"
    );
    public static readonly Source TriazolamLiver = new(
        "triazolam-cirrhosis",
        "Triazolam in cirrhosis, 8 and 7 adults",
        "scilit record a17c9767"
    );
    public static readonly Source ZolpidemLabel = new(
        "zolpidem-label",
        "Zolpidem label: older adults and liver disease",
        "medlibrary.org zolpidem"
    );
    public static readonly Source FlurazepamAge = new(
        "flurazepam-age",
        "Flurazepam's metabolite by age and sex, 26 adults",
        "scilit record dc10eefe"
    );
    public static readonly Source TemazepamLiver = new("temazepam-cirrhosis", "Temazepam in cirrhosis, 9 and 7 adults", "PMID 2867675");
    public static readonly Source ClobazamLiver = new("clobazam-liver", "Clobazam in cirrhosis, 15 and 6 adults", "PMID 7937568");
    public static readonly Source Sjo1975 = new(
        "sjo-1975",
        "Sjö 1975, clonazepam levels by dose, 27 patients",
        "Eur J Clin Pharmacol 1975;8:249, PMID 1233220"
    );
    public static readonly Source Chauhan2000 = new("chauhan-2000", "Chauhan 2000, two clonazepam tablets, 12 men", "japi.org october2000");
    public static readonly Source DiazepamAbsorption = new(
        "diazepam-absorption",
        "Diazepam absorption, 5 mg fasting, 37 adults",
        "scilit record 441da8e41a3b2c6a0a636d64201b1eaa"
    );
    public static readonly Source DiazepamGeneric = new(
        "diazepam-bioinequivalence",
        "Two brands of diazepam 10 mg, 26 men",
        "scilit record 359fe4a50ba19abc12697dfeaebf3b5d"
    );
    public static readonly Source Ochs1983 = new("ochs-1983", "Ochs 1983, diazepam 5 mg a day for 22 days", "doi 10.1038/clpt.1983.64");
    public static readonly Source AbernethyDiazepam = new(
        "abernethy-diazepam",
        "Abernethy 1983, diazepam 2 mg a night for 30 nights",
        "J Clin Pharmacol 1983;23:369"
    );
    public static readonly Source KlotzCurated = new(
        "klotz-curated",
        "Klotz 1975 as quoted in a public data guide",
        "GitHub data guide, quoting doi 10.1172/JCI107938"
    );
    public static readonly Source Klotz1976 = new("klotz-1976", "Klotz 1976, diazepam 10 mg a day for 6 days, 7 men", "PMID 964288");
    public static readonly Source Abernethy1982 = new(
        "abernethy-1982",
        "Abernethy 1982, nordazepam after clorazepate 15 mg, 12 adults of normal weight",
        "doi 10.1002/jps.2600710827"
    );
    public static readonly Source Clorazepate20 = new(
        "clorazepate-20",
        "Clorazepate 20 mg by mouth and injection, 17 adults",
        "scilit record 6212e479afa4dfc89941bff9654d192b"
    );
    public static readonly Source Clorazepate15 = new(
        "clorazepate-15",
        "Clorazepate 15 mg by age and sex, 32 adults",
        "scilit record 531cf81f22f46128f418715b8f6213f2"
    );
    public static readonly Source ClorazepateSteady = new(
        "clorazepate-steady",
        "Clorazepate 22.5 mg a day, two brands",
        "paperexplained.cn record f4e80ac9b479"
    );
    public static readonly Source ChlordiazepoxideTwo = new(
        "chlordiazepoxide-two-compartment",
        "Chlordiazepoxide 30 mg i.v., i.m. and by mouth, 6 adults",
        "doi 10.1007/BF01064806"
    );
    public static readonly Source ChlordiazepoxideChain = new(
        "chlordiazepoxide-chain",
        "Chlordiazepoxide 50 mg a day, metabolites in 3 adults",
        "PMID 700911"
    );
    public static readonly Source FlurazepamLabel = new("flurazepam-label", "Flurazepam label", "dailymed archive 8226");
    public static readonly Source Quazepam1 = new(
        "quazepam-14c",
        "Quazepam 25 mg solution, 6 men",
        "paperexplained.cn record e7bb51e5a389"
    );
    public static readonly Source QuazepamTablet = new(
        "quazepam-tablet",
        "Quazepam 15 mg tablet, label summary",
        "butalbitalapap.org/index-4852"
    );
    public static readonly Source ClobazamReview = new(
        "clobazam-review",
        "Clobazam clinical pharmacology review, 2018",
        "doi 10.1002/jcph.1313"
    );
    public static readonly Source ClobazamLabel = new(
        "clobazam-label",
        "Clobazam label: metabolite 3 to 5 times the parent",
        "rxdruglabels.com clobazam-7"
    );
    public static readonly Source ClobazamUrbanol = new(
        "urbanol-label",
        "Urbanol label: accumulation 2 to 3 and about 20 times",
        "rxreasoner.com/monographs/urbanol"
    );
    public static readonly Source ClobazamHealthy = new(
        "monjanel-1994",
        "Clobazam 20 mg in 6 healthy adults and in liver disease",
        "doi 10.1111/j.1600-0773.1994.tb01371.x"
    );
    public static readonly Source AlprazolamOral = new(
        "alprazolam-oral",
        "Alprazolam 1 mg by mouth and under the tongue, 13 adults",
        "researcher.life record 1d1774dd"
    );
    public static readonly Source AlprazolamSteady = new(
        "greenblatt-1993-panic",
        "Alprazolam levels by dose, 237 patients",
        "doi 10.1001/archpsyc.1993.01820210049006"
    );
    public static readonly Source LorazepamOral = new(
        "lorazepam-oral",
        "Lorazepam 2 and 4 mg i.v. and by mouth, 6 to 7 adults",
        "researcher.life record 825b9a38"
    );
    public static readonly Source LorazepamSteady = new(
        "lorazepam-steady",
        "Lorazepam 6 and 10 mg a day, 15 and 7 adults",
        "doi 10.1002/j.1552-4604.1977.tb05642.x"
    );
    public static readonly Source LorazepamRepeated = new(
        "lorazepam-repeated",
        "Single- and multiple-dose kinetics of oral lorazepam, 6 adults",
        "J Pharmacokinet Biopharm, kobv.de record"
    );
    public static readonly Source OxazepamOral = new(
        "oxazepam-oral",
        "Oxazepam 30 mg tablet, 22 men and 9 women",
        "doi 10.1007/BF01721923"
    );
    public static readonly Source TemazepamDay = new(
        "temazepam-day-night",
        "Temazepam 20 mg by day and by night, 12 men",
        "doi 10.1007/BF00544571"
    );
    public static readonly Source Estazolam14C = new("estazolam-14c", "Estazolam 2 mg", "doi 10.3109/00498258609043501");
    public static readonly Source Okada2024 = new(
        "okada-2024",
        "Okada 2024, triazolam population kinetics",
        "doi 10.1186/s40360-024-00777-z, read in nlmixr2lib"
    );
    public static readonly Source TriazolamOral = new("triazolam-oral", "Triazolam 0.5 mg, 8 adults", "researcher.life record 611bfa94");
    public static readonly Source ZolpidemKim = new("kim-2026", "Kim 2026, zolpidem population kinetics", "doi 10.1002/psp4.70208");
    public static readonly Source EszopicloneIsomers = new(
        "fernandez-1993",
        "Fernandez 1993, zopiclone isomers, 12 adults",
        "PMID 7905394"
    );
    public static readonly Source EszopicloneOral = new(
        "eszopiclone-oral",
        "Eszopiclone 1.5, 3 and 6 mg, 12 adults",
        "doi 10.1055/s-0032-1327570"
    );
    public static readonly Source ZopicloneLabel = new("zopiclone-label", "Zopiclone label", "generika.cc reg/47111");
    public static readonly Source MolarMass = new("molar-mass", "Molar masses", "labels, USP and PubChem entries");
    public static readonly Source Fujita1999 = new(
        "fujita-1999",
        "Fujita 1999, alprazolam 2 mg a day, SPECT, 9 healthy adults",
        "PMID 10193652"
    );
    public static readonly Source Sybirska1993 = new(
        "sybirska-1993",
        "Sybirska 1993, lorazepam, SPECT in people and baboons",
        "iomazenil study, 1993"
    );
    public static readonly Source OccupancyRat = new(
        "lorazepam-rat",
        "Lorazepam occupancy in rats, flumazenil",
        "in vivo and PET, EC50 94 to 134 ng/mL"
    );
    public static readonly Source OccupancyInVitro = new(
        "clonazepam-kd",
        "Clonazepam affinity for GABA-A receptors",
        "doi 10.1371/journal.pone.0088456; values not read"
    );
    public static readonly Source ChlordiazepoxideLabel = new(
        "chlordiazepoxide-label",
        "Chlordiazepoxide label, half-life",
        "fda.report/DailyMed/2e198c16-a929-4028-8f96-25dd23f74b10"
    );
    public static readonly Source ClorazepateLabel = new(
        "clorazepate-label",
        "Nordazepam after clorazepate: label 40 to 50 h, 65 h in 17 adults",
        "drugs-library.com clorazepate-dipotassium_529a1c6c (about 2 days); doi 10.1007/BF00426477"
    );
    public static readonly Source TemazepamLabel = new(
        "temazepam-label",
        "Temazepam label, no active metabolite",
        "medlibrary.org temazepam-50"
    );
    public static readonly Source TemazepamCapsule = new(
        "temazepam-capsule",
        "Temazepam hard capsule, mean half-life 14.7 h",
        "PMID 6127197, abstract"
    );
}
