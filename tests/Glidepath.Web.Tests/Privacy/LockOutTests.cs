using System.Net;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>Whoever guesses is slowed down; nobody can keep another from signing in.</summary>
public sealed class LockOutTests
{
    private const string Nurse = "nils.nurse",
        TooMany = "too many tries";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_at_one_address_locks_nobody_out()
    {
        await using var app = new GlidepathApp { Demo = true, Clock = _clock };
        var limits = app.Services.GetRequiredService<AttemptLimits>();
        foreach (var name in new[] { "NILS.NURSE", "PIA.PRESCRIBER", "ADA.ADMIN" })
            for (var i = 0; i < 100; i++)
                limits.Try(Attempt.AtUnknownDevice("192.0.2.7", name));
        foreach (var name in new[] { Nurse, "pia.prescriber", "ada.admin" })
            Assert.Equal(HttpStatusCode.Redirect, await EnrolmentTests.SignInAsync(app.Browser(), name, DemoAccounts.Password, ""));
    }

    [Fact]
    public async Task A_device_that_was_signed_in_before_stays_open_whoever_else_tries_and_from_wherever()
    {
        await using var app = new GlidepathApp { Demo = true, Clock = _clock };
        var (known, unknown) = (app.Browser(), app.Browser());
        Assert.Equal(HttpStatusCode.Redirect, await EnrolmentTests.SignInAsync(known, Nurse, DemoAccounts.Password, ""));
        using (await GlidepathApp.Send(known, "/sign-out")) { }
        Burn(app);
        Assert.Contains(TooMany, await TextAsync(unknown, Nurse));
        Assert.Equal(HttpStatusCode.Redirect, await EnrolmentTests.SignInAsync(known, Nurse, DemoAccounts.Password, ""));
    }

    [Fact]
    public async Task A_shared_computer_and_a_patients_browser_keep_no_mark_of_who_was_signed_in()
    {
        await using var app = new GlidepathApp { Demo = true, Clock = _clock };
        using var shared = await GlidepathApp.Send(
            app.Browser(),
            "/sign-in",
            ("name", Nurse),
            ("password", DemoAccounts.Password),
            ("shared", "yes")
        );
        Assert.DoesNotContain(Cookies(shared), c => c.Contains(KnownDevices.Cookie, StringComparison.Ordinal));
        var patient = app.Browser();
        Assert.Equal(HttpStatusCode.Redirect, await EnrolmentTests.SignInAsync(patient, "pat.patient", DemoAccounts.Password, ""));
        using var gone = await GlidepathApp.Send(patient, "/sign-out");
        Assert.Contains("\"cookies\"", gone.Headers.GetValues("Clear-Site-Data").Single());
    }

    [Fact]
    public async Task Who_is_signed_in_shows_that_it_is_them_whatever_strangers_do()
    {
        await using var app = new GlidepathApp { Demo = true, Clock = _clock };
        var client = app.Browser();
        Assert.Equal(HttpStatusCode.Redirect, await EnrolmentTests.SignInAsync(client, Nurse, DemoAccounts.Password, ""));
        Burn(app);
        using var confirmed = await GlidepathApp.Send(client, "/account/confirm", ("password", DemoAccounts.Password));
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        for (var i = 0; i < AttemptLimits.Free; i++)
            using (var wrong = await GlidepathApp.Send(client, "/account/confirm", ("password", "wrong wrong wrong")))
                Assert.DoesNotContain(TooMany, await wrong.Content.ReadAsStringAsync(Now));
        using var slowed = await GlidepathApp.Send(client, "/account/confirm", ("password", DemoAccounts.Password));
        Assert.Contains(TooMany, await slowed.Content.ReadAsStringAsync(Now));
    }

    [Fact]
    public async Task A_passkey_is_not_counted_and_spends_nothing_of_the_passwords()
    {
        await using var app = new GlidepathApp { Demo = true, Clock = _clock };
        var client = app.Browser();
        for (var i = 0; i <= AttemptLimits.FreeByAddress; i++)
            using (var wrong = await GlidepathApp.Send(client, "/sign-in", ("credential", "{}"), ("do", "passkey")))
                Assert.DoesNotContain(TooMany, await wrong.Content.ReadAsStringAsync(Now));
        Assert.Equal(HttpStatusCode.Redirect, await EnrolmentTests.SignInAsync(client, Nurse, DemoAccounts.Password, ""));
    }

    [Fact]
    public void Each_try_beyond_what_is_free_waits_twice_as_long_and_never_over_a_quarter_of_an_hour()
    {
        var limits = new AttemptLimits(_clock);
        var attempt = Attempt.AtKnownDevice("device", "NAME");
        for (var i = 0; i < AttemptLimits.Free; i++)
            Assert.True(limits.Try(attempt));
        foreach (var seconds in new[] { 30, 60, 120, 240, 480, 900, 900 })
        {
            _clock.Advance(TimeSpan.FromSeconds(seconds - 1));
            Assert.False(limits.Try(attempt), $"before {seconds} s");
            _clock.Advance(TimeSpan.FromSeconds(2));
            Assert.True(limits.Try(attempt), $"after {seconds} s");
        }
        limits.Succeeded(attempt);
        Assert.True(limits.Try(attempt));
    }

    [Fact]
    public void What_has_to_wait_is_not_counted_anywhere()
    {
        var limits = new AttemptLimits(_clock);
        for (var i = 0; i < 1_000; i++)
            limits.Try(Attempt.AtUnknownDevice("192.0.2.7", "NAME"));
        // 10 were made from that place; had the others been counted, none of the 100 of the name would be left.
        for (var i = 0; i < AttemptLimits.FreeByName - AttemptLimits.Free; i++)
            Assert.True(limits.Try(Attempt.AtUnknownDevice($"198.51.100.{i}", "NAME")));
        Assert.False(limits.Try(Attempt.AtUnknownDevice("203.0.113.1", "NAME")));
    }

    /// <summary>More than a name has for all the places that nobody knows.</summary>
    private static void Burn(GlidepathApp app)
    {
        var limits = app.Services.GetRequiredService<AttemptLimits>();
        for (var i = 0; i < AttemptLimits.FreeByName * 2; i++)
            limits.Try(Attempt.AtUnknownDevice($"198.51.100.{i}", Nurse.ToUpperInvariant()));
    }

    private static async Task<string> TextAsync(HttpClient client, string name)
    {
        using var answer = await GlidepathApp.Send(client, "/sign-in", ("name", name), ("password", DemoAccounts.Password));
        return await answer.Content.ReadAsStringAsync(Now);
    }

    private static IEnumerable<string> Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];
}
