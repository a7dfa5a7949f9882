using System.Net;
using System.Text;
using System.Text.Json;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Tests.Assessments;

namespace Glidepath.Web.Tests.Patients.Intake;

public sealed class IntakeSafetyTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Fact]
    public async Task After_a_yes_to_suicide_no_other_part_is_saved_until_an_action_is_recorded()
    {
        var ana = await PersonInCare.MakeAsync(app);
        // Another window of the same nurse, open since before the answer.
        var open = GlidepathApp
            .FormIn()
            .Matches(await ana.GetAsync($"{ana.Intake}/p12"))
            .Single(m => m.Value.Contains("supports-who", StringComparison.Ordinal))
            .Value;
        await ana.SendAsync($"{ana.Intake}/p10", ("mental-suicide", "yes"), ("go", "next"));
        var step = Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, ana.Id));

        var held = await GlidepathApp.Submit(ana.Staff, $"{ana.Intake}/p12", open, ("supports-who", "my sister"), ("go", "next"));
        Assert.Equal(HttpStatusCode.Conflict, held.StatusCode);
        var page = await held.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Nothing was saved", page, StringComparison.Ordinal);
        Assert.Contains("my sister", page, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await PutAsync(ana, "p12", """{"answers":{"supports.who":{"state":"given","value":"my sister"}}}""")).StatusCode
        );
        Assert.Equal(IntakePart.MentalHealth, Assert.Single(await PersonInCare.StoredAsync<IntakeSection>(app, ana.Id)).Part);

        var later = await ana.GetAsync($"{ana.Intake}/p12");
        Assert.Contains($"/now/{step.Id}", later, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"supports-who\"", later, StringComparison.Ordinal);

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await ana.SendAsync($"/patients/{ana.Id}/now/{step.Id}", AssessmentPagesTests.WhatWasDone)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await ana.SendAsync($"{ana.Intake}/p12", ("supports-who", "my sister"), ("go", "next"))).StatusCode
        );
        Assert.Equal(2, (await PersonInCare.StoredAsync<IntakeSection>(app, ana.Id)).Count);
    }

    [Fact]
    public async Task The_answer_is_not_taken_back_to_get_past_the_step()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await ana.SendAsync($"{ana.Intake}/p10", ("mental-suicide", "yes"), ("go", "next"));
        var back = await ana.SendAsync($"{ana.Intake}/p10", ("mental-suicide", "no"), ("go", "next"));
        Assert.Contains("/now/", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        var answer = await PutAsync(ana, "p13", """{"answers":{"home.safe":{"state":"unknown"}}}""");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(
            Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, ana.Id)).Id,
            problem.GetProperty("safetyStepId").GetGuid()
        );
    }

    [Fact]
    public async Task An_intake_is_not_finished_while_the_step_waits()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var form = GlidepathApp
            .FormIn()
            .Matches(await ana.GetAsync($"{ana.Intake}/check"))
            .Single(m => m.Value.Contains("We checked these together", StringComparison.Ordinal))
            .Value;
        await ana.SendAsync($"{ana.Intake}/p10", ("mental-suicide", "yes"), ("go", "next"));
        Assert.DoesNotContain("We checked these together", await ana.GetAsync($"{ana.Intake}/check"), StringComparison.Ordinal);
        var refused = await GlidepathApp.Submit(ana.Staff, $"{ana.Intake}/check", form);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(
            "Write down what was done first",
            await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Null(Assert.Single(await PersonInCare.StoredAsync<Treatment.Patients.Intake>(app, ana.Id)).CheckedAt);
    }

    [Fact]
    public async Task A_yes_that_clashes_with_somebody_elses_no_opens_the_step_and_the_page_leads_there()
    {
        var ana = await PersonInCare.MakeAsync(app);
        // Two windows on the same part: one is saved with a no before the other comes with a yes.
        var open = GlidepathApp
            .FormIn()
            .Matches(await ana.GetAsync($"{ana.Intake}/p10"))
            .Single(m => m.Value.Contains("mental-suicide", StringComparison.Ordinal))
            .Value;
        await ana.SendAsync($"{ana.Intake}/p10", ("mental-suicide", "no"), ("go", "next"));
        Assert.Empty(await PersonInCare.StoredAsync<SafetyStep>(app, ana.Id));

        var answer = await GlidepathApp.Submit(ana.Staff, $"{ana.Intake}/p10", open, ("mental-suicide", "yes"), ("go", "next"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var step = Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, ana.Id));
        Assert.True(step.NeedsAction);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"/now/{step.Id}", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"#wait-{step.Id:N}\"", page, StringComparison.Ordinal);
        Assert.Contains("Someone else wrote", page, StringComparison.Ordinal);
        Assert.Equal("no", Assert.Single(await PersonInCare.StoredAsync<IntakeSection>(app, ana.Id)).Answers["mental.suicide"].Value);
        Assert.Contains($"/now/{step.Id}", await ana.GetAsync("/today"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_software_whose_yes_clashes_is_given_the_step_in_the_409()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await ana.SendAsync($"{ana.Intake}/p10", ("mental-suicide", "no"), ("go", "next"));
        var answer = await PutAsync(
            ana,
            "p10",
            """{"answers":{"mental.suicide":{"state":"given","value":"yes"}}}""",
            "\"00000000-0000-0000-0000-000000000001\""
        );
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(
            Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, ana.Id)).Id,
            problem.GetProperty("safetyStepId").GetGuid()
        );
        Assert.Equal(1, problem.GetProperty("clashes").GetArrayLength());
        Assert.Equal("no", Assert.Single(await PersonInCare.StoredAsync<IntakeSection>(app, ana.Id)).Answers["mental.suicide"].Value);
    }

    private static async Task<HttpResponseMessage> PutAsync(PersonInCare person, string part, string json, string match = "*")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api{person.Intake}/{part}")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", match);
        return await person.Staff.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
