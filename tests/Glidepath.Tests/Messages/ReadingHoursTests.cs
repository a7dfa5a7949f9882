using System.Globalization;
using CsCheck;
using Glidepath.Tests.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Messages;

namespace Glidepath.Tests.Messages;

/// <summary>By when a message is read: the end of the next reading day where the program is, and never the same night.</summary>
public sealed class ReadingHoursTests
{
    private static readonly string[] Zones = ["America/New_York", "America/Phoenix", "Europe/Dublin", "Asia/Kolkata", "Etc/UTC"];

    [Theory]
    // A Monday morning, and the same Monday at night: Tuesday.
    [InlineData("America/New_York", "2026-11-23 15:00", "2026-11-24 22:00")]
    [InlineData("America/New_York", "2026-11-24 04:30", "2026-11-24 22:00")]
    // Tuesday there is Wednesday in UTC.
    [InlineData("America/New_York", "2026-11-25 03:00", "2026-11-25 22:00")]
    // Friday, Saturday and Sunday: Monday.
    [InlineData("America/New_York", "2026-11-27 21:59", "2026-11-30 22:00")]
    [InlineData("America/New_York", "2026-11-28 15:00", "2026-11-30 22:00")]
    [InlineData("America/New_York", "2026-11-29 23:00", "2026-11-30 22:00")]
    // Over the night in which clocks go forward (March 8) and back (November 1): 5 PM stays 5 PM.
    [InlineData("America/New_York", "2026-03-06 20:00", "2026-03-09 21:00")]
    [InlineData("America/New_York", "2026-10-30 20:00", "2026-11-02 22:00")]
    [InlineData("Etc/UTC", "2026-11-23 15:00", "2026-11-24 17:00")]
    public void It_is_five_o_clock_of_the_next_weekday(string zone, string sent, string promised) =>
        Assert.Equal(Utc(promised), ReadingHours.Default.EndOfNext(Utc(sent), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public void A_day_on_which_the_program_is_closed_is_passed_over_and_a_program_may_read_on_other_days()
    {
        var hours = ReadingHours.Default with { ClosedOn = [new(2026, 11, 26), new(2026, 11, 27)] };
        Assert.Equal(Utc("2026-11-30 17:00"), hours.EndOfNext(Utc("2026-11-25 12:00"), TimeZoneInfo.Utc));
        var sundays = new ReadingHours(new(9, 30), [DayOfWeek.Sunday], []);
        Assert.Equal(Utc("2026-12-06 09:30"), sundays.EndOfNext(Utc("2026-11-29 08:00"), TimeZoneInfo.Utc));
        Assert.Throws<InvalidOperationException>(() =>
            new ReadingHours(new(9, 0), [], []).EndOfNext(Utc("2026-11-29 08:00"), TimeZoneInfo.Utc)
        );
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_the_first_after_it() =>
        Assert.Equal(
            Utc("2026-03-08 07:00"),
            new ReadingHours(new(2, 30), [DayOfWeek.Sunday], []).EndOfNext(
                Utc("2026-03-07 12:00"),
                TimeZoneInfo.FindSystemTimeZoneById("America/New_York")
            )
        );

    [Fact]
    public void Whenever_it_is_sent_it_is_promised_for_a_later_weekday_at_most_three_days_on_and_never_for_tonight() =>
        Gen.Select(Gen.Int[0, 366 * 24 * 60], Gen.OneOf(Zones))
            .Sample(
                (minute, name) =>
                {
                    var (zone, sent) = (TimeZoneInfo.FindSystemTimeZoneById(name), Utc("2026-01-01 00:00").AddMinutes(minute));
                    var promised = ReadingHours.Default.EndOfNext(sent, zone);
                    var days = LocalDay.Of(promised, zone).DayNumber - LocalDay.Of(sent, zone).DayNumber;
                    return days is >= 1 and <= 3
                        && LocalDay.Of(promised, zone).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
                        && LocalTime.Of(promised, zone) == new TimeOnly(17, 0);
                },
                iter: Gate.Cases(20_000)
            );

    private static DateTime Utc(string at) => DateTime.SpecifyKind(DateTime.Parse(at, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
