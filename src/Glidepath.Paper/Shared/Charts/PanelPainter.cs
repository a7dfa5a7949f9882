using SkiaSharp;

namespace Glidepath.Paper.Shared.Charts;

/// <summary>What a panel is drawn of. Words are set apart, in the project's own faces.</summary>
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

    /// <summary>From the back to the front.</summary>
    public static IEnumerable<ChartShape> Shapes(Panel panel, ChartInk ink) =>
        [
            .. Grid(panel, ink),
            .. Level(panel, ink),
            .. panel.Dots.Select(d => Dot(panel.At(d.Hour, d.Value), ink.Measured)),
            .. Steps(panel, ink),
            .. panel.Leaders.Select(l => Line([l.From, l.To], l.Ink, 1)),
        ];

    private static IEnumerable<ChartShape> Grid(Panel panel, ChartInk ink)
    {
        foreach (var x in panel.TimeTicks.Select(panel.X))
            yield return Line([new(x, panel.Plot.Bottom), new(x, panel.Plot.Top)], ink.Grid, 1);
        foreach (var (value, _) in panel.Values.Ticks)
            yield return Line([panel.At(0, value), panel.At(panel.Hours, value)], value == 0 ? ink.Base : ink.Grid, 1);
    }

    private static IEnumerable<ChartShape> Level(Panel panel, ChartInk ink)
    {
        if (panel.Level.Count == 0)
            yield break;
        var (high, low) = (Edge(c => c.High), Edge(c => c.Low));
        yield return Area(high, low, ink.Band);
        yield return Line(high, ink.Edge, EdgeWeight, isDashed: true);
        yield return Line(low, ink.Edge, EdgeWeight, isDashed: true);
        if (panel.Level.Any(c => c.TypicalHigh > c.TypicalLow))
            yield return Area(Edge(c => c.TypicalHigh), Edge(c => c.TypicalLow), ink.TypicalSwing);
        yield return Line(Edge(c => c.Typical), ink.Typical, TypicalWeight);
        if (panel.Level.Count == 1)
            yield return Dot(Edge(c => c.TypicalLow)[0], ink.Typical);

        SKPoint[] Edge(Func<Column, double> value) => [.. panel.Level.Select(c => panel.At(c.Hour, value(c)))];
    }

    /// <summary>Each step is level until the next begins; above the end of one that falls too far stands a flag.</summary>
    private static IEnumerable<ChartShape> Steps(Panel panel, ChartInk ink)
    {
        if (panel.Steps.Count > 0)
        {
            var ends = panel.Steps.Skip(1).Select(s => s.Hour).Append(panel.Hours);
            yield return Line(
                [.. panel.Steps.Zip(ends).SelectMany(s => new[] { s.First.Hour, s.Second }.Select(h => panel.At(h, s.First.Value)))],
                ink.Dose,
                DoseWeight
            );
        }
        foreach (var (hour, value) in panel.Flags)
        {
            var tip = panel.At(hour, value) - new SKSize(0, FlagLift);
            var top = tip.Y - FlagSize * MathF.Sqrt(3) / 2;
            yield return Area([tip], [new(tip.X - FlagSize / 2, top), new(tip.X + FlagSize / 2, top)], ink.Flag);
        }
    }

    private static ChartShape Area(SKPoint[] upper, SKPoint[] lower, string ink) => new([.. upper, .. lower.AsEnumerable().Reverse()], ink);

    private static ChartShape Line(SKPoint[] points, string ink, float weight, bool isDashed = false) => new(points, ink, weight, isDashed);

    private static ChartShape Dot(SKPoint at, string ink) => new([at], ink, Radius: DotSize / 2);
}
