using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Glidepath.Paper.Shared;

/// <summary>
/// PDFsharp names a file, and the parts of fonts in it, by chance. Here they get names of their own content, as long as before, so that
/// places in the file stay and the same plan gives the same bytes.
/// </summary>
internal static partial class PdfNames
{
    public static byte[] Settled(byte[] pdf)
    {
        // Latin-1 keeps one character a byte, so that places in the text are places in the file.
        var text = Encoding.Latin1.GetString(pdf);
        var fonts = new List<string>();
        text = Subset()
            .Replace(
                text,
                font =>
                {
                    var name = font.Groups["name"].Value;
                    if (!fonts.Contains(name))
                        fonts.Add(name);
                    return $"{font.Groups["key"].Value}{new string((char)('A' + fonts.IndexOf(name)), 6)}+";
                }
            );
        text = FileId().Replace(text, id => Blank(id, '0'));
        text = Uuid().Replace(text, id => Blank(id, '0'));
        var name = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(text)))[..32];
        text = FileId().Replace(text, $"/ID[<{name}><{name}>]");
        text = Uuid().Replace(text, $"uuid:{Guid.ParseExact(name, "N")}");
        return Encoding.Latin1.GetBytes(text);
    }

    private static string Blank(Match id, char with) => HexDigit().Replace(id.Value[5..], with.ToString()).Insert(0, id.Value[..5]);

    [GeneratedRegex(@"(?<key>/(?:FontName|BaseFont)/)(?<name>[A-Z]{6})\+")]
    private static partial Regex Subset();

    [GeneratedRegex(@"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]")]
    private static partial Regex FileId();

    [GeneratedRegex(@"uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex("[0-9A-Fa-f]")]
    private static partial Regex HexDigit();
}
