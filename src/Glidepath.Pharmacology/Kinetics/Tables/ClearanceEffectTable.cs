using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// Medicines whose effect on clearance has a published size. One that is known to act but has no size (azoles or ritonavir on clonazepam)
/// is not here: a number would be invented.
/// </summary>
public static class ClearanceEffectTable
{
    // A time to full effect is read as 3.3 half-times, 90 %.
    private static readonly EffectTiming Carbamazepine = new(
        60,
        92,
        "new clonazepam level after 5 to 15 days; half of the induction lost 3.84 days after the stop",
        Sources.CarbamazepineOffset,
        Derived
    );
    private static readonly EffectTiming LikeCarbamazepine = new(
        60,
        92,
        "taken to be as for carbamazepine: no source read",
        Sources.CarbamazepineOffset,
        Unverified
    );
    private static readonly EffectTiming Rifampicin = new(
        72,
        60,
        "90 % by 10 days; half gone in about 2.5 days",
        Sources.RifampicinTiming,
        Derived
    );
    private static readonly EffectTiming StJohnsWort = new(
        46,
        46,
        "half gone in 46 h; there by 14 days",
        Sources.StJohnsWortOffset,
        Derived
    );
    private static readonly EffectTiming Cimetidine = new(7, 15, "full within 24 h, gone after 48 h", Sources.CimetidineTiming, Derived);
    private static readonly EffectTiming Fluconazole = new(
        7,
        31,
        "full on day 1; goes with the medicine's half-life of 31 h",
        Sources.FluconazoleTiming,
        Derived
    );
    private static readonly EffectTiming Itraconazole = new(
        48,
        46,
        "on day 6 almost twice day 1; eightfold to 2.6-fold in four days",
        Sources.ItraconazoleTiming,
        Derived
    );
    private static readonly EffectTiming Fluvoxamine = new(
        48,
        48,
        "1.26 times the exposure on day 1, 1.96 on day 10; offset taken to be as fast",
        Sources.Fleishaker1994,
        Derived
    );
    private static readonly EffectTiming Omeprazole = new(
        24,
        46,
        "CYP2C19 comes back with a half-life of 46 h; onset of a day assumed",
        Sources.Cyp2C19Turnover,
        Derived
    );
    private static readonly EffectTiming Assumed = new(24, 48, "no source read: a day to come, two to go", Sources.OwnRule, Unverified);

    public static IReadOnlyList<ClearanceEffect> All =>
        field ??= [
            Of(
                Clonazepam,
                1.23,
                1.39,
                1.59,
                "level 19 to 37 % lower at carbamazepine 200 mg a day, 7 adults; more at higher doses is not known",
                Sources.Lai1978,
                Primary,
                Carbamazepine,
                "carbamazepine"
            ),
            Of(
                Clonazepam,
                1.46,
                1.52,
                1.58,
                "clearance 46 to 58 % higher, 8 adults",
                Sources.Khoo1980,
                Primary,
                LikeCarbamazepine,
                "phenytoin"
            ),
            Of(
                Clonazepam,
                1.19,
                1.215,
                1.24,
                "clearance 19 to 24 % higher, 8 adults",
                Sources.Khoo1980,
                Primary,
                LikeCarbamazepine,
                "phenobarbital"
            ),
            Of(
                Clonazepam,
                1,
                1.18,
                1.18,
                "carbamazepine or valproate 18 % higher in routine care; another study found no change with valproate",
                Sources.Yukawa,
                Secondary,
                LikeCarbamazepine,
                "valproate",
                "valproic acid",
                "divalproex"
            ),
            Of(
                Alprazolam,
                2.37,
                2.37,
                2.37,
                "exposure 0.42 of without at carbamazepine 300 mg",
                Sources.OspInteractions,
                Secondary,
                Carbamazepine,
                "carbamazepine"
            ),
            Of(
                Alprazolam,
                5.6,
                6.9,
                8.5,
                "exposure 0.12 to 0.18 of without",
                Sources.OspInteractions,
                Secondary,
                Rifampicin,
                "rifampicin",
                "rifampin"
            ),
            Of(
                Alprazolam,
                1.09,
                2,
                2,
                "clearance doubled, 12 adults; hardly changed by products low in hyperforin",
                Sources.StJohnsWort,
                Primary,
                StJohnsWort,
                "st john's wort"
            ),
            Of(Alprazolam, 0.25, 0.4, 0.57, "exposure 1.76 to 4 times", Sources.OspInteractions, Secondary, Assumed, "ketoconazole"),
            Of(
                Alprazolam,
                0.39,
                0.39,
                0.39,
                "0.35 for 0.89 mL/min/kg, 10 adults",
                Sources.Yasui1998,
                Primary,
                Itraconazole,
                "itraconazole"
            ),
            Of(
                Alprazolam,
                0.51,
                0.51,
                0.79,
                "exposure 1.96 times on day 10",
                Sources.Fleishaker1994,
                Secondary,
                Fluvoxamine,
                "fluvoxamine"
            ),
            Of(Alprazolam, 0.76, 0.76, 0.77, "exposure 32 % higher", Sources.AlprazolamFluoxetine, Primary, Assumed, "fluoxetine"),
            Of(Alprazolam, 0.58, 0.63, 0.63, "1.05 for 1.66 mL/min/kg", Sources.Abernethy1983, Primary, Cimetidine, "cimetidine"),
            Of(
                Alprazolam,
                0.41,
                0.41,
                0.41,
                "clearance 41 % of without after four doses; induction makes up for it by day 10, which is not modelled",
                Sources.GreenblattRitonavir,
                Primary,
                Assumed,
                "ritonavir"
            ),
            Of(
                Diazepam,
                0.45,
                0.74,
                0.79,
                "26 % lower at 20 mg in rapid metabolizers, none in slow ones; 55 % lower at 40 mg in one study",
                Sources.DiazepamOmeprazole,
                Primary,
                Omeprazole,
                "omeprazole"
            ),
            Of(
                Diazepam,
                0.62,
                0.62,
                0.64,
                "38 % lower at 400 mg twice a day, 12 adults",
                Sources.DiazepamCimetidine,
                Primary,
                Cimetidine,
                "cimetidine"
            ),
            Of(Diazepam, 0.35, 0.35, 0.35, "0.14 for 0.40 mL/min/kg, 8 adults", Sources.Perucca1994, Primary, Fluvoxamine, "fluvoxamine"),
            Of(Diazepam, 0.74, 0.74, 0.74, "0.40 for 0.54 mL/min/kg, 9 adults", Sources.DiazepamIsoniazid, Primary, Assumed, "isoniazid"),
            Of(
                Diazepam,
                3,
                3,
                4.1,
                "three times the clearance, 21 adults",
                Sources.DiazepamRifampicin,
                Primary,
                Rifampicin,
                "rifampicin",
                "rifampin"
            ),
            Of(
                Clorazepate,
                0.51,
                0.6,
                0.65,
                "nordazepam clearance 51 % of without in young, 65 % in older adults, 9 people",
                Sources.NordazepamCimetidine,
                Primary,
                Cimetidine,
                "cimetidine"
            ),
            Of(
                Chlordiazepoxide,
                0.43,
                0.46,
                0.46,
                "54 % lower after a day, 57 % after 30 days, 7 adults",
                Sources.CimetidineTiming,
                Primary,
                Cimetidine,
                "cimetidine"
            ),
            Of(Triazolam, 0.014, 0.05, 0.2, "exposure 20 times, 5 to 71", Sources.Triazolam1994, Secondary, Assumed, "ketoconazole"),
            Of(
                Triazolam,
                0.0055,
                0.0526,
                0.14,
                "exposure 19 times, 7 to 181",
                Sources.Triazolam1994,
                Secondary,
                Itraconazole,
                "itraconazole"
            ),
            Of(
                Triazolam,
                0.23,
                0.48,
                0.63,
                "exposure 1.6, 2.1 and 4.4 times at 50, 100 and 200 mg, 8 adults",
                Sources.TriazolamFluconazole,
                Primary,
                Fluconazole,
                "fluconazole"
            ),
            Of(
                Triazolam,
                19.6,
                19.6,
                19.6,
                "exposure 5.1 % of without, 10 adults",
                Sources.TriazolamRifampicin,
                Primary,
                Rifampicin,
                "rifampicin",
                "rifampin"
            ),
            Of(
                Lorazepam,
                0.6,
                0.83,
                0.83,
                "exposure 20 % higher by mouth, 16 adults; 40 % lower clearance of an injection by its label",
                Sources.LorazepamValproate,
                Primary,
                Assumed,
                "valproate",
                "valproic acid",
                "divalproex"
            ),
            Of(Zolpidem, 0.59, 0.59, 0.59, "250 for 422 mL/min, 12 adults", Sources.ZolpidemAzoles, Primary, Assumed, "ketoconazole"),
            Of(
                Zolpidem,
                0.76,
                0.76,
                1,
                "320 for 422 mL/min, not significant",
                Sources.ZolpidemAzoles,
                Primary,
                Itraconazole,
                "itraconazole"
            ),
            Of(Zolpidem, 0.8, 0.8, 1, "338 for 422 mL/min, not significant", Sources.ZolpidemAzoles, Primary, Fluconazole, "fluconazole"),
            Of(
                Zolpidem,
                2.31,
                2.31,
                2.31,
                "exposure 57 % lower at carbamazepine 400 mg",
                Sources.ZolpidemCarbamazepine,
                Primary,
                Carbamazepine,
                "carbamazepine"
            ),
            Of(
                Clobazam,
                1.8,
                2.55,
                2.55,
                "level per dose 61 % lower in adults, 44 % in children, 1,280 patients",
                Sources.ClobazamInducers,
                Primary,
                LikeCarbamazepine,
                "carbamazepine",
                "phenytoin",
                "phenobarbital"
            ),
        ];

    public static IEnumerable<ClearanceEffect> For(Benzodiazepine drug) => All.Where(e => e.Drug == drug);

    /// <returns>Null where no source read gives a size for this medicine and drug.</returns>
    public static ClearanceEffect? Find(Benzodiazepine drug, string medicine) =>
        For(drug).FirstOrDefault(e => e.Medicines.Contains(medicine.Trim().Replace('\u2019', '\''), StringComparer.OrdinalIgnoreCase));

    private static ClearanceEffect Of(
        Benzodiazepine drug,
        double low,
        double typical,
        double high,
        string evidence,
        Source source,
        Confidence confidence,
        EffectTiming timing,
        params string[] medicines
    ) => new(medicines, drug, low, typical, high, evidence, source, confidence, timing);
}
