using System.Diagnostics;
using Glidepath.Application.Accounts;
using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Storage.Privacy.Seals;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Accounts;

/// <summary><c>SignIn</c> in the configuration.</summary>
internal sealed class SignInOptions
{
    /// <summary>A no takes at least so long, whatever was wrong, so that the time tells nothing either.</summary>
    public TimeSpan NoTakes { get; set; } = TimeSpan.FromMilliseconds(700);
}

internal enum SignInAnswer
{
    Yes,

    /// <summary>Something did not fit; never what.</summary>
    No,

    TooMany,
}

/// <summary>
/// Lets somebody in by password and second factor, or by passkey. Every try is written down, and a wrong name costs the time of a wrong
/// password.
/// </summary>
internal sealed class SignIn(
    UserManager<UserAccount> users,
    SignInManager<UserAccount> manager,
    Authenticator authenticator,
    OneTimeCodes codes,
    AttemptLimits limits,
    HashingTurns hashing,
    KnownDevices devices,
    CurrentSession session,
    Leaving leaving,
    Store store,
    CurrentActor actor,
    HostOptions host,
    IOptions<SignInOptions> options,
    TimeProvider clock
)
{
    // Of a password nobody has; made once, with the cost of a real one.
    private static readonly string NobodysHash = new PasswordHasher<UserAccount>().HashPassword(new UserAccount(), AccountsArea.NewStamp());

    /// <summary>Whom this request let in; null where it let in nobody.</summary>
    public Guid? LetIn { get; private set; }

    /// <param name="code">Of the app, or a recovery code.</param>
    public async Task<SignInAnswer> ByPasswordAsync(HttpContext context, string name, string password, string code, bool sharedComputer)
    {
        var started = Stopwatch.GetTimestamp();
        var key = users.NormalizeName(name) ?? "";
        var attempt = devices.Of(context, key) is { } device
            ? Attempt.AtKnownDevice(device, key)
            : Attempt.AtUnknownDevice(Origin.Address(context), key);
        if (!limits.Try(attempt))
            return SignInAnswer.TooMany;
        var account = await users.FindByNameAsync(name);
        if (!await ProvesAsync(context, account, password, code))
            return await NoAsync(context, account, started);
        limits.Succeeded(attempt);
        await LetInAsync(context, account!, sharedComputer, "password");
        return SignInAnswer.Yes;
    }

    public async Task<SignInAnswer> ByPasskeyAsync(HttpContext context, string credential, bool sharedComputer)
    {
        // Not counted: a signature over our challenge cannot be guessed, and a count would be one more thing that others use up.
        var started = Stopwatch.GetTimestamp();
        var account = await PasskeyOwnerAsync(credential);
        if (account is null || !May(account))
            return await NoAsync(context, account, started);
        await LetInAsync(context, account, sharedComputer, "passkey");
        return SignInAnswer.Yes;
    }

    /// <summary>A person in care who has just set up their own account is in: what they made is the proof.</summary>
    public Task EnterAsync(HttpContext context, UserAccount account) => LetInAsync(context, account, sharedComputer: false, "enrolment");

    /// <summary>For somebody signed in who has to show once more that it is them. A wrong answer counts in this session alone.</summary>
    public async Task<SignInAnswer> ConfirmAsync(HttpContext context, UserAccount account, string? credential, string password, string code)
    {
        var started = Stopwatch.GetTimestamp();
        var attempt = Attempt.InSession(session.Id ?? account.Id);
        if (credential is null && !limits.Try(attempt))
            return SignInAnswer.TooMany;
        var proved = credential is null
            ? await ProvesAsync(context, account, password, code)
            : await PasskeyOwnerAsync(credential) is { } owner && owner.Id == account.Id && May(account);
        if (!proved)
            return await NoAsync(context, account, started);
        limits.Succeeded(attempt);
        await store.Records.NoteAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.SignIn, "StepUp", TargetId: account.Id),
            context.RequestAborted
        );
        return SignInAnswer.Yes;
    }

    /// <summary>
    /// Out at once, and written when that works (<see cref="Leaving"/>). Staff keep the mark of a known device, which says no more than
    /// their name at a workplace; a patient's or family member's browser forgets all.
    /// </summary>
    public async Task OutAsync(HttpContext context)
    {
        var keepsDevice = actor.IsSignedIn && actor.Actor.Role is not (Role.Patient or Role.Family);
        var written = await leaving.LeaveAsync(context, actor.RequestId, "sign-out");
        Forgetting.TellBrowser(context, keepsDevice);
        await written;
    }

    private async Task<bool> ProvesAsync(HttpContext context, UserAccount? account, string password, string code)
    {
        if (password.Length > Passwords.Longest)
            password = "";
        // A hash is made to cost: who comes waits for a core, and the pages of those who are in go on.
        using (await hashing.EnterAsync(context.RequestAborted))
        {
            if (account?.PasswordHash is null)
            {
                _ = users.PasswordHasher.VerifyHashedPassword(new UserAccount(), NobodysHash, password);
                return false;
            }
            if (!await users.CheckPasswordAsync(account, password) || !May(account))
                return false;
        }
        if (host.Demo && account.AuthenticatorSecret is null)
            return Origin.IsThisMachine(context);
        return await authenticator.TakeAsync(account, code) || await TakeRecoveryAsync(account, code, context.RequestAborted);
    }

    private static bool May(UserAccount account) => account is { DisabledAt: null, IsEnrolled: true };

    private async Task<bool> TakeRecoveryAsync(UserAccount account, string code, CancellationToken cancellationToken) =>
        await codes.FindAsync(code, cancellationToken) is { Kind: AccountCodeKind.Recovery } found
        && found.AccountId == account.Id
        && await codes.TakeAsync(found, cancellationToken);

    private async Task<UserAccount?> PasskeyOwnerAsync(string credential)
    {
        // Without a script the button sends nothing.
        if (credential is "")
            return null;
        try
        {
            var result = await manager.PerformPasskeyAssertionAsync(credential);
            return result.Succeeded && (await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded ? result.User : null;
        }
        catch (InvalidOperationException)
        {
            // Nobody asked for a passkey in this browser, or too long ago.
            return null;
        }
    }

    private async Task LetInAsync(HttpContext context, UserAccount account, bool sharedComputer, string how)
    {
        await using (var db = store.CreateDbContext())
        {
            await AccountSeals.RequireAsync(db, account.Id, context.RequestAborted);
            if (account.PatientId is not null && account.LastSignInOn != store.Today)
                await NoteDayAsync(db, account.Id, context.RequestAborted);
        }
        var role = Enum.Parse<Role>(account.Role);
        var properties = new AuthenticationProperties { IsPersistent = role is Role.Patient && !sharedComputer };
        if (sharedComputer)
            properties.Items[SessionStore.SharedComputer] = "yes";
        properties.ExpiresUtc = clock.GetUtcNow() + SessionLimits.Of(role, sharedComputer).Absolute;
        await manager.SignInAsync(account, properties, how);
        LetIn = account.Id;
        if (!sharedComputer)
            devices.Remember(context, account.NormalizedUserName!);
        await store.Records.NoteAsync(
            new RequestActor(account.Id, account.Role, actor.RequestId),
            new AuditEntry(AuditAction.SignIn, nameof(UserSession), TargetId: account.Id, Reason: how),
            context.RequestAborted
        );
    }

    /// <summary>The day alone: when and how often is nobody's at work.</summary>
    private Task NoteDayAsync(GlidepathDbContext db, Guid account, CancellationToken cancellationToken)
    {
        var today = store.Today;
        return db
            .Users.TagWith(AccountCommands.Unchanged)
            .Where(u => u.Id == account)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.LastSignInOn, today), cancellationToken);
    }

    private async Task<SignInAnswer> NoAsync(HttpContext context, UserAccount? account, long started)
    {
        await store.Records.NoteAsync(
            new RequestActor(null, "stranger", actor.RequestId),
            new AuditEntry(AuditAction.SignIn, nameof(UserSession), TargetId: account?.Id, Outcome: AuditOutcome.Refused),
            context.RequestAborted
        );
        var rest = options.Value.NoTakes - Stopwatch.GetElapsedTime(started);
        if (rest > TimeSpan.Zero)
            await Task.Delay(rest, context.RequestAborted);
        return SignInAnswer.No;
    }
}
