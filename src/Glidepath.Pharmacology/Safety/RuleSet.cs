using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

/// <summary>One published limit on how far the dose may fall. A null field does not limit.</summary>
public sealed record PaceLimit
{
    /// <summary>What the guideline says, in our words.</summary>
    public required Sentence Words { get; init; }

    /// <summary>Largest fall in per cent of <see cref="Base"/>.</summary>
    public decimal? MaxPercent { get; init; }

    public PercentBase Base { get; init; }

    /// <summary>
    /// In days. The limit is measured over every window of so many days, however many cuts fall in it: the dose before the first of them
    /// against the dose after the last. Two cuts share a window when they are fewer days apart than this.
    /// </summary>
    public int? WindowDays { get; init; }

    /// <summary>
    /// When set, the percentage is a rate: so many per cent in this many days, compounded over the days the dose before the cut was held.
    /// </summary>
    public int? PerDays { get; init; }

    /// <summary>Largest fall in mg of <see cref="OnlyFor"/>; needs that field.</summary>
    public decimal? MaxMg { get; init; }

    /// <summary>
    /// The step in mg that a plan is steered by, where the guideline names a range whose upper end is <see cref="MaxMg"/>; null is that end.
    /// </summary>
    public decimal? SteerMg { get; init; }

    /// <summary>Days between two cuts of the full size; 0 where cuts are not limited by days.</summary>
    public int MinDays => WindowDays ?? 0;

    /// <summary>The limit speaks of one drug only.</summary>
    public Benzodiazepine? OnlyFor { get; init; }

    /// <summary>The limit speaks of cuts from doses above this and up to <see cref="UpToMg"/>, in mg a day.</summary>
    public decimal AboveMg { get; init; }

    public decimal UpToMg { get; init; } = decimal.MaxValue;

    /// <summary>The limit speaks of cuts from doses above this fraction of the original and up to <see cref="UpToFraction"/>.</summary>
    public decimal AboveFraction { get; init; }

    public decimal UpToFraction { get; init; } = decimal.MaxValue;

    /// <summary>Where the set speaks by more than one source; else null, and the set's own holds.</summary>
    public Source? Source { get; init; }

    public bool SpeaksOf(Benzodiazepine drug) => OnlyFor is null || OnlyFor == drug;

    /// <summary>Whether it speaks of a cut from this dose.</summary>
    public bool Concerns(Benzodiazepine drug, Dose from, Dose original)
    {
        var fraction = from.Milligrams / original.Milligrams;
        return SpeaksOf(drug)
            && from.Milligrams > AboveMg
            && from.Milligrams <= UpToMg
            && fraction > AboveFraction
            && fraction <= UpToFraction;
    }

    /// <summary>
    /// The largest cut in mg from this dose that keeps the limit when all cuts are of the same share and <paramref name="holdDays"/> apart.
    /// </summary>
    internal decimal LargestCutMg(Dose from, Dose original, int holdDays)
    {
        var cuts = WindowDays is { } window ? (window + holdDays - 1) / holdDays : 1;
        return this switch
        {
            { MaxMg: { } mg } => mg / cuts,
            { Base: PercentBase.Original } => original.Milligrams * MaxPercent!.Value / 100 / cuts,
            _ when cuts == 1 => from.Milligrams * MaxPercent!.Value / 100,
            // Rounded down, so that the cuts of a window together never pass the limit by a root's last digit.
            _ => Math.Round(from.Milligrams * ShareOf(cuts), 9, MidpointRounding.ToZero),
        };

        decimal ShareOf(int cuts) => (decimal)(1 - Math.Pow(1 - (double)MaxPercent!.Value / 100, 1.0 / cuts));
    }
}

/// <summary>One way to read a guideline's pace. A cut passes when any of the alternatives allows it.</summary>
public sealed record PaceReading(string Id, Sentence Name, IReadOnlyList<PaceLimit> Alternatives)
{
    /// <summary>What a cut outside the limits weighs. A reading that is milder than the guideline's words never makes a breach.</summary>
    public Severity Weight { get; init; } = Severity.Breach;

    /// <summary>What of this reading the source does not say; shown beside what it finds. Null where nothing is to be said.</summary>
    public Sentence? Remark { get; init; }
}

/// <summary>The fastest pace a policy lets a plan be asked for.</summary>
/// <param name="MaxStep">Largest single step, in per cent.</param>
/// <param name="MaxRate">Most in <paramref name="PerDays"/> days, in per cent.</param>
public sealed record PaceCeiling(decimal MaxStep, decimal MaxRate, int PerDays, Sentence Words);

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
    public IReadOnlyList<Sentence> Remarks { get; init; } = [];

    public bool Steers => Ceiling is not null;

    /// <summary>
    /// The largest cut, in mg a day, that the default reading allows from a dose when cuts are <paramref name="holdDays"/> days apart.
    /// </summary>
    /// <param name="from">The daily dose before the cut.</param>
    /// <param name="original">The daily dose before the first cut; above zero.</param>
    /// <param name="holdDays">1 or more.</param>
    /// <returns>
    /// The most that any alternative allows; 0 where none fits this dose; null where the set names no pace for the drug.
    /// </returns>
    public decimal? LargestCutMg(Benzodiazepine drug, Dose from, Dose original, int holdDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(holdDays);
        ArgumentOutOfRangeException.ThrowIfZero(original.Milligrams);
        var limits = Readings is [var reading, ..] ? reading.Alternatives.Where(l => l.SpeaksOf(drug)).ToList() : [];
        return limits.Count == 0
            ? null
            : limits
                .Where(l => l.Concerns(drug, from, original))
                .Select(l => l.LargestCutMg(from, original, holdDays))
                .DefaultIfEmpty(0)
                .Max();
    }

    /// <summary>The limits in mg that the default reading names for this drug; empty where it names none.</summary>
    public IReadOnlyList<PaceLimit> MgRulesFor(Benzodiazepine drug) =>
        Readings is [var reading, ..] ? [.. reading.Alternatives.Where(l => l.MaxMg is not null && l.OnlyFor == drug)] : [];

    public override string ToString() => Id;
}
