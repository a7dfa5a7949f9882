using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Application.Therapy;

/// <summary>A person's own thought records: begun, gone on with, finished.</summary>
public sealed class ThoughtsService(Store store, RecordAccess access, CurrentActor who, OwnRecord own)
    : OwnWorkSubject(store, access, who, own)
{
    public Task<ThoughtsView?> SeeAsync(CancellationToken cancellationToken) =>
        MineAsync(
            async (db, head) =>
                new ThoughtsView(head, await AllAsync<ThoughtRecord>(db, head.Id, cancellationToken), Now)
                {
                    Zone = await ZoneAsync(db, head.Id, cancellationToken),
                    AreShared = await SharesNowAsync(db, head.Id, WorkKind.Thoughts, cancellationToken),
                },
            cancellationToken
        );

    /// <param name="at">UTC. When the thought came; null for now.</param>
    /// <exception cref="RuleViolationException"><c>thought.…</c>, <c>own-work.…</c></exception>
    public Task<Saved?> StartAsync(ThoughtWords words, DateTime? at, Once? once, CancellationToken cancellationToken) =>
        WriteAsync(
            once,
            async (db, episode) =>
            {
                var isShared = await SharesAsync(db, episode.PatientId, WorkKind.Thoughts, Now, cancellationToken);
                var thought = ThoughtRecord.Start(Guid.CreateVersion7(), episode, words, at ?? Now, isShared, Now, Actor.AccountId);
                db.Add(thought);
                return await SavedAsync(db, thought, thought.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="version">As the person saw it: two of their devices may be at it.</param>
    /// <exception cref="RuleViolationException"><c>thought.…</c></exception>
    public Task<Saved?> KeepAsync(
        Guid id,
        Guid? version,
        ThoughtWords words,
        bool isFinished,
        bool isShared,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            null,
            async (db, episode) =>
            {
                var found = await OwnAsync<ThoughtRecord>(db, episode.PatientId, t => t.Id == id, "thought", cancellationToken);
                var thought = Expected(found, version ?? NoneSeen);
                thought.Keep(words, isFinished, Now);
                thought.Share(isShared);
                return await SavedAsync(db, thought, thought.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> ShareAsync(Guid id, bool isShared, CancellationToken cancellationToken) =>
        WriteAsync(
            null,
            async (db, episode) =>
            {
                var thought = await OwnAsync<ThoughtRecord>(db, episode.PatientId, t => t.Id == id, "thought", cancellationToken);
                thought.Share(isShared);
                return await SavedAsync(db, thought, thought.Id, cancellationToken);
            },
            cancellationToken
        );
}

/// <param name="All">The newest first.</param>
/// <param name="Now">UTC.</param>
public sealed record ThoughtsView(PatientHead Head, IReadOnlyList<ThoughtRecord> All, DateTime Now)
{
    /// <summary>Where the person is.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>New ones are.</summary>
    public required bool AreShared { get; init; }

    public ThoughtRecord? Find(Guid id) => All.FirstOrDefault(t => t.Id == id);

    /// <summary>What is of this record, and can be written on.</summary>
    public bool MayWrite(ThoughtRecord? thought) =>
        Head is { IsOpen: true, MergedInto: null } && (thought is null || thought.PatientId == Head.Id);
}
