using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Drugs;

public static partial class BenzodiazepineTable
{
    public static Benzodiazepine Diazepam { get; } =
        new()
        {
            Name = "diazepam",
            Brands = ["Valium"],
            Class = DrugClass.Benzodiazepine,
            HalfLife =
            [
                Hours(44.2m, 44.2m, Sources.Greenblatt1989, Primary, "48 men aged 18 to 44"),
                Hours(33, 51, Sources.DrugTables, Secondary),
            ],
            TimeToPeak = [Hours(0.25m, 2.5m, Sources.Mitotox, Secondary, "0.9 h typical; 2.5 h with food")],
            Bioavailability = [Fraction(0.97m, 0.97m, Sources.Greenblatt1989, Primary)],
            VolumeOfDistribution =
            [
                Figure(83, 83, "L", Sources.Greenblatt1989, Primary),
                Figure(0.7m, 4.7m, "L/kg", Sources.Greenblatt1980, Primary, "0.8 to 1.0 in young men; larger with age and in women"),
            ],
            Clearance =
            [
                Figure(26.6m, 26.6m, "mL/min", Sources.Greenblatt1989, Primary),
                Figure(0.24m, 0.5m, "mL/min/kg", Sources.Greenblatt1980, Primary, "0.39 young men, 0.24 old men, about 0.5 women"),
            ],
            Metabolites =
            [
                NordazepamFormed,
                new ActiveMetabolite("temazepam", Hours(3, 22, Sources.DrugTables, Secondary)),
                new ActiveMetabolite("oxazepam", Hours(5, 20, Sources.DrugTables, Secondary)),
            ],
            Route = "CYP2C19 and CYP3A4",
            RouteSource = Sources.DrugTables,
        };

    public static Benzodiazepine Chlordiazepoxide { get; } =
        new()
        {
            Name = "chlordiazepoxide",
            Brands = ["Librium"],
            Class = DrugClass.Benzodiazepine,
            HalfLife =
            [
                Hours(5, 30, Sources.Chlordiazepoxide1978, Primary),
                Hours(24, 48, Sources.ChlordiazepoxideLabel, Primary, "label"),
            ],
            TimeToPeak = [Hours(0.5m, 4, Sources.DrugTables, Secondary)],
            Bioavailability = [Fraction(1, 1, Sources.Chlordiazepoxide1978, Secondary, "absorbed completely")],
            VolumeOfDistribution = [Figure(0.25m, 0.50m, "L/kg", Sources.Chlordiazepoxide1978, Primary)],
            Clearance = [Figure(0.3m, 0.5m, "mL/min/kg", Sources.Chlordiazepoxide1978, Secondary)],
            Metabolites =
            [
                new ActiveMetabolite(
                    "desmethylchlordiazepoxide",
                    Hours(10, 18, Sources.Chlordiazepoxide1978, Primary, "accumulation half-life")
                ),
                new ActiveMetabolite("demoxepam", Hours(21, 79, Sources.Chlordiazepoxide1978, Primary)),
                NordazepamFormed,
            ],
            Route = "CYP3A4",
            RouteSource = Sources.DrugTables,
        };

    public static Benzodiazepine Clobazam { get; } =
        new()
        {
            Name = "clobazam",
            Brands = ["Onfi", "Sympazan"],
            Class = DrugClass.Benzodiazepine,
            HalfLife = [Hours(24, 24, Sources.Clobazam, Primary), Hours(36, 42, Sources.DrugTables, Secondary, "label")],
            TimeToPeak = [Hours(0.5m, 4, Sources.DrugTables, Secondary)],
            Bioavailability = [Fraction(0.87m, 1, Sources.DrugTables, Secondary)],
            VolumeOfDistribution = [Figure(1.3m, 1.3m, "L/kg", Sources.Clobazam, Primary, "approximate")],
            Clearance = [Figure(0.47m, 0.47m, "mL/min/kg", Sources.Clobazam, Primary)],
            Metabolites = [new ActiveMetabolite("N-desmethylclobazam", Hours(71, 82, Sources.DrugTables, Secondary))],
            Route = "CYP3A4 and CYP2C19",
            RouteSource = Sources.DrugTables,
        };

    public static Benzodiazepine Clorazepate { get; } =
        new()
        {
            Name = "clorazepate",
            Brands = ["Tranxene"],
            Class = DrugClass.Benzodiazepine,
            HalfLife = [],
            TimeToPeak = [Hours(0.9m, 0.9m, Sources.Clorazepate, Primary, "of nordazepam")],
            Bioavailability = [Fraction(1, 1, Sources.Clorazepate, Primary, "of nordazepam")],
            VolumeOfDistribution = [Figure(1.24m, 1.24m, "L/kg", Sources.Clorazepate, Primary, "of nordazepam")],
            Clearance = [Figure(0.24m, 0.24m, "mL/min/kg", Sources.Clorazepate, Primary, "of nordazepam")],
            Metabolites =
            [
                new ActiveMetabolite(
                    "nordazepam",
                    Hours(40, 65, Sources.ClorazepateLabel, Secondary, "40 to 50 h by the label; 65 h in 17 adults")
                ),
            ],
            Route = "turned into nordazepam in the stomach; then CYP3A4 and CYP2C19",
            RouteSource = Sources.DrugTables,
        };

    public static Benzodiazepine Nordazepam { get; } =
        new()
        {
            Name = "nordazepam",
            Class = DrugClass.Benzodiazepine,
            MarketedInUnitedStates = false,
            HalfLife = [Hours(65, 65, Sources.Clorazepate, Primary, "17 adults"), Hours(36, 200, Sources.DrugTables, Secondary)],
            TimeToPeak = [Hours(0.9m, 0.9m, Sources.Clorazepate, Primary, "from clorazepate")],
            Bioavailability = [Fraction(1, 1, Sources.Clorazepate, Primary)],
            VolumeOfDistribution = [Figure(1.24m, 1.24m, "L/kg", Sources.Clorazepate, Primary)],
            Clearance = [Figure(0.24m, 0.24m, "mL/min/kg", Sources.Clorazepate, Primary)],
            Metabolites = [new ActiveMetabolite("oxazepam", Hours(5, 20, Sources.DrugTables, Secondary))],
            Route = "CYP3A4 and CYP2C19",
            RouteSource = Sources.DrugTables,
        };

    public static Benzodiazepine Flurazepam { get; } =
        new()
        {
            Name = "flurazepam",
            Brands = ["Dalmane"],
            Class = DrugClass.Benzodiazepine,
            HalfLife = [Hours(2, 4, Sources.DrugTables, Secondary)],
            TimeToPeak = [Hours(0.5m, 2, Sources.DrugTables, Secondary)],
            VolumeOfDistribution = [Figure(3, 22, "L/kg", Sources.Memory, Unverified)],
            Metabolites = [new ActiveMetabolite("desalkylflurazepam", Hours(47, 120, Sources.DrugTables, Secondary))],
            Route = "CYP3A4",
            RouteSource = Sources.DrugTables,
        };

    public static Benzodiazepine Quazepam { get; } =
        new()
        {
            Name = "quazepam",
            Brands = ["Doral"],
            Class = DrugClass.Benzodiazepine,
            HalfLife = [Hours(39, 39, Sources.QuazepamLabel, Secondary)],
            TimeToPeak = [Hours(2, 3, Sources.DrugTables, Secondary)],
            VolumeOfDistribution = [Figure(5, 5, "L/kg", Sources.Memory, Unverified)],
            Metabolites =
            [
                new ActiveMetabolite("2-oxoquazepam", null),
                new ActiveMetabolite("desalkyl-2-oxoquazepam", Hours(48, 120, Sources.DrugTables, Secondary)),
            ],
            Route = "CYP3A4 and CYP2C9",
            RouteSource = Sources.DrugTables,
        };
}
