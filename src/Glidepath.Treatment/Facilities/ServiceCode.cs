using System.Collections.Frozen;

namespace Glidepath.Treatment.Facilities;

/// <summary>
/// One code of a directory, as its publisher explains it. Some official descriptions are wrong (SUMH has that of housing): they are kept,
/// and screens show our own words.
/// </summary>
/// <param name="Category">The publisher's, such as TC for type of care; none in the columns of an export.</param>
public sealed record ServiceCode(string Code, string Category, string CategoryName, string Name, string Description);

/// <summary>The codes of one edition. Codes come and go between editions, so that a code means what its own edition says.</summary>
public sealed class CodeTable
{
    public static readonly CodeTable Empty = new("", []);

    private readonly FrozenDictionary<string, ServiceCode> _byCode;
    private readonly FrozenDictionary<string, ServiceCode> _byName;

    public CodeTable(string edition, IReadOnlyList<ServiceCode> codes)
    {
        (Edition, Codes) = (edition, codes);
        _byCode = codes.DistinctBy(c => c.Code).ToFrozenDictionary(c => c.Code);
        _byName = codes
            .SelectMany(c => new[] { (Key: NameKey(c.Category, c.Name), Code: c), (Key: NameKey("", c.Name), Code: c) })
            .DistinctBy(c => c.Key)
            .ToFrozenDictionary(c => c.Key, c => c.Code);
    }

    public string Edition { get; }

    public IReadOnlyList<ServiceCode> Codes { get; }

    public ServiceCode? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>For a source that gives names in place of codes: first within the category, then by the name alone.</summary>
    public ServiceCode? FindByName(string category, string name) =>
        _byName.GetValueOrDefault(NameKey(category, name)) ?? _byName.GetValueOrDefault(NameKey("", name));

    /// <summary>The same codes with those of an older edition that this one has no longer.</summary>
    public CodeTable Over(CodeTable older) =>
        new(Edition.Length > 0 ? Edition : older.Edition, [.. Codes, .. older.Codes.Where(c => Find(c.Code) is null)]);

    private static string NameKey(string category, string name) =>
        $"{category.ToUpperInvariant()}|{string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant()}";
}
