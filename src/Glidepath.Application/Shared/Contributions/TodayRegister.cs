using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Shared;

/// <summary>How the page of today counts what waits.</summary>
/// <param name="Id">Of the sentence in <c>ApplicationText.resx</c>, which has a form for one and a form for more.</param>
public sealed record TodayCount(string Id)
{
    public string InWords(int count) => ApplicationText.T.Count(Id, count);
}

/// <summary>What waits in a register for the role whose duty it is, of whatever patient.</summary>
/// <param name="Id">Of the heading on the page.</param>
/// <param name="Action">On the button, and beside the sign.</param>
public sealed record TodayRegister(string Id, string Title, string Says, string Action, Role Role, TodayCount Count)
{
    /// <summary>Null where it is of the program, and of no patient.</summary>
    public Type? Holds { get; init; }

    public required ReadRegister ReadAsync { get; init; }

    /// <summary>Of what is no patient's: whoever has the duty reads it, and it names nobody.</summary>
    public static TodayRegister OfProgram(
        (string Id, string Title, string Says, string Action, Role Role) about,
        TodayCount count,
        ReadRegister read
    ) => new(about.Id, about.Title, about.Says, about.Action, about.Role, count) { ReadAsync = read };

    /// <param name="about">Its names and whose duty it is.</param>
    /// <param name="which">Those that wait, the most urgent first.</param>
    public static TodayRegister Of<T>(
        (string Id, string Title, string Says, string Action, Role Role) about,
        TodayCount count,
        Func<IQueryable<T>, IQueryable<T>> which,
        Func<T, LocalNow, RegisterRow> row
    )
        where T : class, IPatientRecord =>
        new(about.Id, about.Title, about.Says, about.Action, about.Role, count)
        {
            Holds = typeof(T),
            ReadAsync = async (db, actor, now, most, cancellationToken) =>
            {
                db.GrantByDuty<T>(actor, AccessAction.Read);
                return [.. (await which(db.Set<T>().AsNoTracking()).Take(most).ToListAsync(cancellationToken)).Select(r => row(r, now))];
            },
        };
}

/// <param name="most">Rows.</param>
public delegate Task<IReadOnlyList<RegisterRow>> ReadRegister(
    GlidepathDbContext db,
    Actor actor,
    LocalNow now,
    int most,
    CancellationToken cancellationToken
);

/// <param name="Entry">As other software gets it.</param>
/// <param name="PatientId">Null where it is of no patient: then <paramref name="Note"/> stands alone.</param>
/// <param name="Why">In bold.</param>
public sealed record RegisterRow(object Entry, Guid? PatientId, string Note, string Why, string Evidence, string Href);
