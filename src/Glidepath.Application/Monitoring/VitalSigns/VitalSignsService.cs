using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>Vital signs as somebody took them.</summary>
/// <param name="TakenAt">UTC; null for now.</param>
/// <param name="Amends">The entry that this replaces, with <paramref name="Reason"/>.</param>
public sealed record VitalSignsAsked(
    VitalSignValues Values,
    DateTime? TakenAt = null,
    bool IsFromPaper = false,
    Guid? Amends = null,
    string? Reason = null
);

/// <summary>The vital signs of one person: recorded, corrected, scored, and what they ask for.</summary>
public sealed class VitalSignsService(Store store, RecordAccess access, CurrentActor who, IAlertBook alerts)
    : PatientSubject(store, access, who)
{
    private const int MostShown = 200;

    public Task<VitalSignsView?> ListAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.VitalSigns],
            async (db, head) =>
            {
                var records = await ReadableAsync(db, patientId, [DataClass.VitalSigns], cancellationToken);
                var all = await db.Set<VitalSignSet>()
                    .AsNoTracking()
                    .Where(v => records.Contains(v.PatientId))
                    .OrderByDescending(v => v.TakenAt)
                    .Take(MostShown)
                    .ToListAsync(cancellationToken);
                var had = await VitalSignContributions.HadSeizureAsync(db, patientId, cancellationToken);
                return new VitalSignsView(
                    head,
                    [.. all.Where(v => !all.Exists(o => o.AmendsId == v.Id)).OrderBy(v => v.TakenAt)],
                    Now,
                    Store.Zone,
                    had
                )
                {
                    Struck = [.. all.Where(v => all.Exists(o => o.AmendsId == v.Id))],
                    Names = await NamesAsync(db, all.Select(v => v.RecordedBy), cancellationToken),
                    MayWrite = head is { IsOpen: true, MergedInto: null } && Actor.Role.May(Write, DataClass.VitalSigns),
                };
            },
            cancellationToken
        );

    public Task<Saved?> RecordAsync(Guid patientId, VitalSignsAsked asked, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.VitalSigns,
            once,
            async db =>
            {
                if (asked.Amends is { } wrong)
                {
                    await OwnAsync<VitalSignSet>(db, patientId, v => v.Id == wrong, "vital", cancellationToken);
                    if (await db.Set<VitalSignSet>().AnyAsync(v => v.PatientId == patientId && v.AmendsId == wrong, cancellationToken))
                        throw new RuleViolationException("vital.correct.already");
                }
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var set = VitalSignSet.Record(
                    episode,
                    asked.Values,
                    asked.TakenAt ?? Now,
                    asked.IsFromPaper,
                    NewEntry(asked.Amends, asked.Amends is null ? null : asked.Reason)
                );
                db.Add(set);
                await VitalSignContributions.RaiseAsync(db, alerts, episode, set, NewEntry(), cancellationToken);
                return await SavedAsync(db, set, set.Id, cancellationToken);
            },
            cancellationToken
        );
}

/// <param name="All">What nothing amends, the oldest first.</param>
/// <param name="Now">UTC.</param>
/// <param name="HadSeizure">By the history of safety.</param>
public sealed record VitalSignsView(PatientHead Head, IReadOnlyList<VitalSignSet> All, DateTime Now, TimeZoneInfo Zone, bool HadSeizure)
{
    /// <summary>What was corrected.</summary>
    public IReadOnlyList<VitalSignSet> Struck { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    public bool MayWrite { get; init; }

    /// <summary>What was found before a dose, by the newest value of each sign; null where sedation or breathing rate is missing.</summary>
    public (VitalSignSet Look, VitalSignValues Values, DoseCheck Check)? Found => BeforeDose.Look(All, HadSeizure);
}
