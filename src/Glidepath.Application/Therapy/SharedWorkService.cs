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

/// <summary>What a person shared, for those who treat them. What is not shared is not read: neither how much there is nor since when.</summary>
public sealed class SharedWorkService(Store store, RecordAccess access, CurrentActor who, IEnumerable<WorkTable> tables)
    : PatientSubject(store, access, who)
{
    public Task<SharedWorkView?> SeeAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.TherapyWork],
            async (db, head) =>
            {
                var records = await ReadableAsync(db, patientId, [DataClass.TherapyWork], cancellationToken);
                var sharing = await db.Set<TherapySharing>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(s => s.PatientId == patientId, cancellationToken);
                var entries = new List<OwnWork>();
                foreach (var table in tables)
                    entries.AddRange(await table.Shared(db, records, cancellationToken));
                return new SharedWorkView(
                    head,
                    [.. tables.Select(t => t.Kind).Order()],
                    sharing?.Shared ?? new Dictionary<WorkKind, DateTime>(),
                    [.. entries.OrderByDescending(e => e.At)],
                    Now
                )
                {
                    Zone = PatientZone.Of(head.TimeZone, Store.Zone, Now) ?? Store.Zone,
                };
            },
            cancellationToken
        );
}

/// <param name="Kinds">All that there are pages for.</param>
/// <param name="SharedSince">UTC, by kind.</param>
/// <param name="Entries">Shared ones, the newest first.</param>
/// <param name="Now">UTC.</param>
public sealed record SharedWorkView(
    PatientHead Head,
    IReadOnlyList<WorkKind> Kinds,
    IReadOnlyDictionary<WorkKind, DateTime> SharedSince,
    IReadOnlyList<OwnWork> Entries,
    DateTime Now
)
{
    /// <summary>Where the person is.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public IEnumerable<T> Of<T>()
        where T : OwnWork => Entries.OfType<T>();

    /// <summary>Of what is shared, and of nothing else.</summary>
    public MomentEvidence Evidence => MomentEvidence.Of([.. Of<CravingEpisode>()], [.. Of<PromptAnswer>()]);

    /// <summary>Nothing of the kind is shared, and new ones are not.</summary>
    public bool IsNotShared(WorkKind kind) => !SharedSince.ContainsKey(kind) && !Entries.Any(e => e.Kind == kind);
}
