using System.Buffers.Text;
using Glidepath.Application.Accounts;
using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Microsoft.AspNetCore.Identity;

namespace Glidepath.Web.Accounts;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">Base64url.</param>
internal sealed record PasskeyLine(string Id, string Name, DateTime Since, bool IsBackedUp);

/// <summary>
/// What somebody changes about their own way to sign in. Each change is written down, and ends the other sessions where it replaces a
/// secret.
/// </summary>
internal sealed class OwnAccount(
    UserManager<UserAccount> users,
    SignInManager<UserAccount> manager,
    Authenticator authenticator,
    Enrolment enrolment,
    OneTimeCodes codes,
    AccountSessions sessions,
    Store store,
    CurrentActor actor
)
{
    public async Task<IReadOnlyList<PasskeyLine>> PasskeysAsync(UserAccount account) =>
        [
            .. (await users.GetPasskeysAsync(account))
                .OrderBy(p => p.CreatedAt)
                .Select(p => new PasskeyLine(
                    Base64Url.EncodeToString(p.CredentialId),
                    p.Name ?? "Passkey",
                    p.CreatedAt.UtcDateTime,
                    p.IsBackedUp
                )),
        ];

    /// <returns>What to mend, or null.</returns>
    public async Task<string?> AddPasskeyAsync(UserAccount account, string credential, string name, CancellationToken cancellationToken)
    {
        if ((await users.GetPasskeysAsync(account)).Count >= Passkeys.Most)
            return AccountsText.T["TenPasskeysAreTheMost"];
        if (await enrolment.MadeAsync(credential) is not { } made || made.Owner != account.Id)
            return AccountsText.T["ThePasskeyWasNotMadeTryAgain"];
        made.Passkey.Name = Short(name) is { Length: > 0 } called ? called : "Passkey";
        await users.AddOrUpdatePasskeyAsync(account, made.Passkey);
        await NoteAsync(account, "passkey.add", cancellationToken);
        return null;
    }

    public async Task<string?> RenamePasskeyAsync(UserAccount account, string id, string name, CancellationToken cancellationToken)
    {
        if (await PasskeyAsync(account, id) is not { } passkey)
            return AccountsText.T["ThatPasskeyIsGone"];
        if (Short(name).Length == 0)
            return AccountsText.T["WriteANameOfUpTo60Characters"];
        passkey.Name = Short(name);
        await users.AddOrUpdatePasskeyAsync(account, passkey);
        await NoteAsync(account, "passkey.rename", cancellationToken);
        return null;
    }

    public async Task<string?> RemovePasskeyAsync(UserAccount account, string id, CancellationToken cancellationToken)
    {
        if (await PasskeyAsync(account, id) is not { } passkey)
            return AccountsText.T["ThatPasskeyIsGone"];
        if (account.PasswordHash is null && (await users.GetPasskeysAsync(account)).Count == 1)
            return AccountsText.T["ThisIsYourOnlyWayIn"];
        await users.RemovePasskeyAsync(account, passkey.CredentialId);
        await NoteAsync(account, "passkey.remove", cancellationToken);
        return null;
    }

    /// <summary>Sets or changes the password; where there is no app yet, that comes with it.</summary>
    public async Task<FieldProblem?> SetPasswordAsync(
        UserAccount account,
        string password,
        byte[]? secret,
        string code,
        CancellationToken cancellationToken
    )
    {
        if (Passwords.Problem(password, account.UserName!, account.DisplayName) is { } weak)
            return new("password", weak);
        if (secret is not null)
        {
            if (authenticator.Step(secret, code) is not { } step)
                return new("code", AccountsText.T["ThatCodeDoesNotFit"]);
            (account.AuthenticatorSecret, account.LastCodeStep) = (authenticator.Seal(secret), step);
        }
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        return await ReplacedAsync(account, "password.change", cancellationToken);
    }

    public async Task<FieldProblem?> SetAuthenticatorAsync(
        UserAccount account,
        byte[] secret,
        string code,
        CancellationToken cancellationToken
    )
    {
        if (authenticator.Step(secret, code) is not { } step)
            return new("code", AccountsText.T["ThatCodeDoesNotFit"]);
        (account.AuthenticatorSecret, account.LastCodeStep) = (authenticator.Seal(secret), step);
        return await ReplacedAsync(account, "authenticator.change", cancellationToken);
    }

    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(UserAccount account, CancellationToken cancellationToken)
    {
        await NoteAsync(account, "recovery.new", cancellationToken);
        return await codes.IssueRecoveryAsync(account.Id, cancellationToken);
    }

    /// <summary>The number at work that colleagues see on the pages of duty.</summary>
    /// <param name="text">As it was typed; null for none.</param>
    /// <returns>What to mend, or null.</returns>
    public async Task<string?> SetPhoneAsync(UserAccount account, string? text, CancellationToken cancellationToken)
    {
        if (text is null)
            account.PhoneNumber = null;
        else if (PhoneNumber.Read(text) is { } number && number.Whole is { } whole)
            account.PhoneNumber = whole;
        else
            return AccountsText.T["WeReadThatAsAPhoneNumber", text];
        if (!(await users.UpdateAsync(account)).Succeeded)
            return AccountsText.T["SomeoneElseChangedLoadAgain"];
        await NoteAsync(account, account.PhoneNumber is null ? "phone.remove" : "phone.set", cancellationToken);
        return null;
    }

    public async Task EndSessionAsync(UserAccount account, Guid session, CancellationToken cancellationToken)
    {
        if (await sessions.EndAsync(account.Id, session, cancellationToken))
            await NoteAsync(account, "session.end", cancellationToken);
    }

    public async Task EndOtherSessionsAsync(UserAccount account, CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(account.Id, keepThis: true, cancellationToken);
        await NoteAsync(account, "session.end-others", cancellationToken);
    }

    private async Task<FieldProblem?> ReplacedAsync(UserAccount account, string what, CancellationToken cancellationToken)
    {
        account.SecurityStamp = AccountsArea.NewStamp();
        if (!(await users.UpdateAsync(account)).Succeeded)
            return new("password", AccountsText.T["SomeoneElseChangedLoadAgain"]);
        await sessions.EndAllAsync(account.Id, keepThis: true, cancellationToken);
        await manager.RefreshSignInAsync(account);
        await NoteAsync(account, what, cancellationToken);
        return null;
    }

    private async Task<UserPasskeyInfo?> PasskeyAsync(UserAccount account, string id) =>
        (await users.GetPasskeysAsync(account)).FirstOrDefault(p => Base64Url.EncodeToString(p.CredentialId) == id);

    private Task NoteAsync(UserAccount account, string what, CancellationToken cancellationToken) =>
        store.Records.NoteAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Account, nameof(UserAccount), TargetId: account.Id, Reason: what),
            cancellationToken
        );

    private static string Short(string name) => name.Length > Passkeys.LongestName ? name[..Passkeys.LongestName] : name;
}

/// <param name="Field">Name of the field of the form.</param>
internal sealed record FieldProblem(string Field, string Message);
