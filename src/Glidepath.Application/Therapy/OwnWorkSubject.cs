using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>What a person does with their own work. Null throughout is an account that belongs to no record.</summary>
public abstract class OwnWorkSubject(Store store, RecordAccess access, CurrentActor who, OwnRecord own) : PatientSubject(store, access, who)
{
    private protected static readonly DataClass[] Kinds = [DataClass.TherapyWork, DataClass.OwnWork];

    private static readonly (AccessAction, DataClass)[] Writes =
    [
        .. Kinds.Select(k => (AccessAction.Read, k)),
        .. Kinds.Select(k => (AccessAction.Write, k)),
    ];

    protected async Task<T?> MineAsync<T>(Func<GlidepathDbContext, PatientHead, Task<T>> work, CancellationToken cancellationToken)
        where T : class =>
        await own.PatientIdAsync(cancellationToken) is { } id ? await OpenAsync(id, Kinds, work, cancellationToken) : null;

    protected async Task<Saved?> WriteAsync(
        Once? once,
        Func<GlidepathDbContext, EpisodeOfCare, Task<Saved>> work,
        CancellationToken cancellationToken
    ) =>
        await own.PatientIdAsync(cancellationToken) is { } id
            ? await ChangeAsync(
                id,
                Writes,
                once,
                async db => await work(db, await EpisodeAsync(db, id, cancellationToken)),
                cancellationToken
            )
            : null;

    /// <summary>All of these parts in few commands, of this record and of those merged into it.</summary>
    private protected async Task<PersonEntries> GatherAsync(
        GlidepathDbContext db,
        Guid patientId,
        IReadOnlyList<RecordPart> parts,
        CancellationToken cancellationToken
    )
    {
        var open = await Access.OpenAsync(db, Actor, patientId, Read, [.. parts.SelectMany(p => p.Needs).Distinct()], cancellationToken);
        return (await Gathered.ReadAsync(db, open, parts, cancellationToken)).Of(patientId);
    }

    /// <summary>Entries of one kind, shared or not.</summary>
    private protected static class Whole<T>
        where T : OwnWork
    {
        public static readonly RecordPart<T> Part = RecordPart.Of<T>(null, DataClass.OwnWork);

        /// <summary>The newest first.</summary>
        public static List<T> Of(PersonEntries person) => [.. person.Of(Part).OrderByDescending(e => e.At).ThenByDescending(e => e.Id)];
    }

    /// <summary>Everything of one kind, of this record and of those merged into it, the newest first.</summary>
    private protected async Task<List<T>> AllAsync<T>(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
        where T : OwnWork => Whole<T>.Of(await GatherAsync(db, patientId, [Whole<T>.Part], cancellationToken));

    /// <summary>The zone that the clock of the person shows.</summary>
    private protected TimeZoneInfo ZoneOf(PatientHead head) => PatientZone.Of(head.TimeZone, Store.Zone, Now) ?? Store.Zone;

    private protected static Task<TherapySharing?> SharingAsync(
        GlidepathDbContext db,
        Guid patientId,
        CancellationToken cancellationToken
    ) => db.Set<TherapySharing>().SingleOrDefaultAsync(s => s.PatientId == patientId, cancellationToken);

    /// <summary>
    /// Whether an entry of then is shared: what was written while the kind was the person's alone stays so, also where it arrives later.
    /// Who
    /// shares by a choice holds on to it: of two at one moment, one sharing and one taking all back, one is refused.
    /// </summary>
    /// <param name="at">UTC. When it was written.</param>
    private protected static async Task<bool> SharesAsync(
        GlidepathDbContext db,
        Guid patientId,
        WorkKind kind,
        DateTime at,
        CancellationToken cancellationToken
    )
    {
        if (
            await SharingAsync(db, patientId, cancellationToken) is not { } sharing
            || !sharing.Shared.TryGetValue(kind, out var since)
            || at < since
        )
            return false;
        db.Entry(sharing).State = EntityState.Modified;
        return true;
    }

    /// <summary>
    /// What is taken back is so in the records that were merged into this one too. It is not shown to the person, who may not be the one
    /// who
    /// wrote it; nothing of it is ever shared from here.
    /// </summary>
    private protected static async Task TakeBackMergedAsync(
        GlidepathDbContext db,
        Guid patientId,
        WorkTable table,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (db.MergedInto(patientId) is not { Count: > 0 } merged)
            return;
        using var deciding = db.BeginDeciding();
        foreach (var id in merged.Select(m => m.PatientId))
        {
            db.Grant(id, AccessAction.Write, Kinds);
            foreach (var entry in await table.Tracked(db, id, cancellationToken))
                entry.Share(false);
            if (await SharingAsync(db, id, cancellationToken) is { } sharing && sharing.Shares(table.Kind))
                sharing.Choose(table.Kind, false, now);
        }
    }

    /// <summary>As a page says it.</summary>
    private protected static async Task<bool> SharesNowAsync(
        GlidepathDbContext db,
        Guid patientId,
        WorkKind kind,
        CancellationToken cancellationToken
    ) => await SharingAsync(db, patientId, cancellationToken) is { } sharing && sharing.Shares(kind);

    /// <summary>The zone that the clock of the person shows.</summary>
    private protected async Task<TimeZoneInfo> ZoneAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        var person = await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == patientId, cancellationToken);
        return PatientZone.Of(person.TimeZone, Store.Zone, Now) ?? Store.Zone;
    }
}
