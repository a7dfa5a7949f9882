using System.Net;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>How long a session lasts, for each role, without waiting for it.</summary>
public sealed class SessionLimitTests : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
    private GlidepathApp _app = null!;

    /// <summary>Minutes idle, hours in all, written down apart from the code that holds them.</summary>
    private static readonly (Role Role, bool Shared, double Idle, double Absolute)[] Limits =
    [
        (Role.Administrator, false, 15, 8),
        (Role.PrivacyOfficer, false, 15, 8),
        (Role.Director, false, 15, 8),
        (Role.Prescriber, false, 15, 12),
        (Role.Nurse, false, 15, 12),
        (Role.Therapist, false, 15, 12),
        (Role.Counsellor, false, 15, 12),
        (Role.Helpline, false, 15, 12),
        (Role.FrontDesk, false, 15, 12),
        (Role.Patient, false, 60, 168),
        (Role.Family, false, 15, 24),
        (Role.Nurse, true, 5, 1),
        (Role.Patient, true, 5, 1),
    ];

    public ValueTask InitializeAsync()
    {
        _app = new GlidepathApp { Clock = _clock };
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Every_role_is_out_when_it_was_idle_for_its_time_and_not_a_second_before()
    {
        foreach (var (role, shared, idle, _) in Limits)
        {
            var (client, _) = await _app.SignedInAsync(role, sharedComputer: shared);
            _clock.Advance(TimeSpan.FromMinutes(idle) - Second);
            Assert.True(await IsInAsync(client), $"{role}: out before {idle} minutes");
            _clock.Advance(TimeSpan.FromMinutes(idle));
            Assert.False(await IsInAsync(client), $"{role}: in after {idle} minutes idle");
        }
    }

    [Fact]
    public async Task Every_role_or_one_of_those_alike_is_out_at_its_absolute_limit_however_busy_it_was()
    {
        var all = Gate.IsAll ? Limits : Limits.DistinctBy(l => (l.Shared, l.Idle, l.Absolute));
        foreach (var (role, shared, idle, hours) in all)
        {
            var (client, _) = await _app.SignedInAsync(role, sharedComputer: shared);
            var end = _clock.GetUtcNow() + TimeSpan.FromHours(hours);
            while (end - _clock.GetUtcNow() > TimeSpan.FromMinutes(idle))
            {
                _clock.Advance(TimeSpan.FromMinutes(idle) - Second);
                Assert.True(await IsInAsync(client), $"{role}: out {end - _clock.GetUtcNow()} before its limit");
            }
            _clock.Advance(end - _clock.GetUtcNow() - Second);
            Assert.True(await IsInAsync(client), $"{role}: out before {hours} hours");
            _clock.Advance(Second);
            Assert.False(await IsInAsync(client), $"{role}: in after {hours} hours");
        }
    }

    [Fact]
    public void Every_role_has_its_limits_in_this_table() =>
        Assert.Equal(
            Enum.GetValues<Role>().Where(r => r is not Role.None).Order(),
            Limits.Where(l => !l.Shared).Select(l => l.Role).Order()
        );

    [Fact]
    public void The_figures_here_are_the_ones_in_force() =>
        Assert.All(
            Limits,
            l =>
                Assert.Equal(
                    (TimeSpan.FromMinutes(l.Idle), TimeSpan.FromHours(l.Absolute)),
                    (SessionLimits.Of(l.Role, l.Shared).Idle, SessionLimits.Of(l.Role, l.Shared).Absolute)
                )
        );

    private static async Task<bool> IsInAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/home", UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Found && answer.Headers.Location?.OriginalString is not "/";
    }
}
