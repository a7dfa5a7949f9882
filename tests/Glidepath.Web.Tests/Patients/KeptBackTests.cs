using System.Net;
using System.Net.Http.Json;
using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Paper;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Glidepath.Treatment.Tasks;
using Glidepath.Web.Patients;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Patients;

/// <summary>What a person has kept back from one colleague, that colleague finds on no page and in no answer.</summary>
public sealed class KeptBackTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string Said = "wants to wait for the spring";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_talk_kept_back_as_progress_is_shown_by_no_page_and_no_answer()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await WriteAsync(ana, db => db.Add(ana.Talk(Said)));
        string[] ways = [$"/patients/{ana.Id}", $"/patients/{ana.Id}/pathway", $"/api/patients/{ana.Id}/pathway"];
        foreach (var way in ways)
            Assert.Contains(Said, await ana.GetAsync(way), StringComparison.Ordinal);
        await KeepBackAsync(ana, InformationCategory.Progress);
        foreach (var way in ways)
            Assert.DoesNotContain(Said, await ana.GetAsync(way), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_kept_back_as_care_plan_is_on_no_list_and_no_page()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (today, now, me) = (DateOnly.FromDateTime(DateTime.UtcNow), DateTime.UtcNow, ana.StaffAccount.Id);
        var (open, done) = (Task("Call the sister"), Task("Call the brother"));
        done.Finish(null, now, me);
        await WriteAsync(ana, db => db.AddRange(open, done));
        string[] ways = ["/today", "/tasks", "/tasks?show=patients", "/api/tasks", $"/patients/{ana.Id}"];
        foreach (var way in ways)
            Assert.Contains(way == ways[^1] ? "Call the brother" : "Call the sister", await ana.GetAsync(way), StringComparison.Ordinal);
        await KeepBackAsync(ana, InformationCategory.CarePlan);
        foreach (var way in ways)
            Assert.DoesNotContain("Call the", await ana.GetAsync(way), StringComparison.Ordinal);
        using var page = await ana.Staff.GetAsync(new Uri($"/patients/{ana.Id}/tasks", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);

        CareTask Task(string what) =>
            CareTask.Ask(Guid.CreateVersion7(), ana.Episode, new(what, TaskOwner.Account(me), today), today, now, me);
    }

    [Fact]
    public async Task A_referral_kept_back_is_on_no_list_of_what_is_due()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (referral, move) = Glidepath.Treatment.Facilities.Referral.Draft(
            Guid.CreateVersion7(),
            ana.Episode,
            new Glidepath.Treatment.Facilities.Place
            {
                Id = Guid.CreateVersion7(),
                Name = "Harbor House (made up)",
                Street = "1 Made-up Way",
                City = "Nowhere",
                State = "KY",
                Zip = "00000",
                Programmes = [],
            },
            DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1),
            new MoveEntry(Guid.CreateVersion7(), DateTime.UtcNow, ana.StaffAccount.Id, TimeZoneInfo.Utc)
        );
        await WriteAsync(ana, db => db.AddRange(referral, move));
        Assert.Contains("Harbor House", await ana.GetAsync("/referrals"), StringComparison.Ordinal);
        await KeepBackAsync(ana, InformationCategory.Referrals);
        Assert.DoesNotContain("Harbor House", await ana.GetAsync("/referrals"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_is_shown_and_found_by_until_it_is_kept_back()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await WriteAsync(
            ana,
            async db =>
            {
                var patient = await db.Set<Patient>().SingleAsync(p => p.Id == ana.Id, Stop);
                patient.Change(
                    new PatientDetails
                    {
                        GivenName = "Ana",
                        FamilyName = "Sample",
                        Phone = "555-0142",
                    }
                );
                await PatientFinding.KeepInStepAsync(db, app.Store.Index, patient, Stop);
            }
        );
        Assert.Contains("555-0142", await ana.GetAsync($"/patients/{ana.Id}"), StringComparison.Ordinal);
        Assert.Contains("555-0142", await ana.GetAsync($"/api/patients/{ana.Id}"), StringComparison.Ordinal);
        Assert.Contains(ana.Id.ToString(), await FoundAsync(), StringComparison.Ordinal);
        await KeepBackAsync(ana, InformationCategory.Contact);
        Assert.DoesNotContain("555-0142", await ana.GetAsync($"/patients/{ana.Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("555-0142", await ana.GetAsync($"/api/patients/{ana.Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain(ana.Id.ToString(), await FoundAsync(), StringComparison.Ordinal);

        async Task<string> FoundAsync()
        {
            using var found = await ana.Staff.PostAsJsonAsync(
                new Uri("/api/patients/search", UriKind.Relative),
                new { phone = "555-0142" },
                Stop
            );
            Assert.Equal(HttpStatusCode.OK, found.StatusCode);
            return await found.Content.ReadAsStringAsync(Stop);
        }
    }

    [Fact]
    public async Task An_answer_of_the_intake_is_shown_nowhere_while_medicines_are_kept_back()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var saved = await ana.SendAsync($"{ana.Intake}/p7", ("alcohol-any", "yes"), ("go", "list"));
        string[] ways = [$"/patients/{ana.Id}", $"/api/patients/{ana.Id}"];
        foreach (var way in ways)
            Assert.Contains("lcohol", await ana.GetAsync(way), StringComparison.Ordinal);
        await KeepBackAsync(ana, InformationCategory.Medications);
        foreach (var way in ways)
            Assert.DoesNotContain("lcohol", await ana.GetAsync(way), StringComparison.Ordinal);
        // Kept back is not "none": the card says so, and takes nothing for safe.
        var card = await ana.GetAsync($"/patients/{ana.Id}");
        Assert.DoesNotContain("Asked, and none was told.", card, StringComparison.Ordinal);
        Assert.Contains("What was asked is not open to you.", card, StringComparison.Ordinal);
        Assert.Contains("Never stop suddenly.", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taper_draft_is_shown_nowhere_while_medicines_are_kept_back()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        var plan = TaperPlanner.Plan(
            new TaperRequest
            {
                Drug = BenzodiazepineTable.Find("clonazepam")!,
                Regimen = Regimen.Read("1 mg bedtime", out _)!,
                Start = new DateOnly(2027, 1, 4),
            }
        );
        var entry = new Entry(Guid.CreateVersion7(), DateTime.UtcNow, ana.StaffAccount.Id);
        await WriteAsync(
            ana,
            db => db.Add(TaperDraft.Keep(ana.Episode, new Dictionary<string, string>(), plan.Plan!, s => Sig.For(s).AsKept(), entry))
        );
        (string Way, string Says)[] ways =
        [
            ($"/patients/{ana.Id}", "clonazepam 1 mg a day to zero"),
            ($"/patients/{ana.Id}/taper", "clonazepam 1 mg a day to zero"),
            ($"/api/patients/{ana.Id}/taper-drafts", "\"fromMg\":1"),
        ];
        foreach (var (way, says) in ways)
            Assert.Contains(says, await ana.GetAsync(way), StringComparison.Ordinal);
        await KeepBackAsync(ana, InformationCategory.Medications);
        foreach (var (way, says) in ways)
            Assert.DoesNotContain(says, await ana.GetAsync(way), StringComparison.Ordinal);
        using var one = await ana.Staff.GetAsync(new Uri($"/patients/{ana.Id}/taper/{entry.Id}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, one.StatusCode);
        // Kept back is not "none".
        Assert.Contains("Drafts are not open to you.", await ana.GetAsync($"/patients/{ana.Id}/taper"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_kept_back_is_on_no_page_and_no_list()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var day = app.Store.Today;
        using var planned = await ana.SendAsync(
            $"/patients/{ana.Id}/visits",
            ("kind", "Therapy"),
            ("with", ana.StaffAccount.Id.ToString()),
            ("on", $"{day:yyyy-MM-dd}"),
            ("at", "10:30 AM"),
            ("minutes", "30")
        );
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        string[] ways = [$"/patients/{ana.Id}", "/today", "/visits"];
        foreach (var way in ways)
            Assert.Contains("Therapy session", await ana.GetAsync(way), StringComparison.Ordinal);
        await KeepBackAsync(ana, InformationCategory.Appointments);
        foreach (var way in ways)
            Assert.DoesNotContain("Therapy session", await ana.GetAsync(way), StringComparison.Ordinal);
        foreach (var way in new[] { $"/patients/{ana.Id}/visits", $"/api/patients/{ana.Id}/visits" })
        {
            using var answer = await ana.Staff.GetAsync(new Uri(way, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_check_in_kept_back_is_on_no_page_and_in_no_answer()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var entered = await ana.SendAsync(
            $"/patients/{ana.Id}/check-ins/new",
            ("source", "Paper"),
            ("on", $"{app.Store.Today:yyyy-MM-dd}"),
            ("note", Said)
        );
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        string[] ways = [$"/patients/{ana.Id}", $"/patients/{ana.Id}/check-ins", $"/api/patients/{ana.Id}/check-ins"];
        foreach (var way in ways)
            Assert.Contains(Said, await ana.GetAsync(way), StringComparison.Ordinal);
        await KeepBackAsync(ana, InformationCategory.CheckIns);
        Assert.DoesNotContain(Said, await ana.GetAsync(ways[0]), StringComparison.Ordinal);
        foreach (var way in ways.Skip(1))
        {
            using var answer = await ana.Staff.GetAsync(new Uri(way, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData(InformationCategory.Medications)]
    [InlineData(InformationCategory.Documents)]
    public async Task A_paper_about_medicines_is_in_no_channel_while_medicines_or_documents_are_kept_back(InformationCategory what)
    {
        var ana = await PersonInCare.MakeAsync(app);
        var document = await DocumentSamples.StoreAsync(app.Store, ana.Episode, DocumentSamples.Pdf, DataClass.Medications);
        var one = $"/api/patients/{ana.Id}/documents/{document.Id}";
        string[] ways =
        [
            $"/patients/{ana.Id}",
            $"/patients/{ana.Id}/documents",
            $"/patients/{ana.Id}/documents/{document.Id}",
            $"/patients/{ana.Id}/documents/{document.Id}/description",
            $"/patients/{ana.Id}/summary",
            $"/api/patients/{ana.Id}/documents",
            one,
        ];
        string[] files = [$"/patients/{ana.Id}/documents/{document.Id}/content", $"{one}/content"];
        foreach (var way in ways)
            Assert.Contains("Liver values", await ana.GetAsync(way), StringComparison.Ordinal);
        foreach (var file in files)
            Assert.Equal(HttpStatusCode.OK, (await TextAsync(file)).Status);
        await KeepBackAsync(ana, what);
        foreach (var way in ways)
            Assert.DoesNotContain("Liver values", (await TextAsync(way)).Text, StringComparison.Ordinal);
        foreach (var file in files)
            Assert.Equal(HttpStatusCode.NotFound, (await TextAsync(file)).Status);
        using var mark = new HttpRequestMessage(HttpMethod.Put, $"{one}/error");
        mark.Content = JsonContent.Create(new { why = "Not theirs." });
        mark.Headers.TryAddWithoutValidation("If-Match", $"\"{document.Version}\"");
        using var refused = await ana.Staff.SendAsync(mark, Stop);
        Assert.True(refused.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict, $"{refused.StatusCode}");
        Assert.True((await PersonInCare.StoredAsync<DocumentReference>(app, ana.Id)).Single().Stands);

        async Task<(HttpStatusCode Status, string Text)> TextAsync(string way)
        {
            using var answer = await ana.Staff.GetAsync(new Uri(way, UriKind.Relative), Stop);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
        }
    }

    private Task KeepBackAsync(PersonInCare ana, InformationCategory what) =>
        WriteAsync(
            ana,
            db =>
            {
                var restriction = Restriction.Request(
                    Guid.CreateVersion7(),
                    ana.Id,
                    what,
                    DateTime.UtcNow,
                    recipientPartyId: ana.StaffAccount.Id
                );
                restriction.Agree(Guid.CreateVersion7(), DateTime.UtcNow);
                db.Add(restriction);
            }
        );

    private Task WriteAsync(PersonInCare ana, Action<Glidepath.Storage.GlidepathDbContext> write) =>
        WriteAsync(
            ana,
            db =>
            {
                write(db);
                return Task.CompletedTask;
            }
        );

    private Task WriteAsync(PersonInCare ana, Func<Glidepath.Storage.GlidepathDbContext, Task> write) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Patient", ana.Id),
            async db =>
            {
                await write(db);
                return true;
            },
            Stop
        );
}
