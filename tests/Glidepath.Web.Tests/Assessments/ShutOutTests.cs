using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Assessments;

/// <summary>
/// An answer of suicide given alone, while somebody on the team may not open what it opens: nobody is said to know who cannot.
/// </summary>
public sealed class ShutOutTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(InformationCategory.Assessments)]
    [InlineData(InformationCategory.PresenceInTreatment)]
    public async Task Where_everybody_is_shut_out_nobody_is_alerted_and_the_page_says_so(InformationCategory withheld)
    {
        var ana = await PersonInCare.MakeAsync(app);
        await RestrictAsync(ana, withheld);
        var (own, done) = await AnswerAsync(ana);
        Assert.Equal(SafetyState.OpenUnwatched, (await StepAsync(ana)).State);
        var thanks = await own.GetStringAsync(done, Stop);
        Assert.Contains("Nobody is watching this page", thanks, StringComparison.Ordinal);
        Assert.DoesNotContain("sent word", thanks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_shut_out_is_passed_over_for_the_next_of_the_team()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        var (therapist, account) = await app.SignedInAsync(Role.Therapist);
        await RecordAsync(
            ana,
            db =>
                db.Add(
                    CareTeamMember.Join(
                        Guid.CreateVersion7(),
                        ana.Episode,
                        account.Id,
                        CareTeamRole.Therapist,
                        DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1)
                    )
                )
        );
        await RestrictAsync(ana, InformationCategory.Assessments, ana.StaffAccount.Id);
        var (own, done) = await AnswerAsync(ana);
        var step = await StepAsync(ana);
        Assert.Equal((SafetyState.OpenAlerted, account.Id), (step.State, step.AlertedAccountId));
        Assert.Contains(
            "We have sent word to Test Therapist, your therapist",
            await own.GetStringAsync(done, Stop),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"/now/{step.Id}",
            await therapist.GetStringAsync(new Uri("/today", UriKind.Relative), Stop),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("restricted")]
    [InlineData("left")]
    [InlineData("disabled")]
    public async Task Who_was_alerted_and_is_shut_out_since_is_not_said_to_know(string how)
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (own, done) = await AnswerAsync(ana);
        Assert.Contains("We have sent word to Test Nurse", await own.GetStringAsync(done, Stop), StringComparison.Ordinal);
        await ShutOutAsync(ana, how);
        var thanks = await own.GetStringAsync(done, Stop);
        Assert.DoesNotContain("sent word", thanks, StringComparison.Ordinal);
        Assert.Contains("Nobody is watching this page", thanks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_sees_on_the_step_that_who_was_alerted_can_no_longer_open_it()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (colleague, account) = await app.SignedInAsync(Role.Counsellor);
        await RecordAsync(
            ana,
            db =>
                db.Add(
                    CareTeamMember.Join(
                        Guid.CreateVersion7(),
                        ana.Episode,
                        account.Id,
                        CareTeamRole.Counsellor,
                        DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1)
                    )
                )
        );
        await AnswerAsync(ana);
        var page = new Uri($"/patients/{ana.Id}/now/{(await StepAsync(ana)).Id}", UriKind.Relative);
        Assert.DoesNotContain("can no longer open this", await colleague.GetStringAsync(page, Stop), StringComparison.Ordinal);
        await ShutOutAsync(ana, "left");
        Assert.Contains("who can no longer open this", await colleague.GetStringAsync(page, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withheld_medicines_and_diagnoses_do_not_close_the_step()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await RestrictAsync(ana, InformationCategory.Medications | InformationCategory.Diagnoses);
        await AnswerAsync(ana);
        var step = await StepAsync(ana);
        Assert.Equal((SafetyState.OpenAlerted, ana.StaffAccount.Id), (step.State, step.AlertedAccountId));
        Assert.Contains(step.Id.ToString(), await ana.GetAsync("/api/safety-steps"), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await ana.SendAsync($"/patients/{ana.Id}/now/{step.Id}", AssessmentPagesTests.WhatWasDone)).StatusCode
        );
        Assert.Equal(SafetyState.ActedOn, (await StepAsync(ana)).State);
    }

    private async Task<(HttpClient Own, Uri Done)> AnswerAsync(PersonInCare person)
    {
        var (own, _) = await app.SignedInAsync(Role.Patient, person.Id);
        var sent = await GlidepathApp.Send(own, "/me/assessments/a3", [.. AssessmentPagesTests.Answers(9), ("go", "finish")]);
        return (own, sent.Headers.Location!);
    }

    private async Task<SafetyStep> StepAsync(PersonInCare person) =>
        Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, person.Id));

    private async Task ShutOutAsync(PersonInCare person, string how)
    {
        if (how == "restricted")
            await RestrictAsync(person, InformationCategory.Assessments, person.StaffAccount.Id);
        else if (how == "left")
            await RecordAsync(
                person,
                db =>
                    db.Set<CareTeamMember>()
                        .Single(m => m.PatientId == person.Id && m.AccountId == person.StaffAccount.Id)
                        .Leave(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1))
            );
        else
        {
            await using var db = app.Store.CreateDbContext();
            await db
                .Users.Where(u => u.Id == person.StaffAccount.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.DisabledAt, DateTime.UtcNow), Stop);
        }
    }

    private Task RestrictAsync(PersonInCare person, InformationCategory withheld, Guid? from = null) =>
        PersonInCare.RestrictAsync(app, person.Id, withheld, from);

    private Task RecordAsync(PersonInCare person, Action<Glidepath.Storage.GlidepathDbContext> change) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Update, "Patient", person.Id),
            db =>
            {
                change(db);
                return Task.FromResult(true);
            },
            Stop
        );
}
