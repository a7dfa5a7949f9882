using Glidepath.Application.Accounts;
using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Application.Tasks;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Administration;

/// <summary>A row of the list of people.</summary>
internal sealed record PersonLine(Guid Id, string UserName, string DisplayName, Role Role, bool IsEnrolled, bool IsDisabled);

/// <summary>A new account.</summary>
/// <param name="Code">To hand over; null where a second person makes it.</param>
internal sealed record Added(UserAccount Account, string? Code);

/// <summary>
/// What an administrator can do with accounts: make, disable, and ask for a code or another role. Never choose how somebody signs in.
/// </summary>
internal sealed class People(
    UserManager<UserAccount> users,
    OneTimeCodes codes,
    AccountRequests requests,
    CareTeamService teams,
    TaskHandOvers tasks,
    IDbContextFactory<GlidepathDbContext> contexts,
    Store store,
    CurrentActor actor,
    TimeProvider clock
)
{
    private static string AloneWithSomeone => AdministrationText.T["ThisPersonAloneTreatsPeopleWhoAreInCare"];

    private static string HasTasks => AdministrationText.T["ThisPersonHasOpenTasks"];

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

    public Task<UserAccount?> NamedAsync(string userName) => users.FindByNameAsync(userName);

    /// <summary>Staff wait for a second person (<see cref="AccountRequests"/>); a family member gets the code at once.</summary>
    /// <returns>Null where <paramref name="errors"/> says what to mend.</returns>
    public async Task<Added?> AddAsync(
        string userName,
        string displayName,
        string role,
        string reason,
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
        if (AccountNames.Problem(account) is { } wrong)
            errors.Add(wrong.Field, wrong.Message);
        if (RoleWords.Read(role) is null)
            errors.Add("role", AdministrationText.T["ChooseARole"]);
        var needsSecond = RoleWords.Read(role) is { } known && SecondPerson.IsNeededForFirstCode(known);
        if (needsSecond && await requests.ReasonProblemAsync(reason, cancellationToken) is { } vague)
            errors.Add("reason", vague);
        if (!errors.Any && await users.FindByNameAsync(userName) is not null)
            errors.Add("name", AdministrationText.T["ThatUserNameIsTaken"]);
        if (errors.Any || !(await users.CreateAsync(account)).Succeeded)
            return null;
        await NoteAsync(account, "add." + role, cancellationToken);
        return new(
            account,
            needsSecond
                ? (await requests.AskAsync(account, AccountRequestKind.FirstCode, role, reason, IdentityCheck.None, cancellationToken)).Code
                : await codes.IssueEnrolmentAsync(account.Id, cancellationToken)
        );
    }

    /// <summary>Asks for a new code; until it is used the old way to sign in still works.</summary>
    /// <param name="check">How the asker made sure who it is.</param>
    public Task<Asked> NewCodeAsync(UserAccount account, string reason, IdentityCheck check, CancellationToken cancellationToken) =>
        requests.AskAsync(account, AccountRequestKind.NewCode, account.Role, reason, check, cancellationToken);

    /// <summary>
    /// A role of staff waits for a second person: it would be a way around the one for a code. Then sessions end with the old role.
    /// </summary>
    public async Task<Asked> ChangeRoleAsync(UserAccount account, string role, string reason, CancellationToken cancellationToken)
    {
        if (await RoleProblemAsync(account, role, cancellationToken) is { } wrong)
            return new(Field: "role", Problem: wrong);
        if (SecondPerson.IsNeededForFirstCode(Enum.Parse<Role>(role)))
            return await requests.AskAsync(account, AccountRequestKind.Role, role, reason, IdentityCheck.None, cancellationToken);
        account.Role = role;
        return new(Field: "role", Problem: await ChangedAsync(account, "role." + role, cancellationToken));
    }

    private async Task<string?> RoleProblemAsync(UserAccount account, string role, CancellationToken cancellationToken)
    {
        if (RoleWords.Read(role) is not { } known)
            return AdministrationText.T["ChooseARole"];
        if (role == account.Role)
            return AdministrationText.T["ThisIsTheRoleAlready"];
        if (account.PatientId is not null != known is Role.Patient && (account.PatientId is not null || known is Role.Patient))
            return AdministrationText.T["TheAccountOfAPersonInCareKeepsThatRole"];
        if (known is not Role.Administrator && await IsLastAsync(account, cancellationToken))
            return LastAdministrator.Words;
        if (Clinicians.Roles.Contains(known))
            return null;
        if (await teams.AloneWithAsync(account.Id, cancellationToken) > 0)
            return AloneWithSomeone;
        return await tasks.OpenOfAsync(account.Id, cancellationToken) > 0 ? HasTasks : null;
    }

    /// <summary>Open tasks of an account, by who else is on the care teams.</summary>
    public Task<IReadOnlyList<TaskGroup>> TaskGroupsAsync(UserAccount account, CancellationToken cancellationToken) =>
        tasks.GroupsAsync(account.Id, cancellationToken);

    /// <summary>How many people in open care nobody else treats.</summary>
    public Task<int> AloneWithAsync(UserAccount account, CancellationToken cancellationToken) =>
        teams.AloneWithAsync(account.Id, cancellationToken);

    /// <summary>
    /// Whoever alone treats somebody has a successor first, unless the administrator says that the account must close now: then the
    /// director is shown whom nobody treats. Sessions end before anything else and wait for no successor of a task: what has none is shown
    /// to the director and to the care teams. Only the last administrator stays, or nobody could let anybody in.
    /// </summary>
    /// <param name="successors">Of the open tasks, by <see cref="TaskGroup.Key"/>.</param>
    /// <param name="isNow">Though nobody else treats them.</param>
    public async Task<Asked> DisableAsync(
        UserAccount account,
        IReadOnlyDictionary<string, Guid> successors,
        string why,
        bool isNow,
        CancellationToken cancellationToken
    )
    {
        if (await IsLastAsync(account, cancellationToken))
            return new(Field: "role", Problem: LastAdministrator.Words);
        if (!isNow && await AloneWithAsync(account, cancellationToken) > 0)
            return new(Field: "alone", Problem: AloneWithSomeone);
        account.DisabledAt ??= clock.GetUtcNow().UtcDateTime;
        var problem = await ChangedAsync(account, "disable", cancellationToken);
        if (problem is null)
            await tasks.PassOnAsync(account.Id, successors, why, cancellationToken);
        return new(Field: "role", Problem: problem);
    }

    public async Task<string?> EnableAsync(UserAccount account, CancellationToken cancellationToken)
    {
        account.DisabledAt = null;
        return await ChangedAsync(account, "enable", cancellationToken);
    }

    private async Task<string?> ChangedAsync(UserAccount account, string what, CancellationToken cancellationToken)
    {
        account.SecurityStamp = AccountsArea.NewStamp();
        if (!(await users.UpdateAsync(account)).Succeeded)
            return AdministrationText.T["SomeoneElseChangedLookAgain"];
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            await db.UserSessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await NoteAsync(account, what, cancellationToken);
        return null;
    }

    private async Task<bool> IsLastAsync(UserAccount account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await LastAdministrator.IsAsync(db, account, cancellationToken);
    }

    private Task NoteAsync(UserAccount account, string what, CancellationToken cancellationToken) =>
        store.Records.NoteAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Account, nameof(UserAccount), TargetId: account.Id, Reason: what),
            cancellationToken
        );
}
