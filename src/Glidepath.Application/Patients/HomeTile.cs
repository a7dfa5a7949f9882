using Glidepath.Application.Shared;

namespace Glidepath.Application.Patients;

/// <summary>Something that a person in care may do now, on their own first page.</summary>
/// <param name="Of">Made of <paramref name="Parts"/>; it reads nothing itself. Null where there is nothing to do.</param>
public sealed record HomeTile(IReadOnlyList<RecordPart> Parts, Func<PersonInView, HomeTileView?> Of);

/// <param name="Href">Where it is done; names nobody.</param>
/// <param name="Says">Under the title, in a few words.</param>
public sealed record HomeTileView(string Href, string Title, string Says);
