using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy.Rotation;

/// <summary>
/// Keys and, while they are being changed, those that will take their place: the same names with <c>.next</c>.
/// </summary>
internal sealed class NextKeyFiles
{
    private const string Behind = ".next";

    public static readonly IReadOnlyList<string> Masters = ["record", "notes"],
        Audit = ["audit"];

    private readonly IReadOnlyList<string> _names;
    private readonly Func<string, string?> _environment;
    private readonly string _folder;

    /// <param name="names">Of the keys that are changed.</param>
    /// <exception cref="StoreRefusedException">A key is handed over by a service: it has to be changed there.</exception>
    public NextKeyFiles(StoreLocation location, Func<string, string?> environment, IReadOnlyList<string> names)
    {
        (_environment, _folder, _names) = (environment, KeyFiles.FolderOf(location.KeyFolder, environment), names);
        foreach (var name in names)
            if (environment(KeyFiles.VariableOf(name)) is { Length: > 0 })
                throw new StoreRefusedException(
                    "key.service",
                    $"The {name} key comes from {KeyFiles.VariableOf(name)}. Put it into a file and name its folder in GLIDEPATH_KEYS, "
                        + "change the keys, and hand over the new one; nothing was changed."
                );
    }

    /// <summary>For whom a key does not fit: perhaps a change of it was stopped half-way.</summary>
    public static string Hint(StoreLocation location, string name)
    {
        var folder = KeyFiles.FolderOf(location.KeyFolder, Environment.GetEnvironmentVariable);
        return (Masters.Contains(name) ? Masters : Audit).Any(n => File.Exists(Path.Combine(folder, $"{n}.key{Behind}")))
            ? $" A change of keys was not finished: run `glidepath keys rotate {(Masters.Contains(name) ? "master" : "audit")}` again."
            : "";
    }

    public KeyFiles Current() => KeyFiles.Load(_folder, create: false, name => name == "GLIDEPATH_KEYS" ? null : _environment(name));

    /// <summary>Whether the store was changed already, and the new keys only have to take their place.</summary>
    public async Task<bool> AreOfAsync(Store store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        foreach (var name in _names)
        {
            var fact = "key." + name;
            var made = (await db.StoreFacts.AsNoTracking().SingleOrDefaultAsync(f => f.Name == fact, cancellationToken))?.Value;
            if (Waiting(name) is { } next && store.Keys.With(name, next).Fingerprint(name) == made)
                return true;
        }
        return false;
    }

    /// <returns>All three keys as they will be. New ones that an earlier run wrote whole are taken as they are.</returns>
    public KeyFiles Make()
    {
        var keys = Current();
        foreach (var name in _names)
        {
            if (Waiting(name) is not { } next)
            {
                File.Delete(NextOf(name));
                KeyFiles.Write(_folder, NextOf(name), next = RandomNumberGenerator.GetBytes(KeyFiles.Length));
            }
            keys = keys.With(name, next);
        }
        return keys;
    }

    public void Place(Action one)
    {
        foreach (var name in _names.Where(n => Waiting(n) is not null))
        {
            File.Move(NextOf(name), Path.Combine(_folder, name + ".key"), overwrite: true);
            one();
        }
    }

    private string NextOf(string name) => Path.Combine(_folder, $"{name}.key{Behind}");

    /// <returns>Null where there is none, or where it was not written to its end.</returns>
    private byte[]? Waiting(string name)
    {
        var secret = new byte[KeyFiles.Length + 3];
        return
            File.Exists(NextOf(name))
            && Convert.TryFromBase64String(File.ReadAllText(NextOf(name)), secret, out var length)
            && length == KeyFiles.Length
            ? secret[..KeyFiles.Length]
            : null;
    }
}
