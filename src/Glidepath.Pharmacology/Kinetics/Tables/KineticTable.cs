using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Every kinetic model, one row a model, a source a number. The first of a drug is its default.</summary>
public static partial class KineticTable
{
    public static IReadOnlyList<KineticModel> All =>
        field ??= [
            ClonazepamWorking,
            ClonazepamKruizinga,
            ClonazepamOneCompartment,
            DiazepamModel,
            ChlordiazepoxideModel,
            ClorazepateModel,
            NordazepamModel,
            FlurazepamModel,
            QuazepamModel,
            ClobazamModel,
            AlprazolamModel,
            LorazepamModel,
            OxazepamModel,
            TemazepamModel,
            EstazolamModel,
            TriazolamModel,
            ZolpidemModel,
            EszopicloneModel,
            ZaleplonModel,
            ZopicloneModel,
        ];

    public static IEnumerable<KineticModel> For(Benzodiazepine drug) => All.Where(m => m.Drug == drug);

    /// <returns>Null where no source gives enough to compute a level.</returns>
    public static KineticModel? DefaultFor(Benzodiazepine drug) => For(drug).FirstOrDefault();

    /// <returns>Null when the drug has no model of that id.</returns>
    public static KineticModel? Find(Benzodiazepine drug, string id) =>
        For(drug).FirstOrDefault(m => string.Equals(m.Id, id.Trim(), StringComparison.OrdinalIgnoreCase));

    private static KineticParameter P(
        string symbol,
        double typical,
        double low,
        double high,
        string unit,
        Source source,
        Confidence confidence,
        string note = ""
    ) => new(symbol, typical, low, high, unit, source, confidence, note);
}
