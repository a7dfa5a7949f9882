using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy.Seals;

/// <summary>Accounts and sessions as they were sealed, or not at all.</summary>
public static class AccountSeals
{
    // The account and what hangs on it are read one after the other; somebody may change it in between.
    private const int MostTries = 3;

    // By the hash of the session's key.
    private static readonly HotQuery<byte[], FoundSession> BySessionKey = new(
        (db, keyHash) =>
            from s in db.UserSessions.AsNoTracking()
            where s.KeyHash == keyHash
            join u in db.Users on s.AccountId equals u.Id
            join h in db.AccessHeads on u.Id equals h.SubjectId into heads
            from head in heads.DefaultIfEmpty()
            select new FoundSession(s, u, head)
    );

    private static readonly HotQuery<Guid, FoundAccount> ById = new(
        (db, id) =>
            from u in db.Users.AsNoTracking()
            where u.Id == id
            join h in db.AccessHeads on u.Id equals h.SubjectId into heads
            from head in heads.DefaultIfEmpty()
            select new FoundAccount(u, head)
    );

    private static readonly HotQuery<Guid, IdentityUserPasskey<Guid>> PasskeysOf = new(
        (db, id) => db.UserPasskeys.AsNoTracking().Where(p => p.UserId == id)
    );

    private sealed record FoundSession(UserSession Session, UserAccount Account, AccessHead? Head);

    private sealed record FoundAccount(UserAccount Account, AccessHead? Head);

    /// <returns>Null where there is no such session.</returns>
    /// <exception cref="AccessSealException">The session or its account is not as it was written.</exception>
    public static async Task<(UserSession Session, UserAccount Account)?> FindSessionAsync(
        GlidepathDbContext db,
        byte[] keyHash,
        CancellationToken cancellationToken
    )
    {
        var found = (await BySessionKey.ToListAsync(db, keyHash, cancellationToken)).SingleOrDefault();
        if (found is null)
            return null;
        if (!CryptographicOperations.FixedTimeEquals(found.Session.Seal, Of(db.Seals!, found.Session)))
            throw db.Seals!.Broken(nameof(UserSession));
        await RequireAsync(db, found.Account, found.Head, cancellationToken);
        return (found.Session, found.Account);
    }

    /// <summary>Before somebody is let in.</summary>
    /// <exception cref="AccessSealException">The account is not as it was written.</exception>
    public static async Task RequireAsync(GlidepathDbContext db, Guid accountId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(db, accountId, cancellationToken) is { } read)
            await RequireAsync(db, read.Account, read.Head, cancellationToken);
    }

    /// <summary>Of all but when it was used last, which only ends it.</summary>
    internal static byte[] Of(AccessSeals seals, UserSession session)
    {
        using var bytes = new MemoryStream();
        bytes.Write("session"u8);
        bytes.Write(session.Id.ToByteArray());
        bytes.Write(session.AccountId.ToByteArray());
        bytes.Write(SHA256.HashData(session.KeyHash));
        bytes.Write(SHA256.HashData(session.Ticket));
        Span<byte> eight = stackalloc byte[8];
        foreach (var instant in (DateTime[])[session.CreatedAt, session.ExpiresAt, session.ConfirmedAt])
        {
            // As coarse as the coarser store keeps it.
            BinaryPrimitives.WriteInt64BigEndian(eight, instant.Ticks / TimeSpan.TicksPerMillisecond);
            bytes.Write(eight);
        }
        bytes.WriteByte(session.IsSharedComputer ? (byte)1 : (byte)0);
        return HMACSHA256.HashData(seals.Key, bytes.ToArray());
    }

    private static async Task RequireAsync(
        GlidepathDbContext db,
        UserAccount account,
        AccessHead? head,
        CancellationToken cancellationToken
    )
    {
        for (var tries = 1; ; tries++)
        {
            var id = account.Id;
            List<object> passkeys =
                head is null || head.Tables.Contains("Passkey", StringComparison.Ordinal)
                    ? [.. await PasskeysOf.ToListAsync(db, id, cancellationToken)]
                    : [];
            if (
                AccessHeads.FirstFault(db, db.Seals!, head, [(SealedTypes.OfAccounts[0], [account]), (SealedTypes.OfAccounts[1], passkeys)])
                is not { } fault
            )
                return;
            var before = head?.Version;
            if (tries == MostTries || await ReadAsync(db, id, cancellationToken) is not { } again || again.Head?.Version == before)
                throw db.Seals!.Broken(fault);
            (account, head) = again;
        }
    }

    private static async Task<(UserAccount Account, AccessHead? Head)?> ReadAsync(
        GlidepathDbContext db,
        Guid id,
        CancellationToken cancellationToken
    ) => (await ById.ToListAsync(db, id, cancellationToken)).SingleOrDefault() is { } read ? (read.Account, read.Head) : null;
}
