using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Shared;

/// <summary>A page of one person, in the navigation on top of each of them.</summary>
/// <param name="Path">After the address of the person; empty for the person's own page.</param>
/// <param name="Tab">The tab that it stands under.</param>
/// <param name="Place">From first to last, within its tab; the first is where the tab leads.</param>
/// <param name="Needs">What the role must be able to read; none where the person may be seen at all.</param>
/// <param name="Shows">The record types that the page is about.</param>
public sealed record RecordLink(string Words, string Path, RecordTab Tab, int Place, DataClass Needs, params IReadOnlyList<Type> Shows)
{
    /// <summary>Who comes to the page, where that is not every role that may read what it needs; empty for each.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];
}

/// <summary>The tabs of one person's record, in their order: few enough for one row.</summary>
public enum RecordTab
{
    Overview,
    Medicines,
    Assessments,
    Care,
    Sharing,
    Contacts,
    Record,
}

/// <summary>What stands over each page of one person, for people at work.</summary>
/// <param name="Component">Takes the id of the person as <c>PatientId</c>.</param>
public sealed record RecordBanner(Type Component);

/// <summary>What stands over every page for people at work while it is true.</summary>
/// <param name="Component">Takes nothing, and reads nothing of the record.</param>
public sealed record StaffBanner(Type Component);

/// <summary>A page of people at work, in the navigation on top of all of theirs.</summary>
/// <param name="Place">From first to last.</param>
public sealed record StaffLink(string Words, string Href, int Place, params IReadOnlyList<Role> Roles);

/// <summary>A page of a person's own, in the list under their plan.</summary>
/// <param name="Words">As a term.</param>
/// <param name="Place">From first to last.</param>
public sealed record OwnLink(string Words, string Href, int Place);

/// <summary>What the tabs are called.</summary>
public static class RecordTabWords
{
    /// <summary>The words on the tab, as a term.</summary>
    public static string Words(this RecordTab tab) =>
        tab switch
        {
            RecordTab.Overview => "Overview",
            RecordTab.Medicines => "Medicines",
            RecordTab.Assessments => "Assessments",
            RecordTab.Care => "Care",
            RecordTab.Sharing => "Consents and sharing",
            RecordTab.Contacts => "Contacts",
            RecordTab.Record => "Record",
            _ => throw new ArgumentOutOfRangeException(nameof(tab), tab, null),
        };
}
