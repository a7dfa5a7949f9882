using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Messages;

/// <summary>Who is not on the care team finds no message, by no page and no answer; other software does what the pages do.</summary>
public sealed class MessageLeakTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string Said = "canary 71 of the thread";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Nurse)]
    [InlineData(Role.Prescriber)]
    [InlineData(Role.Therapist)]
    [InlineData(Role.Counsellor)]
    [InlineData(Role.Director)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.FrontDesk)]
    [InlineData(Role.Helpline)]
    [InlineData(Role.PrivacyOfficer)]
    [InlineData(Role.Family)]
    [InlineData(Role.Patient)]
    public async Task A_stranger_of_whatever_role_reads_and_writes_nothing_of_a_thread(Role role)
    {
        var ana = await WithMessageAsync();
        var (stranger, _) = await app.SignedInAsync(role, role is Role.Patient ? (await PersonInCare.MakeAsync(app)).Id : null);
        var turn = Assert.Single(await PersonInCare.StoredAsync<MessageTurn>(app, ana.Id));
        var api = $"/api/patients/{ana.Id}/messages";
        foreach (var way in new[] { $"/patients/{ana.Id}/messages", "/messages", "/me/messages", "/today", "/me", api, "/api/messages" })
        {
            var (status, body) = await stranger.PlainAsync(way);
            Assert.DoesNotContain(Said, body, StringComparison.Ordinal);
            Assert.DoesNotContain($"{ana.Id}", body, StringComparison.Ordinal);
            if (way.Contains($"{ana.Id}", StringComparison.Ordinal))
                Assert.NotEqual(HttpStatusCode.OK, status);
        }
        using (var sent = await stranger.PostOnceAsync(api, new { text = "x" }))
            Assert.False(sent.IsSuccessStatusCode);
        foreach (
            var (way, body) in new (string, object)[]
            {
                ("answer", new { text = "x" }),
                ("claim", new { isMine = true }),
                ("closed", new { done = "x" }),
            }
        )
            using (var changed = await stranger.PutAsync($"{api}/turns/{turn.Id}/{way}", body, $"\"{turn.Version}\""))
                Assert.False(changed.IsSuccessStatusCode, way);
        Assert.Equal(turn.Version, Assert.Single(await PersonInCare.StoredAsync<MessageTurn>(app, ana.Id)).Version);
        Assert.Single(await PersonInCare.StoredAsync<Message>(app, ana.Id));
    }

    [Fact]
    public async Task From_whom_messages_are_kept_back_the_thread_the_inbox_and_today_hide_them_and_nobody_promises_that_they_read()
    {
        var (ana, own) = await OwnAsync();
        string[] ways = ["/messages", "/today", "/api/messages"];
        foreach (var way in ways)
            Assert.Contains($"{ana.Id}", await ana.GetAsync(way), StringComparison.Ordinal);
        Assert.Contains(Said, await ana.GetAsync($"/patients/{ana.Id}/messages"), StringComparison.Ordinal);
        await PersonInCare.RestrictAsync(app, ana.Id, InformationCategory.Messages, ana.StaffAccount.Id);
        foreach (var way in ways)
            Assert.DoesNotContain("A message waits", await ana.GetAsync(way), StringComparison.Ordinal);
        Assert.DoesNotContain($"{ana.Id}", await ana.GetAsync("/messages"), StringComparison.Ordinal);
        foreach (var way in new[] { $"/patients/{ana.Id}/messages", $"/api/patients/{ana.Id}/messages" })
            Assert.Equal(HttpStatusCode.NotFound, (await ana.Staff.PlainAsync(way)).Status);
        Assert.Contains("No one on your care team can read messages right now.", (await own.PlainAsync("/me/messages")).Body);
    }

    [Fact]
    public async Task Other_software_reads_claims_hands_back_answers_and_closes_each_once_and_at_the_version_it_saw()
    {
        var ana = await WithMessageAsync();
        var api = $"/api/patients/{ana.Id}/messages";
        var thread = await ThreadAsync(ana, api);
        Assert.Equal(Said, thread.GetProperty("messages")[0].GetProperty("text").GetString());
        var turn = thread.GetProperty("turns")[0];
        var (id, seen) = (turn.GetProperty("id").GetString(), turn.GetProperty("version").GetString());
        using (var unasked = await ana.Staff.PutAsync($"{api}/turns/{id}/claim", new { isMine = true }, null))
            Assert.Equal(HttpStatusCode.PreconditionRequired, unasked.StatusCode);
        using (var claimed = await ana.Staff.PutAsync($"{api}/turns/{id}/claim", new { isMine = true }, $"\"{seen}\""))
            Assert.Equal(HttpStatusCode.OK, claimed.StatusCode);
        using (var stale = await ana.Staff.PutAsync($"{api}/turns/{id}/answer", new { text = "Early" }, $"\"{seen}\""))
        {
            Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
            Assert.Contains("\"theirs\"", await stale.Content.ReadAsStringAsync(Stop));
        }
        var version = (await ThreadAsync(ana, api)).GetProperty("turns")[0].GetProperty("version").GetString();
        using (var back = await ana.Staff.PutAsync($"{api}/turns/{id}/claim", new { isMine = false }, $"\"{version}\""))
            version = (await back.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("version").GetString();
        using (var empty = await ana.Staff.PutAsync($"{api}/turns/{id}/answer", new { text = "" }, $"\"{version}\""))
            Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using (var long_ = await ana.Staff.PutAsync($"{api}/turns/{id}/answer", new { text = new string('x', 4_001) }, $"\"{version}\""))
            Assert.Equal(HttpStatusCode.BadRequest, long_.StatusCode);
        using (var closed = await ana.Staff.PutAsync($"{api}/turns/{id}/closed", new { done = "Called." }, $"\"{version}\""))
            Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        version = (await ThreadAsync(ana, api)).GetProperty("turns")[0].GetProperty("version").GetString();
        using (var again = await ana.Staff.PutAsync($"{api}/turns/{id}/answer", new { text = "Late" }, $"\"{version}\""))
        {
            Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
            Assert.Contains("message.ended", await again.Content.ReadAsStringAsync(Stop));
        }
        Assert.Single(await PersonInCare.StoredAsync<Message>(app, ana.Id));
        foreach (var _ in new[] { 1, 2 })
            using (var sent = await ana.Staff.PostOnceAsync(api, new { text = "One more thing." }, "same-key"))
                Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal(2, (await PersonInCare.StoredAsync<Message>(app, ana.Id)).Count);
        Assert.DoesNotContain("Called.", await ana.GetAsync("/api/messages"), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ThreadAsync(PersonInCare person, string api) =>
        JsonDocument.Parse(await person.GetAsync(api)).RootElement.Clone();

    private async Task<PersonInCare> WithMessageAsync() => (await OwnAsync()).Person;

    private async Task<(PersonInCare Person, HttpClient Own)> OwnAsync()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        using var sent = await GlidepathApp.Send(own, "/me/messages", ("text", Said));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return (ana, own);
    }
}
