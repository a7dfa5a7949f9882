using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Medications;

public enum StockEntryKind
{
    /// <summary>Two people counted what is there.</summary>
    Counted,

    /// <summary>The pharmacy brought it.</summary>
    Received,

    /// <summary>It went back to the pharmacy, or was destroyed there.</summary>
    SentBack,

    /// <summary>A count did not agree; what was found out is said.</summary>
    Explained,
}

/// <summary>
/// One line of the book of a controlled drug of a unit: a count of two people, what came and what left. What was given and wasted is in
/// the records of the people it was given to, and is taken from there. Of the program and of no patient.
/// </summary>
public sealed class StockEntry : IAppendOnly
{
    private const int LongestNote = 1_000;

    private const decimal Most = 100_000;

    private StockEntry() { }

    public Guid Id { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>As it stands on the package.</summary>
    public string Product { get; private set; } = "";

    public StockEntryKind Kind { get; private set; }

    /// <summary>Pieces, or mL.</summary>
    public decimal Count { get; private set; }

    /// <summary>Of a count: what must have been there. The first count of a product expects itself.</summary>
    public decimal? Expected { get; private set; }

    /// <summary>The count that it explains.</summary>
    public Guid? ExplainsId { get; private set; }

    /// <summary>Needed of what explains a count: found, given and not recorded, reported as lost.</summary>
    [Encrypted]
    public string? Note { get; private set; }

    public Guid WitnessId { get; private set; }

    public Guid? AmendsId => null;

    public string? AmendmentReason => null;

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>0 where it agrees; below 0 where some are short.</summary>
    public decimal Difference => Expected is { } expected ? Count - expected : 0;

    /// <param name="expected">Null of a product that was never counted here.</param>
    /// <exception cref="RuleViolationException"><c>stock.…</c></exception>
    public static StockEntry Counted(
        Guid unitId,
        string? product,
        decimal count,
        decimal? expected,
        string? note,
        Guid witness,
        Entry entry
    ) => Of(unitId, product, StockEntryKind.Counted, count, note, witness, entry, expected ?? count);

    /// <param name="kind">Received or sent back.</param>
    public static StockEntry Moved(
        Guid unitId,
        string? product,
        StockEntryKind kind,
        decimal count,
        string? note,
        Guid witness,
        Entry entry
    ) =>
        kind is StockEntryKind.Received or StockEntryKind.SentBack && count > 0
            ? Of(unitId, product, kind, count, note, witness, entry, null)
            : throw new RuleViolationException("stock.count", ("most", Most), ("given", SafeNumber.Write(count)));

    public StockEntry Explain(string? note, Guid witness, Entry entry)
    {
        if (Kind is not StockEntryKind.Counted || Difference == 0)
            throw new RuleViolationException("stock.explain.agrees");
        var next = Of(
            UnitId,
            Product,
            StockEntryKind.Explained,
            0,
            Recorded.Required(note, "stock.note", LongestNote),
            witness,
            entry,
            null
        );
        next.ExplainsId = Id;
        return next;
    }

    /// <summary>Counts that did not agree, and of which nothing has been said yet.</summary>
    public static IEnumerable<StockEntry> Open(IReadOnlyCollection<StockEntry> all) =>
        all.Where(e => e.Difference != 0 && !all.Any(x => x.ExplainsId == e.Id));

    /// <summary>What must be there: the last count, what came and left since, and what was given and wasted since.</summary>
    /// <param name="all">Of one product in one unit.</param>
    /// <param name="used">What was taken out of the stock after an instant.</param>
    /// <returns>Null where it was never counted.</returns>
    public static decimal? ExpectedNow(IReadOnlyCollection<StockEntry> all, Func<DateTime, decimal> used)
    {
        if (all.Where(e => e.Kind is StockEntryKind.Counted).MaxBy(e => e.RecordedAt) is not { } last)
            return null;
        var moved = all.Where(e => e.RecordedAt > last.RecordedAt)
            .Sum(e =>
                e.Kind is StockEntryKind.Received ? e.Count
                : e.Kind is StockEntryKind.SentBack ? -e.Count
                : 0
            );
        return last.Count + moved - used(last.RecordedAt);
    }

    private static StockEntry Of(
        Guid unitId,
        string? product,
        StockEntryKind kind,
        decimal count,
        string? note,
        Guid witness,
        Entry entry,
        decimal? expected
    )
    {
        if (count is < 0 or > Most || decimal.Round(count, 2) != count)
            throw new RuleViolationException("stock.count", ("most", Most), ("given", SafeNumber.Write(count)));
        if (witness == entry.RecordedBy)
            throw new RuleViolationException("stock.witness");
        return new()
        {
            Id = entry.Id,
            UnitId = unitId,
            Product = Recorded.Required(product, "stock.product"),
            Kind = kind,
            Count = count,
            Expected = expected,
            Note = Recorded.Optional(note, "stock.note", LongestNote),
            WitnessId = witness,
            RecordedAt = Recorded.Utc(entry.RecordedAt),
            RecordedBy = entry.RecordedBy,
        };
    }
}
