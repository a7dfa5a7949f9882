using System.Collections.Concurrent;
using System.Security.Cryptography;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// Unwrapped data keys, kept in memory while the process lives. Reads wrapped ones through <paramref name="load"/>, apart from the caller's
/// transaction.
/// </summary>
/// <param name="load">Of one patient, or of all where null.</param>
public sealed class KeyRing(KeyFiles files, Func<Guid?, IEnumerable<PatientKey>> load)
{
    private readonly ConcurrentDictionary<(Guid, KeyScope), byte[]?> _keys = [];
    private readonly byte[] _record = files.Derive("record", "wrap");
    private readonly byte[] _notes = files.Derive("notes", "wrap");
    private volatile bool _loadedAll;

    /// <summary>Of the look-up of names and numbers; never serves another use.</summary>
    internal byte[] IndexKey { get; } = files.Derive("record", "index");

    /// <exception cref="KeyDestroyedException"/>
    /// <exception cref="KeyNotFoundException">No key was ever made.</exception>
    internal byte[] Get(Guid patientId, KeyScope scope) =>
        TryGet(patientId, scope, out var key)
            ? key ?? throw new KeyDestroyedException()
            : throw new KeyNotFoundException($"No {scope} key.");

    /// <param name="key">Null where it was destroyed.</param>
    internal bool TryGet(Guid patientId, KeyScope scope, out byte[]? key)
    {
        if (_keys.TryGetValue((patientId, scope), out key))
            return true;
        // The first miss brings all keys in one query, a later one those of the newcomer.
        Guid? one = _loadedAll ? patientId : null;
        foreach (var stored in load(one))
            Keep(stored);
        _loadedAll = true;
        return _keys.TryGetValue((patientId, scope), out key);
    }

    /// <summary>A new key and its row; <see cref="Keep(PatientKey)"/> it only after the row is committed.</summary>
    internal (byte[] Key, PatientKey Row) Make(Guid patientId, KeyScope scope, DateTime now)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        return (key, new PatientKey(patientId, scope, FieldCipher.Seal(WrappingKey(scope), Place(patientId, scope), key), now));
    }

    /// <summary>Under the keys of another ring, for the same patient and scope.</summary>
    internal void Rewrap(PatientKey row, KeyRing to)
    {
        var place = Place(row.PatientId, row.Scope);
        row.Rewrap(FieldCipher.Seal(to.WrappingKey(row.Scope), place, FieldCipher.Open(WrappingKey(row.Scope), place, row.Wrapped!)));
    }

    /// <summary>All that there are, where a transaction holds them that no other connection sees yet.</summary>
    internal void KeepAll(IEnumerable<PatientKey> rows)
    {
        foreach (var row in rows)
            Keep(row);
        _loadedAll = true;
    }

    internal void Keep(PatientKey row) =>
        _keys[(row.PatientId, row.Scope)] = row.Wrapped is null
            ? null
            : FieldCipher.Open(WrappingKey(row.Scope), Place(row.PatientId, row.Scope), row.Wrapped);

    internal void Forget(Guid patientId)
    {
        foreach (var scope in Enum.GetValues<KeyScope>())
            _keys.TryRemove((patientId, scope), out _);
    }

    private byte[] WrappingKey(KeyScope scope) =>
        scope switch
        {
            KeyScope.Record => _record,
            KeyScope.CounsellingNotes => _notes,
        };

    private static string Place(Guid patientId, KeyScope scope) => FieldCipher.Place("PatientKeys", scope.ToString(), patientId);
}
