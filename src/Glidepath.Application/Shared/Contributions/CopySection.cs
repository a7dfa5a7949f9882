using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Shared;

/// <summary>
/// One table of a record as it leaves: in a summary for others, or in the patient's own copy alone (45 CFR 164.524), which also has all of
/// the first.
/// </summary>
/// <param name="Category">What a consent must name for it.</param>
public sealed record CopySection(
    InformationCategory Category,
    string Title,
    IReadOnlyList<string> Columns,
    params IReadOnlyList<CopyRows> Rows
)
{
    /// <summary>In no summary for others.</summary>
    public bool IsOwn { get; init; }

    /// <summary>
    /// A kind of data that is opened with the category though it is another, for what <see cref="Rows"/> take of it. Each has a line in
    /// docs/security/disclosure.md.
    /// </summary>
    public DataClass Opens { get; init; }

    /// <summary>
    /// What a person wrote for themselves: their own copy holds that of their own record and of none that was merged into it, which may
    /// have
    /// been so by mistake.
    /// </summary>
    public bool IsPersonsOwn { get; init; }

    /// <summary>In place of rows where there are none.</summary>
    public string Empty { get; init; } = "Nothing on file yet.";
}

/// <param name="Of">Makes the rows from entries that were read and the day of the copy; it reads nothing itself.</param>
public sealed record CopyRows(RecordPart Part, Func<PersonEntries, DateOnly, IEnumerable<IReadOnlyList<string?>>> Of)
{
    /// <summary>Entry by entry. Replaced entries are left out: what stands for them is there.</summary>
    public static CopyRows Each<T>(
        Func<T, IComparable> order,
        Func<T, PersonEntries, DateOnly, IEnumerable<IReadOnlyList<string?>>> rows,
        RecordPart<T>? part = null
    )
        where T : class, IPatientRecord
    {
        var source = part ?? RecordPart.All<T>();
        return new(
            source,
            (person, today) =>
            {
                var all = person.Of(source);
                var replaced = all.OfType<IAppendOnly>().Select(a => a.AmendsId).OfType<Guid>().ToHashSet();
                return all.Where(r => r is not IAppendOnly entry || !replaced.Contains(entry.Id))
                    .OrderBy(order)
                    .SelectMany(r => rows(r, person, today));
            }
        );
    }

    /// <summary>One row an entry.</summary>
    public static CopyRows One<T>(Func<T, IComparable> order, Func<T, string?[]> row, RecordPart<T>? part = null)
        where T : class, IPatientRecord => Each(order, (r, _, _) => [row(r)], part);

    /// <summary>One row an entry, with the person, who knows the day of an instant.</summary>
    public static CopyRows One<T>(Func<T, IComparable> order, Func<T, PersonEntries, string?[]> row, RecordPart<T>? part = null)
        where T : class, IPatientRecord => Each(order, (r, person, _) => [row(r, person)], part);
}

/// <summary>How copies write days and pairs.</summary>
internal static class CopyText
{
    public static string Day(DateOnly? day) => day?.Day() ?? "";

    /// <summary>A row for each that is filled in.</summary>
    public static IEnumerable<string?[]> Filled(params (string What, string? Value)[] lines) =>
        lines.Where(l => !string.IsNullOrWhiteSpace(l.Value)).Select(l => new[] { l.What, l.Value });
}
