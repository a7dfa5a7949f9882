using Glidepath.Application.Shared;
using Glidepath.Treatment.Monitoring;

namespace Glidepath.Application.Monitoring;

/// <summary>
/// What the course of a taper tells of a person. The area of the course hands one over; where none does, nothing of it is known, the last
/// cut neither.
/// </summary>
/// <param name="Of">Made of <paramref name="Parts"/>; it reads nothing itself.</param>
public sealed record CourseOf(IReadOnlyList<RecordPart> Parts, Func<PersonEntries, CourseSoFar> Of);
