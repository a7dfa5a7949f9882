using System.Text;
using Glidepath.Paper.Tapering;

namespace Glidepath.Cli.Shared;

/// <summary>A chart as a file: wide enough for a page of paper and for a screen.</summary>
internal static class ChartFile
{
    private const int Width = 760;

    public static OutputFile Svg(string option, string? path, Func<LevelChartData> data) => OutputFile.OfDrawing(option, path, () =>
    {
        var chart = new LevelChart(data()) { Titled = true };
        return Encoding.UTF8.GetBytes(chart.Svg(Width, chart.HeightFor(Width)));
    });

    public static OutputFile Png(string option, string? path, Func<LevelChartData> data) => OutputFile.OfDrawing(option, path, () =>
    {
        var chart = new LevelChart(data()) { Titled = true };
        return chart.Png(Width, chart.HeightFor(Width));
    });

    /// <exception cref="InputException">The ending is neither .svg nor .png.</exception>
    public static OutputFile ByEnding(string option, string? path, Func<LevelChartData> data) => Path.GetExtension(path ?? "").ToLowerInvariant() switch
    {
        ".png" => Png(option, path, data),
        ".svg" or "" when path is null || path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) => Svg(option, path, data),
        _ => throw new InputException($"{option}: read \"{Read.Short(path!)}\"; accepted: a file ending in .svg or .png"),
    };
}
