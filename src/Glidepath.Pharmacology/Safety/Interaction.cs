using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

public enum InteractionKind
{
    /// <summary>Lowers the level: starting it is a hidden cut, stopping it a hidden rise.</summary>
    Inducer,

    /// <summary>Raises the level: starting it is a hidden rise, stopping it a hidden cut.</summary>
    Inhibitor,

    /// <summary>Lowers the seizure threshold.</summary>
    SeizureThreshold,

    /// <summary>Adds sedation or slows breathing.</summary>
    Sedative,

    /// <summary>Works against the drug, its level unchanged or nearly so.</summary>
    Opposing,

    /// <summary>Takes the drug off its receptor at once.</summary>
    Reversal,

    /// <summary>The other medicine works less well beside the drug.</summary>
    WeakensMedicine,
}

/// <param name="Medicines">Generic names and US brands, lower case.</param>
/// <param name="Drugs">The benzodiazepines it is known for; empty for all.</param>
/// <param name="Effect">The published size or what was seen, in words; <see cref="InteractionTable.SizeNotKnown"/> where no source gives
/// one.</param>
public sealed record Interaction(
    IReadOnlyList<string> Medicines,
    InteractionKind Kind,
    IReadOnlyList<Benzodiazepine> Drugs,
    Sentence Effect,
    Source Source,
    Confidence Confidence
)
{
    /// <summary><see cref="Severity.CareFirst"/> where somebody must be called before any dose is changed.</summary>
    public Severity Severity { get; init; } = Severity.Finding;

    public bool Concerns(Benzodiazepine drug) => Drugs.Count == 0 || Drugs.Contains(drug);

    /// <param name="medicine">As it was written.</param>
    public Sentence Says(string medicine, Benzodiazepine drug) =>
        Sentence.Of($"interaction.{Kind.ToString().ToLowerInvariant()}", ("medicine", medicine), ("drug", drug), ("effect", Effect));
}

/// <summary>Medicines for which a source says that they do not change the level of one drug.</summary>
public sealed record NoEffect(IReadOnlyList<string> Medicines, Benzodiazepine Drug, Source Source, Confidence Confidence);
