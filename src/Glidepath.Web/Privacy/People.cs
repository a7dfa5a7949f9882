using System.Text.RegularExpressions;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Privacy;

/// <summary>A row of the list of people.</summary>
internal sealed record PersonLine(Guid Id, string UserName, string DisplayName, Role Role, bool IsEnrolled, bool IsDisabled);

/// <summary>
/// What an administrator can do with accounts: make, change the role, disable, hand over a new code. Never choose how somebody signs in.
/// </summary>
internal sealed partial class People(
    UserManager<UserAccount> users,
    OneTimeCodes codes,
    IDbContextFactory<GlidepathDbContext> contexts,
    Store store,
    CurrentActor actor,
    TimeProvider clock
)
{
    public const int LongestUserName = 60,
        LongestDisplayName = 100;

    public async Task<IReadOnlyList<PersonLine>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db
            .Users.AsNoTracking()
            .OrderBy(u => u.DisplayName)
            .Select(u => new
            {
                u.Id,
                u.UserName,
                u.DisplayName,
                u.Role,
                u.IsEnrolled,
                u.DisabledAt,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(u => new PersonLine(
                u.Id,
                u.UserName ?? "",
                u.DisplayName,
                Enum.Parse<Role>(u.Role),
                u.IsEnrolled,
                u.DisabledAt is not null
            )),
        ];
    }

    public Task<UserAccount?> FindAsync(string id) =>
        Guid.TryParse(id, out var known) ? users.FindByIdAsync(known.ToString()) : Task.FromResult<UserAccount?>(null);

    /// <returns>The code to hand over; null where <paramref name="errors"/> says what to mend.</returns>
    public async Task<string?> AddAsync(
        string userName,
        string displayName,
        string role,
        FieldErrors errors,
        CancellationToken cancellationToken
    )
    {
        var account = new UserAccount
        {
            UserName = userName,
            DisplayName = displayName,
            Role = role,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        if (NameProblem(account) is { } wrong)
            errors.Add(wrong.Field, wrong.Message);
        if (RoleOf(role) is null)
            errors.Add("role", "Choose a role.");
        if (!errors.Any && await users.FindByNameAsync(userName) is not null)
            errors.Add("name", "That user name is taken.");
        if (errors.Any || !(await users.CreateAsync(account)).Succeeded)
            return null;
        await NoteAsync(account, "add." + role, cancellationToken);
        return await codes.IssueEnrolmentAsync(account.Id, cancellationToken);
    }

    /// <summary>A new code; until it is used the old way to sign in still works.</summary>
    public async Task<string> NewCodeAsync(UserAccount account, CancellationToken cancellationToken)
    {
        await NoteAsync(account, "code", cancellationToken);
        return await codes.IssueEnrolmentAsync(account.Id, cancellationToken);
    }

    /// <summary>At once: sessions end with the old role.</summary>
    public async Task<string?> ChangeRoleAsync(UserAccount account, string role, CancellationToken cancellationToken)
    {
        if (RoleOf(role) is not { } known)
            return "Choose a role.";
        if (account.PatientId is not null != known is Role.Patient && (account.PatientId is not null || known is Role.Patient))
            return "The account of a person in care keeps that role, and nobody else gets it.";
        if (known is not Role.Administrator && await IsLastAsync(account, cancellationToken))
            return LastOne;
        account.Role = role;
        return await ChangedAsync(account, "role." + role, cancellationToken);
    }

    public async Task<string?> DisableAsync(UserAccount account, CancellationToken cancellationToken)
    {
        if (await IsLastAsync(account, cancellationToken))
            return LastOne;
        account.DisabledAt ??= clock.GetUtcNow().UtcDateTime;
        return await ChangedAsync(account, "disable", cancellationToken);
    }

    public async Task<string?> EnableAsync(UserAccount account, CancellationToken cancellationToken)
    {
        account.DisabledAt = null;
        return await ChangedAsync(account, "enable", cancellationToken);
    }

    private const string LastOne = "This is the last administrator. Make another one first.";

    private async Task<string?> ChangedAsync(UserAccount account, string what, CancellationToken cancellationToken)
    {
        account.SecurityStamp = Accounts.NewStamp();
        if (!(await users.UpdateAsync(account)).Succeeded)
            return "Someone else changed this account just now. Look at it again.";
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            await db.UserSessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await NoteAsync(account, what, cancellationToken);
        return null;
    }

    private async Task<bool> IsLastAsync(UserAccount account, CancellationToken cancellationToken)
    {
        if (account.Role != nameof(Role.Administrator))
            return false;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return !await db.Users.AnyAsync(
            u => u.Role == nameof(Role.Administrator) && u.Id != account.Id && u.DisabledAt == null && u.IsEnrolled,
            cancellationToken
        );
    }

    private Task NoteAsync(UserAccount account, string what, CancellationToken cancellationToken) =>
        store.Records.NoteAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Account, nameof(UserAccount), TargetId: account.Id, Reason: what),
            cancellationToken
        );

    internal static Role? RoleOf(string role) => EnumWords.TryRead<Role>(role, out var known) && known is not Role.None ? known : null;

    internal static FieldError? NameProblem(UserAccount account) =>
        (account.UserName, account.DisplayName) switch
        {
            ({ Length: < 3 or > LongestUserName } or null, _) => new("name", "A user name has 3 to 60 characters."),
            var (name, _) when !UserNames().IsMatch(name!) => new(
                "name",
                "Use letters, numbers, points, dashes and underscores in the user name."
            ),
            (_, { Length: 0 or > LongestDisplayName }) => new(
                "display-name",
                "Write the name that colleagues will see, up to 100 characters."
            ),
            _ => null,
        };

    [GeneratedRegex("^[A-Za-z0-9._-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex UserNames();
}
