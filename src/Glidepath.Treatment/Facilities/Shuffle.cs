using System.Buffers.Binary;

namespace Glidepath.Treatment.Facilities;

/// <summary>
/// The order of what is equal: drawn from a seed that is kept with the search, and from each place's own id, so that no place's turn
/// depends on the others.
/// </summary>
internal static class Shuffle
{
    public static ulong Bits(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return Mix(BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ Mix(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..])));
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood 2014, doi 10.1145/2714064.2660195).</summary>
    public static ulong Mix(ulong z)
    {
        unchecked
        {
            z += 0x9E3779B97F4A7C15;
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
            z = (z ^ z >> 27) * 0x94D049BB133111EB;
            return z ^ z >> 31;
        }
    }
}
