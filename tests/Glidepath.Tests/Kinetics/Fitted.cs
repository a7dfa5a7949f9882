using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using static Glidepath.Tests.Kinetics.Figure;

namespace Glidepath.Tests.Kinetics;

/// <summary>Published means that constants were fitted to: they show that the fit is what it says, and nothing more.</summary>
internal static class Fitted
{
    private static readonly Source Crevoisier = new(
        "crevoisier-2003",
        "Crevoisier 2003, clonazepam 2 mg by mouth and vein, 12 adults",
        "doi 10.1159/000069089"
    );

    public static IReadOnlyList<Observation> All { get; } =
    [
        new(
            "clonazepam 2 mg, Cmax, Crevoisier 2003",
            KineticCases.Value("clonazepam", "po2mg", "Cmax_ng_mL"),
            KineticTable.ClonazepamWorking,
            Crevoisier,
            Peak(DoseHistory.Single(2))
        )
        {
            FittedLine = 0,
        },
        new(
            "clonazepam 2 mg, tmax, Crevoisier 2003",
            KineticCases.Value("clonazepam", "po2mg", "Tmax_h"),
            KineticTable.ClonazepamWorking,
            Crevoisier,
            PeakTime(DoseHistory.Single(2))
        )
        {
            FittedLine = 0,
        },
        new(
            "clonazepam 2 mg, AUC, Crevoisier 2003",
            KineticCases.Value("clonazepam", "po2mg", "AUC_ng_h_mL"),
            KineticTable.ClonazepamWorking,
            Crevoisier,
            Area(DoseHistory.Single(2), 1000)
        )
        {
            FittedLine = 0,
        },
        new(
            "clonazepam, half-life, Crevoisier 2003",
            KineticCases.Value("clonazepam", "t_half_h", "po"),
            KineticTable.ClonazepamWorking,
            Crevoisier,
            HalfLife
        )
        {
            FittedLine = 0,
        },
        new(
            "clonazepam, one compartment, half-life, Greenblatt 2005",
            40,
            KineticTable.ClonazepamOneCompartment,
            Sources.Greenblatt2005,
            HalfLife
        )
        {
            FittedLine = 0,
        },
        new(
            "clonazepam, Kruizinga 2022, clearance as published",
            2.98,
            KineticTable.ClonazepamKruizinga,
            Sources.Kruizinga,
            model => 2000 / Area(DoseHistory.Single(2), 3000)(model)
        )
        {
            FittedLine = 0,
        },
        new(
            "diazepam, half-life, Greenblatt 1989",
            KineticCases.Value("diazepam", "t_half_h"),
            KineticTable.DiazepamModel,
            Sources.Greenblatt1989,
            HalfLife
        ),
        new(
            "nordazepam, half-life",
            KineticCases.Value("nordazepam", "t_half_h"),
            KineticTable.NordazepamModel,
            Sources.Clorazepate,
            HalfLife
        ),
        new("nordazepam on diazepam 5 mg a day, Ochs 1983", 206, KineticTable.DiazepamModel, Sources.Ochs1983, Average(5, 22, 1))
        {
            FittedLine = 0,
        },
        new(
            "nordazepam on diazepam 2 mg a night, Abernethy 1983",
            91,
            KineticTable.DiazepamModel,
            Sources.AbernethyDiazepam,
            Average(2, 30, 1)
        )
        {
            FittedLine = 0,
        },
        new(
            "desalkylflurazepam on flurazepam 15 mg a night, young men",
            53,
            KineticTable.FlurazepamModel,
            Sources.FlurazepamAge,
            Average(15, 15, 1)
        )
        {
            FittedLine = 0,
        },
        new(
            "desalkylflurazepam on flurazepam 15 mg a night, young women",
            86,
            KineticTable.FlurazepamModel,
            Sources.FlurazepamAge,
            Average(15, 15, 1)
        )
        {
            FittedLine = 0,
        },
        new(
            "flurazepam 30 mg, Cmax, 0.5 to 4.0",
            Math.Sqrt(0.5 * 4),
            KineticTable.FlurazepamModel,
            Sources.FlurazepamLabel,
            Peak(DoseHistory.Single(30))
        )
        {
            FittedLine = 1,
        },
        new("quazepam 15 mg, Cmax", 20, KineticTable.QuazepamModel, Sources.QuazepamTablet, Peak(DoseHistory.Single(15)))
        {
            FittedLine = 0,
        },
        new("quazepam 25 mg solution, AUC to 120 h", 715, KineticTable.QuazepamModel, Sources.Quazepam1, Area(DoseHistory.Single(25), 120))
        {
            FittedLine = 1,
        },
        new(
            "N-desmethylclobazam over clobazam at steady state, 3 to 5 times",
            4,
            KineticTable.ClobazamModel,
            Sources.ClobazamLabel,
            model => Average(20, 60, 1)(model) / Average(20, 60)(model)
        )
        {
            FittedLine = 0,
        },
        new("temazepam 20 mg by day, Cmax", 510, KineticTable.TemazepamModel, Sources.TemazepamDay, Peak(DoseHistory.Single(20)))
        {
            FittedLine = 0,
        },
        new("estazolam 2 mg, Cmax", 103, KineticTable.EstazolamModel, Sources.Estazolam14C, Peak(DoseHistory.Single(2))) { FittedLine = 0 },
    ];
}
