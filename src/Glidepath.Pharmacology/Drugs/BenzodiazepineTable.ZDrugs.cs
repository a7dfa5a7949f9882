using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Drugs;

public static partial class BenzodiazepineTable
{
    public static Benzodiazepine Zolpidem { get; } =
        new()
        {
            Name = "zolpidem",
            Brands = ["Ambien", "Edluar", "Intermezzo"],
            Class = DrugClass.ZDrug,
            HalfLife = [Hours(1.4m, 4.5m, Sources.DrugTables, Secondary, "2.5 h typical; 2.8 h extended release")],
            TimeToPeak = [Hours(1.6m, 1.6m, Sources.DrugTables, Secondary)],
            Bioavailability = [Fraction(0.70m, 0.70m, Sources.ZolpidemLabelSwiss, Secondary)],
            VolumeOfDistribution = [Figure(0.34m, 0.54m, "L/kg", Sources.ZolpidemLabelSwiss, Secondary, "0.54; 0.34 in older adults")],
            Clearance = [Figure(0.26m, 0.26m, "L/h/kg", Sources.Memory, Unverified, "probably apparent oral clearance CL/F")],
            Route = "CYP3A4 more than CYP2C9 and CYP1A2",
            RouteSource = Sources.DrugTables,
        };

    public static Benzodiazepine Eszopiclone { get; } =
        new()
        {
            Name = "eszopiclone",
            Brands = ["Lunesta"],
            Class = DrugClass.ZDrug,
            HalfLife = [Hours(5, 9, Sources.DrugTables, Secondary, "6 h typical")],
            TimeToPeak = [Hours(1, 1.5m, Sources.DrugTables, Secondary)],
            Bioavailability = [Fraction(0.8m, 0.8m, Sources.Memory, Unverified)],
            VolumeOfDistribution = [Figure(1.3m, 1.3m, "L/kg", Sources.Memory, Unverified)],
            Metabolites = [new ActiveMetabolite("S-desmethylzopiclone (weak)", null)],
            Route = "CYP3A4 and CYP2E1",
            RouteSource = Sources.DrugTables,
        };

    public static Benzodiazepine Zaleplon { get; } =
        new()
        {
            Name = "zaleplon",
            Brands = ["Sonata"],
            Class = DrugClass.ZDrug,
            HalfLife = [Hours(1, 1, Sources.DrugTables, Secondary)],
            TimeToPeak = [Hours(1, 1, Sources.DrugTables, Secondary)],
            Bioavailability = [Fraction(0.306m, 0.306m, Sources.ZaleplonKinetics, Secondary)],
            VolumeOfDistribution = [Figure(1.27m, 1.27m, "L/kg", Sources.ZaleplonKinetics, Secondary)],
            Clearance = [Figure(0.94m, 0.94m, "L/h/kg", Sources.ZaleplonKinetics, Secondary)],
            Route = "aldehyde oxidase and CYP3A4",
            RouteSource = Sources.DrugTables,
        };

    public static Benzodiazepine Zopiclone { get; } =
        new()
        {
            Name = "zopiclone",
            Brands = ["Imovane"],
            Class = DrugClass.ZDrug,
            MarketedInUnitedStates = false,
            HalfLife = [Hours(5, 7, Sources.Memory, Unverified, "5 h; 7 h in older adults")],
            TimeToPeak = [Hours(1.5m, 2, Sources.ZopicloneKinetics, Secondary)],
            Bioavailability = [Fraction(0.75m, 0.80m, Sources.ZopicloneKinetics, Secondary)],
            VolumeOfDistribution = [Figure(1.5m, 1.5m, "L/kg", Sources.Memory, Unverified)],
            Clearance = [Figure(232, 232, "mL/min", Sources.ZopicloneKinetics, Secondary)],
            Metabolites = [new ActiveMetabolite("zopiclone N-oxide (weak)", null)],
            Route = "CYP3A4 and CYP2C8",
            RouteSource = Sources.DrugTables,
        };
}
