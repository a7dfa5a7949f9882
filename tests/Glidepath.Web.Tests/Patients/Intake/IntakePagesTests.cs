using System.Net;
using Glidepath.Application.Patients;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Patients.Intake;

namespace Glidepath.Web.Tests.Patients.Intake;

public sealed class IntakePagesTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Fact]
    public async Task All_parts_are_filled_left_taken_up_again_and_checked()
    {
        var ana = await PersonInCare.MakeAsync(app);
        Assert.Contains("0 of 13 parts", await ana.GetAsync(ana.Intake), StringComparison.Ordinal);
        foreach (var part in Enum.GetValues<IntakePart>())
        {
            var fields = IntakeQuestions
                .Of(part)
                .Select(q =>
                    (
                        IntakeForm.Field(q) + (q.Kind is QuestionKind.YesNo or QuestionKind.Choice ? "" : IntakeForm.StateSuffix),
                        IntakeForm.Unknown
                    )
                )
                .ToArray();
            Assert.Equal(
                HttpStatusCode.Redirect,
                (await ana.SendAsync($"{ana.Intake}/{IntakeParts.Slug(part)}", [.. fields, ("go", "list")])).StatusCode
            );
        }
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await ana.SendAsync(
                    $"{ana.Intake}/p1",
                    ("medicine-drug", "clonazepam"),
                    ("medicine-regimen", "0.5 mg morning, 1 mg bedtime"),
                    ("go", "next")
                )
            ).StatusCode
        );
        await ana.SendAsync($"{ana.Intake}/p2", ("pattern-months", "72"), ("pattern-days-per-week", "7"), ("go", "list"));
        var list = await ana.GetAsync(ana.Intake);
        Assert.Contains("13 of 13 parts", list, StringComparison.Ordinal);
        Assert.Contains("Needs review", list, StringComparison.Ordinal);
        Assert.Contains("Risk of clinically significant withdrawal: yes", list, StringComparison.Ordinal);
        Assert.Contains("Where this comes from", list, StringComparison.Ordinal);
        var first = await ana.GetAsync($"{ana.Intake}/p1");
        Assert.Contains("Last answer:", first, StringComparison.Ordinal);
        Assert.Contains("value=\"0.5 mg morning, 1 mg bedtime\"", first, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.SendAsync($"{ana.Intake}/check")).StatusCode);
        Assert.Contains("Checked on", await ana.GetAsync($"{ana.Intake}/check"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_names_what_was_not_asked()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await ana.SendAsync($"{ana.Intake}/p5", ("seizures-ever", "no"), ("go", "list"));
        var answer = await ana.SendAsync($"{ana.Intake}/check");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("not asked yet", await Body(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_wrong_field_keeps_the_others_and_says_what_would_be_accepted()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var answer = await ana.SendAsync(
            $"{ana.Intake}/p2",
            ("pattern-months", "many"),
            ("pattern-days-per-week", "7"),
            ("pattern-extra", "after <work>"),
            ("go", "next")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Body(answer);
        Assert.Contains("Expected a number from 0 to 900", page, StringComparison.Ordinal);
        Assert.Contains("value=\"many\"", page, StringComparison.Ordinal);
        var section = Assert.Single(await PersonInCare.StoredAsync<IntakeSection>(app, ana.Id));
        Assert.Equal(("7", "after <work>"), (section.Answers["pattern.days-per-week"].Value, section.Answers["pattern.extra"].Value));
        Assert.DoesNotContain("pattern.months", section.Answers.Keys);
    }

    [Theory]
    [InlineData("p1", "medicine-drug", "sugar", "Expected one of")]
    [InlineData("p1", "medicine-regimen", "a handful", "How much do you take")]
    [InlineData("p1", "medicine-highest-mg", "1001", "Expected a number from 0 to 1000")]
    [InlineData("p2", "pattern-days-per-week", "8", "Expected a whole number from 1 to 7")]
    [InlineData("p2", "pattern-days-per-week", "1.5", "Expected a whole number")]
    [InlineData("p3", "attempts-last-day", "2999-01-01", "Expected a day that is past")]
    [InlineData("p3", "attempts-last-day", "soon", "Expected a day")]
    [InlineData("p5", "seizures-ever", "perhaps", "Expected yes or no")]
    [InlineData("p6", "sedatives-kinds", "rocks", "Expected any of")]
    public async Task What_does_not_fit_is_refused_in_words(string part, string field, string value, string says)
    {
        var ana = await PersonInCare.MakeAsync(app);
        var answer = await ana.SendAsync($"{ana.Intake}/{part}", (field, value), ("go", "next"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, WebUtility.HtmlDecode(await Body(answer)), StringComparison.Ordinal);
        Assert.Empty(await PersonInCare.StoredAsync<IntakeSection>(app, ana.Id));
    }

    [Fact]
    public async Task Not_known_is_neither_no_nor_not_asked_and_an_answer_can_be_taken_back()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await ana.SendAsync($"{ana.Intake}/p7", ("alcohol-any", IntakeForm.Unknown), ("go", "list"));
        Assert.Equal(
            AnswerState.Unknown,
            Assert.Single(await PersonInCare.StoredAsync<IntakeSection>(app, ana.Id)).Answers["alcohol.any"].State
        );
        await ana.SendAsync($"{ana.Intake}/p7", ("alcohol-any", IntakeForm.TakeBack), ("go", "list"));
        Assert.Empty(Assert.Single(await PersonInCare.StoredAsync<IntakeSection>(app, ana.Id)).Answers);
    }

    [Fact]
    public async Task Nothing_touched_keeps_the_last_answers_and_several_choices_are_kept()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await ana.SendAsync(
            $"{ana.Intake}/p6",
            ("sedatives-any", "yes"),
            ("sedatives-kinds", "sleepingPill"),
            ("sedatives-kinds", "allergyPill"),
            ("go", "list")
        );
        await ana.SendAsync($"{ana.Intake}/p6", ("sedatives-kinds", "sleepingPill"), ("sedatives-kinds", "allergyPill"), ("go", "list"));
        var answers = Assert.Single(await PersonInCare.StoredAsync<IntakeSection>(app, ana.Id)).Answers;
        Assert.Equal(("yes", "sleepingPill,allergyPill"), (answers["sedatives.any"].Value, answers["sedatives.kinds"].Value));
        Assert.Contains("Sleeping pills, Allergy pills", await ana.GetAsync($"{ana.Intake}/check"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_to_suicide_opens_the_safety_step_in_the_same_write_and_leads_there()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var answer = await ana.SendAsync($"{ana.Intake}/p10", ("mental-suicide", "yes"), ("mental-other", "panic"), ("go", "next"));
        var step = Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, ana.Id));
        Assert.Equal((SafetyTrigger.IntakeAnswer, SafetyState.OpenWithStaff), (step.Trigger, step.State));
        Assert.EndsWith($"/patients/{ana.Id}/now/{step.Id}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Ask now, before you continue", await ana.GetAsync(ana.Intake), StringComparison.Ordinal);
        using var refused = await ana.Staff.PostOnceAsync($"/api{ana.Intake}/check", new { });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_patient_answers_exactly_like_one_who_does_not_exist()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (other, _) = await app.SignedInAsync(Role.Nurse);
        foreach (var page in new[] { "", "/p1", "/check", "/p99" })
        {
            var (theirs, nobodys) = (
                await Get(other, ana.Intake + page),
                await Get(other, $"/patients/{Guid.CreateVersion7()}/intake{page}")
            );
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.StatusCode, nobodys.StatusCode));
            Assert.Equal(Same(await Body(nobodys)), Same(await Body(theirs)));
        }
    }

    [Fact]
    public async Task Each_visit_leaves_audit_rows_and_no_page_shows_sealed_text()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await ana.SendAsync($"{ana.Intake}/p12", ("supports-who", "my sister"), ("go", "list"));
        foreach (var page in new[] { "", "/p12", "/check" })
            Assert.DoesNotContain("g1.", await ana.GetAsync(ana.Intake + page), StringComparison.Ordinal);
        await using var db = app.Store.CreateDbContext();
        var rows = db
            .AuditEvents.Where(e => e.PatientId == ana.Id && e.ActorId == ana.StaffAccount.Id)
            .Select(e => new { e.Action, e.Target })
            .ToList();
        Assert.Contains(rows, r => r.Action == AuditAction.Create && r.Target == nameof(IntakeSection));
        Assert.Contains(rows, r => r.Action == AuditAction.Read && r.Target.Contains(nameof(IntakeSection), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_that_is_far_too_long_is_refused_and_nothing_is_saved()
    {
        var ana = await PersonInCare.MakeAsync(app);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await ana.SendAsync($"{ana.Intake}/p12", ("supports-who", new string('x', 8_001)), ("go", "list"))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await ana.SendAsync($"{ana.Intake}/p12", ("supports-who", new string('x', 21_000)), ("go", "list"))).StatusCode
        );
        Assert.Empty(await PersonInCare.StoredAsync<IntakeSection>(app, ana.Id));
    }

    private static Task<HttpResponseMessage> Get(HttpClient client, string page) =>
        client.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);

    private static Task<string> Body(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static string Same(string html) => System.Text.RegularExpressions.Regex.Replace(html, "nonce=\"[^\"]*\"", "");
}
