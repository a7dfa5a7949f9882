using System.Security.Cryptography;
using System.Text;
using Glidepath.Storage.Privacy;

namespace Glidepath.Web.Shared;

/// <summary>Forms that write carry a key made when they are drawn. With the answers it says whether this very form came before.</summary>
internal static class SentForm
{
    public const string Once = "once",
        Token = "__RequestVerificationToken";

    // Made anew for each answer of the host, and no part of what is asked.
    private static readonly HashSet<string> Beside = [Token, "_handler"];

    /// <summary>For a form that is being drawn.</summary>
    public static string NewKey() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <returns>Null for a form that keeps nothing.</returns>
    public static FormOnce? OnceOf(PathString path, IFormCollection sent)
    {
        if (sent[Once] is not [.., { Length: > 0 }])
            return null;
        var asked = new StringBuilder(path.Value).Append('\n');
        foreach (var (name, values) in sent.Where(f => !Beside.Contains(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal))
        foreach (var value in values)
            asked.Append(name).Append('=').Append(value).Append('\n');
        foreach (var file in sent.Files)
            asked.Append(file.Name).Append('=').Append(file.FileName).Append(Hash(file)).Append('\n');
        // Nothing of it can be guessed from the hash: the key of the form is random and kept nowhere.
        return new FormOnce(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(asked.ToString()))));
    }

    private static string Hash(IFormFile file)
    {
        using var content = file.OpenReadStream();
        return Convert.ToHexString(SHA256.HashData(content));
    }
}
