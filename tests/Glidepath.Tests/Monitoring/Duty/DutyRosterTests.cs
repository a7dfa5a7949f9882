using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Monitoring.Duty;

/// <summary>Who is on duty, worked by hand: in turn, over midnight, on both nights when clocks change, and by an override.</summary>
public class DutyRosterTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static readonly Guid Ann = Guid.CreateVersion7();

    private static readonly Guid Ben = Guid.CreateVersion7();

    private static readonly Guid Cy = Guid.CreateVersion7();

    private static readonly Actor Director = new(Guid.CreateVersion7(), Role.Director);

    /// <summary>A Monday.</summary>
    private static readonly DateOnly First = new(2026, 10, 26);

    private static readonly DateTime Before = Utc(10, 20, 12);

    private static readonly HashSet<(DutyRole, Guid)> Able =
    [
        (DutyRole.Nurse, Ann),
        (DutyRole.Nurse, Ben),
        (DutyRole.Nurse, Cy),
        (DutyRole.Prescriber, Cy),
    ];

    private static readonly DutyRotation[] DayAndNight = [Rotation("Day", 7, 19, [Ann, Ben], everyDays: 7), Rotation("Night", 19, 7, [Cy])];

    [Fact]
    public void The_turn_goes_on_after_its_days_and_a_night_belongs_to_the_day_it_begins_on()
    {
        var roster = Roster(DayAndNight);
        // Eastern daylight time: four hours behind UTC.
        Assert.Equal(Ann, roster.OnDuty(DutyRole.Nurse, Utc(10, 26, 11)));
        Assert.Equal(Ann, roster.OnDuty(DutyRole.Nurse, Utc(10, 26, 22, 59)));
        Assert.Equal(Cy, roster.OnDuty(DutyRole.Nurse, Utc(10, 26, 23)));
        Assert.Equal(Cy, roster.OnDuty(DutyRole.Nurse, Utc(10, 27, 10, 59)));
        Assert.Equal(Ann, roster.OnDuty(DutyRole.Nurse, Utc(10, 27, 11)));
        // A week on, and eastern standard time since.
        Assert.Equal(Ben, roster.OnDuty(DutyRole.Nurse, Utc(11, 2, 12)));
        Assert.Equal(Ann, roster.OnDuty(DutyRole.Nurse, Utc(11, 9, 12)));
        // Before the first night begins there is nobody from midnight on.
        Assert.Null(roster.OnDuty(DutyRole.Nurse, Utc(10, 26, 10, 59)));
    }

    [Fact]
    public void A_shift_of_no_length_is_a_whole_day_and_one_of_some_days_leaves_the_others_empty()
    {
        var roster = Roster(Rotation("Call", 8, 8, [Ann], days: DutyDays.Saturday | DutyDays.Sunday));
        var gaps = roster.Gaps(DutyRole.Nurse, Utc(10, 26, 12), Utc(11, 9, 13));
        Assert.Equal([(Utc(10, 26, 12), Utc(10, 31, 12)), (Utc(11, 2, 13), Utc(11, 7, 13))], gaps.Select(g => (g.From, g.To)));
    }

    [Fact]
    public void The_night_when_clocks_go_back_is_an_hour_longer_and_the_one_when_they_go_on_an_hour_shorter()
    {
        var roster = Roster(DayAndNight);
        var back = roster
            .Shifts(DutyRole.Nurse, new(2026, 10, 31), 2)
            .Single(s => s.Day == new DateOnly(2026, 10, 31) && s.Shift == "Night");
        Assert.Equal((Utc(10, 31, 23), Utc(11, 1, 12)), (back.From, back.To));
        var on = roster.Shifts(DutyRole.Nurse, new(2027, 3, 13), 2).Single(s => s.Day == new DateOnly(2027, 3, 13) && s.Shift == "Night");
        Assert.Equal(TimeSpan.FromHours(11), on.To - on.From);
    }

    [Fact]
    public void A_hand_over_at_a_time_that_is_skipped_is_at_the_first_that_there_is_and_at_one_that_comes_twice_at_the_first()
    {
        DutyRotation[] rotations = [Rotation("Early", 2, 14, [Ann], startMinute: 30), Rotation("Late", 14, 2, [Ben], endMinute: 30)];
        var roster = Roster(rotations);
        // March 14, 2027: 2:30 is no time of that day; the clocks go from 2:00 to 3:00, which is 7:00 UTC.
        var skipped = new DateTime(2027, 3, 14, 7, 0, 0, DateTimeKind.Utc);
        Assert.Equal((Ben, Ann), (roster.OnDuty(DutyRole.Nurse, skipped.AddTicks(-1)), roster.OnDuty(DutyRole.Nurse, skipped)));
        DutyRotation[] atOne = [Rotation("Early", 1, 13, [Ann], startMinute: 30), Rotation("Late", 13, 1, [Ben], endMinute: 30)];
        // November 1, 2026: 1:30 is 5:30 UTC and again 6:30 UTC.
        var first = Utc(11, 1, 5, 30);
        Assert.Equal((Ben, Ann), (Roster(atOne).OnDuty(DutyRole.Nurse, first.AddTicks(-1)), Roster(atOne).OnDuty(DutyRole.Nurse, first)));
        Assert.Equal(Ann, Roster(atOne).OnDuty(DutyRole.Nurse, first.AddHours(1)));
    }

    [Fact]
    public void A_duty_without_a_rotation_is_one_gap() =>
        Assert.Equal(
            new DutyStretch(DutyRole.Prescriber, Utc(10, 26, 12), Utc(11, 9, 12), null),
            Assert.Single(Roster(DayAndNight).Gaps(DutyRole.Prescriber, Utc(10, 26, 12), Utc(11, 9, 12)))
        );

    [Fact]
    public void A_disabled_account_and_one_of_another_role_are_nobody()
    {
        var rotation = Rotation("Day", 7, 19, [Ann]);
        var gone = DutyRoster.Of([rotation], [], NewYork, new HashSet<(DutyRole, Guid)> { (DutyRole.Prescriber, Ann) });
        Assert.Null(gone.OnDuty(DutyRole.Nurse, Utc(10, 26, 12)));
        Assert.Equal(Ann, gone.Shifts(DutyRole.Nurse, First, 1).Single(s => s.Shift == "Day").InTurn);
    }

    [Fact]
    public void Where_two_shifts_overlap_the_one_that_began_last_answers_unless_nobody_has_it()
    {
        DutyRotation[] overlapping = [Rotation("Day", 7, 19, [Ann]), Rotation("Night", 18, 7, [Ben])];
        var at = Utc(10, 26, 22, 30);
        Assert.Equal(Ben, Roster(overlapping).OnDuty(DutyRole.Nurse, at));
        Assert.Equal(
            Ann,
            DutyRoster.Of(overlapping, [], NewYork, new HashSet<(DutyRole, Guid)> { (DutyRole.Nurse, Ann) }).OnDuty(DutyRole.Nurse, at)
        );
    }

    [Fact]
    public void The_newest_override_holds_from_when_it_was_entered_until_it_is_taken_back()
    {
        var plain = Roster(DayAndNight);
        var (entered, later) = (Utc(10, 27, 12), Utc(10, 27, 14));
        var toBen = Override(plain, 27, 7, 27, 19, Ben, entered);
        var off = Override(plain, 27, 12, 28, 7, null, later);
        var roster = Roster(DayAndNight, toBen, off);
        // The hour that was over when it was entered stays as it was.
        Assert.Equal(Ann, roster.OnDuty(DutyRole.Nurse, entered.AddTicks(-1)));
        Assert.Equal(Ben, roster.OnDuty(DutyRole.Nurse, entered));
        var gap = Assert.Single(roster.Gaps(DutyRole.Nurse, entered, Utc(10, 29, 0)));
        Assert.Equal((Utc(10, 27, 16), Utc(10, 28, 11), null), (gap.From, gap.To, gap.Shift));
        var stretch = roster.Stretches(DutyRole.Nurse, entered, Utc(10, 27, 16))[0];
        Assert.Equal((toBen.Id, Ann, "Day"), (stretch.OverrideId, stretch.InTurn, stretch.Shift));

        off.TakeBack(NewYork, Utc(10, 27, 18), Director);
        var after = Roster(DayAndNight, toBen, off);
        Assert.Null(after.OnDuty(DutyRole.Nurse, Utc(10, 27, 17, 59)));
        Assert.Equal(Ben, after.OnDuty(DutyRole.Nurse, Utc(10, 27, 18)));
        Assert.Equal(Cy, after.OnDuty(DutyRole.Nurse, Utc(10, 28, 1)));
    }

    [Fact]
    public void What_a_rotation_was_before_it_ended_stays()
    {
        var rotation = Rotation("Day", 7, 19, [Ann]);
        rotation.End(new(2026, 10, 28), new(2026, 10, 28), Utc(10, 28, 15), Director);
        var roster = Roster(rotation);
        Assert.Equal(Ann, roster.OnDuty(DutyRole.Nurse, Utc(10, 27, 12)));
        Assert.Equal(Ann, roster.OnDuty(DutyRole.Nurse, Utc(10, 28, 22)));
        Assert.Null(roster.OnDuty(DutyRole.Nurse, Utc(10, 29, 12)));
    }

    private static DateTime Utc(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute, 0, DateTimeKind.Utc);

    private static DutyRoster Roster(params IEnumerable<DutyRotation> rotations) => DutyRoster.Of(rotations, [], NewYork, Able);

    private static DutyRoster Roster(DutyRotation[] rotations, params DutyOverride[] overrides) =>
        DutyRoster.Of(rotations, overrides, NewYork, Able);

    private static DutyRotation Rotation(
        string shift,
        int start,
        int end,
        Guid[] inTurn,
        int everyDays = 1,
        DutyDays days = DutyRoles.EachDay,
        int startMinute = 0,
        int endMinute = 0
    ) =>
        DutyRotation.Begin(
            Guid.CreateVersion7(),
            new(DutyRole.Nurse, shift, new(start, startMinute), new(end, endMinute), days, First, null, inTurn, everyDays),
            Roster(),
            First.AddDays(-6),
            Before,
            Director
        );

    /// <summary>In October 2026.</summary>
    private static DutyOverride Override(DutyRoster roster, int fromDay, int from, int toDay, int to, Guid? account, DateTime entered) =>
        DutyOverride.Enter(
            Guid.CreateVersion7(),
            new(DutyRole.Nurse, new(2026, 10, fromDay), new(from, 0), new(2026, 10, toDay), new(to, 0), account, "A swap"),
            roster,
            entered,
            Director
        );
}
