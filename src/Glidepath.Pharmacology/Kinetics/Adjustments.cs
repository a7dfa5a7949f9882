using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>What an adjustment changes.</summary>
public enum AdjustedQuantity
{
    /// <summary>Elimination half-life, by way of clearance; the volume stays.</summary>
    HalfLife,

    /// <summary>Clearance; the half-life goes the other way.</summary>
    Clearance,

    /// <summary>All volumes; the half-life goes with them.</summary>
    Volume,
}

/// <summary>How a published group of people differs from the adults a model is for.</summary>
/// <param name="Analyte">The drug or the metabolite that it is about.</param>
/// <param name="FromAge">In years, for an age group; null for a group by liver.</param>
/// <param name="Factor">On the quantity.</param>
public sealed record KineticAdjustment(
    Benzodiazepine Drug,
    string Analyte,
    int? FromAge,
    LiverFunction Liver,
    AdjustedQuantity Quantity,
    double Factor,
    string Evidence,
    Source Source,
    Confidence Confidence
)
{
    public bool Concerns(Person person) =>
        FromAge is { } from ? person.Age >= from : Liver != LiverFunction.Normal && person.Liver == Liver;
}

/// <summary>Fits a model to a person's weight, age and liver, as far as a source says how.</summary>
public static class Adjustments
{
    /// <summary>Clearance with the 0.75 power of weight, volume in proportion: allometric scaling, as in Kruizinga 2022.</summary>
    private const double ClearanceExponent = 0.75;

    public static (KineticModel Model, IReadOnlyList<AppliedAdjustment> Applied) Apply(KineticModel model, Person person)
    {
        var applied = new List<AppliedAdjustment>();
        if (person.WeightKilograms != Volume.StandardKilograms)
        {
            var relative = person.WeightKilograms / Volume.StandardKilograms;
            model = ForWeight(model, relative);
            applied.Add(
                new(
                    $"Weight {SafeNumber.Significant(person.WeightKilograms)} kg: clearance × "
                        + $"{SafeNumber.Significant(Math.Pow(relative, ClearanceExponent))}, volume × "
                        + $"{SafeNumber.Significant(relative)}.",
                    Sources.Kruizinga,
                    Confidence.Derived
                )
            );
        }
        foreach (var row in AdjustmentTable.For(model.Drug).Where(a => a.Concerns(person)))
        {
            model = With(model, row);
            applied.Add(
                new(
                    $"{row.Evidence}: {row.Analyte} {Word(row.Quantity)} × {SafeNumber.Significant(row.Factor)}.",
                    row.Source,
                    row.Confidence
                )
            );
        }
        if (person.Age >= OlderAdult && !AdjustmentTable.For(model.Drug).Any(a => a.FromAge is not null))
            applied.Add(
                new(
                    $"Age {person.Age}: no source read gives a change of {model.Drug} with age; nothing is adjusted.",
                    Sources.OwnRule,
                    Confidence.Derived
                )
            );
        if (person.Liver is LiverFunction.Cirrhosis && !AdjustmentTable.For(model.Drug).Any(a => a.Liver is LiverFunction.Cirrhosis))
            applied.Add(
                new(
                    $"Cirrhosis: no source read gives a change of {model.Drug} with it; nothing is adjusted.",
                    Sources.OwnRule,
                    Confidence.Derived
                )
            );
        return (model, applied);
    }

    /// <summary>The age from which the studies speak of older adults.</summary>
    private const int OlderAdult = 60;

    private static string Word(AdjustedQuantity quantity) =>
        quantity switch
        {
            AdjustedQuantity.HalfLife => "half-life",
            AdjustedQuantity.Clearance => "clearance",
            AdjustedQuantity.Volume => "volume",
        };

    private static KineticModel ForWeight(KineticModel model, double relative)
    {
        var (clearance, note) = (Math.Pow(relative, ClearanceExponent), "scaled to weight");
        return model with
        {
            Clearance = model.Clearance.Scaled(clearance, note),
            CentralVolume = model.CentralVolume.Scaled(relative, note),
            Flow = model.Flow?.Scaled(clearance, note),
            PeripheralVolume = model.PeripheralVolume?.Scaled(relative, note),
            HalfLife = model.HalfLife.Scaled(relative / clearance, note),
            Metabolites =
            [
                .. model.Metabolites.Select(m =>
                    m with
                    {
                        Volume = m.Volume.Scaled(relative, note),
                        HalfLife = m.HalfLife.Scaled(relative / clearance, note),
                    }
                ),
            ],
        };
    }

    private static KineticModel With(KineticModel model, KineticAdjustment row)
    {
        if (row.Analyte != model.Analyte)
            return model with { Metabolites = [.. model.Metabolites.Select(m => m.Name == row.Analyte ? With(m, row) : m)] };
        return row.Quantity switch
        {
            AdjustedQuantity.Clearance => model with
            {
                Clearance = model.Clearance.Scaled(row.Factor, row.Evidence),
                HalfLife = model.HalfLife.Scaled(1 / row.Factor, row.Evidence),
            },
            AdjustedQuantity.HalfLife => model with
            {
                Clearance = model.Clearance.Scaled(1 / row.Factor, row.Evidence),
                HalfLife = model.HalfLife.Scaled(row.Factor, row.Evidence),
            },
            AdjustedQuantity.Volume => model with
            {
                CentralVolume = model.CentralVolume.Scaled(row.Factor, row.Evidence),
                Flow = model.Flow?.Scaled(row.Factor, row.Evidence),
                PeripheralVolume = model.PeripheralVolume?.Scaled(row.Factor, row.Evidence),
                HalfLife = model.HalfLife.Scaled(row.Factor, row.Evidence),
            },
        };
    }

    private static MetaboliteModel With(MetaboliteModel metabolite, KineticAdjustment row) =>
        row.Quantity switch
        {
            AdjustedQuantity.HalfLife => metabolite with { HalfLife = metabolite.HalfLife.Scaled(row.Factor, row.Evidence) },
            AdjustedQuantity.Clearance => metabolite with { HalfLife = metabolite.HalfLife.Scaled(1 / row.Factor, row.Evidence) },
            AdjustedQuantity.Volume => metabolite with
            {
                Volume = metabolite.Volume.Scaled(row.Factor, row.Evidence),
                HalfLife = metabolite.HalfLife.Scaled(row.Factor, row.Evidence),
            },
        };
}
