using Glidepath.Application.Accounts;
using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Accounts;

/// <summary>A request as those read it who may confirm, and the owner of the account.</summary>
/// <param name="Refusal">Why the one who looks cannot confirm it; null where they can, or where it is decided.</param>
public sealed record AccountRequestLine(
    AccountRequest Request,
    string Account,
    string UserName,
    string AskedBy,
    string? DecidedBy,
    bool IsOpen,
    SecondPersonRefusal? Refusal
);

/// <summary>What came of a request: a code to hand over, or only that it waits or was done.</summary>
/// <param name="Code">Shown once; null where none was made.</param>
/// <param name="Problem">What to mend, for <paramref name="Field"/>.</param>
internal sealed record Asked(string? Code = null, string? Field = null, string? Problem = null);

/// <summary>
/// A code for an account that is there, a first code of staff and another role are asked for by one person and confirmed by a second
/// (<see cref="SecondPerson"/>). The code is shown to the one who confirms: who asks chose whose it is and never holds it, who holds it did
/// not choose whose it is, and hands it over face to face. Before the first patient one person sets all of it up; that is written down too.
/// </summary>
internal sealed class AccountRequests(UserManager<UserAccount> users, OneTimeCodes codes, Store store, CurrentActor actor)
{
    public const int ShortestReason = 15,
        LongestReason = 500;

    /// <summary>A second click on a confirmation gets a code too; the one before no longer works.</summary>
    private static readonly TimeSpan ShownAgain = TimeSpan.FromMinutes(1);

    private const int Most = 200;

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    /// <summary>There was no patient yet. Keys tell, which stay when a record has ended.</summary>
    public async Task<bool> IsSetUpAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        return !await db.PatientKeys.AnyAsync(k => k.PatientId != Guid.Empty, cancellationToken);
    }

    /// <returns>What would be accepted; null where the reason is, or none is needed yet.</returns>
    public async Task<string?> ReasonProblemAsync(string reason, CancellationToken cancellationToken) =>
        await IsSetUpAsync(cancellationToken) ? null : ReasonWords.Problem(reason, ShortestReason, LongestReason);

    /// <param name="role">Another role, for <see cref="AccountRequestKind.Role"/>.</param>
    /// <param name="check">How the asker made sure who it is; needed for a new code.</param>
    public async Task<Asked> AskAsync(
        UserAccount account,
        AccountRequestKind kind,
        string role,
        string reason,
        IdentityCheck check,
        CancellationToken cancellationToken
    )
    {
        var setUp = await IsSetUpAsync(cancellationToken);
        // A code for somebody who is there already is handed to whoever says that they are them.
        if (!setUp && kind is AccountRequestKind.NewCode && check is IdentityCheck.None)
            return new(Field: "check", Problem: AccountsText.T["SayHowYouKnowWhoItIs"]);
        if (!setUp && ReasonWords.Problem(reason, ShortestReason, LongestReason) is { } wrong)
            return new(Field: "reason", Problem: wrong);
        var since = Now - SecondPerson.WaitsFor;
        var request = new AccountRequest
        {
            Id = Guid.CreateVersion7(),
            AccountId = account.Id,
            Kind = kind,
            Role = role,
            Reason = setUp ? "" : reason,
            Check = check,
            AskedBy = actor.Actor.AccountId,
            AskedAt = Now,
            State = setUp ? AccountRequestState.SetUp : AccountRequestState.Waiting,
        };
        var waits = await store.Records.RunAsync(
            actor.ForAudit,
            Row(request, setUp ? "set-up" : "ask"),
            async db =>
            {
                if (
                    await db.AccountRequests.AnyAsync(
                        r => r.AccountId == account.Id && r.State == AccountRequestState.Waiting && r.AskedAt > since,
                        cancellationToken
                    )
                )
                    return true;
                db.Add(request);
                return false;
            },
            cancellationToken
        );
        return waits ? new(Field: "reason", Problem: AccountsText.T["ARequestIsWaitingAlready"])
            : setUp ? await DoAsync(request, cancellationToken)
            : new();
    }

    /// <summary>By the second person.</summary>
    public async Task<Asked> ConfirmAsync(Guid id, CancellationToken cancellationToken)
    {
        AccountRequest? confirmed = null;
        var problem = await DecideAsync(
            id,
            "request.confirm",
            async (db, found) =>
            {
                confirmed = found;
                if (
                    found is { State: AccountRequestState.Confirmed, DecidedAt: { } at }
                    && found.DecidedBy == actor.Actor.AccountId
                    && Now - at < ShownAgain
                )
                    return;
                if (!found.IsOpen(Now))
                    throw new RuleViolationException(Decided);
                if (await RefusalAsync(db, found, cancellationToken) is { } refusal)
                    throw RuleViolationException.Of("account-request.second-person", AccountRequestWords.Of(refusal));
                var account = await db.Users.AsNoTracking().SingleAsync(u => u.Id == found.AccountId, cancellationToken);
                if (account.DisabledAt is not null)
                    throw new RuleViolationException("account-request.disabled");
                if (found.Kind is AccountRequestKind.Role && await LastAdministrator.IsAsync(db, account, cancellationToken))
                    throw new RuleViolationException(LastAdministrator.Rule);
                Decide(found, AccountRequestState.Confirmed);
            },
            cancellationToken
        );
        return problem is null ? await DoAsync(confirmed!, cancellationToken) : new(Field: "request", Problem: problem);
    }

    /// <summary>By somebody who could confirm, or taken back by the one who asked.</summary>
    /// <returns>What to mend, or null.</returns>
    public Task<string?> RefuseAsync(Guid id, CancellationToken cancellationToken) =>
        DecideAsync(
            id,
            "request.refuse",
            (_, found) =>
            {
                if (!found.IsOpen(Now))
                    throw new RuleViolationException(Decided);
                Decide(found, found.AskedBy == actor.Actor.AccountId ? AccountRequestState.Withdrawn : AccountRequestState.Refused);
                return Task.CompletedTask;
            },
            cancellationToken
        );

    private async Task<string?> DecideAsync(
        Guid id,
        string what,
        Func<GlidepathDbContext, AccountRequest, Task> decide,
        CancellationToken cancellationToken
    )
    {
        var row = new AuditEntry(AuditAction.Account, nameof(AccountRequest), TargetId: id, Reason: what);
        try
        {
            await store.Records.RunAsync(
                actor.ForAudit,
                row,
                async db =>
                {
                    await decide(
                        db,
                        await db.AccountRequests.SingleOrDefaultAsync(r => r.Id == id, cancellationToken)
                            ?? throw new RuleViolationException("account-request.missing")
                    );
                    return true;
                },
                cancellationToken
            );
            return null;
        }
        catch (Exception no) when (no is RuleViolationException or LostUpdateException)
        {
            await store.Records.NoteAsync(actor.ForAudit, row with { Outcome = AuditOutcome.Refused }, cancellationToken);
            return no is RuleViolationException ? no.Message : RuleSentences.InWords(Decided);
        }
    }

    /// <summary>Those that wait, the oldest first; then the decided, the newest first.</summary>
    public Task<IReadOnlyList<AccountRequestLine>> AllAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync<IReadOnlyList<AccountRequestLine>>(
            actor.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(AccountRequest), Reason: "request.list"),
            async db =>
            {
                var all = await LinesAsync(
                    db,
                    db.AccountRequests.OrderByDescending(r => r.AskedAt).Take(Most),
                    mayDecide: true,
                    cancellationToken
                );
                return [.. all.Where(l => l.IsOpen).Reverse(), .. all.Where(l => !l.IsOpen)];
            },
            cancellationToken
        );

    /// <summary>How many can still be confirmed, by whoever it is.</summary>
    public async Task<int> WaitingAsync(CancellationToken cancellationToken)
    {
        var since = Now - SecondPerson.WaitsFor;
        await using var db = store.CreateDbContext();
        return await db.AccountRequests.CountAsync(r => r.State == AccountRequestState.Waiting && r.AskedAt > since, cancellationToken);
    }

    /// <summary>For the account's owner, or whoever looks at that account: the newest first.</summary>
    public async Task<IReadOnlyList<AccountRequestLine>> OfAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        return await LinesAsync(
            db,
            db.AccountRequests.Where(r => r.AccountId == accountId).OrderByDescending(r => r.AskedAt).Take(Most),
            mayDecide: false,
            cancellationToken
        );
    }

    /// <summary>Whether something was asked or done that the owner of the account has not said they know of.</summary>
    public async Task<bool> IsUntoldAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        // Who has never come in is not told that they may.
        return await db.AccountRequests.AnyAsync(
            r => r.AccountId == accountId && r.ToldAt == null && r.Kind != AccountRequestKind.FirstCode,
            cancellationToken
        );
    }

    /// <summary>By the owner.</summary>
    public Task<int> ToldAsync(CancellationToken cancellationToken)
    {
        var (account, now) = (actor.Actor.AccountId, Now);
        return store.Records.RunAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Account, nameof(AccountRequest), TargetId: account, Reason: "request.told"),
            db =>
                db.AccountRequests.Where(r => r.AccountId == account && r.ToldAt == null)
                    .ExecuteUpdateAsync(r => r.SetProperty(x => x.ToldAt, now), cancellationToken),
            cancellationToken
        );
    }

    private const string Decided = "account-request.decided";

    private async Task<Asked> DoAsync(AccountRequest request, CancellationToken cancellationToken)
    {
        if (request.Kind is not AccountRequestKind.Role)
        {
            await NoteAsync(request, "code", cancellationToken);
            return new(await codes.IssueEnrolmentAsync(request.AccountId, cancellationToken));
        }
        var account = (await users.FindByIdAsync(request.AccountId.ToString()))!;
        account.Role = request.Role;
        account.SecurityStamp = AccountsArea.NewStamp();
        if (!(await users.UpdateAsync(account)).Succeeded)
            return new(Field: "request", Problem: AccountsText.T["SomeoneElseChangedAskAgain"]);
        // What they are signed in with is of the old role.
        await using (var db = store.CreateDbContext())
            await db.UserSessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await NoteAsync(request, "role." + request.Role, cancellationToken);
        return new();
    }

    private Task NoteAsync(AccountRequest request, string what, CancellationToken cancellationToken) =>
        store.Records.NoteAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Account, nameof(UserAccount), TargetId: request.AccountId, Reason: what),
            cancellationToken
        );

    private void Decide(AccountRequest request, AccountRequestState state) =>
        (request.State, request.DecidedBy, request.DecidedAt, request.ToldAt) = (state, actor.Actor.AccountId, Now, null);

    private async Task<SecondPersonRefusal?> RefusalAsync(
        GlidepathDbContext db,
        AccountRequest request,
        CancellationToken cancellationToken
    ) =>
        SecondPerson.Refusal(
            request.AskedBy,
            request.AccountId,
            actor.Actor,
            await AccountAge.SinceAsync(db, actor.Actor.AccountId, cancellationToken),
            await AccountAge.IsMadeByAsync(db, actor.Actor.AccountId, request.AskedBy, cancellationToken),
            Now
        );

    private async Task<IReadOnlyList<AccountRequestLine>> LinesAsync(
        GlidepathDbContext db,
        IQueryable<AccountRequest> asked,
        bool mayDecide,
        CancellationToken cancellationToken
    )
    {
        var requests = await asked.AsNoTracking().ToListAsync(cancellationToken);
        var ids = requests.SelectMany(r => new[] { r.AccountId, r.AskedBy, r.DecidedBy ?? Guid.Empty }).Distinct().ToList();
        var names = await db
            .Users.AsNoTracking()
            .Where(u => ids.Contains(u.Id))
            .Select(u => new
            {
                u.Id,
                u.DisplayName,
                u.UserName,
            })
            .ToDictionaryAsync(u => u.Id, cancellationToken);
        var lines = new List<AccountRequestLine>();
        foreach (var request in requests)
            lines.Add(
                new(
                    request,
                    names[request.AccountId].DisplayName,
                    names[request.AccountId].UserName ?? "",
                    names.GetValueOrDefault(request.AskedBy)?.DisplayName ?? "?",
                    request.DecidedBy is { } by ? names.GetValueOrDefault(by)?.DisplayName ?? "?" : null,
                    request.IsOpen(Now),
                    mayDecide && request.IsOpen(Now) ? await RefusalAsync(db, request, cancellationToken) : null
                )
            );
        return lines;
    }

    private static AuditEntry Row(AccountRequest request, string what) =>
        new(
            AuditAction.Account,
            nameof(AccountRequest),
            TargetId: request.Id,
            Reason: request.Kind is AccountRequestKind.Role ? $"request.{what}.role.{request.Role}" : $"request.{what}.code"
        );
}

/// <summary>Nobody could make an account any more without one.</summary>
internal static class LastAdministrator
{
    public const string Rule = "account-request.last";

    public static string Words => RuleSentences.InWords(Rule);

    public static async Task<bool> IsAsync(GlidepathDbContext db, UserAccount account, CancellationToken cancellationToken) =>
        account.Role == nameof(Role.Administrator)
        && !await db.Users.AnyAsync(
            u => u.Role == nameof(Role.Administrator) && u.Id != account.Id && u.DisabledAt == null && u.IsEnrolled,
            cancellationToken
        );
}
