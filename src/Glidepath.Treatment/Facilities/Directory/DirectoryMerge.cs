namespace Glidepath.Treatment.Facilities;

/// <param name="Codes">Those of the newest edition, over those that only older ones have.</param>
public sealed record DirectoryChange(IReadOnlyList<Place> Places, CodeTable Codes, DirectoryDiff Diff);

/// <summary>
/// Lays a file over the directory: place, programme, service. Neither the order of rows nor that of places changes the outcome of a first
/// import.
/// </summary>
public static class DirectoryMerge
{
    /// <param name="before">Attestations, capacity and ownership of these are never touched, and a place that has any is never taken
    /// away.</param>
    /// <param name="codes">Known before this file.</param>
    public static DirectoryChange Apply(IReadOnlyList<Place> before, CodeTable codes, DirectoryFile file, ZipTable zips)
    {
        var rows = file
            .Rows.OrderBy(r => r.Zip, StringComparer.Ordinal)
            .ThenBy(r => r.Kind)
            .ThenBy(r => r.Name, StringComparer.Ordinal)
            .ThenBy(r => r.Branch, StringComparer.Ordinal)
            .ThenBy(r => r.Street, StringComparer.Ordinal)
            .ThenBy(r => r.Phone, StringComparer.Ordinal)
            .ThenBy(r => r.Codes.Count)
            .ToList();
        var grouping = new PlaceGrouping(before, rows);
        var groups = rows.Select((row, i) => (Row: row, Group: grouping.GroupOf(i)))
            .GroupBy(r => r.Group, r => r.Row)
            .ToDictionary(g => g.Key, g => g.ToList());
        var merge = new ProgrammeMerge(file);
        var scope = new Scope(file);
        var (places, tally) = (new List<Place>(before.Count + groups.Count), new DirectoryTally(file));
        for (var i = 0; i < before.Count; i++)
            if (Merged(before[i], groups.GetValueOrDefault(i) ?? [], merge, scope, zips, tally) is { } place)
                places.Add(place);
        foreach (var (group, members) in groups.Where(g => g.Key >= before.Count))
            places.Add(Merged(Founded(members, zips), members, merge, scope, zips, tally, isNew: true)!);
        places.Sort(Order);
        var table =
            file.Codes.Codes.Count > 0 && string.CompareOrdinal(file.Codes.Edition, codes.Edition) >= 0
                ? file.Codes.Over(codes)
                : codes.Over(file.Codes);
        return new(places, table, tally.Diff(before, places, table, scope, merge.Conflicts));

        static int Order(Place a, Place b) =>
            string.CompareOrdinal(a.State, b.State) is not 0 and var state ? state
            : string.CompareOrdinal(a.City, b.City) is not 0 and var city ? city
            : string.CompareOrdinal(a.Name, b.Name) is not 0 and var name ? name
            : a.Id.CompareTo(b.Id);
    }

    private static Place Founded(List<DirectoryRow> rows, ZipTable zips)
    {
        var first = rows[0];
        return new()
        {
            Id = StableId.Of($"place|{rows.Min(r => AddressKey.Street(r.Street))}|{first.Zip}|{rows.Min(r => AddressKey.Name(r.Name))}"),
            Name = first.Name,
            Street = Line(first),
            City = first.City,
            State = first.State,
            Zip = first.Zip,
            County = rows.Select(r => r.County).FirstOrDefault(c => c is not null),
            Coordinates = zips.Find(first.Zip),
            Programmes = [],
        };
    }

    private static string Line(DirectoryRow row) => row.Unit is null ? row.Street : $"{row.Street}, {row.Unit}";

    /// <returns>Null where nothing is left of the place.</returns>
    private static Place? Merged(
        Place place,
        List<DirectoryRow> rows,
        ProgrammeMerge merge,
        Scope scope,
        ZipTable zips,
        DirectoryTally tally,
        bool isNew = false
    )
    {
        var matches = ProgrammeMatch.Of(place.Programmes, rows);
        var programmes = new List<Programme>(place.Programmes.Count + rows.Count);
        var isOurs = place is { IsOwn: true } or { Capacity: not null } or { Profile.Attestations.Count: > 0 };
        foreach (var known in place.Programmes)
            if (matches.RowOf.TryGetValue(known, out var row))
                programmes.Add(tally.Update(known, merge.Over(known, place, row)));
            else if (isOurs || !scope.TakesBack(known, place))
                programmes.Add(known);
            else
                tally.Removed();
        var ids = programmes.Select(p => p.Id).ToHashSet();
        foreach (var row in matches.NewRows)
        {
            // Two rows alike in all of this are two programmes still.
            var (name, nth) = ($"programme|{place.Id}|{row.Kind}|{AddressKey.Name(row.Name)}|{row.Branch}|{row.Phone}", 0);
            var id = StableId.Of(name);
            while (!ids.Add(id))
                id = StableId.Of($"{name}|{++nth}");
            programmes.Add(tally.New(merge.New(id, row)));
        }
        if (programmes.Count == 0 && !isOurs)
            return null;
        return rows.Count == 0 && programmes.Count == place.Programmes.Count
            ? place
            : Described(place with { Programmes = programmes }, rows, scope, zips, tally, isNew);
    }

    /// <summary>
    /// Address and coordinates follow the newest source; coordinates of an address are better than those of its ZIP area, however old.
    /// </summary>
    private static Place Described(Place place, List<DirectoryRow> rows, Scope scope, ZipTable zips, DirectoryTally tally, bool isNew)
    {
        Coordinates? found = null;
        foreach (var row in rows)
            if (row.Coordinates is not null)
            {
                var settled = zips.Settle(row.Coordinates, row.Zip, out var isFar);
                if (isFar)
                    tally.Far(row);
                found ??= isFar ? null : settled;
            }
        var county = place.County ?? rows.Select(r => r.County).FirstOrDefault(c => c is not null);
        if (
            rows.Count > 0
            && !isNew
            && place.Programmes.All(p => DirectorySources.Of(p.Origin) is not null && p.Origin.AsOf <= scope.File.AsOf)
        )
            place = place with
            {
                Name = rows[0].Name,
                Street = Line(rows[0]),
                City = rows[0].City,
                State = rows[0].State,
                Zip = rows[0].Zip,
                County = rows[0].County ?? county,
            };
        return place with { County = place.County ?? county, Coordinates = found ?? place.Coordinates ?? zips.Find(place.Zip) };
    }

    /// <summary>Of which known programmes a file speaks: one it does not hold any more is gone.</summary>
    internal sealed class Scope(DirectoryFile file)
    {
        private readonly HashSet<ProgrammeKind> _kinds = [.. file.Rows.Select(r => r.Kind)];
        private readonly HashSet<string> _states = [.. file.Rows.Select(r => r.State)];

        public DirectoryFile File => file;

        public bool Holds(Programme programme, Place place) =>
            DirectorySources.Of(programme.Origin) == file.Source
            && _kinds.Contains(programme.Kind)
            && (
                file.Region is { } region
                    ? region.Holds(place.Coordinates)
                    : file.Source == DirectorySource.NationalDirectory || _states.Contains(place.State)
            );

        /// <summary>Not where another source has it too, nor at the edge of a region.</summary>
        public bool TakesBack(Programme programme, Place place) =>
            Holds(programme, place)
            && file.Region?.SurelyHolds(place.Coordinates) is null or true
            && file.AsOf >= programme.Origin.AsOf
            && programme.Statements.All(s => DirectorySources.Of(s.Origin) == file.Source);
    }
}
