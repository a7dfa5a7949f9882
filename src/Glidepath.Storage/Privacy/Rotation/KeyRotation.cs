using System.Data;
using Glidepath.Storage.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy.Rotation;

/// <summary>How far a change of the master keys is. It may be stopped after each, and is finished by running it again.</summary>
internal enum RotationPoint
{
    NewKeysWritten,
    RowsChanged,
    StoreChanged,
    FirstKeyInPlace,
}

/// <param name="Keys">Of patients, that are sealed with the new ones now; 0 where an earlier run had done that.</param>
/// <param name="Sessions">Ended.</param>
public sealed record MasterRotation(int Keys, int Sessions);

/// <summary>Puts a new key in the place of one that is old, or that somebody else may know.</summary>
public static partial class KeyRotation
{
    /// <summary>
    /// The host's own keys, of cookies and forms. Gone and ended in one commit: the next start of a host makes a new key, and nothing that
    /// an old one sealed is taken any more. No record is sealed with them.
    /// </summary>
    /// <returns>How many sessions were ended.</returns>
    public static Task<int> HostKeysAsync(Store store, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            RequestActor.System("keys"),
            new AuditEntry(AuditAction.Configure, "Keys", Reason: "rotate.data-protection"),
            db => EndSessionsAsync(db, cancellationToken),
            cancellationToken
        );

    /// <summary>
    /// The keys of the record and of counseling notes, which wrap those of patients. New ones are written beside the old, the store changes
    /// from one to the other in one commit, and then they take the old ones' place: at each moment the store opens with the keys that it
    /// names, and both are there.
    /// </summary>
    /// <exception cref="StoreRefusedException">The keys are not in files, or not those of the store.</exception>
    public static Task<MasterRotation> MasterAsync(
        StoreLocation location,
        TimeProvider clock,
        CancellationToken cancellationToken,
        Func<string, string?>? environment = null
    ) => MasterAsync(location, clock, static _ => { }, environment, cancellationToken);

    internal static async Task<MasterRotation> MasterAsync(
        StoreLocation location,
        TimeProvider clock,
        Action<RotationPoint> reached,
        Func<string, string?>? environment,
        CancellationToken cancellationToken
    )
    {
        var files = new NextKeyFiles(location, environment ?? Environment.GetEnvironmentVariable, NextKeyFiles.Masters);
        var store = new Store(location, files.Current(), clock);
        var done = new MasterRotation(0, 0);
        if (!await files.AreOfAsync(store, cancellationToken))
        {
            await StoreCheck.RequireAsync(store, cancellationToken);
            var next = files.Make();
            reached(RotationPoint.NewKeysWritten);
            done = await ChangeAsync(store, next, reached, cancellationToken);
            reached(RotationPoint.StoreChanged);
        }
        files.Place(() => reached(RotationPoint.FirstKeyInPlace));
        await StoreCheck.RequireAsync(new Store(location, files.Current(), clock), cancellationToken);
        return done;
    }

    private static async Task<MasterRotation> ChangeAsync(
        Store store,
        KeyFiles next,
        Action<RotationPoint> reached,
        CancellationToken cancellationToken
    )
    {
        await using var db = store.CreateDbContext();
        db.Scope = RecordScope.OfTheStore(new AuditEntry(AuditAction.Configure, "Keys", Reason: "rotate.master"));
        await using var transaction = await db.Database.BeginTransactionAsync(
            db is PostgresGlidepathDbContext ? IsolationLevel.ReadCommitted : IsolationLevel.Serializable,
            cancellationToken
        );
        // First of all: nobody else ends a write before this one, and none that holds the old keys after it (ChainKey).
        var head = await store.Chain.TakeEndAsync(db, cancellationToken);
        var to = new KeyRing(next, static _ => []);
        var keys = await db.PatientKeys.Where(k => k.Wrapped != null).ToListAsync(cancellationToken);
        keys.ForEach(key => store.Ring.Rewrap(key, to));
        foreach (var account in await db.Users.Where(u => u.AuthenticatorSecret != null).ToListAsync(cancellationToken))
            account.AuthenticatorSecret = next.SealSecret(
                UserAccount.AuthenticatorUse,
                store.Keys.OpenSecret(UserAccount.AuthenticatorUse, account.AuthenticatorSecret!)
            );
        await PhoneKeyPair.RenewAsync(db, store.Keys, next, store.Clock.GetUtcNow().UtcDateTime, cancellationToken);
        foreach (var name in NextKeyFiles.Masters)
        {
            var fact = "key." + name;
            (await db.StoreFacts.SingleAsync(f => f.Name == fact, cancellationToken)).Value = next.Fingerprint(name);
        }
        await db.SaveChangesAsync(cancellationToken);
        var sessions = await EndSessionsAsync(db, cancellationToken);
        // Keyed hashes cannot be changed for others. Codes end; by what a patient is found the host makes anew when it starts, of those
        // whose number is left.
        await db.AccountCodes.ExecuteDeleteAsync(cancellationToken);
        await db.Deciding<PatientIndex>()
            .IgnoreQueryFilters()
            .Where(i => i.Kind != PatientIndex.Number)
            .ExecuteDeleteAsync(cancellationToken);
        await new AuditChain(next, store.Seals, store.Clock).AppendAsync(
            db,
            head,
            db.Scope.Entries().Select(e => (RequestActor.System("keys"), e)),
            cancellationToken
        );
        reached(RotationPoint.RowsChanged);
        await transaction.CommitAsync(cancellationToken);
        return new(keys.Count, sessions);
    }

    private static async Task<int> EndSessionsAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        await db.DataProtectionKeys.ExecuteDeleteAsync(cancellationToken);
        return await db.UserSessions.ExecuteDeleteAsync(cancellationToken);
    }
}
