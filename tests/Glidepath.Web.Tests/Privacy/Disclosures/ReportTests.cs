using System.Net;
using System.Net.Http.Json;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Privacy.Disclosures;

/// <summary>Reports without consent that the law asks for or allows: on file first, to one agency, accounted, with identity only.</summary>
public sealed class ReportTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static (string, string)[] Fields(Clinic clinic, string how) =>
        [
            ("do", "record"),
            ("record", clinic.PatientId.ToString()),
            ("kind", "ChildAbuse"),
            ("agency", "County Child Protection"),
            ("law", "State code 123"),
            ("circumstances", "What was seen and heard at the visit"),
            ("how", how),
        ];

    [Fact]
    public async Task A_report_by_telephone_is_on_file_and_in_the_list_of_what_left()
    {
        var clinic = await Clinic.OpenAsync(app);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var fields = Fields(clinic, "telephone");
        foreach (var (name, _) in fields.Skip(1))
            Assert.Equal(
                HttpStatusCode.BadRequest,
                (await Clinic.Send(officer, "/privacy/reports", [.. fields.Where(f => f.Item1 != name)])).StatusCode
            );
        Assert.Empty(await clinic.AllAsync<StatutoryReport>());
        Assert.Equal(HttpStatusCode.Redirect, (await Clinic.Send(officer, "/privacy/reports", fields)).StatusCode);
        var report = Assert.Single(await clinic.AllAsync<StatutoryReport>());
        var entry = Assert.Single(await clinic.AllAsync<DisclosureRecord>());
        Assert.Equal(
            (DisclosureBasis.ChildAbuseReport, report.Id, "County Child Protection", DisclosureChannel.Telephone),
            (entry.Basis, entry.BasisId!.Value, entry.RecipientName, entry.Channel)
        );
        Assert.Equal(
            InformationCategory.Demographics | InformationCategory.Contact | InformationCategory.PresenceInTreatment,
            entry.Categories
        );
        var page = await officer.GetStringAsync("/privacy/reports", Clinic.Cancel);
        Assert.Contains("What was seen and heard", page, StringComparison.Ordinal);
        Assert.DoesNotContain("g1.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_by_telephone_of_what_is_kept_back_is_not_half_written_and_says_what_is()
    {
        var clinic = await Clinic.OpenAsync(app);
        var (officer, account) = await app.SignedInAsync(Role.PrivacyOfficer);
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Restriction"),
            db =>
            {
                var restriction = Restriction.Request(
                    Guid.CreateVersion7(),
                    clinic.PatientId,
                    InformationCategory.Contact,
                    clinic.Now,
                    recipientClasses: RecipientClass.CourtOrLawEnforcement
                );
                restriction.Agree(account.Id, clinic.Now);
                db.Add(restriction);
                return Task.FromResult(true);
            },
            Clinic.Cancel
        );
        (string, string)[] crime = [.. Fields(clinic, "telephone").Where(f => f.Item1 is not "kind"), ("kind", "CrimeOnPremises")];
        using (var refused = await Clinic.Send(officer, "/privacy/reports", crime))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var page = await Clinic.Text(refused);
            Assert.Contains("because the person keeps it back: contact details.", page, StringComparison.Ordinal);
            Assert.Contains("id=\"told-error\"", page, StringComparison.Ordinal);
        }
        var body = new
        {
            kind = "crimeOnPremises",
            agency = "City Police",
            circumstances = "A door was broken by force",
            law = "42 CFR 2.12(c)(5)",
            byTelephone = true,
        };
        using (var refused = await officer.PostOnceAsync($"/api/patients/{clinic.PatientId}/statutory-reports", body))
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Empty(await clinic.AllAsync<StatutoryReport>());
        Assert.Empty(await clinic.AllAsync<DisclosureRecord>());
        Assert.Equal(
            2,
            (await clinic.AuditAsync()).Count(e =>
                e.Outcome is AuditOutcome.Refused && e.Reason.StartsWith("CrimeOnPremises.Telephone", StringComparison.Ordinal)
            )
        );

        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await Clinic.Send(officer, "/privacy/reports", [.. crime, ("told", "Demographics"), ("told", "PresenceInTreatment")])
            ).StatusCode
        );
        Assert.Single(await clinic.AllAsync<StatutoryReport>());
        Assert.Equal(
            InformationCategory.Demographics | InformationCategory.PresenceInTreatment,
            Assert.Single(await clinic.AllAsync<DisclosureRecord>()).Categories
        );
    }

    [Fact]
    public async Task The_paper_goes_to_the_agency_named_with_identity_only()
    {
        var clinic = await Clinic.OpenAsync(app);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        await Clinic.Send(officer, "/privacy/reports", Fields(clinic, "paper"));
        Assert.Empty(await clinic.AllAsync<DisclosureRecord>());
        var page = await officer.GetStringAsync("/privacy/reports", Clinic.Cancel);
        var form = GlidepathApp
            .FormIn()
            .Matches(page)
            .Select(m => m.Value)
            .First(f => f.Contains($"/patients/{clinic.PatientId}/share/file", StringComparison.Ordinal));
        using var paper = await GlidepathApp.Submit(officer, $"/patients/{clinic.PatientId}/share/file", form);
        Assert.Equal(("application/pdf", HttpStatusCode.OK), (paper.Content.Headers.ContentType?.MediaType, paper.StatusCode));
        var entry = Assert.Single(await clinic.AllAsync<DisclosureRecord>());
        Assert.Equal(
            InformationCategory.Demographics | InformationCategory.Contact | InformationCategory.PresenceInTreatment,
            entry.Categories
        );
        using var elsewhere = await GlidepathApp.Submit(
            officer,
            $"/patients/{clinic.PatientId}/share/file",
            form.Replace("County Child Protection", "County Court", StringComparison.Ordinal)
        );
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Single(await clinic.AllAsync<DisclosureRecord>());
    }

    [Fact]
    public async Task A_program_records_one_once_and_others_may_not()
    {
        var clinic = await Clinic.OpenAsync(app);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var address = $"/api/patients/{clinic.PatientId}/statutory-reports";
        var body = new
        {
            kind = "crimeOnPremises",
            agency = "City Police",
            circumstances = "A door was broken by force",
            law = "42 CFR 2.12(c)(5)",
            byTelephone = true,
        };
        using (var bad = await officer.PostOnceAsync(address, body with { circumstances = "short" }))
            Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        using (
            var tooMuch = await officer.PostOnceAsync(
                address,
                new
                {
                    body.kind,
                    body.agency,
                    body.circumstances,
                    body.law,
                    body.byTelephone,
                    told = new[] { "medications" },
                }
            )
        )
            Assert.Equal(HttpStatusCode.BadRequest, tooMuch.StatusCode);
        for (var i = 0; i < 2; i++)
            using (var made = await officer.PostOnceAsync(address, body, "report-1"))
                Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Single(await clinic.AllAsync<StatutoryReport>());
        Assert.Single(await clinic.AllAsync<DisclosureRecord>());
        Assert.Contains(
            "City Police",
            await officer.GetStringAsync("/api/privacy/statutory-reports", Clinic.Cancel),
            StringComparison.Ordinal
        );
        using var byPrescriber = await clinic.Prescriber.PostOnceAsync(address, body);
        Assert.Equal(HttpStatusCode.NotFound, byPrescriber.StatusCode);
    }
}
