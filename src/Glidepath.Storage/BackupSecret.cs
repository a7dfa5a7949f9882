using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Glidepath.Storage.Privacy;

namespace Glidepath.Storage;

/// <summary>
/// What a backup is sealed with: a passphrase a person keeps, a key of 32 bytes, or the operator's key pair. Each becomes the key of one
/// file by a salt of its own.
/// </summary>
public sealed class BackupSecret
{
    public const int ShortestPassphrase = 12;

    // OWASP asks 210,000 rounds of PBKDF2-HMAC-SHA512; a backup is opened rarely and attacked at leisure.
    internal const int Iterations = 600_000,
        MostIterations = 10_000_000;

    // Format 2 is format 1 with a head that says for which key pair; what follows the head is the same.
    private const int OneSecret = 1,
        KeyPair = 2;

    private const string Slow = "PBKDF2-HMAC-SHA512",
        Fast = "HKDF-SHA256",
        Paired = "ECDH-P256-HKDF-SHA256";

    private readonly byte[] _secret = [];
    private readonly BackupKeyPair? _pair;
    private readonly string _derivation;

    // Who only has the public half reads back what it has just sealed, and nothing else.
    private (byte[] Header, byte[] Key)? _justSealed;

    private BackupSecret(byte[] secret, string derivation) => (_secret, _derivation) = (secret, derivation);

    private BackupSecret(BackupKeyPair pair) => (_pair, _derivation) = (pair, Paired);

    /// <exception cref="StoreRefusedException">Too short.</exception>
    public static BackupSecret OfPassphrase(string passphrase) =>
        passphrase.Length >= ShortestPassphrase
            ? new(Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC)), Slow)
            : throw new StoreRefusedException(
                "backup.passphrase",
                $"The passphrase has {passphrase.Length} characters; at least {ShortestPassphrase} are accepted."
            );

    /// <param name="text">32 bytes in base64, or half of a key pair in PEM: the public one to seal, the private one to open.</param>
    /// <exception cref="StoreRefusedException">Neither.</exception>
    public static BackupSecret OfKey(string text)
    {
        if (BackupKeyPair.IsPem(text))
            return OfPair(BackupKeyPair.Of(text));
        var key = new byte[35];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == 32
            ? new(key[..32], Fast)
            : throw new StoreRefusedException(
                "backup.key",
                "The key file does not hold a key: 32 bytes in base64 are accepted, as `openssl rand -base64 32` makes them, or a key "
                    + "of `glidepath backup key`."
            );
    }

    public static BackupSecret OfPair(BackupKeyPair pair) => new(pair);

    /// <summary>A header for a new file, and the key that goes with it.</summary>
    internal (byte[] Header, byte[] Key) New()
    {
        var salt = RandomNumberGenerator.GetBytes(32);
        if (_pair is null)
        {
            var plain = new BackupHeader(OneSecret, _derivation, _derivation == Slow ? Iterations : 0, salt);
            return (JsonSerializer.SerializeToUtf8Bytes(plain), KeyOf(plain));
        }
        var (oneTime, shared) = _pair.AgreeAnew();
        var header = JsonSerializer.SerializeToUtf8Bytes(new BackupHeader(KeyPair, _derivation, 0, salt, oneTime, _pair.Fingerprint));
        var made = (header, KeyOf(shared, salt, oneTime));
        _justSealed = made;
        return made;
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
            null or { Salt: not { Length: 32 } } => throw Altered(),
            { Format: not (OneSecret or KeyPair) } => throw new StoreRefusedException(
                "backup.format",
                $"The backup has format {read.Format}; this version reads formats {OneSecret} and {KeyPair}."
            ),
            _ when (read.Format == KeyPair) != (read.Derivation == Paired) => throw Altered(),
            _ when read.Derivation != _derivation => throw new StoreRefusedException(
                "backup.secret",
                $"The backup was made with {Words(read.Derivation)}, not with {Words(_derivation)}."
            ),
            { Derivation: Slow, Iterations: < Iterations or > MostIterations } => throw Altered(),
            { Derivation: Paired } => KeyOf(read, header),
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

    private byte[] KeyOf(BackupHeader read, ReadOnlySpan<byte> header)
    {
        if (_justSealed is { } made && header.SequenceEqual(made.Header))
            return made.Key;
        if (read is not { OneTimeKey: { } oneTime, SealedFor: { } sealedFor })
            throw Altered();
        if (sealedFor != _pair!.Fingerprint)
            throw new StoreRefusedException(
                "backup.pair",
                $"The backup is sealed for the key {Short(sealedFor)}; the file you named holds the key {_pair.Fingerprint}. Name the "
                    + "private key that was made with the public one."
            );
        if (!_pair.HasPrivate)
            throw new StoreRefusedException(
                "backup.public",
                $"The public key {sealedFor} only seals. Name the private key that was made with it: it alone opens the backup."
            );
        try
        {
            return KeyOf(_pair.Agree(oneTime), read.Salt, oneTime);
        }
        catch (Exception failed) when (BackupKeyPair.IsNoSuchKey(failed))
        {
            throw Altered();
        }
    }

    /// <summary>Bound to both halves that it came of, so that neither can be put in the other's place.</summary>
    private byte[] KeyOf(byte[] shared, byte[] salt, byte[] oneTime) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, salt, [.. "glidepath backup 2"u8, .. oneTime, .. _pair!.PublicKey]);

    private static string Words(string derivation) =>
        derivation switch
        {
            Slow => "a passphrase",
            Fast => "a key file of 32 bytes",
            Paired => "the operator's key pair",
            _ => "a secret that this version does not know",
        };

    // As in a file that somebody may have altered.
    private static string Short(string text) => text.Length > 16 ? text[..16] + "…" : text;

    private static StoreRefusedException Altered() => new("backup.altered", "The head of the backup was altered.");
}

/// <summary>Stands readable before the frames; every frame is bound to its bytes.</summary>
/// <param name="OneTimeKey">Of format 2: the public half that was made for this file alone.</param>
/// <param name="SealedFor">Of format 2: the fingerprint of the operator's key.</param>
internal sealed record BackupHeader(
    int Format,
    string Derivation,
    int Iterations,
    byte[] Salt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] byte[]? OneTimeKey = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? SealedFor = null
);
