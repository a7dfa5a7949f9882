using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Glidepath.Application.Medications;

/// <summary>The doses of a ward in one shift: of everybody who lies there, or lay there in it, and whom the actor may see.</summary>
public sealed class WardService(
    Store store,
    RecordAccess access,
    CurrentActor who,
    IOptions<WardOptions> options,
    IEnumerable<LookedAtOnWard> looked
) : PatientSubject(store, access, who)
{
    private static readonly DataClass[] Needed =
    [
        DataClass.Demographics,
        DataClass.PresenceInTreatment,
        DataClass.Medications,
        DataClass.DoseTaken,
    ];

    private WardRules Rules => options.Value.Rules;

    /// <param name="unitId">Null for the first unit.</param>
    /// <param name="began">When the shift began, where the program is; null for the one it is now.</param>
    public Task<WardView> ShiftAsync(Guid? unitId, (DateOnly Day, TimeOnly At)? began, CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(MedicationAdministration), Reason: "list"),
            async db =>
            {
                var now = Now;
                var units = await WardBeds.UnitsAsync(db, cancellationToken);
                var unit = units.FirstOrDefault(u => u.Id == unitId) ?? (unitId is null ? units.FirstOrDefault() : null);
                var shift = WardShift.At(
                    began is { } start ? LocalTime.FirstInstantOf(start.Day, start.At, Store.Zone) : now,
                    Rules,
                    Store.Zone
                );
                if (unit is null)
                    return new WardView(units, null, shift, now, Store.Zone, Rules) { MayGive = MayGive };
                var beds = await WardBeds.InAsync(db, unit.Id, shift.From - Rules.After, shift.Until, cancellationToken);
                var may = await RecordAccess.SeenAsync(
                    db,
                    Actor,
                    [.. beds.Select(b => b.PatientId).Distinct()],
                    Needed,
                    [DataClass.VitalSigns],
                    now,
                    cancellationToken
                );
                var seen = may.Keys.ToList();
                var files = await WardFiles.ReadAsync(db, seen, shift, Rules, cancellationToken);
                var sheet = WardSheet.Of(
                    files.Values.SelectMany(f => f),
                    shift,
                    now,
                    Rules,
                    Store.Zone,
                    slot => beds.Exists(b => b.Holds(slot))
                );
                var closed = await db.Set<ShiftClose>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(c => c.UnitId == unit.Id && c.From == shift.From, cancellationToken);
                var heads = (seen.Count == 0 ? [] : db.People(seen)).ToDictionary(
                    p => p.Patient.Id,
                    p => PatientHead.Of(p.Patient, p.Latest, Today)
                );
                var last = await LookedAsync(db, may, now, cancellationToken);
                var all = files.Values.SelectMany(f => f).SelectMany(f => f.All).ToList();
                return new WardView(units, unit, shift, now, Store.Zone, Rules)
                {
                    MayGive = MayGive,
                    IsPrescriber = Actor.Role is Role.Prescriber,
                    Sheet = sheet,
                    Closed = closed,
                    NotSeen = beds.Select(b => b.PatientId).Distinct().Count(id => !may.ContainsKey(id)),
                    People =
                    [
                        .. beds.Where(b => may.ContainsKey(b.PatientId))
                            .GroupBy(b => b.PatientId)
                            .Select(b => new WardPerson(
                                heads[b.Key],
                                b.MaxBy(x => x.From)!.Bed,
                                files.GetValueOrDefault(b.Key, []),
                                last.GetValueOrDefault(b.Key)
                            ))
                            .OrderBy(
                                p => p.Bed,
                                StringComparer.Create(
                                    System.Globalization.CultureInfo.InvariantCulture,
                                    System.Globalization.CompareOptions.NumericOrdering
                                )
                            ),
                    ],
                    Staff = await DosesService.NursesAsync(db, cancellationToken),
                    Names = await NamesAsync(db, all.Select(a => a.GiverId), cancellationToken),
                };
            },
            cancellationToken
        );

    private bool MayGive => Actor.Role.May(AccessAction.Write, DataClass.DoseTaken);

    private async Task<IReadOnlyDictionary<Guid, WardLook>> LookedAsync(
        GlidepathDbContext db,
        IReadOnlyDictionary<Guid, IReadOnlySet<DataClass>> may,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var people = may.Where(m => m.Value.Contains(DataClass.VitalSigns)).Select(m => m.Key).ToList();
        if (people.Count > 0)
            foreach (var source in looked)
                return await source.Last(db, people, now, cancellationToken);
        return new Dictionary<Guid, WardLook>();
    }
}

/// <summary>The last vital signs of people on a ward; the area that keeps them hands it over.</summary>
public sealed record LookedAtOnWard(
    Func<GlidepathDbContext, IReadOnlyCollection<Guid>, DateTime, CancellationToken, Task<IReadOnlyDictionary<Guid, WardLook>>> Last
);

/// <param name="At">UTC.</param>
/// <param name="Score">Of NEWS2; null where not all of it was measured.</param>
/// <param name="Before">The score before it.</param>
/// <param name="IsLookedAt">Sedation and breathing rate were recorded.</param>
/// <param name="Says">What the rules before a dose say of it; empty where they let it be given.</param>
public sealed record WardLook(DateTime At, int? Score, int? Before, bool IsLookedAt, IReadOnlyList<string> Says)
{
    public bool IsFresh(DateTime now, WardRules rules) => IsLookedAt && now - At <= TimeSpan.FromMinutes(rules.LookMinutes);
}

/// <param name="Bed">As it is named on the ward.</param>
/// <param name="Files">One for each order of which a dose may be in the shift.</param>
/// <param name="Look">Null where nothing was measured, or may not be seen.</param>
public sealed record WardPerson(PatientHead Head, string Bed, IReadOnlyList<DoseFile> Files, WardLook? Look)
{
    public IEnumerable<DoseFile> AsNeeded => Files.Where(f => f.Order.Details.AsNeeded is not null);
}

/// <param name="Unit">Null where the program has none yet.</param>
/// <param name="Now">UTC.</param>
public sealed record WardView(
    IReadOnlyList<WardUnitName> Units,
    WardUnitName? Unit,
    WardShift Shift,
    DateTime Now,
    TimeZoneInfo Zone,
    WardRules Rules
)
{
    public WardSheet? Sheet { get; init; }

    public ShiftClose? Closed { get; init; }

    /// <summary>People in beds who are not the actor's to see.</summary>
    public int NotSeen { get; init; }

    public IReadOnlyList<WardPerson> People { get; init; } = [];

    public IReadOnlyList<StaffMember> Staff { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    public bool MayGive { get; init; }

    public bool IsPrescriber { get; init; }

    /// <summary>The times at which doses are due in the shift.</summary>
    public IEnumerable<DateTime> Times => (Sheet?.Doses ?? []).Select(d => d.Slot.DueAt).Distinct().Order();

    public int Count(DoseState state) => Sheet?.Doses.Count(d => d.State == state) ?? 0;

    public IEnumerable<SheetDose> Of(WardPerson person, DateTime due) =>
        (Sheet?.Doses ?? []).Where(d => d.Slot.PatientId == person.Head.Id && d.Slot.DueAt == due);

    public OrderDetails OrderOf(DoseSlot slot) => People.SelectMany(p => p.Files).First(f => f.Order.Id == slot.OrderId).Order.Details;
}
