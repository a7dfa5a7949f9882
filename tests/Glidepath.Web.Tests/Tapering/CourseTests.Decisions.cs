using System.Net;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Tapering;

/// <summary>Decisions by other software, by the rules of the page.</summary>
public sealed partial class CourseTests
{
    [Fact]
    public async Task Other_software_holds_and_continues_once_and_to_the_version_that_it_saw()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        var seen = await BegunAsync(ana, daysAgo: 20);
        var hold = new { until = Iso(Today.AddDays(14)) };
        using (var blind = await ana.Staff.PostOnceAsync(Api(ana, "holds"), hold))
            Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
        for (var i = 0; i < 2; i++)
        {
            using var held = await ana.Staff.PostOnceAsync(Api(ana, "holds"), hold, "the same key", $"\"{seen}\"");
            Assert.Equal(HttpStatusCode.OK, held.StatusCode);
        }
        var course = Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id));
        Assert.Equal((CourseState.OnHold, Today.AddDays(14)), (course.State, course.HoldUntil));
        Assert.Equal(2, (await PersonInCare.StoredAsync<CourseEntry>(app, ana.Id)).Count);
        using (var older = await ana.Staff.PostOnceAsync(Api(ana, "continuations"), new { }, match: $"\"{seen}\""))
            Assert.Equal(HttpStatusCode.Conflict, older.StatusCode);
        using var on = await ana.Staff.PostOnceAsync(Api(ana, "continuations"), new { }, match: $"\"{course.Version}\"");
        Assert.Equal(HttpStatusCode.OK, on.StatusCode);
        Assert.Equal(CourseState.Active, Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id)).State);
    }

    [Fact]
    public async Task A_step_by_other_software_needs_its_reason_and_its_day_as_on_the_page()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        var seen = await BegunAsync(ana, daysAgo: 20);
        // Where check-ins are kept back nothing can be suggested to this prescriber.
        await KeepBackAsync(ana, InformationCategory.CheckIns);
        await RefusedAsync(new { on = Iso(Today) }, "course.step.reason");
        await RefusedAsync(new { on = Iso(Today), why = "  " }, "course.step.reason");
        await RefusedAsync(new { on = Iso(Today.AddDays(3)), why = "You slept well." }, "course.step.ahead");
        await RefusedAsync(new { on = Iso(Today.AddDays(-15)), why = "You slept well." }, "course.step.early");
        Assert.Equal(0, Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id)).Now.Position);
        var step = new { on = Iso(Today), why = "You slept well." };
        using var taken = await ana.Staff.PostOnceAsync(Api(ana, "steps"), step, match: $"\"{seen}\"");
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(1, Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id)).Now.Position);

        async Task RefusedAsync(object body, string rule)
        {
            using var refused = await ana.Staff.PostOnceAsync(Api(ana, "steps"), body, match: $"\"{seen}\"");
            Assert.False(refused.IsSuccessStatusCode);
            Assert.Contains($"\"{rule}\"", await refused.Content.ReadAsStringAsync(Stop));
        }
    }

    [Fact]
    public async Task Only_a_prescriber_of_the_person_decides_by_other_software()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        var seen = await BegunAsync(ana, daysAgo: 20);
        var (nurse, nora) = await app.SignedInAsync(Role.Nurse);
        await JoinAsync(ana, nora, Glidepath.Treatment.Patients.CareTeamRole.Nurse);
        var (other, _) = await app.SignedInAsync(Role.Prescriber);
        foreach (var client in new[] { nurse, other })
        foreach (
            var (what, body) in new (string, object)[]
            {
                ("steps", new { on = Iso(Today) }),
                ("holds", new { until = Iso(Today.AddDays(7)) }),
                ("continuations", new { }),
            }
        )
        {
            using var answer = await client.PostOnceAsync(Api(ana, what), body, match: $"\"{seen}\"");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Equal(seen, Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id)).Version);
    }

    private static string Api(PersonInCare ana, string what) => $"/api/patients/{ana.Id}/taper-course/{what}";
}
