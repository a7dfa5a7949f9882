using Microsoft.Extensions.Options;

namespace Glidepath.Application.Monitoring;

/// <summary>Whether alerts are being sent from this node, for every page that shows it: nothing is read for it.</summary>
internal sealed class AlertPulse(TimeProvider clock, IOptionsMonitor<AlertingOptions> options)
{
    /// <summary>After so long without a round alerts are not being sent: a monitor outside and the pages say so.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(60);

    private readonly DateTime _startedAt = clock.GetUtcNow().UtcDateTime;
    private long _roundTicks;

    /// <summary>UTC. The end of the last round that went well; null before the first.</summary>
    public DateTime? LastRound => Interlocked.Read(ref _roundTicks) is > 0 and var ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;

    /// <summary>Counted from the start of the host where no round has gone well yet. Of a node that only serves pages, never.</summary>
    public bool IsLate => options.CurrentValue.Rounds && clock.GetUtcNow().UtcDateTime - (LastRound ?? _startedAt) > LateAfter;

    /// <summary>Alerts whose step cannot be taken on this node.</summary>
    public int Stuck { get; private set; }

    public void Beat(DateTime at, int stuck)
    {
        Stuck = stuck;
        Interlocked.Exchange(ref _roundTicks, at.Ticks);
    }
}
