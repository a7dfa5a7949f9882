namespace Glidepath.Treatment.Facilities;

/// <summary>Which row of a file speaks of which known programme at one place.</summary>
internal sealed record ProgrammeMatch(IReadOnlyDictionary<Programme, DirectoryRow> RowOf, IReadOnlyList<DirectoryRow> NewRows)
{
    // From sure to less sure; of one kind always.
    private static readonly Func<Programme, DirectoryRow, bool>[] Passes =
    [
        (p, r) => SameName(p, r) && Branch(p.Branch) == Branch(r.Branch) && SamePhone(p, r),
        (p, r) => SameName(p, r) && Branch(p.Branch) == Branch(r.Branch),
        (p, r) => SameName(p, r) && SamePhone(p, r),
        (p, r) => SamePhone(p, r),
        SameName,
    ];

    public static ProgrammeMatch Of(IReadOnlyList<Programme> known, List<DirectoryRow> rows)
    {
        if (known.Count == 0 || rows.Count == 0)
            return new(new Dictionary<Programme, DirectoryRow>(), rows);
        var (rowOf, open, left) = (
            new Dictionary<Programme, DirectoryRow>(ReferenceEqualityComparer.Instance),
            known.ToList(),
            rows.ToList()
        );
        foreach (var pass in Passes)
        {
            // Programmes of one name and telephone are told apart by what they list, the likest pair first, so that the same file again
            // changes nothing.
            var pairs =
                from row in left
                from programme in open
                where programme.Kind == row.Kind && pass(programme, row)
                select (Row: row, Programme: programme);
            foreach (var (row, programme) in pairs.OrderBy(p => Differing(p.Programme, p.Row)).ToList())
                if (left.Contains(row) && open.RemoveAll(p => ReferenceEquals(p, programme)) > 0)
                {
                    rowOf[programme] = row;
                    left.Remove(row);
                }
        }
        // One of a kind on either side: renamed, with a new telephone.
        foreach (var row in left.ToList())
            if (left.Count(r => r.Kind == row.Kind) == 1 && open.Where(p => p.Kind == row.Kind).ToList() is [var only])
            {
                rowOf[only] = row;
                open.Remove(only);
                left.Remove(row);
            }
        return new(rowOf, left);
    }

    private static bool SameName(Programme programme, DirectoryRow row) => AddressKey.Name(programme.Name) == AddressKey.Name(row.Name);

    private static bool SamePhone(Programme programme, DirectoryRow row) =>
        AddressKey.Phone(programme.Phone) is { } phone && phone == AddressKey.Phone(row.Phone);

    /// <summary>Codes that only one of the two has, the website, the intake numbers.</summary>
    private static int Differing(Programme programme, DirectoryRow row)
    {
        var codes = programme.Services.Where(f => f.Listing is Listing.Listed).Select(f => f.Code).ToHashSet();
        codes.SymmetricExceptWith(row.Codes);
        return codes.Count + (programme.Website == row.Website ? 0 : 1) + (programme.IntakePhones.SequenceEqual(row.IntakePhones) ? 0 : 1);
    }

    private static string Branch(string? branch) => AddressKey.Name(branch ?? "");
}
