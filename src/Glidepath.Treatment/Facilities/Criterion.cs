using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Facilities;

/// <summary>What a criterion may do. A caller may ask for a soft one as a must, and never for a shown one.</summary>
public enum CriterionRole
{
    /// <summary>Filters when asked for: it is never traded against anything.</summary>
    Hard,

    /// <summary>Weighed when asked for.</summary>
    Soft,

    /// <summary>Stands beside a place and is never an input: who owns it.</summary>
    Shown,
}

public enum CriterionGroup
{
    Withdrawal,
    TaperCare,
    Setting,
    Therapy,
    MentalHealth,
    Family,
    AfterCare,
    Access,
    Payment,
    Age,
    Sex,
    GroupServed,
    Language,
    HouseRule,
    Accreditation,
    ExclusiveClients,
    Ownership,
}

/// <summary>One thing that a caller can ask for, as data.</summary>
public sealed record Criterion
{
    /// <summary>Stable, kebab-case: the word of command line, interface and forms.</summary>
    public required string Id { get; init; }

    public required CriterionGroup Group { get; init; }

    public required CriterionRole Role { get; init; }

    /// <summary>Plain words, US sixth grade, as a place would say it of itself.</summary>
    public required string Label { get; init; }

    /// <summary>What to ask the place where nothing is listed.</summary>
    public required string Question { get; init; }

    /// <summary>Codes of the directory. One that is listed is enough; it is a "no" only where each of them is one.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Of the benzodiazepine profile, instead of codes.</summary>
    public BenzodiazepineCapability? Capability { get; init; }

    /// <summary>The place says how many beds are free, instead of codes; known for 72 h.</summary>
    public bool IsCapacity { get; init; }

    /// <summary>Weight where the caller sets none, 0 to <see cref="Wish.MostWeight"/>.</summary>
    public double DefaultWeight { get; init; } = 1;

    /// <summary>Other words that mean it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What the listing does not say; empty where nothing is known.</summary>
    public string Caution { get; init; } = "";

    public required Source Source { get; init; }

    /// <summary>
    /// A code as its own criterion: any of an edition's codes can be filtered by, also those without a row in <see cref="CriterionTable"/>.
    /// </summary>
    /// <param name="name">The directory's own name of the code.</param>
    public static Criterion OfCode(string code, string name) =>
        new()
        {
            Id = "code-" + code.ToLowerInvariant(),
            Group = CriterionGroup.Access,
            Role = CriterionTable.IsNeverAnInput(code) ? CriterionRole.Shown : CriterionRole.Soft,
            Label = name,
            Question = $"Do you offer this: {name}?",
            Codes = [code],
            Source = FacilitySources.Samhsa,
        };

    public override string ToString() => Id;
}
