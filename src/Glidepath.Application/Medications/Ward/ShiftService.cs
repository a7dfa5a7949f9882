using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Glidepath.Application.Medications;

/// <summary>The end of a shift: every dose has its state, the controlled drugs are counted by two, and somebody closes it.</summary>
public sealed class ShiftService(Store store, CurrentActor who, IOptions<WardOptions> options)
{
    private WardRules Rules => options.Value.Rules;

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    /// <returns>Null where there is no such unit.</returns>
    public Task<ShiftView?> ViewAsync(Guid unitId, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(StockEntry)),
            async db =>
            {
                if ((await WardBeds.UnitsAsync(db, cancellationToken)).Find(u => u.Id == unitId) is not { } unit)
                    return null;
                var stock = await StockAsync(db, unitId, cancellationToken);
                var shift = WardShift.At(Now, Rules, store.Zone).Before(Rules, store.Zone);
                var sheet = await SheetAsync(db, unitId, shift, cancellationToken);
                var closed = await db.Set<ShiftClose>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(c => c.UnitId == unitId && c.From == shift.From, cancellationToken);
                return new ShiftView(unit, shift, Now, store.Zone)
                {
                    Closed = closed,
                    Undecided = sheet.Undecided.Count(),
                    Doses = sheet.Doses.Count,
                    Stock = stock,
                    Open = [.. stock.SelectMany(s => StockEntry.Open(s.Entries))],
                    Staff = await DosesService.NursesAsync(db, cancellationToken),
                    Names = await db
                        .Users.AsNoTracking()
                        .Where(u => u.DisabledAt == null)
                        .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken),
                };
            },
            cancellationToken
        );

    /// <summary>The shift that ended last.</summary>
    /// <exception cref="RuleViolationException"><c>shift.close.…</c></exception>
    public Task<Saved> CloseAsync(Guid unitId, CancellationToken cancellationToken) =>
        WriteAsync(
            nameof(ShiftClose),
            async (db, entry) =>
            {
                var shift = WardShift.At(entry.RecordedAt, Rules, store.Zone).Before(Rules, store.Zone);
                if (await db.Set<ShiftClose>().AnyAsync(c => c.UnitId == unitId && c.From == shift.From, cancellationToken))
                    throw new RuleViolationException("shift.close.already");
                var sheet = await SheetAsync(db, unitId, shift, cancellationToken);
                var open = (await StockAsync(db, unitId, cancellationToken)).Sum(s => StockEntry.Open(s.Entries).Count());
                var close = ShiftClose.Of(unitId, sheet, open, entry);
                db.Add(close);
                await db.SaveChangesAsync(cancellationToken);
                return new Saved(close.Id, null);
            },
            cancellationToken
        );

    /// <summary>What two people counted of one product.</summary>
    public Task<Saved> CountAsync(
        Guid unitId,
        string? product,
        decimal count,
        string? note,
        Guid witness,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            nameof(StockEntry),
            async (db, entry) =>
            {
                var line = (await StockAsync(db, unitId, cancellationToken)).FirstOrDefault(s => IsSame(s.Product, product));
                return await AddAsync(
                    db,
                    StockEntry.Counted(unitId, line?.Product ?? product, count, line?.Expected, note, witness, entry),
                    cancellationToken
                );
            },
            cancellationToken,
            witness
        );

    /// <param name="kind">Received or sent back.</param>
    public Task<Saved> MoveAsync(
        Guid unitId,
        string? product,
        StockEntryKind kind,
        decimal count,
        string? note,
        Guid witness,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            nameof(StockEntry),
            async (db, entry) =>
            {
                var line = (await StockAsync(db, unitId, cancellationToken)).FirstOrDefault(s => IsSame(s.Product, product));
                if (line?.Expected is null)
                    throw new RuleViolationException("stock.count-first");
                if (kind is StockEntryKind.SentBack && count > line.Expected)
                    throw new RuleViolationException("stock.more-than-there", ("most", line.Expected.Value));
                return await AddAsync(db, StockEntry.Moved(unitId, line.Product, kind, count, note, witness, entry), cancellationToken);
            },
            cancellationToken,
            witness
        );

    public Task<Saved> ExplainAsync(Guid unitId, Guid count, string? note, Guid witness, CancellationToken cancellationToken) =>
        WriteAsync(
            nameof(StockEntry),
            async (db, entry) =>
            {
                var open = (await StockAsync(db, unitId, cancellationToken)).SelectMany(s => StockEntry.Open(s.Entries));
                if (open.FirstOrDefault(e => e.Id == count) is not { } found)
                    throw new RuleViolationException("stock.explain.agrees");
                return await AddAsync(db, found.Explain(note, witness, entry), cancellationToken);
            },
            cancellationToken,
            witness
        );

    private static bool IsSame(string product, string? other) => string.Equals(product, other?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static async Task<Saved> AddAsync(GlidepathDbContext db, StockEntry entry, CancellationToken cancellationToken)
    {
        db.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        return new Saved(entry.Id, null);
    }

    private Task<Saved> WriteAsync(
        string what,
        Func<GlidepathDbContext, Entry, Task<Saved>> work,
        CancellationToken cancellationToken,
        Guid? witness = null
    )
    {
        if (!who.Actor.Role.May(AccessAction.Write, DataClass.DoseTaken))
            throw new RuleViolationException("shift.role");
        return store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Create, what),
            async db =>
            {
                if (witness is { } second && (await DosesService.NursesAsync(db, cancellationToken)).All(n => n.AccountId != second))
                    throw new RuleViolationException("dose.staff");
                return await work(db, new Entry(Guid.CreateVersion7(), Now, who.Actor.AccountId));
            },
            cancellationToken
        );
    }

    /// <summary>Of everybody in the unit, whoever may see them: a shift is closed for all, and only a number is shown.</summary>
    private async Task<WardSheet> SheetAsync(GlidepathDbContext db, Guid unitId, WardShift shift, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        var beds = await WardBeds.InAsync(db, unitId, shift.From - Rules.After, shift.Until, cancellationToken);
        var people = beds.Select(b => b.PatientId).Distinct().ToList();
        var files = await WardFiles.ReadAsync(db, people, shift, Rules, cancellationToken);
        return WardSheet.Of(files.Values.SelectMany(f => f), shift, Now, Rules, store.Zone, slot => beds.Exists(b => b.Holds(slot)));
    }

    private static async Task<IReadOnlyList<StockLine>> StockAsync(GlidepathDbContext db, Guid unitId, CancellationToken cancellationToken)
    {
        var entries = await db.Set<StockEntry>()
            .AsNoTracking()
            .Where(e => e.UnitId == unitId)
            .OrderBy(e => e.RecordedAt)
            .ToListAsync(cancellationToken);
        if (entries.Count == 0)
            return [];
        var lines = entries.GroupBy(e => e.Product, StringComparer.OrdinalIgnoreCase).ToList();
        var since = lines.Min(l => l.Where(e => e.Kind is StockEntryKind.Counted).Max(e => (DateTime?)e.RecordedAt)) ?? DateTime.MaxValue;
        List<MedicationAdministration> given;
        using (db.BeginDeciding())
            given = await db.Set<MedicationAdministration>()
                .AsNoTracking()
                .Where(a => a.UnitId == unitId && a.ActualAt > since)
                .ToListAsync(cancellationToken);
        var standing = given.Where(a => !given.Exists(b => b.AmendsId == a.Id)).ToList();
        return
        [
            .. lines
                .Select(line =>
                {
                    var all = line.ToList();
                    var last = all.FindLast(e => e.Kind is StockEntryKind.Counted);
                    return new StockLine(line.Key, all, last, Given(line.Key, last), Wasted(line.Key, last))
                    {
                        Expected = StockEntry.ExpectedNow(all, _ => Given(line.Key, last) + Wasted(line.Key, last)),
                    };
                })
                .OrderBy(l => l.Product, StringComparer.Ordinal),
        ];

        decimal Given(string product, StockEntry? last) =>
            Since(last)
                .Where(a => a.Outcome is DoseOutcome.Given && !a.Details.IsOwnSupply)
                .SelectMany(a => a.Details.Pieces)
                .Where(p => IsSame(product, p.Product))
                .Sum(p => p.Count);

        decimal Wasted(string product, StockEntry? last) =>
            Since(last).Select(a => a.Details.Wasted).Where(w => w is not null && IsSame(product, w.Product)).Sum(w => w!.Count);

        IEnumerable<MedicationAdministration> Since(StockEntry? last) => standing.Where(a => a.ActualAt > last?.RecordedAt);
    }
}

/// <summary>One controlled drug of a unit.</summary>
/// <param name="Last">The last count; null where there was none.</param>
/// <param name="Given">Since then, from the ward's stock.</param>
public sealed record StockLine(string Product, IReadOnlyList<StockEntry> Entries, StockEntry? Last, decimal Given, decimal Wasted)
{
    /// <summary>Null where it was never counted.</summary>
    public decimal? Expected { get; init; }

    /// <summary>What came less what was sent back since the last count.</summary>
    public decimal Moved => Expected is { } expected && Last is { } last ? expected - last.Count + Given + Wasted : 0;
}

/// <param name="Shift">The one that ended last.</param>
/// <param name="Now">UTC.</param>
public sealed record ShiftView(WardUnitName Unit, WardShift Shift, DateTime Now, TimeZoneInfo Zone)
{
    public ShiftClose? Closed { get; init; }

    /// <summary>Doses without a state, or that wait for a prescriber.</summary>
    public int Undecided { get; init; }

    public int Doses { get; init; }

    public IReadOnlyList<StockLine> Stock { get; init; } = [];

    /// <summary>Counts that do not agree, and of which nothing was said.</summary>
    public IReadOnlyList<StockEntry> Open { get; init; } = [];

    public IReadOnlyList<StaffMember> Staff { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();
}
