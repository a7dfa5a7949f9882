using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Application.Therapy;

/// <summary>What a person shared, for those who treat them. What is not shared is not read: neither how much there is nor since
/// when.</summary>
public sealed class SharedWorkService(Store store, RecordAccess access, CurrentActor who, IEnumerable<WorkTable> tables)
    : PatientSubject(store, access, who)
{
    private static readonly RecordPart<TherapySharing> Sharing = RecordPart.All<TherapySharing>();

    public Task<SharedWorkView?> SeeAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.TherapyWork],
            async (db, head) =>
            {
                var open = await Access.OpenAsync(db, Actor, patientId, Read, [DataClass.TherapyWork], cancellationToken);
                var read = await Gathered.ReadAsync(db, open, Parts(tables), cancellationToken);
                return Of(head, tables, read.Of(patientId), Store.Zone, Now);
            },
            cancellationToken
        );

    internal static IEnumerable<RecordPart> Parts(IEnumerable<WorkTable> tables) => tables.Select(t => t.Part).Append(Sharing);

    /// <param name="zone">Of the program.</param>
    internal static SharedWorkView Of(
        PatientHead head,
        IEnumerable<WorkTable> tables,
        PersonEntries person,
        TimeZoneInfo zone,
        DateTime now
    ) =>
        new(
            head,
            [.. tables.Select(t => t.Kind).Order()],
            person.Of(Sharing).SingleOrDefault(s => s.PatientId == head.Id)?.Shared ?? new Dictionary<WorkKind, DateTime>(),
            // Of what is made anew as a whole, that of a record that was merged is in force no more.
            [
                .. tables
                    .SelectMany(t => t.Shared(person))
                    .Where(e => e.PatientId == head.Id || e is not (OwnSafetyPlan or IfThenCard or RootsSheet))
                    .OrderByDescending(e => e.At),
            ],
            now
        )
        {
            Zone = PatientZone.Of(head.TimeZone, zone, now) ?? zone,
        };
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
