using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Privacy;
using Glidepath.Web.Tests.Shared;
using Glidepath.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Web.Tests.Patients.DocumentSamples;

namespace Glidepath.Web.Tests.Patients;

/// <summary>Papers of a person: filed, listed, opened, marked, and what is refused.</summary>
public sealed class DocumentsTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paper_is_filed_listed_on_the_time_line_and_opened_as_it_was_received()
    {
        var ana = await PersonInCare.MakeAsync(app);
        Assert.Contains("No document is on file.", await ana.GetAsync($"/patients/{ana.Id}/documents"));
        var document = await FileAsync(app, ana);
        var list = await ana.GetAsync($"/patients/{ana.Id}/documents");
        Assert.Contains("Discharge letter", list);
        Assert.Contains(Said, list);
        Assert.Contains("Made-up Hospital", list);
        Assert.Contains("Dated Jan 5, 2026", list);
        var home = await ana.GetAsync($"/patients/{ana.Id}");
        Assert.Contains("Document received: Discharge letter", home);
        Assert.Contains(Said, home);

        using var opened = await ana.Staff.GetAsync(Content(ana, document), Stop);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal(Pdf, await opened.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("application/pdf", opened.Content.Headers.ContentType?.ToString());
        var disposition = opened.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", $"{RecordNumber.Of(ana.Id)}-1.pdf"), (disposition.DispositionType, disposition.FileName));
        Assert.Equal("default-src 'none'; sandbox", Header(opened, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(opened, "X-Content-Type-Options"));
        Assert.Equal("no-store", Header(opened, "Cache-Control"));

        // The trail names both, and the patient reads it in words.
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        var looked = await own.GetStringAsync("/me/who-looked", Stop);
        Assert.Contains("a document itself", looked);
    }

    [Fact]
    public async Task What_the_sender_calls_the_file_counts_for_nothing()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var sent = await SendAsync(ana, Png, "court order of Ana.html", "text/html");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var document = Assert.Single(await PersonInCare.StoredAsync<DocumentReference>(app, ana.Id));
        using var opened = await ana.Staff.GetAsync(Content(ana, document), Stop);
        Assert.Equal("image/png", opened.Content.Headers.ContentType?.ToString());
        Assert.EndsWith("-1.png", opened.Content.Headers.ContentDisposition!.FileName);
        Assert.DoesNotContain("court order", await ana.GetAsync($"/patients/{ana.Id}/documents"));
    }

    public static TheoryData<string, string, string> NotAccepted() =>
        new()
        {
            { "page.pdf", "<html><script>alert(1)</script>%PDF-1.7 %%EOF</html>", "This is a web page or a drawing" },
            { "drawing.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "This is a web page or a drawing" },
            { "letter.docx", "PK\u0003\u0004 a Word document", "This is an Office document or a ZIP archive" },
            { "picture.heic", "\0\0\0\u0018ftypheic....", "own format" },
            { "half.pdf", "%PDF-1.7 and no end", "This begins as a PDF and is not whole" },
            { "program.pdf", "MZ a program", "JPEG or PNG, even if its name says so" },
            { "empty.pdf", "", "The file is empty" },
        };

    [Theory]
    [MemberData(nameof(NotAccepted))]
    public async Task Another_file_is_refused_beside_its_field_and_nothing_is_written(string name, string content, string says)
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var refused = await SendAsync(ana, Encoding.UTF8.GetBytes(content), name);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains("File: ", page);
        Assert.Contains(says, page);
        Assert.Contains("id=\"file-error\"", page);
        // What was typed stays.
        Assert.Contains($"value=\"{Said}\"", page);
        await NothingIsWrittenAsync(ana);
    }

    [Fact]
    public async Task No_file_and_a_wrong_field_are_said_together()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var none = await SendAsync(ana, null);
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        Assert.Contains("File: ", await none.Content.ReadAsStringAsync(Stop));
        using var wrong = await SendAsync(ana, Pdf, changed: ("source", ""));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("File: choose it again.", await wrong.Content.ReadAsStringAsync(Stop));
        using var ahead = await SendAsync(ana, Pdf, changed: ("on", $"{app.Store.Today.AddDays(1):yyyy-MM-dd}"));
        Assert.Contains("or nothing where the paper has no date", await ahead.Content.ReadAsStringAsync(Stop));
        using var forged = await SendAsync(ana, Pdf, changed: ("holds", "CounsellingNotes"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        await NothingIsWrittenAsync(ana);
    }

    [Fact]
    public async Task A_file_over_twenty_megabytes_is_refused_and_one_far_over_is_a_413()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var over = await SendAsync(ana, PdfOf(DocumentFile.MostBytes + 1));
        Assert.Equal(HttpStatusCode.BadRequest, over.StatusCode);
        Assert.Contains("at most 20 MB fit", await over.Content.ReadAsStringAsync(Stop));
        using var far = await SendAsync(ana, PdfOf(DocumentFile.MostBytes + (1 << 20)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, far.StatusCode);
        Assert.Contains("a document up to 20 MB. Go back and choose a smaller file.", await far.Content.ReadAsStringAsync(Stop));
        await NothingIsWrittenAsync(ana);
        using var most = await SendAsync(ana, PdfOf(DocumentFile.MostBytes));
        Assert.Equal(HttpStatusCode.Redirect, most.StatusCode);
        var document = Assert.Single(await PersonInCare.StoredAsync<DocumentReference>(app, ana.Id));
        using var opened = await ana.Staff.GetAsync(Content(ana, document), Stop);
        Assert.Equal(PdfOf(DocumentFile.MostBytes), await opened.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task The_same_form_sent_twice_files_one_paper()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var page = await ana.GetAsync($"/patients/{ana.Id}/documents/new");
        using var first = await SendAsync(ana, page, Pdf);
        using var second = await SendAsync(ana, page, Pdf);
        Assert.Equal((HttpStatusCode.Redirect, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        Assert.Single(await PersonInCare.StoredAsync<DocumentReference>(app, ana.Id));
        using var other = await SendAsync(ana, page, Png);
        Assert.NotEqual(HttpStatusCode.Redirect, other.StatusCode);
        Assert.Single(await PersonInCare.StoredAsync<DocumentReference>(app, ana.Id));
    }

    [Fact]
    public async Task A_list_reads_no_file()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await FileAsync(app, ana);
        using var count = new SqlCount(app.Store.Location.SqliteFile);
        foreach (var way in new[] { $"/patients/{ana.Id}/documents", $"/api/patients/{ana.Id}/documents", $"/patients/{ana.Id}" })
        {
            count.Take();
            Assert.Contains(Said, await ana.GetAsync(way));
            var commands = count.Take();
            Assert.Contains(commands, c => c.Contains("\"DocumentReference\"", StringComparison.Ordinal));
            Assert.DoesNotContain(commands, c => c.Contains("\"DocumentContent\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_list_shows_one_kind_and_an_address_says_no_kind_in_words()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await FileAsync(app, ana);
        await FileAsync(app, ana, Png, ("kind", "CourtPaper"), ("description", "Hearing in March"));
        var all = await ana.GetAsync($"/patients/{ana.Id}/documents");
        Assert.True(
            all.IndexOf("Hearing in March", StringComparison.Ordinal) < all.IndexOf(Said, StringComparison.Ordinal),
            "the newest first"
        );
        Assert.Contains($"/documents?kind={(int)DocumentKind.CourtPaper}\"", all);
        var court = await ana.GetAsync($"/patients/{ana.Id}/documents?kind={(int)DocumentKind.CourtPaper}");
        Assert.Contains("Hearing in March", court);
        Assert.DoesNotContain(Said, court);
        Assert.Contains(Said, await ana.GetAsync($"/patients/{ana.Id}/documents?kind=nonsense"));
    }

    [Fact]
    public async Task What_was_filed_in_error_leaves_the_list_and_every_copy_and_is_marked_by_one()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var document = await FileAsync(app, ana);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        string[] copies = [await own.GetStringAsync("/me/record", Stop), await own.GetStringAsync("/me/documents", Stop)];
        Assert.All(copies, c => Assert.Contains(Said, c));
        var page = $"/patients/{ana.Id}/documents/{document.Id}";
        using var without = await ana.SendAsync(page, ("why", ""));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);

        // Two see the same version: the first marks it, the second is shown that it was marked.
        var stale = await ana.GetAsync(page);
        using var marked = await ana.SendAsync(page, ("why", "The paper is another person’s."));
        Assert.Equal(HttpStatusCode.Redirect, marked.StatusCode);
        var form = GlidepathApp
            .FormIn()
            .Matches(stale)
            .Select(m => m.Value)
            .Single(f => f.Contains("name=\"why\"", StringComparison.Ordinal));
        using var late = await GlidepathApp.Submit(ana.Staff, page, form, ("why", "Mine."));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);

        var list = await ana.GetAsync($"/patients/{ana.Id}/documents");
        Assert.Contains("No document is on file.", list);
        Assert.Contains("Show those entered in error", list);
        Assert.Contains("another person’s", WebUtility.HtmlDecode(list));
        var home = await ana.GetAsync($"/patients/{ana.Id}");
        Assert.Contains("A document was marked as entered in error", home);
        Assert.DoesNotContain(Said, home);
        Assert.DoesNotContain(Said, await ana.GetAsync($"/patients/{ana.Id}/summary"));
        foreach (var way in new[] { "/me/record", "/me/documents" })
            Assert.DoesNotContain(Said, await own.GetStringAsync(way, Stop));
        using var taken = await DownloadAsync(own, document.Id);
        Assert.Equal(HttpStatusCode.NotFound, taken.StatusCode);
        // Never taken away: who has to mend it still opens it.
        using var opened = await ana.Staff.GetAsync(Content(ana, document), Stop);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Single(await PersonInCare.StoredAsync<DocumentContent>(app, ana.Id));
    }

    [Fact]
    public async Task A_patient_reads_of_their_papers_and_takes_one_which_is_accounted()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var document = await FileAsync(app, ana, Pdf, ("holds", "VitalSigns"));
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        Assert.Contains("/me/documents", await own.GetStringAsync("/me/more", Stop));
        var record = await own.GetStringAsync("/me/record", Stop);
        Assert.Contains(Said, record);
        Assert.Contains("Ask us for the file.", record);
        using var taken = await DownloadAsync(own, document.Id);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(Pdf, await taken.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("default-src 'none'; sandbox", Header(taken, "Content-Security-Policy"));
        var accounted = (await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id)).MaxBy(d => d.Id)!;
        Assert.Equal(InformationCategory.Documents | InformationCategory.VitalSigns, accounted.Categories);
        // Another person's account finds neither.
        var bo = await PersonInCare.MakeAsync(app);
        var (others, _) = await app.SignedInAsync(Role.Patient, bo.Id);
        Assert.DoesNotContain(Said, await others.GetStringAsync("/me/documents", Stop));
        using var foreign = await DownloadAsync(others, document.Id);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task A_paper_of_one_person_is_at_no_address_of_another()
    {
        var (ana, bo) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        var document = await FileAsync(app, ana);
        foreach (
            var way in new[]
            {
                $"/patients/{bo.Id}/documents/{document.Id}",
                $"/patients/{bo.Id}/documents/{document.Id}/content",
                $"/api/patients/{bo.Id}/documents/{document.Id}",
                $"/api/patients/{bo.Id}/documents/{document.Id}/content",
                $"/patients/{ana.Id}/documents",
                $"/patients/{ana.Id}/documents/{document.Id}/content",
            }
        )
        {
            using var answer = await bo.Staff.GetAsync(new Uri(way, UriKind.Relative), Stop);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound, $"{way}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData(Role.Prescriber, true)]
    [InlineData(Role.Therapist, true)]
    [InlineData(Role.Counsellor, false)]
    public async Task A_role_sees_papers_of_the_kinds_that_it_reads(Role role, bool seesTestResults)
    {
        var ana = await PersonInCare.MakeAsync(app, role);
        var document = await StoreAsync(app.Store, ana.Episode, Pdf, Glidepath.Treatment.Privacy.DataClass.VitalSigns);
        var list = await ana.GetAsync($"/patients/{ana.Id}/documents");
        using var opened = await ana.Staff.GetAsync(Content(ana, document), Stop);
        using var page = await ana.Staff.GetAsync(new Uri($"/patients/{ana.Id}/documents/{document.Id}", UriKind.Relative), Stop);
        Assert.Equal(seesTestResults, list.Contains("Liver values", StringComparison.Ordinal));
        Assert.Equal(seesTestResults, opened.StatusCode is HttpStatusCode.OK);
        Assert.Equal(seesTestResults, page.StatusCode is HttpStatusCode.OK);
        Assert.Equal(!seesTestResults, list.Contains("You see the documents that are open to you.", StringComparison.Ordinal));
        var offered = await ana.GetAsync($"/patients/{ana.Id}/documents/new");
        Assert.Equal(seesTestResults, offered.Contains("value=\"VitalSigns\"", StringComparison.Ordinal));
        Assert.DoesNotContain("CounsellingNotes", offered);
    }

    [Fact]
    public async Task Other_software_files_once_reads_and_marks_at_the_version_it_saw()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var body = new
        {
            kind = "laboratoryReport",
            holds = "vitalSigns",
            source = "Made-up Laboratory",
            receipt = "electronic",
            description = "Liver values",
            content = Convert.ToBase64String(PdfOf(3 << 20)),
        };
        var key = Guid.CreateVersion7().ToString();
        using var first = await PostAsync(ana, key, body);
        using var second = await PostAsync(ana, key, body);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(Stop), await second.Content.ReadAsStringAsync(Stop));
        using var list = JsonDocument.Parse(await ana.GetAsync($"/api/patients/{ana.Id}/documents"));
        var one = Assert.Single(list.RootElement.EnumerateArray());
        Assert.Equal("application/pdf", one.GetProperty("contentType").GetString());
        var address = $"/api/patients/{ana.Id}/documents/{one.GetProperty("id").GetGuid()}";
        using var content = await ana.Staff.GetAsync(new Uri($"{address}/content", UriKind.Relative), Stop);
        Assert.Equal(PdfOf(3 << 20), await content.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("attachment", content.Content.Headers.ContentDisposition?.DispositionType);
        using var page = await PostAsync(ana, Guid.CreateVersion7().ToString(), body with { content = "PGh0bWw+" });
        Assert.Equal(HttpStatusCode.Conflict, page.StatusCode);
        Assert.Contains("document.file.markup", await page.Content.ReadAsStringAsync(Stop));
        using var garbled = await PostAsync(ana, Guid.CreateVersion7().ToString(), body with { content = "<html>" });
        Assert.Equal(HttpStatusCode.BadRequest, garbled.StatusCode);
        var id = one.GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.Conflict, await MarkAsync(ana, id, Guid.CreateVersion7()));
        Assert.Equal(HttpStatusCode.OK, await MarkAsync(ana, id, one.GetProperty("version").GetGuid()));
        using var after = JsonDocument.Parse(await ana.GetAsync(address));
        Assert.Equal("enteredInError", after.RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_store_holds_ciphertext_and_a_file_that_was_changed_is_not_opened_and_is_told_of()
    {
        using var own = new GlidepathApp();
        var ana = await PersonInCare.MakeAsync(own);
        var document = await FileAsync(own, ana);
        var kept = (byte[])(await RecordSamples.SqlAsync(own.Store, """SELECT "Bytes" FROM "DocumentContent" """))!;
        Assert.DoesNotContain("PDF", Encoding.Latin1.GetString(kept));
        await RecordSamples.SqlAsync(own.Store, """DROP TRIGGER "DocumentContent_no_update" """);
        await RecordSamples.SqlAsync(own.Store, """UPDATE "DocumentContent" SET "Bytes" = zeroblob(200)""");
        using var opened = await ana.Staff.GetAsync(Content(ana, document), Stop);
        Assert.Equal(HttpStatusCode.Conflict, opened.StatusCode);
        Assert.Contains("The file is not as it was received.", await opened.Content.ReadAsStringAsync(Stop));
        Assert.Contains("the file of a document", own.Store.Seals.Findings.Keys);
        await using var db = own.Store.CreateDbContext();
        var told = await db.AuditEvents.SingleAsync(e => e.Reason == "document.altered", Stop);
        Assert.Equal((ana.Id, document.Id, AuditOutcome.Refused), (told.PatientId, told.TargetId, told.Outcome));
    }

    [Fact]
    public async Task A_consent_to_documents_alone_names_none_about_something_narrower()
    {
        var clinic = await Clinic.OpenAsync(app);
        var episode = (await clinic.AllAsync<EpisodeOfCare>()).Single();
        await StoreAsync(app.Store, episode, Pdf, Glidepath.Treatment.Privacy.DataClass.Medications, "About medicines");
        await StoreAsync(app.Store, episode, Pdf, described: "About nothing narrower");
        foreach (var (categories, isNarrow) in new[] { (new[] { "Documents" }, false), (["Documents", "Medications"], true) })
        {
            var consent = await clinic.GiveConsentAsync([.. categories.Select(c => ("categories", c))]);
            using var sent = await clinic.ShareAsync(
                clinic.Prescriber,
                "json",
                $"Consent {consent}",
                [("purpose", "Treatment"), .. categories.Select(c => ("categories", c))]
            );
            Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
            var summary = await sent.Content.ReadAsStringAsync(Stop);
            Assert.Contains("About nothing narrower", summary);
            Assert.Equal(isNarrow, summary.Contains("About medicines", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Of_two_who_mark_it_at_once_one_does()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var document = await FileAsync(app, ana);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => MarkAsync(ana, document.Id, document.Version)));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Order());
    }

    [Fact]
    public async Task A_paper_is_filed_listed_and_opened_on_the_second_store_too()
    {
        var database = await TestStore.CreateDatabaseAsync(isEmpty: true);
        await using (var second = new GlidepathApp { Postgres = database })
        {
            var ana = await PersonInCare.MakeAsync(second, Role.Counsellor);
            var document = await FileAsync(second, ana, PdfOf(2 << 20));
            await StoreAsync(second.Store, ana.Episode, Pdf, Glidepath.Treatment.Privacy.DataClass.VitalSigns);
            foreach (var way in new[] { $"/patients/{ana.Id}", $"/patients/{ana.Id}/documents" })
            {
                var page = await ana.GetAsync(way);
                Assert.Contains(Said, page);
                Assert.DoesNotContain("Liver values", page);
            }
            using var opened = await ana.Staff.GetAsync(Content(ana, document), Stop);
            Assert.Equal(PdfOf(2 << 20), await opened.Content.ReadAsByteArrayAsync(Stop));
            var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => MarkAsync(ana, document.Id, document.Version)));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Order());
        }
        await TestStore.DropDatabaseAsync(database);
    }

    [Fact]
    public async Task Through_a_broken_glass_a_paper_is_opened_and_none_is_filed()
    {
        var ana = await PersonInCare.MakeAsync(app, onTeam: false);
        var document = await StoreAsync(app.Store, ana.Episode, Pdf);
        using var shut = await ana.Staff.GetAsync(Content(ana, document), Stop);
        Assert.Equal(HttpStatusCode.NotFound, shut.StatusCode);
        using var broken = await ana.SendAsync(
            "/break-glass",
            ("do", "open"),
            ("record", ana.Id.ToString()),
            ("reason", "found unresponsive, need the discharge letter")
        );
        Assert.Equal(HttpStatusCode.Redirect, broken.StatusCode);
        using var opened = await ana.Staff.GetAsync(Content(ana, document), Stop);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        using var filed = await PostAsync(
            ana,
            Guid.CreateVersion7().ToString(),
            new
            {
                kind = "other",
                holds = "documents",
                source = "x",
                receipt = "fax",
                description = "x",
                content = Convert.ToBase64String(Pdf),
            }
        );
        Assert.Equal(HttpStatusCode.NotFound, filed.StatusCode);
        using var program = await ana.Staff.GetAsync(
            new Uri($"/api/patients/{ana.Id}/documents/{document.Id}/content", UriKind.Relative),
            Stop
        );
        Assert.Equal(HttpStatusCode.NotFound, program.StatusCode);
    }

    private async Task NothingIsWrittenAsync(PersonInCare ana)
    {
        Assert.Empty(await PersonInCare.StoredAsync<DocumentReference>(app, ana.Id));
        Assert.Empty(await PersonInCare.StoredAsync<DocumentContent>(app, ana.Id));
    }

    private static Uri Content(PersonInCare ana, DocumentReference document) =>
        new($"/patients/{ana.Id}/documents/{document.Id}/content", UriKind.Relative);

    private static string Header(HttpResponseMessage answer, string name) => string.Join(',', answer.Headers.GetValues(name));

    /// <summary>By the form of the page, with its token.</summary>
    internal static async Task<HttpResponseMessage> DownloadAsync(HttpClient own, Guid document)
    {
        var page = await own.GetStringAsync("/account", Stop);
        var token = GlidepathApp
            .FormIn()
            .Matches(page)
            .Select(m => m.Value)
            .First(f => f.Contains("__RequestVerificationToken", StringComparison.Ordinal));
        return await GlidepathApp.Submit(own, $"/me/documents/{document}", token);
    }

    private static async Task<HttpStatusCode> MarkAsync(PersonInCare ana, Guid document, Guid version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/patients/{ana.Id}/documents/{document}/error");
        request.Content = JsonContent.Create(new { why = "Sent twice." });
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var answer = await ana.Staff.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> PostAsync(PersonInCare ana, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/patients/{ana.Id}/documents");
        request.Content = JsonContent.Create(body);
        await request.Content.LoadIntoBufferAsync(Stop);
        request.Headers.Add("Idempotency-Key", key);
        return await ana.Staff.SendAsync(request, Stop);
    }
}
