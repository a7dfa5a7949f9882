using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Facilities;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Privacy.Disclosures;

/// <summary>What a consent for family lists is shown as it is, and what cannot be shown yet is never called empty.</summary>
public sealed class FamilyViewTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string Updates = "/family/updates",
        NotShared = "We do not share this here yet.";

    [Fact]
    public async Task Appointments_of_standing_referrals_are_shown_by_the_gate_and_audited()
    {
        var clinic = await Clinic.OpenAsync(app);
        await ReferAsync(clinic, "Past House", -10);
        await ReferAsync(clinic, "Coming House", 3);
        await ReferAsync(clinic, "Arrived House", -5, ReferralState.Arrived);
        await ReferAsync(clinic, "Withdrawn House", 5, ReferralState.Withdrawn);
        await ReferAsync(clinic, "Missed House", -3, ReferralState.DidNotArrive);
        var sister = await SisterAsync(clinic, "Appointments");

        var shown = WebUtility.HtmlDecode(await sister.GetStringAsync(Updates, Clinic.Cancel));
        Assert.Equal(["Past House past", "Arrived House past", "Coming House to come"], Rows(shown).Select(r => $"{r[1]} {r[2]}"));
        Assert.Equal([Day(-10), Day(-5), Day(3)], Rows(shown).Select(r => r[0]));
        Assert.All(
            ["Nothing on file", NotShared, "Withdrawn House", "Missed House"],
            words => Assert.DoesNotContain(words, shown, StringComparison.Ordinal)
        );
        Assert.Contains(
            await clinic.AuditAsync(),
            e =>
                e.Action is AuditAction.Disclose
                && e.Target.Contains(nameof(Referral), StringComparison.Ordinal)
                && e.Reason.StartsWith("Consent.Screen", StringComparison.Ordinal)
        );
        Assert.Equal(InformationCategory.Appointments, Assert.Single(await clinic.AllAsync<DisclosureRecord>()).Categories);

        string Day(int after) => clinic.Today.AddDays(after).ToString("MMM d, yyyy", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_consent_without_appointments_reads_no_referral()
    {
        var clinic = await Clinic.OpenAsync(app);
        await ReferAsync(clinic, "Coming House", 3);
        var before = (await clinic.AuditAsync()).Count;
        var shown = await (await SisterAsync(clinic, "PresenceInTreatment")).GetStringAsync(Updates, Clinic.Cancel);
        Assert.Contains("data-disclosed", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Coming House", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(
            (await clinic.AuditAsync()).Skip(before),
            e => e.Action is AuditAction.Disclose && e.Target.Contains(nameof(Referral), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_has_no_part_here_yet_is_never_called_empty_on_any_way_out()
    {
        var clinic = await Clinic.OpenAsync(app);
        var sister = await SisterAsync(clinic, "DoseTaken", "MoodLight", "Appointments");
        var shown = await sister.GetStringAsync(Updates, Clinic.Cancel);
        Assert.Equal(1, shown.Split(NotShared).Length - 1);
        Assert.Contains("No dose on a ward is on record.", shown, StringComparison.Ordinal);
        Assert.Contains("No appointment at another place is on record.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing on file", shown, StringComparison.Ordinal);

        var consent = await clinic.GiveConsentAsync(("categories", "MoodLight"));
        foreach (var how in new[] { "print", "csv", "json" })
        {
            var text = await Clinic.Text(
                await clinic.ShareAsync(clinic.Prescriber, how, $"Consent {consent}", ("purpose", "Treatment"), ("categories", "MoodLight"))
            );
            Assert.Contains(NotShared, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Nothing on file", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_consent_of_family_that_names_messages_is_refused_and_another_doctors_is_not()
    {
        var clinic = await Clinic.OpenAsync(app);
        await clinic.App.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(Message)),
            async db =>
            {
                var episode = await db.Set<EpisodeOfCare>().SingleAsync(e => e.PatientId == clinic.PatientId, Clinic.Cancel);
                var entry = new Entry(Guid.CreateVersion7(), clinic.Now, clinic.PrescriberAccount.Id);
                db.Add(Message.Write(episode, Role.Prescriber, null, "canary of the thread", entry));
                return true;
            },
            Clinic.Cancel
        );
        foreach (var categories in new[] { new[] { "Messages" }, ["Messages", "Appointments"] })
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => SisterAsync(clinic, categories));
            Assert.Contains("BadRequest", refused.Message, StringComparison.Ordinal);
        }
        // Another doctor may get them.
        var consent = await clinic.GiveConsentAsync(("categories", "Messages"));
        var text = await Clinic.Text(
            await clinic.ShareAsync(clinic.Prescriber, "json", $"Consent {consent}", ("purpose", "Treatment"), ("categories", "Messages"))
        );
        Assert.Contains("canary of the thread", text, StringComparison.Ordinal);
    }

    private async Task<HttpClient> SisterAsync(Clinic clinic, params string[] categories)
    {
        var (sister, account) = await app.SignedInAsync(Role.Family);
        await clinic.GiveConsentAsync([
            ("recipient", account.DisplayName),
            ("recipient-classes", "Family"),
            ("family-account", account.UserName!),
            ("purposes", "FamilySupport"),
            .. categories.Select(c => ("categories", c)),
        ]);
        return sister;
    }

    /// <param name="after">Days from today to the appointment.</param>
    /// <param name="end">Where it went from there.</param>
    private static Task<bool> ReferAsync(Clinic clinic, string name, int after, ReferralState end = ReferralState.Appointment) =>
        clinic.App.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(Referral)),
            async db =>
            {
                var (drafted, day) = (clinic.Today.AddDays(-20), clinic.Today.AddDays(after));
                var place = new Place
                {
                    Id = Guid.CreateVersion7(),
                    Name = name,
                    Street = "1 Example Street",
                    City = "Springvale",
                    State = "CA",
                    Zip = "00000",
                    Programmes = [],
                };
                var (referral, first) = Referral.Draft(
                    Guid.CreateVersion7(),
                    await db.Set<EpisodeOfCare>().SingleAsync(e => e.PatientId == clinic.PatientId, Clinic.Cancel),
                    place,
                    drafted,
                    Entry()
                );
                db.AddRange(
                    referral,
                    first,
                    referral.Agree(HandOffConsent.PersonOnTheLine, null, drafted, Entry()),
                    referral.Move(ReferralState.Sent, drafted, Entry()),
                    referral.Move(ReferralState.Accepted, drafted, Entry()),
                    referral.MakeAppointment(day, drafted, Entry())
                );
                if (end is ReferralState.Arrived)
                    db.Add(referral.Arrive(day, Entry()));
                else if (end is not ReferralState.Appointment)
                    db.Add(referral.Move(end, clinic.Today, Entry()));
                return true;

                MoveEntry Entry() => new(Guid.CreateVersion7(), clinic.Now, clinic.PrescriberAccount.Id, TimeZoneInfo.Utc);
            },
            Clinic.Cancel
        );

    private static List<string[]> Rows(string html) =>
        [
            .. html.Split("<tbody>")[1]
                .Split("</tbody>")[0]
                .Split("<tr>")
                .Skip(1)
                .Select(row =>
                    row.Split("<td")
                        .Skip(1)
                        .Select(cell => cell[(cell.IndexOf('>', StringComparison.Ordinal) + 1)..].Split("</td>")[0])
                        .ToArray()
                ),
        ];
}
