using Glidepath.Paper.Shared;
using Glidepath.Paper.Shared.Charts;
using SkiaSharp;

namespace Glidepath.Paper.Tapering.Levels;

/// <summary>Where the panels and words of a chart of levels stand.</summary>
internal sealed class LevelLayout
{
    private const float Size = ChartText.Usual,
        Edge = 4,
        Name = 24,
        Ticks = 20,
        Between = 16,
        LeastPanel = 64,
        Room = 26,
        TitleSize = 18,
        TitleHeight = 30,
        UsualAxis = 60;

    private readonly LevelChartData _data;
    private readonly ChartInk _ink;
    private readonly float _width;
    private readonly bool _titled;
    private readonly IReadOnlyList<IReadOnlyList<Column>> _levels;
    private readonly IReadOnlyList<string> _caption;

    public LevelLayout(LevelChartData data, float width, ChartTone tone, bool titled)
    {
        if (!(width is >= LevelChart.LeastWidth and <= LevelChart.MostWidth))
            throw new ArgumentOutOfRangeException(nameof(width), width, $"Accepted: {LevelChart.LeastWidth} to {LevelChart.MostWidth}.");
        (_data, _width, _ink, _titled) = (data, width, ChartInk.Of(tone), titled);
        _levels = [.. data.Curves.Select(c => ThinnedCurve.Of(c.Hours, c.Low, c.Typical, c.High, data.Hours, width - UsualAxis))];
        _caption = ChartText.Lines(
            LevelWords.Caption(data, _levels.Any(l => l.Any(c => c.TypicalHigh > c.TypicalLow))),
            Face.Body,
            ChartText.Least,
            width - 2 * Edge
        );
    }

    public float BestHeight => Furniture + PanelCount * (Narrow ? 150 : 170);

    private bool Narrow => _width < 500;

    private int PanelCount => _data.Curves.Count + (_data.Steps.Count > 0 ? 1 : 0);

    /// <summary>All that is no plot.</summary>
    private float Furniture =>
        2 * Edge
        + (_titled ? TitleHeight : 0)
        + PanelCount * Name
        + (PanelCount - 1) * Between
        + 2 * Ticks
        + _caption.Count * CaptionLeading;

    private static float CaptionLeading => ChartText.Least * ChartText.Leading;

    public ChartScene Lay(float height)
    {
        var plotHeight = (height - Furniture) / PanelCount;
        if (!(plotHeight is >= LeastPanel and <= 5000))
            throw new ArgumentOutOfRangeException(
                nameof(height),
                height,
                $"Accepted: {Math.Ceiling(Furniture + PanelCount * LeastPanel)} or more."
            );
        var texts = new List<ChartText>();
        var values = Values(plotHeight);
        var left = Edge + values.SelectMany(v => v.Ticks).Max(t => Faces.Width(t.Label, Face.Body, Size)) + 8;
        var right = _width - Edge - 14;
        var time = TimeAxis.Lay(
            _data.Hours,
            _data.Start,
            hour => left + (float)(hour / _data.Hours) * (right - left),
            Size,
            _data.Steps.Count > 0 ? "start" : "0"
        );
        var y = Edge;
        if (_titled)
        {
            texts.Add(
                new ChartText(
                    ChartText.Fitting(_data.Title, Face.Heading, TitleSize, _width - 2 * Edge),
                    Edge,
                    y + TitleSize,
                    TitleSize,
                    Face.Heading,
                    TextAnchor.Start,
                    _ink.Text
                )
            );
            y += TitleHeight;
        }
        var panels = new List<Panel>();
        foreach (var axis in values)
        {
            y += Name;
            var plot = new SKRect(left, y, right, y + plotHeight);
            var ticks = time.Ticks.Select(t => t.Hour).ToList();
            var level = panels.Count - (_data.Steps.Count > 0 ? 1 : 0);
            var panel = level < 0 ? DosePanel(plot, axis, ticks) : LevelPanel(plot, axis, ticks, level);
            var name = level < 0 ? _data.DoseName : $"{LevelWords.Name(_data.Curves[level])}, ng/mL";
            texts.Add(
                Words(ChartText.Fitting(name, Face.Strong, Size, _width - 2 * Edge), Edge, y - 10, TextAnchor.Start, _ink.Text, Face.Strong)
            );
            texts.AddRange(
                axis.Ticks.Select(t => Words(t.Label, left - 8, panel.Y(t.Value) + Size * 0.34f, TextAnchor.End, _ink.SoftText))
            );
            texts.AddRange(level < 0 ? LevelLabels.OnDoses(panel, _ink, Narrow) : LevelLabels.OnLevels(panel, _ink));
            panels.Add(panel);
            y += plotHeight + Between;
        }
        y -= Between;
        texts.AddRange(
            time.Ticks.Select(t => Inside(Words(t.Label, panels[0].X(t.Hour), y + Ticks - 2, TextAnchor.Middle, _ink.SoftText)))
        );
        texts.Add(Words(time.Unit, (left + right) / 2, y + 2 * Ticks - 4, TextAnchor.Middle, _ink.SoftText));
        y += 2 * Ticks;
        texts.AddRange(
            _caption.Select(
                (line, i) =>
                    new ChartText(
                        Faces.Showable(line, Face.Body),
                        Edge,
                        y + (i + 1) * CaptionLeading - 2,
                        ChartText.Least,
                        Face.Body,
                        TextAnchor.Start,
                        _ink.SoftText
                    )
            )
        );
        return new ChartScene(new SKSize(_width, height), _ink, panels, texts);
    }

    private List<ValueAxis> Values(float plotHeight)
    {
        var axes = new List<ValueAxis>();
        if (_data.Steps.Count > 0)
            axes.Add(ValueAxis.Lay((double)_data.Steps.Max(s => s.DailyMilligrams), plotHeight, Room));
        for (var i = 0; i < _data.Curves.Count; i++)
            axes.Add(
                ValueAxis.Lay(
                    _data.Curves[i].High.Concat(i == 0 ? _data.Measured.Select(m => m.Level.NanogramsPerMilliliter) : []).Max(),
                    plotHeight,
                    Room
                )
            );
        return axes;
    }

    private Panel DosePanel(SKRect plot, ValueAxis axis, IReadOnlyList<double> ticks) =>
        new(plot, _data.Hours, axis, ticks)
        {
            Steps = [.. _data.Steps.Select(s => (s.Hour, (double)s.DailyMilligrams))],
            // Above the corner that the cut leaves from.
            Flags =
            [
                .. _data
                    .Steps.Zip(_data.Steps.Skip(1))
                    .Where(pair => pair.Second.Flagged)
                    .Select(pair => (pair.Second.Hour, (double)pair.First.DailyMilligrams)),
            ],
        };

    private Panel LevelPanel(SKRect plot, ValueAxis axis, IReadOnlyList<double> ticks, int index) =>
        new(plot, _data.Hours, axis, ticks)
        {
            Level = _levels[index],
            Dots = index == 0 ? [.. _data.Measured.Select(m => (m.Hour, m.Level.NanogramsPerMilliliter))] : [],
        };

    private ChartText Inside(ChartText text) =>
        text with
        {
            X = Math.Clamp(text.X, 1 + text.Width / 2, Math.Max(1 + text.Width / 2, _width - 1 - text.Width / 2)),
        };

    private static ChartText Words(string text, float x, float y, TextAnchor anchor, string ink, Face face = Face.Body) =>
        new(text, x, y, Size, face, anchor, ink);
}
