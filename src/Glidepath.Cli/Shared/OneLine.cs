using System.Globalization;
using System.Text;

namespace Glidepath.Cli.Shared;

internal static class OneLine
{
    /// <summary>
    /// Text from a file or an argument without line breaks, escape codes or marks that turn the writing round: a terminal shows it and
    /// never acts on it.
    /// </summary>
    public static string Of(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").EnumerateRunes().Select(r => IsPlain(r) ? r.ToString() : " "));

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
