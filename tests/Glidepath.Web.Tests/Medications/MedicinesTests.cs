using System.Net;
using System.Net.Http.Json;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Medications;

/// <summary>What a person takes: from the intake to the list, held against the bottle, changed and stopped.</summary>
public sealed class MedicinesTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly (string, string)[] Clonazepam =
    [
        ("name", "clonazepam"),
        ("how", "1 mg morning, 1 mg bedtime"),
        ("source", "Bottle"),
        ("since", "2019"),
        ("prescriber", "Dr. Example"),
    ];

    [Fact]
    public async Task The_first_page_leads_with_the_medicine_from_the_intake_and_then_from_the_list()
    {
        var ana = await PersonInCare.MakeAsync(app);
        Assert.Contains("No medicine is known yet.", await ana.GetAsync($"/patients/{ana.Id}"));
        using var told = await ana.SendAsync(
            $"{ana.Intake}/p1",
            ("medicine-drug", "clonazepam"),
            ("medicine-regimen", "1 mg morning, 1 mg bedtime"),
            ("go", "list")
        );
        var home = await ana.GetAsync($"/patients/{ana.Id}");
        Assert.Contains("<b>clonazepam</b> 1 mg morning, 1 mg bedtime; 2 mg a day", home);
        Assert.Contains("from the intake, not on the list yet", home);
        Assert.Contains("Add from the intake: clonazepam 1 mg morning, 1 mg bedtime", await ana.GetAsync($"/patients/{ana.Id}/medicines"));
        Assert.Contains("value=\"1 mg morning, 1 mg bedtime\"", await ana.GetAsync($"/patients/{ana.Id}/medicines/new?from=intake"));

        using var added = await ana.SendAsync($"/patients/{ana.Id}/medicines/new", Clonazepam);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("since 2019; Dr. Example", await ana.GetAsync($"/patients/{ana.Id}"));
        Assert.Contains("Medicines are not reconciled.", await ana.GetAsync("/today"));
        var one = Assert.Single(await PersonInCare.StoredAsync<MedicationStatement>(app, ana.Id));
        using var reconciled = await ana.SendAsync($"/patients/{ana.Id}/medicines", (one.Id.ToString(), "yes"));
        Assert.Equal(HttpStatusCode.Redirect, reconciled.StatusCode);
        Assert.DoesNotContain("Medicines are not reconciled.", await ana.GetAsync("/today"));
        Assert.Contains("reconciled", await ana.GetAsync($"/patients/{ana.Id}/medicines"));
    }

    [Fact]
    public async Task A_dose_that_is_not_understood_comes_back_as_typed_and_nothing_is_written()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var refused = await ana.SendAsync(
            $"/patients/{ana.Id}/medicines/new",
            ("name", "clonazepam"),
            ("how", "two pills a day"),
            ("source", "Person")
        );
        var page = await refused.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Write each amount with its time", page);
        Assert.Contains("value=\"two pills a day\"", page);
        Assert.Empty(await PersonInCare.StoredAsync<MedicationStatement>(app, ana.Id));
    }

    [Fact]
    public async Task A_change_keeps_what_was_taken_before_and_a_stop_says_since_when()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var added = await ana.SendAsync($"/patients/{ana.Id}/medicines/new", Clonazepam);
        var first = Assert.Single(await PersonInCare.StoredAsync<MedicationStatement>(app, ana.Id));
        using var changed = await ana.SendAsync(
            $"/patients/{ana.Id}/medicines/{first.Id}",
            [
                .. Clonazepam.Where(f => f.Item1 is not "how"),
                ("how", "0.75 mg morning, 1 mg bedtime"),
                ("what", "change"),
                ("why", "Dr. Example cut it"),
            ]
        );
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        var all = await PersonInCare.StoredAsync<MedicationStatement>(app, ana.Id);
        var now = Assert.Single(all, m => m.Status is MedicationStatus.Active);
        Assert.Equal(first.Id, now.ReplacesId);
        using var noDay = await ana.SendAsync(
            $"/patients/{ana.Id}/medicines/{now.Id}",
            [.. Clonazepam, ("what", "stop"), ("why", "finished")]
        );
        Assert.Equal(HttpStatusCode.BadRequest, noDay.StatusCode);
        using var stopped = await ana.SendAsync(
            $"/patients/{ana.Id}/medicines/{now.Id}",
            [.. Clonazepam, ("what", "stop"), ("why", "finished"), ("on", $"{DateOnly.FromDateTime(DateTime.UtcNow):yyyy-MM-dd}")]
        );
        Assert.Equal(HttpStatusCode.Redirect, stopped.StatusCode);
        var list = await ana.GetAsync($"/patients/{ana.Id}/medicines");
        Assert.Contains("No medicine is on the list yet.", list);
        Assert.Contains("Dr. Example cut it", list);
    }

    [Fact]
    public async Task Other_software_reads_adds_and_stops_by_version()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        var route = new Uri($"/api/patients/{ana.Id}/medications", UriKind.Relative);
        using var add = new HttpRequestMessage(HttpMethod.Post, route)
        {
            Content = JsonContent.Create(
                new
                {
                    name = "Klonopin",
                    howTaken = "0.5 mg bedtime",
                    source = "pharmacy",
                }
            ),
        };
        add.Headers.Add("Idempotency-Key", "one");
        using var added = await ana.Staff.SendAsync(add, Stop);
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        var list = await ana.GetAsync(route.ToString());
        Assert.Contains("\"name\":\"clonazepam\"", list);
        var one = Assert.Single(await PersonInCare.StoredAsync<MedicationStatement>(app, ana.Id));
        using var blind = await ana.Staff.PutAsJsonAsync(
            new Uri($"{route}/{one.Id}/stop", UriKind.Relative),
            new { on = "2026-01-01", why = "x" },
            Stop
        );
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
    }

    [Fact]
    public async Task A_therapist_reads_the_list_and_finds_no_way_to_change_it()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        var list = await ana.GetAsync($"/patients/{ana.Id}/medicines");
        Assert.DoesNotContain("Add a medicine", list);
        using var page = await ana.Staff.GetAsync(new Uri($"/patients/{ana.Id}/medicines/new", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task What_lowers_the_seizure_threshold_is_named_in_the_list_and_where_it_is_changed_with_its_source()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var bupropion = await ana.SendAsync(
            $"/patients/{ana.Id}/medicines/new",
            ("name", "Wellbutrin XL 150 mg"),
            ("how", "one in the morning"),
            ("source", "Bottle")
        );
        using var sertraline = await ana.SendAsync(
            $"/patients/{ana.Id}/medicines/new",
            ("name", "sertraline"),
            ("how", "one in the morning"),
            ("source", "Bottle")
        );
        var list = await ana.GetAsync($"/patients/{ana.Id}/medicines");
        Assert.Contains("Wellbutrin XL 150 mg lowers the seizure threshold", list);
        Assert.Contains("its label forbids it while a benzodiazepine is stopped abruptly", list);
        Assert.Contains("Where this comes from", list);
        Assert.DoesNotContain("sertraline lowers", list);
        var one = (await PersonInCare.StoredAsync<MedicationStatement>(app, ana.Id)).Single(m => m.Details.Name.StartsWith('W'));
        Assert.Contains("lowers the seizure threshold", await ana.GetAsync($"/patients/{ana.Id}/medicines/{one.Id}"));
    }
}
