using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Pharmacology.Safety;

/// <summary>One published limit on one cut. A null field does not limit.</summary>
public sealed record PaceLimit
{
    /// <summary>What the guideline says, in our words.</summary>
    public required string Text { get; init; }

    /// <summary>Largest cut in per cent of <see cref="Base"/>.</summary>
    public decimal? MaxPercent { get; init; }

    public PercentBase Base { get; init; }

    /// <summary>When set, the percentage is a rate: so many per cent in this many days, however it is divided into steps.</summary>
    public int? PerDays { get; init; }

    /// <summary>Largest cut in mg of <see cref="OnlyFor"/>; needs that field.</summary>
    public decimal? MaxMg { get; init; }

    /// <summary>Days the dose before the cut must have been held.</summary>
    public int MinDays { get; init; }

    /// <summary>The limit speaks of one drug only.</summary>
    public Benzodiazepine? OnlyFor { get; init; }

    /// <summary>The limit speaks of cuts from doses above this and up to <see cref="UpToMg"/>, in mg a day.</summary>
    public decimal AboveMg { get; init; }

    public decimal UpToMg { get; init; } = decimal.MaxValue;

    /// <summary>The limit speaks of cuts from doses above this fraction of the original and up to <see cref="UpToFraction"/>.</summary>
    public decimal AboveFraction { get; init; }

    public decimal UpToFraction { get; init; } = decimal.MaxValue;
}

/// <summary>One way to read a guideline's pace. A cut passes when any of the alternatives allows it.</summary>
public sealed record PaceReading(string Id, string Name, IReadOnlyList<PaceLimit> Alternatives);

/// <summary>The fastest pace a policy lets a plan be asked for.</summary>
/// <param name="MaxStep">Largest single step, in per cent.</param>
/// <param name="MaxRate">Most in <paramref name="PerDays"/> days, in per cent.</param>
public sealed record PaceCeiling(decimal MaxStep, decimal MaxRate, int PerDays, string Text);

/// <summary>One guideline as data.</summary>
public sealed record RuleSet
{
    /// <summary>Stable key, e.g. <c>asam</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Source Source { get; init; }

    public Confidence Confidence { get; init; }

    /// <summary>The first is the default reading. Empty where the guideline names no pace.</summary>
    public IReadOnlyList<PaceReading> Readings { get; init; } = [];

    /// <summary>Null for a rule set that judges schedules and never steers a plan.</summary>
    public PaceCeiling? Ceiling { get; init; }

    /// <summary>Other limits the guideline names, for the reader.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public bool Steers => Ceiling is not null;

    public override string ToString() => Id;
}
