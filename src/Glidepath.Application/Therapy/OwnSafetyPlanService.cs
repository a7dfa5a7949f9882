using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>A person's own safety plan.</summary>
public sealed class OwnSafetyPlanService(Store store, RecordAccess access, CurrentActor who, OwnRecord own, IEnumerable<WorkTable> tables)
    : OwnWorkSubject(store, access, who, own)
{
    public Task<OwnSafetyPlanView?> SeeAsync(CancellationToken cancellationToken) =>
        MineAsync(
            async (db, head) =>
                new OwnSafetyPlanView(
                    head,
                    Whole<OwnSafetyPlan>.Of(await GatherAsync(db, head.Id, [Whole<OwnSafetyPlan>.Part], cancellationToken)).FirstOrDefault()
                )
                {
                    Zone = ZoneOf(head),
                },
            cancellationToken
        );

    /// <param name="seen">The plan in force as the person saw it; null where there was none.</param>
    /// <exception cref="RuleViolationException"><c>safety-plan.…</c></exception>
    /// <exception cref="LostUpdateException">Another one was made since.</exception>
    public Task<Saved?> MakeAsync(SafetyPlanWords words, bool isShared, Guid? seen, Once? once, CancellationToken cancellationToken) =>
        WriteAsync(
            once,
            async (db, episode) =>
            {
                var plan = OwnSafetyPlan.Make(Guid.CreateVersion7(), episode, words, isShared, Now, Actor.AccountId);
                var made = await db.Set<OwnSafetyPlan>().Where(p => p.PatientId == episode.PatientId).ToListAsync(cancellationToken);
                if (made.OrderByDescending(p => p.At).ThenByDescending(p => p.Id).FirstOrDefault()?.Id != seen)
                    throw new LostUpdateException(nameof(OwnSafetyPlan));
                // Whoever may not see this one must not take one before it for the one in force.
                foreach (var before in made)
                    before.Share(isShared && before.IsShared);
                if (!isShared)
                    await TakeBackMergedAsync(
                        db,
                        episode.PatientId,
                        tables.Single(t => t.Kind is WorkKind.SafetyPlan),
                        Now,
                        cancellationToken
                    );
                db.Add(plan);
                // The kind is as the plan in force is.
                var sharing = await SharingAsync(db, episode.PatientId, cancellationToken);
                if (sharing is null)
                    db.Add(sharing = TherapySharing.Begin(Guid.CreateVersion7(), episode.PatientId, Now));
                sharing.Choose(WorkKind.SafetyPlan, isShared, Now);
                return await SavedAsync(db, plan, plan.Id, cancellationToken);
            },
            cancellationToken
        );
}

/// <param name="Plan">In force; null where none was made.</param>
public sealed record OwnSafetyPlanView(PatientHead Head, OwnSafetyPlan? Plan)
{
    /// <summary>Where the person is.</summary>
    public required TimeZoneInfo Zone { get; init; }
}
