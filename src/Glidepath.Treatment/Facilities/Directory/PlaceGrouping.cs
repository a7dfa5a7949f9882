namespace Glidepath.Treatment.Facilities;

/// <summary>
/// Which rows and known places are one place: the same street and ZIP, and one operator (a telephone, a name or its first word in common);
/// or the same telephone, ZIP and house number where the street is spelled in two ways. Two operators who share nothing but a building stay
/// two places: what one lists is not the other's.
/// </summary>
internal sealed class PlaceGrouping
{
    private readonly Dictionary<string, int> _byKey = [];
    private readonly int[] _parent;
    private readonly int _known;

    /// <param name="known">Come first in the numbering, and two of them are never joined.</param>
    public PlaceGrouping(IReadOnlyList<Place> known, IReadOnlyList<DirectoryRow> rows)
    {
        _known = known.Count;
        _parent = [.. Enumerable.Range(0, known.Count + rows.Count)];
        for (var i = 0; i < known.Count; i++)
            foreach (var programme in known[i].Programmes)
                Join(i, known[i].Street, known[i].Zip, programme.Name, [programme.Phone, .. programme.IntakePhones]);
        for (var i = 0; i < rows.Count; i++)
            Join(known.Count + i, rows[i].Street, rows[i].Zip, rows[i].Name, [rows[i].Phone, .. rows[i].IntakePhones]);
    }

    /// <summary>
    /// Number of the known place or of the row that stands for the group of this row; below the count of known places it is a known one.
    /// </summary>
    public int GroupOf(int row) => Root(_known + row);

    private void Join(int item, string street, string zip, string name, IReadOnlyList<string?> phones)
    {
        var (address, nameKey) = ($"{AddressKey.Street(street)}|{zip}", AddressKey.Name(name));
        Join(item, $"{address}|name|{nameKey}");
        if (AddressKey.FirstWord(nameKey) is { } word)
            Join(item, $"{address}|word|{word}");
        var rough = AddressKey.Rough(street);
        foreach (var phone in phones)
            if (AddressKey.Phone(phone) is { } digits)
            {
                Join(item, $"{address}|phone|{digits}");
                if (rough is not null)
                    Join(item, $"{rough}|{zip}|phone|{digits}");
            }
    }

    private void Join(int item, string key)
    {
        if (!_byKey.TryAdd(key, item))
            Union(_byKey[key], item);
    }

    private void Union(int left, int right)
    {
        var (a, b) = (Root(left), Root(right));
        // The lower number stands for the group, so that a known place does; two known ones stay apart.
        if (a != b && (a >= _known || b >= _known))
            _parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    private int Root(int item)
    {
        while (_parent[item] != item)
            item = _parent[item] = _parent[_parent[item]];
        return item;
    }
}
