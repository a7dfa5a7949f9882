using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Glidepath.Storage.Privacy.Seals;

/// <summary>
/// What decides access to one patient, one account, or (<see cref="Programme"/>) to all: how many rows each table has of it, and one
/// digest of them, under a keyed seal. A row that was changed, added or taken out from outside no longer fits; nor does a table that is
/// shorter than its count.
/// </summary>
public sealed class AccessHead
{
    /// <summary>The subject of registers that bear on everybody.</summary>
    public static readonly Guid Programme = Guid.Empty;

    private AccessHead() { }

    internal AccessHead(Guid subjectId) => SubjectId = subjectId;

    /// <summary>A patient, an account, or <see cref="Programme"/>.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>1, 2, 3 … with each change; what the trail says of it last is no higher.</summary>
    public long Version { get; private set; }

    /// <summary><c>Consent=2:digest;…</c>, in order of the names; digests in hexadecimal.</summary>
    public string Tables { get; private set; } = "";

    public byte[] Seal { get; private set; } = [];

    /// <summary>As it stands in the trail: whose, the version, the first half of the seal.</summary>
    internal string Mark =>
        string.Create(CultureInfo.InvariantCulture, $"{SubjectId:N}={Version}:{Convert.ToHexStringLower(Seal.AsSpan(0, 16))}");

    internal bool IsSealed(byte[] key) => CryptographicOperations.FixedTimeEquals(Seal, SealOf(key));

    internal IReadOnlyDictionary<string, SealedRows> Read() =>
        Tables
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', ':'))
            .ToDictionary(
                part => part[0],
                part => new SealedRows(int.Parse(part[1], CultureInfo.InvariantCulture), Convert.FromHexString(part[2]))
            );

    internal void Advance(byte[] key, IReadOnlyDictionary<string, SealedRows> tables)
    {
        (Version, Tables) = (Version + 1, Written(tables));
        Seal = SealOf(key);
    }

    internal static string Written(IReadOnlyDictionary<string, SealedRows> tables) =>
        string.Join(
            ';',
            tables
                .Where(t => t.Value.Count != 0)
                .OrderBy(t => t.Key, StringComparer.Ordinal)
                .Select(t =>
                    string.Create(CultureInfo.InvariantCulture, $"{t.Key}={t.Value.Count}:{Convert.ToHexStringLower(t.Value.Digest)}")
                )
        );

    private byte[] SealOf(byte[] key) =>
        HMACSHA256.HashData(
            key,
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"head|{SubjectId}|{Version}|{Tables}"))
        );
}

/// <summary>
/// Rows of one table, whatever their order: each has a keyed digest, and these are added without carry. Who has not the key can make no
/// digest, and the sum itself stands under the seal of its head.
/// </summary>
internal readonly record struct SealedRows(int Count, byte[] Digest)
{
    public static readonly SealedRows None = new(0, new byte[32]);

    public SealedRows With(byte[] row) => new(Count + 1, Sum(row));

    public SealedRows Without(byte[] row) => new(Count - 1, Sum(row));

    public bool Fits(SealedRows other) => Count == other.Count && CryptographicOperations.FixedTimeEquals(Digest, other.Digest);

    private byte[] Sum(byte[] row)
    {
        var sum = (byte[])Digest.Clone();
        for (var i = 0; i < sum.Length; i++)
            sum[i] ^= row[i];
        return sum;
    }
}

/// <summary>
/// What decides access does not fit its seal: somebody changed the store without the program. Nothing was shown. The message is for whoever
/// wanted to see the record; the trace in the log says what it was.
/// </summary>
public sealed class AccessSealException(string what)
    : Exception(
        "This is closed: the store was changed from outside Glidepath, and who may see it can no longer be told for sure. Nothing was shown "
            + "or changed. Call the administrator and the privacy officer now."
    )
{
    /// <summary>The table, or that the head itself is broken or missing. Names nobody.</summary>
    public string What { get; } = what;

    public override string ToString() => $"{What}: {base.ToString()}";
}
