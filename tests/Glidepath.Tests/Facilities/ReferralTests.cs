using Glidepath.Treatment;
using Glidepath.Treatment.Facilities;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Facilities;

public sealed class ReferralTests
{
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly Guid Staff = Guid.Parse("00000000-0000-0000-0000-0000000000aa");

    private static readonly Place Place = new()
    {
        Id = Guid.Parse("00000000-0000-0000-0000-0000000000bb"),
        Name = "Made-up House",
        Street = "1 Example Street",
        City = "Springvale",
        State = "CA",
        Zip = "00000",
        Programmes = [],
    };

    private static MoveEntry Entry(int day = 0, string? words = null) =>
        new(Guid.CreateVersion7(), Day.AddDays(day).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), Staff, TimeZoneInfo.Utc, words);

    private static MoveEntry At(string instant, string zone) =>
        new(
            Guid.CreateVersion7(),
            DateTime.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime(),
            Staff,
            TimeZoneInfo.FindSystemTimeZoneById(zone)
        );

    private static Referral Drafted() =>
        Referral
            .Draft(
                Guid.CreateVersion7(),
                EpisodeOfCare.Open(Guid.CreateVersion7(), Guid.CreateVersion7(), Day, Entry()).Episode,
                Place,
                Day,
                Entry()
            )
            .Referral;

    private static Referral Arrived()
    {
        var referral = Drafted();
        referral.Agree(HandOffConsent.PersonOnTheLine, null, Day, Entry());
        referral.Move(ReferralState.Sent, Day, Entry());
        referral.Move(ReferralState.Accepted, Day, Entry());
        referral.MakeAppointment(Day.AddDays(3), Day, Entry());
        Assert.Equal("referral.arrived.ahead", Assert.Throws<RuleViolationException>(() => referral.Arrive(Day.AddDays(4), Entry(3))).Rule);
        referral.Arrive(Day.AddDays(3), Entry(3));
        return referral;
    }

    /// <summary>In the evening in Los Angeles it is the next day in UTC, and in the morning in Auckland still the one before.</summary>
    [Theory]
    [InlineData("2026-12-02T04:00:00Z", "America/Los_Angeles", "2026-12-01")]
    [InlineData("2026-12-01T20:00:00Z", "Pacific/Auckland", "2026-12-02")]
    public void A_step_on_a_day_after_today_where_the_program_is_is_refused(string instant, string zone, string today)
    {
        var (referral, day) = (Drafted(), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(
            "referral.move.day",
            Assert
                .Throws<RuleViolationException>(() =>
                    referral.Agree(HandOffConsent.PersonOnTheLine, null, day.AddDays(1), At(instant, zone))
                )
                .Rule
        );
        referral.Agree(HandOffConsent.PersonOnTheLine, null, day, At(instant, zone));
        Assert.Equal(ReferralState.Consented, referral.State);
    }

    [Fact]
    public void Nothing_reaches_a_place_before_the_person_agreed()
    {
        var referral = Drafted();
        Assert.Equal(
            "referral.move.does-not-follow",
            Assert.Throws<RuleViolationException>(() => referral.Move(ReferralState.Sent, Day, Entry())).Rule
        );
        referral.Agree(HandOffConsent.PersonOnTheLine, null, Day, Entry());
        Assert.Equal(ReferralState.Sent, referral.Move(ReferralState.Sent, Day, Entry()).To);
    }

    [Fact]
    public void A_written_consent_is_named_and_a_person_on_the_line_needs_none()
    {
        Assert.Throws<RuleViolationException>(() => Drafted().Agree(HandOffConsent.WrittenConsent, null, Day, Entry()));
        Assert.Throws<RuleViolationException>(() => Drafted().Agree(HandOffConsent.PersonOnTheLine, Staff, Day, Entry()));
    }

    [Fact]
    public void Every_move_that_is_not_named_as_next_is_refused_and_changes_nothing()
    {
        foreach (var to in new[] { ReferralState.Sent, ReferralState.Accepted, ReferralState.Waitlisted, ReferralState.DidNotArrive })
        {
            var referral = Drafted();
            Assert.Throws<RuleViolationException>(() => referral.Move(to, Day, Entry()));
            Assert.Equal(ReferralState.Drafted, referral.State);
        }
        Assert.Throws<RuleViolationException>(() => Drafted().Move(ReferralState.Withdrawn, Day.AddDays(40), Entry()));
    }

    [Fact]
    public void After_arrival_two_checks_are_due_and_silence_is_written_down_as_silence()
    {
        var referral = Arrived();
        Assert.Equal(Day.AddDays(10), referral.NextCheck);
        Assert.Equal(
            "referral.check.words-missing",
            Assert.Throws<RuleViolationException>(() => referral.Check(Day.AddDays(10), Entry(10))).Rule
        );
        referral.Check(Day.AddDays(10), Entry(10, "Nobody answered."));
        Assert.Equal(Day.AddDays(33), referral.NextCheck);
        Assert.True(referral.IsOpen);
        referral.Check(Day.AddDays(33), Entry(33, "She sleeps better."));
        Assert.False(referral.IsOpen);
        Assert.Throws<RuleViolationException>(() => referral.Check(Day.AddDays(40), Entry(40, "Again")));
    }

    [Fact]
    public void Someone_who_did_not_arrive_can_be_given_another_day()
    {
        var referral = Drafted();
        referral.Agree(HandOffConsent.PersonOnTheLine, null, Day, Entry());
        referral.Move(ReferralState.Sent, Day, Entry());
        referral.Move(ReferralState.Accepted, Day, Entry());
        referral.MakeAppointment(Day.AddDays(3), Day, Entry());
        referral.Move(ReferralState.DidNotArrive, Day.AddDays(3), Entry(3));
        referral.MakeAppointment(Day.AddDays(9), Day.AddDays(3), Entry(3));
        Assert.Equal(ReferralState.Appointment, referral.State);
    }

    [Fact]
    public void The_same_step_is_recorded_once()
    {
        var referral = Drafted();
        referral.Agree(HandOffConsent.PersonOnTheLine, null, Day, Entry());
        Assert.Equal(
            "referral.consent.already",
            Assert.Throws<RuleViolationException>(() => referral.Agree(HandOffConsent.PersonOnTheLine, null, Day, Entry())).Rule
        );
        // On another consent, where the first has ended.
        referral.Agree(HandOffConsent.WrittenConsent, Staff, Day, Entry());
        referral.Move(ReferralState.Sent, Day, Entry());
        referral.Move(ReferralState.Accepted, Day, Entry());
        referral.MakeAppointment(Day.AddDays(3), Day, Entry());
        Assert.Equal(
            "referral.appointment.same",
            Assert.Throws<RuleViolationException>(() => referral.MakeAppointment(Day.AddDays(3), Day, Entry())).Rule
        );
        referral.MakeAppointment(Day.AddDays(4), Day, Entry());
        Assert.Equal(Day.AddDays(4), referral.AppointmentOn);
    }
}
