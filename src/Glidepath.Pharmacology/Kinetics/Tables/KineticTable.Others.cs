using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Kinetics;

public static partial class KineticTable
{
    public static KineticModel AlprazolamModel =>
        field ??= One(
            BenzodiazepineTable.Alprazolam,
            P(
                "CL/F",
                5.4,
                2.94,
                6.3,
                "L/h",
                Sources.AlprazolamOral,
                Primary,
                "88 and 92 mL/min in 12 and 13 adults; range 0.7 to 1.5 mL/min/kg"
            ),
            P("V/F", 73, 56, 91, "L", Sources.Triazolam1984, Primary, "12 adults; range 0.8 to 1.3 L/kg"),
            P("ka", 1.6, 0.8, 5, "1/h", Sources.AlprazolamReview, Derived, "from a peak at 0.7 to 1.8 h"),
            P("t½", 11, 6, 27, "h", Sources.AlprazolamReview, Primary, "9 to 16 h; range from secondary tables")
        );

    public static KineticModel LorazepamModel =>
        field ??= One(
            BenzodiazepineTable.Lorazepam,
            P("CL", 4.16, 2.94, 5.04, "L/h", Sources.Lorazepam1979, Primary, "0.99 mL/min/kg; range 0.7 to 1.2"),
            P("V", 78, 70, 91, "L", Sources.Lorazepam1979, Primary, "1.11 L/kg; range 1.0 to 1.3"),
            P("ka", 1.3, 0.7, 1.9, "1/h", Sources.LorazepamOral, Primary, "absorption half-life 22 to 40 min"),
            P("t½", 14.1, 8, 25, "h", Sources.LorazepamReview, Primary),
            P("F", 0.93, 0.9, 1, "fraction", Sources.LorazepamOral, Primary)
        );

    public static KineticModel OxazepamModel =>
        field ??= new()
        {
            Id = "two-compartment",
            Name = "Two compartments",
            Drug = BenzodiazepineTable.Oxazepam,
            Analyte = "oxazepam",
            Bioavailability = P("F", 0.928, 0.85, 1, "fraction", Sources.OxazepamKinetics, Secondary, "range assumed"),
            Clearance = P("CL", 4.5, 3.8, 8.4, "L/h", Sources.OxazepamKinetics, Secondary, "1.07 mL/min/kg, 6 adults; range 0.9 to 2.0"),
            CentralVolume = P("Vc", 18.9, 18.9, 38, "L", Sources.OxazepamKinetics, Secondary, "0.27 L/kg"),
            Flow = P(
                "Q",
                12,
                12,
                24,
                "L/h",
                Sources.OxazepamKinetics,
                Derived,
                "from Vc, the steady-state volume and a half-life of 6.7 h"
            ),
            PeripheralVolume = P(
                "Vp",
                22.4,
                22.4,
                45,
                "L",
                Sources.OxazepamKinetics,
                Secondary,
                "0.59 L/kg at steady state, less Vc; 0.6 to 1.2 L/kg in others"
            ),
            AbsorptionRate = P("ka", 0.8, 0.4, 1.2, "1/h", Sources.OxazepamKinetics, Derived, "from a peak at 1.7 to 2.8 h"),
            HalfLife = P("t½", 6.7, 5, 15, "h", Sources.LorazepamReview, Primary),
        };

    public static KineticModel TemazepamModel =>
        field ??= new()
        {
            Id = "two-compartment",
            Name = "Two compartments",
            Drug = BenzodiazepineTable.Temazepam,
            Analyte = "temazepam",
            Clearance = P(
                "CL/F",
                5.0,
                4.3,
                9.8,
                "L/h",
                Sources.Temazepam1981,
                Secondary,
                "1.35 mL/min/kg in men, 1.02 in women; high end 2.33"
            ),
            CentralVolume = P(
                "Vc/F",
                22,
                15.7,
                22.8,
                "L",
                Sources.TemazepamDay,
                Derived,
                "the volume that gives 510 ng/mL after 20 mg by day; range as of the whole volume"
            ),
            Flow = P("Q/F", 9, 6.4, 9.3, "L/h", Sources.TemazepamDay, Derived, "from a distribution half-life of 1.03 h"),
            PeripheralVolume = P(
                "Vp/F",
                44,
                31.4,
                45.6,
                "L",
                Sources.Temazepam1981,
                Derived,
                "the volume that gives a half-life of 12.3 h with this clearance; range 1.0 to 1.45 L/kg"
            ),
            AbsorptionRate = P(
                "ka",
                1.82,
                1.31,
                2.6,
                "1/h",
                Sources.TemazepamDay,
                Primary,
                "absorption half-life 0.38 h by day, 0.53 h by night; high end assumed"
            ),
            HalfLife = P(
                "t½",
                12.3,
                8,
                22,
                "h",
                Sources.Temazepam1981,
                Secondary,
                "12.3 h in men, 16.8 h in women, 8.6 h in another study"
            ),
            CalibratedTo = ["temazepam 20 mg by day: peak 510 ng/mL"],
        };

    public static KineticModel EstazolamModel =>
        field ??= One(
            BenzodiazepineTable.Estazolam,
            P("CL/F", 0.89, 0.52, 1.25, "L/h", Sources.Estazolam14C, Derived, "from V/F and a half-life of 14 h"),
            P("V/F", 18, 15, 22, "L", Sources.Estazolam14C, Derived, "the volume that gives 103 ± 18 ng/mL after 2 mg"),
            P("ka", 4, 2, 8, "1/h", Sources.Estazolam14C, Derived, "from a peak within an hour"),
            P("t½", 14, 10, 24, "h", Sources.Estazolam14C, Primary, "range from secondary tables"),
            calibratedTo: "estazolam 2 mg: peak 103 ng/mL"
        );

    public static KineticModel TriazolamModel =>
        field ??= One(
            BenzodiazepineTable.Triazolam,
            P(
                "CL/F",
                31.9,
                20.4,
                40,
                "L/h",
                Sources.Triazolam1984,
                Primary,
                "531 mL/min, 9 adults; 340 mL/min in obesity, 668 in another study"
            ),
            P("V/F", 116, 90, 150, "L", Sources.Triazolam1984, Primary, "range assumed"),
            P("ka", 3.16, 1.5, 5, "1/h", Sources.Okada2024, Secondary, AssumedSpread),
            P("t½", 2.6, 1.5, 6, "h", Sources.Triazolam1984, Primary, "range from secondary tables")
        );

    public static KineticModel ZolpidemModel =>
        field ??= One(
            BenzodiazepineTable.Zolpidem,
            P("CL/F", 18, 12.2, 26.6, "L/h", Sources.ZolpidemKim, Secondary, "variance 0.0565 between people") with
            {
                Omega = 0.238,
            },
            P("V/F", 64, 52, 79, "L", Sources.ZolpidemKim, Secondary, "spread assumed"),
            P("ka", 2.5, 1.2, 6, "1/h", Sources.ZolpidemLabel, Derived, "from a peak at 1.6 h; the model's delay is not carried over"),
            P("t½", 2.5, 1.4, 4.5, "h", Sources.ZolpidemLabel, Primary, "range from secondary tables")
        );

    public static KineticModel EszopicloneModel =>
        field ??= One(
            BenzodiazepineTable.Eszopiclone,
            P("CL/F", 11.7, 8, 17, "L/h", Sources.EszopicloneIsomers, Primary, $"195.5 mL/min, 12 adults; {AssumedSpread}"),
            P("V/F", 98.6, 75, 130, "L", Sources.EszopicloneIsomers, Primary, AssumedSpread),
            P("ka", 2.5, 1.3, 5, "1/h", Sources.EszopicloneOral, Derived, "from a peak at about 1 h"),
            P("t½", 6, 5, 9, "h", Sources.DrugTables, Secondary)
        );

    public static KineticModel ZaleplonModel =>
        field ??= One(
            BenzodiazepineTable.Zaleplon,
            P("CL", 65.8, 46, 94, "L/h", Sources.ZaleplonKinetics, Primary, "0.94 ± 0.20 L/h/kg, 20 adults"),
            P("V", 89, 61, 117, "L", Sources.ZaleplonKinetics, Primary, "1.27 ± 0.25 L/kg"),
            P("ka", 1.5, 0.8, 3, "1/h", Sources.DrugTables, Derived, "from a peak at 1 h"),
            P("t½", 1, 0.8, 1.3, "h", Sources.ZaleplonKinetics, Derived, "1.05 h; range assumed"),
            P("F", 0.306, 0.18, 0.47, "fraction", Sources.ZaleplonKinetics, Primary, "± 0.102")
        );

    public static KineticModel ZopicloneModel =>
        field ??= One(
            BenzodiazepineTable.Zopiclone,
            P("CL", 13.9, 9.7, 20, "L/h", Sources.ZopicloneLabel, Secondary, $"232 mL/min; {AssumedSpread}"),
            P("V", 105, 80, 137, "L", Sources.Memory, Unverified, "1.5 L/kg; no source read"),
            P("ka", 1.5, 0.8, 3, "1/h", Sources.ZopicloneKinetics, Derived, "from a peak at 1.5 to 2 h"),
            P("t½", 5, 3.5, 7, "h", Sources.ZopicloneLabel, Secondary, "range assumed"),
            P("F", 0.77, 0.75, 0.8, "fraction", Sources.ZopicloneKinetics, Secondary)
        );

    private static KineticModel One(
        Benzodiazepine drug,
        KineticParameter clearance,
        KineticParameter volume,
        KineticParameter absorption,
        KineticParameter halfLife,
        KineticParameter? bioavailability = null,
        string? calibratedTo = null
    ) =>
        new()
        {
            Id = "one-compartment",
            Name = "One compartment",
            Drug = drug,
            Analyte = drug.Name,
            Bioavailability = bioavailability,
            Clearance = clearance,
            CentralVolume = volume,
            AbsorptionRate = absorption,
            HalfLife = halfLife,
            CalibratedTo = calibratedTo is null ? [] : [calibratedTo],
        };
}
