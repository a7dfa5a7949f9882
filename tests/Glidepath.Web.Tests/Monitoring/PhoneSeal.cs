using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Glidepath.Web.Tests.Monitoring;

/// <summary>A phone as <c>offline-seal.js</c> is one, written once more: what both sides agree on is said twice.</summary>
/// <param name="name">That the phone chose for itself; null for another one each time.</param>
internal sealed class PhoneSeal(string owner, string keyId, byte[] hostKey, string? name = null)
{
    private int _number;

    public string Name { get; } = name ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Of the answer of <c>/api/me/offline</c>.</summary>
    public static PhoneSeal Of(JsonNode host, string? name = null) =>
        new(
            host["owner"]!.GetValue<string>(),
            host["key"]!["id"]!.GetValue<string>(),
            Convert.FromBase64String(host["key"]!["publicKey"]!.GetValue<string>()),
            name
        );

    public JsonObject Seal(DateOnly on, DateTimeOffset at, params (string Name, string Value)[] fields) =>
        SealAs("check-in", on, at, fields);

    public JsonObject SealAs(string kind, DateOnly on, DateTimeOffset at, params (string Name, string Value)[] fields)
    {
        var content = new
        {
            on = on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            fields = fields.Select(f => new[] { f.Name, f.Value }),
        };
        return Seal(JsonSerializer.Serialize(content).PadRight(1024), at, kind);
    }

    public JsonObject Seal(string content, DateTimeOffset at, string kind = "check-in")
    {
        var (id, recordedAt) = (
            $"{Name}-{++_number}-0a1b2c3d",
            at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
        );
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var theirs = ECDiffieHellman.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = hostKey[1..33], Y = hostKey[33..] },
            }
        );
        var q = once.ExportParameters(false).Q;
        byte[] ephemeral = [4, .. q.X!, .. q.Y!];
        var key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            once.DeriveRawSecretAgreement(theirs.PublicKey),
            32,
            [.. ephemeral, .. hostKey],
            Encoding.UTF8.GetBytes("glidepath phone entry 1")
        );
        var (iv, plain) = (RandomNumberGenerator.GetBytes(12), Encoding.UTF8.GetBytes(content));
        var sealedBytes = new byte[plain.Length + 16];
        using (var aes = new AesGcm(key, 16))
            aes.Encrypt(
                iv,
                plain,
                sealedBytes.AsSpan(0, plain.Length),
                sealedBytes.AsSpan(plain.Length),
                Encoding.UTF8.GetBytes($"glidepath {kind} 1|{id}|{owner}|{keyId}|{recordedAt}|-480")
            );
        return new JsonObject
        {
            ["kind"] = kind,
            ["id"] = id,
            ["owner"] = owner,
            ["keyId"] = keyId,
            ["ephemeralKey"] = Convert.ToBase64String(ephemeral),
            ["iv"] = Convert.ToBase64String(iv),
            ["ciphertext"] = Convert.ToBase64String(sealedBytes),
            ["recordedAt"] = recordedAt,
            ["offsetMinutes"] = -480,
        };
    }
}
