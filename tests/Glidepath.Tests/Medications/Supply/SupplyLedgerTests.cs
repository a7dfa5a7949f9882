using CsCheck;
using Glidepath.Pharmacology.Products;
using Glidepath.Tests.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications.Supply;

namespace Glidepath.Tests.Medications.Supply;

public sealed class SupplyLedgerTests
{
    private static readonly SupplyProduct Tablet = new("clonazepam", ProductForm.Tablet, 0.5m);
    private static readonly SupplyProduct Liquid = new("clonazepam", ProductForm.CompoundedSuspension, 0.1m);
    private static readonly SupplyProduct Capsule = new("temazepam", ProductForm.Capsule, 15m);
    private static readonly DateTime Now = new(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Nurse = Guid.CreateVersion7();

    [Fact]
    public void A_worked_week_adds_up_to_the_quarter()
    {
        var ledger = Begun(3.5m);
        Write(ledger, SupplyKind.Dispensed, 14m);
        Write(ledger, SupplyKind.Taken, 10.75m);
        Write(ledger, SupplyKind.Wasted, 0.25m);
        Write(ledger, SupplyKind.Lost, 2m);
        Write(ledger, SupplyKind.Found, 1m);
        Write(ledger, SupplyKind.Returned, 0.5m);
        Assert.Equal(5m, ledger.OnHand);
        Write(ledger, SupplyKind.Counted, 4.75m);
        Assert.Equal(new SupplyTotals(3.5m, 14m, 1m, 10.75m, 0.5m, 0.25m, 2m, 0.25m), ledger.Totals);
        Assert.Equal(4.75m, ledger.OnHand);
    }

    [Fact]
    public void A_count_that_differs_is_never_settled_without_a_word()
    {
        var ledger = Begun(5m);
        Refused("supply.count.differs", () => Write(ledger, SupplyKind.Counted, 4m, why: " "));
        Assert.Equal(5m, ledger.OnHand);
        Assert.Single(ledger.Entries);
        Write(ledger, SupplyKind.Counted, 5m, why: null);
        Assert.Equal(0m, ledger.Totals.Unexplained);
    }

    [Fact]
    public void Taking_back_a_count_takes_back_what_it_showed()
    {
        var ledger = Begun(5m);
        var lines = Write(ledger, SupplyKind.Counted, 3m);
        Refused("supply.reverse.count", () => Reverse(ledger, lines[1].Id));
        Reverse(ledger, lines[0].Id);
        Assert.Equal(5m, ledger.OnHand);
        Assert.Equal(5, ledger.Entries.Count);
        Refused("supply.reverse.already", () => Reverse(ledger, lines[0].Id));
        Refused("supply.reverse.already", () => Reverse(ledger, ledger.Entries[^1].Id));
    }

    [Fact]
    public void What_was_dispensed_and_taken_cannot_be_taken_back_below_zero()
    {
        var ledger = Begun(0m);
        var fill = Write(ledger, SupplyKind.Dispensed, 4m)[0];
        Write(ledger, SupplyKind.Taken, 1m);
        Refused("supply.amount.over-hand", () => Reverse(ledger, fill.Id));
        Refused("supply.amount.over-hand", () => Write(ledger, SupplyKind.Taken, 3.25m));
        Refused("supply.reverse.unknown", () => Reverse(ledger, Guid.NewGuid()));
        Refused("supply.why.missing", () => Reverse(ledger, fill.Id, " "));
        Assert.Equal(3m, ledger.OnHand);
    }

    [Fact]
    public void An_amount_that_cannot_be_counted_is_refused()
    {
        Refused("supply.amount.negative", () => Tablet.Checked(-1m));
        Refused("supply.amount.part", () => Tablet.Checked(1m / 3m));
        Refused("supply.amount.part", () => Liquid.Checked(0.005m));
        Refused("supply.amount.part", () => Capsule.Checked(0.5m));
        Refused("supply.amount.too-much", () => Tablet.Checked(10_000.25m));
        Assert.Equal(0.75m, Tablet.Checked(0.75m));
        Assert.Equal(0.01m, Liquid.Checked(0.01m));
    }

    [Fact]
    public void What_cannot_be_is_refused_and_nothing_is_written()
    {
        var ledger = Begun(5m);
        var twice = Of(SupplyKind.Taken, 1m);
        ledger.Write(twice, Guid.NewGuid(), Now, Nurse);
        var refusals = new Dictionary<string, SupplyMovement>
        {
            ["supply.entry.twice"] = twice,
            ["supply.product.other"] = Of(SupplyKind.Taken, 1m) with { Product = Tablet with { Strength = 1m } },
            ["supply.at.future"] = Of(SupplyKind.Taken, 1m) with { At = Now.AddSeconds(1) },
            ["supply.amount.zero"] = Of(SupplyKind.Taken, 0m),
            ["supply.opening.first"] = Of(SupplyKind.Opening, 1m),
            ["supply.kind"] = Of(SupplyKind.Unexplained, 1m),
            ["supply.witness.missing"] = Of(SupplyKind.Wasted, 1m) with { Witness = null },
            ["supply.why.missing"] = Of(SupplyKind.Lost, 1m) with { Why = null },
            ["supply.how"] = Of(SupplyKind.Returned, 1m) with { How = null },
        };
        foreach (var (rule, told) in refusals)
            Refused(rule, () => ledger.Write(told, Guid.NewGuid(), Now, Nurse));
        Assert.Equal(2, ledger.Entries.Count);
        Assert.Equal(4m, ledger.OnHand);
    }

    /// <summary>
    /// Written apart: whole quarters or hundredths, and each time every line from the first. Twenty-five thousand histories, and
    /// all 100,000 with <c>--all</c>.
    /// </summary>
    [Fact]
    public void Random_histories_add_up_as_an_oracle_says()
    {
        var step = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 30], Gen.Bool);
        Gen.Select(Gen.Bool, step.List[0, 25])
            .Sample((isLiquid, steps) => Agrees(isLiquid ? Liquid : Tablet, steps), iter: Gate.Cases(100_000));
    }

    private static void Agrees(SupplyProduct product, List<(int Kind, int Units, bool Speaks)> steps)
    {
        var ledger = new SupplyLedger(product);
        var unit = product == Liquid ? 100m : 4m;
        var lines = new List<(Guid Id, int Sign, int Units, Guid? Count, bool IsOpen)>();
        foreach (var (kind, units, speaks) in steps)
        {
            var hand = lines.Sum(l => l.Sign * l.Units);
            var id = Guid.NewGuid();
            var other = Guid.NewGuid();
            bool expected;
            Action act;
            if (kind == 9)
            {
                var before = lines.Count == 0 ? default : lines[units % lines.Count];
                var moved = lines.Where(l => l.Id == before.Id || l.Count == before.Id).Sum(l => l.Sign * l.Units);
                expected = before.IsOpen && before.Count is null && speaks && hand - moved >= 0;
                act = () => ledger.Reverse(before.Id, speaks ? "a slip" : null, id, other, Now, Nurse);
                if (expected)
                    lines =
                    [
                        .. lines.Select(l => l.Id == before.Id || l.Count == before.Id ? l with { IsOpen = false } : l),
                        (id, -1, moved, null, false),
                    ];
            }
            else
            {
                var told = (SupplyKind)kind;
                var sign =
                    told is SupplyKind.Opening or SupplyKind.Dispensed or SupplyKind.Found ? 1
                    : told is SupplyKind.Counted ? 0
                    : -1;
                expected = told switch
                {
                    SupplyKind.Unexplained => false,
                    SupplyKind.Opening => lines.Count == 0,
                    SupplyKind.Counted => speaks || units == hand,
                    _ => units > 0
                        && hand + sign * units >= 0
                        && (speaks || told is not (SupplyKind.Lost or SupplyKind.Found or SupplyKind.Wasted)),
                };
                act = () =>
                    ledger.Write(
                        new(id, product, told, units / unit, Now, speaks ? "as told" : null, "Thea", SupplyReturn.TakeBack),
                        other,
                        Now,
                        Nurse
                    );
                if (expected)
                    lines.Add((id, sign, units, null, true));
                if (expected && told is SupplyKind.Counted && units != hand)
                    lines.Add((other, 1, units - hand, id, true));
            }
            var written = ledger.Entries.Count;
            var was = Record.Exception(act);
            Assert.True(was is null == expected, $"{kind} {units} {speaks}: {was?.Message}");
            Assert.True(expected || ledger.Entries.Count == written);
            Assert.Equal(lines.Sum(l => l.Sign * l.Units) / unit, ledger.OnHand);
            Assert.True(ledger.OnHand >= 0m);
            // Line by line and kind by kind, not by the sums that the ledger keeps.
            decimal All(params SupplyKind[] kinds) => ledger.Entries.Where(e => kinds.Contains(e.Kind)).Sum(e => e.Amount);
            Assert.Equal(
                All(SupplyKind.Opening, SupplyKind.Dispensed, SupplyKind.Found),
                All(SupplyKind.Taken, SupplyKind.Returned, SupplyKind.Wasted, SupplyKind.Lost, SupplyKind.Unexplained) + ledger.OnHand
            );
        }
    }

    private static SupplyLedger Begun(decimal opening)
    {
        var ledger = new SupplyLedger(Tablet);
        Write(ledger, SupplyKind.Opening, opening);
        return ledger;
    }

    private static SupplyMovement Of(SupplyKind kind, decimal amount) =>
        new(Guid.NewGuid(), Tablet, kind, amount, Now, "as told", "Thea", SupplyReturn.TakeBack);

    private static IReadOnlyList<SupplyEntry> Write(SupplyLedger ledger, SupplyKind kind, decimal amount, string? why = "as told") =>
        ledger.Write(Of(kind, amount) with { Why = why }, Guid.NewGuid(), Now, Nurse);

    private static void Reverse(SupplyLedger ledger, Guid id, string why = "a slip") =>
        ledger.Reverse(id, why, Guid.NewGuid(), Guid.NewGuid(), Now, Nurse);

    private static void Refused(string rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleViolationException>(act).Rule);
}
