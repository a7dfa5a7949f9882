using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Privacy.Disclosures;

/// <summary>The whole host against the pure gate: channel × basis × role × state, through real forms.</summary>
public sealed class HostMatrixTests
{
    private static readonly (string How, DisclosureChannel Channel)[] Ways =
    [
        ("print", DisclosureChannel.Print),
        ("pdf", DisclosureChannel.Pdf),
        ("csv", DisclosureChannel.Csv),
        ("json", DisclosureChannel.Json),
    ];

    [Fact]
    public async Task The_host_lets_out_what_the_gate_lets_out_and_nothing_else()
    {
        await using var app = new GlidepathApp();
        var clinic = await Clinic.OpenAsync(app);
        var live = await clinic.GiveConsentAsync();
        var tpo = await clinic.GiveConsentAsync(
            ("kind", "TreatmentPaymentOperations"),
            ("recipient-kind", "Class"),
            ("recipient", ""),
            ("expiry", "Never"),
            ("expires-on", "")
        );
        var ended = await clinic.GiveConsentAsync();
        await Clinic.Send(clinic.Prescriber, $"/patients/{clinic.PatientId}/consents", ("do", "revoke"), ("consent", ended.ToString()));
        var (officer, officerAccount) = await app.SignedInAsync(Role.PrivacyOfficer);
        var (cases, permitted) = (0, 0);
        foreach (
            var (client, actor) in new[]
            {
                (clinic.Prescriber, new Actor(clinic.PrescriberAccount.Id, Role.Prescriber)),
                (officer, new Actor(officerAccount.Id, Role.PrivacyOfficer)),
            }
        )
        foreach (var (how, channel) in Ways)
        foreach (
            var (basis, reference) in new (DisclosureBasis, Guid?)[]
            {
                (DisclosureBasis.Consent, live),
                (DisclosureBasis.Consent, ended),
                (DisclosureBasis.Consent, tpo),
                (DisclosureBasis.Consent, null),
                (DisclosureBasis.TpoConsent, tpo),
                (DisclosureBasis.TpoConsent, live),
                (DisclosureBasis.PatientAccess, null),
                (DisclosureBasis.CareTeam, null),
                (DisclosureBasis.CounsellingNotesConsent, live),
                (DisclosureBasis.BreakGlass, null),
                (DisclosureBasis.CourtOrder, Guid.CreateVersion7()),
                (DisclosureBasis.Research, null),
            }
        )
        {
            var asked = Asked(clinic, actor, channel, basis, reference, await FileAsync(clinic));
            var expected = DisclosureGate.Decide(asked).Outside;
            var answer = await clinic.ShareAsync(
                client,
                how,
                reference is null ? $"{basis}" : $"{basis} {reference}",
                ("purpose", asked.Purpose.ToString()),
                ("recipient", asked.Recipient.Name),
                ("recipient-class", asked.Recipient.Class.ToString())
            );
            Assert.True(
                (answer.StatusCode is HttpStatusCode.OK) == expected.Found,
                $"{actor.Role} {channel} {basis} {reference}: gate {expected}, host {answer.StatusCode}"
            );
            if (expected.Found)
                Assert.Equal(
                    expected.Categories,
                    (await clinic.AllAsync<DisclosureRecord>()).MaxBy(d => d.Id)?.Categories ?? expected.Categories
                );
            else
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            (cases, permitted) = (cases + 1, permitted + (expected.Found ? 1 : 0));
        }
        Assert.True(cases >= 60 && permitted >= 10, $"{cases} cases, {permitted} permitted");
        Assert.All(
            await clinic.AllAsync<DisclosureRecord>(),
            d => Assert.False(d.Categories.HasFlag(InformationCategory.CounsellingNotes))
        );
    }

    private static DisclosureRequest Asked(
        Clinic clinic,
        Actor actor,
        DisclosureChannel channel,
        DisclosureBasis basis,
        Guid? reference,
        PrivacyFile file
    ) =>
        new()
        {
            RecordId = Guid.CreateVersion7(),
            Channel = channel,
            Basis = basis,
            Reference = reference,
            Actor = actor,
            Recipient = basis switch
            {
                DisclosureBasis.PatientAccess => new Recipient("the patient", RecipientClass.Patient, clinic.PatientId),
                DisclosureBasis.CareTeam or DisclosureBasis.BreakGlass => new Recipient(
                    "this program",
                    RecipientClass.Programme,
                    actor.AccountId
                ),
                _ => new Recipient("Harbour Clinic", RecipientClass.TreatingProvider),
            },
            Purpose = basis is DisclosureBasis.PatientAccess ? DisclosurePurpose.AtPatientsRequest : DisclosurePurpose.Treatment,
            Categories = InformationCategory.Demographics | InformationCategory.PresenceInTreatment | InformationCategory.Diagnoses,
            File = file,
            Now = clinic.Now,
        };

    private static async Task<PrivacyFile> FileAsync(Clinic clinic) =>
        (
            await clinic.App.Store.Records.RunWholeAsync(
                RequestActor.System("test"),
                new AuditEntry(AuditAction.Read, "File"),
                db => RecordAccess.RelationAsync(db, clinic.PatientId, clinic.Now, Clinic.Cancel),
                Clinic.Cancel
            )
        )!.File;
}
