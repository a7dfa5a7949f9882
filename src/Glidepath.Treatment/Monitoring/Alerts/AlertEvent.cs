using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Monitoring;

public enum AlertEventKind
{
    Opened,

    /// <summary>The same again, or something else of the same cause.</summary>
    CameAgain,

    /// <summary>Someone on duty, or the director, was told.</summary>
    Told,

    /// <summary>Nobody was there to be told: no one is on duty.</summary>
    NobodyToTell,

    /// <summary>Who is on duty may not open what the alert shows, and was not told.</summary>
    MayNotOpen,

    Acknowledged,

    /// <summary>Tried, and the person was not reached.</summary>
    NotReached,

    /// <summary>What was done.</summary>
    Acted,

    Closed,
}

/// <summary>One line of what became of an alert: what happened, when, to whom.</summary>
[RecordOf(DataClass.CheckIns)]
public sealed class AlertEvent : IPatientRecord, IAppendOnly
{
    private AlertEvent() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid AlertId { get; private set; }

    public AlertEventKind Kind { get; private set; }

    /// <summary>Which step it was; null for all but being told.</summary>
    public AlertTo? To { get; private set; }

    /// <summary>Who was told; null for all but that.</summary>
    public Guid? ToldAccountId { get; private set; }

    [Encrypted]
    public string? Note { get; private set; }

    /// <summary>Always null: what happened happened.</summary>
    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>The account; <see cref="Guid.Empty"/> where the program did it.</summary>
    public Guid RecordedBy { get; private set; }

    /// <exception cref="RuleViolationException"><c>alert.note.missing</c>: of a try and of what was done.</exception>
    public static AlertEvent Of(Alert alert, AlertEventKind kind, Entry entry, string? note = null)
    {
        entry = entry.Checked();
        return new()
        {
            Id = entry.Id,
            PatientId = alert.PatientId,
            AlertId = alert.Id,
            Kind = kind,
            Note = kind is AlertEventKind.NotReached or AlertEventKind.Acted
                ? Recorded.Required(note, "alert.note", 2_000)
                : Recorded.Optional(note, "alert.note", 2_000),
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }

    /// <param name="kind">Told, or why nobody was.</param>
    /// <param name="account">Null for nobody.</param>
    public static AlertEvent OfStep(Alert alert, AlertEventKind kind, AlertTo to, Guid? account, Guid id, DateTime at)
    {
        var told = Of(alert, kind, new Entry(id, at, Guid.Empty));
        (told.To, told.ToldAccountId) = (to, account);
        return told;
    }
}
