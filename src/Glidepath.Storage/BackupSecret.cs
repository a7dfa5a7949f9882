using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Glidepath.Storage.Privacy;

namespace Glidepath.Storage;

/// <summary>
/// What a backup is sealed with: a passphrase a person keeps, or a key of 32 bytes. Either becomes the key of one file by a salt of its
/// own.
/// </summary>
public sealed class BackupSecret
{
    public const int ShortestPassphrase = 12;

    // OWASP asks 210,000 rounds of PBKDF2-HMAC-SHA512; a backup is opened rarely and attacked at leisure.
    internal const int Iterations = 600_000,
        MostIterations = 10_000_000;

    private const string Slow = "PBKDF2-HMAC-SHA512",
        Fast = "HKDF-SHA256";

    private readonly byte[] _secret;
    private readonly string _derivation;

    private BackupSecret(byte[] secret, string derivation) => (_secret, _derivation) = (secret, derivation);

    /// <exception cref="StoreRefusedException">Too short.</exception>
    public static BackupSecret OfPassphrase(string passphrase) =>
        passphrase.Length >= ShortestPassphrase
            ? new(Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC)), Slow)
            : throw new StoreRefusedException(
                "backup.passphrase",
                $"The passphrase has {passphrase.Length} characters; at least {ShortestPassphrase} are accepted."
            );

    /// <exception cref="StoreRefusedException">Not 32 bytes in base64.</exception>
    public static BackupSecret OfKey(string base64)
    {
        var key = new byte[35];
        return Convert.TryFromBase64String(base64.Trim(), key, out var length) && length == 32
            ? new(key[..32], Fast)
            : throw new StoreRefusedException(
                "backup.key",
                "The key file does not hold a key: 32 bytes in base64 are accepted, as `openssl rand -base64 32` makes them."
            );
    }

    /// <summary>A header for a new file, and the key that goes with it.</summary>
    internal (byte[] Header, byte[] Key) New()
    {
        var header = new BackupHeader(1, _derivation, _derivation == Slow ? Iterations : 0, RandomNumberGenerator.GetBytes(32));
        return (JsonSerializer.SerializeToUtf8Bytes(header), KeyOf(header));
    }

    internal byte[] KeyFor(ReadOnlySpan<byte> header)
    {
        BackupHeader? read = null;
        try
        {
            read = JsonSerializer.Deserialize<BackupHeader>(header);
        }
        catch (JsonException) { }
        return read switch
        {
            null or { Salt: not { Length: 32 } } => throw new StoreRefusedException(
                "backup.altered",
                "The head of the backup was altered."
            ),
            { Format: not 1 } => throw new StoreRefusedException(
                "backup.format",
                $"The backup has format {read.Format}; this version reads format 1."
            ),
            _ when read.Derivation != _derivation => throw new StoreRefusedException(
                "backup.secret",
                read.Derivation == Slow
                    ? "The backup was made with a passphrase, not with a key file."
                    : "The backup was made with a key file, not with a passphrase."
            ),
            { Derivation: Slow, Iterations: < Iterations or > MostIterations } => throw new StoreRefusedException(
                "backup.altered",
                "The head of the backup was altered."
            ),
            _ => KeyOf(read),
        };
    }

    private byte[] KeyOf(BackupHeader header)
    {
        var stretched =
            header.Derivation == Slow
                ? Rfc2898DeriveBytes.Pbkdf2(_secret, header.Salt, header.Iterations, HashAlgorithmName.SHA512, 32)
                : _secret;
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, stretched, 32, header.Salt, "glidepath backup 1"u8.ToArray());
    }
}

/// <summary>Stands readable before the frames; every frame is bound to its bytes.</summary>
internal sealed record BackupHeader(int Format, string Derivation, int Iterations, byte[] Salt);
