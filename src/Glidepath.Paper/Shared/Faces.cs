using System.Collections.Concurrent;
using SkiaSharp;

namespace Glidepath.Paper.Shared;

/// <summary>
/// The three faces on paper. <see cref="Heading"/> never sets a number that someone acts on: its figures drop below the line.
/// </summary>
public enum Face
{
    Body,
    Strong,
    Heading,
}

/// <summary>
/// The embedded fonts and how wide text runs in them. No kerning and no ligatures: a width is the sum of its glyphs on every machine.
/// </summary>
internal static class Faces
{
    private const float Units = 1000;

    private static readonly ConcurrentDictionary<Face, SKTypeface> Loaded = new();

    private static readonly ConcurrentDictionary<(Face, char), float> Advances = new();

    public static SKTypeface Typeface(Face face) => Loaded.GetOrAdd(face, Load);

    public static SKFont Font(Face face, float size) =>
        new(Typeface(face), size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
        };

    /// <summary>In points.</summary>
    public static float Width(string text, Face face, float size) => text.Sum(c => Advances.GetOrAdd((face, c), Measure)) * size / Units;

    /// <summary>The text as the face can show it: what it has no glyph for is a question mark, never an empty box.</summary>
    public static string Showable(string text, Face face)
    {
        using var font = Font(face, Units);
        return string.Concat(text.EnumerateRunes().Select(r => font.ContainsGlyph(r.Value) ? r.ToString() : "?"));
    }

    private static float Measure((Face Face, char Letter) key)
    {
        using var font = Font(key.Face, Units);
        return font.MeasureText(Showable(key.Letter.ToString(), key.Face));
    }

    /// <summary>The font itself.</summary>
    public static byte[] File(Face face)
    {
        var name = face switch
        {
            Face.Body => "sourcesanspro-regular-webfont.ttf",
            Face.Strong => "sourcesanspro-semibold-webfont.ttf",
            Face.Heading => "Latin-Merriweather-Bold.ttf",
        };
        using var stream =
            typeof(Faces).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static SKTypeface Load(Face face)
    {
        using var data = SKData.CreateCopy(File(face));
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font of {face} cannot be read.");
    }
}
