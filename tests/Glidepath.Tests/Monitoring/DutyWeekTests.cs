using CsCheck;
using Glidepath.Tests.Patients;
using Glidepath.Tests.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Monitoring;

/// <summary>
/// Weeks of alerts under a clock that the test turns, with both nights on which clocks change, restarts, jumps of the clock, shifts with
/// nobody, and people who acknowledge and act: each step within five seconds of its time, none early, none twice.
/// </summary>
public sealed class DutyWeekTests
{
    private static readonly TimeZoneInfo[] Zones =
    [
        TimeZoneInfo.FindSystemTimeZoneById("America/New_York"),
        TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"),
        TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"),
        TimeZoneInfo.FindSystemTimeZoneById("America/Phoenix"),
    ];

    // Weeks that hold the nights of the United States and of New Zealand, and one that holds none.
    private static readonly DateTime[] Mondays =
    [
        new(2026, 10, 26, 4, 0, 0, DateTimeKind.Utc),
        new(2027, 3, 8, 5, 0, 0, DateTimeKind.Utc),
        new(2027, 3, 29, 4, 0, 0, DateTimeKind.Utc),
        new(2026, 9, 21, 4, 0, 0, DateTimeKind.Utc),
        new(2026, 11, 23, 5, 0, 0, DateTimeKind.Utc),
    ];

    private sealed record Week(
        int Monday,
        int Zone,
        AlertLevel Level,
        int OpenedAt,
        int? AcknowledgedAfter,
        int? ActedAfter,
        (int From, int Seconds)[] Down,
        (int From, int Seconds)[] Empty,
        int Jitter
    );

    private static readonly Gen<Week> Weeks =
        from monday in Gen.Int[0, Mondays.Length - 1]
        from zone in Gen.Int[0, Zones.Length - 1]
        from level in Gen.Enum<AlertLevel>()
        from opened in Gen.Int[0, 6 * 86_400]
        from acknowledged in Gen.Int[1, 40_000].Nullable()
        from acted in Gen.Int[40_001, 200_000].Nullable()
        from down in Spans(3, 10_000)
        from empty in Spans(3, 43_200)
        from jitter in Gen.Int[0, 4]
        select new Week(monday, zone, level, opened, acknowledged, acted, down, empty, jitter);

    private static Gen<(int From, int Seconds)[]> Spans(int most, int longest) =>
        Gen.Select(Gen.Int[0, 7 * 86_400], Gen.Int[1, longest]).Array[0, most];

    [Fact]
    public void Each_step_comes_within_five_seconds_of_its_time_never_early_and_never_twice() =>
        Weeks.Sample(Run, iter: Gate.Cases(10_000), print: w => $"{w}");

    private static void Run(Week week)
    {
        var (start, zone) = (Mondays[week.Monday], Zones[week.Zone]);
        var end = start.AddDays(7);
        var opened = start.AddSeconds(week.OpenedAt);
        var alert = Alert.Open(
            Made.Episode(),
            new(AlertCause.Happened, week.Level, "A fall", Guid.Empty),
            new(Guid.CreateVersion7(), opened, Guid.Empty),
            isSeen: false,
            zone
        );
        var acknowledged = week.AcknowledgedAfter is { } a ? opened.AddSeconds(a) : (DateTime?)null;
        var acted = week.ActedAfter is { } b ? opened.AddSeconds(b) : (DateTime?)null;
        var taken = new HashSet<int>();
        var (last, passed) = ((DateTime?)null, false);
        var now = opened;
        for (var guard = 0; alert.NextAt is { } due; guard++)
        {
            Assert.True(guard < 3_000, "The steps do not end.");
            // What people do first comes first.
            if (acknowledged is { } seen && seen <= due && alert.State is AlertState.Open)
            {
                alert.Acknowledge(now = Later(now, seen), Guid.Empty, zone);
                (acknowledged, passed) = (null, false);
                continue;
            }
            if (acted is { } done && done <= due)
            {
                alert.Act(Later(now, done), Guid.Empty, zone);
                break;
            }
            // The engine looks every two seconds, and not while the host is down.
            var at = Up(Later(now, due).AddSeconds(week.Jitter), start, week.Down);
            if (at >= end)
                break;
            Assert.True(at >= due, "Early.");
            Assert.True(at <= Up(Later(now, due).AddSeconds(5), start, week.Down), $"Late: {due:O} was taken at {at:O}.");
            Assert.Equal(Expected(alert, opened, last, passed, zone), due);
            Assert.True(taken.Add(alert.StepsTaken) || alert.StepsTaken >= EscalationPolicy.Of(alert.Level).Steps.Count, "Twice.");
            var isEmpty = Array.Exists(week.Empty, s => at >= start.AddSeconds(s.From) && at < start.AddSeconds(s.From + s.Seconds));
            if (isEmpty)
                alert.Pass(at, zone);
            else
                alert.Step(at, zone);
            (now, last, passed) = (at, at, isEmpty);
            Assert.True(alert.NextAt > at || alert.StepsTaken < EscalationPolicy.Of(alert.Level).Steps.Count, "It is told on and on.");
        }
        // What is left is to close it, and nobody is told of that in three days.
        if (alert.State is AlertState.Acted)
            Assert.True(alert.NextAt >= alert.ActedAt!.Value.AddHours(72));
    }

    /// <summary>The policy read a second time, by hand, minute by minute: when this step is due.</summary>
    /// <param name="last">When the step before was taken; null before the first.</param>
    /// <param name="passed">Nobody was there at the step before.</param>
    private static DateTime Expected(Alert alert, DateTime opened, DateTime? last, bool passed, TimeZoneInfo zone)
    {
        var (seen, step) = (alert.AcknowledgedAt, alert.StepsTaken);
        int[] minutes = (alert.Level, seen is null) switch
        {
            (AlertLevel.Red, true) => [0, 15, 20, 35],
            (AlertLevel.Red, false) => [-1, -1, 30, 60],
            (AlertLevel.Today, true) => [0, 240, 480],
            (AlertLevel.Today, false) => [-1, 240, 480],
            (AlertLevel.ThisWeek, true) => [0, 480, 4_320],
            (AlertLevel.ThisWeek, false) => [-1, 1_440, 4_320],
            _ => [],
        };
        var again = (alert.Level, seen is null) switch
        {
            (AlertLevel.Red, true) => 15,
            (AlertLevel.Red, false) => 60,
            (AlertLevel.Today, true) => 240,
            (AlertLevel.Today, false) => 480,
            (AlertLevel.ThisWeek, true) => 1_440,
            _ => 4_320,
        };
        var isLast = step >= minutes.Length;
        var at = isLast ? (last ?? opened).AddMinutes(again) : (seen ?? opened).AddMinutes(minutes[step]);
        if (!isLast && step > 0 && alert.Level is AlertLevel.ThisWeek)
            while (TimeZoneInfo.ConvertTimeFromUtc(at, zone) is not { Hour: 9, Minute: 0, Second: 0 })
                at = at.AddSeconds(60 - at.Second);
        var soon =
            !passed ? DateTime.MaxValue
            : isLast ? Quiet(last!.Value.AddMinutes(5))
            : last!.Value;
        at = Quiet(at);
        return soon < at ? soon : at;

        DateTime Quiet(DateTime utc)
        {
            while (alert.Level is not AlertLevel.Red && !IsDay(utc, zone))
                utc = utc.AddSeconds(60 - utc.Second);
            return utc;
        }
    }

    private static bool IsDay(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).Hour is >= 7 and < 21;

    private static DateTime Up(DateTime at, DateTime start, (int From, int Seconds)[] down)
    {
        foreach (var (from, seconds) in down.OrderBy(d => d.From))
            if (at >= start.AddSeconds(from) && at < start.AddSeconds(from + seconds))
                at = start.AddSeconds(from + seconds);
        return at;
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
