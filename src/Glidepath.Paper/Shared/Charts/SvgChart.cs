using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Glidepath.Paper.Shared.Charts;

/// <summary>
/// A scene as SVG for a page: named, described, with its table inside; no style, script, font or address that a strict page would refuse.
/// Written from its shapes and never drawn, which costs a hundredth of what a canvas costs that writes SVG.
/// </summary>
internal static class SvgChart
{
    /// <param name="table">Lines of cells, tab-separated.</param>
    public static string Write(ChartScene scene, string title, string description, string table)
    {
        var svg = new StringBuilder(16_384);
        foreach (var shape in scene.Panels.SelectMany(p => PanelPainter.Shapes(p, scene.Ink)))
            Add(svg, shape);
        foreach (var text in scene.Texts)
            Add(svg, text);
        svg.Append("</svg>\n");
        var (name, said, rows) = (Plain(title), Plain(description), Plain(table));
        var size = FormattableString.Invariant($"{scene.Size.Width:0.#} {scene.Size.Height:0.#}");
        var id = Id([name, said, rows, size], svg);
        return FormattableString.Invariant(
                $"""
                <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{id}-t {id}-d"
                 width="{scene.Size.Width:0.#}" height="{scene.Size.Height:0.#}" viewBox="0 0 {size}"
                 font-family="'Source Sans Pro', 'Source Sans 3', system-ui, sans-serif">
                <title id="{id}-t">{name}</title>
                <desc id="{id}-d">{said}</desc>
                <metadata>
                {rows}</metadata>

                """
            ) + svg;
    }

    private static void Add(StringBuilder svg, in ChartShape shape)
    {
        if (shape.Radius > 0)
        {
            svg.Append("<circle fill=\"").Append(shape.Ink).Append("\" cx=\"");
            Add(svg, shape.Points[0].X);
            svg.Append("\" cy=\"");
            Add(svg, shape.Points[0].Y);
            svg.Append("\" r=\"");
            Add(svg, shape.Radius);
            svg.Append("\" />\n");
            return;
        }
        if (shape.Weight > 0)
        {
            svg.Append("<path fill=\"none\" stroke=\"").Append(shape.Ink).Append("\" stroke-width=\"");
            Add(svg, shape.Weight);
            if (shape.IsDashed)
                svg.Append("\" stroke-dasharray=\"").AppendJoin(' ', PanelPainter.Dashes);
        }
        else
            svg.Append("<path fill=\"").Append(shape.Ink);
        svg.Append("\" d=\"");
        for (var i = 0; i < shape.Points.Length; i++)
        {
            svg.Append(i == 0 ? 'M' : 'L');
            Add(svg, shape.Points[i].X);
            svg.Append(' ');
            Add(svg, shape.Points[i].Y);
        }
        svg.Append(shape.Weight > 0 ? "\" />\n" : "Z\" />\n");
    }

    /// <summary>As long as it was measured, in whatever face a viewer has: no word then runs into another.</summary>
    private static void Add(StringBuilder svg, ChartText text)
    {
        svg.Append("<text x=\"");
        Add(svg, text.X);
        svg.Append("\" y=\"");
        Add(svg, text.Y);
        svg.Append("\" font-size=\"");
        Add(svg, text.Size);
        svg.Append(
            text.Face switch
            {
                Face.Body => "",
                Face.Strong => "\" font-weight=\"600",
                Face.Heading => "\" font-weight=\"700\" font-family=\"Merriweather, Georgia, serif",
            }
        );
        svg.Append(
            text.Anchor switch
            {
                TextAnchor.Start => "",
                TextAnchor.Middle => "\" text-anchor=\"middle",
                TextAnchor.End => "\" text-anchor=\"end",
            }
        );
        svg.Append("\" textLength=\"");
        Add(svg, text.Width);
        svg.Append("\" lengthAdjust=\"spacingAndGlyphs\" fill=\"")
            .Append(text.Ink)
            .Append("\">")
            .Append(Plain(text.Text))
            .Append("</text>\n");
    }

    /// <summary>To a tenth. A page has thousands of them, and a format string would be most of the cost of a chart.</summary>
    private static void Add(StringBuilder svg, float number)
    {
        var tenths = (int)MathF.Round(number * 10);
        if (tenths < 0)
            svg.Append('-');
        tenths = Math.Abs(tenths);
        svg.Append(tenths / 10);
        if (tenths % 10 > 0)
            svg.Append('.').Append(tenths % 10);
    }

    /// <summary>Tells charts on one page apart, and is the same for the same chart.</summary>
    private static string Id(IEnumerable<string> parts, StringBuilder drawn)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
            hash.AppendData(Encoding.UTF8.GetBytes($"{part}\n"));
        foreach (var chunk in drawn.GetChunks())
            hash.AppendData(Encoding.UTF8.GetBytes(chunk.ToArray()));
        return "chart-" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    /// <summary>For between two tags; what XML has no letter for is a space.</summary>
    private static string Plain(string text) =>
        WebUtility.HtmlEncode(
            text.All(XmlConvert.IsXmlChar)
                ? text
                : string.Concat(text.EnumerateRunes().Select(r => r.IsBmp && !XmlConvert.IsXmlChar((char)r.Value) ? " " : r.ToString()))
        );
}
