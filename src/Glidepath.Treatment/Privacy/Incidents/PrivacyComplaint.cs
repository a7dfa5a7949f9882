namespace Glidepath.Treatment.Privacy;

public enum ComplaintWay
{
    None,
    InPerson,
    Telephone,
    Letter,
    Email,

    /// <summary>Sent on by HHS, a State, or somebody else.</summary>
    SentOn,
}

/// <summary>
/// A complaint about privacy, what was found and what was done (45 CFR 164.530(a)(1)(ii) and (d); 42 CFR 2.4). Of the program and of no
/// single patient: it has no data class, and its page is the privacy officer's. Nothing deletes it.
/// </summary>
public sealed class PrivacyComplaint : IVersioned
{
    private PrivacyComplaint() { }

    public Guid Id { get; private set; }
    public DateOnly ReceivedOn { get; private set; }
    public ComplaintWay Way { get; private set; }

    /// <summary>Null where they did not say, or do not want it written down.</summary>
    [Encrypted]
    public string? From { get; private set; }

    [Encrypted]
    public string About { get; private set; } = "";

    [Encrypted]
    public string? Found { get; private set; }

    [Encrypted]
    public string? Done { get; private set; }

    public DateOnly? ClosedOn { get; private set; }
    public Guid? ClosedBy { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }
    public Guid Version { get; private set; }

    public static PrivacyComplaint Receive(
        Guid id,
        DateOnly receivedOn,
        ComplaintWay way,
        string? from,
        string? about,
        DateTime now,
        Guid by,
        TimeZoneInfo zone
    ) =>
        new()
        {
            Id = Required.Id(id, "complaint.id"),
            ReceivedOn = receivedOn <= LocalDay.Of(now, zone) ? receivedOn : throw new RuleViolationException("complaint.received"),
            Way = Required.Some(way, "complaint.way"),
            From = string.IsNullOrWhiteSpace(from) ? null : Required.Text(from, "complaint.from"),
            About = Required.Text(about, "complaint.about"),
            RecordedAt = now,
            RecordedBy = Required.Id(by, "complaint.recorded-by"),
        };

    public void Close(DateOnly on, string? found, string? done, DateTime now, Guid by, TimeZoneInfo zone)
    {
        if (ClosedOn is not null)
            throw new RuleViolationException("complaint.closed");
        if (on < ReceivedOn || on > LocalDay.Of(now, zone))
            throw new RuleViolationException("complaint.closed-on");
        (Found, Done) = (Required.Text(found, "complaint.found"), Required.Text(done, "complaint.done"));
        (ClosedOn, ClosedBy) = (on, Required.Id(by, "complaint.closed-by"));
    }
}
