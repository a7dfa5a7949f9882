using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Monitoring;

/// <summary>What alerts hand over: their services, and their rows in the lists of a record.</summary>
internal static class CareAlertContributions
{
    public static IServiceCollection AddCareAlerts(this IServiceCollection services) =>
        services
            .AddScoped<AlertsService>()
            .AddScoped<DutyListService>()
            .AddSingleton<IAlertBook, AlertBook>()
            .AddSingleton<AlertEngine>()
            .AddSingleton<AlertSender>()
            .AddSingleton<AlertPulse>()
            .AddSingleton<AlertRounds>()
            .AddHostedService(p => p.GetRequiredService<AlertRounds>())
            .HandOver(OnTimeline)
            .HandOver(Waiting)
            .HandOver(InCopy)
            .HandOver(InDemo)
            .HandOver(Names)
            .HandOver(Without);

    /// <summary>An answer in a scale may be among the reasons.</summary>
    internal static readonly RecordPart<Alert> Open = RecordPart.Of<Alert>(a => a.State != AlertState.Closed, DataClass.Assessments);

    private static readonly RecordPart<Alert> All = RecordPart.Of<Alert>(alsoNeeds: DataClass.Assessments);

    private static readonly RecordName[] Names =
    [
        new(typeof(Alert), "alerts to your team about you"),
        new(typeof(AlertEvent), "what was done about an alert"),
        new(typeof(AlertCover), "who on duty may open your record"),
    ];

    private static readonly TimelineRows OnTimeline = new(
        All,
        person =>
            person
                .Of(All)
                .Select(a => new Happening(
                    a.Id,
                    HappeningKind.Decision,
                    person.DayOf(a.OpenedAt),
                    a.OpenedAt,
                    a.OpenedBy,
                    T["AlertOf", a.Level.InWords(), a.Why()],
                    a.Outcome
                )
                {
                    Href = $"/patients/{a.PatientId}/alerts/{a.Id}",
                })
    );

    private static readonly TodayRows Waiting = new(
        TodayPart.Now,
        [Open],
        person =>
            person
                .Entries.Of(Open)
                .OrderByDescending(a => a.Level)
                .ThenBy(a => a.OpenedAt)
                .Select(a => new WorkRow(
                    a.Level is AlertLevel.ThisWeek ? Sign.Look : Sign.Call,
                    person.Head,
                    a.Why(),
                    a.IsLeftOpen(person.Now.At)
                        ? T["AlertLeftOpen", a.Level.InWords(), person.Now.DayOf(a.ActedAt!.Value).Day()]
                        : T["AlertSince", a.Level.InWords(), a.State.InWords()],
                    !person.Viewer.Role.May(AccessAction.Write, DataClass.CheckIns) ? "Review"
                        : a.State is AlertState.Open ? "Acknowledge"
                        : a.IsLeftOpen(person.Now.At) ? "Close it"
                        : "Record what was done",
                    $"/patients/{a.PatientId}/alerts/{a.Id}",
                    a.OpenedAt
                )
                {
                    By = a.ActedBy ?? a.AcknowledgedBy,
                })
    )
    {
        Urgent = Open,
    };

    /// <summary>How the clinic was told, and what it did: the patient's to read, and goes to nobody else.</summary>
    private static readonly CopySection[] InCopy =
    [
        new(
            InformationCategory.CheckIns,
            "Alerts to your team",
            ["Day", "How soon", "Why", "State", "What was done"],
            CopyRows.One<Alert>(
                a => a.OpenedAt,
                (a, person) => [CopyText.Day(person.DayOf(a.OpenedAt)), a.Level.InWords(), a.Why(), a.State.InWords(), a.Outcome],
                All
            )
        )
        {
            IsOwn = true,
            Opens = DataClass.Assessments,
        },
    ];

    private static readonly LeftOut[] Without =
    [
        new(RecordList.Demo, "The demo makes it with its alert.", typeof(AlertEvent)),
        new(RecordList.Timeline, "Its alert is there, with the outcome; each line is on the page of the alert.", typeof(AlertEvent)),
        new(RecordList.Today, "Its alert is there.", typeof(AlertEvent)),
        new(RecordList.Copy, "Its alert is there, with what was done.", typeof(AlertEvent)),
        new(RecordList.Timeline, "Who may open a record for an alert is on the page of the alert.", typeof(AlertCover)),
        new(RecordList.Today, "It opens the record, and asks nothing of anybody.", typeof(AlertCover)),
        new(RecordList.Copy, "Who opened the record by it is in the list of who looked.", typeof(AlertCover)),
        new(RecordList.Pages, "The page of the alert names who was told.", typeof(AlertCover)),
        new(RecordList.Demo, "The engine makes it when it tells someone.", typeof(AlertCover)),
    ];

    private static readonly Dictionary<string, AlertAsked> DemoAlerts = new()
    {
        ["seizure-before"] = new(AlertCause.DangerSign, AlertLevel.Red, RedSigns.Row(RedSign.NoSupply).Title, Guid.Empty),
        ["holding-after-a-hard-week"] = new(AlertCause.Happened, AlertLevel.Today, "A fall", Guid.Empty),
    };

    private static readonly DemoEntries[] InDemo =
    [
        new(typeof(Alert), person => DemoAlerts.TryGetValue(person.Recipe, out var asked) ? Made(person, asked) : [])
        {
            Recipes = [.. DemoAlerts.Keys],
        },
    ];

    private static IEnumerable<IPatientRecord> Made(DemoPerson person, AlertAsked asked)
    {
        var (at, nurse) = (person.Now.AddMinutes(-16), person.Staff[Role.Nurse].Id);
        var alert = Alert.Open(person.Episode, asked, new(Guid.CreateVersion7(), at, nurse), false, person.Zone);
        yield return alert;
        yield return AlertEvent.Of(alert, AlertEventKind.Opened, new(Guid.CreateVersion7(), at, nurse));
        if (asked.Level is not AlertLevel.Today)
            yield break;
        alert.Acknowledge(at.AddMinutes(9), nurse, person.Zone);
        yield return AlertEvent.Of(alert, AlertEventKind.Acknowledged, new(Guid.CreateVersion7(), at.AddMinutes(9), nurse));
    }
}
