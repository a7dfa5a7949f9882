using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Monitoring;

/// <summary>A rotation as it is asked for. Days and times are those of the program.</summary>
/// <param name="Shift">Its name, such as Day or Night.</param>
/// <param name="EndsAt">The same time as the start, or an earlier one, is on the next day.</param>
/// <param name="Days">On which the shift begins.</param>
/// <param name="Until">The last day on which it begins; null for none.</param>
/// <param name="InTurn">Accounts, one after the other, and from the first again.</param>
/// <param name="EveryDays">After how many days it is the next one's turn.</param>
public sealed record RotationTerms(
    DutyRole Role,
    string? Shift,
    TimeOnly StartsAt,
    TimeOnly EndsAt,
    DutyDays Days,
    DateOnly From,
    DateOnly? Until,
    IReadOnlyList<Guid> InTurn,
    int EveryDays
);

/// <summary>
/// Who has one shift of one duty, in turn. It is changed by its end and another that begins, so that who had the duty in the past stays as
/// it was. Of the program and of no patient.
/// </summary>
public sealed class DutyRotation : IVersioned
{
    public const int LongestShift = 20,
        MostInTurn = 8,
        MostEveryDays = 28;

    private DutyRotation() { }

    public Guid Id { get; private set; }

    public DutyRole Role { get; private set; }

    [Encrypted]
    public string Shift { get; private set; } = "";

    public TimeOnly StartsAt { get; private set; }

    public TimeOnly EndsAt { get; private set; }

    public DutyDays Days { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>Read <see cref="Accounts"/>.</summary>
    public string InTurn { get; private set; } = "";

    public int EveryDays { get; private set; }

    /// <summary>UTC. Before it was entered it put nobody on duty.</summary>
    public DateTime BegunAt { get; private set; }

    public Guid BegunBy { get; private set; }

    /// <summary>UTC. When somebody set its last day; null where nobody did, or it had one from the start.</summary>
    public DateTime? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<Guid> Accounts => [.. InTurn.Split(' ').Select(Guid.Parse)];

    /// <summary>It ends on the day after, or a whole day after it starts.</summary>
    public bool IsOverMidnight => EndsAt <= StartsAt;

    /// <param name="roster">Who is on which rotation now, and who can be.</param>
    /// <param name="today">Where the program is.</param>
    /// <exception cref="RuleViolationException"><c>duty.rotation.…</c></exception>
    public static DutyRotation Begin(Guid id, RotationTerms terms, DutyRoster roster, DateOnly today, DateTime now, Actor by)
    {
        MustBeDirector(by);
        var shift = Recorded.Required(terms.Shift, "duty.rotation.shift", LongestShift);
        if (terms.Days is DutyDays.None)
            throw new RuleViolationException("duty.rotation.days");
        if (terms.From < today || terms.From > today.AddYears(1))
            throw new RuleViolationException("duty.rotation.from", ("first", today), ("last", today.AddYears(1)));
        if (terms.Until < terms.From)
            throw new RuleViolationException("duty.rotation.until", ("first", terms.From));
        if (terms.InTurn.Count is 0 or > MostInTurn)
            throw new RuleViolationException("duty.rotation.turn", ("most", MostInTurn));
        if (!terms.InTurn.All(account => roster.IsAble(terms.Role, account)))
            throw new RuleViolationException("duty.rotation.turn.unable");
        if (terms.EveryDays is < 1 or > MostEveryDays)
            throw new RuleViolationException("duty.rotation.every", ("given", terms.EveryDays), ("most", MostEveryDays));
        var made = new DutyRotation
        {
            Id = id,
            Role = terms.Role,
            Shift = shift,
            StartsAt = new(terms.StartsAt.Hour, terms.StartsAt.Minute),
            EndsAt = new(terms.EndsAt.Hour, terms.EndsAt.Minute),
            Days = terms.Days & DutyRoles.EachDay,
            From = terms.From,
            Until = terms.Until,
            InTurn = string.Join(' ', terms.InTurn),
            EveryDays = terms.EveryDays,
            BegunAt = Required.Utc(now),
            BegunBy = by.AccountId,
        };
        return roster.Rotations.Any(made.IsSameShift) ? throw new RuleViolationException("duty.rotation.twice", ("shift", shift)) : made;
    }

    /// <summary>Sets its last day, today or later. One that has not begun may end before it does.</summary>
    /// <exception cref="RuleViolationException"><c>duty.rotation.…</c></exception>
    public void End(DateOnly lastDay, DateOnly today, DateTime now, Actor by)
    {
        MustBeDirector(by);
        if (Until < today)
            throw new RuleViolationException("duty.rotation.over", ("last", Until));
        if (lastDay < today)
            throw new RuleViolationException("duty.rotation.end.past", ("first", today));
        if (lastDay >= Until)
            throw new RuleViolationException("duty.rotation.end.later", ("last", Until));
        (Until, EndedAt, EndedBy) = (lastDay, Required.Utc(now), by.AccountId);
    }

    /// <summary>A shift of it begins on that day.</summary>
    public bool IsOn(DateOnly day) => day >= From && !(day > Until) && Days.Has(day.DayOfWeek);

    /// <summary>Whose turn it is on that day.</summary>
    public Guid Turn(DateOnly day)
    {
        var accounts = Accounts;
        return accounts[(day.DayNumber - From.DayNumber) / EveryDays % accounts.Count];
    }

    private bool IsSameShift(DutyRotation other) =>
        Role == other.Role
        && string.Equals(Shift, other.Shift, StringComparison.OrdinalIgnoreCase)
        && (Days & other.Days) != 0
        && !(other.Until < From)
        && !(Until < other.From)
        && !(other.Until < other.From);

    private static void MustBeDirector(Actor by)
    {
        if (by.Role is not Privacy.Role.Director)
            throw new RuleViolationException("duty.rotation.director");
    }
}
