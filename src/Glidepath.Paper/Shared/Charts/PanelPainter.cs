using ScottPlot;
using ScottPlot.Rendering.RenderActions;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Glidepath.Paper.Shared.Charts;

/// <summary>Draws the lines and areas of a panel with ScottPlot. Words are set apart, in the project's own faces.</summary>
internal static class PanelPainter
{
    /// <summary>Of the edges of a band.</summary>
    public static readonly float[] Dashes = [4, 3];

    public const float DoseWeight = 3.5f,
        TypicalWeight = 1.5f,
        EdgeWeight = 1.2f,
        FlagSize = 11,
        DotSize = 9;

    /// <param name="dashed">Whether to draw dashes as such; if not, the edges are solid and the caller dashes them.</param>
    public static void Draw(SKCanvas canvas, Panel panel, ChartInk ink, bool dashed)
    {
        using var plot = new Plot();
        plot.RenderManager.RenderActions.RemoveAll(a =>
            a is ClearCanvas or RenderFigureBackground or RenderDataBackground or RenderPanels or RenderLegends or RenderBorders
        );
        plot.Layout.Fixed(new PixelPadding(0));
        var area = SKRect.Inflate(panel.Plot, Panel.Margin, Panel.Margin);
        plot.Axes.SetLimits(X(area.Left), X(area.Right), Y(area.Bottom), Y(area.Top));
        Grid(plot, panel, ink);
        Level(plot, panel, ink, dashed);
        Steps(plot, panel, ink);
        foreach (var (from, to, colour) in panel.Leaders)
            Line(plot, [new(X(from.X), Y(from.Y)), new(X(to.X), Y(to.Y))], colour, 1);
        var target = new PixelRect(area.Left, area.Right, area.Bottom, area.Top);
        // The first drawing of a plot is done twice over by ScottPlot, to learn its layout: it goes nowhere.
        using (var nowhere = new SKNoDrawCanvas((int)area.Right + 1, (int)area.Bottom + 1))
            plot.Render(nowhere, target);
        plot.Render(canvas, target);

        // Parts of the plot across and up: no level is too large or small for them.
        double X(float x) => (x - panel.Plot.Left) / panel.Plot.Width;
        double Y(float y) => (panel.Plot.Bottom - y) / panel.Plot.Height;
    }

    private static void Grid(Plot plot, Panel panel, ChartInk ink)
    {
        // Its own grid would run through the margin.
        plot.HideGrid();
        plot.Axes.Bottom.TickGenerator = plot.Axes.Left.TickGenerator = new NumericManual();
        foreach (var hour in panel.TimeTicks)
            Line(plot, [new(hour / panel.Hours, 0), new(hour / panel.Hours, 1)], ink.Grid, 1);
        foreach (var (value, _) in panel.Values.Ticks)
            Line(plot, [new(0, panel.Values.Part(value)), new(1, panel.Values.Part(value))], value == 0 ? ink.Base : ink.Grid, 1);
    }

    private static void Level(Plot plot, Panel panel, ChartInk ink, bool dashed)
    {
        if (panel.Level.Count > 0)
        {
            Area(plot, Edge(c => c.High), Edge(c => c.Low), ink.Band);
            Line(plot, Edge(c => c.High), ink.Edge, EdgeWeight, dashed);
            Line(plot, Edge(c => c.Low), ink.Edge, EdgeWeight, dashed);
            if (panel.Level.Any(c => c.TypicalHigh > c.TypicalLow))
                Area(plot, Edge(c => c.TypicalHigh), Edge(c => c.TypicalLow), ink.TypicalSwing);
            Line(plot, Edge(c => c.Typical), ink.Typical, TypicalWeight);
            if (panel.Level.Count == 1)
                plot.Add.Marker(Edge(c => c.TypicalLow)[0], MarkerShape.FilledCircle, DotSize, Colour(ink.Typical));
        }
        foreach (var (hour, value) in panel.Dots)
        {
            var dot = plot.Add.Marker(
                hour / panel.Hours,
                panel.Values.Part(value),
                MarkerShape.FilledCircle,
                DotSize,
                Colour(ink.Measured)
            );
            (dot.MarkerLineColor, dot.MarkerLineWidth) = (Colour(ChartInk.Ground), 1.5f);
        }

        Coordinates[] Edge(Func<Column, double> value) =>
            [.. panel.Level.Select(c => new Coordinates(c.Hour / panel.Hours, panel.Values.Part(value(c))))];
    }

    private static void Steps(Plot plot, Panel panel, ChartInk ink)
    {
        if (panel.Steps.Count > 0)
        {
            var line = plot.Add.ScatterLine(
                panel.Steps.Append((panel.Hours, panel.Steps[^1].Value)).Select(s => At(s.Item1, s.Item2)).ToArray()
            );
            (line.ConnectStyle, line.LineColor, line.LineWidth) = (ConnectStyle.StepHorizontal, Colour(ink.Dose), DoseWeight);
        }
        foreach (var (hour, value) in panel.Flags)
        {
            var lift = (FlagSize + DoseWeight) / panel.Plot.Height;
            plot.Add.Marker(
                hour / panel.Hours,
                panel.Values.Part(value) + lift,
                MarkerShape.FilledTriangleDown,
                FlagSize,
                Colour(ink.Flag)
            );
        }

        Coordinates At(double hour, double value) => new(hour / panel.Hours, panel.Values.Part(value));
    }

    private static void Area(Plot plot, Coordinates[] upper, Coordinates[] lower, string ink)
    {
        var area = plot.Add.Polygon([.. upper, .. lower.Reverse()]);
        (area.FillColor, area.LineWidth) = (Colour(ink), 0);
    }

    private static void Line(Plot plot, Coordinates[] points, string ink, float weight, bool dashed = false)
    {
        var line = plot.Add.ScatterLine(points);
        (line.LineColor, line.LineWidth) = (Colour(ink), weight);
        if (dashed)
            line.LinePattern = new LinePattern(Dashes, 0, "edge");
    }

    private static Color Colour(string ink) => Color.FromHex(ink);
}
