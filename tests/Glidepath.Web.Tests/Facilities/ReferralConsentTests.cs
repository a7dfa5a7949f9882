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
        using var found = await Clinic.Send(clinic.Prescriber, page, ("do", "find"), ("near", "Springvale, CA"), ("payer", "medicaid"), ("door", "prescribed"));
        var (id, name) = Place().Match(await found.Content.ReadAsStringAsync(Clinic.Cancel)) is { Success: true } place ? (place.Groups[1].Value, WebUtility.HtmlDecode(place.Groups[2].Value)) : throw new InvalidOperationException("No place was found.");
        using var drafted = await Clinic.Send(clinic.Prescriber, page, ("do", "draft"), ("place", id));
        Assert.Equal(HttpStatusCode.Redirect, drafted.StatusCode);

        await clinic.GiveConsentAsync(("recipient", "Another Clinic"), ("categories", "Demographics"), ("categories", "PresenceInTreatment"), ("categories", "Referrals"));
        Assert.Contains("No written consent on file", await Read(clinic, page), StringComparison.Ordinal);

        var consent = await clinic.GiveConsentAsync(("recipient", name), ("categories", "Demographics"), ("categories", "PresenceInTreatment"), ("categories", "Referrals"));
        Assert.Contains($"{name}, signed", await Read(clinic, page), StringComparison.Ordinal);
        // To look is to tell nobody.
        Assert.Empty(await clinic.AllAsync<DisclosureRecord>());
        var move = Move().Match(await Read(clinic, page)).Groups[1].Value;
        using var agreed = await Clinic.Send(clinic.Prescriber, page, ("do", move), ("to", "Consented"), ("consent", "WrittenConsent"), ("consent-id", consent.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        Assert.Equal(consent, Assert.Single(await clinic.AllAsync<DisclosureRecord>()).BasisId);
    }

    [Fact]
    public async Task Who_forgets_to_choose_a_place_still_has_the_list()
    {
        var clinic = await Clinic.OpenAsync(demo.App);
        var page = $"/patients/{clinic.PatientId}/referrals";
        using var found = await Clinic.Send(clinic.Prescriber, page, ("do", "find"), ("near", "Springvale, CA"));
        var form = GlidepathApp.FormIn().Matches(await found.Content.ReadAsStringAsync(Clinic.Cancel)).Select(m => m.Value).First(f => f.Contains("value=\"draft\"", StringComparison.Ordinal));
        using var forgotten = await GlidepathApp.Submit(clinic.Prescriber, page, form);
        Assert.Equal(HttpStatusCode.BadRequest, forgotten.StatusCode);
        Assert.Matches(Place(), await forgotten.Content.ReadAsStringAsync(Clinic.Cancel));
    }

    private static async Task<string> Read(Clinic clinic, string page) => WebUtility.HtmlDecode(await clinic.Prescriber.GetStringAsync(page, Clinic.Cancel));

    [GeneratedRegex("name=\"place\" value=\"([0-9a-f-]{36})\"[^>]*><span><bdi><b>([^<]*)</b>")]
    private static partial Regex Place();

    [GeneratedRegex("value=\"(move:[0-9a-f:-]*)\"")]
    private static partial Regex Move();
}
