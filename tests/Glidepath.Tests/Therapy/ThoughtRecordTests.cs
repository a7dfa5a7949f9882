using CsCheck;
using Glidepath.Tests.Patients;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Tests.Therapy;

/// <summary>Thought records, chains and the roots page: what they hold, and what they refuse.</summary>
public class ThoughtRecordTests
{
    private static readonly Guid Person = Guid.CreateVersion7();

    [Fact]
    public void Only_the_first_thought_is_needed_and_every_step_can_be_added_later()
    {
        var thought = Written(new("  I'll never sleep again. "));
        Assert.Equal("I'll never sleep again.", thought.Words.First);
        Assert.False(thought.IsFinished || thought.IsShared);
        thought.Keep(thought.Words with { Fairer = "This is a rough week.", Feelings = [new("Scared", 80, 0)] }, false, Made.Now);
        Assert.Equal([new Feeling("Scared", 80, 0)], thought.Feelings);
        Assert.False(thought.IsFinished);
        thought.Keep(thought.Words, true, Made.Now);
        thought.Keep(thought.Words with { Deeper = "I'm alone." }, false, Made.Now.AddDays(1));
        Assert.Equal((Made.Now, "I'm alone."), (thought.FinishedAt!.Value, thought.Words.Deeper!));
    }

    public static TheoryData<string, ThoughtWords> Refused() =>
        new()
        {
            { "thought.first.missing", new(" ") },
            { "thought.first.too-long", new(new string('a', ThoughtRecord.MostLetters + 1)) },
            {
                "thought.situation.too-long",
                new("So") { Situation = new string('a', ThoughtRecord.MostLetters + 1) }
            },
            {
                "thought.deeper.too-long",
                new("So") { Deeper = new string('a', Recorded.ShortText + 1) }
            },
            {
                "thought.strength",
                new("So") { Feelings = [new("Scared", 101, null)] }
            },
            {
                "thought.strength",
                new("So") { Feelings = [new("Scared", null, -1)] }
            },
            {
                "thought.feeling.missing",
                new("So") { Feelings = [new("", 50, null)] }
            },
            {
                "thought.feelings",
                new("So") { Feelings = [.. Enumerable.Range(1, 5).Select(i => new Feeling($"F{i}", 1, 1))] }
            },
            {
                "thought.pattern",
                new("So") { Patterns = ["no-such-kind"] }
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_is_refused_and_what_was_kept_stays(string rule, ThoughtWords words)
    {
        Assert.Equal(rule, Made.RuleOf(() => Written(words)));
        var thought = Written(new("So it was"));
        Assert.Equal(rule, Made.RuleOf(() => thought.Keep(words, true, Made.Now)));
        Assert.Equal(("So it was", false), (thought.Words.First!, thought.IsFinished));
    }

    [Fact]
    public void A_strength_from_0_to_100_is_kept_and_no_other() =>
        Gen.Int[-200, 300]
            .Sample(strength =>
            {
                var words = new ThoughtWords("So") { Feelings = [new("Scared", strength, strength)] };
                if (strength is >= 0 and <= 100)
                    Assert.Equal(strength, Written(words).Feelings[0].After);
                else
                    Assert.Equal("thought.strength", Made.RuleOf(() => Written(words)));
            });

    [Fact]
    public void What_is_not_shared_is_of_a_kind_that_no_role_but_the_patient_has()
    {
        OwnWork[] works =
        [
            Written(new("So")),
            Chain.Write(Guid.CreateVersion7(), Made.Episode(), ChainOf("Kitchen"), Made.Now, false, Made.Now, Person),
            RootsSheet.Write(Guid.CreateVersion7(), Made.Episode(), RootsLines.Empty, false, Made.Now, Person),
        ];
        Assert.All(works, w => Assert.Equal(DataClass.OwnWork, w.Holds));
        Assert.Equal(
            [Role.Patient],
            RolePermissions.All.Where(p => p.DataClasses.Contains(DataClass.OwnWork)).Select(p => p.Role).Distinct()
        );
        Assert.All(works, w => w.Share(true));
        Assert.All(works, w => Assert.Equal(DataClass.TherapyWork, w.Holds));
        Assert.All(works, w => w.Share(false));
        Assert.All(works, w => Assert.Equal(DataClass.OwnWork, w.Holds));
    }

    [Theory]
    [InlineData(-8)]
    [InlineData(1)]
    public void An_entry_is_neither_of_the_future_nor_older_than_a_week(int days)
    {
        var at = Made.Now.AddDays(days);
        Assert.Equal("own-work.at", Made.RuleOf(() => Written(new("So"), at)));
        Assert.Equal(
            "own-work.at",
            Made.RuleOf(() => Chain.Write(Guid.CreateVersion7(), Made.Episode(), ChainOf("Kitchen"), at, false, Made.Now, Person))
        );
        Assert.Equal(Made.Now.AddDays(-7), Written(new("So"), Made.Now.AddDays(-7)).At);
    }

    [Fact]
    public void A_chain_needs_one_card_and_offers_what_came_before_and_never_what_was_taken()
    {
        Assert.Equal(
            "chain.empty",
            Made.RuleOf(() => Chain.Write(Guid.CreateVersion7(), Made.Episode(), ChainWords.Empty, Made.Now, false, Made.Now, Person))
        );
        var words = new ChainWords(
            new("Alone", "Kitchen", "Bottle", "Friday", "On edge", "Tight chest", "I won't sleep", "I can't"),
            new("My tablets", "half a tablet more", TookSource.Prescribed, "at nine"),
            new("Calmer", "Foggy", "Only the pill works")
        );
        var chain = Chain.Write(Guid.CreateVersion7(), Made.Episode(), words, Made.Now, false, Made.Now, Person);
        Assert.Equal(words, chain.Words);
        Assert.Equal(["Friday", "Kitchen", "Alone", "Bottle", "On edge", "Tight chest"], chain.Triggers);
        Assert.Equal("chain.empty", Made.RuleOf(() => chain.Change(ChainOf(" "))));
        Assert.Equal("chain.places.too-long", Made.RuleOf(() => chain.Change(ChainOf(new string('a', Chain.MostLetters + 1)))));
        Assert.Equal(words, chain.Words);
    }

    [Fact]
    public void The_roots_page_takes_a_belief_once_and_twelve_lines_a_list()
    {
        var sheet = RootsSheet.Write(
            Guid.CreateVersion7(),
            Made.Episode(),
            RootsLines.Empty with
            {
                Beliefs = [" I'm alone. ", "", "i'm alone."],
            },
            false,
            Made.Now,
            Person
        );
        Assert.Equal(["I'm alone."], sheet.Lines.Beliefs);
        sheet.Add("I'M ALONE.", Made.Now, Person);
        sheet.Add("I can't cope.", Made.Now, Made.Staff);
        Assert.Equal(["I'm alone.", "I can't cope."], sheet.Lines.Beliefs);
        Assert.Equal(Made.Staff, sheet.ChangedBy);
        var thirteen = Enumerable.Range(1, 13).Select(i => $"Line {i}").ToList();
        Assert.Equal("roots.use.lines", Made.RuleOf(() => sheet.Change(RootsLines.Empty with { Use = thirteen }, Made.Now, Person)));
        Assert.Equal(
            "roots.early.too-long",
            Made.RuleOf(() => sheet.Change(RootsLines.Empty with { Early = [new string('a', 201)] }, Made.Now, Person))
        );
        var full = Enumerable.Range(1, 12).Select(i => $"{i}{new string('ж', 190)}").ToList();
        Assert.Equal("roots.full", Made.RuleOf(() => sheet.Change(new(full, full, full, full, full), Made.Now, Person)));
        Assert.Equal(2, sheet.Lines.Beliefs.Count);
    }

    [Fact]
    public void Each_kind_of_thought_has_an_example_and_a_case_that_is_one_and_one_that_is_not()
    {
        Assert.Equal(10, ThinkingPatterns.All.Count);
        Assert.Distinct(ThinkingPatterns.All.Select(p => p.Id));
        Assert.Distinct(ThinkingPatterns.All.SelectMany(p => p.Cases).Select(c => c.Thought));
        Assert.All(ThinkingPatterns.All, p => Assert.Equal([true, false], p.Cases.Select(c => c.IsOne)));
        Assert.All(ThinkingPatterns.All, p => Assert.Same(p, ThinkingPatterns.Find(p.Id)));
    }

    private static ThoughtRecord Written(ThoughtWords words, DateTime? at = null) =>
        ThoughtRecord.Start(Guid.CreateVersion7(), Made.Episode(), words, at ?? Made.Now, false, Made.Now, Person);

    private static ChainWords ChainOf(string place) => ChainWords.Empty with { Before = new(Places: place) };
}
