using System.Net;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Monitoring;

/// <summary>Who is asked how they are: only people whose check-ins are expected, until they are heard from or reached.</summary>
public sealed class NotHeardFromTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HowOften.Daily, 3, false)]
    [InlineData(HowOften.Daily, 4, true)]
    [InlineData(HowOften.AsPlanned, 6, false)]
    [InlineData(HowOften.AsPlanned, 7, true)]
    [InlineData(HowOften.Weekly, 9, false)]
    [InlineData(HowOften.Weekly, 10, true)]
    [InlineData(HowOften.NotAtAll, 30, false)]
    public async Task Three_days_past_the_expected_one_a_person_is_on_the_list(HowOften howOften, int daysAgo, bool isListed)
    {
        var ana = await PersonInCare.MakeAsync(app);
        await WriteAsync(ana, howOften, daysAgo);
        Assert.Equal(isListed, (await ana.GetAsync("/not-heard-from")).Contains(ana.Id.ToString(), StringComparison.Ordinal));
        Assert.Equal(isListed, (await ana.GetAsync("/api/not-heard-from")).Contains(ana.Id.ToString(), StringComparison.Ordinal));
        var (other, _) = await app.SignedInAsync(Role.Nurse);
        Assert.DoesNotContain(ana.Id.ToString(), await other.GetStringAsync(new Uri("/not-heard-from", UriKind.Relative), Stop));
    }

    [Fact]
    public async Task Who_never_was_asked_to_check_in_is_on_no_list()
    {
        var ana = await PersonInCare.MakeAsync(app);
        Assert.Contains("Everyone whose check-in was due has been heard from.", await ana.GetAsync("/not-heard-from"));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public async Task Who_is_in_a_course_and_never_checked_in_is_asked_too_and_called_by_the_first_look(int daysIn, bool isListed)
    {
        var began = app.Store.Today.AddDays(-daysIn);
        var course = new CourseSoFar
        {
            Since = began,
            Cuts = [began],
            Pace = DrugPace.Short,
        };
        using var inCourse = new GlidepathApp { Course = new([RecordPart.All<EpisodeOfCare>()], _ => course) };
        var ana = await PersonInCare.MakeAsync(inCourse);
        const string call = "Call today: Not heard from by the day of the first look";
        Assert.Equal(isListed, (await ana.GetAsync("/not-heard-from")).Contains(ana.Id.ToString(), StringComparison.Ordinal));
        Assert.Equal(isListed, (await ana.GetAsync("/today")).Contains(call, StringComparison.Ordinal));
        using var reached = await ana.SendAsync($"/patients/{ana.Id}/check-ins/call", ("reached", "yes"), ("note", "She is well."));
        Assert.DoesNotContain(ana.Id.ToString(), await ana.GetAsync("/not-heard-from"));
        Assert.DoesNotContain(call, await ana.GetAsync("/today"));
    }

    [Fact]
    public async Task Not_reached_makes_one_task_for_tomorrow_and_reached_ends_it_and_the_waiting()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await WriteAsync(ana, HowOften.Daily, 5);
        var page = $"/patients/{ana.Id}/check-ins/call";
        using var empty = await ana.SendAsync(page, ("reached", "no"));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        foreach (var note in new[] { "No answer at noon.", "Voice mail, nothing said." })
        {
            using var tried = await ana.SendAsync(page, ("reached", "no"), ("note", note));
            Assert.Equal("/not-heard-from", tried.Headers.Location!.ToString());
        }
        Assert.Contains("not reached", await ana.GetAsync("/not-heard-from"));
        var open = Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id), t => t.IsOpen);
        Assert.Equal(
            (TaskOrigin.NotHeardFrom, ana.StaffAccount.Id, app.Store.Today.AddDays(1)),
            (open.Origin, open.ForAccountId, open.DueOn)
        );
        using var reached = await ana.SendAsync(page, ("reached", "yes"), ("note", "She is well; her phone was off."));
        Assert.Equal(HttpStatusCode.Redirect, reached.StatusCode);
        Assert.DoesNotContain(ana.Id.ToString(), await ana.GetAsync("/not-heard-from"));
        Assert.DoesNotContain(await PersonInCare.StoredAsync<CareTask>(app, ana.Id), t => t.IsOpen);
        Assert.Contains("“She is well; her phone was off.”", WebUtility.HtmlDecode(await ana.GetAsync($"/patients/{ana.Id}/check-ins")));
    }

    private Task WriteAsync(PersonInCare ana, HowOften howOften, int daysAgo) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Patient", ana.Id),
            db =>
            {
                var (then, day) = (app.Store.Clock.GetUtcNow().UtcDateTime.AddDays(-daysAgo), app.Store.Today.AddDays(-daysAgo));
                var answers = new CheckInAnswers { Anxiety = 2 };
                db.AddRange(
                    CheckInRhythm.Choose(ana.Episode, howOften, new Entry(Guid.CreateVersion7(), then, ana.StaffAccount.Id)),
                    CheckIn.Record(
                        ana.Episode,
                        day,
                        CheckInSource.Paper,
                        answers,
                        day,
                        new Entry(Guid.CreateVersion7(), then, ana.StaffAccount.Id)
                    )
                );
                return Task.FromResult(true);
            },
            Stop
        );
}
