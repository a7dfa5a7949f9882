namespace Glidepath.Treatment.Facilities;

/// <summary>Counts while a file is laid over the directory.</summary>
internal sealed class DirectoryTally(DirectoryFile file)
{
    private readonly Dictionary<string, int> _withdrawn = [],
        _notAsked = [];
    private readonly List<string> _far = [];
    private int _added,
        _changed,
        _unchanged,
        _removed;

    public Programme New(Programme programme)
    {
        _added++;
        return programme;
    }

    public void Removed() => _removed++;

    public void Far(DirectoryRow row) => _far.Add($"row {row.Number}: {row.Name}, {row.City}, {row.State} {row.Zip}");

    public Programme Update(Programme before, Programme after)
    {
        if (Says(before, after))
            _unchanged++;
        else
            _changed++;
        var was = before.Services.ToDictionary(f => f.Code, f => f.Listing);
        foreach (var fact in after.Services)
            if (fact.Listing == Listing.NotListed && was.GetValueOrDefault(fact.Code) == Listing.Listed)
                Count(_withdrawn, fact.Code);
            else if (fact.Listing == Listing.Listed && !file.Asks.Contains(fact.Code))
                Count(_notAsked, fact.Code);
        return after;
    }

    public DirectoryDiff Diff(
        IReadOnlyList<Place> before,
        IReadOnlyList<Place> after,
        CodeTable table,
        DirectoryMerge.Scope scope,
        IReadOnlyList<DirectoryConflict> conflicts
    )
    {
        var codes = new Dictionary<string, int>();
        foreach (var code in file.Rows.SelectMany(r => r.Codes))
            Count(codes, code);
        var known = before.SelectMany(place => place.Programmes.Where(p => scope.Holds(p, place))).ToList();
        var (was, now) = (before.Select(p => p.Id).ToHashSet(), after.Select(p => p.Id).ToHashSet());
        return new(
            file.Rows.Count,
            known.Count,
            after.Count,
            before.Count,
            now.Count(id => !was.Contains(id)),
            was.Count(id => !now.Contains(id)),
            after.Sum(p => p.Programmes.Count),
            _added,
            _changed,
            _unchanged,
            _removed,
            known.Select(p => (DateOnly?)p.Origin.AsOf).Where(d => d > file.AsOf).Max(),
            codes,
            codes.Where(c => table.Find(c.Key) is null).ToDictionary(),
            _withdrawn,
            _notAsked,
            conflicts,
            _far,
            after.Count(p => p.Coordinates is null)
        );
    }

    private static bool Says(Programme a, Programme b) =>
        (a.Name, a.Branch, a.Phone, a.Website) == (b.Name, b.Branch, b.Phone, b.Website)
        && a.IntakePhones.SequenceEqual(b.IntakePhones)
        && Listed(a).SetEquals(Listed(b));

    private static HashSet<string> Listed(Programme programme) =>
        [.. programme.Services.Where(f => f.Listing == Listing.Listed).Select(f => f.Code)];

    private static void Count(Dictionary<string, int> counts, string code) => counts[code] = counts.GetValueOrDefault(code) + 1;
}
