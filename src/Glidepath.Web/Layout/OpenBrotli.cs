using System.Buffers;
using System.IO.Compression;

namespace Glidepath.Web.Layout;

/// <summary>
/// Brotli with an open end: the long part of a page is compressed once, and each answer ends it with a few bytes of its own, uncompressed.
/// Brotli has no checksum over the whole, so nothing of the first part is touched again.
/// </summary>
/// <remarks>The blocks at the end are those of RFC 7932, section 9.2.</remarks>
internal static class OpenBrotli
{
    /// <summary>An uncompressed block of four nibbles of length.</summary>
    public const int MostRest = 1 << 16;

    private const int Quality = 9,
        Window = 22;

    /// <summary>ISLAST and ISLASTEMPTY.</summary>
    private const byte LastEmpty = 0b11;

    /// <summary>Flushed: a decoder can read all of it, and the next block begins at a whole byte.</summary>
    public static byte[] Pack(byte[] bytes)
    {
        using var encoder = new BrotliEncoder(Quality, Window);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length) + 1024];
        if (
            encoder.Compress(bytes, packed, out var read, out var written, isFinalBlock: false) is not OperationStatus.Done
            || read != bytes.Length
            || encoder.Flush(packed.AsSpan(written), out var flushed) is not OperationStatus.Done
        )
            throw new InvalidOperationException("A page did not fit the room for its compressed form.");
        return packed[..(written + flushed)];
    }

    /// <param name="rest">1 to <see cref="MostRest"/> bytes.</param>
    public static byte[] End(byte[] rest)
    {
        // From the lowest bit: ISLAST 0, MNIBBLES 00 (four nibbles), MLEN - 1 in 16 bits, ISUNCOMPRESSED 1, then zeros to a whole byte.
        var header = (rest.Length - 1) << 3 | 1 << 19;
        return [(byte)(header & 0xff), (byte)(header >> 8 & 0xff), (byte)(header >> 16), .. rest, LastEmpty];
    }
}
