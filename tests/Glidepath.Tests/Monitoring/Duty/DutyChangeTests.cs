using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Monitoring.Duty;

/// <summary>What may be changed about duty, by whom; what is refused says why and changes nothing.</summary>
public class DutyChangeTests
{
    private static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    private static readonly DateOnly Today = new(2026, 11, 30);

    /// <summary>Noon in Chicago.</summary>
    private static readonly DateTime Now = new(2026, 11, 30, 18, 0, 0, DateTimeKind.Utc);

    private static readonly Actor Director = new(Guid.CreateVersion7(), Role.Director);

    private static readonly Actor Ann = new(Guid.CreateVersion7(), Role.Nurse);

    private static readonly Actor Ben = new(Guid.CreateVersion7(), Role.Nurse);

    private static readonly Actor Pia = new(Guid.CreateVersion7(), Role.Prescriber);

    private static readonly HashSet<(DutyRole, Guid)> Able =
    [
        (DutyRole.Nurse, Ann.AccountId),
        (DutyRole.Nurse, Ben.AccountId),
        (DutyRole.Prescriber, Pia.AccountId),
    ];

    private static readonly RotationTerms Day = new(
        DutyRole.Nurse,
        "Day",
        new(7, 0),
        new(19, 0),
        DutyRoles.EachDay,
        Today,
        null,
        [Ann.AccountId],
        7
    );

    private static readonly RotationTerms Night = Day with
    {
        Shift = "Night",
        StartsAt = new(19, 0),
        EndsAt = new(7, 0),
        InTurn = [Ben.AccountId],
    };

    /// <summary>Tomorrow's day shift, which is Ann's.</summary>
    private static readonly OverrideTerms Tomorrow = new(
        DutyRole.Nurse,
        new(2026, 12, 1),
        new(7, 0),
        new(2026, 12, 1),
        new(19, 0),
        Ben.AccountId,
        "Dentist"
    );

    public static TheoryData<RotationTerms, string> WrongRotations() =>
        new()
        {
            { Day with { Shift = " " }, "duty.rotation.shift.missing" },
            { Day with { Shift = new string('a', DutyRotation.LongestShift + 1) }, "duty.rotation.shift.too-long" },
            { Day with { Days = DutyDays.None }, "duty.rotation.days" },
            { Day with { From = Today.AddDays(-1) }, "duty.rotation.from" },
            { Day with { From = Today.AddYears(1).AddDays(1) }, "duty.rotation.from" },
            { Day with { Until = Today.AddDays(-1) }, "duty.rotation.until" },
            { Day with { InTurn = [] }, "duty.rotation.turn" },
            { Day with { InTurn = [.. Enumerable.Repeat(Ann.AccountId, DutyRotation.MostInTurn + 1)] }, "duty.rotation.turn" },
            { Day with { InTurn = [Ann.AccountId, Pia.AccountId] }, "duty.rotation.turn.unable" },
            { Day with { EveryDays = 0 }, "duty.rotation.every" },
            { Day with { EveryDays = DutyRotation.MostEveryDays + 1 }, "duty.rotation.every" },
            { Night with { Shift = "NIGHT" }, "duty.rotation.twice" },
        };

    [Theory]
    [MemberData(nameof(WrongRotations), DisableDiscoveryEnumeration = true)]
    public void A_rotation_that_cannot_be_is_refused_by_its_field(RotationTerms wrong, string rule) =>
        Assert.Equal(rule, Refused(() => Begin(wrong, Roster([Begin(Night)]))));

    [Fact]
    public void A_rotation_of_the_same_name_fits_on_other_days_or_after_the_other_has_ended()
    {
        var weekdays = Begin(Day with { Days = DutyRoles.MondayToFriday });
        var weekend = Begin(Day with { Days = DutyDays.Saturday | DutyDays.Sunday }, Roster([weekdays]));
        weekdays.End(Today.AddDays(6), Today, Now, Director);
        Assert.Equal("duty.rotation.twice", Refused(() => Begin(Day with { From = Today.AddDays(6) }, Roster([weekdays, weekend]))));
        Begin(Day with { From = Today.AddDays(7), Days = DutyRoles.MondayToFriday }, Roster([weekdays, weekend]));
    }

    [Fact]
    public void Only_a_director_begins_or_ends_a_rotation()
    {
        Assert.Equal("duty.rotation.director", Refused(() => DutyRotation.Begin(Guid.CreateVersion7(), Day, Roster([]), Today, Now, Ann)));
        Assert.Equal("duty.rotation.director", Refused(() => Begin(Day).End(Today, Today, Now, Ann)));
    }

    [Fact]
    public void A_rotation_ends_today_or_later_and_only_sooner_than_it_would()
    {
        var rotation = Begin(Day);
        Assert.Equal("duty.rotation.end.past", Refused(() => rotation.End(Today.AddDays(-1), Today, Now, Director)));
        rotation.End(Today.AddDays(3), Today, Now, Director);
        Assert.Equal((Today.AddDays(3), Director.AccountId), (rotation.Until, rotation.EndedBy));
        Assert.Equal("duty.rotation.end.later", Refused(() => rotation.End(Today.AddDays(3), Today, Now, Director)));
        Assert.Equal("duty.rotation.over", Refused(() => rotation.End(Today.AddDays(9), Today.AddDays(4), Now, Director)));
        // One that has not begun never does.
        var later = Begin(Day with { From = Today.AddDays(10) });
        later.End(Today, Today, Now, Director);
        Assert.DoesNotContain(true, Enumerable.Range(0, 40).Select(d => later.IsOn(Today.AddDays(d))));
    }

    public static TheoryData<OverrideTerms, string> WrongOverrides() =>
        new()
        {
            { Tomorrow with { ToTime = new(7, 0) }, "duty.override.order" },
            { Tomorrow with { ToDay = new(2026, 12, 15) }, "duty.override.long" },
            { Tomorrow with { FromDay = new(2026, 11, 30), ToDay = new(2026, 11, 30), ToTime = new(12, 0) }, "duty.override.past" },
            { Tomorrow with { FromDay = new(2027, 12, 1), ToDay = new(2027, 12, 2) }, "duty.override.far" },
            { Tomorrow with { AccountId = Pia.AccountId }, "duty.override.unable" },
            { Tomorrow with { AccountId = Guid.Empty }, "duty.override.unable" },
            { Tomorrow with { Why = "" }, "duty.override.why.missing" },
        };

    [Theory]
    [MemberData(nameof(WrongOverrides), DisableDiscoveryEnumeration = true)]
    public void An_override_that_cannot_be_is_refused_by_its_field(OverrideTerms wrong, string rule) =>
        Assert.Equal(rule, Refused(() => Enter(wrong, Director)));

    /// <summary>Each who × what of a swap.</summary>
    [Fact]
    public void A_nurse_takes_a_shift_or_gives_her_own_and_a_director_does_all()
    {
        var night = Tomorrow with { FromTime = new(19, 0), ToDay = new(2026, 12, 2), ToTime = new(7, 0) };
        // Her own, to a colleague; a colleague's, for herself; what nobody has, for herself.
        Assert.Equal(Ben.AccountId, Enter(Tomorrow, Ann).AccountId);
        Assert.Equal(Ann.AccountId, Enter(night with { AccountId = Ann.AccountId }, Ann).AccountId);
        // A colleague's, to that colleague; the night with her own day, to a colleague; her own, to nobody.
        Assert.Equal("duty.override.not-yours", Refused(() => Enter(night, Ann)));
        Assert.Equal("duty.override.not-yours", Refused(() => Enter(Tomorrow with { ToTime = new(19, 1) }, Ann)));
        Assert.Equal("duty.override.nobody", Refused(() => Enter(Tomorrow with { AccountId = null }, Ann)));
        // Not her kind of duty.
        Assert.Equal("duty.override.role", Refused(() => Enter(Tomorrow, Pia)));
        Assert.Equal(
            "duty.override.role",
            Refused(() => Enter(Tomorrow with { Role = DutyRole.Prescriber, AccountId = Pia.AccountId }, Ann))
        );
        Assert.Null(Enter(night with { AccountId = null }, Director).AccountId);
        Assert.Equal(Pia.AccountId, Enter(Tomorrow with { Role = DutyRole.Prescriber, AccountId = Pia.AccountId }, Director).AccountId);
    }

    [Fact]
    public void What_was_given_away_can_be_given_on_by_who_has_it_now_alone()
    {
        var given = Enter(Tomorrow, Ann);
        Assert.Equal(
            "duty.override.not-yours",
            Refused(() => DutyOverride.Enter(Guid.CreateVersion7(), Tomorrow, Roster([Begin(Day)], given), Now.AddMinutes(1), Ann))
        );
        DutyOverride.Enter(
            Guid.CreateVersion7(),
            Tomorrow with
            {
                AccountId = Ann.AccountId,
            },
            Roster([Begin(Day)], given),
            Now.AddMinutes(1),
            Ben
        );
    }

    [Fact]
    public void An_override_is_taken_back_once_by_who_entered_it_or_a_director_until_it_is_over()
    {
        var mine = Enter(Tomorrow, Ann);
        Assert.Equal("duty.override.entered-by", Refused(() => mine.TakeBack(Chicago, Now, Ben)));
        Assert.Equal("duty.override.over", Refused(() => mine.TakeBack(Chicago, Now.AddDays(2), Ann)));
        mine.TakeBack(Chicago, Now, Ann);
        Assert.Equal("duty.override.taken-back", Refused(() => mine.TakeBack(Chicago, Now, Director)));
        Enter(Tomorrow, Ann).TakeBack(Chicago, Now, Director);
    }

    private static string Refused(Func<object> work) => Assert.Throws<RuleViolationException>(work).Rule;

    private static string Refused(Action work) => Assert.Throws<RuleViolationException>(work).Rule;

    private static DutyRoster Roster(DutyRotation[] rotations, params DutyOverride[] overrides) =>
        DutyRoster.Of(rotations, overrides, Chicago, Able);

    private static DutyRotation Begin(RotationTerms terms) => Begin(terms, Roster([]));

    private static DutyRotation Begin(RotationTerms terms, DutyRoster roster) =>
        DutyRotation.Begin(Guid.CreateVersion7(), terms, roster, Today, Now, Director);

    private static DutyOverride Enter(OverrideTerms terms, Actor by) =>
        DutyOverride.Enter(Guid.CreateVersion7(), terms, Roster([Begin(Day), Begin(Night)]), Now, by);
}
