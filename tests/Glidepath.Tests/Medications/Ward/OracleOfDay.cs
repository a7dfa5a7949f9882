using Glidepath.Treatment;
using Glidepath.Treatment.Medications;

namespace Glidepath.Tests.Medications;

/// <summary>A dose, as the clock on the wall shows it.</summary>
internal sealed record OracleDose(int Order, DateOnly Day, int Minutes, DateTime At);

/// <param name="At">When it was done; of a decision, when the dose was withheld.</param>
internal sealed record Said(string Word, DateTime At);

/// <summary>A ward without a line of the domain's arithmetic: the day is walked through minute by minute.</summary>
internal static class OracleOfDay
{
    /// <summary>Every minute that the clock on the wall shows for the first time, and when, from two days before on.</summary>
    public static IReadOnlyList<(DateOnly Day, int Minutes, DateTime At)> Walk(DateTime start, DateTime until, TimeZoneInfo zone)
    {
        var (seen, shown) = (new HashSet<DateTime>(), new List<(DateOnly, int, DateTime)>());
        var wall = TimeZoneInfo.ConvertTimeFromUtc(start.AddDays(-2), zone);
        for (var at = start.AddDays(-2).AddMinutes(1); at < until; at = at.AddMinutes(1))
        {
            var now = TimeZoneInfo.ConvertTimeFromUtc(at, zone);
            // Minutes that the clocks skip are shown with the one that follows them; those that come again were seen.
            for (var minute = wall.AddMinutes(1); minute <= now; minute = minute.AddMinutes(1))
                if (seen.Add(minute))
                    shown.Add((DateOnly.FromDateTime(minute), (int)minute.TimeOfDay.TotalMinutes, at));
            wall = now;
        }
        return shown;
    }

    public static IEnumerable<OracleDose> Doses(
        int order,
        OrderDraw draw,
        DateTime start,
        IReadOnlyList<(DateOnly Day, int Minutes, DateTime At)> walk
    ) =>
        walk.Where(w => w.Minutes % 5 == 0 && draw.Times.Contains(w.Minutes / 5))
            .Where(w => w.At >= start.AddMinutes(draw.StartsAfter) && !(draw.StopsAfter is { } s && w.At >= start.AddMinutes(s)))
            .Select(w => new OracleDose(order, w.Day, w.Minutes, w.At));

    /// <summary>Those whose order was not stopped before they were due.</summary>
    public static IEnumerable<OracleDose> Standing(IEnumerable<OracleDose> doses, DoseFile[] files) =>
        doses.Where(d => files[d.Order].Order.StoppedAt is not { } stopped || d.At < stopped);

    /// <returns>Why not; null where it may be recorded.</returns>
    public static string? May(
        OracleDose dose,
        List<Said> words,
        DoseOutcome outcome,
        DateTime actual,
        DateTime now,
        bool isPaper,
        WardRules rules,
        List<WardShift> closed,
        MedicationRequest order,
        TimeZoneInfo zone
    )
    {
        var (opens, closes) = (dose.At.AddMinutes(-rules.BeforeMinutes), dose.At.AddMinutes(rules.AfterMinutes));
        var again = words is [.., { Word: "decided: give" }];
        if (words.Count > 0 && !again)
            return "it has a state";
        if (actual > now)
            return "in the future";
        if (isPaper ? now - actual > TimeSpan.FromHours(24) : now - actual > TimeSpan.FromMinutes(rules.AfterMinutes))
            return "long ago";
        var ends = again ? actual : closes;
        if (closed.Any(s => ends >= s.From && ends < s.Until))
            return "the shift is closed";
        if (!again && actual < opens)
            return "early";
        if (!again && outcome is DoseOutcome.Missed && actual < closes)
            return "not missed yet";
        if (again && actual < words[^1].At)
            return "before it was withheld";
        if (outcome is not DoseOutcome.Given)
            return null;
        if (order.StoppedAt is { } stopped && actual >= stopped)
            return "stopped";
        // The next time of the day on the order, whether it is still due or not.
        var times = order.Details.Doses.Select(d => d.Minutes).ToList();
        var wait = times
            .Where(t => t > dose.Minutes)
            .Select(t => t - dose.Minutes)
            .DefaultIfEmpty(times.Min() + (24 * 60) - dose.Minutes)
            .Min();
        return actual >= dose.At.AddMinutes(wait) ? "the next is due" : null;
    }
}
