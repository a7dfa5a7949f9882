using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Monitoring;

/// <summary>What the area of monitoring hands over: its services, and its rows in the lists of a record.</summary>
internal static partial class MonitoringContributions
{
    public static IServiceCollection AddMonitoring(this IServiceCollection services) =>
        services
            .AddScoped<CheckInsService>()
            .AddScoped<OwnCheckInsService>()
            .AddScoped<PhoneEntriesService>()
            .AddScoped<NotHeardFromService>()
            .AddScoped<SuggestionService>()
            .AddCareAlerts()
            .AddVitalSigns()
            .AddScoped<DutyService>()
            .AddScoped<WatchService>()
            .AddScoped(services => new HomeWords(
                async (elsewhere, cancellationToken) =>
                    (await services.GetRequiredService<WatchService>().NowAsync(cancellationToken)).Lines(elsewhere)
            ))
            .AddScoped<TrendService>()
            .HandOver(OnTimeline)
            .HandOver(CallToday)
            .AddSingleton(services => CallsByTheRules([.. services.GetServices<CourseOf>()]))
            .HandOver(InCopy)
            .HandOver(InDemo)
            .HandOver(Names)
            .HandOver(Tile)
            .HandOver(Moving);

    private static readonly RecordPart<DateOnly> Days = RecordPart.Fields<CheckIn, DateOnly>(c => new(c.PatientId, c.On));

    private static readonly RecordName[] Names =
    [
        new(typeof(CheckIn), "your check-ins"),
        new(typeof(CheckInRhythm), "how often you check in"),
        new(typeof(CheckInCall), "calls to ask how you are"),
    ];

    /// <summary>What asks for a call the same day; danger signs have their row from the history of safety already.</summary>
    private static readonly TodayRows CallToday = new(
        TodayPart.Now,
        [SafetyService.Watched, CareAlertContributions.Open],
        person =>
            // Its alert has the row.
            person.Entries.Of(CareAlertContributions.Open).Any(a => a.Cause is AlertCause.Happened)
                ? []
                : SafetyFirst
                    .States(person.Entries.Of(SafetyService.Watched), [], [], person.Entries.Merged)
                    .Where(s => s is { Concern: SafetyConcern.CallToday, Open: [_, ..] })
                    .Select(s => new WorkRow(
                        Sign.Call,
                        person.Head,
                        SafetyFirst.Title(s),
                        T["FromACheckInOn", person.Now.DayOf(s.Leads!.SaidAt).Day()],
                        "Review",
                        $"/patients/{person.Head.Id}/safety",
                        s.Open.Min(w => w.SaidAt)
                    ))
    )
    {
        Urgent = SafetyService.Watched,
    };

    /// <summary>The check-in on the person's own first page.</summary>
    private static readonly HomeTile Tile = new(
        [Days],
        person =>
            person.Head.IsOpen
                ? new HomeTileView(
                    "/me/check-in",
                    T["CheckInTile"],
                    person.Entries.Of(Days) is [_, ..] days && days.Max() is var last
                        ? last == person.Today
                            ? T["YouCheckedInToday"]
                            : T["YouLastCheckedInOn", last.Day()]
                        : T["TellYourTeamHowYouAre"]
                )
                : null
    );

    private static readonly TimelineRows[] OnTimeline =
    [
        TimelineRows.Of<CheckIn>(c =>
            new(
                c.Id,
                HappeningKind.Assessment,
                c.On,
                c.RecordedAt,
                c.RecordedBy,
                T["CheckInFrom", c.Source.InWords()],
                string.Join(". ", c.Answers.Parts().Concat(c.Answers.Note is { } note ? [T["Quoted", note]] : [])),
                c.AmendmentReason,
                c.AmendsId
            )
        ),
        TimelineRows.Of<CheckInRhythm>(
            (r, person) =>
                new(
                    r.Id,
                    HappeningKind.Decision,
                    person.DayOf(r.RecordedAt),
                    r.RecordedAt,
                    r.RecordedBy,
                    T["CheckInsHowOften", r.HowOften.InWords()],
                    null
                )
        ),
        TimelineRows.Of<CheckInCall>(
            (c, person) =>
                new(
                    c.Id,
                    HappeningKind.Decision,
                    person.DayOf(c.RecordedAt),
                    c.RecordedAt,
                    c.RecordedBy,
                    c.WasReached ? T["CalledAndReached"] : T["CalledNotReached"],
                    c.Note
                )
        ),
    ];

    private static readonly CopySection[] InCopy =
    [
        new(
            InformationCategory.CheckIns,
            "Check-ins",
            ["Day", "How", "What was said", "Note"],
            CopyRows.One<CheckIn>(
                c => c.On,
                c => [CopyText.Day(c.On), c.Source.InWords(), string.Join(". ", c.Answers.Parts()), c.Answers.Note]
            )
        ),
        new(
            InformationCategory.CheckIns,
            "How often you check in",
            ["Day", "How often"],
            CopyRows.One<CheckInRhythm>(r => r.RecordedAt, (r, person) => [CopyText.Day(person.DayOf(r.RecordedAt)), r.HowOften.InWords()])
        )
        {
            IsOwn = true,
        },
        new(
            InformationCategory.CheckIns,
            "Calls to ask how you are",
            ["Day", "Reached", "Note"],
            CopyRows.One<CheckInCall>(
                c => c.RecordedAt,
                (c, person) => [CopyText.Day(person.DayOf(c.RecordedAt)), c.WasReached ? T["ReachedWord"] : T["NotReachedWord"], c.Note]
            )
        )
        {
            IsOwn = true,
        },
    ];

    /// <summary>How often the person checks in goes on in the record that goes on, where it was not chosen there.</summary>
    private static readonly OpenAtMerge Moving = new(
        "CheckInsExpected",
        async (db, patientId, _, cancellationToken) =>
            await db.Deciding<CheckInRhythm>().AnyAsync(r => r.PatientId == patientId, cancellationToken) ? 1 : 0,
        async (db, from, to, step, cancellationToken) =>
        {
            using var deciding = db.BeginDeciding();
            db.Grant(from, AccessAction.Read, DataClass.CheckIns);
            db.Grant(to.PatientId, AccessAction.Write, DataClass.CheckIns);
            if (await db.Deciding<CheckInRhythm>().AnyAsync(r => r.PatientId == to.PatientId, cancellationToken))
                return;
            if (
                await db.Set<CheckInRhythm>()
                    .AsNoTracking()
                    .Where(r => r.PatientId == from)
                    .OrderByDescending(r => r.RecordedAt)
                    .FirstOrDefaultAsync(cancellationToken) is
                { } chosen
            )
                db.Add(CheckInRhythm.Choose(to, chosen.HowOften, new(Guid.CreateVersion7(), step.At, step.By)));
        }
    );
}
