using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Visits;

public enum AppointmentState
{
    Planned,
    Came,
    DidNotCome,

    /// <summary>To the visit that <see cref="Appointment.MovedToId"/> names.</summary>
    Moved,
    CalledOff,
}

/// <summary>
/// One planned visit (HL7 FHIR <c>Appointment</c>), and how it ended. What happened to it, and every correction, is an
/// <see cref="AppointmentStep"/> beside it.
/// </summary>
[RecordOf(DataClass.Appointments)]
public sealed class Appointment : IPatientRecord, IVersioned
{
    private Appointment() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    public AppointmentKind Kind { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartsAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>The clinician's account.</summary>
    public Guid WithAccountId { get; private set; }

    /// <summary>Read <see cref="Details"/>.</summary>
    [Encrypted]
    public string DetailsJson { get; private set; } = "";

    public AppointmentState State { get; private set; }

    /// <summary>The step that <see cref="State"/> comes from; a correction amends it.</summary>
    public Guid LastStepId { get; private set; }

    /// <summary>The same for a visit and all that it was moved to: one entry in a calendar.</summary>
    public Guid CalendarId { get; private set; }

    /// <summary>How often the entry in a calendar has changed (RFC 5545, SEQUENCE).</summary>
    public int Sequence { get; private set; }

    public Guid? MovedToId { get; private set; }

    /// <summary>UTC. The person did not come, and somebody has done something about it since.</summary>
    public DateTime? FollowedUpAt { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public AppointmentDetails Details => Recorded.Read(DetailsJson, new AppointmentDetails(default, default, 0));

    /// <summary>Nobody has called since the person did not come.</summary>
    public bool WaitsForFollowUp => State is AppointmentState.DidNotCome && FollowedUpAt is null;

    public static (Appointment Visit, AppointmentStep Step) Plan(
        Guid id,
        EpisodeOfCare episode,
        AppointmentKind kind,
        AppointmentDetails details,
        AppointmentWith with,
        TimeZoneInfo zone,
        Entry entry
    )
    {
        if (!episode.IsOpen)
            throw new RuleViolationException("visit.episode-closed");
        with.Checked();
        var told = details.Checked(kind, with, episode.OpenedOn, LocalDay.Of(entry.RecordedAt, zone));
        var starts = told.StartsAt(zone);
        var visit = new Appointment
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            Kind = kind,
            StartsAt = starts,
            EndsAt = starts.AddMinutes(told.Minutes),
            WithAccountId = with.AccountId,
            DetailsJson = Recorded.Json(told),
            CalendarId = id,
            RecordedAt = Recorded.Utc(entry.RecordedAt),
            RecordedBy = entry.RecordedBy,
        };
        return (visit, visit.Step(AppointmentStepKind.Planned, null, entry));
    }

    /// <summary>To another time, place, kind or clinician: this visit ends, and the next has its place in the calendar.</summary>
    /// <returns>The visit that stands for this one, and the steps of both.</returns>
    public (Appointment Next, AppointmentStep[] Steps) Move(
        Guid id,
        EpisodeOfCare episode,
        AppointmentKind kind,
        AppointmentDetails details,
        AppointmentWith with,
        TimeZoneInfo zone,
        string? why,
        Entry entry
    )
    {
        RequirePlanned();
        var reason = Recorded.Required(why, "visit.why", AppointmentStep.LongestWhy);
        var (next, planned) = Plan(id, episode, kind, details, with, zone, entry);
        if ((next.Kind, next.WithAccountId, next.Details with { WithName = "" }) == (Kind, WithAccountId, Details with { WithName = "" }))
            throw new RuleViolationException("visit.move.nothing");
        (next.CalendarId, next.Sequence) = (CalendarId, Sequence + 1);
        (State, MovedToId) = (AppointmentState.Moved, next.Id);
        return (next, [Step(AppointmentStepKind.Moved, reason, entry with { Id = Guid.CreateVersion7() }), planned]);
    }

    /// <param name="outcome">Came, did not come, or called off.</param>
    /// <param name="why">Needed unless the person came.</param>
    public AppointmentStep End(AppointmentState outcome, string? why, Entry entry)
    {
        RequirePlanned();
        return Become(outcome, Why(outcome, why), entry);
    }

    /// <summary>What was recorded is wrong: what is right, and why, stands in a step that amends the last one.</summary>
    /// <param name="to">Planned where it has not ended at all.</param>
    public AppointmentStep Correct(AppointmentState to, string? why, Entry entry)
    {
        if (State is AppointmentState.Planned or AppointmentState.Moved)
            throw new RuleViolationException("visit.correct.nothing");
        if (to == State)
            throw new RuleViolationException("visit.correct.same");
        var reason = Recorded.Required(why, "visit.why", AppointmentStep.LongestWhy);
        return Become(to, null, entry with { AmendsId = LastStepId, AmendmentReason = reason });
    }

    /// <summary>Somebody has done something about it that the person did not come.</summary>
    /// <param name="done">For example who called, and what was said.</param>
    public AppointmentStep FollowUp(string? done, Entry entry)
    {
        if (!WaitsForFollowUp)
            throw new RuleViolationException("visit.follow-up.not-open");
        var word = Recorded.Required(done, "visit.follow-up", AppointmentStep.LongestWhy);
        FollowedUpAt = Recorded.Utc(entry.RecordedAt);
        return AppointmentStep.Of(this, AppointmentStepKind.FollowedUp, word, entry);
    }

    /// <summary>Both at the same time with one clinician. A group is one visit of many.</summary>
    public bool Overlaps(AppointmentKind kind, DateTime startsAt, DateTime endsAt) =>
        StartsAt < endsAt && startsAt < EndsAt && !(kind is AppointmentKind.Group && Kind is AppointmentKind.Group && startsAt == StartsAt);

    private AppointmentStep Become(AppointmentState to, string? why, Entry entry)
    {
        var kind = to switch
        {
            AppointmentState.Came => AppointmentStepKind.Came,
            AppointmentState.DidNotCome => AppointmentStepKind.DidNotCome,
            AppointmentState.CalledOff => AppointmentStepKind.CalledOff,
            AppointmentState.Planned => AppointmentStepKind.OpenAgain,
            AppointmentState.Moved => throw new RuleViolationException("visit.outcome"),
        };
        if (to is AppointmentState.Came or AppointmentState.DidNotCome && Recorded.Utc(entry.RecordedAt) < StartsAt)
            throw new RuleViolationException("visit.outcome.early");
        // A calendar is told when a visit is called off, and when it is not after all.
        if ((State is AppointmentState.CalledOff) != (to is AppointmentState.CalledOff))
            Sequence++;
        (State, FollowedUpAt) = (to, null);
        return Step(kind, why, entry);
    }

    private static string? Why(AppointmentState outcome, string? why) =>
        outcome is AppointmentState.Came
            ? Recorded.Optional(why, "visit.why", AppointmentStep.LongestWhy)
            : Recorded.Required(why, "visit.why", AppointmentStep.LongestWhy);

    private AppointmentStep Step(AppointmentStepKind kind, string? why, Entry entry)
    {
        var step = AppointmentStep.Of(this, kind, why, entry);
        LastStepId = step.Id;
        return step;
    }

    private void RequirePlanned()
    {
        if (State is not AppointmentState.Planned)
            throw new RuleViolationException("visit.ended");
    }
}
