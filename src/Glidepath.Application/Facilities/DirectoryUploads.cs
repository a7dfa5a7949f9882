using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Glidepath.Storage;

namespace Glidepath.Application.Facilities;

/// <summary>
/// A file that was looked at and not taken over yet. It stands in the data folder under its own hash, one at a time: the next upload takes
/// its place. With several nodes it stands on the one that took it, and on another the file is asked for again.
/// </summary>
internal sealed partial class DirectoryUploads(Store store)
{
    public const long MostBytes = 16L << 20;

    /// <summary>Of the form or body around the file.</summary>
    public const long MostAround = 64L << 10;

    private string Folder => Path.Combine(store.Location.DataDirectory, "uploads");

    /// <returns>SHA-256 in lower-case hex: the name under which it is found again.</returns>
    public async Task<string> KeepAsync(byte[] file, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        OwnerOnly.CreateFolder(Folder);
        Clear();
        OwnerOnly.CreateFile(At(hash));
        await File.WriteAllBytesAsync(At(hash), file, cancellationToken);
        return hash;
    }

    /// <param name="hash">As somebody sent it: anything but a hash finds nothing.</param>
    /// <returns>Null where the file is here no longer, or is another than it was.</returns>
    public async Task<MemoryStream?> OpenAsync(string hash, CancellationToken cancellationToken)
    {
        if (!Hash().IsMatch(hash) || !File.Exists(At(hash)))
            return null;
        var file = await File.ReadAllBytesAsync(At(hash), cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(file)) == hash ? new MemoryStream(file) : null;
    }

    public void Clear()
    {
        if (Directory.Exists(Folder))
            foreach (var old in Directory.EnumerateFiles(Folder, "*.upload"))
                File.Delete(old);
    }

    private string At(string hash) => Path.Combine(Folder, hash + ".upload");

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Hash();
}
