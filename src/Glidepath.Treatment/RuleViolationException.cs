using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment;

/// <summary>
/// A rule about what may follow what was broken: a wrong change of state, a missing element. Nothing was changed. Becomes a 409 at the
/// edge.
/// </summary>
/// <remarks>Its words are looked up when they are read, in the culture of the reader: it carries an id and arguments.</remarks>
public sealed class RuleViolationException : Exception
{
    /// <param name="rule">Stable code with dots, for example <c>episode.move.not-open</c>: also the id of the sentence, which says what
    /// was refused and what would be accepted, and names no person.</param>
    public RuleViolationException(string rule, params (string Name, object? Value)[] arguments)
        : this(rule, Sentence.Of(rule, arguments)) { }

    private RuleViolationException(string rule, Sentence says) => (Rule, Says) = (rule, says);

    public string Rule { get; }

    public Sentence Says { get; }

    public override string Message => RuleSentences.InWords(Says);

    /// <summary>Where several rules share a sentence.</summary>
    public static RuleViolationException Of(string rule, Sentence says) => new(rule, says);
}
