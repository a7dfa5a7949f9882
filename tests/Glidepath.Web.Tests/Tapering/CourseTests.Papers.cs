using System.Net;
using Glidepath.Application.Tapering;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Tapering;

/// <summary>Papers of an approved version: who prints which, by what check, under what name.</summary>
public sealed partial class CourseTests
{
    private static readonly string[] ForThePerson = ["calendar", "step-card", "week-sheet"];

    [Theory]
    [InlineData("step-card", "card.pdf")]
    [InlineData("week-sheet", "week.pdf")]
    public async Task A_card_and_a_week_leave_by_the_disclosure_check_under_a_name_that_says_nothing(string paper, string name)
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        using var printed = await PrintAsync(ana.Staff, ana, paper);
        Assert.Equal(HttpStatusCode.OK, printed.StatusCode);
        Assert.Equal("application/pdf", printed.Content.Headers.ContentType!.MediaType);
        Assert.Equal(name, printed.Content.Headers.ContentDisposition!.FileName);
        var left = Assert.Single(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));
        Assert.Equal((DisclosureBasis.PatientAccess, DisclosureChannel.Pdf), (left.Basis, left.Channel));
        Assert.Contains(await app.AuditAsync(ana.StaffAccount.Id), r => r.Action == nameof(AuditAction.Print) && r.PatientId == ana.Id);
    }

    [Fact]
    public async Task A_week_begins_today_or_on_a_Monday_that_is_near_and_another_day_is_refused_with_its_value()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        var monday = Today.AddDays(1);
        while (monday.DayOfWeek is not DayOfWeek.Monday)
            monday = monday.AddDays(1);
        Assert.Contains($"value=\"{Iso(monday)}\"", await ana.GetAsync(Course(ana)));
        using (var good = await PrintAsync(ana.Staff, ana, "week-sheet", ("from", Iso(monday))))
            Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.Single(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));
        foreach (var wrong in new[] { Iso(monday.AddDays(1)), Iso(monday.AddDays(70)), "next week" })
        {
            using var bad = await PrintAsync(ana.Staff, ana, "week-sheet", ("from", wrong));
            Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
            Assert.Contains("\"from\"", await bad.Content.ReadAsStringAsync(Stop));
        }
        // What was refused has not left.
        Assert.Single(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));
    }

    [Fact]
    public async Task An_order_sheet_of_the_version_is_printed_by_a_prescriber_of_the_person_alone()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        using (var sheet = await PrintAsync(ana.Staff, ana, "order-sheet"))
        {
            Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
            Assert.Equal("sheet.pdf", sheet.Content.Headers.ContentDisposition!.FileName);
        }
        // A use inside the program: in the audit, and in no list of what left.
        Assert.Empty(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));
        Assert.Contains(await app.AuditAsync(ana.StaffAccount.Id), r => r.Action == nameof(AuditAction.Print) && r.PatientId == ana.Id);

        var (nurse, nora) = await app.SignedInAsync(Role.Nurse);
        await JoinAsync(ana, nora, CareTeamRole.Nurse);
        Assert.DoesNotContain("order-sheet", await nurse.GetStringAsync(new Uri(Course(ana), UriKind.Relative), Stop));
        using var tried = await PrintAsync(nurse, ana, "order-sheet");
        Assert.Equal(HttpStatusCode.NotFound, tried.StatusCode);
        var (other, _) = await app.SignedInAsync(Role.Prescriber);
        using var theirs = await PrintAsync(other, ana, "order-sheet");
        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
    }

    [Fact]
    public async Task A_therapist_on_the_team_prints_for_the_person_and_nobody_else_learns_that_there_is_one()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        var (therapist, thea) = await app.SignedInAsync(Role.Therapist);
        await JoinAsync(ana, thea, CareTeamRole.Therapist);
        var (other, _) = await app.SignedInAsync(Role.Prescriber);
        var (family, _) = await app.SignedInAsync(Role.Family);
        foreach (var paper in ForThePerson)
        {
            using (var hers = await PrintAsync(therapist, ana, paper))
                Assert.Equal(HttpStatusCode.OK, hers.StatusCode);
            foreach (var stranger in new[] { other, family })
            {
                using var none = await PrintAsync(stranger, ana, paper);
                Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
            }
        }
        Assert.Equal(ForThePerson.Length, (await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id)).Count);
    }

    [Fact]
    public async Task The_patient_prints_their_own_and_another_patient_none()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        var (another, _) = await app.SignedInAsync(Role.Patient, (await PersonInCare.MakeAsync(app)).Id);
        foreach (var paper in ForThePerson)
        {
            using var mine = await PrintOwnAsync(own, paper);
            Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
            using var none = await PrintOwnAsync(another, paper);
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
    }

    [Fact]
    public async Task No_paper_is_printed_by_whom_the_taper_is_kept_back_from()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        await KeepBackAsync(ana, InformationCategory.TaperPlan);
        foreach (var paper in ForThePerson.Append("order-sheet"))
        {
            using var none = await PrintAsync(ana.Staff, ana, paper);
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
        Assert.Empty(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));
    }

    [Fact]
    public async Task An_order_sheet_has_the_dose_that_is_taken_first_and_each_later_step_by_its_number_and_earliest_day()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await BegunAsync(ana, daysAgo: 10);
        var course = Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id));
        var version = Assert.Single(await PersonInCare.StoredAsync<TaperVersion>(app, ana.Id));
        // What was at home on the day of the plan may be used up: all is dispensed.
        var asked = Plan(Today.AddDays(-10));
        var sheet = CourseOnPaper.Ordered(asked, version, course, Today)!;
        Assert.Equal((0, Today, 1m), (sheet.Steps[0].Number, sheet.Steps[0].Start, sheet.Steps[0].DailyDose.Milligrams));
        // Four days of its fourteen are left; a week is ordered, since a decision takes time.
        Assert.Equal(Today.AddDays(6), sheet.Steps[0].End);
        Assert.Equal((1, Today.AddDays(7)), (sheet.Steps[1].Number, sheet.Steps[1].Start));
        Assert.All(sheet.Fills, f => Assert.Equal(0, f.FromHand));
        Assert.Equal(7, sheet.Fills.Where(f => f.Step == 0).Select(f => f.Days).Distinct().Single());
        Assert.All(
            sheet.Steps.Skip(1),
            s => Assert.Equal(version.Plan.Steps.Single(v => v.Number == s.Number).Doses.Sum(d => d.Mg), s.DailyDose.Milligrams)
        );
        Assert.True(sheet.Fills.Max(f => f.IssueSet) > 1, "A plan of more than six months is issued again.");
        Assert.Contains(sheet.Steps, s => s.Phase is TaperPhase.Liquid);
        Assert.All(sheet.Fills.Where(f => f.Product.IsCompounded), f => Assert.True(f.Days <= f.Product.BeyondUseDays));

        var file = await FileAsync(ana);
        file.End(CourseAction.StayOnDose, "They feel well on it.", Today, NewEntry(ana));
        Assert.Null(CourseOnPaper.Ordered(asked, version, file.Course, Today));
    }

    [Fact]
    public async Task A_card_is_of_the_dose_that_is_taken_and_says_by_when_somebody_talks_to_the_person()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await BegunAsync(ana, daysAgo: 20);
        var file = await FileAsync(ana);
        var card = CourseOnPaper.Taken(file, Today, Today, []);
        Assert.Equal([0.5m, 0.5m], card.Doses.Select(d => d.Dose.Milligrams));
        // The next step waits already: no day stands for it, and nobody promised one.
        Assert.Equal((Today.AddDays(-20), true, null, null), (card.Since, card.GoesOn, card.NextNotBefore, card.TalkBy));

        file.TakeStep(Today, null, Today, NewEntry(ana));
        card = CourseOnPaper.Taken(file, Today, Today, []);
        Assert.Equal(file.Course.Now.Step.Doses.Sum(d => d.Mg), card.Doses.Sum(d => d.Dose.Milligrams));
        Assert.Equal((Today, file.Course.Now.DueOn), (card.Since, card.NextNotBefore));
        // Clonazepam is first looked at on day 7.
        Assert.Equal(Today.AddDays(7), card.TalkBy);

        file.Hold(Today.AddDays(3), null, Today, NewEntry(ana));
        card = CourseOnPaper.Taken(file, Today, Today, []);
        Assert.Equal((Today.AddDays(3), Today.AddDays(3)), (card.HeldUntil, card.TalkBy));
    }

    private static Entry NewEntry(PersonInCare ana) => new(Guid.CreateVersion7(), DateTime.UtcNow, ana.StaffAccount.Id);

    private async Task<CourseFile> FileAsync(PersonInCare ana) =>
        new(
            Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(app, ana.Id)),
            await PersonInCare.StoredAsync<TaperVersion>(app, ana.Id),
            await PersonInCare.StoredAsync<CourseEntry>(app, ana.Id)
        );

    private Task JoinAsync(PersonInCare ana, UserAccount account, CareTeamRole role) =>
        WriteAsync(ana, CareTeamMember.Join(Guid.CreateVersion7(), ana.Episode, account.Id, role, Today));

    private Task KeepBackAsync(PersonInCare ana, InformationCategory what)
    {
        var now = app.Store.Clock.GetUtcNow().UtcDateTime;
        var restriction = Restriction.Request(Guid.CreateVersion7(), ana.Id, what, now, recipientPartyId: ana.StaffAccount.Id);
        restriction.Agree(Guid.CreateVersion7(), now);
        return WriteAsync(ana, restriction);
    }

    private Task WriteAsync(PersonInCare ana, object entry) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, entry.GetType().Name, ana.Id),
            db =>
            {
                db.Add(entry);
                return Task.FromResult(true);
            },
            Stop
        );

    /// <summary>As from the page of the course, with a token of their own.</summary>
    private static async Task<HttpResponseMessage> PrintAsync(
        HttpClient client,
        PersonInCare ana,
        string paper,
        params (string, string)[] fields
    ) => await GlidepathApp.Submit(client, $"{Course(ana)}/{paper}", await TokenAsync(client), fields);

    private static async Task<HttpResponseMessage> PrintOwnAsync(HttpClient client, string paper) =>
        await GlidepathApp.Submit(client, $"/me/plan/{paper}", await TokenAsync(client));

    /// <summary>Of a form that everybody has.</summary>
    private static async Task<string> TokenAsync(HttpClient client) =>
        GlidepathApp
            .FormIn()
            .Matches(await client.GetStringAsync(new Uri("/account/password", UriKind.Relative), Stop))
            .Select(m => m.Value)
            .First(f => f.Contains("__RequestVerificationToken", StringComparison.Ordinal));
}
