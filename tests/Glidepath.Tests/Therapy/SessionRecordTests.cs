using CsCheck;
using Glidepath.Tests.Patients;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Tests.Therapy;

/// <summary>Sessions, homework and notes: what may be recorded, and what may follow it.</summary>
public class SessionRecordTests
{
    private static readonly Guid Therapist = Guid.CreateVersion7();

    private static readonly EpisodeOfCare Episode = Made.Episode();

    [Theory]
    [InlineData("", 1, 0, "homework.what.missing")]
    [InlineData("Walk", 0, 0, "homework.times")]
    [InlineData("Walk", 101, 0, "homework.times")]
    [InlineData("Walk", 1, -1, "homework.due")]
    [InlineData("Walk", 1, 366, "homework.due")]
    public void Homework_that_cannot_be_is_refused_by_the_name_of_its_field(string what, int times, int due, string rule) =>
        Assert.Equal(rule, Made.RuleOf(() => Given(what, times, due)));

    [Fact]
    public void Homework_is_marked_as_often_as_was_asked_undone_and_told_of_until_it_ends()
    {
        var task = Given("Breathing, 5 minutes a day", 2);
        Assert.Equal("homework.nothing-done", Made.RuleOf(task.Undo));
        task.MarkDone(Made.Now);
        task.MarkDone(Made.Now.AddDays(1));
        Assert.False(task.IsToDo);
        Assert.Equal("homework.all-done", Made.RuleOf(() => task.MarkDone(Made.Now)));
        task.Undo();
        Assert.Equal([Made.Now], task.Done);
        task.Tell(0, " mornings with the kids ");
        Assert.Equal((0, "mornings with the kids"), (task.HowHard, task.Barrier));
        Assert.Equal("homework.how-hard", Made.RuleOf(() => task.Tell(11, null)));
        Assert.Equal("homework.barrier.too-long", Made.RuleOf(() => task.Tell(1, new string('a', 201))));
        task.End(Made.Now, Therapist);
        foreach (var change in new Action[] { () => task.MarkDone(Made.Now), task.Undo, () => task.Tell(1, null), () => End(task) })
            Assert.Equal("homework.ended", Made.RuleOf(change));
        Assert.Equal([Made.Now], task.Done);

        static void End(HomeworkTask task) => task.End(Made.Now, Therapist);
    }

    [Fact]
    public void Whatever_is_marked_and_undone_the_count_is_that_of_the_marks_that_stand() =>
        Gen
            .Bool.Array[0, 40]
            .Sample(marks =>
            {
                var task = Given("Breathing", 20);
                var expected = 0;
                foreach (var done in marks)
                    if (done && expected < 20)
                    {
                        task.MarkDone(Made.Now);
                        expected++;
                    }
                    else if (!done && expected > 0)
                    {
                        task.Undo();
                        expected--;
                    }
                return task.Done.Count == expected && task.IsToDo == expected < 20;
            });

    [Fact]
    public void A_session_is_numbered_among_those_of_its_kind_and_one_goes_on_at_a_time()
    {
        var first = Started(TherapyModality.Cbt);
        Assert.Equal("session.open", Made.RuleOf(() => Started(TherapyModality.Cbt, first)));
        first.End(Made.Now);
        Assert.Equal("session.ended", Made.RuleOf(() => first.End(Made.Now)));
        Assert.Equal(2, Started(TherapyModality.Cbt, first).Number);
        Assert.Equal(1, Started(TherapyModality.Family, first).Number);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(481)]
    public void A_session_of_minutes_that_cannot_be_is_refused(int minutes) =>
        Assert.Equal(
            "session.minutes",
            Made.RuleOf(() =>
                TherapySession.Start(
                    Guid.CreateVersion7(),
                    Episode,
                    new(TherapyModality.Cbt, SessionWay.Video, minutes),
                    [],
                    [],
                    Made.Now,
                    Therapist
                )
            )
        );

    [Fact]
    public void An_agenda_takes_twelve_items_of_words_and_of_minutes_that_can_be()
    {
        var session = Started(TherapyModality.Cbt);
        Assert.Equal("agenda.text.missing", Made.RuleOf(() => session.Add(Guid.CreateVersion7(), " ", null)));
        Assert.Equal("agenda.minutes", Made.RuleOf(() => session.Add(Guid.CreateVersion7(), "Sleep", 0)));
        for (var i = 0; i < TherapySession.MostItems; i++)
            session.Add(Guid.CreateVersion7(), $"Item {i}", 5);
        Assert.Equal("agenda.most", Made.RuleOf(() => session.Add(Guid.CreateVersion7(), "One more", 5)));
        session.TakeOff(session.Agenda[3].Id);
        Assert.DoesNotContain(session.Agenda, i => i.Text is "Item 3");
    }

    [Fact]
    public void A_draft_may_lack_its_text_and_a_signed_note_may_not()
    {
        var empty = new NoteBody(null, SessionWay.InPerson, 50, " ");
        var draft = ProgressDraft.Begin(Guid.CreateVersion7(), Episode.PatientId, empty, Made.Now, Therapist);
        Assert.Null(draft.Body!.Text);
        Assert.Equal("note.text.missing", Made.RuleOf(() => ProgressNote.Sign(Episode, empty, null, Made.Entry())));
        Assert.Equal(
            "note.text.too-long",
            Made.RuleOf(() => draft.Keep(empty with { Text = new string('a', Recorded.LongText + 1) }, Made.Now))
        );
        draft.Clear(Made.Now);
        Assert.Null(draft.Body);
    }

    [Fact]
    public void An_addendum_stands_beside_the_first_note_and_replaces_nothing()
    {
        var note = ProgressNote.Sign(Episode, new("Sleep", SessionWay.Video, 40, "Reviewed the log."), null, Made.Entry());
        var added = note.Add("She called later.", Made.Entry());
        var second = added.Add("And again.", Made.Entry());
        Assert.Equal((note.Id, note.Id), (added.AddendumToId, second.AddendumToId));
        Assert.Null(added.AmendsId);
        Assert.Equal("Reviewed the log.", note.Body.Text);
        Assert.Equal("note.text.missing", Made.RuleOf(() => note.Add("", Made.Entry())));
    }

    [Fact]
    public void A_counseling_note_without_words_is_refused() =>
        Assert.Equal("counseling-note.missing", Made.RuleOf(() => CounselingNote.Write(Episode, " ", Made.Entry())));

    private static HomeworkTask Given(string what, int times = 1, int due = 0) =>
        HomeworkTask.Give(Guid.CreateVersion7(), Episode, new(what, times, Made.Day.AddDays(due)), Made.Day, Made.Now, Therapist);

    private static TherapySession Started(TherapyModality modality, params TherapySession[] before) =>
        TherapySession.Start(Guid.CreateVersion7(), Episode, new(modality, SessionWay.InPerson, 50), before, [], Made.Now, Therapist);
}
