using Glidepath.Paper.Shared.Charts;
using SkiaSharp;

namespace Glidepath.Paper.Tapering.Levels;

/// <summary>
/// Doses and levels on one time axis, a panel each: thick steps for the dose, a band with dashed edges for the level. The words stand on
/// the lines.
/// Sizes are in units of the chart: pixels on a screen, points on paper.
/// </summary>
public sealed class LevelChart(LevelChartData data)
{
    public const int LeastWidth = 280,
        MostWidth = 4000;

    private readonly LevelChartData _data = data.Checked();

    /// <summary>Whether the title is drawn too; off where a heading stands above the chart.</summary>
    public bool Titled { get; init; }

    public ChartTone Tone { get; init; }

    /// <summary>The rows that belong under the chart. The SVG holds the same.</summary>
    public LevelTable Table => field ??= LevelTable.Of(_data);

    /// <summary>What the chart shows, in sentences.</summary>
    public string Description => field ??= LevelWords.Describe(_data);

    /// <summary>At which the panels are as high as they read best.</summary>
    public int HeightFor(int width) => (int)Math.Ceiling(new LevelLayout(_data, width, Tone, Titled).BestHeight);

    /// <summary>For inside a page. The same data gives the same text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is outside <see cref="LeastWidth"/> to <see cref="MostWidth"/>, or the
    /// height leaves no room for the panels.</exception>
    public string Svg(int width, int height) => Written(Lay(width, height));

    /// <summary>The same, as high as <see cref="HeightFor"/> says.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is outside <see cref="LeastWidth"/> to <see cref="MostWidth"/>.</exception>
    public string Svg(int width)
    {
        var layout = new LevelLayout(_data, width, Tone, Titled);
        return Written(layout.Lay((int)Math.Ceiling(layout.BestHeight)));
    }

    /// <param name="scale">Pixels a unit.</param>
    public byte[] Png(int width, int height, float scale = 2)
    {
        if (!(scale is >= 0.5f and <= 8))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "Accepted: 0.5 to 8.");
        var scene = Lay(width, height);
        using var bitmap = new SKBitmap(
            (int)Math.Round(width * scale),
            (int)Math.Round(height * scale),
            SKColorType.Rgba8888,
            SKAlphaType.Premul
        );
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(ChartInk.Skia(ChartInk.Ground));
            canvas.Scale(scale);
            scene.Draw(canvas);
        }
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>Into part of a page, a PDF's too. Leaves the canvas as it was.</summary>
    public void Draw(SKCanvas canvas, SKRect area)
    {
        var scene = Lay(area.Width, area.Height);
        using var restored = new SKAutoCanvasRestore(canvas);
        canvas.Translate(area.Left, area.Top);
        scene.Draw(canvas);
    }

    private string Written(ChartScene scene) => SvgChart.Write(scene, _data.Title, $"{_data.Title}. {Description}", Rows);

    private string Rows => field ??= Table.ToTabSeparated();

    internal ChartScene Lay(float width, float height) => new LevelLayout(_data, width, Tone, Titled).Lay(height);
}
