using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Privacy.Disclosures;

/// <summary>
/// What the patient asks for and takes passes through the hands of a colleague, who sees no more of it than on any other page.
/// </summary>
public sealed class HandedOverTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Fact]
    public async Task What_is_kept_back_from_a_colleague_is_not_in_what_they_hand_over()
    {
        var clinic = await Clinic.OpenAsync(app);
        await KeepBackAsync(clinic.PatientId, InformationCategory.PresenceInTreatment, clinic.PrescriberAccount.Id);
        foreach (var how in new[] { "csv", "json" })
        {
            var text = await Clinic.Text(await clinic.ShareAsync(clinic.Prescriber, how, "PatientAccess"));
            Assert.Contains("Testperson", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Times in care", text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await clinic.ShareAsync(clinic.Prescriber, "print", "PatientAccess")).StatusCode);
        Assert.All(
            await clinic.AllAsync<DisclosureRecord>(),
            d => Assert.False(d.Categories.HasFlag(InformationCategory.PresenceInTreatment))
        );
        using (
            var asked = await clinic.Prescriber.PostOnceAsync(
                $"/api/patients/{clinic.PatientId}/disclosures",
                new { basis = "patientAccess", categories = new[] { "presenceInTreatment" } }
            )
        )
            Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        Assert.Equal(HttpStatusCode.NotFound, (await clinic.ShareAsync(officer, "csv", "PatientAccess")).StatusCode);
        var copy = await clinic.AskForCopyAsync(officer, "PresenceInTreatment");
        Assert.Contains(
            "Times in care",
            await Clinic.Text(await clinic.ShareAsync(officer, "csv", $"PatientAccess {copy.Id}")),
            StringComparison.Ordinal
        );
        Assert.Equal(CopyOutcome.Given, Assert.Single(await clinic.AllAsync<CopyRequest>()).Outcome);
        var handed = (await clinic.AllAsync<DisclosureRecord>()).Single(d => d.BasisId == copy.Id);
        Assert.Equal(InformationCategory.PresenceInTreatment, handed.Categories);
    }

    [Fact]
    public async Task Who_may_not_see_the_page_prints_nothing_and_nothing_is_accounted()
    {
        var clinic = await Clinic.OpenAsync(app);
        var token = Clinic.Token(await clinic.Prescriber.GetStringAsync($"/patients/{clinic.PatientId}/share", Clinic.Cancel));
        await KeepBackAsync(clinic.PatientId, InformationCategory.Demographics, clinic.PrescriberAccount.Id);
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["_handler"] = "share",
                ["do"] = "share",
                ["basis"] = "PatientAccess",
                ["as"] = "print",
                ["categories"] = "PresenceInTreatment",
            }
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await clinic.Prescriber.PostAsync(new Uri($"/patients/{clinic.PatientId}/share", UriKind.Relative), form, Clinic.Cancel)
            ).StatusCode
        );
        Assert.Empty(await clinic.AllAsync<DisclosureRecord>());
    }

    [Fact]
    public async Task A_letter_that_holds_what_is_kept_back_from_a_colleague_is_not_printed_by_them()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await KeepBackAsync(ana.Id, InformationCategory.Assessments, ana.StaffAccount.Id);
        using var letter = await ana.Staff.PostOnceAsync($"/api/patients/{ana.Id}/pathway/letter/prints", new { });
        Assert.Equal(HttpStatusCode.NotFound, letter.StatusCode);
        Assert.Empty(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));
    }

    private Task KeepBackAsync(Guid patientId, InformationCategory what, Guid from) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Restriction"),
            db =>
            {
                var now = app.Store.Clock.GetUtcNow().UtcDateTime;
                var restriction = Restriction.Request(Guid.CreateVersion7(), patientId, what, now, recipientPartyId: from);
                restriction.Agree(Guid.CreateVersion7(), now);
                db.Add(restriction);
                return Task.FromResult(true);
            },
            Clinic.Cancel
        );
}
