using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Monitoring;

/// <param name="Phone">Null where the account has none.</param>
public sealed record DutyPerson(Guid Id, string Name, string? Phone)
{
    /// <summary>What they can be on duty as; null for nothing.</summary>
    public DutyRole? Duty { get; init; }

    public bool IsDirector { get; init; }
}

/// <param name="AccountId">Null: nobody.</param>
/// <param name="Until">UTC; null where it does not change in the fortnight.</param>
/// <param name="Then">Who is next; null: nobody.</param>
public sealed record DutyTurn(DutyRole Role, Guid? AccountId, DateTime? Until, Guid? Then);

/// <param name="Stretches">Of the shifts that begin on it, and of what no shift covers.</param>
public sealed record DutyDay(DateOnly On, IReadOnlyList<DutyStretch> Stretches)
{
    public bool IsEmptyAtTimes => Stretches.Any(s => s.AccountId is null);
}

/// <summary>Duty as it stands.</summary>
/// <param name="Now">UTC.</param>
/// <param name="Actor">Who looks.</param>
/// <param name="People">By name.</param>
public sealed record DutyView(DutyRoster Roster, DateTime Now, Actor Actor, IReadOnlyList<DutyPerson> People)
{
    public const int DaysAhead = 14;

    /// <summary>A shift that is empty is red from then on.</summary>
    public static readonly TimeSpan Urgent = TimeSpan.FromHours(24);

    private static readonly DutyRole[] Roles = Enum.GetValues<DutyRole>();

    private readonly Dictionary<Guid, DutyPerson> _byId = People.ToDictionary(p => p.Id);

    public TimeZoneInfo Zone => Roster.Zone;

    public DateOnly Today => LocalDay.Of(Now, Zone);

    public bool IsDirector => Actor.Role is Role.Director;

    /// <summary>Duties that the one who looks may change.</summary>
    public IEnumerable<DutyRole> MayChange => Roles.Where(r => IsDirector || r.Needs() == Actor.Role);

    public IEnumerable<DutyPerson> Directors => People.Where(p => p.IsDirector);

    /// <summary>Those whose last day is not over, by duty and start.</summary>
    public IReadOnlyList<DutyRotation> Rotations { get; } =
    [
        .. Roster
            .Rotations.Where(r => !(r.Until < LocalDay.Of(Now, Roster.Zone)))
            .OrderBy(r => r.Role)
            .ThenBy(r => r.StartsAt)
            .ThenBy(r => r.From),
    ];

    /// <summary>Those that are not over, the earliest first; also those that were taken back.</summary>
    public IReadOnlyList<DutyOverride> Overrides { get; } =
    [.. Roster.Overrides.Where(o => o.EndsAt(Roster.Zone) > Now).OrderBy(o => o.StartsAt(Roster.Zone)).ThenBy(o => o.EnteredAt)];

    private readonly HashSet<Guid> _answering = AnsweringOf(Roster, Now);

    public IReadOnlyList<DutyTurn> OnNow { get; } = [.. Roles.Select(r => TurnAt(Roster, r, Now))];

    /// <summary>When nobody is on duty, within the fortnight; each to its end, also where that is later.</summary>
    public IReadOnlyList<DutyStretch> Gaps { get; } = GapsOf(Roster, Now);

    public IReadOnlyList<DutyDay> Days { get; } = DaysOf(Roster, Now);

    public string Name(Guid? account) => account is { } id && _byId.TryGetValue(id, out var person) ? person.Name : "?";

    public string? Phone(Guid? account) => account is { } id ? _byId.GetValueOrDefault(id)?.Phone : null;

    /// <summary>It says who is on duty for some time ahead. False where it was taken back, or newer ones say so for all of it.</summary>
    public bool IsAnswering(DutyOverride entry) => _answering.Contains(entry.Id);

    /// <summary>It is now, or within a day.</summary>
    public bool IsUrgent(DutyStretch gap) => gap.From - Now <= Urgent;

    /// <summary>Nobody ever had this duty, or nobody has it any more.</summary>
    public bool HasNoRotation(DutyRole role) => Rotations.All(r => r.Role != role);

    /// <summary>No end of it is in sight, as of a duty without a rotation.</summary>
    public bool GoesOn(DutyStretch gap) => gap.To >= LastSeen(Roster, Now);

    private static IReadOnlyList<DutyStretch> GapsOf(DutyRoster roster, DateTime now)
    {
        var last = LastSeen(roster, now);
        return [.. Roles.SelectMany(r => roster.Gaps(r, now, last)).Where(g => g.From < last.AddDays(-1)).OrderBy(g => g.From)];
    }

    /// <summary>A day past the fortnight, so that a night at its end is not cut at midnight.</summary>
    private static DateTime LastSeen(DutyRoster roster, DateTime now) =>
        LocalTime.StartOf(LocalDay.Of(now, roster.Zone).AddDays(DaysAhead), roster.Zone).AddDays(1);

    private static HashSet<Guid> AnsweringOf(DutyRoster roster, DateTime now) =>
        roster.Overrides.Count == 0
            ? []
            :
            [
                .. Roles
                    .SelectMany(r => roster.Stretches(r, now, roster.Overrides.Max(o => o.EndsAt(roster.Zone))))
                    .Select(s => s.OverrideId)
                    .OfType<Guid>(),
            ];

    private static DutyTurn TurnAt(DutyRoster roster, DutyRole role, DateTime now)
    {
        var stretches = roster.Stretches(role, now, now.AddDays(DaysAhead));
        var next = stretches.FirstOrDefault(s => s.AccountId != stretches[0].AccountId);
        return new(role, stretches[0].AccountId, next?.From, next?.AccountId);
    }

    private static IReadOnlyList<DutyDay> DaysOf(DutyRoster roster, DateTime now)
    {
        var today = LocalDay.Of(now, roster.Zone);
        // That nobody was there is no news any more.
        var all = Roles.SelectMany(r => roster.Shifts(r, today, DaysAhead)).Where(s => s.AccountId is not null || s.To > now).ToList();
        return [.. Enumerable.Range(0, DaysAhead).Select(today.AddDays).Select(day => new DutyDay(day, [.. all.Where(s => IsOn(s, day))]))];

        // What no shift covers stands on the day it begins, and on those that it takes the middle of.
        bool IsOn(DutyStretch stretch, DateOnly day)
        {
            var noon = LocalTime.FirstInstantOf(day, new(12, 0), roster.Zone);
            return (stretch.Day ?? LocalDay.Of(stretch.From, roster.Zone)) == day
                || (stretch.Day is null && stretch.From <= noon && noon < stretch.To);
        }
    }
}
