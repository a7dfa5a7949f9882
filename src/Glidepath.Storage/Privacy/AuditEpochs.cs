using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// The audit keys of a store, one after the other. A row is never sealed again: the first one under a new key names the key before it and
/// is linked over the last row of that. The secret before is kept in the store, sealed under the one after it, so that who has the newest
/// verifies all rows; it is used for nothing else.
/// </summary>
internal sealed class AuditEpochs
{
    private const string Fact = "audit.earlier.",
        Change = "rotate.audit.",
        Target = "Keys";

    private readonly List<(long Last, KeyFiles Keys)> _earlier = [];
    private readonly List<byte[]> _ofRows;
    private int _at;

    private AuditEpochs(KeyFiles current, IEnumerable<(long Last, KeyFiles Keys)> earlier)
    {
        _earlier.AddRange(earlier);
        Keys = [.. _earlier.Select(e => e.Keys), current];
        _ofRows = [.. Keys.Select(k => new ChainKey(k).OfRows)];
    }

    /// <summary>The oldest first; the last is the one in use.</summary>
    public IReadOnlyList<KeyFiles> Keys { get; }

    /// <summary>Null where each key before is there as it was kept.</summary>
    public string? Problem { get; private init; }

    public static async Task<AuditEpochs> ReadAsync(GlidepathDbContext db, KeyFiles current, CancellationToken cancellationToken)
    {
        var facts = await db
            .StoreFacts.AsNoTracking()
            .Where(f => f.Name.StartsWith(Fact))
            .ToDictionaryAsync(f => f.Name, f => f.Value, cancellationToken);
        var changes = await db.AuditEvents.CountAsync(e => e.Target == Target && e.Reason.StartsWith(Change), cancellationToken);
        var (earlier, keys, before) = (new List<(long Last, KeyFiles Keys)>(), current, long.MaxValue);
        for (var number = facts.Count; number > 0; number--)
        {
            if (
                facts.GetValueOrDefault(Name(number))?.Split(' ') is not [var last, var fingerprint, var sealedKey]
                || !long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
                || row >= before
                || keys.OpenEarlier(fingerprint, sealedKey) is not { } opened
            )
                return new(current, [])
                {
                    Problem =
                        $"The audit key number {number}, which sealed rows before it was changed, is not as it was kept in the store.",
                };
            earlier.Insert(0, (row, opened));
            (keys, before) = (opened, row);
        }
        return new(current, earlier)
        {
            Problem =
                changes == facts.Count
                    ? null
                    : $"The audit key was changed {changes} times by the audit, and the store keeps {facts.Count} keys of before.",
        };
    }

    /// <summary>The first row under a new key.</summary>
    public static AuditEntry FirstRow(KeyFiles earlier) =>
        new(AuditAction.Configure, Target, Reason: Change + earlier.Fingerprint("audit"));

    /// <param name="last">The last row that the earlier key seals.</param>
    public static async Task AddAsync(
        GlidepathDbContext db,
        KeyFiles earlier,
        KeyFiles next,
        long last,
        CancellationToken cancellationToken
    )
    {
        var number = 1 + await db.StoreFacts.CountAsync(f => f.Name.StartsWith(Fact), cancellationToken);
        db.Add(
            new StoreFact
            {
                Name = Name(number),
                Value = string.Create(CultureInfo.InvariantCulture, $"{last} {earlier.Fingerprint("audit")} {next.SealEarlier(earlier)}"),
            }
        );
    }

    /// <summary>Of the rows one after the other, from the first.</summary>
    /// <param name="mac">Of the row before; then of this one.</param>
    /// <returns>Whether it is sealed as it was written, by the key of its place.</returns>
    public bool Fits(AuditEvent row, ref byte[] mac)
    {
        var isFirst = _at < _earlier.Count && row.Sequence == _earlier[_at].Last + 1;
        if (isFirst)
            _at++;
        mac = row.MacAfter(_ofRows[_at], mac);
        return CryptographicOperations.FixedTimeEquals(mac, row.Mac) && (!isFirst || row.Reason == FirstRow(_earlier[_at - 1].Keys).Reason);
    }

    private static string Name(int number) => Fact + number.ToString(CultureInfo.InvariantCulture);
}
