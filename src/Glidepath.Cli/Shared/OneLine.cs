using System.Globalization;

namespace Glidepath.Cli.Shared;

internal static class OneLine
{
    /// <summary>Text from a file or an argument without line breaks, escape codes or marks that turn the writing round: a terminal shows it and never acts on it.</summary>
    public static string Of(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(c => IsPlain(c) ? c : ' '));

    private static bool IsPlain(char character) => char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
