using System.Net;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Privacy.Disclosures;

public sealed class OfficerPageTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    public static TheoryData<string> Pages =>
        [
            .. new[]
            {
                "",
                "/consents",
                "/disclosures",
                "/break-glass",
                "/restrictions",
                "/emergencies",
                "/reports",
                "/legal-demands",
                "/registers",
                "/incidents",
                "/complaints",
                "/copies",
                "/alerts",
                "/access-review",
                "/destructions",
            },
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_page_is_the_privacy_officers_and_shows_no_ciphertext(string page)
    {
        var clinic = await Clinic.OpenAsync(app);
        await clinic.GiveConsentAsync();
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var html = await officer.GetStringAsync($"/privacy{page}", Clinic.Cancel);
        Assert.DoesNotContain("g1.", html, StringComparison.Ordinal);
        foreach (var role in new[] { Role.Prescriber, Role.Helpline, Role.Patient, Role.Family })
        {
            var (client, _) = await app.SignedInAsync(role);
            Assert.NotEqual(
                HttpStatusCode.OK,
                (await client.GetAsync(new Uri($"/privacy{page}", UriKind.Relative), Clinic.Cancel)).StatusCode
            );
        }
    }

    [Fact]
    public async Task A_subpoena_alone_is_refused_and_the_page_says_what_is_missing()
    {
        var clinic = await Clinic.OpenAsync(app);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await Clinic.Send(
                    officer,
                    "/privacy/legal-demands",
                    ("do", "record"),
                    ("record", clinic.PatientId.ToString()),
                    ("kind", "Subpoena"),
                    ("issuer", "County Court"),
                    ("recipient", "County Court")
                )
            ).StatusCode
        );
        Assert.Contains(
            "Refused: nothing goes out",
            await officer.GetStringAsync("/privacy/legal-demands", Clinic.Cancel),
            StringComparison.Ordinal
        );
        var demand = Assert.Single(await clinic.AllAsync<LegalDemand>());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await clinic.ShareAsync(
                    officer,
                    "print",
                    $"CourtOrder {demand.Id}",
                    ("purpose", "LegalProceedings"),
                    ("recipient", "County Court"),
                    ("recipient-class", "CourtOrLawEnforcement")
                )
            ).StatusCode
        );
    }

    [Fact]
    public async Task An_emergency_is_written_down_and_lets_out_to_the_one_named()
    {
        var clinic = await Clinic.OpenAsync(app);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        (string, string)[] fields =
        [
            ("do", "record"),
            ("record", clinic.PatientId.ToString()),
            ("personnel", "Dr Ash"),
            ("affiliation", "General Hospital"),
            ("by", "Nurse Test"),
            ("nature", "seizure"),
            ("no-consent", "yes"),
            ("how", "paper"),
        ];
        foreach (var (name, _) in fields.Skip(1))
            Assert.Equal(
                HttpStatusCode.BadRequest,
                (await Clinic.Send(officer, "/privacy/emergencies", [.. fields.Where(f => f.Item1 != name)])).StatusCode
            );
        Assert.Equal(HttpStatusCode.Redirect, (await Clinic.Send(officer, "/privacy/emergencies", fields)).StatusCode);
        var emergency = Assert.Single(await clinic.AllAsync<EmergencyDisclosure>());
        (string, string)[] to(string who) => [("purpose", "MedicalEmergency"), ("recipient", who), ("recipient-class", "TreatingProvider")];
        Assert.Equal(
            HttpStatusCode.OK,
            (await clinic.ShareAsync(officer, "pdf", $"MedicalEmergency {emergency.Id}", to("Dr Ash"))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await clinic.ShareAsync(officer, "pdf", $"MedicalEmergency {emergency.Id}", to("Dr Elm"))).StatusCode
        );
    }

    [Fact]
    public async Task What_was_told_by_voice_in_an_emergency_stands_in_the_patients_list_at_once()
    {
        var clinic = await Clinic.OpenAsync(app);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        (string, string)[] fields =
        [
            ("do", "record"),
            ("record", clinic.PatientId.ToString()),
            ("personnel", "Dr Ash"),
            ("affiliation", "General Hospital"),
            ("by", "Nurse Test"),
            ("nature", "seizure"),
            ("no-consent", "yes"),
            ("how", "telephone"),
        ];
        Assert.Equal(HttpStatusCode.BadRequest, (await Clinic.Send(officer, "/privacy/emergencies", fields)).StatusCode);
        Assert.Empty(await clinic.AllAsync<EmergencyDisclosure>());
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await Clinic.Send(officer, "/privacy/emergencies", [.. fields, ("told", "Medications"), ("told", "TaperPlan")])).StatusCode
        );
        var emergency = Assert.Single(await clinic.AllAsync<EmergencyDisclosure>());
        var entry = Assert.Single(await clinic.AllAsync<DisclosureRecord>());
        Assert.Equal(
            (
                DisclosureBasis.MedicalEmergency,
                emergency.Id,
                "Dr Ash",
                DisclosureChannel.Telephone,
                InformationCategory.Medications | InformationCategory.TaperPlan
            ),
            (entry.Basis, entry.BasisId!.Value, entry.RecipientName, entry.Channel, entry.Categories)
        );
        var (patient, _) = await app.SignedInAsync(Role.Patient, clinic.PatientId);
        Assert.Contains("Dr Ash", await patient.GetStringAsync("/me/disclosures", Clinic.Cancel), StringComparison.Ordinal);
        Assert.Contains("Shared something", await patient.GetStringAsync("/me/who-looked", Clinic.Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restriction_binds_once_the_privacy_officer_agrees()
    {
        var clinic = await Clinic.OpenAsync(app);
        var consent = await clinic.GiveConsentAsync();
        var page = $"/patients/{clinic.PatientId}/consents";
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await Clinic.Send(clinic.Prescriber, page, ("do", "withhold"), ("withhold", "Demographics"), ("from", "Harbour Clinic"))
            ).StatusCode
        );
        var restriction = Assert.Single(await clinic.AllAsync<Restriction>());
        await Clinic.Send(
            clinic.Prescriber,
            page,
            ("do", "restriction"),
            ("restriction", restriction.Id.ToString()),
            ("decision", "agree")
        );
        Assert.Equal(RestrictionStatus.Requested, Assert.Single(await clinic.AllAsync<Restriction>()).Status);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await Clinic.Send(officer, page, ("do", "restriction"), ("restriction", restriction.Id.ToString()), ("decision", "agree"))
            ).StatusCode
        );
        var shared = await Clinic.Text(await clinic.ShareAsync(clinic.Prescriber, "csv", $"Consent {consent}", ("purpose", "Treatment")));
        Assert.DoesNotContain(Clinic.Name, shared, StringComparison.Ordinal);
        Assert.Contains("Times in care", shared, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restriction_that_names_a_colleague_binds_that_colleague_and_one_that_could_be_several_is_not_agreed()
    {
        await using var own = new GlidepathApp();
        var clinic = await Clinic.OpenAsync(own);
        var (page, problems) = (
            $"/patients/{clinic.PatientId}/consents",
            new Uri($"/patients/{clinic.PatientId}/problems", UriKind.Relative)
        );
        await Clinic.Send(clinic.Prescriber, page, ("do", "withhold"), ("withhold", "Diagnoses"), ("from", "test prescriber"));
        var restriction = Assert.Single(await clinic.AllAsync<Restriction>());
        var (officer, _) = await own.SignedInAsync(Role.PrivacyOfficer);
        (string, string)[] agree = [("do", "restriction"), ("restriction", restriction.Id.ToString()), ("decision", "agree")];
        Assert.Equal(HttpStatusCode.OK, (await clinic.Prescriber.GetAsync(problems, Clinic.Cancel)).StatusCode);

        await own.SignedInAsync(Role.Prescriber);
        var several = await Clinic.Send(officer, page, agree);
        Assert.Equal(HttpStatusCode.BadRequest, several.StatusCode);
        Assert.Contains(
            "could be Test Prescriber or Test Prescriber",
            WebUtility.HtmlDecode(await Clinic.Text(several)),
            StringComparison.Ordinal
        );
        Assert.Equal(RestrictionStatus.Requested, Assert.Single(await clinic.AllAsync<Restriction>()).Status);

        await using (var db = own.Store.CreateDbContext())
            await db
                .Users.Where(u => u.Id == clinic.PrescriberAccount.Id)
                .ExecuteUpdateAsync(u => u.SetProperty(x => x.DisplayName, "Jane Miller"), Clinic.Cancel);
        await Clinic.Send(clinic.Prescriber, page, ("do", "withhold"), ("withhold", "Diagnoses"), ("from", "Jane Miller, my doctor"));
        var named = (await clinic.AllAsync<Restriction>()).Single(r => r.Id != restriction.Id);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await Clinic.Send(officer, page, ("do", "restriction"), ("restriction", named.Id.ToString()), ("decision", "agree"))
            ).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await clinic.Prescriber.GetAsync(problems, Clinic.Cancel)).StatusCode);
    }
}
