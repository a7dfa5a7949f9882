using Glidepath.Paper.Shared;
using Glidepath.Paper.Shared.Charts;
using SkiaSharp;

namespace Glidepath.Paper.Tapering.Levels;

/// <summary>The words on the lines of a panel, in place of a legend.</summary>
internal static class LevelLabels
{
    private const float Size = ChartText.Usual;

    public static IReadOnlyList<ChartText> OnDoses(Panel panel, ChartInk ink, bool narrow)
    {
        var place = Place(panel);
        var ends = panel.Steps.Skip(1).Append((Hour: panel.Hours, panel.Steps[^1].Value)).ToList();
        const float Half = PanelPainter.DoseWeight / 2;
        for (var i = 0; i < panel.Steps.Count; i++)
        {
            var (from, to) = (panel.At(panel.Steps[i].Hour, panel.Steps[i].Value), panel.At(ends[i].Hour, ends[i].Value));
            place.Take(new SKRect(from.X - Half, from.Y - Half, to.X + Half, from.Y + Half));
            place.Take(new SKRect(to.X - Half, Math.Min(from.Y, to.Y) - Half, to.X + Half, Math.Max(from.Y, to.Y) + Half));
        }
        var flags = panel
            .Flags.Select(f => panel.At(f.Hour, f.Value))
            .Select(p => new SKPoint(p.X, p.Y - PanelPainter.FlagSize - 6))
            .ToList();
        foreach (var flag in flags)
            place.Take(SKRect.Create(flag.X - 6, flag.Y - 2, 12, 18));
        var texts = new List<ChartText>();
        if (flags.Count > 0)
            Add(
                texts,
                panel,
                place,
                narrow
                    ? [LevelWords.Say("chart.above", ("most", ChartedDose.FlaggedAbovePercent)), LevelWords.Say("chart.of-current")]
                    : [LevelWords.Say("chart.more-than", ("most", ChartedDose.FlaggedAbovePercent))],
                [flags[flags.Count / 2], .. flags],
                ink.Flag
            );
        Add(
            texts,
            panel,
            place,
            [LevelWords.Say("chart.dose-you-take")],
            [
                .. Along(panel, 0.2, 0.35, 0.5, 0.1)
                    .Select(h => panel.At(h, panel.Steps.LastOrDefault(s => s.Hour <= h, panel.Steps[0]).Value)),
            ],
            ink.Dose
        );
        return texts;
    }

    public static IReadOnlyList<ChartText> OnLevels(Panel panel, ChartInk ink)
    {
        var place = Place(panel);
        var level = panel.Level;
        for (var i = 0; i < level.Count; i++)
        {
            var (here, next) = (level[i], level[Math.Min(i + 1, level.Count - 1)]);
            place.Take(
                new SKRect(
                    panel.X(here.Hour),
                    panel.Y(Math.Max(here.High, next.High)),
                    panel.X(next.Hour) + 1,
                    panel.Y(Math.Min(here.Low, next.Low))
                )
            );
        }
        foreach (var dot in panel.Dots.Select(d => panel.At(d.Hour, d.Value)))
            place.Take(SKRect.Create(dot.X - 7, dot.Y - 7, 14, 14));
        var texts = new List<ChartText>();
        if (panel.Dots.Count > 0)
            Add(
                texts,
                panel,
                place,
                [LevelWords.Say("chart.measured-dot")],
                [.. panel.Dots.Select(d => panel.At(d.Hour, d.Value))],
                ink.Measured
            );
        Add(
            texts,
            panel,
            place,
            [LevelWords.Say("chart.level-in-the-body")],
            [.. At(0.3, 0.45, 0.2, 0.6).Select(c => panel.At(c.Hour, c.High))],
            ink.Typical
        );
        Add(
            texts,
            panel,
            place,
            [LevelWords.Say("chart.typical")],
            [.. At(0.12, 0.08, 0.7, 0.8).Select(c => panel.At(c.Hour, c.Typical))],
            ink.Typical
        );
        return texts;

        IEnumerable<Column> At(params double[] parts) => Along(panel, parts).Select(h => level.MinBy(c => Math.Abs(c.Hour - h)));
    }

    private static FreePlace Place(Panel panel)
    {
        var place = new FreePlace(panel.Plot);
        foreach (var (value, _) in panel.Values.Ticks)
            place.Avoid(panel.Y(value));
        return place;
    }

    private static IEnumerable<double> Along(Panel panel, params double[] parts) => parts.Select(p => p * panel.Hours);

    /// <summary>Nothing where there is no room: the caption and the name of the panel say it too.</summary>
    private static void Add(List<ChartText> texts, Panel panel, FreePlace place, string[] lines, IReadOnlyList<SKPoint> points, string ink)
    {
        var leading = Size * ChartText.Leading;
        var size = new SKSize(lines.Max(line => Faces.Width(line, Face.Strong, Size)), leading * lines.Length - 4);
        if (place.Find(size, points) is not { } found)
            return;
        if (FreePlace.Leader(found.Box, found.Point) is { } leader)
            panel.Leaders.Add((leader.From, leader.To, ink));
        texts.AddRange(
            lines.Select(
                (line, i) =>
                    new ChartText(line, found.Box.Left, found.Box.Top + i * leading + Size * 0.8f, Size, Face.Strong, TextAnchor.Start, ink)
            )
        );
    }
}
