using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>
/// What a phone without a connection needs to seal an entry for this host alone, and the opening of what it sealed
/// (<c>docs/security/offline.md</c>). What an entry says is taken by the service of its kind.
/// </summary>
public sealed partial class PhoneEntriesService(Store store, CurrentActor who)
{
    /// <summary>
    /// Shorter than the answer to a write is kept (<c>CleanUp.AnswersLast</c>): what is older could not be told from what was taken once.
    /// </summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(28);

    private const string KeyPrefix = "phone:";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private string Owner => OwnerOf(who.Actor.AccountId);

    public async Task<PhoneHost> HostAsync(CancellationToken cancellationToken)
    {
        var newest = (await PhoneKeyPair.AllAsync(store, cancellationToken))[0];
        await using var db = store.CreateDbContext();
        var account = who.Actor.AccountId;
        var sent = await db
            .IdempotentWrites.AsNoTracking()
            .Where(w => w.AccountId == account && w.Key.StartsWith(KeyPrefix))
            .Select(w => w.Key)
            .ToListAsync(cancellationToken);
        return new PhoneHost(
            Owner,
            new PhoneKey(newest.Id, Convert.ToBase64String(newest.PublicKey)),
            await GenerationAsync(cancellationToken),
            [
                .. sent.Select(key => key[KeyPrefix.Length..].Split('-'))
                    .GroupBy(id => id[0], id => int.Parse(id[1], CultureInfo.InvariantCulture))
                    .Select(phone => new KnownPhone(phone.Key, phone.Max())),
            ]
        );
    }

    /// <summary>Another one after a restore: a phone then offers again what the backup may not have.</summary>
    public async Task<string> GenerationAsync(CancellationToken cancellationToken) =>
        (await RestoreMark.ReadAsync(store, cancellationToken))?.RestoredAt.Ticks.ToString(CultureInfo.InvariantCulture) ?? "0";

    /// <exception cref="RuleViolationException"><c>phone-entry.…</c>: of someone else, too old, sealed to a key that is gone, or
    /// not as it was sealed.</exception>
    public async Task<OpenedEntry> OpenAsync(PhoneEntry entry, CancellationToken cancellationToken)
    {
        // Before it is opened: on a phone that two people use it waits for the other.
        if (entry.Owner != Owner)
            throw new RuleViolationException(OtherPerson);
        if (!Id().IsMatch(entry.Id) || Read(entry.RecordedAt) is not { } recordedAt)
            throw new RuleViolationException("phone-entry.altered");
        if (store.Clock.GetUtcNow() - recordedAt > Oldest)
            throw new RuleViolationException("phone-entry.too-old", ("days", Oldest.Days));
        var pair =
            (await PhoneKeyPair.AllAsync(store, cancellationToken)).FirstOrDefault(p => p.Id == entry.KeyId)
            ?? throw new RuleViolationException("phone-entry.key-gone");
        try
        {
            var sealedBytes = Convert.FromBase64String(entry.Ciphertext);
            var (oneTime, iv) = (Convert.FromBase64String(entry.EphemeralKey), Convert.FromBase64String(entry.Iv));
            var content = JsonSerializer.Deserialize<Content>(pair.Open(oneTime, iv, sealedBytes, entry.Bound), Json);
            if (content is not { Fields: { } fields } || Array.Exists(fields, f => f is not [not null, not null]))
                throw new RuleViolationException("phone-entry.altered");
            return new OpenedEntry(
                entry.Kind,
                NotAhead(recordedAt),
                content.On,
                [.. fields.Select(f => KeyValuePair.Create(f[0], f[1]))],
                Convert.ToHexStringLower(SHA256.HashData(sealedBytes)),
                new Once(KeyPrefix + entry.Id, $"{entry.Bound}\n{entry.EphemeralKey}\n{entry.Iv}\n{entry.Ciphertext}")
            );
        }
        catch (Exception failed) when (failed is CryptographicException or FormatException or ArgumentException or JsonException)
        {
            throw new RuleViolationException("phone-entry.altered");
        }
    }

    /// <summary>A clock that is ahead by up to a day is taken as now: further off it is for the entry to refuse.</summary>
    private DateTime NotAhead(DateTimeOffset recordedAt) =>
        store.Clock.GetUtcNow() is var now && recordedAt > now && recordedAt < now.AddDays(1) ? now.UtcDateTime : recordedAt.UtcDateTime;

    /// <summary>What was refused may be taken yet, once the one who wrote it signs in.</summary>
    public const string OtherPerson = "phone-entry.other-person";

    /// <summary>Says on a phone who wrote an entry, and to nobody who that is: the ids of accounts cannot be guessed.</summary>
    internal static string OwnerOf(Guid account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"glidepath phone {account}"))[..16]);

    private static DateTimeOffset? Read(string instant) =>
        DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) ? read : null;

    [GeneratedRegex("^[0-9a-f]{16}-[0-9]{1,9}-[0-9a-f]{8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    /// <summary>What was sealed: the day on the phone, and the form, a name and a value each.</summary>
    private sealed record Content(DateOnly On, string[][]? Fields);
}

/// <param name="Owner">Stands on each entry of this account.</param>
/// <param name="Phones">From which entries came lately.</param>
public sealed record PhoneHost(string Owner, PhoneKey Key, string Generation, IReadOnlyList<KnownPhone> Phones);

/// <param name="PublicKey">A point of P-256, uncompressed, in base64.</param>
public sealed record PhoneKey(string Id, string PublicKey);

/// <param name="Name">That a phone chose for itself; another one after its storage was cleared.</param>
/// <param name="Last">The highest number that came from it.</param>
public sealed record KnownPhone(string Name, int Last);

/// <summary>As a phone sends it; bytes are in base64.</summary>
/// <param name="Kind">What it is, for the service that takes it.</param>
/// <param name="Id">The name of the phone, the number on it, and chance.</param>
/// <param name="RecordedAt">By the clock of the phone.</param>
/// <param name="OffsetMinutes">Of the phone, to UTC.</param>
public sealed record PhoneEntry(
    string Kind,
    string Id,
    string Owner,
    string KeyId,
    string EphemeralKey,
    string Iv,
    string Ciphertext,
    string RecordedAt,
    int OffsetMinutes
)
{
    /// <summary>As <c>offline-seal.js</c> binds it.</summary>
    internal string Bound =>
        string.Create(CultureInfo.InvariantCulture, $"glidepath {Kind} 1|{Id}|{Owner}|{KeyId}|{RecordedAt}|{OffsetMinutes}");
}

/// <param name="At">UTC. By the clock of the phone; now where that is ahead by up to a day.</param>
/// <param name="On">The day there, by the clock of the phone.</param>
/// <param name="Fields">As the form has them.</param>
/// <param name="Hash">SHA-256 of what was sealed.</param>
public sealed record OpenedEntry(
    string Kind,
    DateTime At,
    DateOnly On,
    IReadOnlyList<KeyValuePair<string, string>> Fields,
    string Hash,
    Once Once
);
