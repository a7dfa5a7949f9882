namespace Glidepath.Tests.Monitoring;

/// <summary>Draws in turn from a seed, the same on every machine: SplitMix64 (Steele, Lea, Flood 2014), normal by Box and Muller.</summary>
internal sealed class Draws(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Above 0 and under 1.</summary>
    public double Uniform()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var mixed = (_state ^ _state >> 30) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBUL;
            return (((mixed ^ mixed >> 31) >> 11) + 0.5) / (1UL << 53);
        }
    }

    public double Between(double low, double high) => low + (high - low) * Uniform();

    public int OneOf(int count) => (int)(count * Uniform());

    public bool Happens(double chance) => Uniform() < chance;

    public double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());
}
