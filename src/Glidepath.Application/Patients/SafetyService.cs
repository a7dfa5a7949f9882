using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

/// <summary>
/// The safety concerns of one person with their history. A clinician closes one by a look with a reason; nothing else does.
/// </summary>
public sealed class SafetyService(Store store, RecordAccess access, CurrentActor who, IAlertBook alerts)
    : PatientSubject(store, access, who)
{
    /// <summary>The history holds what an intake holds.</summary>
    internal static readonly RecordPart<SafetyEntry> Entries = RecordPart.Of<SafetyEntry>(alsoNeeds: IntakeService.Holds);

    /// <summary>What the page of today reads of it.</summary>
    internal static readonly RecordPart<SafetyEntry> Watched = RecordPart.Of<SafetyEntry>(e => e.IsWatched, IntakeService.Holds);

    public Task<SafetyHistoryView?> SafetyAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            IntakeService.Holds,
            async (db, head) =>
            {
                var records = await ReadableAsync(db, patientId, IntakeService.Holds, cancellationToken);
                var entries = await EntriesAsync(db, records, cancellationToken);
                var states = await StatesAsync(db, patientId, records, entries, cancellationToken);
                var step = states.SelectMany(s => s.Open).FirstOrDefault(w => w.WaitsForStep)?.SafetyStepId;
                return new SafetyHistoryView(
                    head,
                    states,
                    SafetyFirst.Of(states, LocalNow),
                    [.. entries.Where(e => e.Kind is not SafetyEntryKind.Told).OrderByDescending(e => e.RecordedAt)],
                    await NamesAsync(db, entries.Select(e => e.RecordedBy), cancellationToken),
                    step
                )
                {
                    StepIn = entries.Find(e => e.SafetyStepId == step)?.PatientId ?? patientId,
                };
            },
            cancellationToken
        );

    /// <param name="seenUntil">As the page said it; what was told since stays open.</param>
    /// <exception cref="RuleViolationException">Nothing is open, a safety step is, what is open is for the team of another record, no
    /// reason is given, or the actor is no clinician.</exception>
    public Task<Saved?> CloseAsync(
        Guid patientId,
        SafetyConcern concern,
        DateTime seenUntil,
        string? reason,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            [(Write, DataClass.Assessments), .. IntakeService.Holds.Select(h => (Read, h))],
            once,
            async db =>
            {
                if (!Clinicians.Roles.Contains(Actor.Role))
                    throw new RuleViolationException("safety.look.clinician");
                var records = await ReadableAsync(db, patientId, IntakeService.Holds, cancellationToken);
                var entries = await EntriesAsync(db, records, cancellationToken);
                var states = await StatesAsync(db, patientId, records, entries, cancellationToken);
                var state = states.Single(s => s.Concern == concern);
                var merged = db.MergedInto(patientId);
                // Where the teams were not joined, each closes what its own record holds, there.
                if (
                    state is { Open: [var first, ..], WaitsForStep: false }
                    && state.Open.All(w => MergedRecord.JoinedSince(merged, w.PatientId, patientId) is null)
                )
                    throw new RuleViolationException("safety.look.other-record", ("number", RecordNumber.Of(first.PatientId)));
                var closing = SafetyEntry.Close(
                    await EpisodeAsync(db, patientId, cancellationToken),
                    state,
                    seenUntil,
                    reason ?? "",
                    entries,
                    NewEntry()
                );
                db.Add(closing);
                // Its alert rests on the same answers.
                if (AlertCauses.Of(concern) is { } cause && state.Open.All(w => w.RecordedAt <= seenUntil))
                    await alerts.ActAsync(db, patientId, cause, T["RecordedInSafety"], true, true, NewEntry(), cancellationToken);
                return await SavedAsync(db, closing, closing.Id, cancellationToken);
            },
            cancellationToken
        );

    internal static Task<List<SafetyEntry>> EntriesAsync(
        GlidepathDbContext db,
        IReadOnlyList<Guid> records,
        CancellationToken cancellationToken
    ) => db.Set<SafetyEntry>().AsNoTracking().Where(e => records.Contains(e.PatientId)).ToListAsync(cancellationToken);

    /// <param name="patientId">The record that is looked at.</param>
    /// <param name="records">It, and those that were merged into it.</param>
    internal static async Task<IReadOnlyList<ConcernState>> StatesAsync(
        GlidepathDbContext db,
        Guid patientId,
        IReadOnlyList<Guid> records,
        IReadOnlyCollection<SafetyEntry> entries,
        CancellationToken cancellationToken
    )
    {
        List<EpisodeOfCare> episodes;
        using (db.BeginDeciding())
            episodes = await db.Set<EpisodeOfCare>()
                .AsNoTracking()
                .Where(e => records.Contains(e.PatientId))
                .ToListAsync(cancellationToken);
        var current = episodes
            .GroupBy(e => e.PatientId)
            .Select(g => g.OrderByDescending(e => e.OpenedOn).ThenByDescending(e => e.Id).First().Id)
            .ToList();
        var sections = await db.Set<IntakeSection>()
            .AsNoTracking()
            .Where(s => current.Contains(s.EpisodeId))
            .ToListAsync(cancellationToken);
        var steps = await db.Set<SafetyStep>()
            .AsNoTracking()
            .Where(s => records.Contains(s.PatientId) && s.State != SafetyState.Closed)
            .ToListAsync(cancellationToken);
        return SafetyFirst.States(entries, sections, steps, db.MergedInto(patientId));
    }

    /// <summary>Whether care may begin: who is on the team today, and what was asked. Read to decide, and shown to nobody.</summary>
    internal static async Task<CareReadiness> ReadinessAsync(
        GlidepathDbContext db,
        Guid patientId,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        using var deciding = db.BeginDeciding();
        var team = await db.Set<CareTeamMember>().AsNoTracking().Where(m => m.PatientId == patientId).ToListAsync(cancellationToken);
        // What was asked of the person in another of their records was asked.
        var records = db.RecordsOf(patientId);
        var entries = await EntriesAsync(db, records, cancellationToken);
        return CareReadiness.Of(
            team.Any(m => m.IsOn(today) && m.IsClinician),
            await StatesAsync(db, patientId, records, entries, cancellationToken)
        );
    }
}

/// <param name="Looks">Closings, and what could not be asked; the newest first.</param>
/// <param name="OpenStep">A safety step that is not closed: suicide ends with it alone.</param>
public sealed record SafetyHistoryView(
    PatientHead Head,
    IReadOnlyList<ConcernState> States,
    IReadOnlyList<SafetyLine> Lines,
    IReadOnlyList<SafetyEntry> Looks,
    IReadOnlyDictionary<Guid, string> Names,
    Guid? OpenStep
)
{
    /// <summary>The record of the person in which that step is.</summary>
    public Guid StepIn { get; init; }
}
