using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

/// <summary>What the history of safety hands over: its service, and its rows in the lists of a record.</summary>
internal static class SafetyContributions
{
    public static IServiceCollection AddSafety(this IServiceCollection services) =>
        services.AddScoped<SafetyService>().HandOver(OnTimeline).HandOver(InCopy).HandOver(InDemo).HandOver(Name);

    private static readonly RecordName Name = new(typeof(SafetyEntry), "your answers about safety");

    /// <summary>What alarms, what a clinician closed and what could not be asked; the rest is on the page of safety.</summary>
    private static readonly TimelineRows OnTimeline = new(
        SafetyService.Entries,
        person =>
            person
                .Of(SafetyService.Entries)
                .Where(e => e.Kind is not SafetyEntryKind.Told || e.Told.Answer is Answer.Yes && SafetyConcerns.Row(e.Concern).IsRed)
                .Select(e => new Happening(
                    e.Id,
                    HappeningKind.Safety,
                    person.DayOf(e.SaidAt),
                    e.RecordedAt,
                    e.RecordedBy,
                    What(e),
                    e.Reason
                ))
    );

    private static readonly CopySection InCopy = new(
        InformationCategory.Assessments,
        "What was told about safety",
        ["Day", "About", "Answer", "Note"],
        CopyRows.One(
            e => e.SaidAt,
            (e, person) =>
                [
                    CopyText.Day(person.DayOf(e.SaidAt)),
                    SafetyConcerns.Row(e.Concern).Title,
                    e.Kind is SafetyEntryKind.Told ? e.Told.Answer.Shown().Word : e.Kind.Words(),
                    e.Reason ?? SafetyFirst.Said(e.Told),
                ],
            SafetyService.Entries
        )
    )
    {
        IsOwn = true,
    };

    private static readonly DemoEntries InDemo = DemoEntries.For(
        IntakeContributions.DemoAnswers,
        (person, given) =>
            given
                .Select(a => SafetyConcerns.Read(a.Key, IntakeAnswer.Of(a.Value)))
                .OfType<SafetyTold>()
                .Select(told =>
                    SafetyEntry.Tell(
                        person.Episode,
                        told,
                        [],
                        new Entry(Guid.CreateVersion7(), person.At(person.CameDaysAgo), person.Staff[Role.Nurse].Id)
                    )
                )
    );

    private static string What(SafetyEntry entry) =>
        entry.Kind switch
        {
            SafetyEntryKind.Told => entry.Concern is SafetyConcern.DangerSign && entry.Told.Said is { } said
                ? T["DangerSignWord", Terms.Of(said)]
                : T["ConcernYes", Terms.Of(SafetyConcerns.Row(entry.Concern).Title)],
            SafetyEntryKind.NotAbleToAsk => T["ConcernNotAsked", Terms.Of(SafetyConcerns.Row(entry.Concern).Title)],
            SafetyEntryKind.Closed => T["ConcernClosed", Terms.Of(SafetyConcerns.Row(entry.Concern).Title)],
        };
}
