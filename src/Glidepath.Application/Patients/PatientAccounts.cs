using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Glidepath.Application.Accounts;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>
/// The account of a person in care, as the care team keeps it: a code is handed over after somebody made sure who it is, and the account is
/// ended. How the person signs in is theirs alone. A code for an account that was set up before waits for a second person, also after an
/// end: otherwise one who treats somebody could sign as them.
/// </summary>
internal sealed class PatientAccounts(Store store, RecordAccess access, CurrentActor who, OneTimeCodes codes)
    : PatientSubject(store, access, who)
{
    private const int SignsOfAName = 12;

    private const string NameSigns = "abcdefghjkmnpqrstvwxyz23456789";

    /// <summary>Of somebody who is closed to the actor the account is too.</summary>
    private static readonly (AccessAction, DataClass)[] Changing =
    [
        (Write, DataClass.Accounts),
        (Read, DataClass.Demographics),
        (Read, DataClass.PresenceInTreatment),
    ];

    public Task<PatientAccountView?> SeeAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Accounts],
            async (db, head) =>
            {
                // Why an account ended is a clinician's own words.
                List<AccountStep> steps = Actor.Role.TellsCare()
                    ? await db.Set<AccountStep>()
                        .AsNoTracking()
                        .Where(s => s.PatientId == patientId)
                        .OrderByDescending(s => s.RecordedAt)
                        .ToListAsync(cancellationToken)
                    : [];
                var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.PatientId == patientId, cancellationToken);
                var (asked, until) = (false, (DateTime?)null);
                if (account is not null)
                {
                    asked = await IsAskedAsync(db, account.Id, cancellationToken);
                    var now = Now;
                    until = await db
                        .AccountCodes.Where(c =>
                            c.AccountId == account.Id && c.Kind == AccountCodeKind.Enrolment && c.UsedAt == null && c.ExpiresAt > now
                        )
                        .Select(c => c.ExpiresAt)
                        .SingleOrDefaultAsync(cancellationToken);
                }
                return new PatientAccountView(
                    head,
                    LocalNow,
                    account is null ? PatientAccountState.None : StateOf(account),
                    account?.EnrolledAt ?? account?.CreatedAt,
                    Actor.Role.TellsCare() ? account?.LastSignInOn : null,
                    until,
                    asked,
                    steps,
                    await NamesAsync(db, steps.Select(s => s.RecordedBy), cancellationToken)
                )
                {
                    WasSetUp = account?.EnrolledAt is not null,
                };
            },
            cancellationToken
        );

    /// <summary>
    /// A code to hand over, or a request for one where the account was set up before. A second click gets another code: the one before no
    /// longer works.
    /// </summary>
    /// <returns>Null: no such person, or not for the actor.</returns>
    /// <exception cref="RuleViolationException">Nobody checked who it is, or a request waits already.</exception>
    public async Task<AccountSlip?> InviteAsync(Guid patientId, IdentityCheck check, CancellationToken cancellationToken)
    {
        var account = Guid.Empty;
        var done = await Access.RunAsync(
            Actor,
            Who.RequestId,
            patientId,
            Changing,
            async db =>
            {
                var known = await db.Users.SingleOrDefaultAsync(u => u.PatientId == patientId, cancellationToken);
                // With a code in hand one reads the whole record as the person does: who may not read it needs a second person.
                var kind =
                    !Actor.Role.TellsCare() ? AccountStepKind.NewCodeAsked
                    : known is null ? AccountStepKind.Invited
                    : StateOf(known) is PatientAccountState.Invited ? AccountStepKind.NewSlip
                    : AccountStepKind.NewCodeAsked;
                account = known?.Id ?? Guid.CreateVersion7();
                var step = AccountStep.Code(Guid.CreateVersion7(), patientId, account, kind, check, Now, Actor.AccountId);
                if (known is null)
                    db.Add(known = New(account, patientId));
                db.Add(step);
                if (kind is AccountStepKind.NewCodeAsked)
                {
                    await AskAsync(db, known, check, cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                    return new AccountSlip(null, null);
                }
                var (code, until) = await codes.IssueEnrolmentAsync(db, account, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return new AccountSlip(code, until);
            },
            cancellationToken
        );
        if (done is not null)
            await NoteAsync(account, done.Code is null ? "patient.ask" : "patient.code", cancellationToken);
        return done;
    }

    /// <summary>Whoever is signed in with it is out at once, and no way in that was set up works again.</summary>
    public async Task<Saved?> EndAsync(Guid patientId, string? why, CancellationToken cancellationToken)
    {
        var account = Guid.Empty;
        var done = await Access.RunAsync(
            Actor,
            Who.RequestId,
            patientId,
            Changing,
            async db =>
            {
                var known =
                    await db.Users.SingleOrDefaultAsync(u => u.PatientId == patientId && u.DisabledAt == null, cancellationToken)
                    ?? throw new RuleViolationException("account.ended");
                account = known.Id;
                var step = AccountStep.End(Guid.CreateVersion7(), patientId, account, why, Now, Actor.AccountId);
                db.Add(step);
                known.DisabledAt = Now;
                await ForgetAsync(db, known, cancellationToken);
                foreach (var waiting in await WaitingAsync(db, account, cancellationToken))
                    (waiting.State, waiting.DecidedBy, waiting.DecidedAt) = (AccountRequestState.Withdrawn, Actor.AccountId, Now);
                await db.SaveChangesAsync(cancellationToken);
                await db.AccountCodes.Where(c => c.AccountId == account).ExecuteDeleteAsync(cancellationToken);
                await db.UserSessions.Where(s => s.AccountId == account).ExecuteDeleteAsync(cancellationToken);
                return new Saved(step.Id, null);
            },
            cancellationToken
        );
        if (done is not null)
            await NoteAsync(account, "patient.end", cancellationToken);
        return done;
    }

    private static PatientAccountState StateOf(UserAccount account) =>
        account switch
        {
            { DisabledAt: not null } => PatientAccountState.Ended,
            { IsEnrolled: true } => PatientAccountState.SetUp,
            { EnrolledAt: null } => PatientAccountState.Invited,
            _ => PatientAccountState.InvitedAgain,
        };

    /// <summary>Who runs the program sees accounts and no records: this one is named by its number, and signs in by a name of its
    /// choice.</summary>
    private UserAccount New(Guid id, Guid patientId)
    {
        var name = "new-" + RandomNumberGenerator.GetString(NameSigns, SignsOfAName);
        return new()
        {
            Id = id,
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = RecordNumber.Of(patientId),
            Role = nameof(Role.Patient),
            PatientId = patientId,
            CreatedAt = Now,
            SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20)),
        };
    }

    private async Task AskAsync(GlidepathDbContext db, UserAccount account, IdentityCheck check, CancellationToken cancellationToken)
    {
        if (await IsAskedAsync(db, account.Id, cancellationToken))
            throw new RuleViolationException("account.waits");
        // One that was disabled comes back with nothing that was set up before: what lets somebody in is the code alone.
        if (account.DisabledAt is not null)
            await ForgetAsync(db, account, cancellationToken);
        account.DisabledAt = null;
        db.Add(
            new AccountRequest
            {
                Id = Guid.CreateVersion7(),
                AccountId = account.Id,
                Kind = AccountRequestKind.NewCode,
                Role = account.Role,
                Check = check,
                AskedBy = Actor.AccountId,
                AskedAt = Now,
                State = AccountRequestState.Waiting,
            }
        );
    }

    /// <summary>Password, authenticator and passkeys are gone, and every session with them.</summary>
    private static async Task ForgetAsync(GlidepathDbContext db, UserAccount account, CancellationToken cancellationToken)
    {
        if (account.IsEnrolled)
            account.EnrolledAt ??= account.CreatedAt;
        account.IsEnrolled = false;
        (account.PasswordHash, account.AuthenticatorSecret, account.LastCodeStep) = (null, null, null);
        account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
        db.RemoveRange(await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == account.Id).ToListAsync(cancellationToken));
    }

    private async Task<bool> IsAskedAsync(GlidepathDbContext db, Guid account, CancellationToken cancellationToken) =>
        (await WaitingAsync(db, account, cancellationToken)).Exists(r => r.IsOpen(Now));

    private static Task<List<AccountRequest>> WaitingAsync(GlidepathDbContext db, Guid account, CancellationToken cancellationToken) =>
        db.AccountRequests.Where(r => r.AccountId == account && r.State == AccountRequestState.Waiting).ToListAsync(cancellationToken);

    private Task NoteAsync(Guid account, string what, CancellationToken cancellationToken) =>
        Store.Records.NoteAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Account, nameof(UserAccount), TargetId: account, Reason: what),
            cancellationToken
        );
}

/// <summary>How far an account of a person in care is.</summary>
public enum PatientAccountState
{
    None,

    /// <summary>A code was handed over, and nobody has set it up.</summary>
    Invited,
    SetUp,

    /// <summary>It ended, and a code was asked for since; nobody has set it up anew.</summary>
    InvitedAgain,
    Ended,
}

/// <param name="Code">Shown once; null where it waits for a second person.</param>
/// <param name="Until">UTC.</param>
public sealed record AccountSlip(string? Code, DateTime? Until);

/// <param name="Now">Where the program is, for days and hours.</param>
/// <param name="Since">UTC: when it was set up, or made.</param>
/// <param name="LastSignInOn">The day alone.</param>
/// <param name="CodeUntil">UTC: a code that still works; null for none.</param>
/// <param name="IsAsked">A request for a code waits for a second person.</param>
/// <param name="Steps">The newest first.</param>
public sealed record PatientAccountView(
    PatientHead Head,
    [property: JsonIgnore] LocalNow Now,
    PatientAccountState State,
    DateTime? Since,
    DateOnly? LastSignInOn,
    DateTime? CodeUntil,
    bool IsAsked,
    IReadOnlyList<AccountStep> Steps,
    IReadOnlyDictionary<Guid, string> Names
)
{
    /// <summary>Somebody has signed in with it at some time.</summary>
    public bool WasSetUp { get; init; }
}
