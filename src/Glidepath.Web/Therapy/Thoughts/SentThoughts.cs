using Glidepath.Treatment.Therapy;

namespace Glidepath.Web.Therapy;

/// <param name="At">UTC.</param>
/// <param name="Patterns">Kinds of thought, by id.</param>
public sealed record SentThought(
    Guid Id,
    DateTime At,
    string? First,
    string? Situation,
    IReadOnlyList<Feeling> Feelings,
    IReadOnlyList<string> Patterns,
    string? DoesNotFit,
    string? Fairer,
    string? Deeper,
    bool IsFinished
)
{
    internal static SentThought Of(ThoughtRecord t) =>
        new(
            t.Id,
            t.At,
            t.Words.First,
            t.Words.Situation,
            t.Feelings,
            t.Patterns,
            t.Words.DoesNotFit,
            t.Words.Fairer,
            t.Words.Deeper,
            t.IsFinished
        );
}

/// <param name="At">UTC.</param>
public sealed record SentChain(Guid Id, DateTime At, ChainBefore Before, ChainTook Took, ChainAfter After)
{
    internal static SentChain Of(Chain c) => new(c.Id, c.At, c.Words.Before, c.Words.Took, c.Words.After);
}
