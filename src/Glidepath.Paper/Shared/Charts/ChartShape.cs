using SkiaSharp;

namespace Glidepath.Paper.Shared.Charts;

/// <summary>
/// One thing drawn in a panel: an area, a line or a dot. <see cref="ChartScene"/> draws it on a canvas and <see cref="SvgChart"/> writes it,
/// so that a picture and a page show the same.
/// </summary>
/// <param name="Points">Of the area or line; the middle of the dot.</param>
/// <param name="Weight">Of the line; 0 for an area or a dot, which are filled.</param>
/// <param name="IsDashed">Whether the line is drawn in <see cref="PanelPainter.Dashes"/>.</param>
/// <param name="Radius">Of the dot; 0 for the others.</param>
internal readonly record struct ChartShape(SKPoint[] Points, string Ink, float Weight = 0, bool IsDashed = false, float Radius = 0)
{
    public void Draw(SKCanvas canvas)
    {
        using var dashes = IsDashed ? SKPathEffect.CreateDash(PanelPainter.Dashes, 0) : null;
        using var paint = new SKPaint
        {
            Color = ChartInk.Skia(Ink),
            IsAntialias = true,
            IsStroke = Weight > 0,
            StrokeWidth = Weight,
            PathEffect = dashes,
        };
        if (Radius > 0)
        {
            canvas.DrawCircle(Points[0], Radius, paint);
            return;
        }
        using var builder = new SKPathBuilder();
        builder.AddPoly(Points, close: Weight == 0);
        using var path = builder.Detach();
        canvas.DrawPath(path, paint);
    }
}
