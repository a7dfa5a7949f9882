using System.Net;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>Once a year the privacy officer looks at each account; what is marked is the administrator's task.</summary>
public sealed class AccessReviewTests
{
    private const string Page = "/privacy/access-review";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_due_a_year_after_the_last_and_overdue_is_on_today()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var clinic = await Clinic.OpenAsync(app);
        await app.SignedInAsync(Role.Patient, clinic.PatientId);
        _clock.Advance(TimeSpan.FromDays(366));
        var (officer, me) = await app.SignedInAsync(Role.PrivacyOfficer);
        Assert.Contains("1 account to review", await officer.GetStringAsync("/today", Stop), StringComparison.Ordinal);
        var html = await officer.GetStringAsync(Page, Stop);
        Assert.Contains("Test Prescriber", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Test Patient", html, StringComparison.Ordinal);
        Assert.Contains("Due since Nov 25, 2027", html, StringComparison.Ordinal);
        await Done(officer, clinic.PrescriberAccount.Id, "Confirmed", "");
        Assert.DoesNotContain("t-access", await officer.GetStringAsync("/today", Stop), StringComparison.Ordinal);
        Assert.Contains("Next review Nov 26, 2028", await officer.GetStringAsync(Page, Stop), StringComparison.Ordinal);
        // Of two officers, none confirms their own.
        var (second, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        using var own = await Send(officer, me.Id, "Confirmed", "");
        Assert.Equal(HttpStatusCode.BadRequest, own.StatusCode);
        await Done(second, me.Id, "Confirmed", "");
    }

    [Fact]
    public async Task What_is_marked_to_be_ended_needs_its_reason_and_is_a_task_until_it_is_turned_off()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var clinic = await Clinic.OpenAsync(app);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        using (var vague = await Send(officer, clinic.PrescriberAccount.Id, "ToEnd", "gone"))
            Assert.Equal(HttpStatusCode.BadRequest, vague.StatusCode);
        await Done(officer, clinic.PrescriberAccount.Id, "ToEnd", "She left the program in October.");
        var html = await officer.GetStringAsync(Page, Stop);
        Assert.Contains("To be ended", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Care teams</dt><dd>1</dd>", html, StringComparison.Ordinal);
        const string task = "Turn off the account of Test Prescriber";
        Assert.Contains(task, await admin.GetStringAsync("/admin", Stop), StringComparison.Ordinal);
        await using (var db = app.Store.CreateDbContext())
        {
            (await db.Users.SingleAsync(u => u.Id == clinic.PrescriberAccount.Id, Stop)).DisabledAt = _clock.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(Stop);
        }
        Assert.DoesNotContain(task, await admin.GetStringAsync("/admin", Stop), StringComparison.Ordinal);
        using var gone = await admin.GetAsync(new Uri(Page, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private static Task<HttpResponseMessage> Send(HttpClient officer, Guid account, string decision, string note) =>
        Clinic.Send(officer, Page, ("do", "review"), ("id", $"{account}"), ("decision", decision), ($"note-{account:N}", note));

    private static async Task Done(HttpClient officer, Guid account, string decision, string note)
    {
        using var answer = await Send(officer, account, decision, note);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode}: {await Clinic.Text(answer)}");
    }
}
