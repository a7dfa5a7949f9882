using SkiaSharp;

namespace Glidepath.Paper.Shared.Charts;

/// <summary>Draws the lines and areas of a panel. Words are set apart, in the project's own faces.</summary>
internal static class PanelPainter
{
    /// <summary>Of the edges of a band.</summary>
    public static readonly float[] Dashes = [4, 3];

    public const float DoseWeight = 3.5f,
        TypicalWeight = 1.5f,
        EdgeWeight = 1.2f,
        FlagSize = 11,
        DotSize = 9;

    /// <summary>From the middle of a step's line to the tip of its flag.</summary>
    private const float FlagLift = 8;

    /// <param name="dashed">Whether to draw dashes as such; if not, the edges are solid and the caller dashes them.</param>
    public static void Draw(SKCanvas canvas, Panel panel, ChartInk ink, bool dashed)
    {
        Grid(canvas, panel, ink);
        Level(canvas, panel, ink, dashed);
        foreach (var (hour, value) in panel.Dots)
            Dot(canvas, panel.At(hour, value), ink.Measured);
        Steps(canvas, panel, ink);
        foreach (var (from, to, colour) in panel.Leaders)
            Line(canvas, [from, to], colour, 1);
    }

    private static void Grid(SKCanvas canvas, Panel panel, ChartInk ink)
    {
        foreach (var x in panel.TimeTicks.Select(panel.X))
            Line(canvas, [new(x, panel.Plot.Bottom), new(x, panel.Plot.Top)], ink.Grid, 1);
        foreach (var (value, _) in panel.Values.Ticks)
            Line(canvas, [panel.At(0, value), panel.At(panel.Hours, value)], value == 0 ? ink.Base : ink.Grid, 1);
    }

    private static void Level(SKCanvas canvas, Panel panel, ChartInk ink, bool dashed)
    {
        if (panel.Level.Count == 0)
            return;
        Area(canvas, Edge(c => c.High), Edge(c => c.Low), ink.Band);
        Line(canvas, Edge(c => c.High), ink.Edge, EdgeWeight, dashed);
        Line(canvas, Edge(c => c.Low), ink.Edge, EdgeWeight, dashed);
        if (panel.Level.Any(c => c.TypicalHigh > c.TypicalLow))
            Area(canvas, Edge(c => c.TypicalHigh), Edge(c => c.TypicalLow), ink.TypicalSwing);
        Line(canvas, Edge(c => c.Typical), ink.Typical, TypicalWeight);
        if (panel.Level.Count == 1)
            Dot(canvas, Edge(c => c.TypicalLow)[0], ink.Typical);

        SKPoint[] Edge(Func<Column, double> value) => [.. panel.Level.Select(c => panel.At(c.Hour, value(c)))];
    }

    /// <summary>Each step is level until the next begins; above the end of one that falls too far stands a flag.</summary>
    private static void Steps(SKCanvas canvas, Panel panel, ChartInk ink)
    {
        if (panel.Steps.Count > 0)
        {
            var ends = panel.Steps.Skip(1).Select(s => s.Hour).Append(panel.Hours);
            Line(
                canvas,
                [.. panel.Steps.Zip(ends).SelectMany(s => new[] { s.First.Hour, s.Second }.Select(h => panel.At(h, s.First.Value)))],
                ink.Dose,
                DoseWeight
            );
        }
        foreach (var (hour, value) in panel.Flags)
        {
            var tip = panel.At(hour, value) - new SKSize(0, FlagLift);
            var top = tip.Y - FlagSize * MathF.Sqrt(3) / 2;
            Area(canvas, [tip], [new(tip.X - FlagSize / 2, top), new(tip.X + FlagSize / 2, top)], ink.Flag);
        }
    }

    private static void Area(SKCanvas canvas, SKPoint[] upper, SKPoint[] lower, string ink)
    {
        using var paint = Paint(ink);
        Draw(canvas, [.. upper, .. lower.Reverse()], close: true, paint);
    }

    private static void Line(SKCanvas canvas, SKPoint[] points, string ink, float weight, bool dashed = false)
    {
        using var dashes = dashed ? SKPathEffect.CreateDash(Dashes, 0) : null;
        using var paint = Paint(ink);
        (paint.IsStroke, paint.StrokeWidth, paint.PathEffect) = (true, weight, dashes);
        Draw(canvas, points, close: false, paint);
    }

    private static void Draw(SKCanvas canvas, SKPoint[] points, bool close, SKPaint paint)
    {
        using var builder = new SKPathBuilder();
        builder.AddPoly(points, close);
        using var path = builder.Detach();
        canvas.DrawPath(path, paint);
    }

    private static void Dot(SKCanvas canvas, SKPoint at, string ink)
    {
        using var paint = Paint(ink);
        canvas.DrawCircle(at, DotSize / 2, paint);
    }

    private static SKPaint Paint(string ink) => new() { Color = ChartInk.Skia(ink), IsAntialias = true };
}
