using System.Globalization;
using Glidepath.Paper.Shared.Charts;
using Glidepath.Paper.Tapering.Levels;
using SkiaSharp;

namespace Glidepath.Tests.Paper;

/// <summary>What a person sees of a chart, whichever screen or paper it is on.</summary>
public class LevelChartTests
{
    public static TheoryData<string> Kinds => Charted.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_word_is_small_outside_the_chart_or_on_another(string kind) =>
        Assert.All(
            Charted.Widths,
            width =>
            {
                var chart = new LevelChart(Charted.All[kind]) { Titled = true };
                var scene = chart.Lay(width, chart.HeightFor(width));
                Assert.All(scene.Texts, t => Assert.True(t.Size >= 12, t.Text));
                Assert.All(
                    scene.Texts,
                    t => Assert.True(new SKRect(0, 0, width, scene.Size.Height).Contains(t.Box), $"{t.Text} at {t.Box}")
                );
                foreach (var (text, i) in scene.Texts.Select((t, i) => (t, i)))
                    Assert.DoesNotContain(scene.Texts.Skip(i + 1), other => text.Box.IntersectsWith(other.Box));
            }
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_label_stands_on_no_line_and_no_band(string kind) =>
        Assert.All(
            Charted.Widths,
            width =>
            {
                var chart = new LevelChart(Charted.All[kind]);
                var scene = chart.Lay(width, chart.HeightFor(width));
                Assert.All(
                    scene.Panels,
                    panel =>
                    {
                        foreach (var text in scene.Texts.Where(t => panel.Plot.Contains(t.Box)))
                        {
                            Assert.DoesNotContain(
                                panel.Level,
                                c =>
                                    panel.X(c.Hour) > text.Box.Left
                                    && panel.X(c.Hour) < text.Box.Right
                                    && panel.Y(c.High) < text.Box.Bottom
                                    && panel.Y(c.Low) > text.Box.Top
                            );
                            Assert.DoesNotContain(panel.Steps, s => text.Box.Contains(panel.At(s.Hour, s.Value)));
                            Assert.DoesNotContain(panel.Flags, f => text.Box.Contains(panel.At(f.Hour, f.Value)));
                        }
                    }
                );
            }
        );

    [Theory]
    [InlineData("one dose", 370, 4, 9)]
    [InlineData("half a year", 370, 4, 8)]
    [InlineData("half a year", 760, 7, 15)]
    [InlineData("two years", 370, 3, 8)]
    [InlineData("two days from a morning", 370, 3, 8)]
    public void The_time_axis_has_as_many_marks_as_the_width_can_carry(string kind, int width, int least, int most)
    {
        var chart = new LevelChart(Charted.All[kind]);
        Assert.InRange(chart.Lay(width, chart.HeightFor(width)).Panels[0].TimeTicks.Count, least, most);
    }

    [Theory]
    [InlineData(48, "0, 6, 12, 18, 24, 30, 36, 42, 48 hours")]
    [InlineData(14 * 24, "0, 2, 4, 6, 8, 10, 12, 14 days")]
    [InlineData(26 * 7 * 24, "0, 4, 8, 12, 16, 20, 24 weeks")]
    [InlineData(87_672, "0, 2, 4, 6, 8, 10 years")]
    public void Time_is_told_in_hours_days_weeks_or_years(double hours, string axis)
    {
        var laid = TimeAxis.Lay(hours, null, h => (float)(h / hours * 450), 13, "0");
        Assert.Equal(axis, $"{string.Join(", ", laid.Ticks.Select(t => t.Label))} {laid.Unit}");
    }

    [Theory]
    [InlineData(48, "noon, 6 pm, Nov 24, 6 am, noon, 6 pm, Nov 25, 6 am")]
    [InlineData(40 * 24, "Nov 23, Nov 30, Dec 7, Dec 14, Dec 21, Dec 28")]
    [InlineData(26 * 7 * 24, "Dec 2026, Jan 2027, Feb, Mar, Apr, May")]
    [InlineData(87_672, "2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036")]
    public void With_a_start_time_is_told_in_clock_hours_or_dates(double hours, string labels) =>
        Assert.Equal(
            labels,
            string.Join(
                ", ",
                TimeAxis.Lay(hours, new DateTime(2026, 11, 23, 8, 0, 0), h => (float)(h / hours * 450), 13, "0").Ticks.Select(t => t.Label)
            )
        );

    [Theory]
    [InlineData(ChartTone.Colour)]
    [InlineData(ChartTone.BlackAndWhite)]
    public void In_grey_the_dose_the_edge_and_the_words_stand_out_from_band_grid_and_ground(ChartTone tone)
    {
        var ink = ChartInk.Of(tone);
        string[] behind = [ink.Band, ink.Grid, ChartInk.Ground];
        Assert.All(behind, b => Assert.True(Charted.Contrast(ink.Dose, b) >= 5, b));
        Assert.All(behind, b => Assert.True(Charted.Contrast(ink.Typical, b) >= 4.5, b));
        Assert.All(behind, b => Assert.True(Charted.Contrast(ink.Edge, b) >= 3, b));
        Assert.All(behind, b => Assert.True(Charted.Contrast(ink.Measured, b) >= 3, b));
        Assert.All(
            (string[])[ink.Text, ink.SoftText, ink.Typical, ink.Dose, ink.Flag, ink.Measured],
            t => Assert.True(Charted.Contrast(t, ChartInk.Ground) >= 4.5, t)
        );
    }

    [Fact]
    public void A_thinned_level_keeps_its_lowest_and_highest() =>
        Assert.All(
            (int[])[300, 700],
            width =>
            {
                var curve = Charted.TwoYears.Curves[0];
                var thinned = ThinnedCurve.Of(curve.Hours, curve.Low, curve.Typical, curve.High, Charted.TwoYears.Hours, width);
                Assert.InRange(thinned.Count, 100, 2 * width);
                Assert.Equal((curve.Low.Min(), curve.High.Max()), (thinned.Min(c => c.Low), thinned.Max(c => c.High)));
                Assert.Equal((curve.Typical.Min(), curve.Typical.Max()), (thinned.Min(c => c.TypicalLow), thinned.Max(c => c.TypicalHigh)));
                Assert.Equal(thinned.Select(c => c.Hour).Order(), thinned.Select(c => c.Hour));
            }
        );

    [Theory]
    [InlineData(760, 1f)]
    [InlineData(370, 2f)]
    [InlineData(370, 1.5f)]
    public void A_picture_has_the_size_that_was_asked(int width, float scale)
    {
        var chart = new LevelChart(Charted.HalfAYear) { Titled = true };
        using var picture = SKBitmap.Decode(chart.Png(width, 520, scale));
        Assert.Equal(((int)Math.Round(width * scale), (int)Math.Round(520 * scale)), (picture.Width, picture.Height));
        Assert.Equal(SKColors.White, picture.GetPixel(0, 0));
        Assert.Contains(picture.Pixels, p => p == SKColor.Parse(ChartInk.Of(ChartTone.Colour).Dose));
    }

    [Fact]
    public void On_a_page_a_chart_stays_in_its_area_and_leaves_what_was_there()
    {
        using var page = new SKBitmap(600, 700);
        using (var canvas = new SKCanvas(page))
        {
            canvas.Clear(SKColors.Yellow);
            new LevelChart(Charted.HalfAYear) { Tone = ChartTone.BlackAndWhite }.Draw(canvas, new SKRect(50, 100, 550, 600));
        }
        Assert.Equal(SKColors.Yellow, page.GetPixel(60, 590));
        for (var x = 0; x < page.Width; x++)
        for (var y = 0; y < page.Height; y++)
            if (x < 50 || x >= 550 || y < 100 || y >= 600)
                Assert.Equal(SKColors.Yellow, page.GetPixel(x, y));
    }

    [Fact]
    public void A_chart_goes_into_a_PDF()
    {
        using var stream = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(stream))
        {
            new LevelChart(Charted.HalfAYear) { Tone = ChartTone.BlackAndWhite }.Draw(
                pdf.BeginPage(612, 792),
                new SKRect(36, 36, 576, 536)
            );
            pdf.EndPage();
            pdf.Close();
        }
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(stream.ToArray(), 0, 4), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_with_what_is_accepted()
    {
        Assert.Throws<ArgumentException>(() => new LevelChart(new LevelChartData { Title = "nothing" }));
        Assert.Throws<ArgumentException>(() => new LevelCurve("x", [0, 1], [0, 1], [0, double.NaN], [0, 1]));
        Assert.Throws<ArgumentException>(() => new LevelCurve("x", [0, 0], [0, 1], [0, 1], [0, 1]));
        Assert.Throws<ArgumentException>(() => new LevelCurve("x", [], [], [], []));
        Assert.Throws<ArgumentException>(() =>
            new LevelChart(Charted.HalfAYear with { Steps = [new ChartedDose(double.NaN, 1, 0, false)] })
        );
        Assert.Contains(
            "280",
            Assert.Throws<ArgumentOutOfRangeException>(() => new LevelChart(Charted.OneDose).Svg(100, 400)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new LevelChart(Charted.OneDose).Svg(400, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LevelChart(Charted.OneDose).Png(400, 400, float.NaN));
    }

    [Fact]
    public void A_number_on_an_axis_is_short() =>
        Assert.All(
            (double[])[0, 1e-300, 1e-5, 0.07, 3, 44, 1234, 5e6, 1e9, double.MaxValue],
            highest =>
                Assert.All(
                    ValueAxis.Lay(highest, 170, 26).Ticks,
                    t => Assert.True(t.Label.Length <= 9, t.Label.ToString(CultureInfo.InvariantCulture))
                )
        );
}
