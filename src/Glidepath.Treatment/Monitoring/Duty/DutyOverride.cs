using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Monitoring;

/// <summary>An override as it is asked for. Days and times are those of the program.</summary>
/// <param name="AccountId">Who takes the duty; null for nobody.</param>
public sealed record OverrideTerms(
    DutyRole Role,
    DateOnly FromDay,
    TimeOnly FromTime,
    DateOnly ToDay,
    TimeOnly ToTime,
    Guid? AccountId,
    string? Why
);

/// <summary>
/// Somebody else, or nobody, has a duty for a time, whatever the rotation says. The newest one entered holds. It is taken back, never
/// deleted, and what was before stays as it was.
/// </summary>
public sealed class DutyOverride : IVersioned
{
    public const int MostDays = 14;

    private DutyOverride() { }

    public Guid Id { get; private set; }

    public DutyRole Role { get; private set; }

    public DateOnly FromDay { get; private set; }

    public TimeOnly FromTime { get; private set; }

    public DateOnly ToDay { get; private set; }

    public TimeOnly ToTime { get; private set; }

    public Guid? AccountId { get; private set; }

    [Encrypted]
    public string Why { get; private set; } = "";

    /// <summary>UTC. Before it was entered it changed nothing.</summary>
    public DateTime EnteredAt { get; private set; }

    public Guid EnteredBy { get; private set; }

    /// <summary>UTC. Since then it changes nothing any more; null where it holds.</summary>
    public DateTime? TakenBackAt { get; private set; }

    public Guid? TakenBackBy { get; private set; }

    public Guid Version { get; private set; }

    /// <param name="roster">As it stands without this one.</param>
    /// <exception cref="RuleViolationException"><c>duty.override.…</c></exception>
    public static DutyOverride Enter(Guid id, OverrideTerms terms, DutyRoster roster, DateTime now, Actor by)
    {
        var (from, to) = (terms.FromDay.ToDateTime(terms.FromTime), terms.ToDay.ToDateTime(terms.ToTime));
        if (to <= from)
            throw new RuleViolationException("duty.override.order");
        if (to - from > TimeSpan.FromDays(MostDays))
            throw new RuleViolationException("duty.override.long", ("most", MostDays));
        var made = new DutyOverride
        {
            Id = id,
            Role = terms.Role,
            FromDay = terms.FromDay,
            FromTime = new(terms.FromTime.Hour, terms.FromTime.Minute),
            ToDay = terms.ToDay,
            ToTime = new(terms.ToTime.Hour, terms.ToTime.Minute),
            AccountId = terms.AccountId,
            EnteredAt = Required.Utc(now),
            EnteredBy = by.AccountId,
        };
        if (made.EndsAt(roster.Zone) <= now)
            throw new RuleViolationException("duty.override.past");
        if (LocalDay.Of(now, roster.Zone).AddYears(1) is var last && made.FromDay > last)
            throw new RuleViolationException("duty.override.far", ("last", last));
        if (made.AccountId is { } account && !roster.IsAble(made.Role, account))
            throw new RuleViolationException("duty.override.unable");
        made.MustBeAllowed(by, roster);
        made.Why = Recorded.Required(terms.Why?.ReplaceLineEndings(" "), "duty.override.why");
        return made;
    }

    /// <summary>By who entered it, or a director.</summary>
    /// <exception cref="RuleViolationException"><c>duty.override.…</c></exception>
    public void TakeBack(TimeZoneInfo zone, DateTime now, Actor by)
    {
        if (TakenBackAt is not null)
            throw new RuleViolationException("duty.override.taken-back");
        if (EndsAt(zone) <= now)
            throw new RuleViolationException("duty.override.over");
        if (!MayTakeBack(by))
            throw new RuleViolationException("duty.override.entered-by");
        (TakenBackAt, TakenBackBy) = (Required.Utc(now), by.AccountId);
    }

    public bool MayTakeBack(Actor actor) => actor.Role is Privacy.Role.Director || actor.AccountId == EnteredBy;

    public DateTime StartsAt(TimeZoneInfo zone) => LocalTime.FirstInstantOf(FromDay, FromTime, zone);

    public DateTime EndsAt(TimeZoneInfo zone) => LocalTime.FirstInstantOf(ToDay, ToTime, zone);

    /// <summary>A director enters any. A nurse or prescriber takes a shift of their own duty, or gives one that is theirs to a
    /// colleague.</summary>
    private void MustBeAllowed(Actor by, DutyRoster roster)
    {
        if (by.Role is Privacy.Role.Director || (by.Role == Role.Needs() && AccountId == by.AccountId))
            return;
        if (by.Role != Role.Needs())
            throw new RuleViolationException("duty.override.role");
        if (AccountId is null)
            throw new RuleViolationException("duty.override.nobody");
        var (from, to) = (StartsAt(roster.Zone), EndsAt(roster.Zone));
        if (!roster.Stretches(Role, from, to).All(s => s.AccountId == by.AccountId))
            throw new RuleViolationException("duty.override.not-yours");
    }
}
