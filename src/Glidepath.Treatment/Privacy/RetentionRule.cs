using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Privacy;

/// <summary>How long a record is kept after its last entry.</summary>
/// <param name="State">Two letters; null for the rule where no state's is known.</param>
/// <param name="YearsAfterLastEntry">In years.</param>
/// <param name="YearsAfterMajority">For a patient who was a minor, counted from the 18th birthday.</param>
public sealed record RetentionRule(string? State, int YearsAfterLastEntry, int YearsAfterMajority, Source Source, Confidence Confidence)
{
    private const int Majority = 18;

    /// <summary>Ten years: longer than the six that federal law asks of documents. States differ; counsel sets theirs.</summary>
    public static RetentionRule Default { get; } = new(null, 10, 10, LegalSources.OwnRule, Confidence.Derived);

    /// <returns>The first day on which the record may be destroyed. Never before the accounting of its last disclosure may go.</returns>
    public DateOnly MayBeDestroyedFrom(DateOnly lastEntry, DateOnly? birthDate, DateOnly? lastDisclosure)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(YearsAfterLastEntry);
        var end = lastEntry.AddYears(YearsAfterLastEntry);
        if (
            birthDate is { } born
            && lastEntry < born.AddYears(Majority)
            && born.AddYears(Majority + YearsAfterMajority) is var grown
            && grown > end
        )
            end = grown;
        if (lastDisclosure?.AddYears(DisclosureAccounting.KeptYears) is { } accounted && accounted > end)
            end = accounted;
        return end.AddDays(1);
    }
}
