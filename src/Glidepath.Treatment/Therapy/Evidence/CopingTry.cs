namespace Glidepath.Treatment.Therapy.Evidence;

/// <summary>One hard moment with a rating at its start and one later.</summary>
/// <param name="Coping">What the person did; null where they just waited.</param>
/// <param name="Start">0 to 10.</param>
/// <param name="After">0 to 10.</param>
/// <param name="Minutes">From the first of the two ratings to the other.</param>
public sealed record CopingTry(string? Coping, decimal Start, decimal After, double Minutes)
{
    public const decimal Strongest = 10;

    /// <summary>The second rating counts from 10 to 20 minutes after the first. Program rule.</summary>
    public const double Soonest = 10,
        Latest = 20;

    public bool Counts => Minutes is >= Soonest and <= Latest;
}
