using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Medications.Supply;

/// <summary>
/// What came and went of one product for one person. Each change is checked whole before a line is written, so that a refusal leaves the
/// ledger as it was, and no line takes what is on hand below zero.
/// </summary>
public sealed class SupplyLedger(SupplyProduct product)
{
    private readonly List<SupplyEntry> _entries = [];
    private readonly HashSet<Guid> _reversed = [];

    public SupplyProduct Product { get; } = product;

    /// <summary>In the order in which they were written.</summary>
    public IReadOnlyList<SupplyEntry> Entries => _entries;

    public SupplyTotals Totals { get; private set; } = SupplyTotals.None;

    public decimal OnHand => Totals.OnHand;

    /// <param name="unexplainedId">The id of the line for what a count differs by; used where it does.</param>
    /// <param name="now">UTC.</param>
    /// <returns>The lines that were written: two for a count that differs.</returns>
    /// <exception cref="RuleViolationException"><c>supply.…</c>, and nothing was written.</exception>
    public IReadOnlyList<SupplyEntry> Write(SupplyMovement told, Guid unexplainedId, DateTime now, Guid by)
    {
        if (told.Product != Product)
            throw new RuleViolationException("supply.product.other");
        if (!Enum.IsDefined(told.Kind) || told.Kind is SupplyKind.Unexplained)
            throw new RuleViolationException("supply.kind");
        NotTwice(told.Id);
        var amount = Product.Checked(told.Amount);
        if (amount == 0m && told.Kind is not (SupplyKind.Opening or SupplyKind.Counted))
            throw new RuleViolationException("supply.amount.zero");
        if (Recorded.Utc(told.At) > Recorded.Utc(now))
            throw new RuleViolationException("supply.at.future");
        if (told.Kind is SupplyKind.Opening && _entries.Count > 0)
            throw new RuleViolationException("supply.opening.first");
        var line = new SupplyEntry(told.Id, told.Kind, amount, told.At, now, by)
        {
            Why = told.Kind is SupplyKind.Lost or SupplyKind.Found or SupplyKind.Wasted
                ? Recorded.Required(told.Why, "supply.why", 1_000)
                : Recorded.Optional(told.Why, "supply.why", 1_000),
            Witness =
                told.Kind is SupplyKind.Wasted
                    ? Recorded.Required(told.Witness, "supply.witness")
                    : Recorded.Optional(told.Witness, "supply.witness"),
            How = HowOf(told),
        };
        return told.Kind is SupplyKind.Counted && amount != OnHand ? Append([line, Difference(line, unexplainedId)]) : Append([line]);
    }

    /// <summary>Takes a line back. With a count goes what it showed to be unexplained.</summary>
    /// <param name="unexplainedId">The id of the second line of a count that differed.</param>
    public IReadOnlyList<SupplyEntry> Reverse(Guid entryId, string? why, Guid id, Guid unexplainedId, DateTime now, Guid by)
    {
        NotTwice(id);
        var before = _entries.Find(e => e.Id == entryId) ?? throw new RuleViolationException("supply.reverse.unknown");
        if (before.ReversesId is not null || _reversed.Contains(entryId))
            throw new RuleViolationException("supply.reverse.already");
        if (before.CountId is not null)
            throw new RuleViolationException("supply.reverse.count");
        var said = Recorded.Required(why, "supply.why", 1_000);
        List<SupplyEntry> lines = [Against(before, id)];
        if (_entries.Find(e => e.CountId == entryId) is { } shown)
        {
            NotTwice(unexplainedId);
            lines.Add(Against(shown, unexplainedId));
        }
        return Append(lines);

        SupplyEntry Against(SupplyEntry line, Guid newId) =>
            new(newId, line.Kind, -line.Amount, line.At, Recorded.Utc(now), by, said, ReversesId: line.Id);
    }

    private static SupplyReturn? HowOf(SupplyMovement told) =>
        told.Kind is not SupplyKind.Returned ? null
        : told.How is { } how && Enum.IsDefined(how) ? how
        : throw new RuleViolationException("supply.how");

    private SupplyEntry Difference(SupplyEntry count, Guid id)
    {
        // Nobody's silence explains a difference: it is written with the words of who counted.
        if (count.Why is null)
            throw new RuleViolationException("supply.count.differs", ("counted", count.Amount), ("expected", OnHand));
        if (id == count.Id)
            throw new RuleViolationException("supply.entry.twice");
        NotTwice(id);
        return count with { Id = id, Kind = SupplyKind.Unexplained, Amount = OnHand - count.Amount, CountId = count.Id };
    }

    private void NotTwice(Guid id)
    {
        if (_entries.Exists(e => e.Id == id))
            throw new RuleViolationException("supply.entry.twice");
    }

    private IReadOnlyList<SupplyEntry> Append(IReadOnlyList<SupplyEntry> lines)
    {
        var after = lines.Aggregate(Totals, (sums, line) => sums.With(line.Kind, line.Amount));
        if (after.OnHand < 0m)
            throw new RuleViolationException("supply.amount.over-hand", ("hand", OnHand));
        _entries.AddRange(lines);
        _reversed.UnionWith(lines.Select(l => l.ReversesId).OfType<Guid>());
        Totals = after;
        return lines;
    }
}
