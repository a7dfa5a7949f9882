using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Glidepath.Tests.Paper;

/// <summary>A file as a screen reader has it: of each part its kind and its parts, in order.</summary>
internal sealed partial class PdfStructure
{
    private readonly string _pdf;

    public PdfStructure(byte[] pdf)
    {
        _pdf = Text(pdf);
        Root = Read(int.Parse(Tree().Match(_pdf).Groups["root"].ValueSpan, CultureInfo.InvariantCulture));
    }

    public Part Root { get; }

    public IEnumerable<Part> All => Root.WithParts;

    public static string Text(byte[] pdf) => Encoding.Latin1.GetString(pdf);

    /// <summary>The packed parts of a file that set text, unpacked: its pages.</summary>
    public static IEnumerable<string> Streams(byte[] pdf)
    {
        foreach (Match stream in Packed().Matches(Text(pdf)))
        {
            using var packed = new ZLibStream(
                new MemoryStream(Encoding.Latin1.GetBytes(stream.Groups[1].Value)),
                CompressionMode.Decompress
            );
            using var plain = new MemoryStream();
            packed.CopyTo(plain);
            if (Text(plain.ToArray()) is var text && text.Contains(" Tf", StringComparison.Ordinal))
                yield return text;
        }
    }

    private Part Read(int number)
    {
        var start = _pdf.IndexOf($"\n{number} 0 obj\n", StringComparison.Ordinal);
        var text = _pdf[start.._pdf.IndexOf("endobj", start, StringComparison.Ordinal)];
        var parts = Children().Match(text).Groups["parts"].Value;
        return new(
            Kind().Match(text).Groups["kind"].Value,
            [.. Child().Matches(parts).Select(m => Read(int.Parse(m.Groups["part"].ValueSpan, CultureInfo.InvariantCulture)))],
            Span().Match(text) is { Success: true } span ? int.Parse(span.Groups["span"].ValueSpan, CultureInfo.InvariantCulture) : 1,
            text.Contains("/Scope/Column", StringComparison.Ordinal),
            Page().Match(text) is { Success: true } page ? int.Parse(page.Groups["page"].ValueSpan, CultureInfo.InvariantCulture) : 0,
            Content().Match(text) is { Success: true } content
                ? int.Parse(content.Groups["id"].ValueSpan, CultureInfo.InvariantCulture)
                : null
        );
    }

    /// <param name="Columns">That a cell spans.</param>
    /// <param name="IsOfColumn">A header, of the column under it.</param>
    /// <param name="Page">Object of the page of its text; 0 where it has none of its own.</param>
    /// <param name="Content">Number of its first text on that page.</param>
    public sealed record Part(string Kind, IReadOnlyList<Part> Parts, int Columns, bool IsOfColumn, int Page, int? Content)
    {
        public IEnumerable<Part> WithParts => Parts.SelectMany(p => p.WithParts).Prepend(this);
    }

    [GeneratedRegex(@"/StructTreeRoot[^>]*/K (?<root>\d+) 0 R")]
    private static partial Regex Tree();

    [GeneratedRegex(@"/S/(?<kind>\w+)")]
    private static partial Regex Kind();

    [GeneratedRegex(@"/K ?\[?(?<parts>(?:\d+ 0 R ?)+)")]
    private static partial Regex Children();

    [GeneratedRegex(@"(?<part>\d+) 0 R")]
    private static partial Regex Child();

    [GeneratedRegex(@"/ColSpan (?<span>\d+)")]
    private static partial Regex Span();

    [GeneratedRegex(@"/Pg (?<page>\d+) 0 R")]
    private static partial Regex Page();

    [GeneratedRegex(@"/K ?\[?(?<id>\d+)(?! 0 R|\d)")]
    private static partial Regex Content();

    [GeneratedRegex(@"/FlateDecode[^>]*>>\s*stream\r?\n(.*?)\r?\nendstream", RegexOptions.Singleline)]
    private static partial Regex Packed();
}
