namespace Glidepath.Treatment.Facilities;

/// <summary>All that an answer was asked for: it says nothing of what lies outside.</summary>
public sealed record DirectoryRegion(Coordinates Around, double Miles)
{
    /// <summary>
    /// Share by which another reckoning of the same distance may differ; a ball and the ellipsoid do by 0.5 %. Our own choice.
    /// </summary>
    private const double Slack = 0.01;

    public bool Holds(Coordinates? at) => at is not null && Around.MilesTo(at) <= Miles;

    /// <summary>
    /// So far inside that no answer for the region could have left it out for its distance: where only its ZIP area is known, it may be as
    /// far from there as a ZIP area is taken to reach.
    /// </summary>
    public bool SurelyHolds(Coordinates? at) =>
        at is not null
        && Around.MilesTo(at) + (at.Source is CoordinateSource.Address ? 0 : ZipTable.FarFromZipMiles) <= Miles * (1 - Slack);
}
