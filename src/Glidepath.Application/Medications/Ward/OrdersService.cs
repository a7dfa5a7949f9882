using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Medications;

/// <summary>What is ordered to be given to one person on the ward. Only a prescriber orders.</summary>
public sealed class OrdersService(Store store, RecordAccess access, CurrentActor who, IEnumerable<OrdersOfTaper> tapers)
    : PatientSubject(store, access, who)
{
    private static readonly (AccessAction, DataClass)[] Ordering =
    [
        (AccessAction.Write, DataClass.Medications),
        // Who approves a taper orders; a nurse who keeps the list of medicines does not.
        (AccessAction.Decide, DataClass.TaperPlan),
    ];

    public Task<OrdersView?> ListAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Medications],
            async (db, head) =>
            {
                var records = await ReadableAsync(db, patientId, [DataClass.Medications], cancellationToken);
                var all = await db.Set<MedicationRequest>()
                    .AsNoTracking()
                    .Where(o => records.Contains(o.PatientId))
                    .OrderByDescending(o => o.OrderedAt)
                    .ToListAsync(cancellationToken);
                return new OrdersView(
                    head,
                    all,
                    await OfTaperAsync(db, head, cancellationToken),
                    Now,
                    Store.Zone,
                    await NamesAsync(db, all.SelectMany(o => new[] { (Guid?)o.OrderedBy, o.StoppedBy }).OfType<Guid>(), cancellationToken)
                );
            },
            cancellationToken
        );

    public Task<Saved?> OrderAsync(Guid patientId, OrderAsked asked, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            Ordering,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var (starts, stops) = TimesOf(asked);
                var order = MedicationRequest.Order(Guid.CreateVersion7(), episode, asked.Details, starts, stops, NewEntry());
                db.Add(order);
                return await SavedAsync(db, order, order.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> ReplaceAsync(
        Guid patientId,
        Guid id,
        Guid? version,
        OrderAsked asked,
        string? why,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            Ordering,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var before = await OneAsync(db, patientId, id, version, cancellationToken);
                var (starts, stops) = TimesOf(asked);
                var next = before.Replace(Guid.CreateVersion7(), episode, asked.Details, starts, stops, why, NewEntry());
                db.Add(next);
                return await SavedAsync(db, next, next.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> StopAsync(Guid patientId, Guid id, Guid? version, string? why, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            Ordering,
            once,
            async db =>
            {
                var order = await OneAsync(db, patientId, id, version, cancellationToken);
                order.Stop(why, Now, NewEntry());
                return await SavedAsync(db, order, id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> MarkEnteredInErrorAsync(
        Guid patientId,
        Guid id,
        Guid? version,
        string? why,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            Ordering,
            once,
            async db =>
            {
                var order = await OneAsync(db, patientId, id, version, cancellationToken);
                bool hasDoses;
                using (db.BeginDeciding())
                    hasDoses = await db.Set<MedicationAdministration>().AnyAsync(a => a.OrderId == id, cancellationToken);
                order.MarkEnteredInError(why, hasDoses, NewEntry());
                return await SavedAsync(db, order, id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>A day and a time that the clocks skip is the first instant after them.</summary>
    private (DateTime Starts, DateTime? Stops) TimesOf(OrderAsked asked)
    {
        var starts = asked.StartsOn is { } on ? LocalTime.FirstInstantOf(on, asked.StartsAt ?? TimeOnly.MinValue, Store.Zone) : Now;
        DateTime? stops = asked.StopsOn is { } last ? LocalTime.FirstInstantOf(last, asked.StopsAt ?? TimeOnly.MinValue, Store.Zone) : null;
        return (starts, stops);
    }

    private async Task<IReadOnlyList<OrderDetails>> OfTaperAsync(
        GlidepathDbContext db,
        PatientHead head,
        CancellationToken cancellationToken
    )
    {
        var parts = tapers.SelectMany(t => t.Parts).Distinct().ToList();
        var open = await Access.OpenAsync(db, Actor, head.Id, Read, [.. parts.SelectMany(p => p.Needs).Distinct()], cancellationToken);
        var gathered = await Gathered.ReadAsync(db, open, parts, cancellationToken);
        var person = new PersonInView(head, LocalNow, gathered.Of(head.Id), Actor) { Episodes = db.CurrentEpisodes(head.Id) };
        return [.. tapers.SelectMany(t => t.Of(person))];
    }

    private static async Task<MedicationRequest> OneAsync(
        GlidepathDbContext db,
        Guid patientId,
        Guid id,
        Guid? version,
        CancellationToken cancellationToken
    ) => Expected(await OwnAsync<MedicationRequest>(db, patientId, o => o.Id == id, "order", cancellationToken), version);
}

/// <summary>An order as it is asked for; days and times are those of the program.</summary>
/// <param name="StartsOn">Null for now.</param>
/// <param name="StopsOn">Null where somebody stops it.</param>
public sealed record OrderAsked(
    OrderDetails Details,
    DateOnly? StartsOn = null,
    TimeOnly? StartsAt = null,
    DateOnly? StopsOn = null,
    TimeOnly? StopsAt = null
);

/// <param name="All">The newest first.</param>
/// <param name="FromTaper">What the step in force would have given, one for each medicine.</param>
/// <param name="Now">UTC.</param>
public sealed record OrdersView(
    PatientHead Head,
    IReadOnlyList<MedicationRequest> All,
    IReadOnlyList<OrderDetails> FromTaper,
    DateTime Now,
    TimeZoneInfo Zone,
    IReadOnlyDictionary<Guid, string> Names
)
{
    /// <summary>Those of which doses are due, or will be.</summary>
    public IEnumerable<MedicationRequest> InForce => All.Where(o => o.Status is OrderStatus.Active && !(o.EndsAt <= Now));

    public IEnumerable<MedicationRequest> Ended => All.Except(InForce);

    /// <summary>What the taper asks for and no order gives, and orders of a step that is not in force any more.</summary>
    public IEnumerable<OrderDetails> NotOrdered =>
        FromTaper.Where(t => !InForce.Any(o => o.Details.From == t.From && o.Details.Drug == t.Drug));

    public bool IsOfAnEarlierStep(MedicationRequest order) =>
        order.Details.From is { } from && FromTaper.Count > 0 && !FromTaper.Any(t => t.From == from);
}
