using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <param name="Name">In the person's word.</param>
/// <param name="Before">0 to <see cref="ThoughtRecord.Strongest"/>, with the first thought; null for not said.</param>
/// <param name="After">The same, with the fairer thought.</param>
public sealed record Feeling(string Name, int? Before, int? After);

/// <summary>What a person wrote about one thought, as far as they came.</summary>
/// <param name="First">The thought as it came. All else can be skipped.</param>
/// <param name="Situation">What was going on.</param>
/// <param name="Patterns">Ids of <see cref="ThinkingPatterns"/>.</param>
/// <param name="DoesNotFit">What does not fit the thought.</param>
/// <param name="Deeper">What it would mean about them, if the thought were true.</param>
public sealed record ThoughtWords(
    string? First,
    string? Situation = null,
    IReadOnlyList<Feeling>? Feelings = null,
    IReadOnlyList<string>? Patterns = null,
    string? DoesNotFit = null,
    string? Fairer = null,
    string? Deeper = null
)
{
    public static readonly ThoughtWords Empty = new((string?)null);
}

/// <summary>
/// One thought, looked at step by step. It is kept after each step, so that it can be left and gone on with; the first thought is never
/// taken out of it.
/// </summary>
[RecordOf(DataClass.TherapyWork)]
public sealed class ThoughtRecord : OwnWork
{
    public const int Strongest = 100;

    public const int MostFeelings = 4;

    /// <summary>Letters of one answer: a few sentences.</summary>
    public const int MostLetters = 600;

    /// <summary>Letters of the name of a feeling.</summary>
    public const int MostOfName = 40;

    private ThoughtRecord() { }

    /// <summary>Read <see cref="Words"/>.</summary>
    [Encrypted]
    public string WordsJson { get; private set; } = "";

    /// <summary>UTC. Null while the person means to go on with it.</summary>
    public DateTime? FinishedAt { get; private set; }

    public override WorkKind Kind => WorkKind.Thoughts;

    public ThoughtWords Words => Recorded.Read(WordsJson, ThoughtWords.Empty);

    public IReadOnlyList<Feeling> Feelings => Words.Feelings ?? [];

    public IReadOnlyList<string> Patterns => Words.Patterns ?? [];

    public bool IsFinished => FinishedAt is not null;

    /// <param name="at">UTC. When the thought came.</param>
    /// <exception cref="RuleViolationException"><c>thought.…</c>, <c>own-work.…</c>: a value that cannot be.</exception>
    public static ThoughtRecord Start(Guid id, EpisodeOfCare episode, ThoughtWords words, DateTime at, bool isShared, DateTime now, Guid by)
    {
        var entry = new ThoughtRecord { WordsJson = Recorded.Json(Checked(words)) };
        entry.Begin(id, episode, at, isShared, now, by);
        return entry;
    }

    /// <summary>As it stands now. What was finished stays finished, also where it is worded anew.</summary>
    /// <exception cref="RuleViolationException"><c>thought.…</c>: a value that cannot be.</exception>
    public void Keep(ThoughtWords words, bool isFinished, DateTime now)
    {
        WordsJson = Recorded.Json(Checked(words));
        if (isFinished)
            FinishedAt ??= Recorded.Utc(now);
    }

    private static ThoughtWords Checked(ThoughtWords words)
    {
        var feelings = words.Feelings ?? [];
        if (feelings.Count > MostFeelings)
            throw new RuleViolationException("thought.feelings", ("most", MostFeelings), ("given", feelings.Count));
        if ((words.Patterns ?? []).Any(id => ThinkingPatterns.Find(id) is null))
            throw new RuleViolationException("thought.pattern");
        return new(
            Recorded.Required(words.First, "thought.first", MostLetters),
            Recorded.Optional(words.Situation, "thought.situation", MostLetters),
            [
                .. feelings.Select(f => new Feeling(
                    Recorded.Required(f.Name, "thought.feeling", MostOfName),
                    Rated(f.Before),
                    Rated(f.After)
                )),
            ],
            [.. (words.Patterns ?? []).Distinct()],
            Recorded.Optional(words.DoesNotFit, "thought.does-not-fit", MostLetters),
            Recorded.Optional(words.Fairer, "thought.fairer", MostLetters),
            // A line of the roots page is made of it.
            Recorded.Optional(words.Deeper, "thought.deeper")
        );
    }

    private static int? Rated(int? strength) =>
        strength is null or (>= 0 and <= Strongest) ? strength : throw new RuleViolationException("thought.strength", ("most", Strongest));
}
