using Glidepath.Paper.Visits;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Visits;

public class VisitCalendarTests
{
    private static readonly CalendarVisit Visit = new(
        Guid.Parse("0193a000-0000-7000-8000-000000000007"),
        0,
        new DateTime(2026, 12, 4, 18, 0, 0, DateTimeKind.Utc),
        new DateTime(2026, 12, 4, 18, 30, 0, DateTimeKind.Utc),
        false,
        new DateTime(2026, 12, 1, 10, 0, 0, DateTimeKind.Utc)
    );

    [Fact]
    public void The_entry_says_when_and_nothing_else()
    {
        var file = VisitCalendar.Write(Visit);
        Assert.Contains("SUMMARY:Appointment\r\n", file, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20261204T180000Z\r\n", file, StringComparison.Ordinal);
        Assert.Contains("DTEND:20261204T183000Z\r\n", file, StringComparison.Ordinal);
        Assert.Contains("STATUS:CONFIRMED\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain("DESCRIPTION", file, StringComparison.Ordinal);
        Assert.DoesNotContain("LOCATION", file, StringComparison.Ordinal);
        Assert.DoesNotContain("lidepath", file, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(NeutralMessage.TellingWords(file));
    }

    [Fact]
    public void A_moved_visit_keeps_its_entry_and_one_that_is_called_off_takes_it_out()
    {
        var (first, moved) = (VisitCalendar.Write(Visit), VisitCalendar.Write(Visit with { Sequence = 1, StartsAt = Visit.EndsAt }));
        Assert.Equal(Line(first, "UID:"), Line(moved, "UID:"));
        Assert.Equal(("SEQUENCE:0", "SEQUENCE:1"), (Line(first, "SEQUENCE:"), Line(moved, "SEQUENCE:")));
        var off = VisitCalendar.Write(Visit with { Sequence = 2, IsCalledOff = true });
        Assert.Equal(Line(first, "UID:"), Line(off, "UID:"));
        Assert.Equal(("METHOD:CANCEL", "STATUS:CANCELLED"), (Line(off, "METHOD:"), Line(off, "STATUS:")));
    }

    private static string Line(string file, string begins) =>
        Assert.Single(file.Split("\r\n"), l => l.StartsWith(begins, StringComparison.Ordinal));
}
