using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;
using static Glidepath.Pharmacology.Drugs.Confidence;
using static Glidepath.Pharmacology.Kinetics.AdjustedQuantity;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// Published differences of older adults and of people with cirrhosis. A drug that is not here has no source that was read; nothing is then
/// adjusted.
/// A factor of 1 is a finding too: it was looked for and there is none.
/// </summary>
public static class AdjustmentTable
{
    public static IReadOnlyList<KineticAdjustment> All =>
        field ??= [
            Aged(
                60,
                Diazepam,
                "diazepam",
                HalfLife,
                71.5 / 44.5,
                "Men of 60 to 75, half-life 71.5 h for 44.5 h, 7 and 6 people; studies disagree on clearance",
                Sources.Herman1985,
                Primary
            ),
            Aged(61, Diazepam, "nordazepam", HalfLife, 80d / 40, "Aged 61 to 78, half-life 80 h for 40 h", Sources.NordazepamAge, Primary),
            Aged(
                61,
                Clorazepate,
                "nordazepam",
                HalfLife,
                80d / 40,
                "Aged 61 to 78, half-life 80 h for 40 h, after diazepam",
                Sources.NordazepamAge,
                Derived
            ),
            Aged(
                65,
                Alprazolam,
                "alprazolam",
                HalfLife,
                16.3 / 11.0,
                "Older adults, half-life 16.3 h for 11.0 h",
                Sources.AlprazolamLabel,
                Secondary
            ),
            Aged(
                60,
                Lorazepam,
                "lorazepam",
                Clearance,
                0.77 / 0.99,
                "Aged 60 to 84, 0.77 for 0.99 mL/min/kg, 15 and 15 people; another study found none",
                Sources.Lorazepam1979,
                Primary
            ),
            Aged(
                62,
                Triazolam,
                "triazolam",
                Clearance,
                0.57,
                "Aged 62 to 83, 5.8 for 10.5 and 6.8 for 11.4 mL/min/kg, 26 and 21 people",
                Sources.TriazolamAge,
                Secondary
            ),
            Aged(70, Zolpidem, "zolpidem", Clearance, 0.61, "Over 70, exposure 64 % higher, 8 people", Sources.ZolpidemLabel, Primary),
            Aged(
                65,
                Flurazepam,
                "desalkylflurazepam",
                HalfLife,
                160d / 74,
                "Older men, half-life 160 h for 74 h; not significant in women",
                Sources.FlurazepamAge,
                Primary
            ),
            Liver(
                Diazepam,
                "diazepam",
                HalfLife,
                105.6 / 46.6,
                "Alcoholic cirrhosis, half-life 105.6 h for 46.6 h, 9 people",
                Sources.Klotz1975,
                Primary
            ),
            Liver(
                Diazepam,
                "nordazepam",
                HalfLife,
                108.2 / 50.9,
                "Liver disease, half-life 108 h for 51 h, 4 and 4 people",
                Sources.Klotz1977,
                Primary
            ),
            Liver(
                Clorazepate,
                "nordazepam",
                HalfLife,
                108.2 / 50.9,
                "Liver disease, half-life 108 h for 51 h, 4 and 4 people",
                Sources.Klotz1977,
                Primary
            ),
            Liver(
                Alprazolam,
                "alprazolam",
                HalfLife,
                19.7 / 11.2,
                "Alcoholic liver disease, half-life 19.7 h for 11.2 h",
                Sources.AlprazolamLabel,
                Secondary
            ),
            Liver(
                Lorazepam,
                "lorazepam",
                Volume,
                41.2 / 21.7,
                "Cirrhosis, half-life 41 h for 22 h at unchanged clearance",
                Sources.Kraus1978,
                Primary
            ),
            Liver(
                Oxazepam,
                "oxazepam",
                Clearance,
                0.55 / 1.19,
                "Decompensated cirrhosis, 0.55 for 1.19 mL/min/kg; unchanged in compensated disease",
                Sources.OxazepamLiver,
                Primary
            ),
            Liver(
                Chlordiazepoxide,
                "chlordiazepoxide",
                Clearance,
                0.185 / 0.54,
                "Cirrhosis, 0.185 for 0.54 mL/min/kg, 14 and 11 people",
                Sources.ChlordiazepoxideLiver,
                Primary
            ),
            Liver(
                Temazepam,
                "temazepam",
                Clearance,
                1,
                "Cirrhosis, 1.03 for 1.03 mL/min/kg: no change, 9 and 7 people",
                Sources.TemazepamLiver,
                Primary
            ),
            Liver(
                Clobazam,
                "clobazam",
                Volume,
                51d / 22,
                "Cirrhosis, half-life 51 h for 22 h at a doubled volume, 15 and 6 people",
                Sources.ClobazamLiver,
                Primary
            ),
            Liver(
                Triazolam,
                "triazolam",
                Clearance,
                4.99 / 6.69,
                "Cirrhosis, 4.99 for 6.69 mL/min/kg, 8 and 7 people",
                Sources.TriazolamLiver,
                Primary
            ),
            Liver(
                Zolpidem,
                "zolpidem",
                Clearance,
                788d / 4203,
                "Chronic liver insufficiency, exposure five times as high, 8 people",
                Sources.ZolpidemLabel,
                Primary
            ),
        ];

    public static IEnumerable<KineticAdjustment> For(Benzodiazepine drug) => All.Where(a => a.Drug == drug);

    private static KineticAdjustment Aged(
        int from,
        Benzodiazepine drug,
        string analyte,
        AdjustedQuantity quantity,
        double factor,
        string evidence,
        Source source,
        Confidence confidence
    ) => new(drug, analyte, from, LiverFunction.Normal, quantity, factor, evidence, source, confidence);

    private static KineticAdjustment Liver(
        Benzodiazepine drug,
        string analyte,
        AdjustedQuantity quantity,
        double factor,
        string evidence,
        Source source,
        Confidence confidence
    ) => new(drug, analyte, null, LiverFunction.Cirrhosis, quantity, factor, evidence, source, confidence);
}
