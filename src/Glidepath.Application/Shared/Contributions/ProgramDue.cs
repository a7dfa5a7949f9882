using Glidepath.Storage;

namespace Glidepath.Application.Shared;

/// <summary>
/// What waits of one kind in the whole program, counted by whose it is: for whoever runs the program, and names no patient.
/// </summary>
/// <param name="Label">Of the kind, an English term of <c>Shared/Terms</c>.</param>
/// <param name="Counts">A query; it runs in the unit of work of who asks.</param>
public sealed record ProgramDue(string Label, Func<GlidepathDbContext, ProgramDay, IQueryable<DueCount>> Counts);

/// <param name="Today">Where the program is.</param>
/// <param name="From">The first instant of that day, UTC.</param>
/// <param name="Until">The first of the next.</param>
public sealed record ProgramDay(DateOnly Today, DateTime From, DateTime Until);

/// <param name="AccountId">Null where it is of a role or of nobody yet.</param>
/// <param name="Late">Due before today.</param>
/// <param name="Today">Due today.</param>
public sealed record DueCount(Guid? AccountId, int Late, int Today);
