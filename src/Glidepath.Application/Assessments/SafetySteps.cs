using Glidepath.Application.Patients;
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

namespace Glidepath.Application.Assessments;

/// <param name="Actions">The newest first.</param>
/// <param name="WaitsFor">Address of the answers that wait for this; null where none do.</param>
/// <param name="AlertedIsShutOut">Word was sent, and who was to act on it can no longer open the step.</param>
public sealed record SafetyView(
    Patient Patient,
    SafetyStep Step,
    IReadOnlyList<SafetyAction> Actions,
    string? WaitsFor,
    bool AlertedIsShutOut,
    DateOnly Today
)
{
    /// <summary>Null for a record that stands by itself.</summary>
    public MergePointer? MergedInto { get; init; }
}

/// <summary>The safety step for staff: taken up, acted on, closed.</summary>
internal sealed class SafetySteps(RecordAccess access, CurrentActor current, TimeProvider clock, IAlertBook alerts)
{
    // What the step shows, and no more: medicines or diagnoses that are withheld do not close it.
    internal static readonly (AccessAction, DataClass)[] Reads =
    [
        (AccessAction.Read, DataClass.Demographics),
        (AccessAction.Read, DataClass.Assessments),
    ];

    internal static readonly (AccessAction, DataClass)[] Writes = [.. Reads, (AccessAction.Write, DataClass.Assessments)];

    public Task<SafetyView?> LoadAsync(Guid patientId, Guid stepId, CancellationToken cancellationToken) =>
        RunAsync(patientId, stepId, Reads, null, cancellationToken);

    public Task<SafetyView?> TakeUpAsync(Guid patientId, Guid stepId, CancellationToken cancellationToken) =>
        RunAsync(
            patientId,
            stepId,
            Writes,
            (db, step) =>
            {
                step.TakeUp(Now);
                return alerts.SeeAsync(db, step.PatientId, AlertCause.Suicide, NewEntry(), cancellationToken);
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException">A field is not answered, or the step is closed.</exception>
    public Task<SafetyView?> ActAsync(Guid patientId, Guid stepId, SafetyActionDetails details, CancellationToken cancellationToken) =>
        RunAsync(
            patientId,
            stepId,
            Writes,
            async (db, step) =>
            {
                var action = SafetyAction.Record(step, details, new Entry(Guid.CreateVersion7(), Now, current.Actor.AccountId));
                step.Act(action);
                db.Add(action);
                await AlertAsync(db, step, details.Disposition is not SafetyDisposition.NotReachedYet, false, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="version">That whoever closes it saw; null where the page shows it as it stands.</param>
    public Task<SafetyView?> CloseAsync(Guid patientId, Guid stepId, string outcome, Guid? version, CancellationToken cancellationToken) =>
        RunAsync(
            patientId,
            stepId,
            Writes,
            async (db, step) =>
            {
                if (version is not null && step.Version != version)
                    throw new LostUpdateException(nameof(SafetyStep));
                if (!Clinicians.Roles.Contains(current.Actor.Role))
                    throw new RuleViolationException("safety.look.clinician");
                step.Close(outcome, Now, current.Actor.AccountId);
                db.Add(
                    SafetyEntry.CloseWithStep(
                        step.PatientId,
                        step.EpisodeId,
                        step.Id,
                        outcome,
                        new Entry(Guid.CreateVersion7(), Now, current.Actor.AccountId)
                    )
                );
                await AlertAsync(db, step, true, true, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>The alert that the answers opened follows their steps: it is acted on when none waits, and closed with the last.</summary>
    private async Task AlertAsync(
        GlidepathDbContext db,
        SafetyStep step,
        bool wasReached,
        bool isClosed,
        CancellationToken cancellationToken
    )
    {
        var others = await db.Deciding<SafetyStep>()
            .Where(s => s.PatientId == step.PatientId && s.Id != step.Id && s.State != SafetyState.Closed)
            .Select(s => s.State)
            .ToListAsync(cancellationToken);
        if (wasReached && others.Exists(s => s is not SafetyState.ActedOn))
            return;
        await alerts.ActAsync(
            db,
            step.PatientId,
            AlertCause.Suicide,
            // What was said stands in the step alone.
            ApplicationText.T["RecordedInTheSafetyStep"],
            wasReached,
            isClosed && others.Count == 0,
            NewEntry(),
            cancellationToken
        );
    }

    private Entry NewEntry() => new(Guid.CreateVersion7(), Now, current.Actor.AccountId);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<SafetyView?> RunAsync(
        Guid patientId,
        Guid stepId,
        (AccessAction, DataClass)[] needs,
        Func<GlidepathDbContext, SafetyStep, Task>? change,
        CancellationToken cancellationToken
    )
    {
        var found = await access.RunAsync(
            current.Actor,
            current.RequestId,
            patientId,
            needs,
            async db =>
            {
                if (
                    await db.Set<SafetyStep>().SingleOrDefaultAsync(s => s.PatientId == patientId && s.Id == stepId, cancellationToken)
                    is not { } step
                )
                    return new Found(null);
                var into = await RecordAccess.PointerAsync(db, current.Actor, patientId, Now, cancellationToken);
                if (change is not null)
                    await change(db, step);
                await db.SaveChangesAsync(cancellationToken);
                var patient = await db.Set<Patient>().SingleAsync(p => p.Id == patientId, cancellationToken);
                var actions = await db.Set<SafetyAction>()
                    .Where(a => a.PatientId == patientId && a.SafetyStepId == stepId)
                    .ToListAsync(cancellationToken);
                var me = current.Actor.AccountId;
                var draft = await db.Set<AssessmentDraft>()
                    .Where(d => d.PatientId == patientId && d.SafetyStepId == stepId && d.ChangedBy == me && d.CompletedAs == null)
                    .FirstOrDefaultAsync(cancellationToken);
                var waits = draft is null
                    ? null
                    : $"/patients/{patientId}/assessments/{InstrumentSlugs.Of(draft.InstrumentId)}"
                        + (draft.AmendsId is { } amends ? $"/again/{amends}" : "");
                var isShutOut =
                    step.State is SafetyState.OpenAlerted
                    && (await WhoIsAlerted.StillReachedAsync(db, patientId, [step], Now, cancellationToken)).Count == 0;
                return new Found(
                    new SafetyView(patient, step, [.. actions.OrderByDescending(a => a.RecordedAt)], waits, isShutOut, db.DayOf(Now))
                    {
                        MergedInto = into,
                    }
                );
            },
            cancellationToken
        );
        return found?.View;
    }

    private sealed record Found(SafetyView? View);
}
