using Glidepath.Application.Accounts;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Accounts;

/// <summary>A code that was accepted, and whose it is.</summary>
/// <param name="Account">Null for the first administrator, who has no account yet.</param>
internal sealed record OpenEnrolment(AccountCode Code, UserAccount? Account)
{
    /// <summary>The first administrator, and a person in care: nobody at work chooses what they sign in with.</summary>
    public bool ChoosesName => Account is null or { Role: nameof(Role.Patient) };

    public bool IsOfPatient => Account is { Role: nameof(Role.Patient) };
}

/// <summary>What came of an enrolment: the recovery codes, or what to mend.</summary>
/// <param name="Account">Whose it is now; null where it was not set up.</param>
internal sealed record Enrolled(
    IReadOnlyList<string> RecoveryCodes,
    string? Field = null,
    string? Problem = null,
    UserAccount? Account = null
)
{
    public static Enrolled Not(string field, string problem) => new([], field, problem);
}

/// <summary>
/// Somebody sets up their own way to sign in, with a code they were handed. The code is taken at the end, together with what it makes.
/// </summary>
internal sealed class Enrolment(
    UserManager<UserAccount> users,
    SignInManager<UserAccount> manager,
    OneTimeCodes codes,
    Authenticator authenticator,
    IDbContextFactory<GlidepathDbContext> contexts,
    Store store,
    CurrentActor actor,
    TimeProvider clock
)
{
    private static string CodeGone => AccountsText.T["ThisCodeNoLongerWorks"];

    /// <returns>Null where the code opens nothing, or not from here.</returns>
    public async Task<OpenEnrolment?> OpenAsync(HttpContext context, string code)
    {
        if (await codes.FindAsync(code, context.RequestAborted) is not { } found)
            return null;
        if (found.Kind is AccountCodeKind.FirstAdministrator)
            return Origin.IsThisMachine(context) && !await AnyAccountAsync(context.RequestAborted) ? new OpenEnrolment(found, null) : null;
        var account = await users.FindByIdAsync(found.AccountId.ToString()!);
        // Where there is a password, a recovery code goes beside it. Where there is none, it is the proof that was printed for this day.
        return account is { DisabledAt: null } && (found.Kind is AccountCodeKind.Enrolment || account.PasswordHash is null)
            ? new OpenEnrolment(found, account)
            : null;
    }

    public UserAccount First(string userName, string displayName) =>
        new()
        {
            UserName = userName,
            DisplayName = displayName,
            Role = nameof(Role.Administrator),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };

    /// <summary>A password and an app; what was set up before no longer works.</summary>
    public async Task<Enrolled> WithPasswordAsync(
        OpenEnrolment open,
        string userName,
        string displayName,
        string password,
        byte[] secret,
        string code,
        CancellationToken cancellationToken
    )
    {
        if (await NameProblemAsync(open, userName, displayName) is { } wrong)
            return Enrolled.Not(wrong.Field, wrong.Message);
        var account = open.Account ?? First(userName, displayName);
        if (Passwords.Problem(password, open.ChoosesName ? userName : account.UserName!, account.DisplayName) is { } weak)
            return Enrolled.Not("password", weak);
        if (authenticator.Step(secret, code) is not { } step)
            return Enrolled.Not("code", AccountsText.T["ThatCodeDoesNotFit"]);
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        (account.AuthenticatorSecret, account.LastCodeStep) = (authenticator.Seal(secret), step);
        return await FinishAsync(open, account, userName, null, cancellationToken);
    }

    /// <param name="credential">What the browser made, as JSON.</param>
    public async Task<Enrolled> WithPasskeyAsync(
        OpenEnrolment open,
        string userName,
        string displayName,
        string credential,
        CancellationToken cancellationToken
    )
    {
        if (await NameProblemAsync(open, userName, displayName) is { } wrong)
            return Enrolled.Not(wrong.Field, wrong.Message);
        var account = open.Account ?? First(userName, displayName);
        if (await MadeAsync(credential) is not { } made || (open.Account is not null && made.Owner != account.Id))
            return Enrolled.Not("enrolment", AccountsText.T["ThePasskeyWasNotMadeOrUseAPassword"]);
        account.Id = made.Owner;
        (account.PasswordHash, account.AuthenticatorSecret) = (null, null);
        return await FinishAsync(open, account, userName, made.Passkey, cancellationToken);
    }

    /// <returns>Null where the browser's answer does not hold.</returns>
    public async Task<(Guid Owner, UserPasskeyInfo Passkey)?> MadeAsync(string credential)
    {
        // Without a script the button sends nothing.
        if (credential is "")
            return null;
        try
        {
            var result = await manager.PerformPasskeyAttestationAsync(credential);
            return result.Succeeded && Guid.TryParse(result.UserEntity.Id, out var owner) ? (owner, result.Passkey) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<Enrolled> FinishAsync(
        OpenEnrolment open,
        UserAccount account,
        string userName,
        UserPasskeyInfo? passkey,
        CancellationToken cancellationToken
    )
    {
        if (!await codes.TakeAsync(open.Code, cancellationToken))
            return Enrolled.Not("enrolment", CodeGone);
        if (open.ChoosesName)
            account.UserName = userName;
        (account.IsEnrolled, account.EnrolledAt) = (true, clock.GetUtcNow().UtcDateTime);
        account.SecurityStamp = AccountsArea.NewStamp();
        var done = open.Account is null ? await users.CreateAsync(account) : await users.UpdateAsync(account);
        if (!done.Succeeded)
            throw new InvalidOperationException("The account was not kept.");
        if (open.Account is not null)
            await ForgetOldWaysAsync(account, cancellationToken);
        if (passkey is not null)
            await users.AddOrUpdatePasskeyAsync(account, passkey);
        await store.Records.NoteAsync(
            new RequestActor(account.Id, account.Role, actor.RequestId),
            new AuditEntry(
                AuditAction.Account,
                nameof(UserAccount),
                TargetId: account.Id,
                Reason: passkey is null ? "enrol.password" : "enrol.passkey"
            ),
            cancellationToken
        );
        return new Enrolled(await codes.IssueRecoveryAsync(account.Id, cancellationToken), Account: account);
    }

    private async Task<FieldError?> NameProblemAsync(OpenEnrolment open, string userName, string displayName)
    {
        if (!open.ChoosesName)
            return null;
        if (AccountNames.Problem(First(userName, open.Account?.DisplayName ?? displayName)) is { } wrong)
            return wrong;
        return await users.FindByNameAsync(userName) is { } taken && taken.Id != open.Account?.Id
            ? new("name", AccountsText.T["ThatUserNameIsTaken"])
            : null;
    }

    /// <summary>A lost phone must not open the door again.</summary>
    private async Task ForgetOldWaysAsync(UserAccount account, CancellationToken cancellationToken)
    {
        foreach (var old in await users.GetPasskeysAsync(account))
            await users.RemovePasskeyAsync(account, old.CredentialId);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.UserSessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> AnyAccountAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AnyAsync(cancellationToken);
    }
}
