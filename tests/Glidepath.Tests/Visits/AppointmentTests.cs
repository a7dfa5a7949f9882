using Glidepath.Tests.Patients;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Visits;
using Kind = Glidepath.Treatment.Visits.AppointmentKind;
using State = Glidepath.Treatment.Visits.AppointmentState;

namespace Glidepath.Tests.Visits;

public class AppointmentTests
{
    private static readonly TimeZoneInfo Pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    private static readonly AppointmentWith Nurse = new(Made.Staff, "Nils Nurse", Role.Nurse, false);

    private static readonly AppointmentDetails Friday = new(new(2026, 12, 4), new(10, 0), 30);

    private static readonly EpisodeOfCare Episode = Made.Episode();

    [Fact]
    public void A_visit_is_kept_as_an_instant_and_as_the_day_and_time_where_the_program_is()
    {
        var (visit, step) = Plan(Friday with { Place = " Room 4 " });
        Assert.Equal(new DateTime(2026, 12, 4, 18, 0, 0, DateTimeKind.Utc), visit.StartsAt);
        Assert.Equal(visit.StartsAt.AddMinutes(30), visit.EndsAt);
        Assert.Equal(Friday with { Place = "Room 4", WithName = "Nils Nurse" }, visit.Details);
        Assert.Equal((visit.Id, AppointmentStepKind.Planned, step.Id), (step.AppointmentId, step.Kind, visit.LastStepId));
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_refused_and_of_one_that_comes_twice_the_first_is_taken()
    {
        // 2027-03-14 02:00 becomes 03:00; 2027-11-07 02:00 becomes 01:00.
        var skipped = Friday with
        {
            On = new(2027, 3, 14),
            At = new(2, 30),
        };
        Assert.Equal("visit.time.skipped", Made.RuleOf(() => Plan(skipped)));
        var broken = Assert.Throws<RuleViolationException>(() => Plan(skipped));
        Assert.Contains("On Mar 14, 2027 the clocks go forward and skip 2:30 AM", broken.Message, StringComparison.Ordinal);
        var twice = Friday with { On = new(2027, 11, 7), At = new(1, 30) };
        Assert.True(LocalTime.IsTwice(twice.On, twice.At, Pacific));
        Assert.Equal(new DateTime(2027, 11, 7, 8, 30, 0, DateTimeKind.Utc), Plan(twice).Visit.StartsAt);
        Assert.Equal(TimeSpan.FromHours(25), LocalTime.StartOf(new(2027, 11, 8), Pacific) - LocalTime.StartOf(new(2027, 11, 7), Pacific));
        // Midnight is skipped in Santiago.
        var santiago = TimeZoneInfo.FindSystemTimeZoneById("America/Santiago");
        Assert.Equal(new DateTime(2026, 9, 6, 4, 0, 0, DateTimeKind.Utc), LocalTime.StartOf(new(2026, 9, 6), santiago));
    }

    [Theory]
    [InlineData(4, "visit.minutes")]
    [InlineData(481, "visit.minutes")]
    [InlineData(5, null)]
    [InlineData(480, null)]
    public void A_visit_lasts_5_to_480_minutes(int minutes, string? rule) => Refused(rule, () => Plan(Friday with { Minutes = minutes }));

    [Theory]
    [InlineData("2026-11-30", "visit.day")]
    [InlineData("2026-12-01", null)]
    [InlineData("2028-12-01", null)]
    [InlineData("2028-12-02", "visit.day")]
    public void A_visit_is_not_before_the_episode_and_at_most_two_years_ahead(string day, string? rule) =>
        Refused(rule, () => Plan(Friday with { On = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }));

    [Theory]
    [InlineData(Kind.Video, null, "visit.link.needed")]
    [InlineData(Kind.Video, "http://video.example.org/room", "visit.link.insecure")]
    [InlineData(Kind.Video, "javascript:alert(1)", "visit.link.insecure")]
    [InlineData(Kind.Video, "https://video.example.org@evil.example/room", "visit.link.insecure")]
    [InlineData(Kind.Nurse, "https://video.example.org/room", "visit.link.not-video")]
    [InlineData(Kind.Video, "https://video.example.org/room", null)]
    [InlineData(Kind.Telephone, null, null)]
    [InlineData((Kind)99, null, "visit.kind")]
    public void Only_a_video_visit_has_a_link_and_it_is_secure(Kind kind, string? link, string? rule) =>
        Refused(rule, () => Plan(Friday with { Link = link }, kind));

    [Theory]
    [InlineData(Role.Prescriber, false, null)]
    [InlineData(Role.Counsellor, false, null)]
    [InlineData(Role.Nurse, true, "visit.with.disabled")]
    [InlineData(Role.Helpline, false, "visit.with.role")]
    [InlineData(Role.Patient, false, "visit.with.role")]
    [InlineData(null, false, "visit.with.role")]
    public void A_visit_is_with_a_clinician_whose_account_is_in_use(Role? role, bool isDisabled, string? rule) =>
        Refused(rule, () => Plan(Friday, with: Nurse with { Role = role, IsDisabled = isDisabled }));

    [Fact]
    public void Nobody_came_or_stayed_away_before_the_visit_began_and_it_can_be_called_off_any_time()
    {
        var visit = Plan(Friday).Visit;
        var early = visit.StartsAt.AddSeconds(-1);
        Assert.Equal("visit.outcome.early", Made.RuleOf(() => visit.End(State.Came, null, At(early))));
        Assert.Equal("visit.outcome.early", Made.RuleOf(() => visit.End(State.DidNotCome, "no word", At(early))));
        Assert.Equal((State.Planned, 0), (visit.State, visit.Sequence));
        Assert.Equal("visit.why.missing", Made.RuleOf(() => visit.End(State.CalledOff, " ", At(early))));
        visit.End(State.CalledOff, "They have a cold.", At(early));
        Assert.Equal((State.CalledOff, 1), (visit.State, visit.Sequence));
        Assert.Equal("visit.ended", Made.RuleOf(() => visit.End(State.Came, null, At(visit.StartsAt))));
        var came = Plan(Friday).Visit;
        Assert.Null(came.End(State.Came, null, At(came.StartsAt)).Why);
    }

    [Fact]
    public void A_visit_is_moved_to_another_that_keeps_its_place_in_the_calendar()
    {
        var visit = Plan(Friday).Visit;
        Assert.Equal("visit.move.nothing", Made.RuleOf(() => Move(visit, Friday)));
        Assert.Equal("visit.why.missing", Made.RuleOf(() => Move(visit, Friday with { At = new(11, 0) }, "")));
        Assert.Equal(State.Planned, visit.State);
        var (next, steps) = Move(visit, Friday with { At = new(11, 0) });
        Assert.Equal((State.Moved, (Guid?)next.Id), (visit.State, visit.MovedToId));
        Assert.Equal((State.Planned, visit.CalendarId, 1), (next.State, next.CalendarId, next.Sequence));
        Assert.Equal([AppointmentStepKind.Moved, AppointmentStepKind.Planned], steps.Select(s => s.Kind));
        Assert.Equal([visit.Id, next.Id], steps.Select(s => s.AppointmentId));
        Assert.Distinct(steps.Select(s => s.Id));
        Assert.Equal("visit.ended", Made.RuleOf(() => Move(visit, Friday with { At = new(12, 0) })));
        Assert.Equal("visit.correct.nothing", Made.RuleOf(() => visit.Correct(State.Came, "why", At(visit.StartsAt))));
        Assert.Equal(2, Move(next, Friday).Next.Sequence);
    }

    [Fact]
    public void A_correction_is_a_step_that_amends_the_last_one_and_says_why()
    {
        var visit = Plan(Friday).Visit;
        var wrong = visit.End(State.DidNotCome, "no word", At(visit.StartsAt));
        visit.FollowUp("called them", At(visit.EndsAt));
        Assert.Equal("visit.correct.same", Made.RuleOf(() => visit.Correct(State.DidNotCome, "why", At(visit.EndsAt))));
        Assert.Equal("visit.why.missing", Made.RuleOf(() => visit.Correct(State.Came, null, At(visit.EndsAt))));
        var right = visit.Correct(State.Came, "They sat in the other room.", At(visit.EndsAt));
        Assert.Equal((wrong.Id, "They sat in the other room."), (right.AmendsId, right.AmendmentReason));
        Assert.Equal((State.Came, right.Id, (DateTime?)null), (visit.State, visit.LastStepId, visit.FollowedUpAt));
        visit.Correct(State.Planned, "another person", At(visit.EndsAt));
        Assert.Equal(State.Planned, visit.State);
        Assert.Equal("visit.correct.nothing", Made.RuleOf(() => visit.Correct(State.Came, "why", At(visit.EndsAt))));
    }

    [Fact]
    public void A_calendar_hears_that_a_visit_is_not_called_off_after_all()
    {
        var visit = Plan(Friday).Visit;
        visit.End(State.CalledOff, "cold", At(visit.StartsAt.AddDays(-1)));
        visit.Correct(State.Planned, "wrong person", At(visit.StartsAt.AddDays(-1)));
        Assert.Equal((State.Planned, 2), (visit.State, visit.Sequence));
    }

    [Fact]
    public void Who_did_not_come_waits_until_somebody_says_what_was_done()
    {
        var visit = Plan(Friday).Visit;
        Assert.Equal("visit.follow-up.not-open", Made.RuleOf(() => visit.FollowUp("called", At(visit.EndsAt))));
        visit.End(State.DidNotCome, "no word", At(visit.EndsAt));
        Assert.True(visit.WaitsForFollowUp);
        Assert.Equal("visit.follow-up.missing", Made.RuleOf(() => visit.FollowUp(" ", At(visit.EndsAt))));
        Assert.True(visit.WaitsForFollowUp);
        Assert.Equal("called them", visit.FollowUp("called them", At(visit.EndsAt)).Why);
        Assert.False(visit.WaitsForFollowUp);
    }

    [Theory]
    [InlineData(Kind.Nurse, 10, 30, false)]
    [InlineData(Kind.Nurse, 10, 29, true)]
    [InlineData(Kind.Nurse, 9, 30, false)]
    [InlineData(Kind.Nurse, 9, 31, true)]
    [InlineData(Kind.Group, 10, 0, true)]
    public void Two_visits_overlap_where_one_begins_before_the_other_has_ended(Kind kind, int hour, int minute, bool overlaps)
    {
        var other = Plan(Friday with { At = new(hour, minute) }, kind).Visit;
        Assert.Equal(overlaps, Plan(Friday).Visit.Overlaps(other.Kind, other.StartsAt, other.EndsAt));
    }

    [Fact]
    public void A_group_at_one_time_is_one_visit_of_many()
    {
        var (one, same) = (Plan(Friday, Kind.Group).Visit, Plan(Friday, Kind.Group).Visit);
        Assert.False(one.Overlaps(same.Kind, same.StartsAt, same.EndsAt));
        var later = Plan(Friday with { At = new(10, 15) }, Kind.Group).Visit;
        Assert.True(one.Overlaps(later.Kind, later.StartsAt, later.EndsAt));
    }

    private static void Refused(string? rule, Action broken)
    {
        if (rule is null)
            broken();
        else
            Assert.Equal(rule, Made.RuleOf(broken));
    }

    private static (Appointment Visit, AppointmentStep Step) Plan(
        AppointmentDetails details,
        Kind kind = Kind.Nurse,
        AppointmentWith? with = null
    ) => Appointment.Plan(Guid.CreateVersion7(), Episode, kind, details, with ?? Nurse, Pacific, Made.Entry());

    private static (Appointment Next, AppointmentStep[] Steps) Move(Appointment visit, AppointmentDetails to, string why = "They asked.") =>
        visit.Move(Guid.CreateVersion7(), Episode, Kind.Nurse, to, Nurse, Pacific, why, Made.Entry());

    private static Entry At(DateTime at) => new(Guid.CreateVersion7(), at, Made.Staff);
}
