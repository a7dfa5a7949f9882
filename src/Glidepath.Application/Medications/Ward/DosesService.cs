using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Medications;

/// <summary>What becomes of each dose of a person on the ward: given, or not and why; what a prescriber decides on one withheld.</summary>
public sealed class DosesService(
    Store store,
    RecordAccess access,
    CurrentActor who,
    IOptions<WardOptions> options,
    LookBeforeDose looks,
    IAlertBook alerts
) : PatientSubject(store, access, who)
{
    private static readonly (AccessAction, DataClass)[] Giving = [(Read, DataClass.Medications), (Write, DataClass.DoseTaken)];

    private WardRules Rules => options.Value.Rules;

    /// <summary>What stands recorded of one order, what was amended too.</summary>
    public Task<DoseHistoryView?> HistoryAsync(Guid patientId, Guid orderId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Medications, DataClass.DoseTaken],
            async (db, head) =>
            {
                var records = await ReadableAsync(db, patientId, [DataClass.Medications, DataClass.DoseTaken], cancellationToken);
                var order = await db.Set<MedicationRequest>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(o => records.Contains(o.PatientId) && o.Id == orderId, cancellationToken);
                if (order is null)
                    return null!;
                var file = await FileAsync(db, order, cancellationToken);
                var effects = await db.Set<DoseEffect>()
                    .AsNoTracking()
                    .Where(e => records.Contains(e.PatientId))
                    .ToListAsync(cancellationToken);
                return new DoseHistoryView(
                    head,
                    file,
                    effects,
                    Store.Zone,
                    await NamesAsync(db, PeopleIn(file).Concat(effects.Select(e => e.RecordedBy)), cancellationToken)
                )
                {
                    Staff = await NursesAsync(db, cancellationToken),
                    Now = Now,
                };
            },
            cancellationToken
        );

    /// <param name="taken">Vital signs that were taken with it; null where those on record are new enough, or none are needed.</param>
    public Task<Saved?> RecordAsync(Guid patientId, DoseAsked asked, LookAsked? taken, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            taken is null ? Giving : [.. Giving, (Write, DataClass.VitalSigns)],
            once,
            async db =>
            {
                var order = await OrderAsync(db, patientId, asked.OrderId, cancellationToken);
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var file = await FileAsync(db, order, cancellationToken);
                var slot = asked.SlotDay is { } day ? SlotOf(order, day, asked.SlotMinutes) : null;
                var entry = NewEntry();
                var actual = asked.At ?? entry.RecordedAt;
                var giver = asked.GiverId ?? Actor.AccountId;
                if (giver != Actor.AccountId && !asked.IsFromPaper)
                    throw new RuleViolationException("dose.giver");
                await RequireStaffAsync(db, [giver, .. asked.Others], cancellationToken);
                var turn = slot is not null && file.Of(slot) is { } last ? last.Turn + (file.IsOpenAgain(slot) ? 1 : 0) : 0;
                var unit = await WardBeds.UnitOfAsync(db, patientId, actual, cancellationToken);
                var given = file.Record(
                    new(slot, turn, asked.Outcome, actual, giver, asked.IsFromPaper, unit),
                    asked.Details(slot?.Dose, order.Details),
                    await LookAsync(db, order, episode, taken, actual, cancellationToken),
                    await ClosedAsync(db, unit, cancellationToken),
                    Rules,
                    entry
                );
                db.Add(given);
                await TellAsync(db, order, episode, given, cancellationToken);
                return await SavedAsync(db, given, given.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="wrong">The entry that stands.</param>
    public Task<Saved?> CorrectAsync(
        Guid patientId,
        Guid wrong,
        DoseAsked asked,
        string? why,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            Giving,
            once,
            async db =>
            {
                var before = await EntryAsync(db, patientId, wrong, cancellationToken);
                var order = await OrderAsync(db, patientId, before.OrderId, cancellationToken);
                var file = await FileAsync(db, order, cancellationToken);
                await RequireStaffAsync(db, asked.Others, cancellationToken);
                var dose = order.Details.Doses.FirstOrDefault(d => d.Minutes == before.SlotMinutes);
                var next = file.Correct(
                    file.All.Single(a => a.Id == wrong),
                    asked.Outcome,
                    asked.At ?? before.ActualAt,
                    asked.Details(dose, order.Details) with
                    {
                        LookId = before.Details.LookId,
                    },
                    NewEntry(wrong, why)
                );
                db.Add(next);
                return await SavedAsync(db, next, next.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>A prescriber decides on a dose that was withheld.</summary>
    public Task<Saved?> DecideAsync(
        Guid patientId,
        Guid withheld,
        DoseDecisionKind kind,
        string? why,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            [.. Giving, (AccessAction.Decide, DataClass.TaperPlan)],
            once,
            async db =>
            {
                var entry = await EntryAsync(db, patientId, withheld, cancellationToken);
                var file = await FileAsync(db, await OrderAsync(db, patientId, entry.OrderId, cancellationToken), cancellationToken);
                var decision = DoseDecision.Of(file, file.All.Single(a => a.Id == withheld), kind, why, NewEntry());
                db.Add(decision);
                await alerts.ActAsync(
                    db,
                    patientId,
                    AlertCause.WithheldDose,
                    kind.InWords(),
                    wasReached: true,
                    isFinished: true,
                    NewEntry(),
                    cancellationToken
                );
                return await SavedAsync(db, decision, decision.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Whether a dose that was given as needed helped.</summary>
    public Task<Saved?> LookAfterAsync(
        Guid patientId,
        Guid given,
        bool helped,
        string? seen,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            Giving,
            once,
            async db =>
            {
                var effect = DoseEffect.Of(await EntryAsync(db, patientId, given, cancellationToken), helped, seen, NewEntry());
                db.Add(effect);
                return await SavedAsync(db, effect, effect.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>What the rules say of vital signs that are not on record yet.</summary>
    public IReadOnlyList<string> SaysOf(LookAsked taken) => looks.SaysOf(taken);

    internal static async Task<DoseFile> FileAsync(GlidepathDbContext db, MedicationRequest order, CancellationToken cancellationToken)
    {
        var all = await db.Set<MedicationAdministration>()
            .AsNoTracking()
            .Where(a => a.PatientId == order.PatientId && a.OrderId == order.Id)
            .OrderBy(a => a.RecordedAt)
            .ToListAsync(cancellationToken);
        var ids = all.Where(a => a.Outcome is DoseOutcome.Withheld).Select(a => a.Id).ToList();
        List<DoseDecision> decisions =
            ids.Count == 0
                ? []
                : await db.Set<DoseDecision>()
                    .AsNoTracking()
                    .Where(d => d.PatientId == order.PatientId && ids.Contains(d.AdministrationId))
                    .OrderBy(d => d.RecordedAt)
                    .ToListAsync(cancellationToken);
        return new(order, all, decisions);
    }

    private DoseSlot SlotOf(MedicationRequest order, DateOnly day, int? minutes)
    {
        var near = LocalTime.StartOf(day, Store.Zone);
        return DoseSlot
                .Of(order, near.AddDays(-1), near.AddDays(3), Store.Zone)
                .FirstOrDefault(s => s.Day == day && s.Dose.Minutes == minutes)
            ?? throw new RuleViolationException("dose.no-slot");
    }

    private async Task<DoseLook> LookAsync(
        GlidepathDbContext db,
        MedicationRequest order,
        EpisodeOfCare episode,
        LookAsked? taken,
        DateTime actual,
        CancellationToken cancellationToken
    ) =>
        taken is not null ? await looks.Take(db, episode, taken, actual, NewEntry(), cancellationToken)
        : order.Details.NeedsLook ? await looks.At(db, order.PatientId, actual, Rules, cancellationToken)
        : DoseLook.None;

    /// <summary>A prescriber is told of a dose that is withheld, at any hour: it is decided on within the time of the program.</summary>
    private async Task TellAsync(
        GlidepathDbContext db,
        MedicationRequest order,
        EpisodeOfCare episode,
        MedicationAdministration entry,
        CancellationToken cancellationToken
    )
    {
        if (entry.Outcome is DoseOutcome.Withheld)
            await alerts.RaiseAsync(
                db,
                episode,
                [
                    new(
                        AlertCause.WithheldDose,
                        AlertLevel.Red,
                        T[
                            "WithheldDecideBy",
                            order.Details.Drug,
                            LocalTime.Of(entry.ActualAt.AddMinutes(Rules.DecideMinutes), Store.Zone).ToShortClock()
                        ],
                        entry.Id
                    ),
                ],
                NewEntry(),
                isSeen: true,
                cancellationToken
            );
    }

    private static async Task<IReadOnlyCollection<WardShift>> ClosedAsync(
        GlidepathDbContext db,
        Guid? unit,
        CancellationToken cancellationToken
    ) =>
        unit is null
            ? []
            :
            [
                .. (
                    await db.Set<ShiftClose>()
                        .AsNoTracking()
                        .Where(c => c.UnitId == unit)
                        .OrderByDescending(c => c.From)
                        .Take(6)
                        .Select(c => new { c.From, c.Until })
                        .ToListAsync(cancellationToken)
                ).Select(c => new WardShift(default, default, c.From, c.Until)),
            ];

    private static async Task RequireStaffAsync(GlidepathDbContext db, IEnumerable<Guid> accounts, CancellationToken cancellationToken)
    {
        var asked = accounts.Distinct().ToList();
        var found = (await NursesAsync(db, cancellationToken)).Select(n => n.AccountId).ToHashSet();
        if (!asked.TrueForAll(found.Contains))
            throw new RuleViolationException("dose.staff");
    }

    /// <summary>Who may give a dose, or be the second person.</summary>
    internal static async Task<IReadOnlyList<StaffMember>> NursesAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        [.. (await db.OpenCliniciansAsync(cancellationToken)).Where(c => c.Role is nameof(Role.Nurse) or nameof(Role.Prescriber))];

    private static IEnumerable<Guid> PeopleIn(DoseFile file) =>
        file
            .All.SelectMany(a =>
                new[]
                {
                    (Guid?)a.GiverId,
                    a.RecordedBy,
                    a.Details.SecondCheckId,
                    a.Details.Despite?.SecondNurseId,
                    a.Details.Wasted?.Witness,
                }
            )
            .OfType<Guid>()
            .Concat(file.Decisions.Select(d => d.RecordedBy))
            .Append(file.Order.OrderedBy);

    private static Task<MedicationRequest> OrderAsync(
        GlidepathDbContext db,
        Guid patientId,
        Guid id,
        CancellationToken cancellationToken
    ) => OwnAsync<MedicationRequest>(db, patientId, o => o.Id == id, "order", cancellationToken);

    private static Task<MedicationAdministration> EntryAsync(
        GlidepathDbContext db,
        Guid patientId,
        Guid id,
        CancellationToken cancellationToken
    ) => OwnAsync<MedicationAdministration>(db, patientId, a => a.Id == id, "dose", cancellationToken);
}

/// <summary>What the vital signs that were looked at before a dose say; the area that keeps them hands it over.</summary>
/// <param name="At">The last ones that are new enough at an instant.</param>
/// <param name="Take">Those that are taken with the dose, recorded in the same unit of work.</param>
/// <param name="SaysOf">What the rules say of them, in words; empty where they let it be given.</param>
public sealed record LookBeforeDose(
    Func<GlidepathDbContext, Guid, DateTime, WardRules, CancellationToken, Task<DoseLook>> At,
    Func<GlidepathDbContext, EpisodeOfCare, LookAsked, DateTime, Entry, CancellationToken, Task<DoseLook>> Take,
    Func<LookAsked, IReadOnlyList<string>> SaysOf
);

/// <summary>Vital signs that are taken with a dose; what was not measured is null.</summary>
public sealed record LookAsked(int? Sedation, int? Breaths, int? Pulse, int? Systolic, int? Diastolic, int? Oxygen)
{
    public static LookAsked Nothing { get; } = new(null, null, null, null, null, null);
}

/// <summary>One dose as somebody records it.</summary>
/// <param name="SlotDay">Null for one that is given as needed.</param>
public sealed record DoseAsked(Guid OrderId, DateOnly? SlotDay, int? SlotMinutes, DoseOutcome Outcome)
{
    /// <summary>UTC; null for now.</summary>
    public DateTime? At { get; init; }

    /// <summary>Another than the sender only from paper; null for the sender.</summary>
    public Guid? GiverId { get; init; }

    public bool IsFromPaper { get; init; }

    /// <summary>Null for what is ordered.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Null for what the order says it is made of.</summary>
    public IReadOnlyList<GivenPiece>? Pieces { get; init; }

    public string? Reason { get; init; }

    public bool IsOwnSupply { get; init; }

    public Guid? SecondCheckId { get; init; }

    public GivenDespite? Despite { get; init; }

    public WastedPiece? Wasted { get; init; }

    /// <summary>Those besides the giver who must be of the staff.</summary>
    internal IEnumerable<Guid> Others => new[] { SecondCheckId, Despite?.SecondNurseId, Wasted?.Witness }.OfType<Guid>();

    internal AdministrationDetails Details(OrderDose? dose, OrderDetails order) =>
        new(Amount ?? dose?.Amount ?? order.AsNeeded?.Amount ?? 0, Pieces ?? dose?.Pieces ?? [], Reason)
        {
            IsOwnSupply = IsOwnSupply,
            SecondCheckId = SecondCheckId,
            Despite = Despite,
            Wasted = Wasted,
        };
}

public sealed record DoseHistoryView(
    PatientHead Head,
    DoseFile File,
    IReadOnlyList<DoseEffect> Effects,
    TimeZoneInfo Zone,
    IReadOnlyDictionary<Guid, string> Names
)
{
    public IReadOnlyList<StaffMember> Staff { get; init; } = [];

    /// <summary>UTC.</summary>
    public DateTime Now { get; init; }

    /// <summary>Given as needed, and nobody has looked yet whether it helped.</summary>
    public IEnumerable<MedicationAdministration> WithoutEffect =>
        File.Standing.Where(a => a is { IsAsNeeded: true, Outcome: DoseOutcome.Given } && !Effects.Any(e => e.AdministrationId == a.Id));
}
