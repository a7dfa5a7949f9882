using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Assessments;

/// <param name="IsForMe">This account was alerted by name.</param>
public sealed record OpenSafetyStep(Guid PatientId, Guid StepId, string Name, SafetyState State, DateTime OpenedAt, bool IsForMe)
{
    public string Href => $"/patients/{PatientId}/now/{StepId}";
}

/// <summary>
/// For the page of today: the steps on which nobody has acted, of the people on whose care team one is; those that alerted oneself first,
/// then the oldest.
/// </summary>
internal sealed class OpenSafetySteps(Store store, RecordAccess access, CurrentActor current)
{
    public async Task<IReadOnlyList<OpenSafetyStep>> ForMeAsync(CancellationToken cancellationToken)
    {
        var me = current.Actor.AccountId;
        var today = store.Today;
        // Only ids here; each record is then opened through its own door.
        var patients = await store.Records.RunAsync(
            current.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(SafetyStep)),
            async db =>
            {
                var mine = await db.TreatedByAsync(me, today, cancellationToken);
                return await db.Deciding<SafetyStep>()
                    .Where(s => mine.Contains(s.PatientId) && s.State != SafetyState.Closed && s.State != SafetyState.ActedOn)
                    .Select(s => s.PatientId)
                    .Distinct()
                    .ToListAsync(cancellationToken);
            },
            cancellationToken
        );
        var found = new List<OpenSafetyStep>();
        foreach (var id in patients)
            found.AddRange(
                await access.RunAsync(
                    current.Actor,
                    current.RequestId,
                    id,
                    SafetySteps.Reads,
                    db => OfAsync(db, id, me, cancellationToken),
                    cancellationToken
                ) ?? []
            );
        return [.. found.OrderByDescending(s => s.IsForMe).ThenBy(s => s.OpenedAt)];
    }

    private static async Task<List<OpenSafetyStep>> OfAsync(
        GlidepathDbContext db,
        Guid patientId,
        Guid me,
        CancellationToken cancellationToken
    )
    {
        var patient = await db.Set<Patient>().SingleAsync(p => p.Id == patientId, cancellationToken);
        var steps = await db.Set<SafetyStep>()
            .Where(s => s.PatientId == patientId && s.State != SafetyState.Closed && s.State != SafetyState.ActedOn)
            .ToListAsync(cancellationToken);
        return
        [
            .. steps.Select(s => new OpenSafetyStep(patientId, s.Id, patient.DisplayName, s.State, s.OpenedAt, s.AlertedAccountId == me)),
        ];
    }
}
