using System.Collections.Concurrent;

namespace Glidepath.Storage.Privacy.Seals;

/// <summary>
/// Rows that decide access, kept after they were read and held against the head that seals them. A later read of the same head, to the
/// letter, need not read them again: every change of a row, on whatever node, is another head. So what decides is never older than the head
/// that stands in the snapshot. What somebody changed behind the program's back decides nothing meanwhile, and is noticed when the rows are
/// read next: after <see cref="Longest"/>, or by the daily look.
/// </summary>
internal sealed class KeptAccess(TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // Some kilobytes each.
    private const int Most = 4_000;

    private readonly ConcurrentDictionary<Guid, Kept> _kept = [];

    /// <returns>Null where they must be read.</returns>
    public IReadOnlyDictionary<Type, IReadOnlyList<object>>? Find(AccessHead head) =>
        _kept.TryGetValue(head.SubjectId, out var kept)
        && clock.GetElapsedTime(kept.At) < Longest
        && kept.Version == head.Version
        && kept.Tables == head.Tables
        && kept.Seal.AsSpan().SequenceEqual(head.Seal)
            ? kept.Rows
            : null;

    /// <param name="head">Which the rows were held against, and fit.</param>
    /// <param name="asked">By <see cref="TimeProvider.GetTimestamp"/>, before the rows were read.</param>
    public void Keep(AccessHead head, long asked, IReadOnlyDictionary<Type, IReadOnlyList<object>> rows)
    {
        if (_kept.Count >= Most)
            _kept.Clear();
        _kept[head.SubjectId] = new Kept(head.Version, head.Tables, head.Seal, asked, rows);
    }

    /// <summary>After a patient's keys were destroyed nothing that they opened stays.</summary>
    public void Forget(Guid subject) => _kept.TryRemove(subject, out _);

    public void Clear() => _kept.Clear();

    private sealed record Kept(long Version, string Tables, byte[] Seal, long At, IReadOnlyDictionary<Type, IReadOnlyList<object>> Rows);
}
