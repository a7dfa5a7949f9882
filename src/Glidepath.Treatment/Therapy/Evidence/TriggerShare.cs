namespace Glidepath.Treatment.Therapy.Evidence;

/// <summary>
/// How often a random prompt met a hard moment. The prompts are the honest denominator: what a person logs unasked shows when they log. It
/// cannot say that a setting makes a moment hard.
/// </summary>
public sealed record TriggerShare(int Hard, int Prompts, Learned Share)
{
    /// <summary>Program rule; Wilson's interval holds from there on (TriggerCoverageTests).</summary>
    public const int LeastPrompts = 5;

    /// <returns>Null under <see cref="LeastPrompts"/>: not enough yet.</returns>
    public static TriggerShare? Of(int hard, int prompts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hard);
        ArgumentOutOfRangeException.ThrowIfLessThan(prompts, hard);
        return prompts < LeastPrompts ? null : new(hard, prompts, Learned.OfShare((double)hard / prompts, prompts));
    }
}
