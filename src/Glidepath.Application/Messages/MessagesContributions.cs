using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Messages;

/// <summary>What the area of messages hands over: its services, and its rows in the lists of a record.</summary>
internal static partial class MessagesContributions
{
    public static IServiceCollection AddMessages(this IServiceCollection services) =>
        services
            .AddScoped<MessagesService>()
            .AddScoped<OwnMessagesService>()
            .AddScoped<MessageInbox>()
            .AddSingleton<MessageRounds>()
            .AddHostedService(p => p.GetRequiredService<MessageRounds>())
            .HandOver(Waiting)
            .HandOver(InProgram)
            .HandOver(Tile)
            .HandOver(InCopy)
            .HandOver(InDemo)
            .HandOver(Names)
            .HandOver(Left)
            .HandOver(Moving);

    private static readonly RecordPart<MessageTurn> Open = RecordPart.Of<MessageTurn>(t => t.EndedAt == null);

    private static readonly RecordPart<MessageMark> Marks = RecordPart.Fields<Message, MessageMark>(m =>
        new(m.PatientId, new MessageMark(m.RecordedAt, m.From))
    );

    private static readonly RecordName[] Names =
    [
        new(typeof(Message), "your messages with your team"),
        new(typeof(MessageTurn), "who on your team has your message"),
    ];

    private static readonly LeftOut[] Left =
    [
        new(RecordList.Timeline, "The thread is a page of its own, and the time line would repeat it word for word.", typeof(Message)),
        new(RecordList.Timeline, "Who had a message stands beside it in the thread.", typeof(MessageTurn)),
        new(RecordList.Today, "The turn that it waits in is there.", typeof(Message)),
    ];

    /// <summary>What waits, and what oneself has; of another's only what is late.</summary>
    private static readonly TodayRows Waiting = new(
        TodayPart.Decide,
        [Open],
        person =>
            person
                .Entries.Of(Open)
                .Select(t => (Turn: t, IsLate: t.IsLateAt(person.Now.At)))
                .Where(t => t.IsLate || t.Turn.ClaimedBy is null || t.Turn.ClaimedBy == person.Viewer.AccountId)
                .Select(t => new WorkRow(
                    t.IsLate ? Sign.Look : Sign.Know,
                    person.Head,
                    T["AMessageWaits"],
                    T[t.IsLate ? "MessageReadByLate" : "MessageReadBy", person.Now.Zone.Moment(t.Turn.PromisedFor)],
                    "Open the message",
                    $"/patients/{t.Turn.PatientId}/messages",
                    t.Turn.OpenedAt
                )
                {
                    By = t.Turn.ClaimedBy,
                })
    );

    private static readonly ProgramDue InProgram = new(
        "Messages",
        (db, day) =>
            db.Deciding<MessageTurn>()
                .Where(t => t.EndedAt == null && t.PromisedFor < day.Until)
                .GroupBy(t => t.ClaimedBy)
                .Select(g => new DueCount(g.Key, g.Count(t => t.PromisedFor < day.From), g.Count(t => t.PromisedFor >= day.From)))
    );

    /// <summary>The thread on the person's own first page.</summary>
    private static readonly HomeTile Tile = new(
        [Marks],
        person => new HomeTileView(
            "/me/messages",
            T["MessagesTile"],
            person.Entries.Of(Marks) is [_, ..] all && all.MaxBy(m => m.At) is { } last
                ? T[last.From is Role.Patient ? "MessagesTileSent" : "MessagesTileTeam", person.Now.Zone.Day(last.At)]
                : T["MessagesTileEmpty"]
        )
    );

    private static readonly CopySection[] InCopy =
    [
        new(
            InformationCategory.Messages,
            "Messages",
            ["Written", "From", "Message"],
            CopyRows.One<Message>(m => m.RecordedAt, (m, person) => [CopyText.Day(person.DayOf(m.RecordedAt)), m.WrittenBy(), m.Text])
        )
        {
            Empty = "No message is on record.",
        },
        new(
            InformationCategory.Messages,
            "What became of your messages",
            ["Sent", "Promised by", "State", "What was done"],
            CopyRows.One<MessageTurn>(
                t => t.OpenedAt,
                (t, person) =>
                    [CopyText.Day(person.DayOf(t.OpenedAt)), CopyText.Day(person.DayOf(t.PromisedFor)), t.State.InWords(), t.Done]
            )
        )
        {
            IsOwn = true,
        },
    ];

    /// <summary>
    /// What waits for an answer waits where the person goes on; where something waits already, it is answered there, by when was promised
    /// first.
    /// </summary>
    private static readonly OpenAtMerge Moving = new(
        "MessagesWaiting",
        (db, patientId, _, cancellationToken) =>
            db.Deciding<MessageTurn>().CountAsync(t => t.PatientId == patientId && t.EndedAt == null, cancellationToken),
        async (db, from, to, step, cancellationToken) =>
        {
            using var deciding = db.BeginDeciding();
            db.Grant(from, AccessAction.Write, DataClass.Messages);
            db.Grant(to.PatientId, AccessAction.Write, DataClass.Messages);
            var waits = await db.Set<MessageTurn>()
                .SingleOrDefaultAsync(t => t.PatientId == to.PatientId && t.EndedAt == null, cancellationToken);
            foreach (
                var turn in await db.Set<MessageTurn>().Where(t => t.PatientId == from && t.EndedAt == null).ToListAsync(cancellationToken)
            )
            {
                var next = turn.GoOn(Guid.CreateVersion7(), to, step.At, step.By);
                if (waits is null)
                    db.Add(next);
                else
                    waits.TakeIn(next);
            }
        }
    );
}

/// <summary>That a message was written, without it.</summary>
internal sealed record MessageMark(DateTime At, Role From);
