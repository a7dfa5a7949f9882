namespace Glidepath.Treatment.Facilities;

/// <summary>The places that are shown, with the reasons for and against each.</summary>
internal static class MatchItems
{
    public static IReadOnlyList<MatchItem> Of(MatchRun run) =>
        [.. Enumerable.Range(0, run.TopCount).Select(position => One(run, position))];

    private static MatchItem One(MatchRun run, int position)
    {
        var (row, _) = run.Top(position);
        var place = run.Snapshot.Columns.Places[row];
        List<NeedLine> fits = new(run.Lines.Length),
            misses = [],
            notListed = [];
        foreach (var line in run.Lines)
            if (line.Line.Kind is not NeedKind.Distance)
                (
                    FactBits.Bit(line.For, row) ? fits
                    : FactBits.Bit(line.Against, row) ? misses
                    : notListed
                ).Add(line.Line);
        double? miles = run.Needs.Near is { } near && place.Coordinates is { } at ? Sphere.Miles(near, at) : null;
        if (miles > run.Needs.TooFarMiles && run.Lines.FirstOrDefault(l => l.Line.Kind is NeedKind.Distance) is { } distance)
            misses.Add(distance.Line);
        return new(
            position + 1,
            place,
            run.Open(row) == 0 ? Standing.Fits : Standing.AskFirst,
            Points(run.ValueOf(row)),
            MatchRun.Band(run.ValueOf(row)),
            miles,
            miles is not null
                && (run.Needs.Near!.Source is CoordinateSource.ZipCentroid || place.Coordinates!.Source is CoordinateSource.ZipCentroid),
            fits,
            misses,
            notListed,
            Lift(run, row, position)
        );
    }

    /// <summary>
    /// A rule that is not known comes first, since it holds the place below; then the largest gain in points, answers that can be asked for
    /// before those that were no.
    /// </summary>
    private static MoveUp? Lift(MatchRun run, int row, int position)
    {
        var (best, gain, known) = ((LineBits?)null, 0f, true);
        foreach (var line in run.Lines)
        {
            if (line.Line.Kind is NeedKind.Distance || FactBits.Bit(line.For, row))
                continue;
            var denied = FactBits.Bit(line.Against, row);
            var points = (float)line.Line.Weight * (denied ? 1 : 1 - line.Unknown) + (line.Line.IsStrict ? 1_000 : 0);
            if (best is not null && (denied == known ? points <= gain : denied))
                continue;
            (best, gain, known) = (line, points, denied);
        }
        if (best is null)
            return null;
        // Where nothing weighs anything every place has all the points there are.
        var more = run.TotalWeight > 0 ? (float)best.Line.Weight * (known ? 1 : 1 - best.Unknown) / run.TotalWeight : 0;
        var value = Math.Min(1, run.ValueOf(row) + more);
        var key = run.Key(
            row,
            Math.Max(0, run.Open(row) - (best.Line.IsStrict ? 1 : 0)),
            run.Lines.All(l => l == best || l.Line.Kind is NeedKind.Distance || FactBits.Bit(l.For, row)),
            value,
            run.MilesTo(row)
        );
        var ahead = Enumerable.Range(0, position).Count(p => run.Top(p).Key < key);
        return new(best.Line, known ? Listing.ListedAsNot : Listing.NotListed, Points(value), ahead + 1);
    }

    private static double Points(float value) => Math.Round(value * 100.0, 1);
}
