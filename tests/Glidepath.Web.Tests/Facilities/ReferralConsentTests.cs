using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Privacy;

namespace Glidepath.Web.Tests.Facilities;

public sealed partial class ReferralConsentTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Only_a_written_consent_that_names_the_place_is_offered_and_lets_it_be_told()
    {
        var clinic = await Clinic.OpenAsync(demo.App);
        var page = $"/patients/{clinic.PatientId}/referrals";
        using var found = await Clinic.Send(
            clinic.Prescriber,
            page,
            ("do", "find"),
            ("near", "Springvale, CA"),
            ("payer", "medicaid"),
            ("pathway", "prescribed")
        );
        var (id, name) = Place().Match(await found.Content.ReadAsStringAsync(Clinic.Cancel)) is { Success: true } place
            ? (place.Groups[1].Value, WebUtility.HtmlDecode(place.Groups[2].Value))
            : throw new InvalidOperationException("No place was found.");
        using var drafted = await Clinic.Send(clinic.Prescriber, page, ("do", "draft"), ("place", id));
        Assert.Equal(HttpStatusCode.Redirect, drafted.StatusCode);

        await clinic.GiveConsentAsync(
            ("recipient", "Another Clinic"),
            ("categories", "Demographics"),
            ("categories", "PresenceInTreatment"),
            ("categories", "Referrals")
        );
        Assert.Contains("No written consent on file", await Read(clinic, page), StringComparison.Ordinal);

        var consent = await clinic.GiveConsentAsync(
            ("recipient", name),
            ("categories", "Demographics"),
            ("categories", "PresenceInTreatment"),
            ("categories", "Referrals")
        );
        Assert.Contains($"{name}, signed", await Read(clinic, page), StringComparison.Ordinal);
        // To look is to tell nobody.
        Assert.Empty(await clinic.AllAsync<DisclosureRecord>());
        await MoveAsync(
            clinic,
            page,
            HttpStatusCode.Redirect,
            ("to", "Consented"),
            ("consent", "WrittenConsent"),
            ("consent-id", consent.ToString())
        );
        // To agree is not yet to be told of.
        Assert.Empty(await clinic.AllAsync<DisclosureRecord>());
        await MoveAsync(clinic, page, HttpStatusCode.Redirect, ("to", "Sent"));
        Assert.Equal(consent, Assert.Single(await clinic.AllAsync<DisclosureRecord>()).BasisId);
    }

    [Fact]
    public async Task A_consent_that_ended_before_the_place_was_told_lets_nobody_be_told()
    {
        var clinic = await Clinic.OpenAsync(demo.App);
        var page = $"/patients/{clinic.PatientId}/referrals";
        using var found = await Clinic.Send(clinic.Prescriber, page, ("do", "find"), ("near", "Springvale, CA"));
        var place = Place().Match(await found.Content.ReadAsStringAsync(Clinic.Cancel));
        using var drafted = await Clinic.Send(clinic.Prescriber, page, ("do", "draft"), ("place", place.Groups[1].Value));
        var consent = await clinic.GiveConsentAsync(
            ("recipient", WebUtility.HtmlDecode(place.Groups[2].Value)),
            ("categories", "Demographics"),
            ("categories", "PresenceInTreatment"),
            ("categories", "Referrals")
        );
        await MoveAsync(
            clinic,
            page,
            HttpStatusCode.Redirect,
            ("to", "Consented"),
            ("consent", "WrittenConsent"),
            ("consent-id", consent.ToString())
        );
        Assert.DoesNotContain("no longer holds", await Read(clinic, page), StringComparison.Ordinal);

        using var ended = await Clinic.Send(
            clinic.Prescriber,
            $"/patients/{clinic.PatientId}/consents",
            ("do", "revoke"),
            ("consent", consent.ToString())
        );
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Contains("no longer holds", await Read(clinic, page), StringComparison.Ordinal);
        Assert.Contains(
            "no longer lets us tell this place",
            await MoveAsync(clinic, page, HttpStatusCode.BadRequest, ("to", "Sent")),
            StringComparison.Ordinal
        );
        Assert.Empty(await clinic.AllAsync<DisclosureRecord>());
        Assert.Contains(await clinic.AuditAsync(), e => e.Reason == "referral.consent.ended");

        await MoveAsync(clinic, page, HttpStatusCode.Redirect, ("to", "Consented"), ("consent", "PersonOnTheLine"));
        await MoveAsync(clinic, page, HttpStatusCode.Redirect, ("to", "Sent"));
        Assert.Empty(await clinic.AllAsync<DisclosureRecord>());
    }

    [Fact]
    public async Task A_consent_that_ends_after_the_place_was_told_stops_the_appointment_and_the_page_says_so()
    {
        var clinic = await Clinic.OpenAsync(demo.App);
        var page = $"/patients/{clinic.PatientId}/referrals";
        using var found = await Clinic.Send(clinic.Prescriber, page, ("do", "find"), ("near", "Springvale, CA"));
        var place = Place().Match(await found.Content.ReadAsStringAsync(Clinic.Cancel));
        using var drafted = await Clinic.Send(clinic.Prescriber, page, ("do", "draft"), ("place", place.Groups[1].Value));
        var consent = await clinic.GiveConsentAsync(
            ("recipient", WebUtility.HtmlDecode(place.Groups[2].Value)),
            ("categories", "Demographics"),
            ("categories", "PresenceInTreatment"),
            ("categories", "Referrals")
        );
        await MoveAsync(
            clinic,
            page,
            HttpStatusCode.Redirect,
            ("to", "Consented"),
            ("consent", "WrittenConsent"),
            ("consent-id", consent.ToString())
        );
        await MoveAsync(clinic, page, HttpStatusCode.Redirect, ("to", "Sent"));
        await MoveAsync(clinic, page, HttpStatusCode.Redirect, ("to", "Accepted"));
        using var ended = await Clinic.Send(
            clinic.Prescriber,
            $"/patients/{clinic.PatientId}/consents",
            ("do", "revoke"),
            ("consent", consent.ToString())
        );
        Assert.Contains("no longer holds", await Read(clinic, page), StringComparison.Ordinal);
        await MoveAsync(clinic, page, HttpStatusCode.BadRequest, ("to", "Appointment"), ("day", "2100-01-01"));
        Assert.Single(await clinic.AllAsync<DisclosureRecord>());
        await MoveAsync(clinic, page, HttpStatusCode.Redirect, ("to", "Withdrawn"));
    }

    private static async Task<string> MoveAsync(Clinic clinic, string page, HttpStatusCode expected, params (string, string)[] fields)
    {
        using var answer = await Clinic.Send(
            clinic.Prescriber,
            page,
            [("do", Move().Match(await Read(clinic, page)).Groups[1].Value), .. fields]
        );
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Clinic.Cancel));
        Assert.True(answer.StatusCode == expected, html);
        return html;
    }

    [Fact]
    public async Task Who_forgets_to_choose_a_place_still_has_the_list()
    {
        var clinic = await Clinic.OpenAsync(demo.App);
        var page = $"/patients/{clinic.PatientId}/referrals";
        using var found = await Clinic.Send(clinic.Prescriber, page, ("do", "find"), ("near", "Springvale, CA"));
        var form = GlidepathApp
            .FormIn()
            .Matches(await found.Content.ReadAsStringAsync(Clinic.Cancel))
            .Select(m => m.Value)
            .First(f => f.Contains("value=\"draft\"", StringComparison.Ordinal));
        using var forgotten = await GlidepathApp.Submit(clinic.Prescriber, page, form);
        Assert.Equal(HttpStatusCode.BadRequest, forgotten.StatusCode);
        Assert.Matches(Place(), await forgotten.Content.ReadAsStringAsync(Clinic.Cancel));
    }

    private static async Task<string> Read(Clinic clinic, string page) =>
        WebUtility.HtmlDecode(await clinic.Prescriber.GetStringAsync(page, Clinic.Cancel));

    [GeneratedRegex("name=\"place\" value=\"([0-9a-f-]{36})\"[^>]*><span><bdi><b>([^<]*)</b>")]
    private static partial Regex Place();

    [GeneratedRegex("value=\"(move:[0-9a-f:-]*)\"")]
    private static partial Regex Move();
}
