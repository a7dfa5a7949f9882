using SkiaSharp;

namespace Glidepath.Paper.Shared.Charts;

/// <summary>A place for a label beside the line it names, on nothing else.</summary>
internal sealed class FreePlace(SKRect area)
{
    private const float Step = 4,
        Air = 5,
        NearEnough = 9,
        OnGrid = 14;

    private readonly List<SKRect> _taken = [];

    private readonly List<float> _grid = [];

    public void Take(SKRect box) => _taken.Add(box);

    /// <summary>A level line that a label rather does not stand on.</summary>
    public void Avoid(float y) => _grid.Add(y);

    /// <summary>The free place nearest to one of the points, best first by the order of the points; null where none is free.</summary>
    /// <param name="size">Of the label.</param>
    public (SKRect Box, SKPoint Point)? Find(SKSize size, IReadOnlyList<SKPoint> points)
    {
        (SKRect Box, SKPoint Point)? best = null;
        var least = float.MaxValue;
        for (var y = area.Top; y + size.Height <= area.Bottom; y += Step)
        for (var x = area.Left; x + size.Width <= area.Right; x += Step)
        {
            var box = SKRect.Create(x, y, size.Width, size.Height);
            var (point, distance) = Nearest(box, points);
            if (IsOnGrid(box))
                distance += OnGrid;
            if (distance >= least || !IsFree(box))
                continue;
            (best, least) = ((box, point), distance);
        }
        if (best is { } found)
            _taken.Add(found.Box);
        return best;
    }

    /// <summary>From the label's edge to the point; null where the label stands so near that it needs no line.</summary>
    public static (SKPoint From, SKPoint To)? Leader(SKRect box, SKPoint point)
    {
        var from = Clamp(box, point);
        return SKPoint.Distance(from, point) <= NearEnough ? null : (from, point);
    }

    // Asked of thousands of places for each label: loops, since a closure for each would be most of what a chart allocates.
    private bool IsOnGrid(SKRect box)
    {
        foreach (var line in _grid)
            if (line > box.Top - 1 && line < box.Bottom + 1)
                return true;
        return false;
    }

    private bool IsFree(SKRect box)
    {
        var wide = SKRect.Inflate(box, Air, Air - 1);
        foreach (var t in _taken)
            if (t.Left < wide.Right && t.Right > wide.Left && t.Top < wide.Bottom && t.Bottom > wide.Top)
                return false;
        return true;
    }

    private static (SKPoint Point, float Distance) Nearest(SKRect box, IReadOnlyList<SKPoint> points)
    {
        var best = (points[0], float.MaxValue);
        for (var i = 0; i < points.Count; i++)
        {
            var distance = SKPoint.Distance(Clamp(box, points[i]), points[i]) + i * 2;
            if (distance < best.Item2)
                best = (points[i], distance);
        }
        return best;
    }

    private static SKPoint Clamp(SKRect box, SKPoint point) =>
        new(Math.Clamp(point.X, box.Left, box.Right), Math.Clamp(point.Y, box.Top, box.Bottom));
}
