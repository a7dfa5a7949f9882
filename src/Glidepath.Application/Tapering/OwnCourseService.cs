using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;

namespace Glidepath.Application.Tapering;

/// <summary>A patient's own taper: where they are in it, and the wish to stay longer on a step.</summary>
public sealed class OwnCourseService(OwnRecord own, CoursesService courses, CoursePapersService papers)
{
    /// <returns>Null for an account that belongs to no record, or of one that is closed to it.</returns>
    public async Task<CourseView?> SeeAsync(CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is { } id ? await courses.CourseAsync(id, cancellationToken) : null;

    public async Task<Saved?> AskToStayAsync(string? words, Once once, CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is { } id ? await courses.AskToStayAsync(id, words, once, cancellationToken) : null;

    public async Task<PrintedCourse?> PrintAsync(CoursePaper paper, DateOnly? from, CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is { } id ? await papers.PrintAsync(id, paper, from, cancellationToken) : null;
}
