using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Tasks;

/// <inheritdoc cref="ITaskBook"/>
internal sealed class TaskBook : ITaskBook
{
    public void AddFollowUp(GlidepathDbContext db, EpisodeOfCare episode, DateOnly today, DateTime at, Guid by)
    {
        // Written where care ends, and shown there to nobody.
        db.Grant(episode.PatientId, AccessAction.Write, RecordClass.CarePlan);
        db.Add(
            CareTask.Ask(
                Guid.CreateVersion7(),
                episode,
                new TaskDetails(
                    ApplicationText.T["AskHowTheyAreAfterTheEndOfCare"],
                    TaskOwner.Account(by),
                    today.AddDays(CareTask.FollowUpAfter),
                    TaskOrigin.Discharge
                ),
                today,
                at,
                by
            )
        );
    }

    public async Task WithdrawFollowUpAsync(
        GlidepathDbContext db,
        EpisodeOfCare episode,
        DateTime at,
        Guid by,
        CancellationToken cancellationToken
    )
    {
        using var deciding = db.BeginDeciding();
        db.Grant(episode.PatientId, AccessAction.Write, RecordClass.CarePlan);
        foreach (
            var task in await db.Set<CareTask>()
                .Where(t => t.EpisodeId == episode.Id && t.State == CareTaskState.Open && t.Origin == TaskOrigin.Discharge)
                .ToListAsync(cancellationToken)
        )
            task.Cancel(ApplicationText.T["TheEndOfCareWasRecordedInError"], at, by);
    }
}
