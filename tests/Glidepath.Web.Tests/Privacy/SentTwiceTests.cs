using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>A second click writes nothing a second time, and loses nothing either.</summary>
public sealed partial class SentTwiceTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Fact]
    public async Task A_consent_given_with_a_double_click_is_one_consent()
    {
        var clinic = await Clinic.OpenAsync(app);
        var page = $"/patients/{clinic.PatientId}/consents/give";
        await TwiceAsync(clinic.Prescriber, page, clinic.ConsentFields());
        Assert.Single(await clinic.AllAsync<Consent>());
    }

    [Fact]
    public async Task The_same_form_with_other_answers_is_taken_too()
    {
        var clinic = await Clinic.OpenAsync(app);
        var page = $"/patients/{clinic.PatientId}/consents/give";
        var form = await FormAsync(clinic.Prescriber, page, clinic.ConsentFields());
        using var one = await GlidepathApp.Submit(clinic.Prescriber, page, form, clinic.ConsentFields());
        using var other = await GlidepathApp.Submit(clinic.Prescriber, page, form, clinic.ConsentFields(("recipient", "Another Clinic")));
        Assert.Equal(2, (await clinic.AllAsync<Consent>()).Count);
    }

    [Fact]
    public async Task An_emergency_told_outside_is_written_down_once()
    {
        var clinic = await Clinic.OpenAsync(app);
        var (officer, account) = await app.SignedInAsync(Role.PrivacyOfficer);
        await TwiceAsync(
            officer,
            "/privacy/emergencies",
            ("do", "record"),
            ("record", clinic.PatientId.ToString()),
            ("personnel", "Dr Ash"),
            ("affiliation", "General Hospital"),
            ("by", "Nurse Test"),
            ("nature", "seizure"),
            ("no-consent", "yes"),
            ("how", "paper")
        );
        Assert.Single(await clinic.AllAsync<EmergencyDisclosure>());
        await using var db = app.Store.CreateDbContext();
        Assert.Equal(1, await db.AuditEvents.CountAsync(e => e.ActorId == account.Id && e.Reason == "form.sent-again", Clinic.Cancel));
    }

    [Fact]
    public async Task A_consent_ended_with_a_double_click_is_ended_and_nobody_reads_that_it_cannot_be()
    {
        var clinic = await Clinic.OpenAsync(app);
        var consent = await clinic.GiveConsentAsync();
        await TwiceAsync(clinic.Prescriber, $"/patients/{clinic.PatientId}/consents", ("do", "revoke"), ("consent", consent.ToString()));
        Assert.Single(await clinic.AllAsync<ConsentEnd>());
    }

    [Fact]
    public async Task A_stranger_who_asks_twice_to_be_called_is_called_once()
    {
        const string Phone = "(555) 555-0161",
            Read = "tel:+15555550161";
        await TwiceAsync(app.Stranger(), "/family/call-back", ("phone", Phone), ("name", "A brother"), ("say", "no"));
        var (helpline, _) = await app.SignedInAsync(Role.Helpline);
        var list = WebUtility.HtmlDecode(await helpline.GetStringAsync("/helpline/call-backs", Clinic.Cancel));
        Assert.Single(Regex.Matches(WebUtility.HtmlDecode(list), Regex.Escape(Read)));
    }

    /// <summary>The two are sent at the same moment, from the same drawn form.</summary>
    private static async Task TwiceAsync(HttpClient client, string page, params (string Name, string Value)[] fields)
    {
        var form = await FormAsync(client, page, fields);
        var answers = await Task.WhenAll(GlidepathApp.Submit(client, page, form, fields), GlidepathApp.Submit(client, page, form, fields));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
    }

    private static async Task<string> FormAsync(HttpClient client, string page, (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page, Clinic.Cancel);
        return Forms().Matches(html).Select(m => m.Value).First(f => f.Contains($"name=\"{fields[^1].Name}\"", StringComparison.Ordinal));
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();
}
