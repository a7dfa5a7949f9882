using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>A person's own hard moments: begun, followed, looked back at.</summary>
public sealed class HardMomentsService(Store store, RecordAccess access, CurrentActor who, OwnRecord own, DosesNear near)
    : OwnWorkSubject(store, access, who, own)
{
    private static readonly RecordPart<TherapySharing> Choices = RecordPart.All<TherapySharing>();

    private static readonly RecordPart[] Parts =
    [
        Whole<CravingEpisode>.Part,
        Whole<IfThenCard>.Part,
        Whole<OwnReason>.Part,
        Whole<OwnSafetyPlan>.Part,
        Whole<PromptAnswer>.Part,
        Choices,
        SafetyService.Watched,
    ];

    public Task<HardMomentsView?> SeeAsync(CancellationToken cancellationToken) =>
        MineAsync(
            async (db, head) =>
            {
                var person = await GatherAsync(db, head.Id, Parts, cancellationToken);
                return new HardMomentsView(
                    head,
                    Whole<CravingEpisode>.Of(person),
                    Whole<IfThenCard>.Of(person).FirstOrDefault(),
                    Whole<OwnReason>.Of(person).Find(r => r.PutAwayAt is null)?.Words,
                    Now
                )
                {
                    Zone = ZoneOf(head),
                    Answers = Whole<PromptAnswer>.Of(person),
                    Safety = Whole<OwnSafetyPlan>.Of(person).FirstOrDefault(),
                    // Thoughts of suicide were ever said, in whatever way.
                    SafetyFirst = person
                        .Of(SafetyService.Watched)
                        .Any(e => e is { Concern: SafetyConcern.Suicide, Told.Answer: Answer.Yes }),
                    AreShared = person.Of(Choices).Any(s => s.PatientId == head.Id && s.Shares(WorkKind.HardMoments)),
                };
            },
            cancellationToken
        );

    /// <param name="id">Of the moment; what follows names it.</param>
    /// <param name="at">UTC; null for now.</param>
    /// <exception cref="RuleViolationException"><c>craving.…</c>, <c>own-work.…</c></exception>
    public Task<Saved?> StartAsync(Guid id, CravingStart start, DateTime? at, Once? once, CancellationToken cancellationToken) =>
        WriteAsync(
            once,
            async (db, episode) =>
            {
                var zone = await ZoneAsync(db, episode.PatientId, cancellationToken);
                var began = at ?? Now;
                if (await db.Deciding<CravingEpisode>().AnyAsync(e => e.Id == id, cancellationToken))
                    throw new RuleViolationException("own-work.id-taken");
                var moment = CravingEpisode.Record(
                    id,
                    episode,
                    start,
                    began,
                    await near.AtAsync(db, Actor, episode.PatientId, began, zone, cancellationToken),
                    await SharesAsync(db, episode.PatientId, WorkKind.HardMoments, began, cancellationToken),
                    Now,
                    Actor.AccountId
                );
                db.Add(moment);
                return await SavedAsync(db, moment, moment.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>craving.…</c></exception>
    public Task<Saved?> ContinueAsync(Guid id, CravingStep step, Once? once, CancellationToken cancellationToken) =>
        WriteAsync(
            once,
            async (db, episode) =>
            {
                var moment = await OwnAsync<CravingEpisode>(db, episode.PatientId, e => e.Id == id, "craving", cancellationToken);
                moment.Continue(step);
                return await SavedAsync(db, moment, moment.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>craving.…</c></exception>
    public Task<Saved?> ShareAsync(Guid id, bool isShared, Once? once, CancellationToken cancellationToken) =>
        WriteAsync(
            once,
            async (db, episode) =>
            {
                var moment = await OwnAsync<CravingEpisode>(db, episode.PatientId, e => e.Id == id, "craving", cancellationToken);
                moment.Share(isShared);
                return await SavedAsync(db, moment, moment.Id, cancellationToken);
            },
            cancellationToken
        );
}

/// <param name="All">The newest first.</param>
/// <param name="Card">In force; null where none was made.</param>
/// <param name="Reason">The newest that is not put away; null for none.</param>
/// <param name="Now">UTC.</param>
public sealed record HardMomentsView(PatientHead Head, IReadOnlyList<CravingEpisode> All, IfThenCard? Card, string? Reason, DateTime Now)
{
    /// <summary>Where the person is.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public IReadOnlyList<PromptAnswer> Answers { get; init; } = [];

    public MomentEvidence Evidence => MomentEvidence.Of(All, Answers);

    /// <summary>In force; null where none was made.</summary>
    public OwnSafetyPlan? Safety { get; init; }

    /// <summary>It goes before everything else.</summary>
    public bool SafetyFirst { get; init; }

    /// <summary>New ones are shared with the care team.</summary>
    public bool AreShared { get; init; }

    public IReadOnlyList<IfThen> Plans => Card?.Plans ?? [];

    /// <summary>The newest that began within the time for which one is followed, and has no end; null for none.</summary>
    public CravingEpisode? Open =>
        All.FirstOrDefault(e => e.End is CravingEnd.NotKnown && Now - e.At < TimeSpan.FromMinutes(CravingEpisode.LongestMinutes));

    /// <summary>In the person's words, those of the most moments first.</summary>
    public IReadOnlyList<string> Places => Ranked(e => e.Start.Place);

    /// <inheritdoc cref="Places"/>
    public IReadOnlyList<string> Withs => Ranked(e => e.Start.With);

    /// <summary>What they did, in their words, those of the most moments first.</summary>
    public IReadOnlyList<string> Ways => Ranked(e => e.Did);

    public CravingEpisode? Find(Guid id) => All.FirstOrDefault(e => e.Id == id);

    private IReadOnlyList<string> Ranked(Func<CravingEpisode, string?> said) =>
        [
            .. All.Select(said)
                .OfType<string>()
                .GroupBy(s => s, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(g => g.Count())
                .Select(g => g.First()),
        ];
}
