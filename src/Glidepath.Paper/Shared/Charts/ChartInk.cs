using SkiaSharp;

namespace Glidepath.Paper.Shared.Charts;

/// <summary>How a chart is coloured. Shape and word carry the meaning in both.</summary>
public enum ChartTone
{
    Colour,
    BlackAndWhite,
}

/// <summary>The colours of one tone, as <c>#rrggbb</c>.</summary>
internal sealed record ChartInk(
    string Dose,
    string Band,
    string Edge,
    string Typical,
    string TypicalSwing,
    string Flag,
    string Measured,
    string Grid,
    string Base,
    string Text,
    string SoftText
)
{
    public const string Ground = "#ffffff";

    private static readonly ChartInk Colours = new(
        Dose: "#0d4f4c",
        Band: "#cfe3de",
        Edge: "#4f857e",
        Typical: "#17615d",
        TypicalSwing: "#8fbcb4",
        Flag: "#7a5200",
        Measured: "#a8481c",
        Grid: "#e6dece",
        Base: "#7b766a",
        Text: "#1d2b2a",
        SoftText: "#4f5d5a"
    );

    private static readonly ChartInk Greys = new(
        Dose: "#000000",
        Band: "#e2e2e2",
        Edge: "#333333",
        Typical: "#111111",
        TypicalSwing: "#b0b0b0",
        Flag: "#010101",
        Measured: "#020202",
        Grid: "#d0d0d0",
        Base: "#555555",
        Text: "#000000",
        SoftText: "#222222"
    );

    public static ChartInk Of(ChartTone tone) =>
        tone switch
        {
            ChartTone.Colour => Colours,
            ChartTone.BlackAndWhite => Greys,
        };

    public static SKColor Skia(string ink) => SKColor.Parse(ink);
}
