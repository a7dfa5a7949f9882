using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Visits;
using Glidepath.Web.Shared;
using Glidepath.Web.Tests.Patients;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>Pages of a record that was merged: those that lead on, those that stay, and the way back to what stayed.</summary>
public sealed partial class MergeTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/safety")]
    [InlineData("/medicines")]
    [InlineData("/assessments")]
    public async Task A_page_that_shows_both_leads_to_the_record_that_goes_on_and_says_why(string page)
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await MergeAsync(old, ana);
        using var led = await old.Staff.GetAsync(new Uri($"/patients/{old.Id}{page}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.SeeOther, led.StatusCode);
        var there = led.Headers.Location!.OriginalString;
        Assert.StartsWith($"/patients/{ana.Id}{page}?", there);
        Assert.Contains($"Record {RecordNumber.Of(old.Id)} was merged into this one on", await old.GetAsync(there));
        // Whoever comes by themselves, or names a record that is none of this person's, is told nothing.
        foreach (var plain in new[] { $"/patients/{ana.Id}{page}", $"/patients/{ana.Id}{page}?from={Guid.CreateVersion7()}" })
            Assert.DoesNotContain("was merged into this one on", await old.GetAsync(plain));
    }

    [Fact]
    public async Task Who_may_not_read_there_what_they_read_here_stays_here()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Medicine(old, "zolpidem"));
        await MergeAsync(old, ana, ("teams", "apart"));
        foreach (var page in new[] { "", "/safety", "/medicines", "/assessments" })
        {
            var own = await old.GetAsync($"/patients/{old.Id}{page}");
            Assert.Contains("takes no new entry", own);
        }
        // Once they treat the person by the other record as well they are led on, but for the page that closes what this one tells.
        await SaveAsync(CareTeamMember.Join(Guid.CreateVersion7(), ana.Episode, old.StaffAccount.Id, CareTeamRole.Nurse, app.Store.Today));
        foreach (var (page, status) in new[] { ("/medicines", HttpStatusCode.SeeOther), ("/safety", HttpStatusCode.OK) })
        {
            using var answer = await old.Staff.GetAsync(new Uri($"/patients/{old.Id}{page}", UriKind.Relative), Stop);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_page_that_shows_one_record_says_where_the_other_has_its_own_and_only_where_it_has()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Intake(old, "no"));
        using (
            var planned = await old.SendAsync(
                $"/patients/{old.Id}/visits",
                ("kind", "Nurse"),
                ("with", old.StaffAccount.Id.ToString()),
                ("on", $"{app.Store.Today.AddDays(-1):yyyy-MM-dd}"),
                ("at", "10:30 am"),
                ("minutes", "30")
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        await MergeAsync(old, ana);
        foreach (var page in new[] { "intake", "visits" })
        {
            var there = await ana.GetAsync($"/patients/{ana.Id}/{page}");
            Assert.Contains($"Record {RecordNumber.Of(old.Id)}, which was merged into this one, has its own.", there);
            Assert.Contains($"href=\"/patients/{old.Id}/{page}\"", there);
            Assert.Contains("takes no new entry", await ana.GetAsync($"/patients/{old.Id}/{page}"));
        }
        foreach (var page in new[] { "tasks", "problems", "pathway", "consents" })
            Assert.DoesNotContain("has its own.", await ana.GetAsync($"/patients/{ana.Id}/{page}"));
    }

    [Fact]
    public async Task What_is_withheld_in_the_other_record_is_not_told_of_here()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Intake(old, "no"));
        await MergeAsync(old, ana, ("teams", "apart"));
        Assert.DoesNotContain("has its own.", await ana.GetAsync($"/patients/{ana.Id}/intake"));
    }

    [Fact]
    public async Task Every_page_of_a_record_that_was_merged_has_the_way_on_or_leads_there()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app, Role.Prescriber), await PersonInCare.MakeAsync(app, Role.Prescriber));
        await MergeAsync(old, ana);
        var (seen, wrong) = (0, new List<string>());
        var routes = app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Where(e =>
                e.Metadata.GetOrderedMetadata<IAuthorizeData>()
                    .Any(a => a.Policy is { } policy && Policies.Roles[policy].Contains(Role.Prescriber))
            )
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(r => r.StartsWith("/patients/{patientId:guid}", StringComparison.OrdinalIgnoreCase))
            .Distinct();
        foreach (var route in routes)
        {
            var address = route.Replace(
                "{Slug}",
                route.Contains("/intake/", StringComparison.Ordinal) ? "p1" : "a1",
                StringComparison.Ordinal
            );
            address = address.Replace("{PatientId:guid}", $"{old.Id}", StringComparison.OrdinalIgnoreCase);
            if (address.Contains('{', StringComparison.Ordinal))
                continue;
            using var answer = await old.Staff.GetAsync(new Uri(address, UriKind.Relative), Stop);
            // A page of an entry that this record does not have, or of a step that was not taken.
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Redirect)
                continue;
            seen++;
            if (answer.StatusCode is HttpStatusCode.SeeOther)
                continue;
            if (!(await answer.Content.ReadAsStringAsync(Stop)).Contains("takes no new entry", StringComparison.Ordinal))
                wrong.Add(route);
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(seen > 25, $"{seen} pages");
    }
}
