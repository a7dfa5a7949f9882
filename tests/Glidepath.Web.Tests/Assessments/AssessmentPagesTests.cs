using System.Net;
using Glidepath.Application.Assessments;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Assessments;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Assessments;

public sealed class AssessmentPagesTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    internal static (string, string)[] Answers(int count, string score = "1") =>
        [.. Enumerable.Range(1, count).Select(i => ($"item-{i}", score))];

    internal static readonly (string, string)[] WhatWasDone =
    [
        ("asked", "yes"),
        ("stayed", "yes"),
        ("means", "yes"),
        ("gave", "yes"),
        ("what-now", "StaysWithSomeone"),
        ("said", "I would not do it"),
        ("plan", "sister tonight"),
        ("told", "prescriber"),
        ("go", "act"),
    ];

    [Fact]
    public async Task A_scale_is_due_filled_in_scored_and_shown_with_its_source()
    {
        var ana = await PersonInCare.MakeAsync(app);
        Assert.Contains("GAD-7", await ana.GetAsync(ana.Scales), StringComparison.Ordinal);
        var saved = await ana.SendAsync($"{ana.Scales}/a2", [.. Answers(7, "2"), ("go", "finish")]);
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await Body(saved));
        var entry = Assert.Single(await PersonInCare.StoredAsync<ScoredAssessment>(app, ana.Id));
        Assert.Equal((14, "moderate"), (entry.Total, entry.BandName));
        var result = await ana.GetAsync($"{ana.Scales}/a2/{entry.Id}");
        Assert.Contains("moderate (10 to 14)", result, StringComparison.Ordinal);
        Assert.Contains("Source not confirmed", result, StringComparison.Ordinal);
        Assert.Contains("Official wording", result, StringComparison.Ordinal);
        var history = await ana.GetAsync(ana.Scales);
        Assert.Contains("<svg class=\"gp-chart\"", history, StringComparison.Ordinal);
        Assert.Contains("Show the numbers", history, StringComparison.Ordinal);
        foreach (var page in new[] { history, result, await ana.GetAsync($"{ana.Scales}/a2") })
            Assert.DoesNotContain("g1.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_answered_is_named_and_never_zero()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var asked = await ana.SendAsync($"{ana.Scales}/a2", [.. Answers(5), ("go", "finish")]);
        Assert.Contains("Not answered is not zero", await Body(asked), StringComparison.Ordinal);
        Assert.Empty(await PersonInCare.StoredAsync<ScoredAssessment>(app, ana.Id));
        await ana.SendAsync($"{ana.Scales}/a2", [.. Answers(5), ("go", "finish-open")]);
        var entry = Assert.Single(await PersonInCare.StoredAsync<ScoredAssessment>(app, ana.Id));
        Assert.Null(entry.Total);
        Assert.Contains("No score", await ana.GetAsync($"{ana.Scales}/a2/{entry.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_answer_is_refused_and_the_others_are_kept()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var answer = await ana.SendAsync($"{ana.Scales}/a2", [("item-1", "9"), ("item-2", "3"), ("go", "finish")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("expected one of 0, 1, 2, 3", await Body(answer), StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(await PersonInCare.StoredAsync<AssessmentDraft>(app, ana.Id)).Answers["2"]);
    }

    [Fact]
    public async Task An_answer_that_speaks_of_suicide_stops_staff_until_an_action_is_recorded_and_loses_nothing()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var stopped = await ana.SendAsync($"{ana.Scales}/a3", [.. Answers(9), ("go", "finish")]);
        var step = Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, ana.Id));
        Assert.EndsWith($"/now/{step.Id}", stopped.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await PersonInCare.StoredAsync<ScoredAssessment>(app, ana.Id));
        // Trying again, and taking the answer back, does not lead past it.
        await ana.SendAsync($"{ana.Scales}/a3", [.. Answers(9, "0"), ("go", "finish-open")]);
        await ana.SendAsync($"{ana.Scales}/a3", [.. Answers(9), ("go", "finish-open")]);
        Assert.Empty(await PersonInCare.StoredAsync<ScoredAssessment>(app, ana.Id));
        var now = $"/patients/{ana.Id}/now/{step.Id}";
        var half = await ana.SendAsync(now, ("asked", "yes"), ("said", "a dark night"), ("go", "act"));
        Assert.Equal(HttpStatusCode.BadRequest, half.StatusCode);
        Assert.Contains("a dark night", await Body(half), StringComparison.Ordinal);
        var acted = await ana.SendAsync(now, WhatWasDone);
        // The answers were sent once, and that is enough: the nurse is on the score.
        var entry = Assert.Single(await PersonInCare.StoredAsync<ScoredAssessment>(app, ana.Id));
        Assert.EndsWith($"/assessments/a3/{entry.Id}", acted.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal((step.Id, 9), (entry.SafetyStepId, entry.Answers.Count));
        await ana.SendAsync(now, ("outcome", "safe with her sister"), ("go", "close"));
        Assert.Equal(SafetyState.Closed, Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, ana.Id)).State);
    }

    [Fact]
    public async Task A_correction_replaces_and_says_who_when_and_why()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await ana.SendAsync($"{ana.Scales}/a2", [.. Answers(7), ("go", "finish")]);
        var first = Assert.Single(await PersonInCare.StoredAsync<ScoredAssessment>(app, ana.Id));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await ana.SendAsync($"{ana.Scales}/a2/again/{first.Id}", [.. Answers(7, "2"), ("go", "finish")])).StatusCode
        );
        await ana.SendAsync($"{ana.Scales}/a2/again/{first.Id}", [.. Answers(7, "2"), ("reason", "misheard"), ("go", "finish")]);
        Assert.Equal(2, (await PersonInCare.StoredAsync<ScoredAssessment>(app, ana.Id)).Count);
        var old = await ana.GetAsync($"{ana.Scales}/a2/{first.Id}");
        Assert.Contains("This entry was replaced by Test Nurse", old, StringComparison.Ordinal);
        Assert.Contains("misheard", old, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await ana.SendAsync($"{ana.Scales}/a2/again/{first.Id}", [.. Answers(7, "3"), ("reason", "again"), ("go", "finish")])
            ).StatusCode
        );
    }

    [Fact]
    public async Task The_alcohol_scale_is_never_offered_for_a_benzodiazepine()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await ana.SendAsync($"{ana.Intake}/p1", ("medicine-drug", "clonazepam"), ("go", "list"));
        Assert.DoesNotContain("CIWA-Ar", await ana.GetAsync(ana.Scales), StringComparison.Ordinal);
        Assert.DoesNotContain("item-1", await ana.GetAsync($"{ana.Scales}/a8"), StringComparison.Ordinal);
        await ana.SendAsync($"{ana.Intake}/p7", ("alcohol-any", "yes"), ("go", "list"));
        Assert.Contains("CIWA-Ar: alcohol only", await ana.GetAsync(ana.Scales), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_patient_answers_exactly_like_one_who_does_not_exist()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (other, _) = await app.SignedInAsync(Role.Therapist);
        foreach (
            var page in new[] { "assessments", "assessments/a2", $"assessments/a2/{Guid.CreateVersion7()}", $"now/{Guid.CreateVersion7()}" }
        )
        foreach (var id in new[] { ana.Id, Guid.CreateVersion7() })
            Assert.Equal(
                HttpStatusCode.NotFound,
                (
                    await other.GetAsync(new Uri($"/patients/{id}/{page}", UriKind.Relative), TestContext.Current.CancellationToken)
                ).StatusCode
            );
        await using var db = app.Store.CreateDbContext();
        Assert.Contains(db.AuditEvents.Where(e => e.PatientId == ana.Id), e => e.Outcome == AuditOutcome.Refused);
    }

    [Fact]
    public void No_address_names_an_instrument_or_a_drug() =>
        Assert.All(
            InstrumentTable.All.Select(i => i.Id).Concat(FileScheme.All.Select(s => s.Id)),
            id =>
            {
                Assert.True(InstrumentSlugs.Has(id), id);
                Assert.Matches("^a[0-9]+$", InstrumentSlugs.Of(id));
                Assert.Equal(id, InstrumentSlugs.Id(InstrumentSlugs.Of(id)));
            }
        );

    internal static Task<string> Body(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
