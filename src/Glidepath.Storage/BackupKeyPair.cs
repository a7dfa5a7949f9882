using System.Security.Cryptography;
using Glidepath.Storage.Privacy;

namespace Glidepath.Storage;

/// <summary>
/// The operator's key pair, on the curve P-256, in PEM files as OpenSSL makes them too. The host seals to the public half; the private half
/// opens, and stands nowhere near the host.
/// </summary>
public sealed class BackupKeyPair
{
    private const string Curve = "1.2.840.10045.3.1.7";

    private readonly ECParameters _private;

    private BackupKeyPair(ECDiffieHellman key, bool hasPrivate)
    {
        HasPrivate = hasPrivate;
        PublicKey = key.ExportSubjectPublicKeyInfo();
        if (hasPrivate)
            _private = key.ExportParameters(includePrivateParameters: true);
    }

    public bool HasPrivate { get; }

    /// <summary>SubjectPublicKeyInfo.</summary>
    internal byte[] PublicKey { get; }

    /// <summary>Tells key pairs apart: stands in each backup, on the administrator's page and in what the command says.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(PublicKey)[..8]);

    public static (string PrivatePem, string PublicPem) Make()
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return (key.ExportPkcs8PrivateKeyPem() + "\n", key.ExportSubjectPublicKeyInfoPem() + "\n");
    }

    public static bool IsPem(string text) => text.Contains("-----BEGIN ", StringComparison.Ordinal);

    /// <exception cref="StoreRefusedException">No key of this curve, or one that asks for a passphrase.</exception>
    public static BackupKeyPair Of(string pem)
    {
        if (pem.Contains("ENCRYPTED", StringComparison.Ordinal))
            throw new StoreRefusedException(
                "backup.key",
                "The key file asks for a passphrase of its own. Take it off first, as `openssl pkey -in FILE` does."
            );
        try
        {
            using var key = ECDiffieHellman.Create();
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid is { Value: Curve } or { FriendlyName: "nistP256" })
                return new(key, pem.Contains("PRIVATE KEY-----", StringComparison.Ordinal));
        }
        catch (Exception failed) when (IsNoSuchKey(failed)) { }
        throw new StoreRefusedException(
            "backup.key",
            "The key file does not hold a key of the curve P-256 in PEM, as `glidepath backup key` makes it."
        );
    }

    /// <summary>A secret with the public half, of which only the other side of <see cref="Agree"/> learns too.</summary>
    internal (byte[] OneTime, byte[] Shared) AgreeAnew()
    {
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var theirs = Of(PublicKey);
        return (once.ExportSubjectPublicKeyInfo(), once.DeriveRawSecretAgreement(theirs.PublicKey));
    }

    /// <summary>What the platform throws for a key of another kind or curve, or for none.</summary>
    internal static bool IsNoSuchKey(Exception failed) =>
        failed is CryptographicException or ArgumentException or PlatformNotSupportedException;

    /// <exception cref="Exception">As of <see cref="IsNoSuchKey"/>: <paramref name="oneTime"/> is no key of this curve.</exception>
    internal byte[] Agree(byte[] oneTime)
    {
        using var own = ECDiffieHellman.Create(_private);
        using var theirs = Of(oneTime);
        return own.DeriveRawSecretAgreement(theirs.PublicKey);
    }

    private static ECDiffieHellman Of(byte[] publicKey)
    {
        var key = ECDiffieHellman.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
