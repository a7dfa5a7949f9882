namespace Glidepath.Treatment;

/// <summary>
/// What a person may have written: letters, marks, lines and tabs. Signs that nobody sees, and those that turn the direction of what
/// follows, make a text say another thing than it shows.
/// </summary>
public static class PlainText
{
    /// <returns>The first sign that may not stand in a text, as <c>U+202E</c>; null for none.</returns>
    public static string? Forbidden(string? text)
    {
        foreach (var sign in text ?? "")
            if (IsForbidden(sign))
                return $"U+{(int)sign:X4}";
        return null;
    }

    /// <summary>As <see cref="Forbidden"/>, of a text inside JSON, where such signs are written as escapes.</summary>
    public static string? ForbiddenInJson(string? json)
    {
        for (
            var at = json?.IndexOf("\\u", StringComparison.Ordinal) ?? -1;
            at >= 0;
            at = json!.IndexOf("\\u", at + 2, StringComparison.Ordinal)
        )
            if (
                (at == 0 || json![at - 1] != '\\')
                && at + 6 <= json!.Length
                && int.TryParse(json.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code)
                && IsForbidden((char)code)
            )
                return $"U+{code:X4}";
        return Forbidden(json);
    }

    private static bool IsForbidden(char sign) =>
        (char.IsControl(sign) && sign is not ('\n' or '\r' or '\t')) || sign is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
