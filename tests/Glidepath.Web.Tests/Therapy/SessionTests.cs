using System.Net;
using System.Net.Http.Json;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;
using Glidepath.Web.Therapy.Sessions;

namespace Glidepath.Web.Tests.Therapy;

/// <summary>A session from its start to the signed note, and homework from both sides.</summary>
public sealed class SessionTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Day(int after) => $"{DateOnly.FromDateTime(DateTime.UtcNow).AddDays(after):yyyy-MM-dd}";

    [Fact]
    public async Task A_therapist_goes_from_start_over_agenda_and_homework_to_a_signed_note_and_an_addendum()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        var now = DateTime.UtcNow;
        await SessionRoom.WriteAsync(
            app,
            ana.Id,
            ana.Moment(now.AddHours(-30), "Kitchen", CravingWay.MyPlan),
            ana.Moment(now.AddHours(-20), "Bus", CravingWay.LetPass),
            ana.Moment(now.AddHours(-10), "Attic", CravingWay.MyPlan, isShared: false),
            CheckIn.Record(
                ana.Episode,
                app.Store.Today,
                CheckInSource.Patient,
                new() { Note = "The new pill makes me foggy" },
                app.Store.Today,
                new Entry(Guid.CreateVersion7(), now, ana.StaffAccount.Id)
            )
        );
        var begun = await ana.GetAsync(ana.Therapy());
        Assert.Contains("2 hard moments they shared. Plan used in 1.", Words(begun));
        Assert.DoesNotContain("Attic", begun);
        Assert.Contains("Ask today.", begun);

        await RedirectsAsync(ana.Staff.DoAsync(ana.Therapy(), "start", null, ("modality", "Cbt"), ("way", "Video"), ("minutes", "45")));
        var open = await ana.GetAsync(ana.Therapy());
        Assert.Contains("CBT visit 1", open);
        Assert.Contains("“The new pill makes me foggy”", WebUtility.HtmlDecode(open));
        var session = Assert.Single(await PersonInCare.StoredAsync<TherapySession>(app, ana.Id));
        await RedirectsAsync(ana.Staff.DoAsync(ana.Therapy(), "add", null, ("agenda-text", "Nights at 3 am"), ("agenda-minutes", "10")));
        Assert.Contains("Nights at 3 am", await ana.GetAsync(ana.Therapy()));
        await RedirectsAsync(ana.Staff.DoAsync(ana.Therapy(), "off"));
        Assert.DoesNotContain("The new pill makes me foggy", await ana.GetAsync(ana.Therapy()));

        await RedirectsAsync(
            ana.SendAsync($"{ana.Therapy()}/homework", ("what", "Breathing, 5 minutes a day"), ("times", "14"), ("due", Day(14)))
        );
        Assert.Equal(session.Id, Assert.Single(await PersonInCare.StoredAsync<HomeworkTask>(app, ana.Id)).SessionId);
        Assert.Contains("0 of 14", await ana.GetAsync(ana.Therapy()));

        (string, string)[] note =
        [
            ("objective", "Sleep"),
            ("note-way", "Video"),
            ("note-minutes", "45"),
            ("note", "Reviewed two moments."),
        ];
        await RedirectsAsync(ana.Staff.DoAsync(ana.Therapy(), "keep", null, note));
        Assert.Contains("Draft saved", await ana.GetAsync(ana.Therapy()));
        Assert.Empty(await PersonInCare.StoredAsync<ProgressNote>(app, ana.Id));
        note[3] = ("note", "Reviewed two moments. Plan used in one.");
        await RedirectsAsync(ana.Staff.DoAsync(ana.Therapy(), "keep", "sign", note));
        var signed = Assert.Single(await PersonInCare.StoredAsync<ProgressNote>(app, ana.Id));
        Assert.Equal((session.Id, "Reviewed two moments. Plan used in one."), (signed.SessionId, signed.Body.Text));
        Assert.NotNull(Assert.Single(await PersonInCare.StoredAsync<TherapySession>(app, ana.Id)).EndedAt);
        Assert.Null(Assert.Single(await SessionRoom.StoredAsync<ProgressDraft>(app, ana.Id, ana.StaffAccount.Id)).Body);
        var after = await ana.GetAsync(ana.Therapy());
        Assert.DoesNotContain("Draft saved", after);
        // What was before the session that ended is not since the last time.
        Assert.DoesNotContain("Kitchen", after);
        Assert.DoesNotContain("hard moments they shared", after);

        await RedirectsAsync(ana.SendAsync($"/patients/{ana.Id}/progress-notes/{signed.Id}", ("text", "She called: the fog is gone.")));
        var notes = await ana.GetAsync($"/patients/{ana.Id}/progress-notes");
        Assert.Contains("Reviewed two moments. Plan used in one.", notes);
        Assert.Contains("She called: the fog is gone.", notes);
        var line = await ana.GetAsync($"/patients/{ana.Id}");
        foreach (
            var happened in new[] { "CBT visit 1", "Homework: Breathing, 5 minutes a day", "Progress note", "She called: the fog is gone." }
        )
            Assert.Contains(happened, line);
    }

    [Fact]
    public async Task What_does_not_fit_is_said_by_its_field_and_what_was_typed_stays()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        await RefusedAsync(
            ana.Staff.DoAsync(ana.Therapy(), "start", null, ("modality", "Cbt"), ("way", "Video"), ("minutes", "2")),
            "from 5 to 480",
            "value=\"2\""
        );
        await RefusedAsync(ana.Staff.DoAsync(ana.Therapy(), "start", null, ("way", "Video"), ("minutes", "50")), "Choose what you do");
        await RedirectsAsync(ana.Staff.DoAsync(ana.Therapy(), "start", null, ("modality", "Cbt"), ("way", "Video"), ("minutes", "50")));
        await RefusedAsync(
            ana.Staff.DoAsync(ana.Therapy(), "add", null, ("agenda-text", ""), ("agenda-minutes", "ten")),
            "Enter a whole number",
            "value=\"ten\""
        );
        (string, string)[] note = [("objective", "Sleep"), ("note-way", "Video"), ("note-minutes", "45"), ("note", "")];
        await RefusedAsync(ana.Staff.DoAsync(ana.Therapy(), "keep", "sign", note), "Write the note before you sign it.", "value=\"Sleep\"");
        Assert.Empty(await PersonInCare.StoredAsync<ProgressNote>(app, ana.Id));
        foreach (
            var (times, due, says) in new[]
            {
                ("0", Day(3), "from 1 to 100"),
                ("1.5", Day(3), "whole number"),
                ("3", Day(-1), "due date from"),
            }
        )
            await RefusedAsync(
                ana.SendAsync($"{ana.Therapy()}/homework", ("what", "Walk"), ("times", times), ("due", due)),
                says,
                "value=\"Walk\""
            );
        Assert.Empty(await PersonInCare.StoredAsync<HomeworkTask>(app, ana.Id));
    }

    [Fact]
    public async Task A_person_marks_homework_with_one_tap_takes_it_back_and_tells_what_got_in_the_way()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        await RedirectsAsync(ana.SendAsync($"{ana.Therapy()}/homework", ("what", "Breathing"), ("times", "2"), ("due", Day(5))));
        var (me, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        Assert.Contains("Breathing: 0 of 2 done", (await me.PlainAsync("/me")).Body);
        await RedirectsAsync(me.DoAsync("/me/homework", "done"));
        await RedirectsAsync(me.DoAsync("/me/homework", "done"));
        var done = (await me.PlainAsync("/me/homework")).Body;
        Assert.Contains("2 of 2 done.", done);
        Assert.DoesNotContain("name=\"do\" value=\"done\"", done);
        Assert.DoesNotContain("/me/homework", Middle((await me.PlainAsync("/me")).Body));
        await RedirectsAsync(me.DoAsync("/me/homework", "undo"));
        await RefusedAsync(
            me.DoAsync("/me/homework", "tell", null, ("hard-1", "11"), ("barrier-1", "mornings")),
            "from 0 to 10",
            "value=\"mornings\""
        );
        await RedirectsAsync(me.DoAsync("/me/homework", "tell", null, ("hard-1", "3"), ("barrier-1", "mornings with the kids")));
        var staff = await ana.GetAsync(ana.Therapy());
        foreach (var said in new[] { "1 of 2", "3 of 10", "mornings with the kids" })
            Assert.Contains(said, staff);
        await RedirectsAsync(ana.Staff.DoAsync($"{ana.Therapy()}/homework", "end"));
        Assert.Contains("There is nothing to practice now.", (await me.PlainAsync("/me/homework")).Body);
    }

    [Fact]
    public async Task Another_persons_homework_is_as_unknown_as_none()
    {
        var (ana, ben) = (await PersonInCare.MakeAsync(app, Role.Therapist), await PersonInCare.MakeAsync(app, Role.Therapist));
        await RedirectsAsync(ana.SendAsync($"{ana.Therapy()}/homework", ("what", "Breathing"), ("times", "2"), ("due", Day(5))));
        var task = Assert.Single(await PersonInCare.StoredAsync<HomeworkTask>(app, ana.Id));
        var (other, _) = await app.SignedInAsync(Role.Patient, ben.Id);
        using var theirs = await other.PostOnceAsync($"/api/me/homework/{task.Id}/marks", new { done = true });
        using var none = await other.PostOnceAsync($"/api/me/homework/{Guid.CreateVersion7()}/marks", new { done = true });
        Assert.Equal(none.StatusCode, theirs.StatusCode);
        Assert.False(theirs.IsSuccessStatusCode);
        Assert.Empty(Assert.Single(await PersonInCare.StoredAsync<HomeworkTask>(app, ana.Id)).Done);
    }

    [Fact]
    public async Task Other_software_gives_marks_signs_and_adds_once_for_each_key()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        var (me, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        var homework = $"/api/patients/{ana.Id}/homework";
        var given = new
        {
            what = "Walk",
            times = 3,
            dueOn = Day(3),
        };
        foreach (var _ in new[] { 1, 2 })
            using (var answer = await ana.Staff.PostOnceAsync(homework, given, "same"))
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var task = Assert.Single((await me.GetFromJsonAsync<List<SentHomework>>(new Uri("/api/me/homework", UriKind.Relative), Stop))!);
        using (var marked = await me.PostOnceAsync($"/api/me/homework/{task.Id}/marks", new { done = true }))
            Assert.Equal(HttpStatusCode.OK, marked.StatusCode);
        using (var stale = await me.PutAsync($"/api/me/homework/{task.Id}", new { howHard = 4 }, $"\"{task.Version}\""))
            Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var notes = $"/api/patients/{ana.Id}/progress-notes";
        using (
            var signed = await ana.Staff.PostOnceAsync(
                notes,
                new
                {
                    way = "inPerson",
                    minutes = 50,
                    text = "Walked through the log.",
                }
            )
        )
            Assert.Equal(HttpStatusCode.OK, signed.StatusCode);
        var note = Assert.Single(await PersonInCare.StoredAsync<ProgressNote>(app, ana.Id));
        using (var added = await ana.Staff.PostOnceAsync($"{notes}/addenda", new { noteId = note.Id, text = "And the week." }))
            Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        Assert.Contains("And the week.", await ana.GetAsync(notes));
        using var patient = await me.GetAsync(new Uri(notes, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, patient.StatusCode);
    }

    [Fact]
    public async Task A_draft_is_its_authors_alone_and_two_windows_do_not_write_over_each_other()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        var (colleague, account) = await app.SignedInAsync(Role.Therapist);
        await SessionRoom.WriteAsync(app, ana.Id, ana.Joins(account.Id, CareTeamRole.Therapist));
        (string, string)[] note = [("note-way", "Video"), ("note-minutes", "45"), ("note", "Only half a thought")];
        await RedirectsAsync(ana.Staff.DoAsync(ana.Therapy(), "keep", null, note));
        foreach (
            var way in new[]
            {
                ana.Therapy(),
                $"/patients/{ana.Id}/progress-notes",
                $"/patients/{ana.Id}",
                $"/api/patients/{ana.Id}/progress-notes",
            }
        )
            Assert.DoesNotContain("half a thought", (await colleague.PlainAsync(way)).Body);
        await Assert.ThrowsAsync<UngrantedAccessException>(() => SessionRoom.StoredAsync<ProgressDraft>(app, ana.Id, account.Id));

        var old = await ana.GetAsync(ana.Therapy());
        note[2] = ("note", "A whole thought");
        await RedirectsAsync(ana.Staff.DoAsync(ana.Therapy(), "keep", null, note));
        note[2] = ("note", "Another thought");
        var form = GlidepathApp
            .FormIn()
            .Matches(old)
            .Select(m => m.Value)
            .First(f => f.Contains("value=\"keep\"", StringComparison.Ordinal));
        using var late = await GlidepathApp.Submit(ana.Staff, ana.Therapy(), form, note);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var both = await late.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Another thought", both);
        Assert.Contains("A whole thought", both);
    }

    [Fact]
    public async Task A_note_kept_back_as_progress_and_homework_kept_back_as_therapy_are_on_no_page_and_in_no_answer()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        var entry = new Entry(Guid.CreateVersion7(), DateTime.UtcNow, ana.StaffAccount.Id);
        await SessionRoom.WriteAsync(
            app,
            ana.Id,
            ProgressNote.Sign(ana.Episode, new(null, SessionWay.Video, 40, "Said in confidence"), null, entry),
            HomeworkTask.Give(
                Guid.CreateVersion7(),
                ana.Episode,
                new("Practice in confidence", 1, app.Store.Today),
                app.Store.Today,
                DateTime.UtcNow,
                ana.StaffAccount.Id
            )
        );
        string[] ways =
        [
            $"/patients/{ana.Id}",
            $"/patients/{ana.Id}/progress-notes",
            $"/api/patients/{ana.Id}/progress-notes",
            ana.Therapy(),
        ];
        foreach (var way in ways)
            Assert.Contains("in confidence", await ana.GetAsync(way));
        await PersonInCare.RestrictAsync(app, ana.Id, InformationCategory.Progress | InformationCategory.TherapyWork, ana.StaffAccount.Id);
        foreach (var way in ways.Append($"{ana.Therapy()}/homework").Append("/today"))
            Assert.DoesNotContain("in confidence", (await ana.Staff.PlainAsync(way)).Body);
    }

    [Fact]
    public async Task The_first_look_at_a_session_costs_no_more_commands_than_the_page_of_scales()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        await ana.GetAsync(ana.Therapy());
        using var count = new SqlCount(app.Store.Location.SqliteFile);
        app.Store.Seals.Kept.Clear();
        count.Take();
        await ana.GetAsync(ana.Therapy());
        var commands = count.Take();
        Assert.True(commands.Count is > 0 and <= 16, $"{commands.Count} commands:\n{string.Join('\n', commands)}");
    }

    private static string Middle(string page) =>
        page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main", StringComparison.Ordinal)];

    private static string Words(string page) => System.Text.RegularExpressions.Regex.Replace(page, "\\s+", " ");

    private static async Task RedirectsAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        if (answer.StatusCode is not HttpStatusCode.Redirect)
            Assert.Fail($"{answer.StatusCode}: {Words(await answer.Content.ReadAsStringAsync(Stop))}");
    }

    private static async Task RefusedAsync(Task<HttpResponseMessage> sent, params string[] says)
    {
        using var answer = await sent;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        foreach (var said in says)
            Assert.Contains(said, page);
    }
}
