using System.Net;
using System.Text;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Shared;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Therapy;

/// <summary>Counseling notes are their writer's: no role, no page, no answer, no copy and no trail holds a word of one.</summary>
public sealed class CounselingNoteTests
{
    private const string Secret = "Quillwort";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_writer_writes_and_reads_it_and_five_minutes_later_it_is_locked()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = new GlidepathApp { Clock = clock };
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        await WriteAsync(ana, ana.Staff);
        var own = await ana.GetAsync(ana.Locked());
        Assert.Contains(Secret, own);
        Assert.Contains("gp-noprint", own);
        using (var empty = await ana.SendAsync($"{ana.Locked()}/new", ("text", " ")))
            Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using (var open = await ana.Staff.GetAsync(new Uri(ana.Locked(), UriKind.Relative), Stop))
            Assert.Contains($"url={ana.Therapy()}", Assert.Single(open.Headers.GetValues("Refresh")));
        var form = await ana.GetAsync($"{ana.Locked()}/new");

        clock.Advance(TimeSpan.FromMinutes(5));
        foreach (var page in new[] { ana.Locked(), $"{ana.Locked()}/new" })
        {
            using var locked = await ana.Staff.GetAsync(new Uri(page, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.Redirect, locked.StatusCode);
            Assert.StartsWith(StepUp.Page, locked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
        var one = GlidepathApp
            .FormIn()
            .Matches(form)
            .Select(m => m.Value)
            .First(f => f.Contains("name=\"text\"", StringComparison.Ordinal));
        using var late = await GlidepathApp.Submit(ana.Staff, $"{ana.Locked()}/new", one, ("text", "typed for a long while"));
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Contains($"name=\"{StepUp.Held}\"", await late.Content.ReadAsStringAsync(Stop));
        // The rest of the record is open for ten.
        using var session = await ana.Staff.GetAsync(new Uri(ana.Therapy(), UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, session.StatusCode);
    }

    [Fact]
    public async Task No_role_finds_a_word_of_it_on_any_page_or_in_any_answer_about_the_person()
    {
        await using var app = new GlidepathApp();
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        await WriteAsync(ana, ana.Staff);
        List<(string Who, HttpClient Client)> readers = [("the writer", ana.Staff)];
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not Role.None))
        {
            var (client, account) = await app.SignedInAsync(role, role is Role.Patient ? ana.Id : null);
            if (Clinicians.Roles.Contains(role))
                await SessionRoom.WriteAsync(app, ana.Id, ana.Joins(account.Id, CareTeamRole.Therapist));
            readers.Add(($"{role}", client));
        }
        var (stranger, off) = await app.SignedInAsync(Role.Therapist);
        await SessionRoom.WriteAsync(
            app,
            ana.Id,
            BreakGlass.Open(Guid.CreateVersion7(), ana.Id, new Actor(off.Id, Role.Therapist), "covering for a colleague", DateTime.UtcNow)
        );
        readers.Add(("broken glass", stranger));
        var routes = Routes(app, ana.Id);
        Assert.True(routes.Count > 60, $"{routes.Count} routes");
        List<string> leaks = [];
        foreach (var (who, client) in readers)
        foreach (var route in routes.Where(r => who is not "the writer" || r != ana.Locked()))
        {
            using var answer = await client.GetAsync(new Uri(route, UriKind.Relative), Stop);
            if (Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Stop)).Contains(Secret, StringComparison.Ordinal))
                leaks.Add($"{who}: {route}");
        }
        Assert.Equal([], leaks);

        foreach (var (who, client) in readers.Skip(1))
        {
            using var page = await client.GetAsync(new Uri(ana.Locked(), UriKind.Relative), Stop);
            // Whoever keeps such notes and is on the team finds their own, of which there are none; to all others there is no such page.
            var keeps = who is "Therapist" or "Counsellor";
            Assert.True(page.StatusCode == (keeps ? HttpStatusCode.OK : HttpStatusCode.NotFound), $"{who}: {page.StatusCode}");
        }
    }

    [Fact]
    public async Task No_copy_print_search_trail_or_file_of_the_store_holds_a_word_of_it()
    {
        await using var app = new GlidepathApp();
        var clinic = await Clinic.OpenAsync(app);
        var (therapist, account) = await app.SignedInAsync(Role.Therapist);
        var episode = Assert.Single(await clinic.AllAsync<EpisodeOfCare>());
        await SessionRoom.WriteAsync(
            app,
            clinic.PatientId,
            CareTeamMember.Join(Guid.CreateVersion7(), episode, account.Id, CareTeamRole.Therapist, clinic.Today)
        );
        var notes = $"/patients/{clinic.PatientId}/therapy/counseling-notes";
        using (var written = await GlidepathApp.Send(therapist, $"{notes}/new", ("text", $"{Secret}: a hunch")))
            Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        var all = Enum.GetValues<InformationCategory>().Where(c => c is not InformationCategory.None).Select(c => ("categories", $"{c}"));
        List<string> taken = [];
        foreach (var client in new[] { therapist, clinic.Prescriber })
        foreach (var how in new[] { "print", "pdf", "csv", "json" })
        {
            using var shared = await clinic.ShareAsync(client, how, "CareTeam", [.. all]);
            taken.Add(await shared.Content.ReadAsStringAsync(Stop));
        }
        using (var found = await therapist.PostOnceAsync("/api/patients/search", new { name = Secret }))
            taken.Add(await found.Content.ReadAsStringAsync(Stop));
        Assert.DoesNotContain(taken, t => t.Contains(Secret, StringComparison.Ordinal));
        var (me, _) = await app.SignedInAsync(Role.Patient, clinic.PatientId);
        Assert.DoesNotContain(Secret, (await me.PlainAsync("/me/record")).Body);

        var trail = await clinic.AuditAsync();
        Assert.Contains(trail, e => e.Target.Contains(nameof(CounselingNote), StringComparison.Ordinal));
        Assert.DoesNotContain(trail, e => System.Text.Json.JsonSerializer.Serialize(e).Contains(Secret, StringComparison.Ordinal));
        foreach (var file in new[] { app.Store.Location.SqliteFile, app.Store.Location.SqliteFile + "-wal" }.Where(File.Exists))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[open.Length];
            open.ReadExactly(bytes);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)));
        }
    }

    [Fact]
    public async Task The_store_itself_gives_it_to_nobody_but_its_writer_and_its_key_is_one_of_its_own()
    {
        await using var app = new GlidepathApp();
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        await WriteAsync(ana, ana.Staff);
        var (_, colleague) = await app.SignedInAsync(Role.Therapist);
        await SessionRoom.WriteAsync(app, ana.Id, ana.Joins(colleague.Id, CareTeamRole.Therapist));
        await using var scope = app.Services.CreateAsyncScope();
        var access = scope.ServiceProvider.GetRequiredService<RecordAccess>();
        Task<List<CounselingNote>?> AllAsync(Guid account, Role role) =>
            access.RunAsync(
                new Actor(account, role),
                "test",
                ana.Id,
                AccessAction.Read,
                DataClass.CounsellingNotes,
                db => db.Set<CounselingNote>().Where(n => n.PatientId == ana.Id).ToListAsync(Stop),
                Stop
            );
        Assert.Contains(Secret, Assert.Single((await AllAsync(ana.StaffAccount.Id, Role.Therapist))!).Text);
        await Assert.ThrowsAsync<UngrantedAccessException>(() => AllAsync(colleague.Id, Role.Therapist));
        Assert.Null(await AllAsync(colleague.Id, Role.Prescriber));
        await using var db = app.Store.CreateDbContext();
        Assert.Single(db.PatientKeys, k => k.PatientId == ana.Id && k.Scope == KeyScope.CounsellingNotes && k.Wrapped != null);
    }

    [Fact]
    public async Task The_end_of_the_record_is_the_end_of_its_key()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = new GlidepathApp { Clock = clock };
        var clinic = await Clinic.OpenAsync(app);
        var episode = Assert.Single(await clinic.AllAsync<EpisodeOfCare>());
        var writer = Guid.CreateVersion7();
        await SessionRoom.WriteAsync(
            app,
            clinic.PatientId,
            CounselingNote.Write(episode, Secret, new Entry(Guid.CreateVersion7(), clinic.Now, writer))
        );
        Assert.Single(await SessionRoom.StoredAsync<CounselingNote>(app, clinic.PatientId, writer));
        clock.Advance(TimeSpan.FromDays(3_700));
        var service = app.Services.GetRequiredService<KeyDestructionService>();
        var asked = await service.RequestAsync(new(Guid.CreateVersion7(), Role.PrivacyOfficer), "t", clinic.PatientId, Stop);
        await service.ApproveAsync(new(Guid.CreateVersion7(), Role.Director), "t", asked!.Id, Stop);
        await using var db = app.Store.CreateDbContext();
        var keys = await db.PatientKeys.AsNoTracking().Where(k => k.PatientId == clinic.PatientId).ToListAsync(Stop);
        Assert.Contains(keys, k => k.Scope == KeyScope.CounsellingNotes);
        Assert.All(keys, k => Assert.Null(k.Wrapped));
        Assert.Empty(await SessionRoom.StoredAsync<CounselingNote>(app, clinic.PatientId, writer));
    }

    [Fact]
    public async Task No_endpoint_for_other_software_is_of_counseling_notes_and_each_page_asks_who_it_is()
    {
        await using var app = new GlidepathApp();
        var marked = app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.Contains("counsel", StringComparison.OrdinalIgnoreCase))
            .ToList();
        Assert.NotEmpty(marked);
        Assert.All(marked, e => Assert.DoesNotContain("api", e.RoutePattern.RawText!, StringComparison.Ordinal));
        Assert.All(marked, e => Assert.Equal(5, e.Metadata.GetMetadata<StepUpAttribute>()!.WithinMinutes));
        Assert.All(marked, e => Assert.Equal(EndpointClass.CounsellingNotes, e.Metadata.GetMetadata<EndpointClassAttribute>()!.Value));
    }

    private static async Task WriteAsync(PersonInCare ana, HttpClient writer)
    {
        using var written = await GlidepathApp.Send(writer, $"{ana.Locked()}/new", ("text", $"{Secret}: she minimizes the evenings"));
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
    }

    /// <summary>Every address that is asked for, about this person or about nobody by name.</summary>
    private static List<string> Routes(GlidepathApp app, Guid patientId) =>
        [
            .. app
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(s => s.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(e =>
                    e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is null or { Count: 0 }
                    || e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("GET")
                )
                .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
                .Where(r =>
                    r.StartsWith("/me", StringComparison.Ordinal)
                    || r is "/today" or "/patients" or "/tasks" or "/visits"
                    || r.StartsWith("/api/me", StringComparison.Ordinal)
                    || r.StartsWith("/patients/{", StringComparison.Ordinal)
                    || r.StartsWith("/api/patients/{", StringComparison.Ordinal)
                )
                .Select(r =>
                    System.Text.RegularExpressions.Regex.Replace(
                        r,
                        "^(/api)?/patients/\\{[^}]+\\}",
                        m => $"{m.Groups[1].Value}/patients/{patientId}"
                    )
                )
                .Where(r => !r.Contains('{', StringComparison.Ordinal))
                .Distinct()
                .Order(),
        ];
}
