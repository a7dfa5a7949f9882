using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Kinetics;

public static partial class KineticTable
{
    private const string Fitted = "fitted to the means of Crevoisier 2003; summary data do not pin it down";

    private const string AssumedSpread = "between-subject spread assumed";

    /// <summary>Berlin 1975: 1.5 to 4.4 L/kg over all, against 187 L in the working set.</summary>
    private const double LeastVolume = 1.5 * 70 / 187,
        MostVolume = 4.4 * 70 / 187;

    private static KineticParameter ClonazepamHalfLife =>
        P("t½", 38, 19, 60, "h", Sources.Berlin, Primary, "38 to 39 h in Crevoisier 2003, 40 h in Greenblatt 2005");

    /// <summary>Two compartments, since one compartment halves the peak.</summary>
    public static KineticModel ClonazepamWorking =>
        field ??= new()
        {
            Id = "working",
            Name = "Two-compartment working set, fitted to the means of Crevoisier 2003",
            Drug = BenzodiazepineTable.Clonazepam,
            Analyte = "clonazepam",
            Clearance = P(
                "CL/F",
                3.57,
                2.98,
                4.93,
                "L/h",
                Sources.Yukawa,
                Derived,
                $"{Fitted}; low end Kruizinga 2022, high end Yukawa 2002 at 70 kg"
            ) with
            {
                Omega = 0.294,
            },
            CentralVolume = P(
                "Vc/F",
                43.7,
                43.7 * LeastVolume,
                43.7 * MostVolume,
                "L",
                Sources.Berlin,
                Derived,
                $"{Fitted}; range in proportion to the whole volume, 1.5 to 4.4 L/kg"
            ) with
            {
                Omega = 0.246,
            },
            Flow = P(
                "Q/F",
                28.8,
                28.8 * LeastVolume,
                28.8 * MostVolume,
                "L/h",
                Sources.Berlin,
                Derived,
                $"{Fitted}; range goes with the volume"
            ),
            PeripheralVolume = P(
                "Vp/F",
                143.3,
                143.3 * LeastVolume,
                143.3 * MostVolume,
                "L",
                Sources.Berlin,
                Derived,
                $"{Fitted}; range in proportion to the whole volume"
            ),
            AbsorptionRate = P(
                "ka",
                0.51,
                0.51,
                1.73,
                "1/h",
                Sources.Greenblatt2005,
                Derived,
                $"{Fitted}; high end an absorption half-life of 24 min"
            ) with
            {
                Omega = 0.385,
            },
            HalfLife = ClonazepamHalfLife,
            CalibratedTo = ["clonazepam 2 mg by mouth, Crevoisier 2003: Cmax 14.9 ng/mL, tmax 1.7 h, AUC 561 ng·h/mL, half-life 39 h"],
        };

    public static KineticModel ClonazepamKruizinga =>
        field ??= new()
        {
            Id = "kruizinga",
            Name = "Population model of Kruizinga 2022, 20 healthy adults, slow-absorption class",
            Drug = BenzodiazepineTable.Clonazepam,
            Analyte = "clonazepam",
            Bioavailability = P(
                "F",
                1,
                Math.Exp(-1.645 * 0.161),
                Math.Exp(1.645 * 0.161),
                "fraction",
                Sources.Kruizinga,
                Secondary,
                "relative; variance 0.026 between people"
            ) with
            {
                Omega = 0.161,
            },
            Clearance = P("CL/F", 2.98, 2.98, 2.98, "L/h", Sources.Kruizinga, Secondary, "no variance between people was found"),
            CentralVolume = P("Vc/F", 109.5, 109.5, 109.5, "L", Sources.Kruizinga, Secondary),
            Flow = P(
                "Q/F",
                61.37,
                61.37,
                61.37,
                "L/h",
                Sources.Kruizinga,
                Secondary,
                "variance 0.25 between people, not drawn apart from the volume"
            ),
            PeripheralVolume = P("Vp/F", 130.6, 130.6, 130.6, "L", Sources.Kruizinga, Secondary),
            AbsorptionRate = P(
                "ka",
                1.106,
                1.106 * Math.Exp(-1.645 * 0.4),
                1.106 * Math.Exp(1.645 * 0.4),
                "1/h",
                Sources.Kruizinga,
                Secondary,
                "75 % of people; the rest absorb too fast to measure"
            ) with
            {
                Omega = 0.4,
            },
            HalfLife = ClonazepamHalfLife,
            CalibratedTo = ["clonazepam 0.5 and 1 mg solution, Kruizinga 2022"],
        };

    /// <summary>For comparison with published one-compartment figures; its peak is half of what was measured.</summary>
    public static KineticModel ClonazepamOneCompartment =>
        field ??= new()
        {
            Id = "one-compartment",
            Name = "One compartment from Greenblatt 2005; halves the peak",
            Drug = BenzodiazepineTable.Clonazepam,
            Analyte = "clonazepam",
            Clearance = P("CL/F", 4.32, 2.98, 4.93, "L/h", Sources.Greenblatt2005, Primary, "72 mL/min, 9 adults"),
            CentralVolume = P(
                "V/F",
                249,
                105,
                308,
                "L",
                Sources.Berlin,
                Derived,
                "from CL/F and a half-life of 40 h; range 1.5 to 4.4 L/kg"
            ),
            AbsorptionRate = P(
                "ka",
                1.73,
                0.87,
                3.46,
                "1/h",
                Sources.Greenblatt2005,
                Primary,
                $"absorption half-life 24 min; {AssumedSpread}"
            ),
            HalfLife = ClonazepamHalfLife,
            CalibratedTo = ["clonazepam, Greenblatt 2005: half-life 40 h, CL/F 72 mL/min"],
        };
}
