namespace Glidepath.Treatment.Medications;

/// <summary>One shift of a ward. A dose belongs to the shift in which its window ends: there it is decided, or stands open.</summary>
/// <param name="Day">On which it begins, where the program is.</param>
/// <param name="StartsAt">Where the program is.</param>
/// <param name="From">UTC.</param>
/// <param name="Until">UTC. The next one begins with it.</param>
public sealed record WardShift(DateOnly Day, TimeOnly StartsAt, DateTime From, DateTime Until)
{
    /// <summary>The shift that an instant lies in.</summary>
    public static WardShift At(DateTime at, WardRules rules, TimeZoneInfo zone)
    {
        var day = LocalDay.Of(at, zone);
        var starts = new[] { day.AddDays(-1), day, day.AddDays(1) }
            .SelectMany(d => rules.ShiftStarts.Order().Select(time => (Day: d, Time: time, At: LocalTime.FirstInstantOf(d, time, zone))))
            .ToList();
        var index = starts.FindLastIndex(s => s.At <= at);
        return new(starts[index].Day, starts[index].Time, starts[index].At, starts[index + 1].At);
    }

    public WardShift Next(WardRules rules, TimeZoneInfo zone) => At(Until, rules, zone);

    public WardShift Before(WardRules rules, TimeZoneInfo zone) => At(From.AddTicks(-1), rules, zone);

    public bool Holds(DateTime at) => at >= From && at < Until;

    /// <summary>The window of a dose ends in it.</summary>
    public bool Closes(DoseSlot slot, WardRules rules) => Holds(slot.DueAt + rules.After);
}
