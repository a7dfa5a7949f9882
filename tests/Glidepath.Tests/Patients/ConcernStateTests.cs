using CsCheck;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Patients;

/// <summary>What was answered with yes stays open until a clinician closes it, whatever is said later and by whom.</summary>
public class ConcernStateTests
{
    private static readonly EpisodeOfCare Episode = Made.Episode();

    private static readonly string[] Sources = ["mental.suicide", "phq-9: 9", "core-10: 6", "home.safe", "call"];

    /// <summary>One thing that happens: who says it, how alarming it is, or a closing of all that was recorded so far.</summary>
    private static readonly Gen<(int Source, int Grade, bool Closes)[]> Histories = Gen.Select(
        Gen.Int[0, Sources.Length - 1],
        Gen.Int[-1, 3],
        Gen.Int[0, 5].Select(i => i == 0)
    ).Array[0, 12];

    public static TheoryData<SafetyConcern> Concerns() => [.. Enum.GetValues<SafetyConcern>()];

    [Theory]
    [MemberData(nameof(Concerns))]
    public void A_yes_is_open_until_a_clinician_closes_it_and_no_later_no_does(SafetyConcern concern) =>
        Histories.Sample(history =>
        {
            List<SafetyEntry> entries = [];
            List<SafetyEntry> open = [];
            for (var i = 0; i < history.Length; i++)
            {
                var (source, grade, closes) = history[i];
                var entry = Made.Entry() with { RecordedAt = Made.Now.AddMinutes(i) };
                if (!closes)
                {
                    var told = new SafetyTold(concern, Sources[source], Of(grade), (SafetyGrade)Math.Max(grade, 0));
                    entries.Add(SafetyEntry.Tell(Episode, told, entries, entry));
                    if (grade > 0)
                        open.Add(entries[^1]);
                }
                else if (open.Count > 0)
                {
                    var state = One(entries, concern);
                    entries.Add(SafetyEntry.Close(Episode, state, state.SeenUntil!.Value, "Looked at with the person.", entries, entry));
                    open.Clear();
                }
                var now = One(entries, concern);
                Assert.Equal(open.Select(e => e.SaidAt).Order(), now.Open.Select(w => w.SaidAt).Order());
                if (open.Count == 0)
                    continue;
                Assert.Equal(Answer.Yes, now.Answer);
                var most = open.OrderByDescending(e => e.Told.Grade).ThenByDescending(e => e.SaidAt).First();
                Assert.Equal((most.Told, most.SaidAt), (now.Leads!.Told, now.Leads.SaidAt));
            }
            // Nothing that was told is ever lost: what is not open is in the history.
            var end = One(entries, concern);
            var shown = end.Open.Concat(end.Earlier).Append(end.Leads).OfType<SafetyWord>().Select(w => w.SaidAt).Distinct();
            Assert.Equal(entries.Where(e => e.Kind is SafetyEntryKind.Told).Select(e => e.SaidAt), shown.Order());
        });

    [Fact]
    public void Item_9_leads_over_an_earlier_no_and_the_no_stays_in_the_history()
    {
        var no = Tell("mental.suicide", Answer.No, SafetyGrade.None, 0);
        var yes = Tell("phq-9: 9", Answer.Yes, SafetyGrade.Middle, 5);
        var later = Tell("mental.suicide", Answer.No, SafetyGrade.None, 9);
        var state = One([no, yes, later], SafetyConcern.Suicide);
        Assert.Equal((Answer.Yes, "phq-9: 9"), (state.Answer, state.Leads!.Told.From));
        Assert.Equal([later.SaidAt, no.SaidAt], state.Earlier.Select(w => w.SaidAt));
    }

    [Fact]
    public void What_was_told_after_the_page_was_read_is_not_closed_with_it()
    {
        var seen = Tell("home.safe", Answer.Yes, SafetyGrade.Middle, 0, SafetyConcern.NotSafeAtHome);
        var since = Tell("home.safe", Answer.Yes, SafetyGrade.Middle, 5, SafetyConcern.NotSafeAtHome);
        var state = One([seen, since], SafetyConcern.NotSafeAtHome);
        var look = SafetyEntry.Close(Episode, state, seen.RecordedAt, "Moved to her sister.", [], Made.Entry());
        Assert.Equal(since.SaidAt, Assert.Single(One([seen, since, look], SafetyConcern.NotSafeAtHome).Open).SaidAt);
    }

    [Fact]
    public void An_answer_whose_safety_step_is_open_ends_with_the_step_alone()
    {
        var step = Guid.CreateVersion7();
        var told = SafetyEntry.Tell(Episode, Suicide("phq-9: 9"), [], Made.Entry(), step);
        var waits = new SafetyWord(Episode.PatientId, Suicide("phq-9: 9"), Made.Now, Made.Now, step, WaitsForStep: true);
        var state = ConcernState.Of([told], [waits])[0];
        Assert.Equal("safety.look.step-open", Made.RuleOf(() => SafetyEntry.Close(Episode, state, Made.Now, "why", [], Made.Entry())));
        var other = SafetyEntry.CloseWithStep(Episode.PatientId, Episode.Id, Guid.CreateVersion7(), "ended", Made.Entry());
        Assert.True(ConcernState.Of([told, other], [])[0].IsOpen);
        var own = SafetyEntry.CloseWithStep(Episode.PatientId, Episode.Id, step, "ended", Made.Entry());
        Assert.False(ConcernState.Of([told, own], [])[0].IsOpen);
        Assert.NotNull(ConcernState.Of([told, own], [])[0].Closing);
    }

    [Theory]
    [InlineData(5, true, false)]
    [InlineData(15, true, false)]
    [InlineData(25, true, true)]
    [InlineData(25, false, false)]
    public void A_closing_covers_another_record_only_after_every_merge_between_them_joined_the_teams(int minute, bool joined, bool closes)
    {
        // The first record was merged into the second at 10, and that into the one that goes on at 20.
        var (between, last) = (Made.Episode(), Made.Episode());
        var (first, second) = (Made.Now.AddMinutes(10), Made.Now.AddMinutes(20));
        MergedRecord[] merged =
        [
            new(Episode.PatientId, second, between.PatientId, first, joined),
            new(between.PatientId, second, last.PatientId, second, TeamsJoined: true),
        ];
        var told = Tell("mental.suicide", Answer.Yes, SafetyGrade.High, 0);
        var open = ConcernState.Of([told], [], merged)[0];
        var entry = Made.Entry() with { RecordedAt = Made.Now.AddMinutes(minute) };
        var look = SafetyEntry.Close(last, open, open.SeenUntil!.Value, "Seen today.", [], entry);
        var state = ConcernState.Of([told, look], [], merged)[0];
        Assert.Equal((!closes, closes), (state.IsOpen, state.Closing is not null));
        // On the way, between the two merges, the team of the second record saw it.
        var earlier = SafetyEntry.Close(
            between,
            open,
            open.SeenUntil!.Value,
            "Seen.",
            [],
            Made.Entry() with
            {
                RecordedAt = Made.Now.AddMinutes(15),
            }
        );
        Assert.Equal(!joined, ConcernState.Of([told, earlier], [], merged)[0].IsOpen);
        // What the one that goes on holds is closed by none of the others.
        var later = SafetyEntry.Tell(last, Suicide("call"), [], Made.Entry());
        Assert.True(ConcernState.Of([later, earlier], [], merged)[0].IsOpen);
    }

    [Fact]
    public void A_closing_has_a_reason_and_something_to_close()
    {
        var state = One([Tell("mental.suicide", Answer.Yes, SafetyGrade.Middle, 0)], SafetyConcern.Suicide);
        Assert.Equal("safety.look.reason.missing", Made.RuleOf(() => SafetyEntry.Close(Episode, state, Made.Now, " ", [], Made.Entry())));
        Assert.Equal(
            "safety.look.nothing-open",
            Made.RuleOf(() => SafetyEntry.Close(Episode, One([], SafetyConcern.Suicide), Made.Now, "why", [], Made.Entry()))
        );
    }

    [Fact]
    public void Every_red_answer_of_the_intake_is_an_alarm()
    {
        (string Question, string Value)[] red =
        [
            ("home.safe", "no"),
            ("supports.someone", "no"),
            ("home.storage", "no"),
            ("home.firearm", "locked"),
            ("home.firearm", "notLocked"),
            ("medicine.left", "few"),
            ("medicine.left", "ranOut"),
            ("mental.suicide", "yes"),
        ];
        Assert.All(
            red,
            r =>
            {
                var told = SafetyConcerns.Read(r.Question, IntakeAnswer.Of(r.Value))!;
                Assert.Equal(Answer.Yes, told.Answer);
                Assert.True(SafetyConcerns.Row(told.Concern).IsRed);
                Assert.True(SafetyEntry.Tell(Episode, told, [], Made.Entry()).IsWatched);
            }
        );
    }

    [Fact]
    public void Every_answer_that_can_be_given_to_a_question_of_safety_is_read_and_one_of_them_is_no()
    {
        foreach (var id in SafetyConcerns.All.SelectMany(r => r.Questions))
        {
            var question = IntakeQuestions.Find(id)!;
            Assert.True(question.IsNeeded, id);
            IReadOnlyList<string> values = question.Kind is QuestionKind.YesNo ? ["yes", "no"] : question.Choices;
            var read = values.Select(v => SafetyConcerns.Read(id, IntakeAnswer.Of(v))!.Answer).ToList();
            Assert.DoesNotContain(Answer.Unknown, read);
            Assert.Equal([Answer.No, Answer.Yes], read.Distinct().Order());
            Assert.Null(SafetyConcerns.Read(id, IntakeAnswer.NotAsked));
            Assert.NotEqual(Answer.No, SafetyConcerns.Read(id, IntakeAnswer.NotSaid)!.Answer);
        }
    }

    [Fact]
    public void What_could_not_be_asked_stays_due_until_somebody_asks()
    {
        var not = SafetyEntry.CouldNotAsk(Episode, SafetyConcern.GunAtHome, "His son was in the room.", [], Made.Entry());
        var state = One([not], SafetyConcern.GunAtHome);
        Assert.Equal((false, Answer.Unknown), (state.WasAsked, state.Answer));
        Assert.Equal(not, state.NotAble);
        var asked = Tell("home.firearm", Answer.No, SafetyGrade.None, 9, SafetyConcern.GunAtHome);
        Assert.Null(One([not, asked], SafetyConcern.GunAtHome).NotAble);
        Assert.True(SafetyEntry.Tell(Episode, asked.Told, [not], Made.Entry()).IsWatched);
    }

    private static SafetyTold Suicide(string from) => new(SafetyConcern.Suicide, from, Answer.Yes, SafetyGrade.Middle);

    private static SafetyEntry Tell(
        string from,
        Answer answer,
        SafetyGrade grade,
        int minute,
        SafetyConcern concern = SafetyConcern.Suicide
    ) =>
        SafetyEntry.Tell(
            Episode,
            new SafetyTold(concern, from, answer, grade),
            [],
            Made.Entry() with
            {
                RecordedAt = Made.Now.AddMinutes(minute),
            }
        );

    private static ConcernState One(IReadOnlyCollection<SafetyEntry> entries, SafetyConcern concern) =>
        ConcernState.Of(entries, []).Single(s => s.Concern == concern);

    private static Answer Of(int grade) =>
        grade switch
        {
            -1 => Answer.Unknown,
            0 => Answer.No,
            _ => Answer.Yes,
        };
}
