using System.Security.Cryptography;
using System.Text;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// AES-256-GCM of one field. The place (table, column, row) is authenticated with it, so that a ciphertext moved to another row does not
/// open.
/// </summary>
internal static class FieldCipher
{
    /// <summary>Stands before every ciphertext; a later scheme gets another.</summary>
    public const string Prefix = "g1.";

    private const int NonceLength = 12,
        TagLength = 16;

    public static string Seal(byte[] key, string place, string plain) =>
        Prefix + Convert.ToBase64String(Seal(key, place, Encoding.UTF8.GetBytes(plain)));

    /// <exception cref="CryptographicException">Altered, moved, or sealed under another key.</exception>
    public static string Open(byte[] key, string place, string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(Open(key, place, Convert.FromBase64String(text[Prefix.Length..])))
            : throw new CryptographicException($"{Column(place)} holds text that was never sealed.");

    public static byte[] Seal(byte[] key, string place, byte[] plain)
    {
        var sealed_ = new byte[NonceLength + plain.Length + TagLength];
        var nonce = sealed_.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(
            nonce,
            plain,
            sealed_.AsSpan(NonceLength, plain.Length),
            sealed_.AsSpan(NonceLength + plain.Length),
            Encoding.UTF8.GetBytes(place)
        );
        return sealed_;
    }

    public static byte[] Open(byte[] key, string place, byte[] bytes)
    {
        if (bytes.Length < NonceLength + TagLength)
            throw new CryptographicException($"{Column(place)} is cut short.");
        var plain = new byte[bytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(
            bytes.AsSpan(0, NonceLength),
            bytes.AsSpan(NonceLength, plain.Length),
            bytes.AsSpan(NonceLength + plain.Length),
            plain,
            Encoding.UTF8.GetBytes(place)
        );
        return plain;
    }

    public static string Place(string table, string column, object row) => $"{table}|{column}|{row}";

    // The row stays out of messages.
    private static string Column(string place) => place[..place.LastIndexOf('|')];
}
