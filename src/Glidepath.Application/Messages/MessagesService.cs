using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Messages;

/// <summary>The thread of one person: what the patient and the care team write, and who on the team has what waits.</summary>
internal sealed class MessagesService(
    Store store,
    RecordAccess access,
    CurrentActor who,
    ITaskBook tasks,
    IAlertBook alerts,
    IOptionsMonitor<MessagesOptions> options
) : PatientSubject(store, access, who)
{
    private const int MostTries = 4;

    public Task<MessagesView?> ThreadAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Messages],
            async (db, head) =>
            {
                var records = await ReadableAsync(db, patientId, [DataClass.Messages], cancellationToken);
                var all = await db.Set<Message>().AsNoTracking().Where(m => records.Contains(m.PatientId)).ToListAsync(cancellationToken);
                var turns = await db.Set<MessageTurn>()
                    .AsNoTracking()
                    .Where(t => records.Contains(t.PatientId))
                    .ToListAsync(cancellationToken);
                var may = await Access.AllowedAsync(db, Actor, patientId, Write, [DataClass.Messages], cancellationToken);
                var accounts = all.Select(m => m.RecordedBy).Concat(turns.SelectMany(t => t.Steps.Select(s => s.By)));
                return new MessagesView(
                    head,
                    Now,
                    [.. all.OrderBy(m => m.RecordedAt).ThenBy(m => m.Id)],
                    [.. turns.OrderBy(t => t.OpenedAt).ThenBy(t => t.Id)],
                    options.CurrentValue.Hours.EndOfNext(Now, Store.Zone),
                    await NamesAsync(db, accounts, cancellationToken)
                )
                {
                    IsRead = await MessageTeam.IsThereAsync(db, patientId, Now, cancellationToken),
                    MayWrite = may.Contains(DataClass.Messages),
                };
            },
            cancellationToken
        );

    /// <summary>Of the patient, it begins a turn of the team or is added to the one that is open; of staff, it answers nothing.</summary>
    /// <exception cref="RuleViolationException"><c>message.text.…</c>; of the patient also <c>message.care-ended</c>,
    /// <c>message.no-team</c></exception>
    public async Task<Saved?> SendAsync(Guid patientId, string? text, Once once, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
            try
            {
                return await SendNowAsync(patientId, text, once, cancellationToken);
            }
            // Staff, or the clock, touched the thread in this moment: what a person wrote is not lost for that.
            catch (LostUpdateException) when (Actor.Role is Role.Patient && tries < MostTries) { }
    }

    private Task<Saved?> SendNowAsync(Guid patientId, string? text, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.Messages,
            once,
            async db =>
            {
                var (episode, entry) = (await EpisodeAsync(db, patientId, cancellationToken), NewEntry());
                var turn = Actor.Role is Role.Patient ? await TurnAsync(db, episode, entry, cancellationToken) : (Guid?)null;
                var message = Message.Write(episode, Actor.Role, turn, text, entry);
                db.Add(message);
                return await SavedAsync(db, message, message.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="version">Of the turn as whoever answers saw it: what the patient wrote since is read first.</param>
    public Task<Saved?> AnswerAsync(Guid patientId, Guid turnId, string? text, Guid? version, CancellationToken cancellationToken) =>
        TurnAsync(
            patientId,
            turnId,
            version ?? NoneSeen,
            async (db, turn) =>
            {
                var (episode, entry) = (await EpisodeAsync(db, patientId, cancellationToken), NewEntry());
                db.Add(Message.Write(episode, Actor.Role, turn.Id, text, entry));
                turn.Answer(entry.RecordedAt, entry.RecordedBy);
                await SettledAsync(db, turn, T["MessageWasAnswered"], entry, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="done">What was done in place of an answer.</param>
    public Task<Saved?> CloseAsync(Guid patientId, Guid turnId, string? done, Guid? version, CancellationToken cancellationToken) =>
        TurnAsync(
            patientId,
            turnId,
            version ?? NoneSeen,
            async (db, turn) =>
            {
                var entry = NewEntry();
                turn.Close(done, entry.RecordedAt, entry.RecordedBy);
                await SettledAsync(db, turn, T["MessageWasClosed"], entry, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Of two who claim it at once one has it, and the other is told who.</summary>
    public async Task<Saved?> ClaimAsync(Guid patientId, Guid turnId, Guid? version, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync();
        }
        catch (LostUpdateException) when (version is null)
        {
            // By now it stands there whose it is.
            return await OnceAsync();
        }

        Task<Saved?> OnceAsync() =>
            TurnAsync(
                patientId,
                turnId,
                version,
                (_, turn) =>
                {
                    turn.Claim(Now, Actor.AccountId);
                    return Task.CompletedTask;
                },
                cancellationToken
            );
    }

    public Task<Saved?> HandBackAsync(Guid patientId, Guid turnId, Guid? version, CancellationToken cancellationToken) =>
        TurnAsync(
            patientId,
            turnId,
            version,
            (_, turn) =>
            {
                turn.HandBack(Now, Actor.AccountId);
                return Task.CompletedTask;
            },
            cancellationToken,
            ofOthersToo: true
        );

    private Task<Saved?> TurnAsync(
        Guid patientId,
        Guid turnId,
        Guid? version,
        Func<GlidepathDbContext, MessageTurn, Task> change,
        CancellationToken cancellationToken,
        bool ofOthersToo = false
    ) =>
        ChangeAsync(
            patientId,
            DataClass.Messages,
            null,
            async db =>
            {
                var turn = await OwnAsync<MessageTurn>(db, patientId, t => t.Id == turnId, "message", cancellationToken);
                if (turn.ClaimedBy is { } holder && holder != Actor.AccountId && !ofOthersToo)
                    throw new RuleViolationException(
                        "message.claimed.by",
                        ("who", (await NamesAsync(db, [holder], cancellationToken)).GetValueOrDefault(holder, "?"))
                    );
                await change(db, Expected(turn, version));
                return await SavedAsync(db, turn, turn.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <returns>The turn that a message of the patient waits in.</returns>
    private async Task<Guid> TurnAsync(GlidepathDbContext db, EpisodeOfCare episode, Entry entry, CancellationToken cancellationToken)
    {
        if (!episode.IsOpen)
            throw new RuleViolationException("message.care-ended");
        if (!await MessageTeam.IsThereAsync(db, episode.PatientId, entry.RecordedAt, cancellationToken))
            throw new RuleViolationException("message.no-team");
        var open = await db.Set<MessageTurn>()
            .SingleOrDefaultAsync(
                t => t.PatientId == episode.PatientId && (t.State == MessageState.Waiting || t.State == MessageState.Claimed),
                cancellationToken
            );
        if (open is not null)
        {
            open.Add(entry.RecordedAt);
            return open.Id;
        }
        var turn = MessageTurn.Open(episode, options.CurrentValue.Hours, Store.Zone, entry with { Id = Guid.CreateVersion7() });
        db.Add(turn);
        return turn.Id;
    }

    /// <summary>What was asked for because nobody answered is not needed any more.</summary>
    private async Task SettledAsync(GlidepathDbContext db, MessageTurn turn, string how, Entry entry, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        // Care may have begun anew since: the task hangs on the episode of the turn.
        var episode = await db.Set<EpisodeOfCare>().SingleAsync(e => e.Id == turn.EpisodeId, cancellationToken);
        await tasks.WithdrawAsync(db, episode, TaskOrigin.Message, how, entry, cancellationToken);
        await alerts.ActAsync(db, turn.PatientId, AlertCause.UnansweredMessage, how, true, true, entry, cancellationToken);
    }
}
