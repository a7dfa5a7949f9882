using Glidepath.Storage;
using Glidepath.Storage.Monitoring;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>
/// Sends what waits in the outbox. A message is claimed for a short time before it is sent, so that two nodes do not both send it; a node
/// that goes in between leaves it to another, and the receiver can tell a repeat by its key.
/// </summary>
internal sealed partial class AlertSender(Store store, IEnumerable<IAlertChannel> channels, ILogger<AlertSender> log)
{
    private const int AtATime = 20;

    /// <summary>Longer than any channel waits for an answer.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(30);

    // After the first, second, … failure; the last for all that follow, until it is not needed any more.
    private static readonly TimeSpan[] TriesAgain =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
    ];

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    /// <returns>How many a receiver took.</returns>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        // One way that does not answer keeps no other waiting.
        var sent = await Task.WhenAll(Enum.GetValues<OutboxChannel>().Select(c => SendAsync(c, cancellationToken)));
        return sent.Sum();
    }

    private async Task<int> SendAsync(OutboxChannel channel, CancellationToken cancellationToken)
    {
        var (now, sent) = (Now, 0);
        List<OutboxMessage> due;
        await using (var db = store.CreateDbContext())
            due = await Due(db, now)
                .AsNoTracking()
                .Where(m => m.Channel == channel)
                // What came last is the truth of now; what waits longer may be replaced by it.
                .OrderByDescending(m => m.At)
                .Take(AtATime)
                .ToListAsync(cancellationToken);
        foreach (var message in due)
            if (await IsNeededAsync(message, cancellationToken))
            {
                if (await ClaimAsync(message.Id, cancellationToken) && await SendAsync(message, cancellationToken))
                    sent++;
            }
            else
                await RetireAsync(message.Id, cancellationToken);
        return sent;
    }

    /// <summary>Not where someone has acted since, or a newer message of the same alert says the same.</summary>
    private async Task<bool> IsNeededAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        // Its first try is never put off for anything.
        if (message.Tries == 0)
            return true;
        await using (var db = store.CreateDbContext())
            if (
                await db.Outbox.AnyAsync(
                    m => m.AlertId == message.AlertId && m.Channel == message.Channel && m.At > message.At,
                    cancellationToken
                )
            )
                return false;
        return await store.Records.IsThereAsync(
            db =>
                db.Deciding<Alert>()
                    .AnyAsync(
                        a =>
                            a.Id == message.AlertId
                            && (
                                a.State == AlertState.Open
                                || a.State == AlertState.Acknowledged
                                // That it was left open is news after someone acted.
                                || a.State == AlertState.Acted && a.ActedAt < message.At
                            ),
                        cancellationToken
                    ),
            cancellationToken
        );
    }

    private async Task RetireAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        await db
            .Outbox.Where(m => m.Id == id && m.SentAt == null)
            .ExecuteUpdateAsync(
                m => m.SetProperty(x => x.NextTryAt, (DateTime?)null).SetProperty(x => x.Failure, "not-needed"),
                cancellationToken
            );
    }

    private static IQueryable<OutboxMessage> Due(GlidepathDbContext db, DateTime now) =>
        db.Outbox.Where(m => m.NextTryAt != null && m.NextTryAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil <= now));

    private async Task<bool> ClaimAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = Now;
        await using var db = store.CreateDbContext();
        return await Due(db, now)
                .Where(m => m.Id == id)
                .ExecuteUpdateAsync(
                    m => m.SetProperty(x => x.ClaimedUntil, now + Claim).SetProperty(x => x.Tries, x => x.Tries + 1),
                    cancellationToken
                ) == 1;
    }

    private async Task<bool> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var channel = channels.FirstOrDefault(c => c.Channel == message.Channel);
        var failure = channel is { IsConfigured: true } ? await TryAsync(channel, message, cancellationToken) : "not-configured";
        var now = Now;
        await using var db = store.CreateDbContext();
        var mine = db.Outbox.Where(m => m.Id == message.Id && m.SentAt == null);
        if (failure is null)
            await mine.ExecuteUpdateAsync(
                m =>
                    m.SetProperty(x => x.SentAt, now)
                        .SetProperty(x => x.NextTryAt, (DateTime?)null)
                        .SetProperty(x => x.ClaimedUntil, (DateTime?)null)
                        .SetProperty(x => x.Failure, (string?)null),
                cancellationToken
            );
        else
        {
            var next = now + TriesAgain[Math.Min(message.Tries, TriesAgain.Length - 1)];
            await mine.ExecuteUpdateAsync(
                m =>
                    m.SetProperty(x => x.NextTryAt, next)
                        .SetProperty(x => x.ClaimedUntil, (DateTime?)null)
                        .SetProperty(x => x.Failure, failure),
                cancellationToken
            );
            NotSent(log, message.Id, message.Channel, failure, next);
        }
        return failure is null;
    }

    // Whatever a receiver does must not end the round: others wait.
    private async Task<string?> TryAsync(IAlertChannel channel, OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.SendAsync(message, cancellationToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Broke(log, message.Id, message.Channel, failed);
            return "failed";
        }
    }

    [LoggerMessage(LogLevel.Error, "Message {Message} was not taken by {Channel}: {Failure}. The next try is at {Next:O}.")]
    private static partial void NotSent(ILogger log, Guid message, OutboxChannel channel, string failure, DateTime next);

    [LoggerMessage(LogLevel.Error, "Message {Message} could not be sent by {Channel}.")]
    private static partial void Broke(ILogger log, Guid message, OutboxChannel channel, Exception exception);
}
