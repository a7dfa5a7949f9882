using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Kinetics;

public enum LiverFunction
{
    /// <summary>Normal, or not known to be impaired.</summary>
    Normal,
    Cirrhosis,
}

/// <summary>What is known of a person that changes the constants of a model.</summary>
public sealed record Person
{
    public static readonly Person StandardAdult = new();

    /// <summary>In kg; 30 to 300. The default is <see cref="Volume.StandardKilograms"/>.</summary>
    public double WeightKilograms
    {
        get;
        init =>
            field = value is >= MinWeight and <= MaxWeight
                ? value
                : throw new ArgumentOutOfRangeException(nameof(WeightKilograms), value, "Accepted: 30 to 300.");
    } = Volume.StandardKilograms;

    /// <summary>In years; 18 to 110. Null where it is not known: then nothing is adjusted.</summary>
    public int? Age
    {
        get;
        init =>
            field = value is null or >= MinAge and <= MaxAge
                ? value
                : throw new ArgumentOutOfRangeException(nameof(Age), value, "Accepted: 18 to 110.");
    }

    public LiverFunction Liver { get; init; }

    public const double MinWeight = 30,
        MaxWeight = 300;

    public const int MinAge = 18,
        MaxAge = 110;
}
