using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Application.Therapy;

/// <summary>A person's own chains: what came before something was taken, and what came of it.</summary>
public sealed class ChainsService(Store store, RecordAccess access, CurrentActor who, OwnRecord own)
    : OwnWorkSubject(store, access, who, own)
{
    public Task<ChainsView?> SeeAsync(CancellationToken cancellationToken) =>
        MineAsync(
            async (db, head) =>
                new ChainsView(head, await AllAsync<Chain>(db, head.Id, cancellationToken), Now)
                {
                    Zone = await ZoneAsync(db, head.Id, cancellationToken),
                    AreShared = await SharesNowAsync(db, head.Id, WorkKind.Chains, cancellationToken),
                },
            cancellationToken
        );

    /// <param name="at">UTC. When something was taken; null for now.</param>
    /// <exception cref="RuleViolationException"><c>chain.…</c>, <c>own-work.…</c></exception>
    public Task<Saved?> WriteAsync(ChainWords words, DateTime? at, bool isShared, Once? once, CancellationToken cancellationToken) =>
        WriteAsync(
            once,
            async (db, episode) =>
            {
                var chain = Chain.Write(Guid.CreateVersion7(), episode, words, at ?? Now, isShared, Now, Actor.AccountId);
                db.Add(chain);
                return await SavedAsync(db, chain, chain.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="version">As the person saw it: two of their devices may be at it.</param>
    /// <exception cref="RuleViolationException"><c>chain.…</c></exception>
    public Task<Saved?> ChangeAsync(Guid id, Guid? version, ChainWords words, bool isShared, CancellationToken cancellationToken) =>
        WriteAsync(
            null,
            async (db, episode) =>
            {
                var found = await OwnAsync<Chain>(db, episode.PatientId, c => c.Id == id, "chain", cancellationToken);
                var chain = Expected(found, version ?? NoneSeen);
                chain.Change(words);
                chain.Share(isShared);
                return await SavedAsync(db, chain, chain.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> ShareAsync(Guid id, bool isShared, CancellationToken cancellationToken) =>
        WriteAsync(
            null,
            async (db, episode) =>
            {
                var chain = await OwnAsync<Chain>(db, episode.PatientId, c => c.Id == id, "chain", cancellationToken);
                chain.Share(isShared);
                return await SavedAsync(db, chain, chain.Id, cancellationToken);
            },
            cancellationToken
        );
}

/// <param name="All">The newest first.</param>
/// <param name="Now">UTC.</param>
public sealed record ChainsView(PatientHead Head, IReadOnlyList<Chain> All, DateTime Now)
{
    /// <summary>Where the person is.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>New ones are.</summary>
    public required bool AreShared { get; init; }

    public Chain? Find(Guid id) => All.FirstOrDefault(c => c.Id == id);

    /// <summary>What is of this record, and can be written on.</summary>
    public bool MayWrite(Chain? chain) => Head is { IsOpen: true, MergedInto: null } && (chain is null || chain.PatientId == Head.Id);
}
