using Glidepath.Application.Patients;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Messages;

/// <summary>
/// Reminds of messages that nobody answered: a task at the promised time, an alert a working day later. What is due stands in the turn, so
/// that nothing is lost with a node. Every node does it; of two that take one reminder, the version of the turn lets one.
/// </summary>
internal sealed partial class MessageRounds(
    Store store,
    ITaskBook tasks,
    IAlertBook alerts,
    IOptionsMonitor<MessagesOptions> options,
    ILogger<MessageRounds> log
) : BackgroundService
{
    /// <summary>In the words of staff, and without one of the message.</summary>
    internal const string Waits = "A message waits for an answer";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    /// <summary>One round, now.</summary>
    /// <returns>How many reminders were taken.</returns>
    public async Task<int> RoundAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var due in await DueAsync(cancellationToken))
            try
            {
                if (await RemindAsync(due, cancellationToken))
                    taken++;
            }
            catch (LostUpdateException)
            {
                // Another node took it, or someone answered in the same moment.
            }
            // One that cannot be taken keeps no other waiting, and is tried again in the next round.
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                Failed(log, due.Id, failed);
            }
        return taken;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.CurrentValue.Rounds)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed)
            {
                RoundFailed(log, failed);
            }
            await Task.Delay(Every, store.Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<List<Due>> DueAsync(CancellationToken cancellationToken)
    {
        var (now, due) = (Now, new List<Due>());
        await store.Records.IsThereAsync(
            async db =>
            {
                due = await db.Deciding<MessageTurn>()
                    .Where(t => t.NextAt != null && t.NextAt <= now)
                    .OrderBy(t => t.NextAt)
                    .Select(t => new Due(t.Id, t.PatientId))
                    .ToListAsync(cancellationToken);
                return due.Count > 0;
            },
            cancellationToken
        );
        return due;
    }

    /// <returns>False where it was not due any more.</returns>
    private Task<bool> RemindAsync(Due due, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            RequestActor.System("messages"),
            new AuditEntry(AuditAction.Update, nameof(MessageTurn), due.PatientId, due.Id, Reason: "message.remind"),
            async db =>
            {
                var now = Now;
                using var deciding = db.BeginDeciding();
                db.Grant(due.PatientId, AccessAction.Write, DataClass.Messages);
                if (
                    await db.Set<MessageTurn>().SingleOrDefaultAsync(t => t.Id == due.Id, cancellationToken) is not { NextAt: { } at } turn
                    || at > now
                )
                    return false;
                var episode = await db.Set<EpisodeOfCare>().SingleAsync(e => e.Id == turn.EpisodeId, cancellationToken);
                var entry = new Entry(Guid.CreateVersion7(), now, turn.OpenedBy);
                switch (turn.Remind(now))
                {
                    case MessageReminder.Task:
                        var owner = await MessageTeam.OwnerAsync(db, due.PatientId, turn.ClaimedBy, now, cancellationToken);
                        tasks.Add(
                            db,
                            episode,
                            new TaskDetails(T["AMessageWaits"], owner, store.DayOf(now), TaskOrigin.Message),
                            store.DayOf(now),
                            entry
                        );
                        break;
                    case MessageReminder.Alert:
                        await alerts.RaiseAsync(
                            db,
                            episode,
                            [new(AlertCause.UnansweredMessage, AlertLevel.ThisWeek, Waits, turn.Id)],
                            entry,
                            false,
                            cancellationToken
                        );
                        break;
                }
                return true;
            },
            cancellationToken
        );

    private sealed record Due(Guid Id, Guid PatientId);

    [LoggerMessage(LogLevel.Error, "The reminder of turn {Turn} of messages could not be taken. It is tried again.")]
    private static partial void Failed(ILogger log, Guid turn, Exception exception);

    [LoggerMessage(LogLevel.Error, "A round of reminders of messages failed. It is tried again.")]
    private static partial void RoundFailed(ILogger log, Exception exception);
}
