using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <summary>Where what was taken came from, as the person says.</summary>
public enum TookSource
{
    NotSaid,

    /// <summary>It was prescribed to them.</summary>
    Prescribed,

    NotPrescribed,
}

/// <param name="Thought">The one that came first, by itself.</param>
/// <param name="Beneath">The one beneath it.</param>
public sealed record ChainBefore(
    string? People = null,
    string? Places = null,
    string? Things = null,
    string? Times = null,
    string? Feelings = null,
    string? Body = null,
    string? Thought = null,
    string? Beneath = null
);

/// <param name="HowMuch">In words, as the person says it: no dose, and nothing is calculated from it.</param>
public sealed record ChainTook(string? What = null, string? HowMuch = null, TookSource Source = TookSource.NotSaid, string? When = null);

/// <param name="Soon">What came of it soon after.</param>
/// <param name="Later">What came of it in the long run.</param>
/// <param name="Expect">What it taught the person to expect.</param>
public sealed record ChainAfter(string? Soon = null, string? Later = null, string? Expect = null);

public sealed record ChainWords(ChainBefore Before, ChainTook Took, ChainAfter After)
{
    public static readonly ChainWords Empty = new(new ChainBefore(), new ChainTook(), new ChainAfter());
}

/// <summary>
/// What came before something was taken, and what came of it, in the person's words: what is before is what can be changed first. Each part
/// may be left out. It says what was, and is no instruction about a dose.
/// </summary>
[RecordOf(DataClass.TherapyWork)]
public sealed class Chain : OwnWork
{
    /// <summary>Letters of one answer.</summary>
    public const int MostLetters = Recorded.ShortText;

    private Chain() { }

    /// <summary>Read <see cref="Words"/>.</summary>
    [Encrypted]
    public string WordsJson { get; private set; } = "";

    public override WorkKind Kind => WorkKind.Chains;

    public ChainWords Words => Recorded.Read(WordsJson, ChainWords.Empty);

    /// <summary>What an if-then plan can begin with.</summary>
    public IEnumerable<string> Triggers
    {
        get
        {
            var before = Words.Before;
            return new[] { before.Times, before.Places, before.People, before.Things, before.Feelings, before.Body }.OfType<string>();
        }
    }

    /// <param name="at">UTC. When something was taken.</param>
    /// <exception cref="RuleViolationException"><c>chain.…</c>, <c>own-work.…</c>: a value that cannot be.</exception>
    public static Chain Write(Guid id, EpisodeOfCare episode, ChainWords words, DateTime at, bool isShared, DateTime now, Guid by)
    {
        var entry = new Chain { WordsJson = Recorded.Json(Checked(words)) };
        entry.Begin(id, episode, at, isShared, now, by);
        return entry;
    }

    /// <exception cref="RuleViolationException"><c>chain.…</c>: a value that cannot be.</exception>
    public void Change(ChainWords words) => WordsJson = Recorded.Json(Checked(words));

    private static ChainWords Checked(ChainWords words)
    {
        var (before, took, after) = words;
        var kept = new ChainWords(
            new(
                Said(before.People, "chain.people"),
                Said(before.Places, "chain.places"),
                Said(before.Things, "chain.things"),
                Said(before.Times, "chain.times"),
                Said(before.Feelings, "chain.feelings"),
                Said(before.Body, "chain.body"),
                Said(before.Thought, "chain.thought"),
                Said(before.Beneath, "chain.beneath")
            ),
            new(Said(took.What, "chain.what"), Said(took.HowMuch, "chain.how-much"), took.Source, Said(took.When, "chain.took-when")),
            new(Said(after.Soon, "chain.soon"), Said(after.Later, "chain.later"), Said(after.Expect, "chain.expect"))
        );
        return kept == ChainWords.Empty ? throw new RuleViolationException("chain.empty") : kept;
    }

    private static string? Said(string? words, string field) => Recorded.Optional(words, field, MostLetters);
}
