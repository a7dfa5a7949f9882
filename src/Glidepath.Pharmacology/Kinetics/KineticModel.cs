using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>A substance formed from the one before it, with one compartment of its own.</summary>
/// <param name="Fraction">Part of the source's clearance that forms it, by moles.</param>
/// <param name="MassRatio">Its molar mass over that of its source.</param>
/// <param name="Volume">In L.</param>
/// <param name="HalfLife">Of its own elimination, in h.</param>
public sealed record MetaboliteModel(
    string Name,
    double MassRatio,
    KineticParameter Fraction,
    KineticParameter Volume,
    KineticParameter HalfLife
)
{
    /// <summary>The metabolite it is formed from, by place; null for the drug itself.</summary>
    public int? From { get; init; }
}

/// <summary>Where a model ends.</summary>
/// <param name="HighestDailyMg">The largest daily dose it is good for.</param>
/// <param name="Text">What is known above that, as a sentence.</param>
public sealed record ModelLimit(double HighestDailyMg, string Text, Source Source, Confidence Confidence);

/// <summary>
/// How the level of one drug follows its doses: absorption of first order, one or two compartments, and a chain of metabolites. Linear:
/// twice the dose is twice the level. Parameters are for a 70 kg adult.
/// </summary>
public sealed record KineticModel
{
    /// <summary>Unique among the models of a drug, lower case, e.g. <c>working</c>.</summary>
    public required string Id { get; init; }

    /// <summary>One sentence: whose model, of what.</summary>
    public required string Name { get; init; }

    public required Benzodiazepine Drug { get; init; }

    /// <summary>What is measured in blood; the drug itself unless it is turned into something else before it is absorbed.</summary>
    public required string Analyte { get; init; }

    /// <summary>
    /// Part of the dose that reaches the blood, by mass of <see cref="Analyte"/>; 1 where clearance and volume are apparent (CL/F, V/F).
    /// </summary>
    public KineticParameter? Bioavailability { get; init; }

    /// <summary>In L/h.</summary>
    public required KineticParameter Clearance { get; init; }

    /// <summary>In L; the only volume of a one-compartment model.</summary>
    public required KineticParameter CentralVolume { get; init; }

    /// <summary>Flow between the compartments in L/h; null for one compartment.</summary>
    public KineticParameter? Flow { get; init; }

    /// <summary>In L; null for one compartment.</summary>
    public KineticParameter? PeripheralVolume { get; init; }

    /// <summary>In 1/h.</summary>
    public required KineticParameter AbsorptionRate { get; init; }

    /// <summary>Terminal half-life in h as published; no member of a band lies outside it.</summary>
    public required KineticParameter HalfLife { get; init; }

    public IReadOnlyList<MetaboliteModel> Metabolites { get; init; } = [];

    /// <summary>What the parameters were fitted to: never counted as reproduced.</summary>
    public IReadOnlyList<string> CalibratedTo { get; init; } = [];

    /// <summary>Null where no end is known.</summary>
    public ModelLimit? Limit { get; init; }

    public bool HasTwoCompartments => Flow is not null;

    /// <summary>The drug first, then its metabolites.</summary>
    public IReadOnlyList<string> Analytes => [Analyte, .. Metabolites.Select(m => m.Name)];

    /// <summary>Everything the model needs, in the order of docs/pharmacology.md.</summary>
    public IReadOnlyList<KineticParameter> Parameters =>
        [
            .. new[]
            {
                Bioavailability,
                Clearance,
                CentralVolume,
                Flow,
                PeripheralVolume,
                AbsorptionRate,
                HalfLife,
            }.OfType<KineticParameter>(),
            .. Metabolites.SelectMany(m => new[] { m.Fraction, m.Volume, m.HalfLife }),
        ];

    internal ModelShape Shape => new(HasTwoCompartments, [.. Metabolites.Select(m => m.From is { } source ? source : -1)]);

    public override string ToString() => $"{Drug} ({Id})";
}
