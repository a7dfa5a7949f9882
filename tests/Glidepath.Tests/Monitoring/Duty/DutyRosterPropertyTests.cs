using CsCheck;
using Glidepath.Tests.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Monitoring.Duty;

/// <summary>
/// Whatever rotations and overrides there are, in whatever zone: each instant has exactly one answer, and it is that of a plain reading of
/// the clock.
/// </summary>
public class DutyRosterPropertyTests
{
    private static readonly Actor Director = new(Guid.CreateVersion7(), Role.Director);

    private static readonly Guid[] People = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];

    /// <summary>The last of them has a disabled account.</summary>
    private static readonly HashSet<(DutyRole, Guid)> Able = [.. People[..4].Select(p => (DutyRole.Nurse, p))];

    /// <summary>Clocks that change at night, at midnight, by half an hour, the other way round in the year, and not at all.</summary>
    private static readonly TimeZoneInfo[] Zones =
    [
        .. new[]
        {
            "America/New_York",
            "America/Havana",
            "America/Santiago",
            "Europe/Dublin",
            "Africa/Cairo",
            "Africa/Casablanca",
            "Asia/Beirut",
            "Asia/Kathmandu",
            "Atlantic/Azores",
            "Australia/Lord_Howe",
            "Pacific/Auckland",
            "Etc/UTC",
        }.Select(TimeZoneInfo.FindSystemTimeZoneById),
    ];

    private static readonly DateOnly Begin = new(2026, 1, 1);

    private static readonly DateTime Entered = new(2025, 12, 20, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Often at night, when clocks change.</summary>
    private static readonly Gen<TimeOnly> GenTime = Gen.OneOf(Gen.Int[0, 239], Gen.Int[0, 1439], Gen.Int[0, 23].Select(h => h * 60))
        .Select(m => new TimeOnly(m / 60, m % 60));

    private static readonly Gen<Guid> GenPerson = Gen.Int[0, 4].Select(i => People[i]);

    private static readonly Gen<RotationTerms> GenRotation = Gen.Select(
        GenTime,
        GenTime,
        Gen.Int[1, 127],
        Gen.Int[0, 20],
        Gen.Int[0, 400],
        GenPerson.List[1, 4],
        Gen.Int[1, 28],
        (start, end, days, from, lasts, turn, every) =>
            new RotationTerms(
                DutyRole.Nurse,
                "Shift",
                start,
                end,
                (DutyDays)days,
                Begin.AddDays(from),
                lasts > 300 ? null : Begin.AddDays(from + lasts),
                [.. turn],
                every
            )
    );

    /// <summary>Days after the day that is looked at, and how long in minutes.</summary>
    private static readonly Gen<(int Day, TimeOnly At, int Minutes, Guid? Who, int EnteredBefore, bool IsTakenBack)> GenOverride =
        Gen.Select(
            Gen.Int[-3, 3],
            GenTime,
            Gen.Int[1, 14 * 1440],
            Gen.OneOf(GenPerson.Select(p => (Guid?)p), Gen.Const((Guid?)null)),
            Gen.Int[0, 5000],
            Gen.Bool
        );

    private static readonly Gen<(TimeZoneInfo Zone, DateOnly Day, DutyRoster Roster, List<DutyRotation> Rotations)> GenAny = Gen.Select(
        Gen.Int[0, Zones.Length - 1],
        Gen.Int[0, 700],
        Gen.Bool,
        GenRotation.List[0, 4],
        GenOverride.List[0, 4],
        (zone, day, isNearAChange, rotations, overrides) => Made(Zones[zone], day, isNearAChange, rotations, overrides)
    );

    [Fact]
    public void Every_instant_has_one_answer_and_none_is_lost_or_doubled() =>
        GenAny.Sample(
            made =>
            {
                var (zone, day, roster, _) = made;
                var (from, to) = (LocalTime.StartOf(day, zone), LocalTime.StartOf(day.AddDays(4), zone));
                var stretches = roster.Shifts(DutyRole.Nurse, day, 4);
                Assert.Equal((from, to), (stretches[0].From, stretches[^1].To));
                Assert.All(stretches, s => Assert.True(s.From < s.To));
                Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
                // The first and the last instant of each, and one between.
                foreach (var s in stretches)
                foreach (var at in new[] { s.From, s.From + ((s.To - s.From) / 2), s.To.AddTicks(-1) })
                    Assert.Equal(s.AccountId, roster.OnDuty(DutyRole.Nurse, at));
                // Asked for by half days, it is the same.
                var middle = from + ((to - from) / 3);
                Assert.Equal(
                    Answers(stretches),
                    Answers([.. roster.Stretches(DutyRole.Nurse, from, middle), .. roster.Stretches(DutyRole.Nurse, middle, to)])
                );
                var gaps = roster.Gaps(DutyRole.Nurse, from, to);
                Assert.Equal(
                    stretches.Where(s => s.AccountId is null).Sum(s => (s.To - s.From).Ticks),
                    gaps.Sum(g => (g.To - g.From).Ticks)
                );
                Assert.All(gaps.Zip(gaps.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
            },
            iter: Gate.Cases(2_000)
        );

    /// <summary>A second reading that shares nothing with the first: a shift begins when a clock on the wall first shows its time or a
    /// later one.</summary>
    [Fact]
    public void A_rotation_answers_as_a_clock_on_the_wall_reads() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1], Gen.Int[0, 700], Gen.Bool, GenTime, GenTime)
            .Sample(
                (index, dayIndex, isNearAChange, start, end) =>
                {
                    var terms = new RotationTerms(
                        DutyRole.Nurse,
                        "Shift",
                        start,
                        end,
                        DutyRoles.EachDay,
                        Begin,
                        null,
                        [People[0], People[1]],
                        1
                    );
                    var (zone, day, roster, rotations) = Made(Zones[index], dayIndex, isNearAChange, [terms], []);
                    var shifts = Enumerable
                        .Range(-2, 6)
                        .Select(day.AddDays)
                        .Select(d => (Day: d, From: OnTheWall(d, start, zone), To: OnTheWall(end <= start ? d.AddDays(1) : d, end, zone)))
                        .ToList();
                    var from = LocalTime.StartOf(day, zone);
                    for (var at = from; at < from.AddDays(2); at = at.AddMinutes(1))
                    {
                        var shift = shifts.LastOrDefault(s => s.From <= at && at < s.To);
                        Assert.Equal(shift == default ? null : rotations[0].Turn(shift.Day), roster.OnDuty(DutyRole.Nurse, at));
                    }
                },
                iter: Gate.Cases(400)
            );

    private static DateTime OnTheWall(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var wall = day.ToDateTime(time);
        var at = DateTime.SpecifyKind(wall, DateTimeKind.Utc).AddHours(-15);
        while (TimeZoneInfo.ConvertTimeFromUtc(at, zone) < wall)
            at = at.AddMinutes(1);
        return at;
    }

    private static List<(DateTime, Guid?)> Answers(IReadOnlyList<DutyStretch> stretches)
    {
        var answers = new List<(DateTime, Guid?)>();
        foreach (var s in stretches.Where(s => answers.Count == 0 || answers[^1].Item2 != s.AccountId))
            answers.Add((s.From, s.AccountId));
        return answers;
    }

    private static (TimeZoneInfo Zone, DateOnly Day, DutyRoster Roster, List<DutyRotation> Rotations) Made(
        TimeZoneInfo zone,
        int dayIndex,
        bool isNearAChange,
        IReadOnlyList<RotationTerms> rotations,
        IReadOnlyList<(int Day, TimeOnly At, int Minutes, Guid? Who, int EnteredBefore, bool IsTakenBack)> overrides
    )
    {
        var day = Begin.AddDays(30 + dayIndex);
        if (isNearAChange && ChangeAfter(day, zone) is { } change)
            day = change.AddDays(-1 - (dayIndex % 2));
        var everybody = People.Select(p => (DutyRole.Nurse, p)).ToHashSet();
        var empty = DutyRoster.Of([], [], zone, everybody);
        var made = rotations
            .Select((r, i) => DutyRotation.Begin(Guid.CreateVersion7(), r with { Shift = $"Shift {i}" }, empty, Begin, Entered, Director))
            .ToList();
        var entries = new List<DutyOverride>();
        foreach (var o in overrides)
        {
            var from = day.AddDays(o.Day).ToDateTime(o.At);
            var to = from.AddMinutes(o.Minutes);
            var terms = new OverrideTerms(
                DutyRole.Nurse,
                DateOnly.FromDateTime(from),
                TimeOnly.FromDateTime(from),
                DateOnly.FromDateTime(to),
                TimeOnly.FromDateTime(to),
                o.Who,
                "A swap"
            );
            var ends = LocalTime.FirstInstantOf(terms.ToDay, terms.ToTime, zone);
            var entry = DutyOverride.Enter(Guid.CreateVersion7(), terms, empty, ends.AddMinutes(-1 - o.EnteredBefore), Director);
            if (o.IsTakenBack)
                entry.TakeBack(zone, ends.AddMinutes(-1 - (o.EnteredBefore / 2)), Director);
            entries.Add(entry);
        }
        return (zone, day, DutyRoster.Of(made, entries, zone, Able), made);
    }

    /// <summary>The day on which the clocks change next.</summary>
    private static DateOnly? ChangeAfter(DateOnly day, TimeZoneInfo zone) =>
        Enumerable
            .Range(0, 370)
            .Select(day.AddDays)
            .Cast<DateOnly?>()
            .FirstOrDefault(d => LocalTime.StartOf(d!.Value.AddDays(1), zone) - LocalTime.StartOf(d.Value, zone) != TimeSpan.FromDays(1));
}
