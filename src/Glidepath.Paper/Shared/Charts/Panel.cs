using SkiaSharp;

namespace Glidepath.Paper.Shared.Charts;

/// <summary>One plot on the common time axis, laid out. Hours across, values up from 0.</summary>
internal sealed class Panel(SKRect plot, double hours, ValueAxis values, IReadOnlyList<double> timeTicks)
{
    /// <summary>Round the plot, so that thick lines and dots at its ends are whole.</summary>
    public const float Margin = 6;

    public SKRect Plot { get; } = plot;

    public double Hours { get; } = hours;

    public ValueAxis Values { get; } = values;

    public IReadOnlyList<double> TimeTicks { get; } = timeTicks;

    /// <summary>Empty for a panel of doses.</summary>
    public IReadOnlyList<Column> Level { get; init; } = [];

    /// <summary>Value from an hour on.</summary>
    public IReadOnlyList<(double Hour, double Value)> Steps { get; init; } = [];

    public IReadOnlyList<(double Hour, double Value)> Dots { get; init; } = [];

    /// <summary>Downward triangles, each with its tip at the value.</summary>
    public IReadOnlyList<(double Hour, double Value)> Flags { get; init; } = [];

    public List<(SKPoint From, SKPoint To, string Ink)> Leaders { get; } = [];

    public float X(double hour) => Plot.Left + (float)(Math.Clamp(hour / Hours, 0, 1) * Plot.Width);

    public float Y(double value) => Plot.Bottom - (float)(Values.Part(value) * Plot.Height);

    public SKPoint At(double hour, double value) => new(X(hour), Y(value));
}
