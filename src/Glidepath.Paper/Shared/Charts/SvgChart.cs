using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using SkiaSharp;

namespace Glidepath.Paper.Shared.Charts;

/// <summary>
/// A scene as SVG for a page: named, described, with its table inside; no style, script, font or address that a strict page would refuse.
/// </summary>
internal static partial class SvgChart
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly string[] Kept =
    [
        "fill",
        "stroke",
        "stroke-width",
        "d",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "x",
        "y",
        "width",
        "height",
    ];

    /// <param name="table">Lines of cells, tab-separated.</param>
    public static string Write(ChartScene scene, string title, string description, string table)
    {
        var shapes = Shapes(scene).ToList();
        var texts = scene.Texts.Select(Text).ToList();
        var (width, height) = (Number(scene.Size.Width), Number(scene.Size.Height));
        var id = Id([title, description, table, width, height, .. shapes.Concat(texts).Select(e => e.ToString())]);
        var root = new XElement(
            Svg + "svg",
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{id}-t {id}-d"),
            new XAttribute("width", width),
            new XAttribute("height", height),
            new XAttribute("viewBox", $"0 0 {width} {height}"),
            new XAttribute("font-family", "'Source Sans Pro', 'Source Sans 3', system-ui, sans-serif"),
            new XElement(Svg + "title", new XAttribute("id", $"{id}-t"), Plain(title)),
            new XElement(Svg + "desc", new XAttribute("id", $"{id}-d"), Plain(description)),
            new XElement(Svg + "metadata", "\n" + Plain(table)),
            shapes,
            texts
        );
        return root.ToString(SaveOptions.DisableFormatting).Replace("><", ">\n<", StringComparison.Ordinal) + "\n";
    }

    /// <summary>What Skia writes, without the groups and clips round each shape: nothing is drawn outside its panel.</summary>
    private static IEnumerable<XElement> Shapes(ChartScene scene)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, scene.Size.Width, scene.Size.Height), stream))
            foreach (var panel in scene.Panels)
                PanelPainter.Draw(canvas, panel, scene.Ink, dashed: false);
        stream.Position = 0;
        foreach (
            var shape in XDocument
                .Load(stream)
                .Descendants()
                .Where(e => e.Name.LocalName is "path" or "rect" or "circle" or "ellipse" && e.Parent!.Name.LocalName != "clipPath")
        )
        {
            var written = new XElement(
                Svg + shape.Name.LocalName,
                shape
                    .Attributes()
                    .Where(a => Kept.Contains(a.Name.LocalName))
                    .Select(a => new XAttribute(a.Name.LocalName, a.Name.LocalName is "fill" or "stroke" ? a.Value : Rounded(a.Value)))
            );
            if (string.Equals((string?)shape.Attribute("stroke"), scene.Ink.Edge, StringComparison.OrdinalIgnoreCase))
                written.SetAttributeValue("stroke-dasharray", string.Join(' ', PanelPainter.Dashes));
            yield return written;
        }
    }

    /// <summary>As long as it was measured, in whatever face a viewer has: no word then runs into another.</summary>
    private static XElement Text(ChartText text) =>
        new(
            Svg + "text",
            new XAttribute("x", Number(text.X)),
            new XAttribute("y", Number(text.Y)),
            new XAttribute("font-size", Number(text.Size)),
            text.Face is Face.Body ? null : new XAttribute("font-weight", text.Face is Face.Strong ? 600 : 700),
            text.Face is Face.Heading ? new XAttribute("font-family", "Merriweather, Georgia, serif") : null,
            text.Anchor is TextAnchor.Start ? null : new XAttribute("text-anchor", text.Anchor is TextAnchor.Middle ? "middle" : "end"),
            new XAttribute("textLength", Number(text.Width)),
            new XAttribute("lengthAdjust", "spacingAndGlyphs"),
            new XAttribute("fill", text.Ink),
            Plain(text.Text)
        );

    /// <summary>Tells charts on one page apart, and is the same for the same chart.</summary>
    private static string Id(IEnumerable<string> parts) =>
        "chart-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 6));

    private static string Plain(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.IsBmp && !XmlConvert.IsXmlChar((char)r.Value) ? " " : r.ToString()));

    private static string Number(float value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Rounded(string numbers) =>
        Numeral().Replace(numbers, m => Number(float.Parse(m.Value, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"-?\d+(\.\d+)?(e-?\d+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Numeral();
}
