using CsCheck;
using Glidepath.Tests.Patients;
using Glidepath.Tests.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Messages;

/// <summary>Who on the team has what waits, and what may become of it.</summary>
public sealed class MessageTurnTests
{
    private static readonly Guid Ana = Guid.CreateVersion7(),
        Nora = Guid.CreateVersion7(),
        Paul = Guid.CreateVersion7();

    /// <summary>A Monday.</summary>
    private static readonly DateTime Sent = new(2026, 11, 23, 15, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_turn_goes_from_waiting_over_claimed_to_answered_with_who_and_when()
    {
        var turn = Open();
        Assert.Equal((MessageState.Waiting, Sent.Date.AddDays(1).AddHours(17)), (turn.State, turn.PromisedFor));
        turn.Claim(Sent.AddHours(1), Nora);
        Assert.Equal((MessageState.Claimed, Nora, Nora, Sent.AddHours(1)), (turn.State, turn.ClaimedBy, turn.ReadBy, turn.ReadAt));
        turn.Add(Sent.AddHours(2));
        turn.HandBack(Sent.AddHours(3), Paul);
        Assert.Equal((MessageState.Waiting, null, Nora), (turn.State, turn.ClaimedBy, turn.ReadBy));
        turn.Answer(Sent.AddHours(4), Paul);
        Assert.Equal(
            (MessageState.Answered, Paul, Sent.AddHours(4), null, null),
            (turn.State, turn.EndedBy, turn.EndedAt, turn.ClaimedBy, turn.NextAt)
        );
        Assert.Equal(
            [(MessageAct.Claim, Nora), (MessageAct.HandBack, Paul), (MessageAct.Answer, Paul)],
            turn.Steps.Select(s => (s.Act, s.By))
        );
    }

    [Fact]
    public void What_someone_else_has_nobody_else_answers_or_closes_and_anybody_hands_back()
    {
        var turn = Open();
        turn.Claim(Sent, Nora);
        Assert.Equal("message.claimed", Rule(() => turn.Answer(Sent, Paul)));
        Assert.Equal("message.claimed", Rule(() => turn.Close("Called.", Sent, Paul)));
        Assert.Equal("message.claimed", Rule(() => turn.Claim(Sent, Paul)));
        Assert.Equal("message.claimed", Rule(() => turn.Claim(Sent, Nora)));
        turn.HandBack(Sent, Paul);
        Assert.Equal("message.not-claimed", Rule(() => turn.HandBack(Sent, Nora)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" \n ")]
    public void Closing_without_an_answer_says_what_was_done(string? done)
    {
        var turn = Open();
        Assert.Equal("message.done.missing", Rule(() => turn.Close(done, Sent, Nora)));
        Assert.Equal("message.done.too-long", Rule(() => turn.Close(new string('x', 1_001), Sent, Nora)));
        Assert.True(turn.IsOpen);
        turn.Close("Called, and answered.", Sent, Nora);
        Assert.Equal((MessageState.Closed, "Called, and answered."), (turn.State, turn.Done));
    }

    [Fact]
    public void Each_reminder_is_due_at_its_time_and_comes_once()
    {
        var turn = Open();
        Assert.Throws<InvalidOperationException>(() => turn.Remind(turn.PromisedFor.AddTicks(-1)));
        Assert.Equal(MessageReminder.Task, turn.Remind(turn.PromisedFor));
        Assert.Equal(turn.PromisedFor.AddDays(1), turn.NextAt);
        Assert.Throws<InvalidOperationException>(() => turn.Remind(turn.PromisedFor.AddHours(23)));
        Assert.Equal(MessageReminder.Alert, turn.Remind(turn.AlertsAt));
        Assert.Null(turn.NextAt);
        Assert.Throws<InvalidOperationException>(() => turn.Remind(turn.AlertsAt.AddYears(1)));
    }

    [Fact]
    public void However_people_act_only_what_the_hand_written_table_allows_changes_anything()
    {
        // Written apart from the table in the code: open or not, whose it is, and nothing else decides.
        Gen.Select(Gen.Enum<MessageAct>(), Gen.OneOf(Nora, Paul))
            .Array[0, 12]
            .Sample(
                acts =>
                {
                    var turn = Open();
                    var (isOpen, holder) = (true, (Guid?)null);
                    foreach (var (act, by) in acts)
                    {
                        var isAllowed =
                            isOpen
                            && act switch
                            {
                                MessageAct.Add => true,
                                MessageAct.Claim => holder is null,
                                MessageAct.HandBack => holder is not null,
                                MessageAct.Answer or MessageAct.Close => holder is null || holder == by,
                                _ => false,
                            };
                        var before = (turn.State, turn.ClaimedBy, turn.EndedAt, turn.Steps.Count);
                        try
                        {
                            Do(turn, act, by);
                            Assert.True(isAllowed, $"{act} was taken in {before}");
                            holder = act switch
                            {
                                MessageAct.Claim => by,
                                MessageAct.Add => holder,
                                _ => null,
                            };
                            isOpen = act is not (MessageAct.Answer or MessageAct.Close);
                        }
                        catch (RuleViolationException)
                        {
                            Assert.False(isAllowed, $"{act} was refused in {before}");
                            Assert.Equal(before, (turn.State, turn.ClaimedBy, turn.EndedAt, turn.Steps.Count));
                        }
                        Assert.Equal((isOpen, holder, isOpen), (turn.IsOpen, turn.ClaimedBy, turn.NextAt is not null));
                    }
                },
                iter: Gate.Cases(20_000)
            );
    }

    [Fact]
    public void In_another_record_of_the_person_it_waits_with_what_was_promised_and_nothing_is_asked_for_twice()
    {
        var turn = Open();
        turn.Remind(turn.PromisedFor);
        var next = turn.GoOn(Guid.CreateVersion7(), Made.Episode(), Sent.AddDays(2), Paul);
        Assert.False(turn.IsOpen);
        Assert.Null(turn.NextAt);
        Assert.Equal(
            (MessageState.Waiting, turn.PromisedFor, turn.OpenedBy, turn.AlertsAt),
            (next.State, next.PromisedFor, next.OpenedBy, next.NextAt)
        );
    }

    [Fact]
    public void A_message_holds_4000_letters_as_a_browser_counts_them_and_not_one_more()
    {
        var text = string.Join("\r\n", Enumerable.Repeat(new string('x', 99), 40));
        Assert.Equal(3_999, Write(text).Text.Length);
        Assert.Equal(4_000, Write(new string('y', 4_000)).Text.Length);
        Assert.Equal("message.text.too-long", Rule(() => Write(new string('y', 4_001))));
        Assert.Equal("message.text.missing", Rule(() => Write("  ")));
        Assert.Equal("message.text.sign", Rule(() => Write("a\u0007b")));
    }

    private static void Do(MessageTurn turn, MessageAct act, Guid by)
    {
        switch (act)
        {
            case MessageAct.Add:
                turn.Add(Sent);
                break;
            case MessageAct.Claim:
                turn.Claim(Sent, by);
                break;
            case MessageAct.HandBack:
                turn.HandBack(Sent, by);
                break;
            case MessageAct.Answer:
                turn.Answer(Sent, by);
                break;
            case MessageAct.Close:
                turn.Close("Called.", Sent, by);
                break;
        }
    }

    private static string Rule(Action act) => Assert.Throws<RuleViolationException>(act).Rule;

    private static MessageTurn Open() =>
        MessageTurn.Open(Made.Episode(), ReadingHours.Default, TimeZoneInfo.Utc, new(Guid.CreateVersion7(), Sent, Ana));

    private static Message Write(string text) =>
        Message.Write(Made.Episode(), Role.Patient, null, text, new Entry(Guid.CreateVersion7(), Sent, Ana));
}
