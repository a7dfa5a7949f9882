using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Medications;

/// <summary>What the ward hands over: its services, and its rows in the lists of a record.</summary>
internal static partial class WardContributions
{
    public static IServiceCollection AddWard(this IServiceCollection services) =>
        services
            .AddScoped<OrdersService>()
            .AddScoped<DosesService>()
            .AddScoped<WardService>()
            .AddScoped<ShiftService>()
            .HandOver(OrdersOnTimeline, DosesOnTimeline, DecisionsOnTimeline)
            .HandOver(Waiting, EndsSoon)
            .HandOver(StopsOrders)
            .HandOver(StopsOrdersOfStay)
            .HandOver(InCopy)
            .HandOver(InDemo)
            .HandOver(Names)
            .HandOver(Left)
            .HandOver(Moving);

    private static readonly RecordPart<MedicationRequest> Orders = RecordPart.All<MedicationRequest>();

    private static readonly RecordPart<MedicationRequest> InForce = RecordPart.Of<MedicationRequest>(o => o.Status == OrderStatus.Active);

    /// <summary>With the order that each is of, which says the medicine.</summary>
    private static readonly RecordPart<MedicationAdministration> Doses = RecordPart.Of<MedicationAdministration>(
        alsoNeeds: DataClass.Medications
    );

    private static readonly RecordPart<MedicationAdministration> Withheld = RecordPart.Of<MedicationAdministration>(
        a => a.Outcome == DoseOutcome.Withheld || a.AmendsId != null,
        DataClass.Medications
    );

    private static readonly RecordPart<DoseDecision> Decisions = RecordPart.All<DoseDecision>();

    private static readonly RecordName[] Names =
    [
        new(typeof(MedicationRequest), "orders for medicine on the ward"),
        new(typeof(MedicationAdministration), "doses given to you on the ward"),
        new(typeof(DoseDecision), "what was decided about a dose that was withheld"),
        new(typeof(DoseEffect), "whether a dose helped"),
    ];

    private static readonly LeftOut[] Left =
    [
        new(RecordList.Timeline, "It stands beside the dose it is about.", typeof(DoseEffect)),
        new(RecordList.Demo, "No dose of the demo is withheld, and none is as needed.", typeof(DoseDecision), typeof(DoseEffect)),
        new(RecordList.Today, "Who looks after a dose as needed is asked on the page of the ward.", typeof(DoseEffect)),
    ];

    private static readonly TimelineRows OrdersOnTimeline = TimelineRows.Of<MedicationRequest>(
        (o, person) =>
            new(
                o.Id,
                HappeningKind.Decision,
                person.DayOf(o.OrderedAt),
                o.OrderedAt,
                o.OrderedBy,
                T[
                    o.Status switch
                    {
                        OrderStatus.Active => "OrderedOnTheWard",
                        OrderStatus.Stopped => "OrderStoppedOnTheWard",
                        OrderStatus.EnteredInError => "OrderInError",
                    },
                    o.Details.InWords()
                ],
                o.WhyStopped,
                null,
                o.ReplacesId
            )
    );

    /// <summary>A dose that was given as ordered is no event; each stands on the ward's own record.</summary>
    private static readonly TimelineRows DosesOnTimeline = new(
        Doses,
        person =>
            person
                .Of(Doses)
                .Where(a => a.Outcome is not DoseOutcome.Given || a.AmendsId is not null || a.Details.Despite is not null)
                .Select(a => new Happening(
                    a.Id,
                    HappeningKind.Decision,
                    person.DayOf(a.ActualAt),
                    a.RecordedAt,
                    a.RecordedBy,
                    T["DoseWas", a.Outcome.InWords()],
                    a.Details.Reason,
                    a.AmendmentReason,
                    a.AmendsId
                ))
    );

    private static readonly TimelineRows DecisionsOnTimeline = TimelineRows.Of<DoseDecision>(
        (d, person) =>
            new(
                d.Id,
                HappeningKind.Decision,
                person.DayOf(d.RecordedAt),
                d.RecordedAt,
                d.RecordedBy,
                T["DoseDecidedOn", d.Kind.InWords()],
                d.Why,
                null,
                null
            )
    );

    /// <summary>Withholding is never left standing: a prescriber decides.</summary>
    private static readonly TodayRows Waiting = new(
        TodayPart.Now,
        [Withheld, Decisions, Orders],
        person =>
            person
                .Entries.Of(Withheld)
                .Where(a =>
                    a.Outcome is DoseOutcome.Withheld
                    && !person.Entries.Of(Withheld).Any(b => b.AmendsId == a.Id)
                    && !person.Entries.Of(Decisions).Any(d => d.AdministrationId == a.Id)
                )
                .OrderBy(a => a.ActualAt)
                .Select(a => new WorkRow(
                    Sign.Call,
                    person.Head,
                    T["DoseIsWithheld", person.Entries.Of(Orders).FirstOrDefault(o => o.Id == a.OrderId)?.Details.Drug ?? ""],
                    T["DoseWithheldSince", person.Now.Zone.Moment(a.ActualAt), a.Details.Reason ?? ""],
                    "Decide",
                    $"/patients/{a.PatientId}/orders/{a.OrderId}",
                    a.ActualAt
                ))
    );

    /// <summary>It stops by itself within a day: somebody orders what comes after it.</summary>
    private static readonly TodayRows EndsSoon = new(
        TodayPart.Decide,
        [InForce],
        person =>
            person
                .Entries.Of(InForce)
                .Where(o => o.StopsAt is { } stops && stops > person.Now.At && stops <= person.Now.At.AddHours(24))
                .Select(o => new WorkRow(
                    Sign.Look,
                    person.Head,
                    T["OrderEndsSoon", o.Details.Drug],
                    T["OrderEndsAt", person.Now.Zone.Moment(o.StopsAt!.Value)],
                    "Look at the order",
                    $"/patients/{o.PatientId}/orders",
                    o.StopsAt.Value
                ))
    );

    private static readonly EndOfCare StopsOrders = new(
        (db, episode, entry, cancellationToken) => StopAsync(db, episode.PatientId, episode.Id, "CareEnded", entry, cancellationToken)
    );

    /// <summary>Nothing is due on the ward to somebody who has left it; what was due before is still decided.</summary>
    private static readonly EndOfStay StopsOrdersOfStay = new(
        (db, stay, entry, cancellationToken) =>
            StopAsync(db, stay.PatientId, stay.EpisodeId, "StayEndedOnTheWard", entry, cancellationToken)
    );

    private static async Task StopAsync(
        GlidepathDbContext db,
        Guid patientId,
        Guid episodeId,
        string why,
        Func<Entry> entry,
        CancellationToken cancellationToken
    )
    {
        db.Grant(patientId, AccessAction.Write, DataClass.Medications);
        using var deciding = db.BeginDeciding();
        var by = entry();
        foreach (
            var order in await db.Set<MedicationRequest>()
                .Where(o => o.EpisodeId == episodeId && o.Status == OrderStatus.Active)
                .ToListAsync(cancellationToken)
        )
            if (!(order.EndsAt <= by.RecordedAt))
                order.Stop(T[why], by.RecordedAt, by);
    }

    private static readonly CopySection[] InCopy =
    [
        new(
            InformationCategory.Medications,
            "Orders on the ward",
            ["Medicine", "From", "Until", "What for", "Why it was stopped"],
            CopyRows.One<MedicationRequest>(
                o => o.OrderedAt,
                (o, person) =>
                    [
                        o.Details.InWords(),
                        CopyText.Day(person.DayOf(o.StartsAt)),
                        o.EndsAt is { } ends ? CopyText.Day(person.DayOf(ends)) : null,
                        o.Details.Indication,
                        o.WhyStopped,
                    ]
            )
        )
        {
            Empty = "No order was given on a ward.",
        },
        new(
            InformationCategory.DoseTaken,
            "Doses on the ward",
            ["Given or found", "What became of it", "What it was made of", "Reason", "Corrected because"],
            CopyRows.One<MedicationAdministration>(
                a => a.ActualAt,
                (a, person) =>
                    [CopyText.Day(person.DayOf(a.ActualAt)), a.Outcome.InWords(), a.Details.Product, a.Details.Reason, a.AmendmentReason]
            )
        )
        {
            Empty = "No dose on a ward is on record.",
        },
        new(
            InformationCategory.DoseTaken,
            "Decisions on doses that were withheld",
            ["Decided", "What", "Why"],
            CopyRows.One<DoseDecision>(
                d => d.RecordedAt,
                (d, person) => [CopyText.Day(person.DayOf(d.RecordedAt)), d.Kind.InWords(), d.Why]
            )
        )
        {
            Empty = "No dose was withheld.",
        },
        new(
            InformationCategory.DoseTaken,
            "Whether doses helped",
            ["Looked at", "Did it help", "What was seen"],
            CopyRows.One<DoseEffect>(
                e => e.RecordedAt,
                (e, person) => [CopyText.Day(person.DayOf(e.RecordedAt)), T[e.Helped ? "DoseHelped" : "DoseDidNotHelp"], e.Seen]
            )
        )
        {
            Empty = "No dose as needed is on record.",
        },
    ];

    /// <summary>Orders go on in the record that goes on; what was due before is decided where it was.</summary>
    private static readonly OpenAtMerge Moving = new(
        "OrdersInForce",
        (db, patientId, now, cancellationToken) =>
            db.Deciding<MedicationRequest>()
                .CountAsync(
                    o => o.PatientId == patientId && o.Status == OrderStatus.Active && (o.StopsAt == null || o.StopsAt > now),
                    cancellationToken
                ),
        async (db, from, to, step, cancellationToken) =>
        {
            using var deciding = db.BeginDeciding();
            db.Grant(from, AccessAction.Write, DataClass.Medications);
            db.Grant(to.PatientId, AccessAction.Write, DataClass.Medications);
            foreach (
                var order in await db.Set<MedicationRequest>()
                    .Where(o => o.PatientId == from && o.Status == OrderStatus.Active && (o.StopsAt == null || o.StopsAt > step.At))
                    .ToListAsync(cancellationToken)
            )
            {
                var starts = order.StartsAt > step.At ? order.StartsAt : step.At;
                var by = new Entry(Guid.CreateVersion7(), step.At, step.By);
                db.Add(MedicationRequest.Order(Guid.CreateVersion7(), to, order.Details, starts, order.StopsAt, by));
                order.Stop(step.Why, step.At, by);
            }
        }
    );
}
