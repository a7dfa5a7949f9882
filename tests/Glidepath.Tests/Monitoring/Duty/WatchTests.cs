using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Monitoring.Duty;

/// <summary>Who reads what a person sends, and by when: nothing is promised that nobody is there to keep.</summary>
public sealed class WatchTests
{
    private static readonly TimeZoneInfo Eastern = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static readonly Guid Nora = Guid.CreateVersion7();

    private static readonly TimeOnly Nine = new(9, 0);

    /// <summary>A Tuesday, in the evening there.</summary>
    private static readonly DateTime Evening = There(1, 20);

    [Fact]
    public void In_the_evening_after_the_last_shift_it_is_read_by_nine_of_the_next_morning()
    {
        var watch = Watch.Of(Roster(new(7, 0), new(19, 0), DutyRoles.EachDay), Nine, Evening);
        Assert.Equal((false, null, There(2, 7), There(2, 9)), (watch.IsOn, watch.OnUntil, watch.NextFrom, watch.ReadBy));
    }

    [Fact]
    public void While_someone_is_on_duty_it_says_until_when_and_a_time_that_is_too_near_is_left_for_the_next_day()
    {
        var roster = Roster(new(7, 0), new(19, 0), DutyRoles.EachDay);
        Assert.Equal((true, There(1, 19), null), Watch.Of(roster, Nine, There(1, 8)) is var w ? (w.IsOn, w.OnUntil, w.NextFrom) : default);
        Assert.Equal(There(1, 9), Watch.Of(roster, Nine, There(1, 8)).ReadBy);
        Assert.Equal(There(2, 9), Watch.Of(roster, Nine, There(1, 8).AddSeconds(1)).ReadBy);
    }

    [Fact]
    public void A_day_without_a_nurse_in_the_hour_before_is_passed_over()
    {
        var weekdays = Roster(new(7, 0), new(19, 0), DutyRoles.MondayToFriday);
        // Friday evening: the weekend has nobody.
        Assert.Equal(There(7, 9), Watch.Of(weekdays, Nine, There(4, 20)).ReadBy);
        // A shift that begins at the time itself keeps no promise for it.
        Assert.Null(Watch.Of(Roster(Nine, new(19, 0), DutyRoles.EachDay), Nine, Evening).ReadBy);
        Assert.Null(Watch.Of(Roster(new(8, 30), new(19, 0), DutyRoles.EachDay), Nine, Evening).ReadBy);
    }

    [Fact]
    public void Without_a_roster_or_a_time_nothing_is_promised()
    {
        var nobody = Watch.Of(DutyRoster.Of([], [], Eastern, new HashSet<(DutyRole, Guid)>()), Nine, Evening);
        Assert.Equal(new Watch(Evening, false, null, null, null), nobody);
        var round = Watch.Of(Roster(TimeOnly.MinValue, TimeOnly.MinValue, DutyRoles.EachDay), null, Evening);
        Assert.Equal(new Watch(Evening, true, null, null, null), round);
    }

    [Theory]
    [InlineData("2026-11-01")]
    [InlineData("2027-03-14")]
    public void In_both_nights_on_which_clocks_change_it_is_nine_by_the_clock_there(string day)
    {
        var night = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var roster = Roster(TimeOnly.MinValue, TimeOnly.MinValue, DutyRoles.EachDay, new(2026, 10, 1));
        var by = Watch.Of(roster, Nine, Glidepath.Treatment.LocalTime.FirstInstantOf(night, new(0, 30), Eastern)).ReadBy!.Value;
        Assert.Equal((night, Nine), (Glidepath.Treatment.LocalDay.Of(by, Eastern), Glidepath.Treatment.LocalTime.Of(by, Eastern)));
    }

    private static DateTime There(int day, int hour) =>
        Glidepath.Treatment.LocalTime.FirstInstantOf(new DateOnly(2026, 12, day), new(hour, 0), Eastern);

    private static DutyRoster Roster(TimeOnly from, TimeOnly to, DutyDays days, DateOnly? since = null)
    {
        var able = new HashSet<(DutyRole, Guid)> { (DutyRole.Nurse, Nora) };
        var begun = since ?? new DateOnly(2026, 11, 2);
        var rotation = DutyRotation.Begin(
            Guid.CreateVersion7(),
            new(DutyRole.Nurse, "Day", from, to, days, begun, null, [Nora], 1),
            DutyRoster.Of([], [], Eastern, able),
            begun,
            Glidepath.Treatment.LocalTime.StartOf(begun, Eastern),
            new Actor(Guid.CreateVersion7(), Role.Director)
        );
        return DutyRoster.Of([rotation], [], Eastern, able);
    }
}
