using System.Globalization;
using System.Text;

namespace Glidepath.Treatment.Facilities;

public enum Border
{
    County,
    State,
    Coast,
}

/// <param name="Kind">Land of a state has none: it is filled, not drawn as a line.</param>
/// <param name="Path">As the attribute <c>d</c> of SVG, in the units of the view.</param>
public sealed record OutlinePath(Border? Kind, string Path);

/// <summary>A rectangle of the map and how it lies on paper: an even grid of degrees, narrowed by the cosine of its middle.</summary>
public sealed record MapView(double Latitude, double Longitude, double MilesAcross, double Width, double Height)
{
    private const double MilesInDegree = 69.05;

    public double UnitsInMile => Width / MilesAcross;

    public (double X, double Y) Of(double latitude, double longitude) =>
        (
            Width / 2 + (longitude - Longitude) * MilesInDegree * Math.Cos(Latitude * Math.PI / 180) * UnitsInMile,
            Height / 2 - (latitude - Latitude) * MilesInDegree * UnitsInMile
        );

    public (double X, double Y) Of(Coordinates at) => Of(at.Latitude, at.Longitude);
}

/// <summary>Borders of states and counties, and the part of them that a view shows.</summary>
public sealed class OutlineMap
{
    // Degrees of a border are in thousandths. Counties are left out where there would be more lines than map.
    private const double InDegree = 1_000,
        WidestWithCounties = 260,
        WideMiles = 600;

    /// <summary>Points nearer than this to the last one drawn would not be seen.</summary>
    private static double FewestUnits(MapView view) => view.MilesAcross > WideMiles ? 4 : 1.5;

    private readonly (Border Kind, (int Lon, int Lat)[] Points)[] _arcs;
    private readonly int[][][] _states;

    /// <param name="lines">As eng/outline-map writes them.</param>
    public OutlineMap(IEnumerable<string> lines)
    {
        var (arcs, states) = (new List<(Border, (int, int)[])>(), new List<int[][]>());
        foreach (var line in lines)
            if (line[0] == '*')
                states.Add([.. line.Split('|')[1..].Select(ring => ring.Split(',').Select(Number).ToArray())]);
            else
                arcs.Add(
                    (
                        line[0] is 's' ? Border.State
                        : line[0] is 'c' ? Border.Coast
                        : Border.County,
                        Points(line[1..])
                    )
                );
        (_arcs, _states) = ([.. arcs], [.. states]);
    }

    /// <summary>Land first, then counties, then states and coasts over them.</summary>
    public IReadOnlyList<OutlinePath> Of(MapView view)
    {
        List<OutlinePath> paths = [];
        var land = new StringBuilder();
        foreach (var ring in _states.SelectMany(s => s))
            Land(land, [.. Ring(ring).Select(p => view.Of(p.Lat / InDegree, p.Lon / InDegree))], view);
        paths.Add(new(null, land.ToString()));
        foreach (
            var kind in view.MilesAcross <= WidestWithCounties
                ? new[] { Border.County, Border.State, Border.Coast }
                : [Border.State, Border.Coast]
        )
        {
            var lines = new StringBuilder();
            foreach (var (_, points) in _arcs.Where(a => a.Kind == kind))
                Line(lines, points, view);
            paths.Add(new(kind, lines.ToString()));
        }
        return [.. paths.Where(p => p.Path.Length > 0)];
    }

    private IEnumerable<(int Lon, int Lat)> Ring(int[] arcs) =>
        arcs.SelectMany(arc => arc >= 0 ? _arcs[arc].Points : _arcs[~arc].Points.Reverse());

    /// <summary>A line beyond the edge is left out; one that crosses it is cut off by the picture.</summary>
    private static void Line(StringBuilder path, (int Lon, int Lat)[] points, MapView view)
    {
        var (last, isDrawn) = (((double X, double Y)?)null, false);
        for (var i = 0; i < points.Length; i++)
        {
            var at = view.Of(points[i].Lat / InDegree, points[i].Lon / InDegree);
            if (last is { } before && IsOutside(before, at, view))
                (last, isDrawn) = (at, false);
            else if (last is { } from)
            {
                if (Far(from, at) < FewestUnits(view) && i < points.Length - 1)
                    continue;
                if (!isDrawn)
                    Put(path, 'M', from);
                Put(path, 'L', at);
                (last, isDrawn) = (at, true);
            }
            else
                last = at;
        }
    }

    /// <summary>Cut to the picture (Sutherland and Hodgman): a state may be far larger than it.</summary>
    private static void Land(StringBuilder path, List<(double X, double Y)> ring, MapView view)
    {
        foreach (
            var side in new (bool OnX, double At, bool Above)[]
            {
                (true, 0, true),
                (true, view.Width, false),
                (false, 0, true),
                (false, view.Height, false),
            }
        )
        {
            List<(double X, double Y)> kept = new(ring.Count);
            for (var i = 0; i < ring.Count; i++)
            {
                var (from, to) = (ring[i], ring[(i + 1) % ring.Count]);
                if (Inside(from) != Inside(to))
                {
                    if (Inside(from))
                        kept.Add(from);
                    kept.Add(Cut(from, to));
                }
                else if (Inside(from))
                    kept.Add(from);
            }
            ring = kept;

            bool Inside((double X, double Y) p) => ((side.OnX ? p.X : p.Y) >= side.At) == side.Above;

            (double X, double Y) Cut((double X, double Y) a, (double X, double Y) b)
            {
                var share = side.OnX ? (side.At - a.X) / (b.X - a.X) : (side.At - a.Y) / (b.Y - a.Y);
                return (a.X + share * (b.X - a.X), a.Y + share * (b.Y - a.Y));
            }
        }
        if (ring.Count < 3)
            return;
        var last = ring[0];
        Put(path, 'M', last);
        foreach (var point in ring.Skip(1))
            if (Far(last, point) >= FewestUnits(view))
                Put(path, 'L', last = point);
        path.Append('Z');
    }

    private static bool IsOutside((double X, double Y) a, (double X, double Y) b, MapView view) =>
        Math.Max(a.X, b.X) < 0 || Math.Min(a.X, b.X) > view.Width || Math.Max(a.Y, b.Y) < 0 || Math.Min(a.Y, b.Y) > view.Height;

    private static double Far((double X, double Y) a, (double X, double Y) b) => Math.Max(Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));

    private static void Put(StringBuilder path, char verb, (double X, double Y) at) =>
        path.Append(verb)
            .Append(Math.Clamp(Math.Round(at.X), -9_999, 9_999).ToString(CultureInfo.InvariantCulture))
            .Append(' ')
            .Append(Math.Clamp(Math.Round(at.Y), -9_999, 9_999).ToString(CultureInfo.InvariantCulture));

    private static (int, int)[] Points(string steps)
    {
        var (lon, lat) = (0, 0);
        return [.. steps.Split(' ').Select(step => step.Split(',')).Select(step => (lon += Number(step[0]), lat += Number(step[1])))];
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
