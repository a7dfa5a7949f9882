using System.Globalization;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Visits;
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
            .HandOver(InCopy, StepsInCopy)
            .HandOver(InDemo, StepsInDemo)
            .HandOver(Names)
            .HandOver(Left)
            .HandOver(Moving);

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
                .Select(Line)
    );

    private static readonly NextLines OwnOff = new(
        [VisitParts.Off],
        person => person.Entries.Of(VisitParts.Off).Where(a => a.Details.On >= person.Today).Select(a => Line(a) with { IsOff = true })
    )
    {
        IsOwn = true,
    };

    private static readonly TimelineRows OnTimeline = TimelineRows.Of<AppointmentStep>(s =>
        new(
            s.Id,
            HappeningKind.Decision,
            s.Kind is AppointmentStepKind.Came or AppointmentStepKind.DidNotCome ? s.Details.On : DateOnly.FromDateTime(s.RecordedAt),
            s.RecordedAt,
            s.RecordedBy,
            s.InWords(),
            s.Why,
            s.AmendmentReason,
            s.AmendsId
        )
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

    private static NextLine Line(Appointment visit) =>
        new(
            visit.StartsAt,
            T["DayAtTime", visit.Details.On.ToString("dddd, MMMM d", CultureInfo.InvariantCulture), visit.Details.At.Clock()],
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
