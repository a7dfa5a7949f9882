using System.Globalization;

namespace Glidepath.Storage.Privacy;

public sealed record DestroyedKey(DateTime At, Guid PatientId);

/// <summary>
/// Whose keys were destroyed, in a file outside the database beside the anchors, a line a time: <c>instant patient seal</c>. A backup made
/// before still holds the wrapped key; restore reads this list and destroys it again.
/// </summary>
public static class DestroyedKeys
{
    internal const string Use = "destroyed-keys";

    /// <summary>
    /// Call it before the key itself is destroyed: a line too many destroys again what is destroyed, a line too few brings back what must
    /// not come back.
    /// </summary>
    public static Task AppendAsync(Store store, Guid patientId, DateTime at, CancellationToken cancellationToken = default) =>
        AppendAsync(store.Location.DestroyedKeysFile, store.Keys, new(at, patientId), cancellationToken);

    /// <exception cref="StoreRefusedException">A line is not as it was written, or the file was sealed under other keys.</exception>
    public static IReadOnlyList<DestroyedKey> Read(Store store) => Read(store.Location.DestroyedKeysFile, store.Keys);

    internal static Task AppendAsync(string path, KeyFiles keys, DestroyedKey destroyed, CancellationToken cancellationToken)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{destroyed.At.ToUniversalTime():O} {destroyed.PatientId}");
        return new SealedLines(path, keys, Use).AppendAsync(
            known => known.Any(k => Of(k)?.PatientId == destroyed.PatientId) ? null : line,
            cancellationToken
        );
    }

    internal static IReadOnlyList<DestroyedKey> Read(string path, KeyFiles keys)
    {
        var lines = new SealedLines(path, keys, Use).Read(out var problem);
        return problem is null
            ?
            [
                .. lines.Select(
                    (l, i) =>
                        Of(l) ?? throw new StoreRefusedException("sealed.altered", $"Line {i + 1} of {path} is not as it was written.")
                ),
            ]
            : throw new StoreRefusedException("sealed.altered", problem);
    }

    private static DestroyedKey? Of(string line) =>
        line.Split(' ') is [var at, var patient]
        && DateTime.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
        && Guid.TryParseExact(patient, "D", out var id)
            ? new(instant, id)
            : null;
}
