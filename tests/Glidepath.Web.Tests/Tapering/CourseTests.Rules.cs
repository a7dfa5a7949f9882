using System.Net;
using Glidepath.Application.Tapering;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Tapering;

/// <summary>What had been suggested when something was decided, and how often it was followed.</summary>
public sealed partial class CourseTests
{
    [Fact]
    public async Task A_decision_keeps_which_rules_had_fired_on_the_page_and_by_other_software()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        var seen = await BegunAsync(ana, daysAgo: 20);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        using (var told = await GlidepathApp.Send(own, "/me/check-in", ("flags", nameof(RedSign.Confused))))
            Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        using (var held = await ana.SendAsync(Course(ana), ("do", "hold"), ("version", $"{seen}"), ("weeks", "2")))
            Assert.Equal(HttpStatusCode.Redirect, held.StatusCode);
        seen = Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id)).Version;
        using (var longer = await ana.Staff.PostOnceAsync(Api(ana, "holds"), new { until = Iso(Today.AddDays(21)) }, match: $"\"{seen}\""))
            Assert.Equal(HttpStatusCode.OK, longer.StatusCode);
        var holds = (await PersonInCare.StoredAsync<CourseEntry>(app, ana.Id)).FindAll(e => e.Action is CourseAction.Hold);
        Assert.Equal(2, holds.Count);
        Assert.All(holds, h => Assert.Contains(CourseRules.Red.Id, h.Rules!));
    }

    [Fact]
    public async Task The_duty_list_says_dose_and_step_by_the_approved_version_to_whoever_may_see_them()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        using (var told = await GlidepathApp.Send(own, "/me/check-in", ("since", nameof(SinceLast.Fall))))
            Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        // A draft is no order.
        await KeptAsync(ana, Answers);
        Assert.DoesNotContain("mg a day", await ana.GetAsync("/duty"));
        await BegunAsync(ana, daysAgo: 20);
        Assert.Matches("clonazepam 1 mg a day<br>[^<]*day 21", await ana.GetAsync("/duty"));
        await KeepBackAsync(ana, InformationCategory.TaperPlan);
        var withheld = await ana.GetAsync("/duty");
        Assert.Contains("Ana Sample", withheld);
        Assert.DoesNotContain("mg a day", withheld);
    }

    [Fact]
    public async Task Where_nothing_could_be_suggested_none_is_kept()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        var seen = await BegunAsync(ana, daysAgo: 20);
        await KeepBackAsync(ana, InformationCategory.CheckIns);
        using var held = await ana.SendAsync(Course(ana), ("do", "hold"), ("version", $"{seen}"), ("weeks", "2"));
        Assert.Null((await PersonInCare.StoredAsync<CourseEntry>(app, ana.Id)).Single(e => e.Action is CourseAction.Hold).Rules);
    }

    [Fact]
    public async Task The_director_reads_how_often_each_rule_was_followed_and_no_number_under_ten()
    {
        await using var clinic = new GlidepathApp();
        var ana = await PersonInCare.MakeAsync(clinic, Role.Prescriber);
        await HeldAsync(clinic, ana, CourseRules.H1.Id, 12, daysAgo: 20);
        await HeldAsync(clinic, await PersonInCare.MakeAsync(clinic, Role.Prescriber), CourseRules.H3.Id, 9, daysAgo: 20);
        // Longer ago than the page looks, and today, which is not over.
        await HeldAsync(clinic, await PersonInCare.MakeAsync(clinic, Role.Prescriber), CourseRules.H6.Id, 12, daysAgo: 400);
        await HeldAsync(clinic, await PersonInCare.MakeAsync(clinic, Role.Prescriber), CourseRules.H7.Id, 12, daysAgo: 0);
        var (director, _) = await clinic.SignedInAsync(Role.Director);
        var page = WebUtility.HtmlDecode(await director.GetStringAsync(new Uri("/director/rules", UriKind.Relative), Stop));
        Assert.Contains("21 decisions with a suggestion.", page);
        Assert.Equal(["12", "12", "0"], Row(page, CourseRules.H1));
        Assert.Equal(["hidden", "hidden", "hidden"], Row(page, CourseRules.H3));
        Assert.Equal(["0", "0", "0"], Row(page, CourseRules.H6));
        Assert.Equal(["0", "0", "0"], Row(page, CourseRules.H7));
        Assert.DoesNotContain("Ana", page);
        Assert.Contains("/director/rules", await director.GetStringAsync(new Uri("/director", UriKind.Relative), Stop));
        using var other = await ana.Staff.GetAsync(new Uri("/director/rules", UriKind.Relative), Stop);
        Assert.NotEqual(HttpStatusCode.OK, other.StatusCode);
    }

    private static IEnumerable<string> Row(string page, CourseRule rule) =>
        System
            .Text.RegularExpressions.Regex.Matches(
                page[page.IndexOf($"<th scope=\"row\">{rule.Title}<small>", StringComparison.Ordinal)..],
                "gp-num\">([^<]*)</td>"
            )
            .Take(3)
            .Select(m => m.Groups[1].Value);

    /// <summary>So many holds, each on a suggestion in which the rule had fired.</summary>
    private static async Task HeldAsync(GlidepathApp clinic, PersonInCare person, string rule, int times, int daysAgo)
    {
        var (today, plan) = (clinic.Store.Today.AddDays(-daysAgo), Plan(clinic.Store.Today.AddDays(-daysAgo)));
        var at = clinic.Store.Clock.GetUtcNow().UtcDateTime.AddDays(-daysAgo);
        var draft = TaperDraft.Keep(person.Episode, new Dictionary<string, string>(), plan, CourseWords.Kept.OfStep, By());
        var (file, version, approved) = CourseFile.Begin(
            draft,
            plan,
            CourseWords.Kept,
            new(VersionKind.Planned, "As agreed.", today),
            today,
            By()
        );
        var holds = Enumerable.Range(1, times).Select(i => file.Hold(today.AddDays(7 + i), null, today, By())).ToList();
        foreach (var hold in holds)
            hold.Saw([rule]);
        await clinic.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(TaperCourse), person.Id),
            db =>
            {
                db.AddRange([draft, file.Course, version, approved, .. holds]);
                return Task.FromResult(true);
            },
            Stop
        );

        Entry By() => new(Guid.CreateVersion7(), at, person.StaffAccount.Id);
    }
}
