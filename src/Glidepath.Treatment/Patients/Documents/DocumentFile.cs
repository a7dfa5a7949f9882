using System.Security.Cryptography;

namespace Glidepath.Treatment.Patients;

/// <summary>What a paper is kept as, and no other: none of them is a page that a browser would run.</summary>
public enum DocumentFormat
{
    Pdf,
    Jpeg,
    Png,
}

/// <summary>
/// The file of a paper, known by its bytes alone: the name under which it was sent and the kind that the sender called it say nothing (HL7
/// FHIR <c>Attachment</c>: contentType, size, hash).
/// </summary>
/// <param name="Sha256">In lower-case hex.</param>
public sealed record DocumentFile(DocumentFormat Format, int Size, string Sha256)
{
    /// <summary>20 MB.</summary>
    public const int MostBytes = 20 << 20;

    /// <summary>Where a PDF says that it ends; some programs write a little after it.</summary>
    private const int PdfTail = 1024;

    private static ReadOnlySpan<byte> PngBegin => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Thirteen bytes long, and the first of every PNG.</summary>
    private static ReadOnlySpan<byte> PngHeader => [0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R'];

    private static ReadOnlySpan<byte> JpegBegin => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> JpegEnd => [0xFF, 0xD9];

    public string ContentType =>
        Format switch
        {
            DocumentFormat.Pdf => "application/pdf",
            DocumentFormat.Jpeg => "image/jpeg",
            DocumentFormat.Png => "image/png",
        };

    /// <summary>Of the name under which it is handed out.</summary>
    public string Extension =>
        Format switch
        {
            DocumentFormat.Pdf => "pdf",
            DocumentFormat.Jpeg => "jpg",
            DocumentFormat.Png => "png",
        };

    /// <exception cref="RuleViolationException"><c>document.file.…</c>: empty, too large, cut short, or of another kind.</exception>
    public static DocumentFile Of(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
            throw new RuleViolationException("document.file.empty");
        if (content.Length > MostBytes)
            throw new RuleViolationException("document.file.too-large", ("given", Megabytes(content.Length)));
        return new(FormatOf(content), content.Length, Hash(content));
    }

    /// <summary>Whether these bytes are those that were received.</summary>
    public bool IsOf(ReadOnlySpan<byte> content) => content.Length == Size && Hash(content) == Sha256;

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    // What begins as a PDF, JPEG or PNG is read as one by every viewer; what begins as anything else is refused, whatever comes later.
    private static DocumentFormat FormatOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("%PDF-"u8))
            return content[Math.Max(0, content.Length - PdfTail)..].IndexOf("%%EOF"u8) >= 0 ? DocumentFormat.Pdf : throw CutShort("PDF");
        if (content.StartsWith(JpegBegin))
            return content.LastIndexOf(JpegEnd) > JpegBegin.Length ? DocumentFormat.Jpeg : throw CutShort("JPEG");
        if (content.StartsWith(PngBegin))
            return content[PngBegin.Length..].StartsWith(PngHeader) && content.LastIndexOf("IEND"u8) >= 0
                ? DocumentFormat.Png
                : throw CutShort("PNG");
        throw Other(content);
    }

    private static RuleViolationException CutShort(string format) => new("document.file.cut-short", ("format", format));

    /// <summary>What a person is likely to have chosen is said by its name, with what to do instead.</summary>
    private static RuleViolationException Other(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("PK"u8))
            return new("document.file.archive");
        if (content.Length > 12 && content[4..].StartsWith("ftyp"u8))
            return new("document.file.phone-picture");
        if (content.StartsWith("II*\0"u8) || content.StartsWith("MM\0*"u8))
            return new("document.file.tiff");
        return IsMarkup(content) ? new("document.file.markup") : new("document.file.unknown");
    }

    private static bool IsMarkup(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var text = content.StartsWith(mark) ? content[mark.Length..] : content;
        return text.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
    }

    private static string Megabytes(int bytes) =>
        (bytes / (double)(1 << 20)).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
