using System.Security.Cryptography;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Accounts;

/// <summary>Codes that work once, 80 bits each, written in groups of four without letters that look alike.</summary>
internal sealed class OneTimeCodes(IDbContextFactory<GlidepathDbContext> contexts, KeyFiles keys, TimeProvider clock)
{
    public const int RecoveryCodes = 10;

    public static readonly TimeSpan FirstLasts = TimeSpan.FromMinutes(30),
        EnrolmentLasts = TimeSpan.FromHours(72);

    // Crockford's: no I, L, O, U.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Length = 16;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>For the terminal of an empty store; an older one no longer works.</summary>
    public async Task<string> IssueFirstAsync(CancellationToken cancellationToken) =>
        (await IssueAsync(null, AccountCodeKind.FirstAdministrator, 1, FirstLasts, cancellationToken))[0];

    /// <summary>For a person to be handed; an older one no longer works.</summary>
    public async Task<string> IssueEnrolmentAsync(Guid accountId, CancellationToken cancellationToken) =>
        (await IssueAsync(accountId, AccountCodeKind.Enrolment, 1, EnrolmentLasts, cancellationToken))[0];

    /// <summary>The same as part of a larger change: it is there when that is saved.</summary>
    public async Task<(string Code, DateTime Until)> IssueEnrolmentAsync(
        GlidepathDbContext db,
        Guid accountId,
        CancellationToken cancellationToken
    )
    {
        await db
            .AccountCodes.Where(c => c.AccountId == accountId && c.Kind == AccountCodeKind.Enrolment)
            .ExecuteDeleteAsync(cancellationToken);
        var (code, row) = New(accountId, AccountCodeKind.Enrolment, EnrolmentLasts);
        db.Add(row);
        return (code, row.ExpiresAt!.Value);
    }

    /// <summary>Ten new ones in place of those before.</summary>
    public Task<IReadOnlyList<string>> IssueRecoveryAsync(Guid accountId, CancellationToken cancellationToken) =>
        IssueAsync(accountId, AccountCodeKind.Recovery, RecoveryCodes, null, cancellationToken);

    /// <summary>A code that still works; null where there is none such.</summary>
    public async Task<AccountCode?> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (Hash(code) is not { } hash)
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Now;
        return await db
            .AccountCodes.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Hash == hash && c.UsedAt == null && (c.ExpiresAt == null || c.ExpiresAt > now), cancellationToken);
    }

    /// <returns>False where somebody else was first, or it ran out meanwhile.</returns>
    public async Task<bool> TakeAsync(AccountCode code, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Now;
        return await db
                .AccountCodes.Where(c => c.Id == code.Id && c.UsedAt == null && (c.ExpiresAt == null || c.ExpiresAt > now))
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.UsedAt, now), cancellationToken) == 1;
    }

    public async Task<int> RecoveryLeftAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AccountCodes.CountAsync(
            c => c.AccountId == accountId && c.Kind == AccountCodeKind.Recovery && c.UsedAt == null,
            cancellationToken
        );
    }

    private async Task<IReadOnlyList<string>> IssueAsync(
        Guid? accountId,
        AccountCodeKind kind,
        int count,
        TimeSpan? lasts,
        CancellationToken cancellationToken
    )
    {
        var codes = Enumerable.Range(0, count).Select(_ => New(accountId, kind, lasts)).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.AccountCodes.Where(c => c.AccountId == accountId && c.Kind == kind).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(codes.Select(c => c.Row));
        await db.SaveChangesAsync(cancellationToken);
        return [.. codes.Select(c => c.Code)];
    }

    /// <summary>As it is read, and what is kept of it.</summary>
    private (string Code, AccountCode Row) New(Guid? accountId, AccountCodeKind kind, TimeSpan? lasts)
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        return (
            string.Join('-', code.Chunk(4).Select(c => new string(c))),
            new AccountCode
            {
                Id = Guid.CreateVersion7(),
                AccountId = accountId,
                Kind = kind,
                Hash = Hash(code)!,
                CreatedAt = Now,
                ExpiresAt = Now + lasts,
            }
        );
    }

    /// <summary>Of what was meant: small letters, other dashes, O for 0.</summary>
    private byte[]? Hash(string typed)
    {
        if (typed.Length > 100)
            return null;
        var plain = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))
            .Replace('O', '0')
            .Replace('I', '1')
            .Replace('L', '1');
        return plain.Length == Length ? keys.HashSecret("account code", plain) : null;
    }
}
