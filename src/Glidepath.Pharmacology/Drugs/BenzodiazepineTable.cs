using Glidepath.Pharmacology.Units;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Pharmacology.Drugs;

/// <summary>Every drug the engine knows, one row a drug, a source a number. Look-up ignores case and knows US brand names.</summary>
public static partial class BenzodiazepineTable
{
    // Made on first use: the rows stand in several files, and the order in which those are initialised is not defined.
    public static IReadOnlyList<Benzodiazepine> All =>
        field ??= [
            Clonazepam,
            Diazepam,
            Alprazolam,
            Lorazepam,
            Chlordiazepoxide,
            Clobazam,
            Clorazepate,
            Estazolam,
            Flurazepam,
            Nordazepam,
            Oxazepam,
            Quazepam,
            Temazepam,
            Triazolam,
            Eszopiclone,
            Zaleplon,
            Zolpidem,
            Zopiclone,
        ];

    /// <returns>Null when no drug has that name or brand.</returns>
    public static Benzodiazepine? Find(string name) =>
        All.FirstOrDefault(d =>
            string.Equals(d.Name, name, StringComparison.OrdinalIgnoreCase)
            || d.Brands.Any(b => string.Equals(b, name, StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>Every name and brand, for did-you-mean.</summary>
    public static IEnumerable<string> Names => All.SelectMany(d => d.Brands.Prepend(d.Name));

    private static Estimate Hours(decimal low, decimal high, Source source, Confidence confidence, string note = "") =>
        new(new Interval(low, high), "h", source, confidence, note);

    private static Estimate Figure(decimal low, decimal high, string unit, Source source, Confidence confidence, string note = "") =>
        new(new Interval(low, high), unit, source, confidence, note);

    private static Estimate Fraction(decimal low, decimal high, Source source, Confidence confidence, string note = "") =>
        new(new Interval(low, high), "fraction", source, confidence, note);

    private static ActiveMetabolite NordazepamFormed =>
        new("nordazepam", Hours(36, 200, Sources.DrugTables, Secondary, "65 h in 17 adults after clorazepate"));
}
