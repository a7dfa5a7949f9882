using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Drugs;

public static partial class BenzodiazepineTable
{
    public static Benzodiazepine Clonazepam { get; } =
        new()
        {
            Name = "clonazepam",
            Brands = ["Klonopin", "Rivotril"],
            Class = DrugClass.Benzodiazepine,
            HalfLife =
            [
                Hours(38, 39, Sources.Crevoisier, Primary, "12 adults, i.v. and oral"),
                Hours(40, 40, Sources.Greenblatt2005, Primary, "9 adults"),
                Hours(19, 60, Sources.Berlin, Primary),
            ],
            TimeToPeak = [Hours(1.7m, 1.7m, Sources.Crevoisier, Primary), Hours(1, 4, Sources.DrugTables, Secondary)],
            Bioavailability = [Fraction(0.90m, 0.90m, Sources.Crevoisier, Primary)],
            VolumeOfDistribution = [Figure(1.5m, 4.4m, "L/kg", Sources.Berlin, Primary)],
            Clearance =
            [
                Figure(55, 55, "mL/min", Sources.Crevoisier, Primary, "i.v."),
                Figure(72, 72, "mL/min", Sources.Greenblatt2005, Primary, "apparent oral clearance CL/F"),
            ],
            Route = "nitro-reduction and CYP3A4; other enzymes not settled",
            RouteSource = Sources.SwissLabel,
        };

    public static Benzodiazepine Alprazolam { get; } =
        new()
        {
            Name = "alprazolam",
            Brands = ["Xanax", "Niravam"],
            Class = DrugClass.Benzodiazepine,
            HalfLife = [Hours(9, 16, Sources.AlprazolamReview, Primary), Hours(6, 27, Sources.DrugTables, Secondary, "11 to 12 h typical")],
            TimeToPeak = [Hours(0.7m, 1.8m, Sources.AlprazolamReview, Primary), Hours(1, 2, Sources.DrugTables, Secondary)],
            Bioavailability = [Fraction(0.8m, 1, Sources.AlprazolamReview, Primary)],
            VolumeOfDistribution = [Figure(0.8m, 1.3m, "L/kg", Sources.AlprazolamReview, Primary)],
            Clearance = [Figure(0.7m, 1.5m, "mL/min/kg", Sources.AlprazolamReview, Primary)],
            Route = "CYP3A4",
            RouteSource = Sources.AlprazolamReview,
        };

    public static Benzodiazepine Lorazepam { get; } =
        new()
        {
            Name = "lorazepam",
            Brands = ["Ativan", "Loreev"],
            Class = DrugClass.Benzodiazepine,
            HalfLife =
            [
                Hours(14.1m, 15.9m, Sources.Lorazepam1979, Primary, "14.1 h young, 15.9 h old"),
                Hours(8, 25, Sources.LorazepamReview, Primary),
            ],
            TimeToPeak = [Hours(2, 4, Sources.DrugTables, Secondary)],
            Bioavailability = [Fraction(0.9m, 1, Sources.LorazepamReview, Primary), Fraction(0.8m, 1, Sources.DrugTables, Secondary)],
            VolumeOfDistribution = [Figure(0.99m, 1.11m, "L/kg", Sources.Lorazepam1979, Primary, "1.11 young, 0.99 old")],
            Clearance =
            [
                Figure(0.77m, 0.99m, "mL/min/kg", Sources.Lorazepam1979, Primary, "0.99 young, 0.77 old"),
                Figure(0.7m, 1.2m, "mL/min/kg", Sources.LorazepamReview, Primary),
            ],
            Route = "glucuronidation (UGT), no CYP",
            RouteSource = Sources.LorazepamReview,
        };

    public static Benzodiazepine Oxazepam { get; } =
        new()
        {
            Name = "oxazepam",
            Brands = ["Serax"],
            Class = DrugClass.Benzodiazepine,
            HalfLife = [Hours(5, 15, Sources.LorazepamReview, Primary), Hours(5, 20, Sources.DrugTables, Secondary)],
            TimeToPeak = [Hours(2, 4, Sources.DrugTables, Secondary)],
            Bioavailability = [Fraction(0.928m, 0.928m, Sources.OxazepamKinetics, Secondary, "abstract")],
            VolumeOfDistribution =
            [
                Figure(0.6m, 2.0m, "L/kg", Sources.LorazepamReview, Primary),
                Figure(0.59m, 0.59m, "L/kg", Sources.OxazepamKinetics, Secondary, "at steady state"),
            ],
            Clearance =
            [
                Figure(0.9m, 2.0m, "mL/min/kg", Sources.LorazepamReview, Primary),
                Figure(1.07m, 1.07m, "mL/min/kg", Sources.OxazepamKinetics, Secondary, "i.v."),
            ],
            Route = "glucuronidation (UGT)",
            RouteSource = Sources.LorazepamReview,
        };

    public static Benzodiazepine Temazepam { get; } =
        new()
        {
            Name = "temazepam",
            Brands = ["Restoril"],
            Class = DrugClass.Benzodiazepine,
            HalfLife =
            [
                Hours(8.6m, 10.2m, Sources.Temazepam1984, Primary, "8.6 h single dose, 10.2 h washout"),
                Hours(3.5m, 18.4m, Sources.TemazepamLabel, Primary, "label; mean 8.8 h"),
                Hours(14.7m, 14.7m, Sources.TemazepamCapsule, Secondary, "hard capsule, mean"),
                Hours(3, 22, Sources.DrugTables, Secondary),
            ],
            TimeToPeak = [Hours(1, 3, Sources.DrugTables, Secondary)],
            Bioavailability = [Fraction(0.92m, 0.92m, Sources.TemazepamLabel, Derived, "first pass takes 8 %")],
            VolumeOfDistribution = [Figure(1.45m, 1.45m, "L/kg", Sources.Temazepam1984, Primary)],
            Clearance =
            [
                Figure(2.33m, 2.33m, "mL/min/kg", Sources.Temazepam1984, Primary, "apparent oral CL/F, aged 22 to 30"),
                Figure(1.02m, 1.35m, "mL/min/kg", Sources.Temazepam1981, Secondary, "apparent oral CL/F; 1.35 men, 1.02 women"),
            ],
            Route = "glucuronidation (UGT), CYP2C19 and CYP3A4 minor",
            RouteSource = Sources.DrugTables,
        };

    public static Benzodiazepine Estazolam { get; } =
        new()
        {
            Name = "estazolam",
            Brands = ["ProSom"],
            Class = DrugClass.Benzodiazepine,
            HalfLife = [Hours(10, 24, Sources.DrugTables, Secondary)],
            TimeToPeak = [Hours(0.5m, 6, Sources.DrugTables, Secondary)],
            Bioavailability = [Fraction(0.93m, 0.93m, Sources.Memory, Unverified)],
            Route = "CYP3A4",
            RouteSource = Sources.DrugTables,
        };

    public static Benzodiazepine Triazolam { get; } =
        new()
        {
            Name = "triazolam",
            Brands = ["Halcion"],
            Class = DrugClass.Benzodiazepine,
            HalfLife = [Hours(1.5m, 6, Sources.DrugTables, Secondary)],
            TimeToPeak = [Hours(0.7m, 2, Sources.DrugTables, Secondary)],
            Bioavailability = [Fraction(0.44m, 0.44m, Sources.Triazolam1995, Secondary, "oral; 0.53 sublingual")],
            VolumeOfDistribution = [Figure(0.8m, 1.3m, "L/kg", Sources.Memory, Unverified)],
            Clearance = [Figure(531, 531, "mL/min", Sources.Triazolam1984, Secondary, "apparent oral clearance CL/F")],
            Route = "CYP3A4",
            RouteSource = Sources.DrugTables,
        };
}
