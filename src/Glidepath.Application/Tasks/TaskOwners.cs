using Glidepath.Storage;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Tasks;

/// <summary>Whether an account can have tasks at all.</summary>
internal static class TaskOwners
{
    public static Task<string> NameAsync(GlidepathDbContext db, Guid account, CancellationToken cancellationToken) =>
        db.Users.Where(u => u.Id == account).Select(u => u.DisplayName).SingleAsync(cancellationToken);

    /// <exception cref="RuleViolationException"><c>task.for.unknown</c>, <c>task.for.disabled</c>.</exception>
    public static async Task MustBeOpenAsync(GlidepathDbContext db, Guid account, CancellationToken cancellationToken)
    {
        var found = await db
            .Users.Where(u => u.Id == account)
            .Select(u => new
            {
                u.DisplayName,
                u.Role,
                u.DisabledAt,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || EnumWords.Read<Role>(found.Role) is not { } role || !Clinicians.Roles.Contains(role))
            throw new RuleViolationException("task.for.unknown");
        if (found.DisabledAt is not null)
            throw new RuleViolationException("task.for.disabled", ("who", found.DisplayName));
    }

    /// <summary>Of these accounts, those that are not disabled.</summary>
    public static async Task<HashSet<Guid>> OpenOfAsync(
        GlidepathDbContext db,
        IReadOnlyList<Guid> accounts,
        CancellationToken cancellationToken
    ) => [.. await db.Users.Where(u => accounts.Contains(u.Id) && u.DisabledAt == null).Select(u => u.Id).ToListAsync(cancellationToken)];
}
