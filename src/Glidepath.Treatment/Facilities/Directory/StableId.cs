using System.Security.Cryptography;
using System.Text;

namespace Glidepath.Treatment.Facilities;

/// <summary>Ids of what has none of its own: the same text gives the same one, so that a second reading meets the first.</summary>
public static class StableId
{
    /// <returns>From SHA-256, as a UUID of version 8 (RFC 9562: made by a rule of our own).</returns>
    public static Guid Of(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        (hash[6], hash[8]) = ((byte)(hash[6] & 0x0F | 0x80), (byte)(hash[8] & 0x3F | 0x80));
        return new Guid(hash[..16], bigEndian: true);
    }
}
