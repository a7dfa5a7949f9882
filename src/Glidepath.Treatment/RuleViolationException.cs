namespace Glidepath.Treatment;

/// <summary>
/// A rule about what may follow what was broken: a wrong change of state, a missing element. Nothing was changed. Becomes a 409 at the
/// edge.
/// </summary>
/// <param name="rule">Stable code with dots, for example <c>episode.move.not-open</c>.</param>
/// <param name="message">Says what was refused and what would be accepted; names no person.</param>
public sealed class RuleViolationException(string rule, string message) : Exception(message)
{
    public string Rule { get; } = rule;
}
