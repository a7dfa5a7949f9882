using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Monitoring;

/// <summary>
/// Something that a person told of which someone must act, and what has become of it: open, acknowledged, acted on, closed. Until someone
/// has acted its next step is due at <see cref="NextAt"/>. Acknowledged is not closed.
/// </summary>
[RecordOf(DataClass.CheckIns)]
public sealed class Alert : IPatientRecord, IVersioned
{
    private const int LongestNote = 2_000;

    private Alert() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    public AlertCause Cause { get; private set; }

    public AlertLevel Level { get; private set; }

    public AlertState State { get; private set; }

    /// <summary>Read <see cref="Reasons"/>.</summary>
    [Encrypted]
    public string ReasonsJson { get; private set; } = "";

    public DateTime OpenedAt { get; private set; }

    /// <summary>Who told it, or entered it.</summary>
    public Guid OpenedBy { get; private set; }

    /// <summary>What the delays count from: when it opened, opened again or became heavier.</summary>
    public DateTime EscalatesFrom { get; private set; }

    public int StepsTaken { get; private set; }

    public DateTime? LastStepAt { get; private set; }

    /// <summary>UTC. When someone is told next: that it is not acted on, or not closed. Null once it is closed.</summary>
    public DateTime? NextAt { get; private set; }

    public DateTime? AcknowledgedAt { get; private set; }

    public Guid? AcknowledgedBy { get; private set; }

    public DateTime? ActedAt { get; private set; }

    /// <summary>Null too of one that was acted on before this was kept.</summary>
    public Guid? ActedBy { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    /// <summary>What was done, as whoever closed it says.</summary>
    [Encrypted]
    public string? Outcome { get; private set; }

    /// <summary>The oldest first; never empty.</summary>
    public IReadOnlyList<AlertReason> Reasons => Recorded.Read<AlertReason[]>(ReasonsJson, []);

    public bool IsOpen => State is not AlertState.Closed;

    public bool IsAcknowledged => AcknowledgedAt is not null;

    /// <summary>Someone acted, and left it open for so long that it is said to them.</summary>
    public bool IsLeftOpen(DateTime now) => State is AlertState.Acted && now - ActedAt >= EscalationPolicy.LeftOpenAfter;

    /// <summary>Who is told at the next step.</summary>
    public IReadOnlyList<AlertTo> NextTold => EscalationPolicy.Of(Level).Told(StepsTaken);

    /// <param name="isSeen">Staff entered what it rests on and have it before them: they acknowledge it by that. False where the person
    /// told it alone.</param>
    /// <param name="zone">Where the person is.</param>
    public static Alert Open(EpisodeOfCare episode, AlertAsked asked, Entry entry, bool isSeen, TimeZoneInfo zone)
    {
        entry = entry.Checked();
        var alert = new Alert
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            Cause = asked.Cause,
            Level = asked.Level,
            OpenedAt = entry.RecordedAt,
            OpenedBy = entry.RecordedBy,
        };
        alert.Add(asked, entry.RecordedAt);
        alert.Begin(entry, isSeen, zone);
        return alert;
    }

    /// <summary>
    /// The same again, or something else of the same cause. One that someone has in hand, or that became heavier, begins anew: what was
    /// done was done before this came.
    /// </summary>
    /// <exception cref="RuleViolationException"><c>alert.closed</c>, <c>alert.cause</c></exception>
    public void Again(AlertAsked asked, Entry entry, bool isSeen, TimeZoneInfo zone)
    {
        RequireOpen();
        if (asked.Cause != Cause)
            throw new RuleViolationException("alert.cause");
        Add(asked, entry.RecordedAt);
        var isHeavier = asked.Level > Level;
        if (isHeavier)
            Level = asked.Level;
        if (isHeavier || State is not AlertState.Open)
            Begin(entry, isSeen, zone);
    }

    /// <summary>Someone saw it and has it in hand.</summary>
    /// <exception cref="RuleViolationException"><c>alert.closed</c>, <c>alert.acknowledged</c></exception>
    public void Acknowledge(DateTime at, Guid by, TimeZoneInfo zone)
    {
        RequireOpen();
        if (State is not AlertState.Open)
            throw new RuleViolationException("alert.acknowledged");
        (State, AcknowledgedAt, AcknowledgedBy) = (AlertState.Acknowledged, Recorded.Utc(at), by);
        StepsTaken = EscalationPolicy.Of(Level).First(StepsTaken, true);
        PlanNext(zone);
    }

    /// <summary>Someone tried, and did not reach the person: it is theirs, and the escalation continues.</summary>
    /// <exception cref="RuleViolationException"><c>alert.closed</c></exception>
    public void Try(DateTime at, Guid by, TimeZoneInfo zone)
    {
        RequireOpen();
        if (State is AlertState.Open)
            Acknowledge(at, by, zone);
    }

    /// <summary>What was done reached the person. Nobody more is told, unless it stays open.</summary>
    /// <exception cref="RuleViolationException"><c>alert.closed</c></exception>
    public void Act(DateTime at, Guid by, TimeZoneInfo zone)
    {
        RequireOpen();
        if (!IsAcknowledged)
            (AcknowledgedAt, AcknowledgedBy) = (Recorded.Utc(at), by);
        (State, ActedAt, ActedBy) = (AlertState.Acted, Recorded.Utc(at), by);
        StepsTaken = EscalationPolicy.Of(Level).First(StepsTaken, true);
        NextAt = EscalationPolicy.Of(Level).RemindAt(at, zone);
    }

    /// <exception cref="RuleViolationException"><c>alert.closed</c>, <c>alert.outcome.missing</c>, <c>alert.close.not-acted</c>: nobody
    /// has reached the person yet.</exception>
    public void Close(string? outcome, DateTime at, Guid by)
    {
        RequireOpen();
        if (State is not AlertState.Acted)
            throw new RuleViolationException("alert.close.not-acted");
        var text = Recorded.Required(outcome, "alert.outcome", LongestNote);
        (State, Outcome, ClosedAt, ClosedBy, NextAt) = (AlertState.Closed, text, Recorded.Utc(at), by, null);
    }

    /// <summary>A step was taken: these were told.</summary>
    /// <exception cref="InvalidOperationException">None is due.</exception>
    public void Step(DateTime at, TimeZoneInfo zone) => Advance(at, zone, null);

    /// <summary>Nobody is there to be told at this step, so that the next does not wait. Past the last, it is tried again soon.</summary>
    /// <exception cref="InvalidOperationException">None is due.</exception>
    public void Pass(DateTime at, TimeZoneInfo zone) => Advance(at, zone, EscalationPolicy.RetryWithNobody);

    /// <summary>A shift began: who is on duty now was told too. No step is taken by it.</summary>
    /// <exception cref="RuleViolationException"><c>alert.closed</c></exception>
    public void HandOver(DateTime at)
    {
        RequireOpen();
        LastStepAt = Recorded.Utc(at);
    }

    /// <param name="retry">Null where someone was told.</param>
    private void Advance(DateTime at, TimeZoneInfo zone, TimeSpan? retry)
    {
        if (NextAt is not { } due || due > at)
            throw new InvalidOperationException("No step is due.");
        var (policy, told) = (EscalationPolicy.Of(Level), NextTold);
        LastStepAt = Recorded.Utc(at);
        if (State is AlertState.Acted)
        {
            StepsTaken = policy.First(StepsTaken + 1, true);
            NextAt = retry is null ? policy.RemindAt(at, zone) : QuietHours.After(at + EscalationPolicy.LeftOpenAfter, zone);
            return;
        }
        do
        {
            StepsTaken = policy.First(StepsTaken + 1, IsAcknowledged);
            PlanNext(zone);
            if (
                retry is { } wait
                && (StepsTaken < policy.Steps.Count ? at : policy.Quiet(at + wait, zone)) is var soonest
                && NextAt > soonest
            )
                NextAt = soonest;
            // What is due already to the same, after a time without the engine or with nobody there, would only be said twice.
        } while (StepsTaken < policy.Steps.Count && NextAt <= at && told.SequenceEqual(NextTold));
    }

    private void Begin(Entry entry, bool isSeen, TimeZoneInfo zone)
    {
        (State, EscalatesFrom, StepsTaken, LastStepAt) = (AlertState.Open, entry.RecordedAt, 0, null);
        (AcknowledgedAt, AcknowledgedBy, ActedAt, ActedBy) = (null, null, null, null);
        PlanNext(zone);
        if (isSeen)
            Acknowledge(entry.RecordedAt, entry.RecordedBy, zone);
    }

    private void Add(AlertAsked asked, DateTime at) =>
        ReasonsJson = Recorded.Json(
            Reasons.Append(new AlertReason(Recorded.Utc(at), Recorded.Required(asked.Said, "alert.said"), asked.From)).ToArray()
        );

    private void PlanNext(TimeZoneInfo zone) =>
        NextAt = EscalationPolicy
            .Of(Level)
            .Due(StepsTaken, IsAcknowledged, AcknowledgedAt ?? EscalatesFrom, LastStepAt ?? EscalatesFrom, zone);

    private void RequireOpen()
    {
        if (!IsOpen)
            throw new RuleViolationException("alert.closed");
    }
}
