using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// The master keys and, while they are being changed, those that will take their place: the same names with <c>.next</c>.
/// </summary>
internal sealed class NextKeyFiles
{
    private const string Behind = ".next";

    public static readonly IReadOnlyList<string> Masters = ["record", "notes"];

    private readonly Func<string, string?> _environment;
    private readonly string _folder;

    /// <exception cref="StoreRefusedException">A key is handed over by a service: it has to be changed there.</exception>
    public NextKeyFiles(StoreLocation location, Func<string, string?> environment)
    {
        (_environment, _folder) = (environment, KeyFiles.FolderOf(location.KeyFolder, environment));
        foreach (var name in Masters)
            if (environment(KeyFiles.VariableOf(name)) is { Length: > 0 })
                throw new StoreRefusedException(
                    "key.service",
                    $"The {name} key comes from {KeyFiles.VariableOf(name)}. Put it into a file and name its folder in GLIDEPATH_KEYS, "
                        + "change the keys, and hand over the new one; nothing was changed."
                );
    }

    /// <summary>For whom the keys do not fit: perhaps a change of them was stopped half-way.</summary>
    public static string Hint(StoreLocation location) =>
        Masters.Any(name =>
            File.Exists(Path.Combine(KeyFiles.FolderOf(location.KeyFolder, Environment.GetEnvironmentVariable), $"{name}.key{Behind}"))
        )
            ? " A change of keys was not finished: run `glidepath keys rotate master` again."
            : "";

    public KeyFiles Current() => KeyFiles.Load(_folder, create: false, name => name == "GLIDEPATH_KEYS" ? null : _environment(name));

    /// <summary>Whether the store was changed already, and the new keys only have to take their place.</summary>
    public async Task<bool> AreOfAsync(Store store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        foreach (var name in Masters)
        {
            var fact = "key." + name;
            var made = (await db.StoreFacts.AsNoTracking().SingleOrDefaultAsync(f => f.Name == fact, cancellationToken))?.Value;
            if (Waiting(name) is { } next && With(store.Keys, name, next).Fingerprint(name) == made)
                return true;
        }
        return false;
    }

    /// <returns>All three keys as they will be. New ones that an earlier run wrote whole are taken as they are.</returns>
    public KeyFiles Make()
    {
        var keys = Current();
        foreach (var name in Masters)
        {
            if (Waiting(name) is not { } next)
            {
                File.Delete(NextOf(name));
                KeyFiles.Write(_folder, NextOf(name), next = RandomNumberGenerator.GetBytes(KeyFiles.Length));
            }
            keys = With(keys, name, next);
        }
        return keys;
    }

    public void Place(Action one)
    {
        foreach (var name in Masters.Where(n => Waiting(n) is not null))
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

    private static KeyFiles With(KeyFiles keys, string name, byte[] secret) =>
        KeyFiles.Of(new Dictionary<string, byte[]>(keys.Secrets) { [name] = secret });
}
