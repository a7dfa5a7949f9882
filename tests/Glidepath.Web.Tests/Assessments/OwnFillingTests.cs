using System.Net;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Assessments;

/// <summary>A person who fills in a scale alone.</summary>
public sealed class OwnFillingTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Theory]
    [InlineData("/me/assessments")]
    [InlineData("/me/assessments/a2")]
    [InlineData("/me/assessments/a3")]
    [InlineData("/me/assessments/a3/done")]
    public async Task Every_page_shows_988(string page)
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        var html = await Get(own, page);
        Assert.Contains("Call or text 988", html, StringComparison.Ordinal);
        Assert.DoesNotContain("g1.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_may_go_on_and_a_named_person_sees_it_today()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        var sent = await GlidepathApp.Send(own, "/me/assessments/a3", [.. AssessmentPagesTests.Answers(9), ("go", "finish")]);
        var step = Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, ana.Id));
        Assert.Equal((SafetyState.OpenAlerted, ana.StaffAccount.Id), (step.State, step.AlertedAccountId));
        Assert.Equal(AnsweredBy.Patient, Assert.Single(await PersonInCare.StoredAsync<ScoredAssessment>(app, ana.Id)).AnsweredBy);
        var thanks = await Get(own, sent.Headers.Location!.ToString());
        Assert.Contains("We have sent word to Test Nurse, your nurse", thanks, StringComparison.Ordinal);
        Assert.Contains("988", thanks, StringComparison.Ordinal);
        var today = await ana.GetAsync("/api/safety-steps");
        Assert.Contains(step.Id.ToString(), today, StringComparison.Ordinal);
        Assert.Contains("\"isForMe\":true", today, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_alerted_the_page_says_so_plainly()
    {
        var ana = await PersonInCare.MakeAsync(app, onTeam: false);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        var sent = await GlidepathApp.Send(own, "/me/assessments/a3", [.. AssessmentPagesTests.Answers(9), ("go", "finish")]);
        Assert.Contains("Nobody is watching this page", await Get(own, sent.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_see_no_scale_for_staff_no_page_for_staff_and_nobody_elses_record()
    {
        var (ana, ben) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await Answer(own, "/me/assessments/a8")).StatusCode);
        Assert.DoesNotContain("Tremor of the hands held out", await Get(own, "/me/assessments/a1"), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await Answer(own, ana.Scales)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Answer(own, $"/api{ben.Scales}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Answer(own, $"/api{ana.Scales}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Answer(own, $"/me/assessments/a3/done/{Guid.CreateVersion7()}")).StatusCode);
    }

    private static Task<HttpResponseMessage> Answer(HttpClient client, string page) =>
        client.GetAsync(new Uri(page, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);

    private static Task<string> Get(HttpClient client, string page) =>
        client.GetStringAsync(new Uri(page, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
}
