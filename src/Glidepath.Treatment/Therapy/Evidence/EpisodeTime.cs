namespace Glidepath.Treatment.Therapy.Evidence;

/// <summary>How what was logged of a hard moment ends.</summary>
public enum EpisodeEnd
{
    /// <summary>The craving eased.</summary>
    Eased,

    /// <summary>A dose was taken, prescribed or not: what would have come of the craving nobody knows.</summary>
    Used,

    /// <summary>Logging stopped before either.</summary>
    NotKnown,
}

/// <summary>One hard moment of one person.</summary>
/// <param name="Minutes">From the first rating to its end.</param>
public readonly record struct EpisodeTime(double Minutes, EpisodeEnd End);
