using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Messages;

/// <summary>A thread per person: sent, claimed, answered, closed, and who reads it.</summary>
public sealed partial class MessagesTests : IDisposable
{
    private const string Mine = "/me/messages",
        Said = "The pharmacy has no quarter tablets";

    /// <summary>A Tuesday.</summary>
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 12, 1, 15, 0, 0, TimeSpan.Zero));

    private readonly GlidepathApp _app;

    public MessagesTests() => _app = new GlidepathApp { Clock = _clock };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_patient_writes_a_nurse_claims_and_answers_and_both_read_what_is_so()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        var own = await OwnAsync(ana);
        Assert.Contains("No messages yet.", await ReadAsync(own, Mine));
        Assert.Contains("Someone reads this by Dec 2, 2026, 5:00 PM UTC.", await ReadAsync(own, Mine));
        await SendAsync(own, Mine, ("text", Said));
        var sent = await ReadAsync(own, $"{Mine}?sent=yes");
        Assert.Contains("Sent. Your team has it.", sent);
        Assert.Contains("Someone reads it by Dec 2, 2026, 5:00 PM UTC.", sent);
        Assert.Contains(Said, sent);
        Assert.DoesNotContain("Read by", sent);

        var inbox = await ReadAsync(ana.Staff, "/messages");
        Assert.Contains("1 message waits for someone", inbox);
        Assert.Contains("Ana Sample", inbox);
        Assert.DoesNotContain(Said, inbox);
        Assert.Contains("A message waits for an answer", await ReadAsync(ana.Staff, "/today"));
        _clock.Advance(TimeSpan.FromMinutes(5));
        await SendAsync(ana.Staff, "/messages", ("patient", $"{ana.Id}"));
        Assert.Contains("Read by Test Nurse, Dec 1, 2026, 3:05 PM UTC", await ReadAsync(own, Mine));
        _clock.Advance(TimeSpan.FromMinutes(5));
        await SendAsync(ana.Staff, Page(ana), ("text", "Ask for the <whole> ones\nand cut them."));

        var read = await ReadAsync(own, Mine);
        Assert.Contains("Test Nurse, Nurse", read);
        Assert.Contains("Ask for the <whole> ones", read);
        Assert.True(read.IndexOf(Said, StringComparison.Ordinal) < read.IndexOf("Ask for the", StringComparison.Ordinal));
        var turn = Assert.Single(await TurnsAsync(ana));
        Assert.Equal((MessageState.Answered, ana.StaffAccount.Id), (turn.State, turn.EndedBy));
        Assert.All(await MessagesAsync(ana), m => Assert.Equal(turn.Id, m.TurnId));
        Assert.Contains("0 messages wait for someone", await ReadAsync(ana.Staff, "/messages"));
        Assert.DoesNotContain("A message waits for an answer", await ReadAsync(ana.Staff, "/today"));
        Assert.Contains("Your team wrote on Dec 1, 2026", await ReadAsync(own, "/me"));
    }

    [Fact]
    public async Task What_is_too_long_or_empty_is_said_and_what_was_typed_stays()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        var own = await OwnAsync(ana);
        var text = Said + new string('x', 4_001 - Said.Length);
        using (var answer = await GlidepathApp.Send(own, Mine, ("text", text)))
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Contains($">{text}</textarea>", page);
            Assert.Contains("4000", page.Replace(",", "", StringComparison.Ordinal));
            Assert.Contains("href=\"tel:988\"", page);
        }
        using (var empty = await GlidepathApp.Send(own, Mine, ("text", "  ")))
            Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Empty(await MessagesAsync(ana));
        await SendAsync(own, Mine, ("text", text[..4_000]));
        Assert.Single(await MessagesAsync(ana));
        // Of staff too.
        using var answered = await GlidepathApp.Send(ana.Staff, Page(ana), ("text", text));
        Assert.Contains($">{text}</textarea>", await answered.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_second_click_sends_nothing_twice_on_either_side()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        var own = await OwnAsync(ana);
        await TwiceAsync(own, Mine, "value=\"send\"", ("text", Said));
        Assert.Single(await MessagesAsync(ana));
        await TwiceAsync(ana.Staff, Page(ana), "value=\"answer\"", ("text", "Ask for whole ones."));
        Assert.Equal(2, (await MessagesAsync(ana)).Count);
        await TwiceAsync(ana.Staff, Page(ana), "value=\"send\"", ("text", "And call me."));
        Assert.Equal(3, (await MessagesAsync(ana)).Count);
        Assert.Single(await TurnsAsync(ana));
    }

    [Fact]
    public async Task Of_two_nurses_who_claim_at_once_one_has_it_and_the_other_reads_who()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        var (second, other) = await _app.SignedInAsync(Role.Nurse);
        await NameAsync(other, "Nora Second");
        await JoinAsync(ana, other, CareTeamRole.Nurse);
        await SendAsync(await OwnAsync(ana), Mine, ("text", Said));
        var (first, late) = (
            await FormAsync(second, "/messages", "value=\"claim\""),
            await FormAsync(ana.Staff, "/messages", "value=\"claim\"")
        );
        using (var won = await GlidepathApp.Submit(second, "/messages", first))
            Assert.Equal(Page(ana), won.Headers.Location!.ToString());
        using (var lost = await GlidepathApp.Submit(ana.Staff, "/messages", late))
        {
            Assert.Equal(HttpStatusCode.BadRequest, lost.StatusCode);
            Assert.Contains("Nora Second has this message.", await lost.Content.ReadAsStringAsync(Stop));
        }
        Assert.Equal(other.Id, Assert.Single(await TurnsAsync(ana)).ClaimedBy);
        Assert.Contains("Nora Second has it.", await ReadAsync(ana.Staff, Page(ana)));
        // Where whoever has it is away, another hands it back.
        await SendAsync(ana.Staff, Page(ana), ("turn", $"{(await TurnsAsync(ana))[0].Id}"));
        Assert.Equal(MessageState.Waiting, Assert.Single(await TurnsAsync(ana)).State);
        var page = await ReadAsync(second, Page(ana));
        Assert.Contains("Claimed by Nora Second", page);
        Assert.Contains("Handed back by Test Nurse", page);
    }

    [Fact]
    public async Task Of_many_who_claim_in_the_same_moment_exactly_one_has_it()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        await SendAsync(await OwnAsync(ana), Mine, ("text", Said));
        var clients = new List<(HttpClient Client, string Form)>();
        foreach (var _ in Enumerable.Range(0, 6))
        {
            var (client, account) = await _app.SignedInAsync(Role.Nurse);
            await JoinAsync(ana, account, CareTeamRole.Nurse);
            clients.Add((client, await FormAsync(client, "/messages", "value=\"claim\"")));
        }
        var answers = await Task.WhenAll(clients.Select(c => GlidepathApp.Submit(c.Client, "/messages", c.Form)));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Redirect);
        Assert.Equal(5, answers.Count(a => a.StatusCode is HttpStatusCode.BadRequest));
        Assert.Single((Assert.Single(await TurnsAsync(ana))).Steps);
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Fact]
    public async Task What_the_patient_wrote_while_the_answer_was_written_is_read_first_and_the_answer_stays()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        var own = await OwnAsync(ana);
        await SendAsync(own, Mine, ("text", Said));
        var form = await FormAsync(ana.Staff, Page(ana), "value=\"answer\"");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(own, Mine, ("text", "And now I feel dizzy."));
        using var early = await GlidepathApp.Submit(ana.Staff, Page(ana), form, ("text", "Ask for whole ones."));
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        var page = WebUtility.HtmlDecode(await early.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Read the thread, then send again.", page);
        Assert.Contains(">Ask for whole ones.</textarea>", page);
        Assert.Contains("And now I feel dizzy.", page);
        Assert.Equal(2, (await MessagesAsync(ana)).Count);
        // One turn, and what was promised first holds.
        var turn = Assert.Single(await TurnsAsync(ana));
        Assert.Equal((MessageState.Waiting, new DateTime(2026, 12, 2, 17, 0, 0)), (turn.State, turn.PromisedFor));
    }

    [Theory]
    [InlineData("answer", "text")]
    [InlineData("close", "done")]
    public async Task Who_names_no_version_of_the_thread_is_told_and_writes_nothing(string what, string field)
    {
        var ana = await PersonInCare.MakeAsync(_app);
        await SendAsync(await OwnAsync(ana), Mine, ("text", Said));
        var form = await FormAsync(ana.Staff, Page(ana), $"name=\"{field}\"");
        Assert.Contains($"\"{what}\"", form);
        using var answer = await GlidepathApp.Submit(
            ana.Staff,
            Page(ana),
            form.Replace("name=\"version\"", "name=\"none\"", StringComparison.Ordinal),
            (field, "Unseen words")
        );
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Unseen words", await answer.Content.ReadAsStringAsync(Stop));
        Assert.True(Assert.Single(await TurnsAsync(ana)).IsOpen);
    }

    [Fact]
    public async Task What_was_typed_stays_where_someone_else_took_it_in_the_meantime()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        var (second, other) = await _app.SignedInAsync(Role.Nurse);
        await JoinAsync(ana, other, CareTeamRole.Nurse);
        await SendAsync(await OwnAsync(ana), Mine, ("text", Said));
        var form = await FormAsync(ana.Staff, Page(ana), "value=\"answer\"");
        await SendAsync(second, "/messages", ("patient", $"{ana.Id}"));
        using (var refused = await GlidepathApp.Submit(ana.Staff, Page(ana), form, ("text", "Ask for whole ones.")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var page = await refused.Content.ReadAsStringAsync(Stop);
            Assert.Contains("has this message.", page);
            Assert.Contains(">Ask for whole ones.</textarea>", page);
        }
        await SendAsync(second, Page(ana), ("text", "Done."));
        using var late = await GlidepathApp.Submit(ana.Staff, Page(ana), form, ("text", "Ask for whole ones."));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains(">Ask for whole ones.</textarea>", await late.Content.ReadAsStringAsync(Stop));
        Assert.Equal(2, (await MessagesAsync(ana)).Count);
    }

    [Fact]
    public async Task Closing_without_an_answer_says_what_was_done_and_the_patient_reads_it()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        var own = await OwnAsync(ana);
        await SendAsync(own, Mine, ("text", Said));
        using (var silent = await GlidepathApp.Send(ana.Staff, Page(ana), ("done", " ")))
            Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        Assert.True(Assert.Single(await TurnsAsync(ana)).IsOpen);
        await SendAsync(ana.Staff, Page(ana), ("done", "Called: her sister picks them up."));
        Assert.Contains("Called: her sister picks them up.", await ReadAsync(own, Mine));
        Assert.Contains("Closed without an answer: Test Nurse", await ReadAsync(ana.Staff, "/messages"));
        // The next one begins a new turn.
        _clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(own, Mine, ("text", "Thank you"));
        Assert.Equal([MessageState.Closed, MessageState.Waiting], (await TurnsAsync(ana)).OrderBy(t => t.OpenedAt).Select(t => t.State));
    }

    [Fact]
    public async Task Where_nobody_on_the_team_can_read_it_nothing_is_promised_and_nothing_is_sent()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        var own = await OwnAsync(ana);
        var form = await FormAsync(own, Mine, "value=\"send\"");
        await DisableAsync(ana.StaffAccount);
        var page = await ReadAsync(own, Mine);
        Assert.Contains("No one on your care team can read messages right now.", page);
        Assert.DoesNotContain("Someone reads this by", page);
        Assert.DoesNotContain("<textarea", page);
        using var refused = await GlidepathApp.Submit(own, Mine, form, ("text", Said));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(await MessagesAsync(ana));
    }

    [Fact]
    public async Task The_program_says_by_when_it_reads()
    {
        using var app = new GlidepathApp
        {
            Clock = _clock,
            Zone = "America/New_York",
            Settings = new Dictionary<string, string>
            {
                ["Messages:ReadBy"] = "12:30",
                ["Messages:Days:0"] = "Thursday",
                ["Messages:ClosedOn:0"] = "2026-12-03",
            },
        };
        var ana = await PersonInCare.MakeAsync(app);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        Assert.Contains("Someone reads this by Dec 10, 2026, 12:30 PM, New York time.", await ReadAsync(own, Mine));
    }
}
