using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>What a person shares of their own work with their care team: kind by kind, or one entry.</summary>
public sealed class SharingService(Store store, RecordAccess access, CurrentActor who, OwnRecord own, IEnumerable<WorkTable> tables)
    : OwnWorkSubject(store, access, who, own)
{
    public Task<SharingView?> SeeAsync(CancellationToken cancellationToken) =>
        MineAsync(
            async (db, head) =>
            {
                var sharing = await SharingAsync(db, head.Id, cancellationToken);
                var hasMerged = db.MergedInto(head.Id).Count > 0;
                var before = hasMerged ? await GatherAsync(db, head.Id, [.. tables.Select(t => t.Part)], cancellationToken) : default;
                var kinds = new List<SharedKind>();
                foreach (var table in tables.OrderBy(t => t.Kind))
                {
                    var all = await table.Tracked(db, head.Id, cancellationToken);
                    kinds.Add(
                        new SharedKind(
                            table.Kind,
                            sharing?.Shared.GetValueOrDefault(table.Kind) is { } since && since != default ? since : null,
                            all.Count,
                            all.Count(e => e.IsShared)
                        )
                        {
                            IsSharedOfMerged = hasMerged && table.Shared(before).Any(e => e.PatientId != head.Id),
                        }
                    );
                }
                var team = await Access.AllowedAsync(db, Actor, head.Id, Read, [DataClass.CareTeamMembership], cancellationToken);
                var members =
                    team.Count == 0
                        ? []
                        : await db.Set<CareTeamMember>().AsNoTracking().Where(m => m.PatientId == head.Id).ToListAsync(cancellationToken);
                var now = members.Where(m => m.IsOn(Today)).ToList();
                var names = await NamesAsync(db, now.Select(m => m.AccountId), cancellationToken);
                return new SharingView(head, kinds, [.. now.Select(m => new SharedWith(names[m.AccountId], m.Role))])
                {
                    HasMerged = hasMerged,
                };
            },
            cancellationToken
        );

    /// <param name="alsoBefore">Those that are there already become so too.</param>
    public Task<Saved?> ChooseAsync(WorkKind kind, bool isShared, bool alsoBefore, Once? once, CancellationToken cancellationToken) =>
        WriteAsync(
            once,
            async (db, episode) =>
            {
                var sharing = await SharingAsync(db, episode.PatientId, cancellationToken);
                if (sharing is null)
                    db.Add(sharing = TherapySharing.Begin(Guid.CreateVersion7(), episode.PatientId, Now));
                sharing.Choose(kind, isShared, Now);
                // A safety plan is one thing: who may see it sees the one in force, or none.
                if (alsoBefore || kind is WorkKind.SafetyPlan)
                {
                    var table = tables.Single(t => t.Kind == kind);
                    foreach (var entry in await table.Tracked(db, episode.PatientId, cancellationToken))
                        entry.Share(isShared);
                    if (!isShared)
                        await TakeBackMergedAsync(db, episode.PatientId, table, Now, cancellationToken);
                }
                return await SavedAsync(db, sharing, sharing.Id, cancellationToken);
            },
            cancellationToken
        );
}

/// <param name="Since">UTC. Since when new ones are shared; null where they are the person's alone.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Shared">How many of them are shared now.</param>
public sealed record SharedKind(WorkKind Kind, DateTime? Since, int Of, int Shared)
{
    /// <summary>The care team reads some of a record that was merged into this one: that there is any, and nothing of it.</summary>
    public bool IsSharedOfMerged { get; init; }
}

public sealed record SharedWith(string Name, CareTeamRole Role);

/// <param name="Kinds">Of which there are pages.</param>
/// <param name="With">Who reads what is shared.</param>
public sealed record SharingView(PatientHead Head, IReadOnlyList<SharedKind> Kinds, IReadOnlyList<SharedWith> With)
{
    /// <summary>Another record of the person was merged into this one; what they wrote for themselves in it stays closed.</summary>
    public bool HasMerged { get; init; }
}
