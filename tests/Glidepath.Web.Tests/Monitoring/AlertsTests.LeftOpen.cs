using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Monitoring;

/// <summary>An alert that was acted on and not closed.</summary>
public sealed partial class AlertsTests
{
    [Fact]
    public async Task One_that_is_left_open_is_said_after_a_day_and_told_to_the_next_after_three_who_covers_until_it_is_closed()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        await OnDutyAsync(Role.Nurse);
        var (_, second) = await OnDutyAsync(Role.Prescriber);
        await Send(await OwnAsync(ana), Mine, ("since", nameof(SinceLast.Fall)));
        await RoundAsync();
        var alert = await OneAsync(ana);
        var page = $"/patients/{ana.Id}/alerts/{alert.Id}";
        await Send(ana.Staff, page, ("reached", "yes"), ("what", "A bruise. Walks well."));
        alert = await OneAsync(ana);
        Assert.Equal((AlertState.Acted, ana.StaffAccount.Id), (alert.State, alert.ActedBy));
        Assert.DoesNotContain("and not closed", await ReadAsync(ana.Staff, "/today"));

        _clock.Advance(EscalationPolicy.LeftOpenAfter);
        var colleague = await ColleagueAsync(ana);
        var today = await ReadAsync(colleague, "/today");
        Assert.Contains("Today: acted on Dec 1, 2026 and not closed", today);
        Assert.Contains("Close it", today);
        Assert.Contains("by Test Nurse, and not closed.", await ReadAsync(colleague, "/duty"));

        _clock.Advance(EscalationPolicy.Today.RemindAfter - EscalationPolicy.LeftOpenAfter - TimeSpan.FromSeconds(1));
        await RoundAsync();
        Assert.DoesNotContain(await EventsAsync(ana), e => e.ToldAccountId == second.Id);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await RoundAsync();
        await RoundAsync();
        Assert.Single(await EventsAsync(ana), e => e.ToldAccountId == second.Id);
        _clock.Advance(TimeSpan.FromHours(AlertCover.HoursAfter + 1));
        Assert.True(await MayOpenAsync(second, ana.Id));
        await Send(await ColleagueAsync(ana), page, ("what", "Well since."));
        Assert.Equal(AlertState.Closed, (await OneAsync(ana)).State);
        _clock.Advance(TimeSpan.FromHours(AlertCover.HoursAfter));
        Assert.False(await MayOpenAsync(second, ana.Id));
    }

    /// <summary>A nurse of the team whose session has just begun.</summary>
    private async Task<HttpClient> ColleagueAsync(PersonInCare person)
    {
        var (client, account) = await _app.SignedInAsync(Role.Nurse);
        await _app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(CareTeamMember), person.Id),
            db =>
            {
                db.Add(CareTeamMember.Join(Guid.CreateVersion7(), person.Episode, account.Id, CareTeamRole.Nurse, _app.Store.Today));
                return Task.FromResult(true);
            },
            Stop
        );
        return client;
    }
}
