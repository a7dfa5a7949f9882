using System.Security.Cryptography;
using System.Text;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// The three secrets of an installation, 32 bytes each, outside the database: <c>record</c> wraps patients' keys, <c>notes</c> wraps those
/// of counselling notes, <c>audit</c> seals the audit chain. What is needed beside them is derived (HKDF-SHA-256).
/// </summary>
public sealed class KeyFiles
{
    internal const int Length = 32;

    public static readonly IReadOnlyList<string> Names = ["record", "notes", "audit"];

    private readonly Dictionary<string, byte[]> _secrets;

    private KeyFiles(Dictionary<string, byte[]> secrets) => _secrets = secrets;

    /// <summary>
    /// Each from the variable <c>GLIDEPATH_KEY_RECORD</c> (_NOTES, _AUDIT; base64, as a key service hands it over), else from
    /// <c>record.key</c> and so on in
    /// <paramref name="folder"/>, or the folder named by <c>GLIDEPATH_KEYS</c>.
    /// </summary>
    /// <param name="create">Make the files that are not there: only for a store that is new.</param>
    /// <exception cref="StoreRefusedException">A key is missing or has the wrong length.</exception>
    public static KeyFiles Load(string folder, bool create, Func<string, string?>? environment = null)
    {
        environment ??= Environment.GetEnvironmentVariable;
        folder = FolderOf(folder, environment);
        return new(Names.ToDictionary(name => name, name => One(name, folder, create, environment)));
    }

    public static KeyFiles Of(IReadOnlyDictionary<string, byte[]> secrets) => new(secrets.ToDictionary());

    /// <summary>One key out of a file of its own.</summary>
    /// <exception cref="StoreRefusedException">It holds no key.</exception>
    public static byte[] ReadOne(string path) => Read(File.ReadAllText(path), path);

    /// <param name="folder">Where no other is named.</param>
    internal static string FolderOf(string folder, Func<string, string?> environment) =>
        environment("GLIDEPATH_KEYS") is { Length: > 0 } elsewhere ? elsewhere : folder;

    /// <summary>Through which a key service hands a key over.</summary>
    internal static string VariableOf(string name) => "GLIDEPATH_KEY_" + name.ToUpperInvariant();

    internal IReadOnlyDictionary<string, byte[]> Secrets => _secrets;

    /// <summary>A key for one use, so that no secret serves two.</summary>
    internal byte[] Derive(string name, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secrets[name], Length, info: Encoding.UTF8.GetBytes("glidepath " + use));

    /// <summary>
    /// Seals what is about no patient but must not be read from the database: an authenticator's secret, a key of the host.
    /// </summary>
    /// <param name="use">One word a kind; it is part of the key and of what is authenticated.</param>
    public byte[] SealSecret(string use, byte[] plain) => FieldCipher.Seal(Derive("record", "secret " + use), Secret(use), plain);

    /// <exception cref="CryptographicException">Altered, of another kind, or sealed under another key.</exception>
    public byte[] OpenSecret(string use, byte[] sealedBytes) =>
        FieldCipher.Open(Derive("record", "secret " + use), Secret(use), sealedBytes);

    /// <summary>A keyed hash, for codes that must be found again but not read.</summary>
    public byte[] HashSecret(string use, string secret) => HashSecret(use, Encoding.UTF8.GetBytes(secret));

    internal byte[] HashSecret(string use, ReadOnlySpan<byte> secret) => HMACSHA256.HashData(Derive("record", "hash " + use), secret);

    /// <summary>These keys with one of them changed.</summary>
    internal KeyFiles With(string name, byte[] secret) => new(new Dictionary<string, byte[]>(_secrets) { [name] = secret });

    /// <summary>The audit key before this one, sealed under it: who has the new one verifies what the old one sealed.</summary>
    internal string SealEarlier(KeyFiles earlier) =>
        Convert.ToBase64String(
            FieldCipher.Seal(Derive("audit", "earlier"), Earlier(earlier.Fingerprint("audit")), earlier._secrets["audit"])
        );

    /// <param name="fingerprint">Of the earlier audit key.</param>
    /// <returns>Null where it was not sealed under this audit key, or is not that of the fingerprint.</returns>
    internal KeyFiles? OpenEarlier(string fingerprint, string sealedKey)
    {
        var bytes = new byte[sealedKey.Length];
        if (!Convert.TryFromBase64String(sealedKey, bytes, out var length))
            return null;
        try
        {
            var opened = With("audit", FieldCipher.Open(Derive("audit", "earlier"), Earlier(fingerprint), bytes[..length]));
            return opened.Fingerprint("audit") == fingerprint ? opened : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Earlier(string fingerprint) => FieldCipher.Place("audit", "earlier", fingerprint);

    private static string Secret(string use) => FieldCipher.Place("secret", use, "");

    /// <summary>Tells keys apart without telling them; stands in the store, so that a wrong key is noticed at the start.</summary>
    public string Fingerprint(string name) => Convert.ToHexStringLower(Derive(name, "fingerprint")[..8]);

    private static byte[] One(string name, string folder, bool create, Func<string, string?> environment)
    {
        var variable = VariableOf(name);
        if (environment(variable) is { Length: > 0 } given)
            return Read(given, variable);
        var path = Path.Combine(folder, name + ".key");
        if (!File.Exists(path))
        {
            if (!create)
                throw new StoreRefusedException(
                    "key.missing",
                    $"The key file {path} is not there. Put it back, or name its folder in GLIDEPATH_KEYS. Without it the record "
                        + $"cannot be read."
                );
            Write(folder, path, RandomNumberGenerator.GetBytes(Length));
        }
        return Read(File.ReadAllText(path), path);
    }

    internal static void Write(string folder, string path, byte[] secret)
    {
        OwnerOnly.CreateFolder(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var file = new FileStream(path, OwnerOnly.Options(FileMode.CreateNew));
        file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(secret)));
        file.Flush(flushToDisk: true);
    }

    private static byte[] Read(string text, string where)
    {
        var secret = new byte[Length + 3];
        return Convert.TryFromBase64String(text.Trim(), secret, out var length) && length == Length
            ? secret[..Length]
            : throw new StoreRefusedException("key.malformed", $"{where} does not hold a key: 32 bytes in base64 are expected.");
    }
}

/// <summary>The store may not be opened as it is. The message says what to do; it holds no secret and no person.</summary>
public sealed class StoreRefusedException(string rule, string message) : Exception(message)
{
    public string Rule { get; } = rule;
}
