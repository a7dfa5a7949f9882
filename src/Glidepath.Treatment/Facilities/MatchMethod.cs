namespace Glidepath.Treatment.Facilities;

/// <summary>The numbers of the method. Each is our own choice; docs/clinical/matching.md says why.</summary>
public static class MatchMethod
{
    /// <summary>Changes whenever a number or rule below does, and stands in the log of each search.</summary>
    public const string Version = "2";

    /// <summary>Value of what is not listed: a place is asked box by box, so silence is more often a no than a yes.</summary>
    public const double Unknown = 0.25;

    /// <summary>Miles in which the worth of being near falls to 37 %.</summary>
    public const double FadeMiles = 40;

    public const double DistanceWeight = 3;

    /// <summary>Points of 100 in which places count as equal.</summary>
    public const double BandPoints = 3;

    /// <summary>So many make a choice: with fewer the ring widens, or the page says what would have to give.</summary>
    public const int EnoughToChoose = 3;

    /// <summary>Miles that most people can travel; what would have to give is counted within them.</summary>
    public const double NearMiles = 50;

    /// <summary>Miles; after the last one, anywhere.</summary>
    public static IReadOnlyList<double> Rings { get; } = [25, 50, 100, 200];
}
