using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Messages;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Messages;

/// <summary>Messages for other software.</summary>
internal static class MessagesEndpoints
{
    public static void MapMessagesApi(this WebApplication app)
    {
        var api = app.MapJson("/api/patients/{id:guid}/messages", "Messages");
        api.MapGet(
                "",
                async (Guid id, MessagesService s, CancellationToken stop) =>
                    Found(await s.ThreadAsync(id, stop) is { } view ? SentThread.Of(view) : null)
            )
            .WithName("Messages")
            .WithSummary("The thread of a person, the oldest message first, and who on the team has what waits.")
            .Reads(Policies.ClinicianOrPatient);
        Post<MessagesService, SendMessage>(
            api,
            "",
            "SendMessage",
            Policies.ClinicianOrPatient,
            (s, id, b, once, _, stop) => s.SendAsync(id, b.Text, once, stop)
        );
        Put<MessagesService, SendMessage>(
            api,
            "/turns/{entry:guid}/answer",
            "AnswerMessage",
            Policies.Clinician,
            (s, id, e, b, v, stop) => s.AnswerAsync(id, e, b.Text, v, stop),
            OneAsync
        );
        Put<MessagesService, ClaimMessage>(
            api,
            "/turns/{entry:guid}/claim",
            "ClaimMessage",
            Policies.Clinician,
            (s, id, e, b, v, stop) => b.IsMine ? s.ClaimAsync(id, e, v, stop) : s.HandBackAsync(id, e, v, stop),
            OneAsync
        );
        Put<MessagesService, CloseMessage>(
            api,
            "/turns/{entry:guid}/closed",
            "CloseMessage",
            Policies.Clinician,
            (s, id, e, b, v, stop) => s.CloseAsync(id, e, b.Done, v, stop),
            OneAsync
        );
        app.MapJson("/api/messages", "Messages")
            .MapGet("", async (MessageInbox s, CancellationToken stop) => Results.Ok(SentInbox.Of(await s.ListAsync(stop))))
            .WithName("MessagesWaiting")
            .WithSummary("Messages of people whom the caller treats: those that wait and those that ended in the last 7 days.")
            .Produces<IReadOnlyList<SentInbox>>()
            .Reads(Policies.Clinician);
    }

    private static async Task<object?> OneAsync(MessagesService service, Guid id, Guid entry, CancellationToken stop) =>
        await service.ThreadAsync(id, stop) is { } view && view.Turns.FirstOrDefault(t => t.Id == entry) is { } turn
            ? SentMessageTurn.Of(turn)
            : null;
}

/// <param name="Turns">At most one is open.</param>
/// <param name="NextReading">By when a message that is sent now is read, UTC.</param>
public sealed record SentThread(IReadOnlyList<SentMessage> Messages, IReadOnlyList<SentMessageTurn> Turns, DateTime NextReading)
{
    internal static SentThread Of(MessagesView view) =>
        new(
            [
                .. view.All.Select(m => new SentMessage(
                    m.Id,
                    m.From,
                    m.Text,
                    m.TurnId,
                    m.RecordedAt,
                    m.RecordedBy,
                    view.NameOf(m.RecordedBy),
                    view.ReadOf(m)?.At
                )),
            ],
            [.. view.Turns.Select(SentMessageTurn.Of)],
            view.NextReading
        );
}

/// <param name="From">As what it was written.</param>
/// <param name="TurnId">The turn that it waits in or answers.</param>
/// <param name="ReadAt">When someone on the team had it before them first, UTC; null where nobody did, and of messages of the team.</param>
public sealed record SentMessage(
    Guid Id,
    Role From,
    string Text,
    Guid? TurnId,
    DateTime RecordedAt,
    Guid RecordedBy,
    string WrittenBy,
    DateTime? ReadAt
);

/// <param name="PromisedFor">By when someone reads it, as the patient was told, UTC.</param>
/// <param name="Done">What was done in place of an answer.</param>
public sealed record SentMessageTurn(
    Guid Id,
    Guid Version,
    MessageState State,
    DateTime OpenedAt,
    DateTime PromisedFor,
    Guid? ClaimedBy,
    DateTime? EndedAt,
    Guid? EndedBy,
    string? Done
)
{
    internal static SentMessageTurn Of(MessageTurn turn) =>
        new(turn.Id, turn.Version, turn.State, turn.OpenedAt, turn.PromisedFor, turn.ClaimedBy, turn.EndedAt, turn.EndedBy, turn.Done);
}

/// <summary>One that waits, or ended lately, without a word of it.</summary>
public sealed record SentInbox(Guid PatientId, string Name, string RecordNumber, SentMessageTurn Turn)
{
    internal static IReadOnlyList<SentInbox> Of(MessageInboxView view) =>
        [
            .. view.Lines.Select(l => new SentInbox(
                l.Who.Id,
                l.Who.DisplayName,
                l.Who.RecordNumber,
                SentMessageTurn.Of(l.Turn) with
                {
                    Done = null,
                }
            )),
        ];
}

[ValidatableType]
public sealed record SendMessage([property: StringLength(Message.Longest, MinimumLength = 1)] string Text);

/// <param name="IsMine">False to hand it back to the team.</param>
[ValidatableType]
public sealed record ClaimMessage(bool IsMine);

/// <param name="Done">What was done in place of an answer; the patient reads it.</param>
[ValidatableType]
public sealed record CloseMessage([property: StringLength(1000, MinimumLength = 1)] string Done);
