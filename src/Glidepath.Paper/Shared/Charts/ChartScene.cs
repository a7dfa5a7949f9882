using SkiaSharp;

namespace Glidepath.Paper.Shared.Charts;

/// <summary>A chart laid out and not yet drawn: its panels and its words.</summary>
internal sealed record ChartScene(SKSize Size, ChartInk Ink, IReadOnlyList<Panel> Panels, IReadOnlyList<ChartText> Texts)
{
    public void Draw(SKCanvas canvas)
    {
        foreach (var shape in Panels.SelectMany(p => PanelPainter.Shapes(p, Ink)))
            shape.Draw(canvas);
        foreach (var text in Texts)
            using (var font = Faces.Font(text.Face, text.Size))
            using (var paint = new SKPaint { Color = ChartInk.Skia(text.Ink), IsAntialias = true })
                canvas.DrawText(text.Text, text.Left, text.Y, SKTextAlign.Left, font, paint);
    }
}
