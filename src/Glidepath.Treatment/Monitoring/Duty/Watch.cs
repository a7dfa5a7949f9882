namespace Glidepath.Treatment.Monitoring;

/// <summary>
/// Who reads what a person sends, and by when, as the roster has it at one instant. Nothing is promised for a time at which nobody is on
/// duty.
/// </summary>
/// <param name="At">UTC.</param>
/// <param name="IsOn">A nurse is on duty.</param>
/// <param name="OnUntil">UTC. When none is any more; null where none is, or no end is in sight.</param>
/// <param name="NextFrom">UTC. When one is again; null where one is, or none is in sight.</param>
/// <param name="ReadBy">UTC. Null where the program has set no time, or has nobody there to keep it.</param>
public sealed record Watch(DateTime At, bool IsOn, DateTime? OnUntil, DateTime? NextFrom, DateTime? ReadBy)
{
    /// <summary>How far the roster is looked at.</summary>
    public const int DaysAhead = 14;

    /// <summary>Whoever reads it by a time is on duty for so long before it, and has it as long. Program rule.</summary>
    public static readonly TimeSpan TimeToRead = TimeSpan.FromHours(1);

    /// <param name="readBy">The time of day, where the program is, by which it has set that check-ins are read; null for none.</param>
    /// <param name="now">UTC.</param>
    public static Watch Of(DutyRoster roster, TimeOnly? readBy, DateTime now)
    {
        var last = now.AddDays(DaysAhead);
        var stretches = roster.Stretches(DutyRole.Nurse, now, last);
        var on = stretches.TakeWhile(s => s.AccountId is not null).LastOrDefault();
        return new(
            now,
            on is not null,
            on is { To: var to } && to < last ? to : null,
            on is null ? stretches.FirstOrDefault(s => s.AccountId is not null)?.From : null,
            readBy is { } time ? FirstKept(roster, time, now) : null
        );
    }

    private static DateTime? FirstKept(DutyRoster roster, TimeOnly time, DateTime now)
    {
        var today = LocalDay.Of(now, roster.Zone);
        for (var days = 0; days <= DaysAhead; days++)
        {
            var by = LocalTime.FirstInstantOf(today.AddDays(days), time, roster.Zone);
            var from = by - TimeToRead;
            if (from >= now && roster.Stretches(DutyRole.Nurse, from, by).All(s => s.AccountId is not null))
                return by;
        }
        return null;
    }
}
