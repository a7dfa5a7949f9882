using System.Runtime.Intrinsics;

namespace Glidepath.Treatment.Facilities;

/// <summary>
/// Distances on a ball of the earth's mean radius (6,371.0088 km, IUGG): within 0.5 % of the ellipsoid. Fast ones are the chord between
/// float32 unit vectors, by the differences of their coordinates: a dot product would be off by more than a mile near the caller.
/// </summary>
internal static class Sphere
{
    public const double RadiusMiles = 6371.0088 / 1.609344;

    public static bool Holds(Coordinates at) => at.Latitude is >= -90 and <= 90 && at.Longitude is >= -180 and <= 180;

    public static (float X, float Y, float Z) Unit(Coordinates at)
    {
        var (latitude, longitude) = (double.DegreesToRadians(at.Latitude), double.DegreesToRadians(at.Longitude));
        return (
            (float)(Math.Cos(latitude) * Math.Cos(longitude)),
            (float)(Math.Cos(latitude) * Math.Sin(longitude)),
            (float)Math.Sin(latitude)
        );
    }

    /// <summary>Haversine in double: what is shown.</summary>
    public static double Miles(Coordinates from, Coordinates to)
    {
        var (a, b) = (double.DegreesToRadians(from.Latitude), double.DegreesToRadians(to.Latitude));
        var (north, east) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(to.Longitude - from.Longitude) / 2));
        return 2 * RadiusMiles * Math.Asin(Math.Sqrt(Math.Min(1, north * north + Math.Cos(a) * Math.Cos(b) * east * east)));
    }

    /// <summary>The squared chord of so many miles.</summary>
    public static float ChordSquared(double miles)
    {
        var half = Math.Sin(Math.Min(miles / RadiusMiles, Math.PI) / 2);
        return (float)(4 * half * half);
    }

    /// <summary>
    /// Miles of eight squared chords. The series of the arc sine to the ninth power is within 0.003 % up to a chord of 1 (2,070 miles);
    /// beyond, the library's.
    /// </summary>
    public static Vector256<float> Miles(Vector256<float> chordSquared)
    {
        var q = chordSquared;
        var series =
            (
                ((Vector256.Create(35f / 294912f) * q + Vector256.Create(5f / 7168f)) * q + Vector256.Create(3f / 640f)) * q
                + Vector256.Create(1f / 24f)
            ) * q
            + Vector256<float>.One;
        var miles = Vector256.Sqrt(q) * series * Vector256.Create((float)RadiusMiles);
        if (!Vector256.GreaterThanAny(q, Vector256<float>.One))
            return miles;
        Span<float> far = stackalloc float[Vector256<float>.Count];
        for (var i = 0; i < far.Length; i++)
            far[i] = q[i] > 1 ? (float)(2 * RadiusMiles * Math.Asin(Math.Min(1, Math.Sqrt(q[i]) / 2))) : miles[i];
        return Vector256.Create<float>(far);
    }
}
