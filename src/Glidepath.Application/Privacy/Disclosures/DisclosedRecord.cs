using System.Text.Json.Serialization;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Privacy;

/// <summary>One kind of information as a table, the same for every way out.</summary>
public sealed record RecordSection(
    InformationCategory Category,
    string Title,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
)
{
    /// <summary>What stands in place of rows where there are none.</summary>
    public string Empty { get; init; } = "Nothing on file yet.";
}

/// <summary>
/// What goes out: exactly the permitted categories, and the notices that go with them. Only <see cref="DisclosureService"/> makes one.
/// </summary>
public sealed record DisclosedRecord
{
    internal DisclosedRecord() { }

    public required Guid AccountingId { get; init; }
    public required DateTime At { get; init; }
    public required string Recipient { get; init; }
    public required string Purpose { get; init; }
    public required InformationCategory Categories { get; init; }
    public required IReadOnlyList<RecordSection> Sections { get; init; }
    public required IReadOnlyList<DisclosureNotice> Notices { get; init; }

    /// <summary>What stands on paper beside the page number: says nothing.</summary>
    public static string Title => "Summary";

    /// <summary>Where the program is: what is kept as an instant is shown as its day there.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>For the page that shows it; null for a record that stands by itself.</summary>
    [JsonIgnore]
    public MergePointer? MergedInto { get; init; }

    public string When => Zone.NamedMoment(At);

    public DateOnly MadeOn => Zone.DayOf(At);
}
