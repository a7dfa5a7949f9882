using System.Net;
using System.Text.Json;
using Glidepath.Application.Administration;
using Glidepath.Application.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Privacy.Disclosures;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Privacy.Disclosures;

public sealed class ChannelTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Theory]
    [InlineData("print")]
    [InlineData("pdf")]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task Each_way_out_carries_the_federal_notice_and_what_the_consent_covers(string how)
    {
        var clinic = await Clinic.OpenAsync(app);
        var consent = await clinic.GiveConsentAsync();
        var answer = await clinic.ShareAsync(clinic.Prescriber, how, $"Consent {consent}", ("purpose", "Treatment"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        if (how == "pdf")
        {
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
            Assert.DoesNotContain("clonazepam", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.OrdinalIgnoreCase);
        }
        else
        {
            var text = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Unescape(await Clinic.Text(answer)));
            Assert.Contains(RedisclosureNotice.Full.Text, text, StringComparison.Ordinal);
            Assert.Contains("Sent with the patient's written consent", text, StringComparison.Ordinal);
            Assert.Contains(Clinic.Name, text, StringComparison.Ordinal);
            Assert.DoesNotContain("g1.", text, StringComparison.Ordinal);
        }
        var entry = Assert.Single(await clinic.AllAsync<DisclosureRecord>());
        Assert.Equal(
            (consent, InformationCategory.Demographics | InformationCategory.PresenceInTreatment, "Harbour Clinic"),
            (entry.BasisId, entry.Categories, entry.RecipientName)
        );
        Assert.Contains(
            await clinic.AuditAsync(),
            e => e.Target == nameof(DisclosureRecord) && e.Reason.StartsWith("Consent.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_consent_to_ways_to_be_reached_lets_out_the_phone_and_not_the_name()
    {
        var clinic = await Clinic.OpenAsync(app);
        var consent = await clinic.GiveConsentAsync(
            ("categories", "Contact"),
            ("categories", "PresenceInTreatment"),
            ("information", "my phone and that I am in care")
        );
        var answer = await clinic.ShareAsync(
            clinic.Prescriber,
            "csv",
            $"Consent {consent}",
            ("purpose", "Treatment"),
            ("categories", "Contact")
        );
        var text = await Clinic.Text(answer);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, text);
        Assert.Contains("555-0100", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Clinic.Name, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_what_a_consent_lets_out_to_the_one_it_names_and_each_answer_is_accounted()
    {
        var clinic = await Clinic.OpenAsync(app);
        var consent = await clinic.GiveConsentAsync();
        var asked = new
        {
            basis = "consent",
            reference = consent,
            categories = new[] { "demographics", "presenceInTreatment", "diagnoses" },
            purpose = "treatment",
            recipient = "Somebody Else",
        };
        for (var times = 1; times <= 2; times++)
        {
            using var answer = await ExportAsync(clinic.Prescriber, clinic.PatientId, asked);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var sent = JsonDocument.Parse(await Clinic.Text(answer)).RootElement;
            Assert.Equal(RedisclosureNotice.Full.Text, sent.GetProperty("notices")[0].GetProperty("text").GetString());
            Assert.Equal("Harbour Clinic", sent.GetProperty("recipient").GetString());
            Assert.Equal(
                ["demographics", "presenceInTreatment"],
                sent.GetProperty("sections").EnumerateArray().Select(s => s.GetProperty("category").GetString()!).Distinct().Order()
            );
            Assert.Contains(
                await clinic.AllAsync<DisclosureRecord>(),
                d => d.Id == sent.GetProperty("accountingId").GetGuid() && d.BasisId == consent && d.Channel is DisclosureChannel.Json
            );
            Assert.Equal(times, (await clinic.AllAsync<DisclosureRecord>()).Count);
        }
        Assert.Contains(
            await clinic.AuditAsync(),
            e =>
                e.Action is Glidepath.Storage.Privacy.AuditAction.Export
                && e.Reason.StartsWith($"Consent.Json {consent}", StringComparison.Ordinal)
        );
        using var otherPurpose = await ExportAsync(clinic.Prescriber, clinic.PatientId, asked with { purpose = "payment" });
        Assert.Equal(HttpStatusCode.NotFound, otherPurpose.StatusCode);
        var (stranger, _) = await app.SignedInAsync(Role.Prescriber);
        using var offTeam = await ExportAsync(stranger, clinic.PatientId, asked);
        Assert.Equal(HttpStatusCode.NotFound, offTeam.StatusCode);
        using var nothing = await ExportAsync(clinic.Prescriber, clinic.PatientId, asked with { categories = [] });
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        Assert.Equal(2, (await clinic.AllAsync<DisclosureRecord>()).Count);
    }

    private static Task<HttpResponseMessage> ExportAsync(HttpClient client, Guid patientId, object asked) =>
        client.PostOnceAsync($"/api/patients/{patientId}/disclosures", asked);

    [Fact]
    public void Every_page_of_the_pdf_carries_the_notices()
    {
        var rows = Enumerable.Range(1, 120).Select(i => (IReadOnlyList<string>)[$"2026-01-{i}", "GAD-7", $"{i}", "mild"]).ToList();
        var laid = RecordFiles.Lay(
            new DisclosedRecord
            {
                AccountingId = Guid.CreateVersion7(),
                At = new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc),
                Zone = TimeZoneInfo.Utc,
                Recipient = "Harbour Clinic",
                Purpose = "treatment",
                Categories = InformationCategory.Assessments,
                Notices = [RedisclosureNotice.Full],
                Sections = [new RecordSection(InformationCategory.Assessments, "Scores", ["Day", "Form", "Score", "Band"], rows)],
            }
        );
        Assert.True(laid.Pages.Count > 2);
        Assert.Equal("Summary", laid.Title);
        Assert.All(
            laid.Pages,
            page =>
                Assert.Equal(
                    Squeezed(RedisclosureNotice.Full.Text),
                    Squeezed(string.Concat(page.Texts.Select(t => t.Text)))[
                        ^(Squeezed(RedisclosureNotice.Full.Text).Length + Foot(laid.Pages, page).Length)..^Foot(laid.Pages, page).Length
                    ]
                )
        );

        static string Squeezed(string text) =>
            text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        static string Foot(IReadOnlyList<Paper.Shared.Page> pages, Paper.Shared.Page page) =>
            Squeezed($"Page {pages.ToList().IndexOf(page) + 1} of {pages.Count}");
    }

    [Fact]
    public async Task The_patient_takes_their_record_in_every_form_with_the_short_notice()
    {
        var clinic = await Clinic.OpenAsync(app);
        var (patient, _) = await app.SignedInAsync(Role.Patient, clinic.PatientId);
        var page = WebUtility.HtmlDecode(await patient.GetStringAsync("/me/record", Clinic.Cancel));
        Assert.Contains(RedisclosureNotice.Short.Text, page, StringComparison.Ordinal);
        foreach (var how in new[] { "csv", "json", "pdf" })
        {
            using var form = new FormUrlEncodedContent([
                KeyValuePair.Create("__RequestVerificationToken", Clinic.Token(page)),
                KeyValuePair.Create("as", how),
            ]);
            var answer = await patient.PostAsync(new Uri("/me/record/file", UriKind.Relative), form, Clinic.Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            if (how == "pdf")
                continue;
            var text = await Clinic.Text(answer);
            Assert.Contains(RedisclosureNotice.Short.Text, text, StringComparison.Ordinal);
            Assert.Contains(Clinic.Name, text, StringComparison.Ordinal);
            Assert.DoesNotContain("ounselling", text, StringComparison.Ordinal);
            if (how == "json")
                Assert.Equal("notices", JsonDocument.Parse(text).RootElement.EnumerateObject().First().Name);
        }
        Assert.Equal(4, (await clinic.AllAsync<DisclosureRecord>()).Count);
        Assert.Contains("the patient", await patient.GetStringAsync("/me/disclosures", Clinic.Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Family_sees_nothing_then_what_is_listed_then_nothing()
    {
        var clinic = await Clinic.OpenAsync(app);
        var (sister, account) = await app.SignedInAsync(Role.Family);
        var before = Clinic.Plain(await sister.GetStringAsync("/family/updates", Clinic.Cancel));
        Assert.DoesNotContain("data-disclosed", before, StringComparison.Ordinal);
        var consent = await clinic.GiveConsentAsync(
            ("recipient", account.DisplayName),
            ("recipient-classes", "Family"),
            ("family-account", account.UserName!),
            ("purposes", "FamilySupport"),
            ("categories", "PresenceInTreatment"),
            ("categories", "Appointments")
        );
        var shown = await sister.GetStringAsync("/family/updates", Clinic.Cancel);
        Assert.Contains("Times in care", shown, StringComparison.Ordinal);
        Assert.Contains("Appointments", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Clinic.Name, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("1980", shown, StringComparison.Ordinal);
        var (other, _) = await app.SignedInAsync(Role.Family);
        Assert.Equal(before, Clinic.Plain(await other.GetStringAsync("/family/updates", Clinic.Cancel)));
        await Clinic.Send(clinic.Prescriber, $"/patients/{clinic.PatientId}/consents", ("do", "revoke"), ("consent", consent.ToString()));
        Assert.Equal(before, Clinic.Plain(await sister.GetStringAsync("/family/updates", Clinic.Cancel)));
    }

    [Fact]
    public void A_very_long_entry_does_not_break_the_paper() =>
        Assert.NotEmpty(
            Paper
                .Privacy.SummarySheet.Lay(
                    "Summary",
                    "Made today",
                    [RedisclosureNotice.Full.Text, new string('n', 800)],
                    [
                        new(
                            "Conditions",
                            ["Condition", "Code", "Status", "Since"],
                            [
                                [string.Join(' ', Enumerable.Repeat("word", 3_000)), new string('x', 900), "", "2026-01-01"],
                            ]
                        ),
                    ],
                    new DateOnly(2026, 11, 25)
                )
                .Pages
        );

    [Fact]
    public void A_cell_is_never_a_formula() =>
        Assert.All(
            new[] { "=1+1", "+1", "-1", "@x", "\t=1", " =1" },
            v => Assert.StartsWith("\"'", RecordCsv.Cell(v), StringComparison.Ordinal)
        );

    /// <summary>
    /// No way out but one: only the service makes what a file is made of, and no other code of the host writes such files of a record.
    /// </summary>
    [Fact]
    public void Files_of_a_record_are_made_in_one_place_only()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "src", "Glidepath.Web")))
            folder = Path.GetDirectoryName(folder)!;
        string[] hosts = ["Glidepath.Application", "Glidepath.Web"];
        var sources = hosts
            .SelectMany(h => Directory.EnumerateFiles(Path.Combine(folder, "src", h), "*", SearchOption.AllDirectories))
            .Where(f => Path.GetFileName(f) != "_Imports.razor")
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(
            ["DisclosureService.cs"],
            sources.Where(s => s.Value.Contains("new DisclosedRecord", StringComparison.Ordinal)).Select(s => s.Key)
        );
        // PlannerPrints is the public planner and BookletArea the public booklet, which have no record; DirectoryEndpoints takes files of the
        // public directory in and gives none out. TaperPapers takes what the disclosure check let out of a draft or a course. VisitsArea and
        // MonitoringArea give patients entries for their own calendar, which say "Appointment" or "A reminder" and when. DocumentsEndpoints
        // hands out what DocumentOpening got by the disclosure check.
        string[] allowed =
        [
            "RecordFiles.cs",
            "PlannerPrints.cs",
            "BookletArea.cs",
            "DirectoryEndpoints.cs",
            "TaperPapers.cs",
            "VisitsArea.cs",
            "MonitoringArea.cs",
            "DocumentsEndpoints.cs",
        ];
        Assert.Empty(
            sources
                .Where(s =>
                    !allowed.Contains(s.Key)
                    && new[] { "application/pdf", "text/csv", "TypedResults.File(", "Results.File(" }.Any(w =>
                        s.Value.Contains(w, StringComparison.Ordinal)
                    )
                )
                .Select(s => s.Key)
        );
        Assert.DoesNotContain(sources, s => s.Value.Contains("DisclosureGate.Decide", StringComparison.Ordinal));
    }
}
