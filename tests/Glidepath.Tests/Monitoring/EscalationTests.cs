using Glidepath.Tests.Patients;
using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Monitoring;

/// <summary>Who is told of an alert, and when: by the clock of the policy, and never in the quiet hours but for red.</summary>
public sealed class EscalationTests
{
    private static readonly TimeZoneInfo Eastern = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static readonly Guid Nurse = Guid.CreateVersion7();

    /// <summary>10:00 in the morning there.</summary>
    private static readonly DateTime Ten = new(2026, 11, 23, 15, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_red_alert_goes_to_the_nurse_at_once_and_again_then_to_the_prescriber_and_the_director_and_then_to_everyone()
    {
        var alert = Open(AlertLevel.Red, Ten);
        Assert.Equal(
            [
                (0, [AlertTo.Nurse]),
                (15, [AlertTo.Nurse]),
                (20, [AlertTo.Prescriber]),
                (35, [AlertTo.Director]),
                (50, [AlertTo.Nurse, AlertTo.Prescriber, AlertTo.Director]),
                (65, [AlertTo.Nurse, AlertTo.Prescriber, AlertTo.Director]),
            ],
            Steps(alert, 6)
        );
    }

    [Fact]
    public void One_that_was_acknowledged_goes_on_to_the_prescriber_and_the_director_until_someone_has_acted()
    {
        var alert = Open(AlertLevel.Red, Ten);
        alert.Step(Ten, Eastern);
        alert.Acknowledge(Ten.AddMinutes(6), Nurse, Eastern);
        Assert.Equal([(36, [AlertTo.Prescriber]), (66, [AlertTo.Director]), (126, Everyone)], Steps(alert, 3));
        alert.Act(Ten.AddMinutes(130), Nurse, Eastern);
        Assert.Equal((Ten.AddMinutes(130).AddHours(72), Nurse), (alert.NextAt, alert.ActedBy));
    }

    [Fact]
    public void Who_tried_and_did_not_reach_the_person_has_it_in_hand_and_others_are_told_all_the_same()
    {
        var alert = Open(AlertLevel.Red, Ten);
        alert.Try(Ten.AddMinutes(2), Nurse, Eastern);
        Assert.Equal(AlertState.Acknowledged, alert.State);
        Assert.Equal(Ten.AddMinutes(32), alert.NextAt);
        Assert.Equal("alert.close.not-acted", Assert.Throws<RuleViolationException>(() => alert.Close("x", Ten, Nurse)).Rule);
    }

    [Theory]
    [InlineData(AlertLevel.Red, "2026-11-24 03:30", "2026-11-24 03:30")]
    [InlineData(AlertLevel.Today, "2026-11-24 03:30", "2026-11-24 12:00")]
    [InlineData(AlertLevel.ThisWeek, "2026-11-24 03:30", "2026-11-24 12:00")]
    [InlineData(AlertLevel.Today, "2026-11-24 01:59", "2026-11-24 01:59")]
    // The night in which the clocks go back, and the one in which they go forward: seven in the morning there.
    [InlineData(AlertLevel.Today, "2026-11-01 04:30", "2026-11-01 12:00")]
    [InlineData(AlertLevel.Today, "2027-03-14 04:30", "2027-03-14 11:00")]
    public void In_the_quiet_hours_where_the_person_is_only_a_red_alert_tells_anybody(AlertLevel level, string opened, string told) =>
        Assert.Equal(Utc(told), Open(level, Utc(opened)).NextAt);

    [Fact]
    public void Of_this_week_the_prescriber_is_told_at_nine_of_the_next_morning_there()
    {
        var alert = Open(AlertLevel.ThisWeek, Ten);
        alert.Step(Ten, Eastern);
        Assert.Equal(new DateTime(2026, 11, 24, 14, 0, 0, DateTimeKind.Utc), alert.NextAt);
        Assert.Equal([AlertTo.Prescriber], alert.NextTold);
    }

    [Fact]
    public void Where_no_one_is_on_duty_the_next_does_not_wait_and_where_nobody_at_all_is_there_it_is_tried_again_soon()
    {
        var alert = Open(AlertLevel.Red, Ten);
        foreach (var next in new[] { AlertTo.Prescriber, AlertTo.Director })
        {
            alert.Pass(Ten, Eastern);
            Assert.Equal([next], alert.NextTold);
            Assert.Equal(Ten, alert.NextAt);
        }
        alert.Pass(Ten, Eastern);
        Assert.Equal(Everyone, alert.NextTold);
        Assert.Equal(Ten + EscalationPolicy.RetryWithNobody, alert.NextAt);
    }

    [Fact]
    public void After_an_hour_without_the_engine_everyone_who_was_due_is_told_once()
    {
        var alert = Open(AlertLevel.Red, Ten);
        var late = Ten.AddHours(1);
        var told = new List<AlertTo>();
        while (alert.NextAt <= late)
        {
            told.AddRange(alert.NextTold);
            alert.Step(late, Eastern);
        }
        Assert.Equal([AlertTo.Nurse, AlertTo.Prescriber, AlertTo.Director], told);
    }

    [Fact]
    public void What_comes_again_after_someone_acted_opens_it_anew_and_what_comes_while_it_is_open_only_joins()
    {
        var alert = Open(AlertLevel.Today, Ten);
        alert.Again(new(AlertCause.Happened, AlertLevel.Today, "Alcohol", Guid.Empty), By(Ten.AddMinutes(5)), false, Eastern);
        Assert.Equal((AlertState.Open, Ten, 2), (alert.State, alert.EscalatesFrom, alert.Reasons.Count));
        alert.Act(Ten.AddMinutes(10), Nurse, Eastern);
        alert.Again(new(AlertCause.Happened, AlertLevel.Today, "A fall", Guid.Empty), By(Ten.AddMinutes(20)), false, Eastern);
        Assert.Equal((AlertState.Open, Ten.AddMinutes(20), null), (alert.State, alert.NextAt, alert.AcknowledgedBy));
    }

    [Fact]
    public void One_that_becomes_heavier_begins_anew_by_the_heavier_policy_and_never_becomes_lighter()
    {
        var alert = Open(AlertLevel.ThisWeek, Ten);
        alert.Step(Ten, Eastern);
        alert.Again(new(AlertCause.Happened, AlertLevel.Red, "x", Guid.Empty), By(Ten.AddHours(12)), false, Eastern);
        Assert.Equal((AlertLevel.Red, Ten.AddHours(12)), (alert.Level, alert.NextAt));
        alert.Again(new(AlertCause.Happened, AlertLevel.ThisWeek, "y", Guid.Empty), By(Ten.AddHours(13)), false, Eastern);
        Assert.Equal(AlertLevel.Red, alert.Level);
    }

    [Fact]
    public void What_staff_enter_they_have_before_them_and_it_escalates_all_the_same()
    {
        var alert = Alert.Open(Made.Episode(), Fall(AlertLevel.Red), By(Ten), isSeen: true, Eastern);
        Assert.Equal((AlertState.Acknowledged, Ten.AddMinutes(30)), (alert.State, alert.NextAt));
        Assert.Equal([AlertTo.Prescriber], alert.NextTold);
    }

    [Theory]
    [InlineData(AlertLevel.Red, 72)]
    [InlineData(AlertLevel.Today, 72)]
    [InlineData(AlertLevel.ThisWeek, 168)]
    public void One_that_was_acted_on_and_not_closed_is_told_to_the_next_step_until_it_is_closed(AlertLevel level, int hours)
    {
        var alert = Open(level, Ten);
        alert.Step(Ten, Eastern);
        alert.Act(Ten.AddMinutes(30), Nurse, Eastern);
        var acted = Ten.AddMinutes(30);
        Assert.False(alert.IsLeftOpen(acted.AddHours(24).AddSeconds(-1)));
        Assert.True(alert.IsLeftOpen(acted.AddHours(24)));
        AlertTo[][] told =
        [
            [AlertTo.Prescriber],
            [AlertTo.Director],
            Everyone,
            Everyone,
        ];
        foreach (var (to, time) in told.Select((to, i) => (to, acted.AddHours(hours * (i + 1)))))
        {
            Assert.Equal(time, alert.NextAt);
            Assert.Equal(to, alert.NextTold);
            alert.Step(time, Eastern);
        }
        alert.Close("Reached, and well.", acted.AddDays(30), Nurse);
        Assert.Equal((null, false), (alert.NextAt, alert.IsLeftOpen(acted.AddDays(31))));
    }

    [Fact]
    public void Nobody_is_waked_for_one_that_was_acted_on_and_where_nobody_is_there_it_is_tried_the_next_day()
    {
        var night = Utc("2026-11-24 03:30");
        var alert = Open(AlertLevel.Red, night);
        alert.Step(night, Eastern);
        alert.Act(night, Nurse, Eastern);
        var morning = Utc("2026-11-27 12:00");
        Assert.Equal(morning, alert.NextAt);
        alert.Pass(morning, Eastern);
        Assert.Equal(morning.AddDays(1), alert.NextAt);
        Assert.Equal([AlertTo.Director], alert.NextTold);
    }

    [Fact]
    public void A_closed_alert_takes_nothing_more()
    {
        var alert = Open(AlertLevel.Red, Ten);
        alert.Act(Ten, Nurse, Eastern);
        alert.Close("Reached, and well.", Ten, Nurse);
        Assert.Null(alert.NextAt);
        foreach (
            var more in new Action[]
            {
                () => alert.Acknowledge(Ten, Nurse, Eastern),
                () => alert.Act(Ten, Nurse, Eastern),
                () => alert.Try(Ten, Nurse, Eastern),
                () => alert.Close("x", Ten, Nurse),
                () => alert.Again(Fall(AlertLevel.Red), By(Ten), false, Eastern),
                () => alert.HandOver(Ten),
            }
        )
            Assert.Equal("alert.closed", Assert.Throws<RuleViolationException>(more).Rule);
    }

    [Fact]
    public void Each_policy_begins_with_the_nurse_at_once_and_ends_with_the_director() =>
        Assert.All(
            EscalationPolicy.All,
            p =>
            {
                Assert.Equal((AlertTo.Nurse, TimeSpan.Zero), (p.Steps[0].To, p.Steps[0].After));
                Assert.Equal(AlertTo.Director, p.Steps[^1].To);
                Assert.Equal(p.Steps.OrderBy(s => s.After), p.Steps);
            }
        );

    private static readonly AlertTo[] Everyone = [AlertTo.Nurse, AlertTo.Prescriber, AlertTo.Director];

    /// <summary>Minutes from the beginning.</summary>
    private static IEnumerable<(int Minutes, AlertTo[] Told)> Steps(Alert alert, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (at, told) = (alert.NextAt!.Value, alert.NextTold);
            alert.Step(at, Eastern);
            yield return ((int)(at - Ten).TotalMinutes, [.. told]);
        }
    }

    private static Alert Open(AlertLevel level, DateTime at) => Alert.Open(Made.Episode(), Fall(level), By(at), isSeen: false, Eastern);

    private static AlertAsked Fall(AlertLevel level) => new(AlertCause.Happened, level, "A fall", Guid.Empty);

    private static Entry By(DateTime at) => new(Guid.CreateVersion7(), at, Nurse);

    private static DateTime Utc(string at) =>
        DateTime.SpecifyKind(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
