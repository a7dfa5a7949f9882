using System.CommandLine;
using System.Text;
using Glidepath.Paper.Tapering.Levels;

namespace Glidepath.Cli.Shared;

/// <summary>A chart as a file: wide enough for a page of paper and for a screen, unless <c>--chart-width</c> says otherwise.</summary>
internal static class ChartFile
{
    private const int Width = 760;

    /// <summary>A telephone shows about 370 units; a wide chart shrunk to that could not be read.</summary>
    public static Option<string?> WidthOption() =>
        new("--chart-width")
        {
            Description = $"Width of the chart in units of a pixel (default {Width}; 370 for a telephone)",
            HelpName = "UNITS",
        };

    /// <exception cref="InputException">No such width, or no chart to be so wide.</exception>
    public static int ReadWidth(string? text, bool isDrawn)
    {
        if (text is null)
            return Width;
        return isDrawn
            ? Read.Whole("--chart-width", text, LevelChart.LeastWidth, LevelChart.MostWidth, "units")
            : throw new InputException(
                $"--chart-width: read \"{Read.Short(text)}\", and no chart is drawn; accepted: beside --chart of plan, --svg or "
                    + $"--png of simulate"
            );
    }

    public static OutputFile Svg(string option, string? path, int width, Func<LevelChartData> data) =>
        OutputFile.OfDrawing(
            option,
            path,
            () =>
            {
                var chart = new LevelChart(data()) { Titled = true };
                return Encoding.UTF8.GetBytes(chart.Svg(width));
            }
        );

    public static OutputFile Png(string option, string? path, int width, Func<LevelChartData> data) =>
        OutputFile.OfDrawing(
            option,
            path,
            () =>
            {
                var chart = new LevelChart(data()) { Titled = true };
                return chart.Png(width, chart.HeightFor(width));
            }
        );

    /// <exception cref="InputException">The ending is neither .svg nor .png.</exception>
    public static OutputFile ByEnding(string option, string? path, int width, Func<LevelChartData> data) =>
        Path.GetExtension(path ?? "").ToLowerInvariant() switch
        {
            ".png" => Png(option, path, width, data),
            ".svg" or "" when path is null || path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) => Svg(option, path, width, data),
            _ => throw new InputException($"{option}: read \"{Read.Short(path!)}\"; accepted: a file ending in .svg or .png"),
        };
}
