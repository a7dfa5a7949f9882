using System.Globalization;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Visits;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Visits;

/// <summary>What the area of visits hands over: its service, and its rows in the lists of a record.</summary>
internal static partial class VisitsContributions
{
    public static IServiceCollection AddVisits(this IServiceCollection services) =>
        services
            .AddScoped<VisitsService>()
            .AddScoped<VisitDayService>()
            .AddScoped<OwnVisitsService>()
            .HandOver(Ahead, OwnOff)
            .HandOver(OnTimeline)
            .HandOver(ToDo)
            .HandOver(InProgram)
            .HandOver(CallsOff)
            .HandOver(InCopy, StepsInCopy)
            .HandOver(InDemo, StepsInDemo)
            .HandOver(Names)
            .HandOver(Left)
            .HandOver(Moving);

    /// <summary>Late is a visit of a day before of which nobody has said how it ended.</summary>
    private static readonly ProgramDue InProgram = new(
        "Visits",
        (db, day) =>
            db.Deciding<Appointment>()
                .Where(a => a.State == AppointmentState.Planned && a.StartsAt < day.Until)
                .GroupBy(a => a.WithAccountId)
                .Select(g => new DueCount(g.Key, g.Count(a => a.StartsAt < day.From), g.Count(a => a.StartsAt >= day.From)))
    );

    private static readonly RecordName[] Names =
    [
        new(typeof(Appointment), "your visits"),
        new(typeof(AppointmentStep), "what became of your visits"),
    ];

    private static readonly LeftOut[] Left =
    [
        new(RecordList.Timeline, "What happened to a visit stands there, step by step.", typeof(Appointment)),
        new(RecordList.Today, "A visit says itself what it waits for.", typeof(AppointmentStep)),
    ];

    private static readonly NextLines Ahead = new(
        [VisitParts.Open],
        person =>
            person
                .Entries.Of(VisitParts.Open)
                .Where(a => person.Head.IsOpen && a.State is AppointmentState.Planned && a.Details.On >= person.Today)
                .OrderBy(a => a.StartsAt)
                .GroupBy(a => a.Details.On)
                .Take(1)
                // All of the day: a morning visit that nobody closed does not hide the one in the afternoon.
                .SelectMany(day => day)
                .Select(visit => Line(visit, person))
    );

    /// <summary>Not one that stands all the same: at a merge a visit ends in one record and is planned in the other.</summary>
    private static readonly NextLines OwnOff = new(
        [VisitParts.Off, VisitParts.Open],
        person =>
            person
                .Entries.Of(VisitParts.Off)
                .Where(a => a.Details.On >= person.Today)
                .ExceptBy(
                    person
                        .Entries.Of(VisitParts.Open)
                        .Where(a => a.State is AppointmentState.Planned)
                        .Select(a => (a.StartsAt, a.WithAccountId)),
                    a => (a.StartsAt, a.WithAccountId)
                )
                .Select(a => Line(a, person) with { IsOff = true })
    )
    {
        IsOwn = true,
    };

    private static readonly TimelineRows OnTimeline = TimelineRows.Of<AppointmentStep>(
        (s, person) =>
            new(
                s.Id,
                HappeningKind.Decision,
                s.Kind is AppointmentStepKind.Came or AppointmentStepKind.DidNotCome ? s.Details.On : person.DayOf(s.RecordedAt),
                s.RecordedAt,
                s.RecordedBy,
                s.InWords(),
                s.Why,
                s.AmendmentReason,
                s.AmendsId
            )
    );

    /// <summary>
    /// Visits that are still to come are called off. Care that is opened again does not bring them back: someone plans anew.
    /// </summary>
    private static readonly EndOfCare CallsOff = new(
        async (db, episode, entry, cancellationToken) =>
        {
            db.Grant(episode.PatientId, AccessAction.Write, DataClass.Appointments);
            using var deciding = db.BeginDeciding();
            var now = entry().RecordedAt;
            foreach (
                var visit in await db.Set<Appointment>()
                    .Where(a => a.EpisodeId == episode.Id && a.State == AppointmentState.Planned && a.StartsAt > now)
                    .ToListAsync(cancellationToken)
            )
                db.Add(visit.End(AppointmentState.CalledOff, T["CareEnded"], entry()));
        }
    );

    private static readonly CopySection InCopy = new(
        InformationCategory.Appointments,
        "Visits",
        ["Day", "Time", "Visit", "With", "Place", "How it ended"],
        CopyRows.One<Appointment>(
            a => a.StartsAt,
            a =>
                [
                    CopyText.Day(a.Details.On),
                    a.Details.At.ToString("HH:mm", CultureInfo.InvariantCulture),
                    a.Kind.InWords(),
                    a.Details.WithName,
                    // Where both meet on a screen is for the two of them.
                    a.Details.Place,
                    a.State.InWords(),
                ]
        )
    )
    {
        Empty = "No visit is on record.",
    };

    private static readonly CopySection StepsInCopy = new(
        InformationCategory.Appointments,
        "What became of each visit",
        ["What", "Why"],
        CopyRows.One<AppointmentStep>(s => s.RecordedAt, s => [s.InWords(), s.Why ?? s.AmendmentReason])
    )
    {
        IsOwn = true,
    };

    /// <summary>Where the person's clock differs both are said, each with its place.</summary>
    private static string When(Appointment visit, PersonInView person)
    {
        var (day, time) = (visit.Details.On.ToString("dddd, MMMM d", CultureInfo.InvariantCulture), visit.Details.At.Clock());
        return person.Now.Zone.There(visit.StartsAt, person.Head.TimeZone) is { } there
            ? T["DayAtTimeAndThere", day, time, person.Now.Zone.Place ?? "UTC", there]
            : T["DayAtTime", day, time];
    }

    private static NextLine Line(Appointment visit, PersonInView person) =>
        new(
            visit.StartsAt,
            When(visit, person),
            visit.Kind.InWords(),
            visit.Details.WithName,
            visit.Details.Place,
            visit.Details.Link,
            $"/patients/{visit.PatientId}/visits",
            $"/me/visits/{visit.CalendarId}.ics"
        )
        {
            IsByPhone = visit.Kind is AppointmentKind.Telephone,
        };
}
