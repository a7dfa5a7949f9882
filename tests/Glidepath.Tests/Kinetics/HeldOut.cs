using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using static Glidepath.Tests.Kinetics.Figure;

namespace Glidepath.Tests.Kinetics;

/// <summary>Published means that no constant was fitted to.</summary>
internal static class HeldOut
{
    private static readonly Source Sjo = Sources.Sjo1975;

    private static DoseHistory Once(double milligrams) => DoseHistory.Single(milligrams);

    private static readonly DoseHistory ThriceDaily = DoseHistory.Daily([new(0, 0.5), new(8, 0.5), new(16, 0.5)], 7);

    private static readonly Source MexicanTablet = new(
        "clonazepam-mexico",
        "Clonazepam 2 mg, 30 adults in Mexico",
        "researcher.life topic 5647740"
    );
    private static readonly Source Ambien = Sources.ZolpidemLabel;
    private static readonly Source LorazepamPeak = new(
        "lorazepam-peak",
        "Lorazepam 2 mg, label sentence",
        "heyiamindians.com, third-party page"
    );
    private static readonly Source TemazepamRepeated = new("temazepam-repeated", "Temazepam 20 mg a day, 10 adults", "PMID 6142905");

    public static IReadOnlyList<Observation> All { get; } =
    [
        new("clonazepam 2 mg, Cmax, Chauhan 2000, one brand", 16.31, KineticTable.ClonazepamWorking, Sources.Chauhan2000, Peak(Once(2))),
        new("clonazepam 2 mg, Cmax, Chauhan 2000, other brand", 19.75, KineticTable.ClonazepamWorking, Sources.Chauhan2000, Peak(Once(2))),
        new("clonazepam 2 mg, tmax, Chauhan 2000, one brand", 1.63, KineticTable.ClonazepamWorking, Sources.Chauhan2000, PeakTime(Once(2))),
        new(
            "clonazepam 2 mg, tmax, Chauhan 2000, other brand",
            1.42,
            KineticTable.ClonazepamWorking,
            Sources.Chauhan2000,
            PeakTime(Once(2))
        ),
        new(
            "clonazepam 2 mg, AUC to 48 h, Chauhan 2000, one brand",
            207.7,
            KineticTable.ClonazepamWorking,
            Sources.Chauhan2000,
            Area(Once(2), 48)
        ),
        new(
            "clonazepam 2 mg, AUC to 48 h, Chauhan 2000, other brand",
            215.7,
            KineticTable.ClonazepamWorking,
            Sources.Chauhan2000,
            Area(Once(2), 48)
        ),
        new("clonazepam 2 mg, Cmax, 30 adults in Mexico", 13, KineticTable.ClonazepamWorking, MexicanTablet, Peak(Once(2))),
        new("clonazepam 2 mg, tmax, 30 adults in Mexico", 3, KineticTable.ClonazepamWorking, MexicanTablet, PeakTime(Once(2))),
        new("clonazepam 2 mg, AUC to 72 h, 30 adults in Mexico", 360, KineticTable.ClonazepamWorking, MexicanTablet, Area(Once(2), 72)),
        new(
            "clonazepam, average level per mg a day, Sjö 1975",
            8.3,
            KineticTable.ClonazepamWorking,
            Sjo,
            model => Average(6, 60)(model) / 6
        ),
        new(
            "clonazepam 0.5 mg three times a day for 7 days, accumulation, Greenblatt 2005",
            3.3,
            KineticTable.ClonazepamWorking,
            Sources.Greenblatt2005,
            Accumulation(ThriceDaily, 7)
        )
        {
            Fold = 1.25,
        },
        new("diazepam 5 mg, Cmax, 37 adults fasting", 157, KineticTable.DiazepamModel, Sources.DiazepamAbsorption, Peak(Once(5))),
        new("diazepam 10 mg, Cmax, one brand, 26 men", 394, KineticTable.DiazepamModel, Sources.DiazepamGeneric, Peak(Once(10))),
        new("diazepam 10 mg, Cmax, generic, 26 men", 247, KineticTable.DiazepamModel, Sources.DiazepamGeneric, Peak(Once(10))),
        new(
            "diazepam 10 mg, Cmax, Greenblatt 1989",
            KineticCases.Value("diazepam", "po10mg", "Cmax_ng_mL"),
            KineticTable.DiazepamModel,
            Sources.Greenblatt1989,
            Peak(Once(10))
        ),
        new(
            "diazepam 2 mg a night for 30 nights, Abernethy 1983",
            67,
            KineticTable.DiazepamModel,
            Sources.AbernethyDiazepam,
            Average(2, 30)
        ),
        new("diazepam 5 mg a day for 22 days, Ochs 1983", 98, KineticTable.DiazepamModel, Sources.Ochs1983, Average(5, 22)),
        new(
            "nordazepam, accumulation on the sixth day of diazepam 10 mg, Klotz 1976",
            5,
            KineticTable.DiazepamModel,
            Sources.Klotz1976,
            Rise(Nightly(10, 6), 144, 24, 1)
        ),
        new(
            "nordazepam after clorazepate 20 mg, Cmax, 17 adults",
            356,
            KineticTable.ClorazepateModel,
            Sources.Clorazepate20,
            Peak(Once(20))
        ),
        new(
            "nordazepam on clorazepate 22.5 mg a day, trough",
            600,
            KineticTable.ClorazepateModel,
            Sources.ClorazepateSteady,
            Trough(22.5, 14)
        ),
        new(
            "desalkylflurazepam, accumulation over 15 nights",
            7.5,
            KineticTable.FlurazepamModel,
            Sources.FlurazepamAge,
            Accumulation(Nightly(15, 15), 15, 1)
        ),
        new("clobazam 20 mg, Cmax, 6 adults", 350, KineticTable.ClobazamModel, Sources.ClobazamHealthy, Peak(Once(20))),
        new(
            "clobazam, accumulation, 2 to 3 times",
            2.5,
            KineticTable.ClobazamModel,
            Sources.ClobazamUrbanol,
            Accumulation(DoseHistory.Daily([new(0, 10), new(12, 10)], 21), 21)
        ),
        new(
            "N-desmethylclobazam, accumulation",
            20,
            KineticTable.ClobazamModel,
            Sources.ClobazamUrbanol,
            Accumulation(DoseHistory.Daily([new(0, 10), new(12, 10)], 21), 21, 1)
        ),
        new("lorazepam 2 mg, Cmax", 20, KineticTable.LorazepamModel, LorazepamPeak, Peak(Once(2))),
        new("lorazepam 6 mg a day, average level, 15 adults", 88, KineticTable.LorazepamModel, Sources.LorazepamSteady, Average(6, 15)),
        new(
            "lorazepam 3 mg a day, accumulation, 6 adults",
            1.88,
            KineticTable.LorazepamModel,
            Sources.LorazepamRepeated,
            Accumulation(Nightly(3, 15), 15)
        ),
        new("alprazolam 1 mg, Cmax, 13 adults", 14.9, KineticTable.AlprazolamModel, Sources.AlprazolamOral, Peak(Once(1))),
        new(
            "alprazolam, average level per mg a day, 25 patients",
            10,
            KineticTable.AlprazolamModel,
            Sources.AlprazolamSteady,
            Average(1, 14)
        ),
        new(
            "alprazolam, average level per mg a day, 237 patients",
            11.7,
            KineticTable.AlprazolamModel,
            Sources.AlprazolamSteady,
            Average(1, 14)
        ),
        new("oxazepam 30 mg, Cmax, 22 men", 646, KineticTable.OxazepamModel, Sources.OxazepamOral, Peak(Once(30))),
        new("temazepam 20 mg by night, Cmax, 12 men", 362, KineticTable.TemazepamModel, Sources.TemazepamDay, Peak(Once(20))),
        new(
            "temazepam 20 mg a day, accumulation, 10 adults",
            1.32,
            KineticTable.TemazepamModel,
            TemazepamRepeated,
            Accumulation(Nightly(20, 6), 6)
        ),
        new("triazolam 0.5 mg, Cmax, 8 adults", 3.9, KineticTable.TriazolamModel, Sources.TriazolamOral, Peak(Once(0.5))),
        new("zolpidem 5 mg, Cmax, 45 adults", 59, KineticTable.ZolpidemModel, Ambien, Peak(Once(5))),
        new("zolpidem 10 mg, Cmax, 45 adults", 121, KineticTable.ZolpidemModel, Ambien, Peak(Once(10))),
        new("eszopiclone 3 mg, Cmax, 12 adults", 38.3, KineticTable.EszopicloneModel, Sources.EszopicloneOral, Peak(Once(3))),
        new("zopiclone 7.5 mg, Cmax, label", 60, KineticTable.ZopicloneModel, Sources.ZopicloneLabel, Peak(Once(7.5))),
    ];
}
