using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Application.Therapy;

/// <summary>A person's own if-then plans and reasons.</summary>
public sealed class OwnPlansService(Store store, RecordAccess access, CurrentActor who, OwnRecord own)
    : OwnWorkSubject(store, access, who, own)
{
    private static readonly RecordPart[] Parts =
    [
        Whole<CravingEpisode>.Part,
        Whole<IfThenCard>.Part,
        Whole<OwnReason>.Part,
        Whole<Chain>.Part,
    ];

    public Task<OwnPlansView?> SeeAsync(CancellationToken cancellationToken) =>
        MineAsync(
            async (db, head) =>
            {
                var person = await GatherAsync(db, head.Id, Parts, cancellationToken);
                var moments = Whole<CravingEpisode>.Of(person);
                return new OwnPlansView(
                    head,
                    Whole<IfThenCard>.Of(person),
                    Whole<OwnReason>.Of(person).FindAll(r => r.PutAwayAt is null),
                    OwnTriggers.Of(moments, Whole<Chain>.Of(person)),
                    OwnTriggers.WhatHelped(moments),
                    moments.Where(m => m.End is CravingEnd.TookExtra).Max(m => (DateTime?)m.At),
                    Now
                )
                {
                    Zone = ZoneOf(head),
                };
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>if-then.…</c></exception>
    public Task<Saved?> MakeAsync(IReadOnlyList<IfThen> plans, Once? once, CancellationToken cancellationToken) =>
        WriteAsync(
            once,
            async (db, episode) =>
            {
                var isShared = await SharesAsync(db, episode.PatientId, WorkKind.Plans, Now, cancellationToken);
                var card = IfThenCard.Make(Guid.CreateVersion7(), episode, plans, isShared, Now, Actor.AccountId);
                db.Add(card);
                return await SavedAsync(db, card, card.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>reason.…</c></exception>
    public Task<Saved?> SayAsync(string? words, Once? once, CancellationToken cancellationToken) =>
        WriteAsync(
            once,
            async (db, episode) =>
            {
                var isShared = await SharesAsync(db, episode.PatientId, WorkKind.Reasons, Now, cancellationToken);
                var reason = OwnReason.Say(Guid.CreateVersion7(), episode, words, isShared, Now, Actor.AccountId);
                db.Add(reason);
                return await SavedAsync(db, reason, reason.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> PutAwayAsync(Guid id, Once? once, CancellationToken cancellationToken) =>
        WriteAsync(
            once,
            async (db, episode) =>
            {
                var reason = await OwnAsync<OwnReason>(db, episode.PatientId, r => r.Id == id, "reason", cancellationToken);
                reason.PutAway(Now);
                return await SavedAsync(db, reason, reason.Id, cancellationToken);
            },
            cancellationToken
        );
}

/// <param name="Cards">The newest, which is in force, first.</param>
/// <param name="Reasons">Those that are shown, the newest first.</param>
/// <param name="Triggers">In the person's words, in the order in which they are offered.</param>
/// <param name="Helped">What they did in moments that became easier, in the order in which it is offered.</param>
/// <param name="LastExtra">UTC. When something was last taken beyond the plan in a hard moment; null for never told.</param>
/// <param name="Now">UTC.</param>
public sealed record OwnPlansView(
    PatientHead Head,
    IReadOnlyList<IfThenCard> Cards,
    IReadOnlyList<OwnReason> Reasons,
    IReadOnlyList<string> Triggers,
    IReadOnlyList<string> Helped,
    DateTime? LastExtra,
    DateTime Now
)
{
    /// <summary>Where the person is.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public IfThenCard? Card => Cards.Count > 0 ? Cards[0] : null;

    public IReadOnlyList<IfThen> Plans => Card?.Plans ?? [];

    /// <summary>Two weeks are over, or something was taken beyond the plan since the card was made.</summary>
    public bool IsToBeLookedAt => Card is { } card && (card.LookAgainAt <= Now || LastExtra > card.At);
}
