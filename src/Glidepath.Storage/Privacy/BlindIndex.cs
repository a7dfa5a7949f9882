using System.Security.Cryptography;
using System.Text;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// Finds an encrypted value by a keyed hash of its folded form: equal values can be found, nothing else. It tells whoever reads the
/// database which rows are equal and how often, and no more.
/// </summary>
public sealed class BlindIndex(KeyRing keys)
{
    /// <param name="kind">What it is, so that a name and a town of the same letters differ.</param>
    public string Of(string kind, string value)
    {
        var hash = HMACSHA256.HashData(keys.IndexKey, Encoding.UTF8.GetBytes($"{kind}|{Fold(value)}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }

    /// <summary>Letters and digits only, without case and accents. A mark that stands apart from its letter is no letter.</summary>
    public static string Fold(string value)
    {
        var folded = new StringBuilder(value.Length);
        foreach (var c in value)
            if (char.IsLetterOrDigit(c))
                folded.Append(FoldTable.Of(char.ToLowerInvariant(c)) ?? char.ToLowerInvariant(c).ToString());
        return folded.ToString();
    }
}
