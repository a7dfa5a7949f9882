using System.Globalization;
using System.Text;

namespace Glidepath.Paper.Shared;

/// <summary>
/// Says of a finished PDF that it is in English and that a window shows its title, not its file name: a screen reader then reads it in the
/// right voice.
/// SkiaSharp has no setting for either, so its catalog is written once more, as an incremental update (ISO 32000-1, 7.5.6) after the last
/// byte.
/// </summary>
internal static class PdfLanguage
{
    private const string Words = "\n/Lang (en-US)\n/ViewerPreferences <</DisplayDocTitle true>>";

    /// <returns>The same bytes where the end of the file is not as SkiaSharp writes it: the paper matters more than its language
    /// mark.</returns>
    public static byte[] Mark(byte[] pdf)
    {
        // Latin-1 keeps one character a byte, so that places in the text are places in the file.
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = text.LastIndexOf("trailer\n<<", StringComparison.Ordinal);
        if (
            trailer < 0
            || Number(text, "/Root ", trailer) is not { } root
            || Number(text, "/Size ", trailer) is not { } size
            || Number(text, "startxref\n", trailer) is not { } table
        )
            return pdf;
        var start = text.LastIndexOf($"\n{root} 0 obj\n<<", trailer, StringComparison.Ordinal) + 1;
        var end = start == 0 ? -1 : text.IndexOf(">>\nendobj", start, StringComparison.Ordinal);
        var info = Number(text, "/Info ", trailer);
        if (end < 0 || info is null)
            return pdf;
        var update = $"\n{text[start..end]}{Words}{text[end..(end + ">>\nendobj".Length)]}\n";
        var place = (pdf.Length + 1).ToString("D10", CultureInfo.InvariantCulture);
        update +=
            $"xref\n{root} 1\n{place} 00000 n \ntrailer\n<</Size {size}\n/Root {root} 0 R\n/Info {info} 0 R\n/Prev "
            + $"{table}>>\nstartxref\n{pdf.Length + update.Length}\n%%EOF\n";
        return [.. pdf, .. Encoding.Latin1.GetBytes(update)];
    }

    private static int? Number(string text, string after, int from)
    {
        var at = text.IndexOf(after, from, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var digits = text.AsSpan(at + after.Length);
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
