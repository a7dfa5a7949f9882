using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Assessments;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>What is closed, finished, told and accounted of a record that was merged.</summary>
public sealed partial class MergeTests
{
    [Fact]
    public async Task A_closing_from_before_the_merge_hides_no_yes_of_the_other_record()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Suicide(old), Suicide(ana));
        Assert.Equal(HttpStatusCode.Redirect, await CloseAsync(ana, ana));
        await MergeAsync(old, ana);
        Assert.Contains("Thoughts of suicide: yes", await ana.GetAsync("/today"));
        Assert.Equal(HttpStatusCode.Redirect, await CloseAsync(ana, ana));
        Assert.DoesNotContain("Thoughts of suicide: yes", await ana.GetAsync("/today"));
    }

    [Fact]
    public async Task Where_teams_are_not_joined_a_concern_is_closed_in_the_record_that_holds_it()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        var yesterday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);
        await SaveAsync(
            Suicide(old),
            CareTeamMember.Join(Guid.CreateVersion7(), old.Episode, ana.StaffAccount.Id, CareTeamRole.Nurse, yesterday)
        );
        await MergeAsync(old, ana, ("teams", "apart"));
        Assert.NotEqual(HttpStatusCode.Redirect, await CloseAsync(ana, ana));
        Assert.Empty(await PersonInCare.StoredAsync<SafetyEntry>(app, ana.Id));
        Assert.Contains("Thoughts of suicide: yes", await old.GetAsync("/today"));
        Assert.Equal(HttpStatusCode.Redirect, await CloseAsync(old, old));
        Assert.DoesNotContain("Thoughts of suicide: yes", await old.GetAsync("/today"));
        Assert.DoesNotContain("Thoughts of suicide: yes", await ana.GetAsync("/today"));
    }

    [Fact]
    public async Task Answers_that_wait_for_a_safety_step_are_finished_before_a_merge_and_the_step_is_closed_after_it()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await old.SendAsync($"{old.Scales}/a3", [.. AssessmentPagesTests.Answers(9), ("go", "finish")]);
        var step = Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, old.Id));
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        using (var refused = await TryAsync(officer, old, ana))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("answers wait for a safety step", await refused.Content.ReadAsStringAsync(Stop));
        }
        await old.SendAsync($"/patients/{old.Id}/now/{step.Id}", AssessmentPagesTests.WhatWasDone);
        Assert.Single(await PersonInCare.StoredAsync<ScoredAssessment>(app, old.Id));
        await MergeAsync(old, ana);
        Assert.Contains("Thoughts of suicide: yes", await ana.GetAsync("/today"));
        using var closed = await old.SendAsync($"/patients/{old.Id}/now/{step.Id}", ("outcome", "safe with her sister"), ("go", "close"));
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(SafetyState.Closed, Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, old.Id)).State);
        Assert.DoesNotContain("Thoughts of suicide: yes", await ana.GetAsync("/today"));
    }

    [Fact]
    public async Task A_paper_in_the_wrong_record_is_marked_after_the_merge_too()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        var paper = await DocumentSamples.FileAsync(app, old);
        await MergeAsync(old, ana);
        using var mark = new HttpRequestMessage(HttpMethod.Put, $"/api/patients/{old.Id}/documents/{paper.Id}/error");
        mark.Content = JsonContent.Create(new { why = "It is of another person." });
        mark.Headers.TryAddWithoutValidation("If-Match", $"\"{paper.Version}\"");
        using var answer = await old.Staff.SendAsync(mark, Stop);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        Assert.False(Assert.Single(await PersonInCare.StoredAsync<DocumentReference>(app, old.Id)).Stands);
    }

    [Fact]
    public async Task Taken_apart_neither_record_tells_why_and_the_copy_names_no_other_record()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        var officer = await MergeAsync(old, ana);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        Assert.Contains(RecordNumber.Of(old.Id), await own.GetStringAsync("/me/record", Stop));
        var merge = (await PersonInCare.StoredAsync<PatientLink>(app, old.Id)).Single().MergeId;
        using (var apart = await ApartAsync(officer, merge, "Two sisters"))
            Assert.Equal(HttpStatusCode.Redirect, apart.StatusCode);
        foreach (var person in new[] { old, ana })
        {
            var page = await person.GetAsync($"/patients/{person.Id}");
            Assert.Contains("aken apart", page);
            Assert.DoesNotContain("Two sisters", page);
            Assert.DoesNotContain("Same birth date and phone", page);
        }
        var copy = await own.GetStringAsync("/me/record", Stop);
        Assert.Contains("Taken apart again", copy);
        Assert.DoesNotContain(RecordNumber.Of(old.Id), copy);
    }

    [Fact]
    public async Task What_left_between_two_merges_is_accounted_once()
    {
        var (a, b, c) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Medicine(a, "zolpidem"), Medicine(b, "clonazepam"));
        var officer = await MergeAsync(a, b);
        Assert.Equal((true, true), await LetOutAsync(b, await ConsentAsync(b)));
        Assert.Single(await PersonInCare.StoredAsync<DisclosureRecord>(app, a.Id));
        await MergeAsync(b, c);
        var listed = await officer.GetFromJsonAsync<List<JsonElement>>($"/api/patients/{c.Id}/disclosures", Stop);
        Assert.Single(listed!);
    }

    /// <summary>Suicide, by the staff of one, on the page of another.</summary>
    private static async Task<HttpStatusCode> CloseAsync(PersonInCare by, PersonInCare of)
    {
        using var closed = await GlidepathApp.Send(
            by.Staff,
            $"/patients/{of.Id}/safety",
            ("concern", "Suicide"),
            ("reason", "Seen today, no plan, safety plan made")
        );
        return closed.StatusCode;
    }
}
