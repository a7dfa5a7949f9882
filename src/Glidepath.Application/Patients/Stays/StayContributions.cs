using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

/// <summary>What stays hand over: their services, and their rows in the lists of a record.</summary>
internal static class StayContributions
{
    public static IServiceCollection AddStays(this IServiceCollection services) =>
        services
            .AddScoped<StaysService>()
            .AddScoped<UnitsService>()
            .HandOver(OnTimeline, AdviceOnTimeline)
            .HandOver(NotBack)
            .HandOver(EndsStay)
            .HandOver(InCopy)
            .HandOver(InDemo)
            .HandOver(Names)
            .HandOver(Left)
            .HandOver(Moving);

    private static readonly WardUnit DemoUnit = WardUnit.Open(DemoWard.UnitId, "Harbor unit", "8");

    private static readonly DemoEntries InDemo = DemoEntries.One(
        DemoWard.Beds,
        (person, bed) =>
            Stay.Begin(
                person.Episode,
                DemoUnit,
                bed,
                person.At(DemoWard.DaysAgo),
                new Entry(Guid.CreateVersion7(), person.At(DemoWard.DaysAgo), person.Staff[Role.Nurse].Id)
            )
    );

    private static readonly RecordPart<Stay> Open = RecordPart.Of<Stay>(s => s.Until == null);

    private static readonly RecordName[] Names =
    [
        new(typeof(Stay), "your stays on a ward"),
        new(typeof(AdviceRecord), "what was said when you left a ward early"),
    ];

    private static readonly LeftOut[] Left =
    [
        new(RecordList.Today, "The task to call the person is there.", typeof(AdviceRecord)),
        new(RecordList.Demo, "Nobody of the demo left against advice.", typeof(AdviceRecord)),
    ];

    private static readonly TimelineRows OnTimeline = TimelineRows.Of<Stay>(
        (s, person) =>
            new(
                s.Id,
                HappeningKind.Decision,
                person.DayOf(s.From),
                s.RecordedAt,
                s.RecordedBy,
                s.HowEnded is { } how ? T["StayEnded", s.Bed, person.DayOf(s.Until!.Value).Day(), how.InWords()] : T["StayBegan", s.Bed],
                null,
                null,
                null
            )
    );

    private static readonly TimelineRows AdviceOnTimeline = TimelineRows.Of<AdviceRecord>(
        (a, person) =>
            new(
                a.Id,
                HappeningKind.Decision,
                person.DayOf(a.RecordedAt),
                a.RecordedAt,
                a.RecordedBy,
                T["LeftAgainstAdviceLine"],
                a.Words.Said,
                null,
                null
            )
    );

    /// <summary>Out for longer than they said: a question, and no mark.</summary>
    private static readonly TodayRows NotBack = new(
        TodayPart.Now,
        [Open],
        person =>
            person
                .Entries.Of(Open)
                .Where(s => s.BackBy < person.Now.At)
                .Select(s => new WorkRow(
                    Sign.Look,
                    person.Head,
                    T["NotBackYet"],
                    T["BackWasSaidFor", person.Now.Zone.Moment(s.BackBy!.Value)],
                    "Open the beds",
                    $"/ward/beds?unit={s.UnitId}",
                    s.BackBy!.Value
                ))
    );

    private static readonly EndOfCare EndsStay = new(
        async (db, episode, entry, cancellationToken) =>
        {
            db.Grant(episode.PatientId, AccessAction.Write, DataClass.PresenceInTreatment);
            using var deciding = db.BeginDeciding();
            foreach (
                var stay in await db.Set<Stay>().Where(s => s.EpisodeId == episode.Id && s.Until == null).ToListAsync(cancellationToken)
            )
            {
                var by = entry();
                stay.End(StayEnd.Home, by.RecordedAt, null, by);
            }
        }
    );

    private static readonly CopySection[] InCopy =
    [
        new(
            InformationCategory.PresenceInTreatment,
            "Stays on a ward",
            ["Bed", "From", "Until", "How it ended"],
            CopyRows.One<Stay>(
                s => s.From,
                (s, person) =>
                    [
                        s.Bed,
                        CopyText.Day(person.DayOf(s.From)),
                        s.Until is { } until ? CopyText.Day(person.DayOf(until)) : null,
                        s.HowEnded?.InWords(),
                    ]
            )
        )
        {
            Empty = "No stay on a ward is on record.",
        },
        new(
            InformationCategory.Progress,
            "What was said when you left early",
            ["Day", "What was said", "Medicine taken along", "Naloxone", "Who else was told"],
            CopyRows.One<AdviceRecord>(
                a => a.RecordedAt,
                (a, person) => [CopyText.Day(person.DayOf(a.RecordedAt)), a.Words.Said, a.Words.Supply, a.Words.Naloxone, a.Words.ToldTo]
            )
        )
        {
            Empty = "You did not leave a ward early.",
        },
    ];

    /// <summary>The bed is the person's in the record that goes on, unless that has one of its own.</summary>
    private static readonly OpenAtMerge Moving = new(
        "OpenStays",
        (db, patientId, _, cancellationToken) =>
            db.Deciding<Stay>().CountAsync(s => s.PatientId == patientId && s.Until == null, cancellationToken),
        async (db, from, to, step, cancellationToken) =>
        {
            using var deciding = db.BeginDeciding();
            db.Grant(from, AccessAction.Write, DataClass.PresenceInTreatment);
            db.Grant(to.PatientId, AccessAction.Write, DataClass.PresenceInTreatment);
            if (await db.Set<Stay>().SingleOrDefaultAsync(s => s.PatientId == from && s.Until == null, cancellationToken) is not { } stay)
                return;
            var by = new Entry(Guid.CreateVersion7(), step.At, step.By);
            var unit = await db.Set<WardUnit>().SingleAsync(u => u.Id == stay.UnitId, cancellationToken);
            if (await db.Set<Stay>().AnyAsync(s => s.PatientId == to.PatientId && s.Until == null, cancellationToken))
            {
                stay.End(StayEnd.OtherPlace, step.At, null, by);
                return;
            }
            var next = stay.GoOn(to, unit, step.At, by);
            await db.SaveChangesAsync(cancellationToken);
            db.Add(next);
        }
    );
}
