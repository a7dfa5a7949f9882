namespace Glidepath.Application.Shared;

/// <summary>Places that show all of a record: each record type has a row there, or a written reason why not.</summary>
public enum RecordList
{
    Timeline,
    Today,
    Copy,

    /// <summary>Pages in the navigation of a record.</summary>
    Pages,

    /// <summary>Words for the patient, in the list of who looked.</summary>
    Names,
    Demo,
}

/// <summary>Why record types have no row in one of the lists, for who reads the code.</summary>
/// <param name="Why">One sentence: "Not on the time line: …" reads before it.</param>
public sealed record LeftOut(RecordList List, string Why, params IReadOnlyList<Type> Records)
{
    /// <summary>What the patient reads in their copy of the record of what is not in it; null where nothing needs to be said.</summary>
    public string? ToldAs { get; init; }
}
