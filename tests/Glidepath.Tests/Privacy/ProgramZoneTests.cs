using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

/// <summary>A first and a last day are days where the program is, from their first minute to their last, also where a clock is
/// changed.</summary>
public class ProgramZoneTests
{
    /// <summary>Both changes of a year in each zone; Apia has none since 2021, and left out a whole day in 2011.</summary>
    public static TheoryData<string, DateOnly> Changes() =>
        new()
        {
            { "America/Los_Angeles", new(2026, 3, 8) },
            { "America/Los_Angeles", new(2026, 11, 1) },
            { "Pacific/Auckland", new(2026, 4, 5) },
            { "Pacific/Auckland", new(2026, 9, 27) },
            { "Pacific/Apia", new(2021, 4, 4) },
            { "Pacific/Apia", new(2020, 9, 27) },
            { "Pacific/Apia", new(2026, 9, 27) },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_consent_holds_from_the_first_minute_to_the_last_of_its_local_days(string name, DateOnly change)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        foreach (var last in new[] { change.AddDays(-1), change, change.AddDays(1) })
        {
            var signed = last.AddDays(-3);
            var consent = Consent.Give(
                Filed.Id(70),
                Filed.ForSister() with
                {
                    SignedOn = signed,
                    ExpiresOn = last,
                },
                MinorControl.NotAMinor,
                null,
                Midnight(signed, zone),
                Filed.Therapist,
                zone
            );
            var file = Filed.File(consent) with { Zone = zone };
            Assert.Null(ConsentReliance.Refusal(consent, file, Midnight(signed, zone)));
            Assert.Null(ConsentReliance.Refusal(consent, file, Midnight(last, zone)));
            Assert.Null(ConsentReliance.Refusal(consent, file, Midnight(last.AddDays(1), zone).AddTicks(-1)));
            Assert.Equal("consent.expired", ConsentReliance.Refusal(consent, file, Midnight(last.AddDays(1), zone)));
            Assert.Equal("consent.not-yet", ConsentReliance.Refusal(consent, file, Midnight(signed, zone).AddTicks(-1)));
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_signature_of_today_is_taken_from_the_first_minute_of_the_local_day_and_not_before(string name, DateOnly change)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        var terms = Filed.ForSister() with { SignedOn = change, ExpiresOn = change.AddDays(30) };
        Assert.NotNull(Give(Midnight(change, zone)));
        Assert.Throws<RuleViolationException>(() => Give(Midnight(change, zone).AddTicks(-1)));

        Consent Give(DateTime at) => Consent.Give(Filed.Id(71), terms, MinorControl.NotAMinor, null, at, Filed.Therapist, zone);
    }

    [Fact]
    public void A_local_time_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => LocalDay.Of(new DateTime(2026, 12, 1, 8, 0, 0, DateTimeKind.Local), TimeZoneInfo.Utc));

    private static DateTime Midnight(DateOnly day, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), zone);
}
