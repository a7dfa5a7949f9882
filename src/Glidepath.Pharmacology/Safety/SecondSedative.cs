using System.Text.RegularExpressions;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

/// <summary>A benzodiazepine or z-drug found among the other medicines.</summary>
/// <param name="Written">As it was written.</param>
/// <param name="Daily">In 24 h. Null where no mg was written. A dose with no frequency beside it is read as the whole day's.</param>
public sealed partial record SecondSedative(string Written, Benzodiazepine Drug, Dose? Daily)
{
    /// <summary>Products that hold a drug of the table with another one: known here, and never names of the drug alone.</summary>
    private static readonly (string Product, Benzodiazepine Drug)[] Combinations =
    [
        ("librax", BenzodiazepineTable.Chlordiazepoxide),
        ("limbitrol", BenzodiazepineTable.Chlordiazepoxide),
    ];

    // Words beside a dose that multiply it; "at bedtime", "daily" and no word at all are once a day. Points are taken out first: "b.i.d."
    // is "bid".
    private static readonly (string Words, int Times)[] Frequencies =
    [
        ("four times", 4),
        ("4 times", 4),
        ("qid", 4),
        ("every 6 h", 4),
        ("q6h", 4),
        ("three times", 3),
        ("3 times", 3),
        ("tid", 3),
        ("every 8 h", 3),
        ("q8h", 3),
        ("twice", 2),
        ("two times", 2),
        ("2 times", 2),
        ("bid", 2),
        ("every 12 h", 2),
        ("q12h", 2),
    ];

    /// <summary>Every drug of the table that a medicine as written names; none for another medicine.</summary>
    public static IEnumerable<SecondSedative> Read(string written)
    {
        var known = BenzodiazepineTable
            .All.Where(d => d.Brands.Prepend(d.Name).Any(n => InteractionTable.Names(written, n)))
            .Concat(Combinations.Where(c => InteractionTable.Names(written, c.Product)).Select(c => c.Drug))
            .Distinct()
            .ToList();
        return known.Select(drug => new SecondSedative(written.Trim(), drug, DailyDose(written)));
    }

    /// <summary>What it means beside the drug that is tapered.</summary>
    public Finding ToFinding(FactCase person)
    {
        if (Drug == person.Drug)
            return First(
                Written.Contains(Drug.Name, StringComparison.OrdinalIgnoreCase)
                    ? Sentence.Of("care-first.same-medicine", ("written", Written))
                    : Sentence.Of("care-first.same-medicine.brand", ("written", Written), ("drug", Drug))
            ) with
            {
                Rule = "care-first.same-medicine",
            };
        return First(
            Sentence.Of(
                "care-first.second-sedative",
                ("written", Written),
                ("kind", (Sentence)(Drug.Class is DrugClass.ZDrug ? "second-sedative.z-drug" : "second-sedative.benzodiazepine")),
                (
                    "counted",
                    (Daily, DiazepamEquivalent.Of(Drug, Dose.Zero)) switch
                    {
                        (_, null) => Sentence.Of("second-sedative.no-equivalent", ("drug", Drug)),
                        (null, _) => Sentence.Of("second-sedative.no-dose", ("drug", Drug)),
                        ({ } daily, _) => Sentence.Of(
                            "second-sedative.counted",
                            ("daily", daily),
                            ("total", SedativeTotal.Of(person)?.Rounded("mg"))
                        ),
                    }
                )
            )
        );

        static Finding First(Sentence says) => new(says, Severity.CareFirst, Sources.OwnRule, Confidence.Derived);
    }

    private static Dose? DailyDose(string written)
    {
        if (Amount().Match(written) is not { Success: true } match || !AmountReader.TryRead(match.Value, out var amount, out _, out _))
            return null;
        var text = written.Replace(".", "", StringComparison.Ordinal);
        var times = Frequencies.FirstOrDefault(f => text.Contains(f.Words, StringComparison.OrdinalIgnoreCase)).Times;
        return new Dose(amount.Milligrams * Math.Max(times, 1));
    }

    [GeneratedRegex(@"(?<![\d.,/])[\d.,]*\d\s*(mg|mcg|micrograms?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
