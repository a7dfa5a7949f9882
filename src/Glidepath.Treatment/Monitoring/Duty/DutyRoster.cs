namespace Glidepath.Treatment.Monitoring;

/// <summary>
/// Who is on duty when: exactly one answer for each instant, which may be nobody. Days and times of shifts are those of the program; where
/// clocks change, a time that is skipped is the first that there is, and one that comes twice is the first.
/// </summary>
public sealed class DutyRoster
{
    private readonly IReadOnlySet<(DutyRole, Guid)> _able;

    private readonly ILookup<DutyRole, DutyRotation> _rotations;

    /// <summary>The newest first.</summary>
    private readonly ILookup<DutyRole, Span> _overrides;

    private DutyRoster(
        IReadOnlyList<DutyRotation> rotations,
        IReadOnlyList<DutyOverride> overrides,
        TimeZoneInfo zone,
        IReadOnlySet<(DutyRole, Guid)> able
    )
    {
        (Rotations, Overrides, Zone, _able) = (rotations, overrides, zone, able);
        _rotations = rotations.ToLookup(r => r.Role);
        _overrides = overrides
            .OrderByDescending(o => o.EnteredAt)
            .ThenByDescending(o => o.Id)
            .Select(o => Span.Of(o, zone))
            .ToLookup(s => s.Entry.Role);
    }

    public TimeZoneInfo Zone { get; }

    public IReadOnlyList<DutyRotation> Rotations { get; }

    public IReadOnlyList<DutyOverride> Overrides { get; }

    /// <param name="zone">Of the program.</param>
    /// <param name="able">Accounts that are in use and whose role fits the duty. Any other is nobody.</param>
    public static DutyRoster Of(
        IEnumerable<DutyRotation> rotations,
        IEnumerable<DutyOverride> overrides,
        TimeZoneInfo zone,
        IReadOnlySet<(DutyRole Role, Guid AccountId)> able
    ) => new([.. rotations], [.. overrides], zone, able);

    /// <summary>The account is in use and its role fits.</summary>
    public bool IsAble(DutyRole role, Guid account) => _able.Contains((role, account));

    /// <returns>Null: nobody.</returns>
    public Guid? OnDuty(DutyRole role, DateTime utc) => At(role, utc).AccountId;

    /// <summary>Each instant from <paramref name="from"/> to <paramref name="to"/>, once; one answer may stand in several stretches, one
    /// for each shift.</summary>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC, and no part of it.</param>
    public IReadOnlyList<DutyStretch> Stretches(DutyRole role, DateTime from, DateTime to)
    {
        if (to <= from)
            return [];
        List<DateTime> bounds = [from, .. Turns(role, from, to).Where(t => t > from && t < to).Distinct().Order(), to];
        var stretches = new List<DutyStretch>();
        foreach (var (start, end) in bounds.Zip(bounds.Skip(1)))
        {
            var next = At(role, start);
            if (stretches is [.., var last] && last.Answer == next.Answer)
                stretches[^1] = last with { To = end };
            else
                stretches.Add(next with { From = start, To = end });
        }
        return stretches;
    }

    /// <summary>The stretches of so many days, from the first instant of the first to the last of the last.</summary>
    public IReadOnlyList<DutyStretch> Shifts(DutyRole role, DateOnly from, int days) =>
        Stretches(role, LocalTime.StartOf(from, Zone), LocalTime.StartOf(from.AddDays(days), Zone));

    /// <summary>When nobody is on duty. What follows on each other is one gap, of no shift where it is of several; a duty without any
    /// rotation is one.</summary>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC.</param>
    public IReadOnlyList<DutyStretch> Gaps(DutyRole role, DateTime from, DateTime to)
    {
        var gaps = new List<DutyStretch>();
        foreach (var empty in Stretches(role, from, to).Where(s => s.AccountId is null))
            if (gaps is [.., var last] && last.To == empty.From)
                gaps[^1] = last with { To = empty.To, Shift = last.Shift == empty.Shift ? last.Shift : null };
            else
                gaps.Add(empty);
        return gaps;
    }

    private DutyStretch At(DutyRole role, DateTime utc)
    {
        var shift = ShiftAt(role, utc);
        var inTurn = shift?.Rotation.Turn(shift.Day);
        var taken = _overrides[role].FirstOrDefault(o => o.Holds(utc))?.Entry;
        var account = taken is null ? inTurn : taken.AccountId;
        return new(role, utc, utc, account is { } one && IsAble(role, one) ? one : null)
        {
            Shift = shift?.Rotation.Shift,
            Day = shift?.Day,
            InTurn = inTurn,
            OverrideId = taken?.Id,
        };
    }

    /// <summary>Where two shifts overlap, as at a hand-over, the one that began last, unless nobody has it.</summary>
    private Shift? ShiftAt(DutyRole role, DateTime utc)
    {
        var day = LocalDay.Of(utc, Zone);
        return _rotations[role]
            .Where(r => r.BegunAt <= utc)
            .SelectMany(r => ShiftsOf(r, day, day))
            .Where(s => s.From <= utc && utc < s.To)
            .OrderByDescending(s => IsAble(role, s.Rotation.Turn(s.Day)))
            .ThenByDescending(s => s.From)
            .ThenByDescending(s => s.Rotation.BegunAt)
            .ThenByDescending(s => s.Rotation.Id)
            .FirstOrDefault();
    }

    /// <summary>Instants at which the answer may change.</summary>
    private IEnumerable<DateTime> Turns(DutyRole role, DateTime from, DateTime to)
    {
        var (first, last) = (LocalDay.Of(from, Zone), LocalDay.Of(to, Zone));
        return _rotations[role]
            .SelectMany(r => ShiftsOf(r, first, last).SelectMany(s => new[] { s.From, s.To }).Append(r.BegunAt))
            .Concat(_overrides[role].SelectMany(o => o.Turns));
    }

    /// <summary>Those that touch these days: one may begin the day before, and where clocks go back over midnight a day begins
    /// twice.</summary>
    private IEnumerable<Shift> ShiftsOf(DutyRotation rotation, DateOnly first, DateOnly last)
    {
        for (var day = first.AddDays(-2); day <= last.AddDays(1); day = day.AddDays(1))
            if (rotation.IsOn(day))
                yield return Shift.Of(rotation, day, Zone);
    }

    private sealed record Shift(DutyRotation Rotation, DateOnly Day, DateTime From, DateTime To)
    {
        public static Shift Of(DutyRotation rotation, DateOnly day, TimeZoneInfo zone) =>
            new(
                rotation,
                day,
                LocalTime.FirstInstantOf(day, rotation.StartsAt, zone),
                LocalTime.FirstInstantOf(rotation.IsOverMidnight ? day.AddDays(1) : day, rotation.EndsAt, zone)
            );
    }

    private sealed record Span(DutyOverride Entry, DateTime From, DateTime To)
    {
        public IEnumerable<DateTime> Turns => [From, To, Entry.EnteredAt, .. Entry.TakenBackAt is { } back ? new[] { back } : []];

        public static Span Of(DutyOverride entry, TimeZoneInfo zone) => new(entry, entry.StartsAt(zone), entry.EndsAt(zone));

        public bool Holds(DateTime utc) => From <= utc && utc < To && Entry.EnteredAt <= utc && !(Entry.TakenBackAt <= utc);
    }
}
