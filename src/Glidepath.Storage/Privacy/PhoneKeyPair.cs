using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// A key pair of the store, on the curve P-256. A phone without a connection seals an entry to the public half and cannot open it again;
/// the private half is a fact of the store, sealed under the key of the record, and so in each backup. The newest seals, and those before
/// it open what was sealed to them.
/// </summary>
public sealed class PhoneKeyPair
{
    private const string Fact = "phone-key.",
        Use = "phone entries";

    private const int TagLength = 16,
        PointLength = 65,
        CoordinateLength = 32;

    /// <summary>Longer than any entry is taken after it was written (<c>CheckIn.DaysBack</c>).</summary>
    private static readonly TimeSpan OldOnesLast = TimeSpan.FromDays(60);

    private readonly byte[] _private;

    private PhoneKeyPair(string id, DateTime madeAt, byte[] privateKey, byte[] publicKey) =>
        (Id, MadeAt, _private, PublicKey) = (id, madeAt, privateKey, publicKey);

    /// <summary>Made of the public half.</summary>
    public string Id { get; }

    public DateTime MadeAt { get; }

    /// <summary>The point, uncompressed: 4, x, y.</summary>
    public byte[] PublicKey { get; }

    /// <returns>The newest first; never empty in a store that was opened.</returns>
    public static async Task<IReadOnlyList<PhoneKeyPair>> AllAsync(Store store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        return await ReadAsync(db, store.Keys, cancellationToken);
    }

    /// <exception cref="CryptographicException">Altered, or sealed otherwise.</exception>
    /// <param name="oneTime">The sender's public half, as a point.</param>
    /// <param name="bound">What was not sealed, and yet may not be changed.</param>
    public byte[] Open(byte[] oneTime, byte[] iv, byte[] sealedBytes, string bound)
    {
        if (sealedBytes.Length < TagLength)
            throw new CryptographicException("The entry is cut short.");
        using var own = Import(_private);
        using var theirs = ECDiffieHellman.Create(Point(oneTime));
        var key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            own.DeriveRawSecretAgreement(theirs.PublicKey),
            32,
            salt: [.. oneTime, .. PublicKey],
            info: "glidepath phone entry 1"u8.ToArray()
        );
        var plain = new byte[sealedBytes.Length - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(iv, sealedBytes.AsSpan(0, plain.Length), sealedBytes.AsSpan(plain.Length), plain, Encoding.UTF8.GetBytes(bound));
        return plain;
    }

    /// <summary>At the start of a store that has none.</summary>
    internal static async Task EnsureAsync(GlidepathDbContext db, KeyFiles keys, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.StoreFacts.AnyAsync(f => f.Name.StartsWith(Fact), cancellationToken))
            return;
        db.Add(Make(keys, now));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A new pair, and those before it sealed under the new keys; what is too old to have anything left to open is gone.</summary>
    internal static async Task RenewAsync(
        GlidepathDbContext db,
        KeyFiles before,
        KeyFiles next,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var facts = await db.StoreFacts.Where(f => f.Name.StartsWith(Fact)).ToListAsync(cancellationToken);
        var newest = facts.Select(f => Of(f, before)).Max(p => p.MadeAt);
        foreach (var fact in facts)
            if (now - newest > OldOnesLast && Of(fact, before).MadeAt < newest)
                db.Remove(fact);
            else
                fact.Value = Value(Of(fact, before), next);
        db.Add(Make(next, now));
    }

    private static async Task<IReadOnlyList<PhoneKeyPair>> ReadAsync(GlidepathDbContext db, KeyFiles keys, CancellationToken stop) =>
        [
            .. (await db.StoreFacts.AsNoTracking().Where(f => f.Name.StartsWith(Fact)).ToListAsync(stop))
                .Select(f => Of(f, keys))
                .OrderByDescending(p => p.MadeAt)
                .ThenBy(p => p.Id, StringComparer.Ordinal),
        ];

    private static StoreFact Make(KeyFiles keys, DateTime now)
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var pair = Of(key.ExportPkcs8PrivateKey(), now);
        return new StoreFact { Name = Fact + pair.Id, Value = Value(pair, keys) };
    }

    private static string Value(PhoneKeyPair pair, KeyFiles keys) =>
        string.Create(CultureInfo.InvariantCulture, $"{pair.MadeAt:O} {Convert.ToBase64String(keys.SealSecret(Use, pair._private))}");

    private static PhoneKeyPair Of(StoreFact fact, KeyFiles keys) =>
        fact.Value.Split(' ') is [var madeAt, var sealedKey]
            ? Of(
                keys.OpenSecret(Use, Convert.FromBase64String(sealedKey)),
                DateTime.ParseExact(madeAt, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
            )
            : throw new CryptographicException($"The store does not hold {fact.Name} as it was written.");

    private static PhoneKeyPair Of(byte[] privateKey, DateTime madeAt)
    {
        using var key = Import(privateKey);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        byte[] publicKey = [4, .. point.X!, .. point.Y!];
        return new(Convert.ToHexStringLower(SHA256.HashData(publicKey)[..8]), madeAt, privateKey, publicKey);
    }

    private static ECDiffieHellman Import(byte[] privateKey)
    {
        var key = ECDiffieHellman.Create();
        key.ImportPkcs8PrivateKey(privateKey, out _);
        return key;
    }

    private static ECParameters Point(byte[] point) =>
        point is [4, ..] && point.Length == PointLength
            ? new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..(1 + CoordinateLength)], Y = point[(1 + CoordinateLength)..] },
            }
            : throw new CryptographicException("The sender's key is no point of P-256.");
}
