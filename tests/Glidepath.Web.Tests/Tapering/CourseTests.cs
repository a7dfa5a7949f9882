using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Application.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Tapering;

/// <summary>A supervised taper: approved, taken step by step, held, changed; and what the patient sees of it.</summary>
public sealed partial class CourseTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static readonly (string, string)[] Answers =
    [
        ("for", "panic"),
        ("supply", "prescribed"),
        ("drug", "clonazepam"),
        ("morning", "0.5 mg"),
        ("bedtime", "0.5 mg"),
        ("duration", "6"),
        ("duration-unit", "years"),
        ("days-per-week", "7"),
        ("opioid", "no"),
        ("alcohol", "no"),
        ("seizure", "no"),
    ];

    private DateOnly Today => app.Store.Today;

    [Fact]
    public async Task A_prescriber_approves_a_draft_and_the_page_says_what_is_taken_and_what_waits()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        Assert.Contains("No taper is approved yet", await ana.GetAsync(Course(ana)));
        await ApprovedAsync(ana);

        var course = Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id));
        Assert.Equal(CourseState.Active, course.State);
        var version = Assert.Single(await PersonInCare.StoredAsync<TaperVersion>(app, ana.Id));
        Assert.Equal(course.VersionId, version.Id);
        Assert.Equal(1, version.Plan.Steps[0].Daily["clonazepam"]);
        var page = await ana.GetAsync(Course(ana));
        Assert.Contains("clonazepam 1 mg a day", page);
        Assert.Contains(
            $"Not before {Today.AddDays(14).ToString("MMM d, yyyy", System.Globalization.CultureInfo.InvariantCulture)}.",
            page
        );
        Assert.Contains("“Two weeks a step, as agreed.”", page);
        var head = await ana.GetAsync($"/patients/{ana.Id}");
        Assert.Contains("clonazepam</b> 0.5 mg in the morning, 0.5 mg at bedtime", head);
        Assert.Contains("Taper: a version was approved", head);
        Assert.Contains("Every step", await ana.GetAsync($"{Course(ana)}/versions/1"));
    }

    [Fact]
    public async Task A_step_is_refused_before_its_day_and_keeps_what_was_typed()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        var course = Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id));
        // No button offers it yet: somebody sends it all the same.
        using var early = await ana.SendAsync(
            Course(ana),
            ("do", "step"),
            ("version", $"{course.Version}"),
            ("step-on", Iso(Today)),
            ("step-why", "You slept well.")
        );
        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        Assert.Contains("This step is not before", await early.Content.ReadAsStringAsync(Stop));
        Assert.Equal(0, Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id)).Now.Position);
    }

    [Fact]
    public async Task A_hold_needs_no_reason_and_an_older_page_decides_nothing()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        var seen = Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id)).Version;
        using var held = await ana.SendAsync(Course(ana), ("do", "hold"), ("version", $"{seen}"), ("weeks", "2"));
        Assert.Equal(HttpStatusCode.Redirect, held.StatusCode);
        var course = Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id));
        Assert.Equal((CourseState.OnHold, Today.AddDays(14)), (course.State, course.HoldUntil));

        using var older = await ana.SendAsync(Course(ana), ("do", "go-on"), ("version", $"{seen}"));
        Assert.Equal(HttpStatusCode.Conflict, older.StatusCode);
        Assert.Contains("Someone else decided meanwhile", await older.Content.ReadAsStringAsync(Stop));
        using var goneOn = await ana.SendAsync(Course(ana), ("do", "go-on"), ("version", $"{course.Version}"));
        Assert.Equal(HttpStatusCode.Redirect, goneOn.StatusCode);
        Assert.Equal(CourseState.Active, Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id)).State);
    }

    [Fact]
    public async Task A_slower_plan_is_made_from_the_dose_that_is_taken_and_says_what_it_changes()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        var first = Assert.Single(await PersonInCare.StoredAsync<TaperVersion>(app, ana.Id));
        var form = await ana.GetAsync($"/patients/{ana.Id}/taper?from={first.DraftId}&change=slower");
        Assert.Matches("name=\"every\"[^>]*value=\"21\"", form);
        Assert.Matches("name=\"morning\"[^>]*value=\"0.5 mg\"", form);

        var draft = await KeptAsync(ana, [.. Answers, ("step", "10"), ("every", "21")]);
        Assert.Contains("Weeks on most steps: 3; before: 2.", await ana.GetAsync($"{draft}/approve"));
        using var without = await ana.SendAsync(
            $"{draft}/approve",
            ("kind", nameof(VersionKind.Planned)),
            ("begins", Iso(Today)),
            ("why", "")
        );
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        await ApproveAsync(ana, draft, "Slower, because sleep was hard.");
        var page = await ana.GetAsync(Course(ana));
        Assert.Contains("Version 2", page);
        Assert.Contains("Weeks on most steps: 3; before: 2.", page);
        Assert.Equal([1, 2], (await PersonInCare.StoredAsync<TaperVersion>(app, ana.Id)).Select(v => v.Number).Order());
    }

    [Fact]
    public async Task Another_dose_than_the_one_that_is_taken_is_refused_with_both()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        var draft = await KeptAsync(ana, [.. Answers.Where(a => a.Item1 is not "morning"), ("morning", "1 mg")]);
        using var up = await ana.SendAsync(
            $"{draft}/approve",
            ("kind", nameof(VersionKind.Planned)),
            ("begins", Iso(Today)),
            ("why", "More")
        );
        Assert.Equal(HttpStatusCode.BadRequest, up.StatusCode);
        var says = WebUtility.HtmlDecode(await up.Content.ReadAsStringAsync(Stop));
        Assert.Contains("The person takes clonazepam 1 mg a day. This version begins with clonazepam 1.5 mg.", says);
        Assert.Single(await PersonInCare.StoredAsync<TaperVersion>(app, ana.Id));
    }

    [Fact]
    public async Task A_nurse_asks_for_the_person_to_stay_and_decides_nothing()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        var (nurse, account) = await app.SignedInAsync(Role.Nurse);
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(CareTeamMember), ana.Id),
            db =>
            {
                db.Add(CareTeamMember.Join(Guid.CreateVersion7(), ana.Episode, account.Id, CareTeamRole.Nurse, Today));
                return Task.FromResult(true);
            },
            Stop
        );
        var page = await nurse.GetStringAsync(new Uri(Course(ana), UriKind.Relative), Stop);
        Assert.Contains("Only a prescriber decides about the taper.", page);
        Assert.DoesNotContain("Take the step", page);
        var seen = Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id)).Version;
        using var tried = await GlidepathApp.Send(nurse, Course(ana), ("do", "hold"), ("version", $"{seen}"), ("weeks", "1"));
        Assert.Equal(HttpStatusCode.NotFound, tried.StatusCode);
        using var asked = await GlidepathApp.Send(nurse, Course(ana), ("do", "stay"), ("stay-words", "Not this month, please."));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Contains("Not this month, please.", await ana.GetAsync(Course(ana)));
        Assert.Contains("They ask to stay longer on this step.", await ana.GetAsync("/today"));

        using var answered = await ana.SendAsync(Course(ana), ("do", "hold"), ("version", $"{seen}"), ("weeks", "4"));
        Assert.False(Assert.Single(await PersonInCare.StoredAsync<StayRequest>(app, ana.Id)).IsOpen);
        Assert.DoesNotContain("They ask to stay longer on this step.", await ana.GetAsync("/today"));
    }

    [Fact]
    public async Task The_calendar_is_of_the_approved_version_and_leaves_by_the_disclosure_check()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        var form = Regex.Match(await ana.GetAsync(Course(ana)), "<form[^>]*/calendar\".*?</form>", RegexOptions.Singleline).Value;
        using var paper = await GlidepathApp.Submit(ana.Staff, $"{Course(ana)}/calendar", form);
        Assert.Equal(HttpStatusCode.OK, paper.StatusCode);
        Assert.Equal("application/pdf", paper.Content.Headers.ContentType!.MediaType);
        Assert.Equal("calendar.pdf", paper.Content.Headers.ContentDisposition!.FileName);
        Assert.Single(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));
    }

    [Fact]
    public async Task A_step_is_taken_on_its_day_when_a_prescriber_says_so_and_not_while_something_dangerous_is_open()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        var seen = await BegunAsync(ana, daysAgo: 20);
        var page = await ana.GetAsync(Course(ana));
        Assert.Contains("Take the step", page);
        Assert.Contains("The next step waits for you.", await ana.GetAsync("/today"));
        (string, string)[] step = [("do", "step"), ("version", $"{seen}"), ("step-on", Iso(Today)), ("step-why", "You slept well.")];
        using (var told = await ana.SendAsync($"{ana.Intake}/p10", ("mental-suicide", "yes"), ("go", "list")))
            Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        using (var red = await ana.SendAsync(Course(ana), step))
        {
            Assert.Equal(HttpStatusCode.BadRequest, red.StatusCode);
            Assert.Contains("the course is on hold", await red.Content.ReadAsStringAsync(Stop));
        }
        Assert.Equal(0, Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id)).Now.Position);

        var ben = await PersonInCare.MakeAsync(app, Role.Prescriber);
        step[1] = ("version", $"{await BegunAsync(ben, daysAgo: 20)}");
        using var taken = await ben.SendAsync(Course(ben), step);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(1, Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ben.Id)).Now.Position);
        Assert.Contains("Taper: the next step from", await ben.GetAsync($"/patients/{ben.Id}"));
    }

    [Fact]
    public async Task A_calendar_has_the_dose_that_is_taken_on_every_day_however_late_the_next_step_is()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await BegunAsync(ana, daysAgo: 60);
        var course = Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id));
        var version = Assert.Single(await PersonInCare.StoredAsync<TaperVersion>(app, ana.Id));
        var until = Today.AddDays(56);
        var left = CourseOnPaper.Of(Plan(Today), version.Plan, course, Today, until)!;
        Assert.Equal(1, left.Steps[0].DailyDose.Milligrams);
        Assert.Equal((Today, until), (left.Steps[0].Start, left.Steps[0].End));
        Assert.All(left.Steps.Skip(1), s => Assert.True(s.Start > until));
        Assert.Null(course.NextFrom(Today));
        // By its number a paper finds the step before, and says what changes.
        Assert.All(left.Steps.Index(), s => Assert.Equal(s.Index, s.Item.Number));
    }

    [Fact]
    public async Task Care_that_ends_takes_its_course_with_it_and_the_next_care_begins_without_a_dose()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await BegunAsync(ana, daysAgo: 20);
        Assert.Contains("taper version 1", await ana.GetAsync($"/patients/{ana.Id}"));
        (string, string)[] ends = [("to", "Discharged"), ("on", Iso(Today)), ("discharge", "CareCompleted")];
        using (var ended = await ana.SendAsync($"/patients/{ana.Id}/episode", ends))
            Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(CourseState.Stopped, Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id)).State);
        Assert.DoesNotContain("taper version 1", await ana.GetAsync($"/patients/{ana.Id}"));
    }

    [Fact]
    public async Task A_draft_of_care_that_has_ended_begins_no_course()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        var draft = await KeptAsync(ana, Answers);
        (string, string)[] ends = [("to", "Discharged"), ("on", Iso(Today)), ("discharge", "CareCompleted")];
        using (var ended = await ana.SendAsync($"/patients/{ana.Id}/episode", ends))
            Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(EpisodeOfCare), ana.Id),
            db =>
            {
                var entry = new MoveEntry(
                    Guid.CreateVersion7(),
                    app.Store.Clock.GetUtcNow().UtcDateTime,
                    ana.StaffAccount.Id,
                    app.Store.Zone
                );
                var (again, move) = EpisodeOfCare.Open(Guid.CreateVersion7(), ana.Id, Today, entry);
                db.AddRange(
                    again,
                    move,
                    CareTeamMember.Join(Guid.CreateVersion7(), again, ana.StaffAccount.Id, CareTeamRole.Prescriber, Today)
                );
                return Task.FromResult(true);
            },
            Stop
        );
        using var old = await ana.SendAsync($"{draft}/approve", ("begins", Iso(Today)), ("why", "As agreed."));
        Assert.Equal(HttpStatusCode.BadRequest, old.StatusCode);
        Assert.Contains("This draft was kept in care that has ended.", await old.Content.ReadAsStringAsync(Stop));
        Assert.Empty(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id));
    }

    [Fact]
    public async Task A_step_is_recorded_on_its_day_and_not_ahead()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        var seen = await BegunAsync(ana, daysAgo: 13);
        using var ahead = await ana.SendAsync(
            Course(ana),
            ("do", "step"),
            ("version", $"{seen}"),
            ("step-on", Iso(Today.AddDays(3))),
            ("step-why", "You slept well.")
        );
        Assert.Equal(HttpStatusCode.BadRequest, ahead.StatusCode);
        Assert.Contains("and not ahead", await ahead.Content.ReadAsStringAsync(Stop));
    }

    internal static TaperPlan Plan(DateOnly start) =>
        TaperPlanner
            .Plan(
                new TaperRequest
                {
                    Drug = BenzodiazepineTable.Find("clonazepam")!,
                    Regimen = Regimen.Read("0.5 mg morning, 0.5 mg bedtime", out _)!,
                    Start = start,
                }
            )
            .Plan!;

    /// <summary>A course that was approved some days ago, on its first dose.</summary>
    /// <returns>Its version.</returns>
    private async Task<Guid> BegunAsync(PersonInCare ana, int daysAgo)
    {
        var (start, by) = (Today.AddDays(-daysAgo), ana.StaffAccount.Id);
        var plan = Plan(start);
        var entry = new Entry(Guid.CreateVersion7(), app.Store.Clock.GetUtcNow().UtcDateTime.AddDays(-daysAgo - 1), by);
        var draft = TaperDraft.Keep(ana.Episode, new Dictionary<string, string>(), plan, CourseWords.Kept.OfStep, entry);
        var (file, version, approved) = CourseFile.Begin(
            draft,
            plan,
            CourseWords.Kept,
            new(VersionKind.Planned, "Two weeks a step.", start),
            start.AddDays(-1),
            entry with
            {
                Id = Guid.CreateVersion7(),
            }
        );
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(TaperCourse), ana.Id),
            db =>
            {
                db.AddRange(draft, file.Course, version, approved);
                return Task.FromResult(true);
            },
            Stop
        );
        return Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id)).Version;
    }

    private async Task ApprovedAsync(PersonInCare ana) =>
        await ApproveAsync(ana, await KeptAsync(ana, Answers), "Two weeks a step, as agreed.");

    private async Task ApproveAsync(PersonInCare ana, string draft, string why)
    {
        using var approved = await ana.SendAsync(
            $"{draft}/approve",
            ("kind", nameof(VersionKind.Planned)),
            ("begins", Iso(Today)),
            ("why", why)
        );
        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        Assert.Equal(Course(ana), approved.Headers.Location!.ToString());
    }

    internal static async Task<string> KeptAsync(PersonInCare ana, (string, string)[] answers)
    {
        using var kept = await ana.SendAsync($"/patients/{ana.Id}/taper", [.. answers, ("go", "keep")]);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        return kept.Headers.Location!.ToString();
    }

    private static string Course(PersonInCare ana) => $"/patients/{ana.Id}/course";

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
