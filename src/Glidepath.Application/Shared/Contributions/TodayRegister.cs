using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Shared;

/// <summary>How the page of today counts what waits.</summary>
/// <param name="Many">With {0} for the number.</param>
public sealed record TodayCount(string One, string Many);

/// <summary>What waits in a register for the role whose duty it is, of whatever patient.</summary>
/// <param name="Id">Of the heading on the page.</param>
/// <param name="Action">On the button, and beside the sign.</param>
public sealed record TodayRegister(string Id, string Title, string Says, string Action, Role Role, TodayCount Count)
{
    public required Type Holds { get; init; }

    public required Func<GlidepathDbContext, Actor, int, CancellationToken, Task<IReadOnlyList<RegisterRow>>> ReadAsync { get; init; }

    /// <param name="about">Its names and whose duty it is.</param>
    /// <param name="which">Those that wait, the most urgent first.</param>
    public static TodayRegister Of<T>(
        (string Id, string Title, string Says, string Action, Role Role) about,
        TodayCount count,
        Func<IQueryable<T>, IQueryable<T>> which,
        Func<T, RegisterRow> row
    )
        where T : class, IPatientRecord =>
        new(about.Id, about.Title, about.Says, about.Action, about.Role, count)
        {
            Holds = typeof(T),
            ReadAsync = async (db, actor, most, cancellationToken) =>
            {
                db.GrantByDuty<T>(actor, AccessAction.Read);
                return [.. (await which(db.Set<T>().AsNoTracking()).Take(most).ToListAsync(cancellationToken)).Select(row)];
            },
        };
}

/// <param name="Entry">As other software gets it.</param>
/// <param name="Why">In bold.</param>
public sealed record RegisterRow(object Entry, Guid PatientId, string Note, string Why, string Evidence, string Href);
