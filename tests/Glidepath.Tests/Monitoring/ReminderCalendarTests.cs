using Glidepath.Paper.Monitoring;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Monitoring;

/// <summary>Reminders of check-ins for a calendar that others may see.</summary>
public sealed class ReminderCalendarTests
{
    private static readonly Guid Id = Guid.Parse("0193a000-0000-7000-8000-000000000007");

    private static readonly DateOnly Day = new(2026, 12, 1);

    private static readonly DateTime At = new(2026, 12, 1, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void It_says_that_it_reminds_and_when_by_the_clock_of_the_phone_and_nothing_else()
    {
        var file = ReminderCalendar.Write(Id, [new(Day, 4, Day.AddDays(84))], new(19, 0), At);
        Assert.Equal(
            """
            BEGIN:VCALENDAR
            METHOD:PUBLISH
            PRODID:-//Calendar//EN
            VERSION:2.0
            BEGIN:VEVENT
            CLASS:PRIVATE
            DTSTAMP:20261201T100000Z
            DTSTART:20261201T190000
            DURATION:PT5M
            RRULE:FREQ=DAILY;INTERVAL=4;UNTIL=20270223T190000
            SEQUENCE:28893600
            STATUS:CONFIRMED
            SUMMARY:A reminder
            TRANSP:TRANSPARENT
            UID:0193a000000070008000000000000007-0@calendar.invalid
            BEGIN:VALARM
            ACTION:DISPLAY
            DESCRIPTION:A reminder
            TRIGGER:P0D
            END:VALARM
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"),
            file
        );
        Assert.Empty(NeutralMessage.TellingWords(file));
    }

    [Fact]
    public void A_newer_file_takes_the_place_of_an_older_one()
    {
        var (first, second) = (Written(At), Written(At.AddMinutes(1)));
        Assert.Equal(Line(first, "UID:"), Line(second, "UID:"));
        Assert.True(int.Parse(Line(first, "SEQUENCE:")[9..]) < int.Parse(Line(second, "SEQUENCE:")[9..]));

        static string Written(DateTime at) => ReminderCalendar.Write(Id, [new(Day, 1, Day.AddDays(84))], new(9, 0), at);
    }

    [Theory]
    [InlineData(HowOften.Daily, null, "0-84/1")]
    [InlineData(HowOften.TwiceAWeek, null, "0-84/4")]
    [InlineData(HowOften.Weekly, 3, "0-84/7")]
    [InlineData(HowOften.NotAtAll, 3, "")]
    [InlineData(HowOften.AsPlanned, null, "0-84/4")]
    [InlineData(HowOften.AsPlanned, 0, "0-13/1 14-84/4")]
    [InlineData(HowOften.AsPlanned, 13, "0-0/1 1-84/4")]
    [InlineData(HowOften.AsPlanned, 14, "0-84/4")]
    public void Its_days_are_those_of_how_often_the_person_checks_in(HowOften howOften, int? daysSinceCut, string days) =>
        Assert.Equal(
            days,
            string.Join(
                ' ',
                CheckInRhythm
                    .Stretches(howOften, new(daysSinceCut is { } ago ? Day.AddDays(-ago) : null), Day, Day.AddDays(84))
                    .Select(s => $"{s.From.DayNumber - Day.DayNumber}-{s.Last.DayNumber - Day.DayNumber}/{s.Every}")
            )
        );

    private static string Line(string file, string begins) =>
        Assert.Single(file.Split("\r\n"), l => l.StartsWith(begins, StringComparison.Ordinal));
}
