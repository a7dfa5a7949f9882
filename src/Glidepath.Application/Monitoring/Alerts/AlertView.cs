using Glidepath.Application.Patients;
using Glidepath.Storage.Monitoring;
using Glidepath.Treatment.Monitoring;

namespace Glidepath.Application.Monitoring;

/// <summary>One line of the rail of an alert.</summary>
/// <param name="IsSent">Outside the program: the last way took it; null where nothing was to be sent.</param>
public sealed record RailLine(AlertEvent Event, bool? IsSent);

/// <param name="Lines">The oldest first.</param>
public sealed record AlertRow(PatientHead Who, Alert Alert, IReadOnlyList<RailLine> Lines)
{
    /// <summary>By the approved version; null where none is in force, or who looks may not see it.</summary>
    public DoseTodayView? Dose { get; init; }
}

/// <param name="OpenStep">The safety step that waits, of an alert about suicide.</param>
/// <param name="IsCovering">The actor sees it as who is on duty, and is not on the care team.</param>
public sealed record AlertView(AlertRow Row, IReadOnlyDictionary<Guid, string> Names, Guid? OpenStep, bool IsCovering)
{
    public bool MayAct { get; init; }
}

public sealed record PatientAlertsView(PatientHead Head, IReadOnlyList<AlertRow> Rows, IReadOnlyDictionary<Guid, string> Names);

/// <summary>Events of several alerts, with what was sent for each.</summary>
internal sealed class AlertLines(IReadOnlyCollection<AlertEvent> events, IReadOnlyCollection<OutboxMessage> sent)
{
    private readonly ILookup<Guid, AlertEvent> _events = events.ToLookup(e => e.AlertId);

    private readonly ILookup<Guid, OutboxMessage> _sent = sent.ToLookup(m => m.EventId);

    public IEnumerable<Guid> Accounts =>
        events.Select(e => e.RecordedBy).Concat(events.Select(e => e.ToldAccountId).OfType<Guid>()).Where(id => id != Guid.Empty);

    public IReadOnlyList<RailLine> Of(Alert alert) =>
        [
            .. _events[alert.Id]
                .OrderBy(e => e.RecordedAt)
                .ThenBy(e => e.Id)
                .Select(e => new RailLine(e, _sent[e.Id].Any() ? _sent[e.Id].Any(m => m.SentAt is not null) : null)),
        ];
}
