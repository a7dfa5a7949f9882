using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Assessments;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Patients;

/// <summary>What was told of danger stays in sight until a clinician closes it.</summary>
public sealed class SafetyHistoryTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Fact]
    public async Task Item_9_leads_over_the_intakes_no_until_the_safety_step_is_closed()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await ana.SendAsync($"{ana.Intake}/p10", ("mental-suicide", "no"), ("go", "next"));
        var stopped = await ana.SendAsync($"{ana.Scales}/a3", [.. AssessmentPagesTests.Answers(9, "2"), ("go", "finish")]);
        var now = new Uri(new Uri("http://localhost"), stopped.Headers.Location!).AbsolutePath;
        await ana.SendAsync(now, AssessmentPagesTests.WhatWasDone);
        // And another no, from the intake, after it.
        await ana.SendAsync($"{ana.Intake}/p10", ("mental-suicide-state", "unknown"), ("go", "next"));
        await ana.SendAsync($"{ana.Intake}/p10", ("mental-suicide", "no"), ("go", "next"));
        var page = WebUtility.HtmlDecode(await ana.GetAsync($"/patients/{ana.Id}"));
        Assert.Contains("PHQ-9 item 9, “More than half the days”, today", page, StringComparison.Ordinal);
        Assert.Contains("Also on record: no: Intake, Mind and mood", page, StringComparison.Ordinal);
        var today = await ana.GetAsync("/today");
        Assert.Contains("Thoughts of suicide: yes", today, StringComparison.Ordinal);
        Assert.Contains("PHQ-9 item 9", today, StringComparison.Ordinal);
        Assert.Contains("PHQ-9 item 9: thoughts of death or self-harm", await ana.GetAsync(ana.Scales), StringComparison.Ordinal);

        // Not by the form for other concerns, and then with the step.
        Assert.DoesNotContain("value=\"Suicide\"", await ana.GetAsync($"/patients/{ana.Id}/safety"), StringComparison.Ordinal);
        await ana.SendAsync(now, ("outcome", "safe with her sister"), ("go", "close"));
        Assert.DoesNotContain("Thoughts of suicide: yes", await ana.GetAsync("/today"), StringComparison.Ordinal);
        var after = await ana.GetAsync($"/patients/{ana.Id}/safety");
        Assert.Contains("safe with her sister", after, StringComparison.Ordinal);
        Assert.Contains("More than half the days", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_red_answer_at_intake_is_on_today_until_a_clinician_closes_it_with_a_reason()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await ana.SendAsync($"{ana.Intake}/p13", ("home-safe", "no"), ("home-storage", "no"), ("go", "next"));
        var today = await ana.GetAsync("/today");
        Assert.Contains("Not safe where they live: yes", today, StringComparison.Ordinal);
        Assert.Contains("Also: Medicine cannot be locked away: yes.", today, StringComparison.Ordinal);
        // Answered the other way later: it stays.
        await ana.SendAsync($"{ana.Intake}/p13", ("home-safe", "yes"), ("go", "next"));
        Assert.Contains("Not safe where they live: yes", await ana.GetAsync("/today"), StringComparison.Ordinal);
        Assert.Contains("Not safe where they live", await ana.GetAsync($"/patients/{ana.Id}"), StringComparison.Ordinal);

        var safety = $"/patients/{ana.Id}/safety";
        var noReason = await ana.SendAsync(safety, ("concern", "NotSafeAtHome"));
        Assert.Equal(HttpStatusCode.BadRequest, noReason.StatusCode);
        var closed = await ana.SendAsync(safety, ("concern", "NotSafeAtHome"), ("reason", "She lives with her sister now."));
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        today = await ana.GetAsync("/today");
        Assert.DoesNotContain("Not safe where they live", today, StringComparison.Ordinal);
        Assert.Contains("Medicine cannot be locked away: yes", today, StringComparison.Ordinal);
        Assert.Contains("She lives with her sister now.", await ana.GetAsync(safety), StringComparison.Ordinal);
        // The same words again, after it was taken back and said anew, open it again.
        await ana.SendAsync($"{ana.Intake}/p13", ("home-safe", "no"), ("go", "next"));
        Assert.Contains("Not safe where they live: yes", await ana.GetAsync("/today"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worse_score_is_on_today_until_somebody_has_looked()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await ana.SendAsync($"{ana.Scales}/a2", [.. AssessmentPagesTests.Answers(7), ("go", "finish")]);
        Assert.DoesNotContain("is worse", await ana.GetAsync("/today"), StringComparison.Ordinal);
        await ana.SendAsync($"{ana.Scales}/a2", [.. AssessmentPagesTests.Answers(7, "2"), ("go", "finish")]);
        var today = await ana.GetAsync("/today");
        Assert.Contains("GAD-7 from 7 to 14", today, StringComparison.Ordinal);
        Assert.Contains("Program rule", today, StringComparison.Ordinal);
        await ana.SendAsync(
            $"/patients/{ana.Id}/safety",
            ("concern", nameof(SafetyConcern.WorseScore)),
            ("reason", "A cut on Monday; we hold two weeks.")
        );
        Assert.DoesNotContain("GAD-7 from 7 to 14", await ana.GetAsync("/today"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Treatment_begins_only_after_the_safety_questions_and_what_cannot_be_asked_stays_due()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var on = ("on", DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var episode = $"/patients/{ana.Id}/episode";
        var refused = await ana.SendAsync(episode, ("to", "Treatment"), on);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var said = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Thoughts of suicide", said, StringComparison.Ordinal);
        Assert.Contains("Past overdose", said, StringComparison.Ordinal);
        await ana.SendAsync($"{ana.Intake}/p10", ("mental-suicide", "no"), ("go", "next"));
        var moved = await ana.SendAsync(episode, ("to", "Treatment"), on, ("not-asked", "Brought in asleep; asked again tonight."));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var left = await PersonInCare.StoredAsync<SafetyEntry>(app, ana.Id);
        Assert.Contains(left, e => e is { Kind: SafetyEntryKind.NotAbleToAsk, Concern: SafetyConcern.PastOverdose });
        Assert.DoesNotContain(left, e => e is { Kind: SafetyEntryKind.NotAbleToAsk, Concern: SafetyConcern.Suicide });
        Assert.Contains("safety question, not asked yet", await ana.GetAsync($"/patients/{ana.Id}"), StringComparison.Ordinal);
        await ana.SendAsync($"{ana.Intake}/p6", ("sedatives-overdose", "no"), ("go", "next"));
        Assert.DoesNotContain(
            $"href=\"/patients/{ana.Id}/intake\">Past overdose",
            await ana.GetAsync($"/patients/{ana.Id}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_may_not_read_medicines_sees_no_line_of_the_history()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await ana.SendAsync($"{ana.Intake}/p8", ("opioids-any", "yes"), ("go", "next"));
        var (helpline, _) = await app.SignedInAsync(Role.Helpline);
        using var answer = await helpline.GetAsync(
            new Uri($"/patients/{ana.Id}/safety", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task People_of_the_demo_in_care_have_their_safety_questions_asked_and_a_team()
    {
        using var demo = new GlidepathApp { Demo = true };
        _ = demo.Services;
        var all = await demo.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Read, "Patient"),
            db =>
                Task.FromResult(
                    (
                        Episodes: db.Set<EpisodeOfCare>().ToList(),
                        Entries: db.Set<SafetyEntry>().ToList().ToLookup(e => e.PatientId),
                        Team: db.Set<CareTeamMember>().ToList().ToLookup(m => m.PatientId)
                    )
                ),
            TestContext.Current.CancellationToken
        );
        var inCare = all.Episodes.Where(e => e.Phase is not (EpisodePhase.Enquiry or EpisodePhase.Intake)).ToList();
        Assert.NotEmpty(inCare);
        Assert.All(
            inCare,
            e =>
            {
                var ready = CareReadiness.Of(
                    all.Team[e.PatientId].Any(m => m.IsClinician),
                    ConcernState.Of([.. all.Entries[e.PatientId]], [])
                );
                Assert.True(ready.HasClinician);
                Assert.Equal([], ready.NotAsked);
            }
        );
    }
}
