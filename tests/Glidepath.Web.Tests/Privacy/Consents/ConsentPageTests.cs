using System.Net;
using System.Text;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tests.Privacy.Consents;

public sealed class ConsentPageTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Fact]
    public async Task A_consent_opens_the_door_and_its_end_shuts_it_at_the_next_request()
    {
        var clinic = await Clinic.OpenAsync(app);
        var consent = await clinic.GiveConsentAsync();
        var shared = await clinic.ShareAsync(clinic.Prescriber, "print", $"Consent {consent}", ("purpose", "Treatment"));
        Assert.Equal(HttpStatusCode.OK, shared.StatusCode);
        Assert.Contains(Clinic.Name, await Clinic.Text(shared), StringComparison.Ordinal);

        var ended = await Clinic.Send(
            clinic.Prescriber,
            $"/patients/{clinic.PatientId}/consents",
            ("do", "revoke"),
            ("consent", consent.ToString())
        );
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await clinic.ShareAsync(clinic.Prescriber, "print", $"Consent {consent}", ("purpose", "Treatment"))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await clinic.ShareAsync(clinic.Prescriber, "pdf", $"Consent {consent}", ("purpose", "Treatment"))).StatusCode
        );
        Assert.Single(await clinic.AllAsync<DisclosureRecord>());
        Assert.Contains(await clinic.AuditAsync(), e => e.Reason == "Consent.Print: consent.revoked");
    }

    [Fact]
    public async Task A_consent_for_family_promises_no_messages()
    {
        var clinic = await Clinic.OpenAsync(app);
        var fields = clinic.ConsentFields(("categories", "Messages"), ("recipient-classes", "Family"));
        var refused = await Clinic.Send(clinic.Prescriber, $"/patients/{clinic.PatientId}/consents/give", fields);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Family does not see messages with the care team.", await Clinic.Text(refused), StringComparison.Ordinal);
        Assert.Empty(await clinic.AllAsync<Consent>());
    }

    [Fact]
    public async Task When_a_consent_is_ended_those_who_got_something_are_listed_until_they_were_told()
    {
        var clinic = await Clinic.OpenAsync(app);
        var consent = await clinic.GiveConsentAsync();
        await clinic.ShareAsync(clinic.Prescriber, "print", $"Consent {consent}", ("purpose", "Treatment"), ("address", "1 Quay"));
        var page = $"/patients/{clinic.PatientId}/consents";
        var api = $"/api/patients/{clinic.PatientId}/consents/{consent}/reached";
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        Assert.Equal("[]", await clinic.Prescriber.GetStringAsync(api, Clinic.Cancel));
        await Clinic.Send(clinic.Prescriber, page, ("do", "revoke"), ("consent", consent.ToString()));
        Assert.Contains(
            "1 of 1 who got something must still be told",
            await clinic.Prescriber.GetStringAsync(page, Clinic.Cancel),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "One who got something was not told yet",
            await officer.GetStringAsync("/privacy/consents", Clinic.Cancel),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"name\":\"Harbour Clinic\"",
            await clinic.Prescriber.GetStringAsync(api, Clinic.Cancel),
            StringComparison.Ordinal
        );

        var sent = Assert.Single(await clinic.AllAsync<DisclosureRecord>()).Id;
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await Clinic.Send(clinic.Prescriber, page, ("do", "told"), ("consent", consent.ToString()), ("disclosure", sent.ToString()))
            ).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await Clinic.Send(
                    clinic.Prescriber,
                    page,
                    ("do", "told"),
                    ("consent", consent.ToString()),
                    ("disclosure", sent.ToString()),
                    ("how", "by telephone")
                )
            ).StatusCode
        );
        Assert.Contains("by telephone", Assert.Single(await clinic.AllAsync<RecipientTold>()).How, StringComparison.Ordinal);
        Assert.Contains(
            "All who got something were told",
            await clinic.Prescriber.GetStringAsync(page, Clinic.Cancel),
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Post(clinic.Prescriber, $"{api}/{Guid.CreateVersion7()}/told", "{\"how\":\"by letter\"}", "t1")).StatusCode
        );
        var (patient, _) = await app.SignedInAsync(Role.Patient, clinic.PatientId);
        var own = await patient.GetStringAsync("/me/consents", Clinic.Cancel);
        Assert.Contains("All who got something were told", own, StringComparison.Ordinal);
        Assert.DoesNotContain("They were told", own, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind", "kind")]
    [InlineData("categories", "categories")]
    [InlineData("information", "categories")]
    [InlineData("recipient", "recipient")]
    [InlineData("purposes", "purposes")]
    [InlineData("purpose", "purposes")]
    [InlineData("expiry", "expiry")]
    [InlineData("expires-on", "expiry")]
    [InlineData("signed-by", "signed-by")]
    [InlineData("signer", "signer")]
    [InlineData("method", "signer")]
    [InlineData("signed-on", "signed-on")]
    public async Task A_consent_without_an_element_is_not_saved_and_the_page_says_which(string missing, string field)
    {
        var clinic = await Clinic.OpenAsync(app);
        var answer = await Clinic.Send(
            clinic.Prescriber,
            $"/patients/{clinic.PatientId}/consents/give",
            clinic.ConsentFields((missing, ""))
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"href=\"#{field}\"", await Clinic.Text(answer), StringComparison.Ordinal);
        Assert.Empty(await clinic.AllAsync<Consent>());
    }

    [Fact]
    public async Task Counselling_notes_and_court_matters_do_not_share_a_form()
    {
        var clinic = await Clinic.OpenAsync(app);
        foreach (var changed in new[] { ("categories", "CounsellingNotes"), ("purposes", "LegalProceedings") })
            Assert.Equal(
                HttpStatusCode.BadRequest,
                (
                    await Clinic.Send(
                        clinic.Prescriber,
                        $"/patients/{clinic.PatientId}/consents/give",
                        [.. clinic.ConsentFields(), changed]
                    )
                ).StatusCode
            );
        Assert.Empty(await clinic.AllAsync<Consent>());
    }

    [Fact]
    public async Task The_patient_sees_gives_and_ends_their_own()
    {
        var clinic = await Clinic.OpenAsync(app);
        var (patient, _) = await app.SignedInAsync(Role.Patient, clinic.PatientId);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await Clinic.Send(
                    patient,
                    "/me/consents/give",
                    [.. clinic.ConsentFields(("method", ""), ("signed-by", ""), ("signed-on", "")), ("agree", "yes")]
                )
            ).StatusCode
        );
        var consent = Assert.Single(await clinic.AllAsync<Consent>());
        Assert.Equal((ConsentOrigin.RecordedByPatient, ConsentSigner.Patient), (consent.Origin, consent.SignedBy));
        var page = await patient.GetStringAsync("/me/consents", Clinic.Cancel);
        Assert.Contains("Harbour Clinic", page, StringComparison.Ordinal);
        Assert.DoesNotContain("g1.", page, StringComparison.Ordinal);
        Assert.Contains(
            "My choice about sharing",
            await patient.GetStringAsync($"/me/consents/{consent.Id}", Clinic.Cancel),
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await Clinic.Send(patient, "/me/consents", ("do", "revoke"), ("consent", consent.Id.ToString()))).StatusCode
        );
        Assert.Single(await clinic.AllAsync<ConsentEnd>());
    }

    [Fact]
    public async Task Somebody_off_the_care_team_gets_the_answer_for_nobody()
    {
        var clinic = await Clinic.OpenAsync(app);
        var (stranger, _) = await app.SignedInAsync(Role.Nurse);
        foreach (var page in new[] { "consents", "consents/give", "share", "summary" })
        {
            var (theirs, nobodys) = (
                await stranger.GetAsync(new Uri($"/patients/{clinic.PatientId}/{page}", UriKind.Relative), Clinic.Cancel),
                await stranger.GetAsync(new Uri($"/patients/{Guid.CreateVersion7()}/{page}", UriKind.Relative), Clinic.Cancel)
            );
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.StatusCode, nobodys.StatusCode));
            Assert.Equal(Clinic.Plain(await Clinic.Text(nobodys)), Clinic.Plain(await Clinic.Text(theirs)));
        }
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync(new Uri($"/api/patients/{clinic.PatientId}/consents", UriKind.Relative), Clinic.Cancel)).StatusCode
        );
    }

    [Fact]
    public async Task The_api_gives_once_and_ends_at_once()
    {
        var clinic = await Clinic.OpenAsync(app);
        var body =
            $$"""{"kind":"specificDisclosure","categories":["demographics"],"information":"my name","recipientKind":"named","recipientName":"Harbour Clinic","recipientClasses":["treatingProvider"],"purposes":["treatment"],"purpose":"care","expiry":"onDay","expiresOn":"{{clinic.Today.AddDays(9):yyyy-MM-dd}}","signedBy":["patient"],"signerName":"R","signatureMethod":"paper","signedOn":"{{clinic.Today:yyyy-MM-dd}}","hasFormStatements":true}""";
        var address = $"/api/patients/{clinic.PatientId}/consents";
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(clinic.Prescriber, address, body, null)).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await Post(clinic.Prescriber, address, body.Replace("\"purpose\":\"care\",", "", StringComparison.Ordinal), "k0")).StatusCode
        );
        var (first, again) = (await Post(clinic.Prescriber, address, body, "k1"), await Post(clinic.Prescriber, address, body, "k1"));
        Assert.Equal(await Clinic.Text(first), await Clinic.Text(again));
        var consent = Assert.Single(await clinic.AllAsync<Consent>());
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await Post(clinic.Prescriber, address, body.Replace("care", "other", StringComparison.Ordinal), "k1")).StatusCode
        );
        Assert.Equal(HttpStatusCode.OK, (await Post(clinic.Prescriber, $"{address}/{consent.Id}/revoke", "", "k2")).StatusCode);
        Assert.Contains("consent.revoked", await clinic.Prescriber.GetStringAsync(address, Clinic.Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_or_malformed_is_refused_with_nothing_written()
    {
        var clinic = await Clinic.OpenAsync(app);
        foreach (
            var bad in new[]
            {
                ("information", new string('x', 1001)),
                ("signed-on", "yesterday"),
                ("expires-on", "0001-01-01"),
                ("kind", "7"),
                ("recipient", new string('y', 300)),
                ("family-account", "nobody-at-all"),
            }
        )
            Assert.Equal(
                HttpStatusCode.BadRequest,
                (await Clinic.Send(clinic.Prescriber, $"/patients/{clinic.PatientId}/consents/give", clinic.ConsentFields(bad))).StatusCode
            );
        Assert.Empty(await clinic.AllAsync<Consent>());
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await Post(clinic.Prescriber, $"/api/patients/{clinic.PatientId}/consents", "{\"kind\":7}", "k")).StatusCode
        );
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string address, string body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request, Clinic.Cancel);
    }
}
