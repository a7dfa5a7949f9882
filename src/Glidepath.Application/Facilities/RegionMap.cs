using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Application.Facilities;

/// <param name="Number">Its position in the list.</param>
public sealed record MapMark(int Number, MatchItem Item, double X, double Y);

/// <param name="Radius">In units of the view.</param>
public sealed record MapRing(double Miles, double Radius);

/// <summary>The places of a list on an outline of their region, drawn here: no picture is fetched from anybody.</summary>
public sealed record RegionMap(
    MapView View,
    IReadOnlyList<OutlinePath> Outline,
    IReadOnlyList<MapMark> Marks,
    (double X, double Y)? Start,
    IReadOnlyList<MapRing> Rings
)
{
    // More marks than these lie on one another.
    private const int MostMarks = 12;
    private const double Width = 400,
        Height = 372,
        Room = 1.25,
        FewestMiles = 24;

    private static readonly double[] Circles = [5, 10, 25, 50, 100, 200, 500];

    public static RegionMap None { get; } = new(new(0, 0, 1, Width, Height), [], [], null, []);

    public static RegionMap Of(MatchResult result, StartPoint? start)
    {
        var items = result.Items.Where(i => i.Place.Coordinates is not null).Take(MostMarks).ToList();
        if (items.Count == 0)
            return None;
        var all = items.Select(i => i.Place.Coordinates!).ToList();
        var (latitude, longitude) = start is { At: var at }
            ? (at.Latitude, at.Longitude)
            : ((all.Min(a => a.Latitude) + all.Max(a => a.Latitude)) / 2, (all.Min(a => a.Longitude) + all.Max(a => a.Longitude)) / 2);
        var middle = new Coordinates(latitude, longitude, CoordinateSource.ZipCentroid);
        var view = new MapView(latitude, longitude, Math.Max(FewestMiles, 2 * Room * all.Max(middle.MilesTo)), Width, Height);
        return new(
            view,
            Outlines.Census.Of(view),
            [.. items.Select(Mark)],
            start is null ? null : view.Of(start.At),
            start is null
                ? []
                : [.. Circles.Where(m => m < view.MilesAcross / 2).TakeLast(2).Select(m => new MapRing(m, m * view.UnitsInMile))]
        );

        MapMark Mark(MatchItem item)
        {
            var (x, y) = view.Of(item.Place.Coordinates!);
            return new(item.Position, item, x, y);
        }
    }
}
