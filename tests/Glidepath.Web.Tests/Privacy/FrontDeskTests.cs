using System.Net;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Visits;
using Glidepath.Web.Shared;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>The front desk: who comes, when, and how to reach them. Nothing of why.</summary>
public sealed class FrontDeskTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string Secret = "shook all night after the last step down";

    /// <summary>Pages of one person that the desk opens, written down apart from the policies.</summary>
    private static readonly string[] Pages =
    [
        "",
        "/account",
        "/admit/reach",
        "/contacts",
        "/contacts/{ContactId:guid}",
        "/details",
        "/reach",
        "/visits",
        "/visits/{VisitId:guid}",
        "/visits/{VisitId:guid}/correct",
        "/visits/{VisitId:guid}/move",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void The_desk_comes_to_these_pages_of_a_person_and_to_no_other() =>
        Assert.Equal(
            Pages,
            app.Services.GetServices<EndpointDataSource>()
                .SelectMany(s => s.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(e =>
                    e.Metadata.GetOrderedMetadata<IAuthorizeData>()
                        .Any(a => a.Policy is { } policy && Policies.Roles[policy].Contains(Role.FrontDesk))
                )
                .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
                .Where(r => r.StartsWith("/patients/{PatientId", StringComparison.Ordinal))
                .Select(r => r["/patients/{PatientId:guid}".Length..])
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task No_channel_tells_the_desk_a_word_of_the_care()
    {
        var (ana, desk) = (await PersonInCare.MakeAsync(app), await DeskAsync());
        var visit = await PlanAsync(ana, ana.Staff, app.Store.Today.AddDays(-1));
        using (var missed = await ana.SendAsync(Visit(ana, visit), ("what", "DidNotCome"), ("why", Secret)))
            Assert.Equal(HttpStatusCode.Redirect, missed.StatusCode);
        await WriteAsync(ana, db => db.Add(ana.Talk(Secret)));
        Assert.Contains(Secret, await ana.GetAsync($"/patients/{ana.Id}"));
        Assert.Contains(Secret, await ana.GetAsync($"/patients/{ana.Id}/visits"));
        foreach (
            var way in new[]
            {
                $"/patients/{ana.Id}",
                $"/patients/{ana.Id}/visits",
                $"/patients/{ana.Id}/details",
                $"/patients/{ana.Id}/contacts",
                $"/patients/{ana.Id}/account",
                "/patients",
                "/today",
                $"/visits?day={app.Store.Today.AddDays(-1):yyyy-MM-dd}",
                $"/api/patients/{ana.Id}",
                $"/api/patients/{ana.Id}/visits",
                "/api/patients",
                "/api/today",
            }
        )
        {
            var page = WebUtility.HtmlDecode(await GetAsync(desk, way));
            Assert.DoesNotContain(Secret, page);
            foreach (
                var word in new[] { "Intake since", "In intake", "Pathway", "What happened", "Safety", "\"intake\"", "Nobody knows yet" }
            )
                Assert.False(page.Contains(word, StringComparison.Ordinal), $"{way}: {word}");
        }
        // Who did not come is called by who treats them.
        Assert.DoesNotContain("Record the call", await GetAsync(desk, $"/patients/{ana.Id}/visits"));
        using var call = await desk.GetAsync(new Uri(Visit(ana, visit), UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, call.StatusCode);
    }

    [Fact]
    public async Task The_desk_plans_moves_and_calls_off_a_visit_and_says_who_came()
    {
        var (ana, desk) = (await PersonInCare.MakeAsync(app), await DeskAsync());
        Assert.Contains("Ana Sample", await GetAsync(desk, $"/patients/{ana.Id}/visits"));
        var visit = await PlanAsync(ana, desk, app.Store.Today.AddDays(3));
        Assert.Contains("Ana Sample", await GetAsync(desk, $"/visits?day={app.Store.Today.AddDays(3):yyyy-MM-dd}"));
        var form = await GetAsync(desk, $"{Visit(ana, visit)}/move");
        Assert.Contains("Write nothing about health or medicines.", form);
        using (
            var moved = await GlidepathApp.Send(
                desk,
                $"{Visit(ana, visit)}/move",
                [.. Fields(ana, app.Store.Today.AddDays(4)), ("why", "Asked for another day.")]
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var next = Assert.Single(await StoredAsync(ana), a => a.State is AppointmentState.Planned);
        using (var off = await GlidepathApp.Send(desk, Visit(ana, next), ("what", "CalledOff"), ("why", "The road is closed.")))
            Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        Assert.Equal(AppointmentState.CalledOff, Assert.Single(await StoredAsync(ana), a => a.Id == next.Id).State);
        var past = await PlanAsync(ana, desk, app.Store.Today.AddDays(-1));
        using (var came = await GlidepathApp.Send(desk, Visit(ana, past), ("what", "Came"), ("why", "")))
            Assert.Equal(HttpStatusCode.Redirect, came.StatusCode);
        // Whoever treats the person reads all of it, with who wrote it.
        Assert.Contains("The road is closed.", await ana.GetAsync($"/patients/{ana.Id}/visits"));
    }

    [Fact]
    public async Task The_desks_today_is_who_is_awaited_and_nobody_else()
    {
        var (ana, bo, desk) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app), await DeskAsync());
        await PlanAsync(ana, ana.Staff, app.Store.Today);
        await PlanAsync(bo, bo.Staff, app.Store.Today.AddDays(1));
        var today = await GetAsync(desk, "/today");
        Assert.Contains($"/patients/{ana.Id}/visits", today);
        Assert.DoesNotContain(bo.Id.ToString(), today);
    }

    [Fact]
    public async Task The_desk_registers_a_person_who_then_waits_for_care_and_plans_the_first_visit()
    {
        var desk = await DeskAsync();
        // With whom a visit can be.
        await app.SignedInAsync(Role.Nurse);
        using var made = await GlidepathApp.Send(desk, "/patients/new", ("given", "Walkin"), ("family", "Newcomer"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var reach = made.Headers.Location!.OriginalString;
        Assert.EndsWith("/admit/reach", reach);
        var id = Guid.Parse(reach.Split('/')[2]);
        using var reached = await GlidepathApp.Send(desk, reach, ("phone", "555-0142"), ("call", "Yes"), ("voice", "No"));
        Assert.Equal($"/patients/{id}/visits", reached.Headers.Location!.OriginalString);
        Assert.Contains("Plan a visit", await GetAsync(desk, $"/patients/{id}/visits"));
        var page = await GetAsync(desk, $"/patients/{id}");
        Assert.Contains("555-0142", page);
        // Nobody belongs to nobody: the helpline and the director see who came.
        var (helpline, _) = await app.SignedInAsync(Role.Helpline);
        Assert.Contains("Walkin Newcomer", await GetAsync(helpline, "/patients"));
        Assert.Empty(await PersonInCare.StoredAsync<CareTeamMember>(app, id));
    }

    [Fact]
    public async Task The_desk_asks_for_an_invitation_after_an_identity_check_and_never_sees_the_code()
    {
        var (ana, desk) = (await PersonInCare.MakeAsync(app), await DeskAsync());
        var page = $"/patients/{ana.Id}/account";
        Assert.Contains("No account yet", await GetAsync(desk, page));
        using (var blind = await GlidepathApp.Send(desk, page, ("check", "")))
            Assert.Equal(HttpStatusCode.BadRequest, blind.StatusCode);
        using (var asked = await GlidepathApp.Send(desk, page, ("check", "PhotoIdentification")))
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var waits = await GetAsync(desk, page);
        Assert.Contains("waits for a second person", waits);
        Assert.DoesNotContain("localhost/enrol", waits);
        await using var db = app.Store.CreateDbContext();
        var account = await db.Users.AsNoTracking().SingleAsync(u => u.PatientId == ana.Id, Stop);
        Assert.False(await db.AccountCodes.AnyAsync(c => c.AccountId == account.Id, Stop));
        Assert.Equal(AccountRequestState.Waiting, (await db.AccountRequests.SingleAsync(r => r.AccountId == account.Id, Stop)).State);
        Assert.Equal(IdentityCheck.PhotoIdentification, Assert.Single(await PersonInCare.StoredAsync<AccountStep>(app, ana.Id)).Check);
    }

    [Fact]
    public async Task What_is_kept_back_from_the_desk_it_finds_nowhere_and_after_care_it_finds_nobody()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (desk, account) = await app.SignedInAsync(Role.FrontDesk);
        await PlanAsync(ana, desk, app.Store.Today);
        Assert.Contains("Nurse visit", await GetAsync(desk, $"/patients/{ana.Id}"));
        var restriction = Restriction.Request(
            Guid.CreateVersion7(),
            ana.Id,
            InformationCategory.Appointments,
            DateTime.UtcNow,
            recipientPartyId: account.Id
        );
        restriction.Agree(Guid.CreateVersion7(), DateTime.UtcNow);
        await WriteAsync(ana, db => db.Add(restriction));
        foreach (var way in new[] { $"/patients/{ana.Id}", $"/api/patients/{ana.Id}" })
            Assert.DoesNotContain("Nurse visit", await GetAsync(desk, way));
        // Visits of others stand there too.
        foreach (var way in new[] { "/today", "/visits" })
            Assert.DoesNotContain($"{ana.Id}", await GetAsync(desk, way));
        using (var visits = await desk.GetAsync(new Uri($"/patients/{ana.Id}/visits", UriKind.Relative), Stop))
            Assert.Equal(HttpStatusCode.NotFound, visits.StatusCode);
        (string, string)[] ends = [("to", "Discharged"), ("on", $"{app.Store.Today:yyyy-MM-dd}"), ("discharge", "CareCompleted")];
        using (var ended = await ana.SendAsync($"/patients/{ana.Id}/episode", ends))
            Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        foreach (var way in new[] { $"/patients/{ana.Id}", $"/patients/{ana.Id}/details", $"/api/patients/{ana.Id}" })
        {
            using var gone = await desk.GetAsync(new Uri(way, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }
        Assert.DoesNotContain(ana.Id.ToString(), await GetAsync(desk, "/patients"));
    }

    private async Task<HttpClient> DeskAsync() => (await app.SignedInAsync(Role.FrontDesk)).Client;

    private static Task<string> GetAsync(HttpClient client, string page) => client.GetStringAsync(new Uri(page, UriKind.Relative), Stop);

    private static string Visit(PersonInCare ana, Appointment visit) => $"/patients/{ana.Id}/visits/{visit.Id}";

    private static (string, string)[] Fields(PersonInCare ana, DateOnly on) =>
        [("kind", "Nurse"), ("with", ana.StaffAccount.Id.ToString()), ("on", $"{on:yyyy-MM-dd}"), ("at", "12:05 am"), ("minutes", "30")];

    private Task<List<Appointment>> StoredAsync(PersonInCare ana) => PersonInCare.StoredAsync<Appointment>(app, ana.Id);

    private async Task<Appointment> PlanAsync(PersonInCare ana, HttpClient by, DateOnly on)
    {
        var before = (await StoredAsync(ana)).Select(a => a.Id).ToHashSet();
        using var planned = await GlidepathApp.Send(by, $"/patients/{ana.Id}/visits", Fields(ana, on));
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        return Assert.Single(await StoredAsync(ana), a => !before.Contains(a.Id));
    }

    private Task<bool> WriteAsync(PersonInCare ana, Action<GlidepathDbContext> write) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "test", ana.Id),
            async db =>
            {
                write(db);
                await db.SaveChangesAsync(Stop);
                return true;
            },
            Stop
        );
}
