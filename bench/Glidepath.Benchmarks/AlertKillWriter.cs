using Glidepath.Application.Monitoring;
using Glidepath.Storage;
using Glidepath.Storage.Monitoring;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Glidepath.Benchmarks;

/// <summary>Where a node kills itself.</summary>
internal enum AlertKillPoint
{
    /// <summary>The entry is committed, and no step was taken.</summary>
    AfterWrite,

    /// <summary>A message is claimed, and not sent.</summary>
    AfterClaim,

    /// <summary>The receiver has it, and has not answered.</summary>
    AfterSend,

    /// <summary>The receiver answered, and the message is not marked as sent.</summary>
    BeforeAcknowledgement,
}

/// <summary>
/// A node that opens alerts, takes their steps and sends their messages, and kills itself at a point of it. It says "o ID" once an alert is
/// committed; "s KEY" is a message at the receiver, who is whoever reads this.
/// </summary>
internal sealed class AlertKillWriter : IAlertChannel
{
    private readonly TextWriter _output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
    private readonly AlertKillPoint? _point;
    private int _left;

    private AlertKillWriter(AlertKillPoint? point, int times) => (_point, _left) = (point, times);

    public OutboxChannel Channel => OutboxChannel.Webhook;

    public bool IsConfigured => true;

    /// <param name="times">It kills itself when it comes to the point so often.</param>
    public static async Task<int> RunAsync(string folder, AlertKillPoint? point, int times)
    {
        var node = new AlertKillWriter(point, times);
        var postgres = Environment.GetEnvironmentVariable("ConnectionStrings__Glidepath");
        var store = await BenchStore.OpenAsync(new StoreLocation(folder, postgres is { Length: > 0 } ? postgres : null));
        var options = new Always(new AlertingOptions());
        var engine = new AlertEngine(store, [node], options, NullLogger<AlertEngine>.Instance);
        var sender = new AlertSender(store, [node], NullLogger<AlertSender>.Instance);
        await node._output.WriteLineAsync("ready");
        if (point is null)
        {
            // What is left of all kills: a claim of a node that is gone ends after half a minute. Steps that come due meanwhile are not
            // taken: nobody answers here, and they would come for ever.
            await engine.EscalateAsync(default);
            for (var quiet = 0; quiet < 40; quiet++)
                quiet = await sender.SendAsync(default) > 0 ? 0 : await OneSecondAsync(quiet);
            return 0;
        }
        while (true)
        {
            await node.OpenAsync(store);
            await engine.EscalateAsync(default);
            await sender.SendAsync(default);
        }

        static async Task<int> OneSecondAsync(int quiet)
        {
            await Task.Delay(1_000);
            return quiet;
        }
    }

    public async Task<string?> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        Reach(AlertKillPoint.AfterClaim);
        await _output.WriteLineAsync($"s {message.Id}");
        Reach(AlertKillPoint.AfterSend);
        await Task.Yield();
        Reach(AlertKillPoint.BeforeAcknowledgement);
        return null;
    }

    private async Task OpenAsync(Store store)
    {
        var id = await store.Records.RunAsync(
            MadeUpPatients.Actor,
            new AuditEntry(AuditAction.Create, nameof(Alert)),
            db =>
            {
                var patient = MadeUpPatients.Patient(Guid.CreateVersion7(), 1);
                var now = store.Clock.GetUtcNow().UtcDateTime;
                db.Grant(patient.Id, AccessAction.Write, DataClass.Demographics, DataClass.PresenceInTreatment, DataClass.CheckIns);
                var (episode, move) = EpisodeOfCare.Open(
                    Guid.CreateVersion7(),
                    patient.Id,
                    store.Today,
                    new MoveEntry(Guid.CreateVersion7(), now, Guid.Empty, store.Zone)
                );
                var alert = Alert.Open(
                    episode,
                    new(AlertCause.DangerSign, AlertLevel.Red, "Seizure", Guid.Empty),
                    new(Guid.CreateVersion7(), now, Guid.Empty),
                    isSeen: false,
                    store.Zone
                );
                db.AddRange(patient, episode, move, alert);
                return Task.FromResult(alert.Id);
            },
            CancellationToken.None
        );
        await _output.WriteLineAsync($"o {id}");
        Reach(AlertKillPoint.AfterWrite);
    }

    // SIGKILL: nothing of this process runs after it.
    private void Reach(AlertKillPoint here)
    {
        if (_point == here && Interlocked.Decrement(ref _left) == 0)
            System.Diagnostics.Process.GetCurrentProcess().Kill();
    }

    private sealed class Always(AlertingOptions value) : IOptionsMonitor<AlertingOptions>
    {
        public AlertingOptions CurrentValue => value;

        public AlertingOptions Get(string? name) => value;

        public IDisposable? OnChange(Action<AlertingOptions, string?> listener) => null;
    }
}
