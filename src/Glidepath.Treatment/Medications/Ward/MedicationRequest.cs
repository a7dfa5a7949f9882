using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Medications;

public enum OrderStatus
{
    Active,
    Stopped,
    EnteredInError,
}

/// <summary>
/// An order of a prescriber for medicine that staff give on the ward (HL7 FHIR <c>MedicationRequest</c>). It is changed by its end and
/// another that stands for it, so that what was ordered at any earlier time can be read.
/// </summary>
[RecordOf(DataClass.Medications)]
public sealed class MedicationRequest : IPatientRecord, IVersioned
{
    private const int LongestWhy = 1_000;

    /// <summary>An order may begin this long before it is written: what was said aloud is written down soon.</summary>
    private static readonly TimeSpan MostBack = TimeSpan.FromHours(1);

    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(14);

    private MedicationRequest() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    public OrderStatus Status { get; private set; }

    /// <summary>Read <see cref="Details"/>.</summary>
    [Encrypted]
    public string DetailsJson { get; private set; } = "";

    /// <summary>UTC. The first dose is the first at this time or after it.</summary>
    public DateTime StartsAt { get; private set; }

    /// <summary>UTC. No dose is due at this time or after it, as it was ordered; null where somebody stops it.</summary>
    public DateTime? StopsAt { get; private set; }

    /// <summary>UTC. When somebody stopped it. A dose that was due before then is still decided on.</summary>
    public DateTime? StoppedAt { get; private set; }

    public Guid? StoppedBy { get; private set; }

    [Encrypted]
    public string? WhyStopped { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime OrderedAt { get; private set; }

    public Guid OrderedBy { get; private set; }

    /// <summary>The order that this one stands for; null for none.</summary>
    public Guid? ReplacesId { get; private set; }

    public OrderDetails Details => Recorded.Read(DetailsJson, new OrderDetails("", "", [], MedicationRoute.Oral, ""));

    /// <summary>The first instant at which nothing of it is due any more; null where that is open.</summary>
    public DateTime? EndsAt => StoppedAt is { } stopped && (StopsAt is null || stopped < StopsAt) ? stopped : StopsAt;

    public bool IsInForce(DateTime at) => Status is not OrderStatus.EnteredInError && at >= StartsAt && !(EndsAt <= at);

    /// <exception cref="RuleViolationException"><c>order.…</c></exception>
    public static MedicationRequest Order(
        Guid id,
        EpisodeOfCare episode,
        OrderDetails details,
        DateTime startsAt,
        DateTime? stopsAt,
        Entry by
    )
    {
        if (!episode.IsOpen)
            throw new RuleViolationException("order.episode-closed");
        var (starts, now) = (Recorded.Utc(startsAt), Recorded.Utc(by.RecordedAt));
        if (starts < now - MostBack || starts > now + MostAhead)
            throw new RuleViolationException("order.starts", ("hours", MostBack.TotalHours), ("days", MostAhead.TotalDays));
        if (stopsAt is { } stops && Recorded.Utc(stops) <= starts)
            throw new RuleViolationException("order.stops");
        var told = details.Checked();
        if (told is { Benzodiazepine: not null, AsNeeded: not null } && !(stopsAt <= starts.AddDays(OrderDetails.MostRescueDays)))
            throw new RuleViolationException("order.rescue-days", ("most", OrderDetails.MostRescueDays));
        return new()
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            DetailsJson = Recorded.Json(told),
            StartsAt = starts,
            StopsAt = stopsAt,
            OrderedAt = now,
            OrderedBy = by.RecordedBy,
        };
    }

    /// <summary>Something about it is otherwise from now on.</summary>
    /// <returns>The order that stands for this one.</returns>
    public MedicationRequest Replace(
        Guid id,
        EpisodeOfCare episode,
        OrderDetails details,
        DateTime startsAt,
        DateTime? stopsAt,
        string? why,
        Entry by
    )
    {
        var next = Order(id, episode, details, startsAt, stopsAt, by);
        if (Recorded.Json(next.Details) == DetailsJson && next.StopsAt == StopsAt)
            throw new RuleViolationException("order.change.nothing");
        Stop(why, next.StartsAt > by.RecordedAt ? next.StartsAt : by.RecordedAt, by);
        next.ReplacesId = Id;
        return next;
    }

    /// <param name="at">UTC. From when on nothing is due; not before now, so that no dose is taken back unseen.</param>
    /// <exception cref="RuleViolationException"><c>order.not-active</c>, <c>order.stop.back</c>, or no reason.</exception>
    public void Stop(string? why, DateTime at, Entry by)
    {
        RequireActive(by.RecordedAt);
        if (Recorded.Utc(at) < by.RecordedAt)
            throw new RuleViolationException("order.stop.back");
        (Status, StoppedAt, StoppedBy) = (OrderStatus.Stopped, at, by.RecordedBy);
        WhyStopped = Recorded.Required(why, "order.why", LongestWhy);
    }

    /// <summary>It never was one. Not where a dose of it has been recorded: then it is stopped.</summary>
    public void MarkEnteredInError(string? why, bool hasDoses, Entry by)
    {
        if (Status is OrderStatus.EnteredInError)
            throw new RuleViolationException("order.error.already");
        if (hasDoses)
            throw new RuleViolationException("order.error.given");
        (Status, StoppedAt, StoppedBy) = (OrderStatus.EnteredInError, by.RecordedAt, by.RecordedBy);
        WhyStopped = Recorded.Required(why, "order.why", LongestWhy);
    }

    private void RequireActive(DateTime now)
    {
        if (Status is not OrderStatus.Active || EndsAt <= now)
            throw new RuleViolationException("order.not-active");
    }
}
