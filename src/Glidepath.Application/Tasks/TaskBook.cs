using Glidepath.Application.Patients;
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
    public void Add(GlidepathDbContext db, EpisodeOfCare episode, TaskDetails asked, DateOnly today, Entry by)
    {
        // Written where the area's own entry is, and shown there to nobody.
        db.Grant(episode.PatientId, AccessAction.Write, DataClass.CarePlan);
        db.Add(CareTask.Ask(by.Id, episode, asked, today, by.RecordedAt, by.RecordedBy));
    }

    public async Task PassOnAsync(
        GlidepathDbContext db,
        Guid patientId,
        Guid from,
        Guid? to,
        string why,
        Entry by,
        CancellationToken cancellationToken
    )
    {
        using var deciding = db.BeginDeciding();
        db.Grant(patientId, AccessAction.Write, DataClass.CarePlan);
        foreach (
            var task in await db.Set<CareTask>()
                .Where(t => t.PatientId == patientId && t.State == CareTaskState.Open && t.ForAccountId == from)
                .ToListAsync(cancellationToken)
        )
            if (to is { } next)
                task.HandTo(next, why, by.RecordedAt, by.RecordedBy);
            else
                task.LeaveToNobody(why, by.RecordedAt, by.RecordedBy);
    }

    public async Task WithdrawAsync(
        GlidepathDbContext db,
        EpisodeOfCare episode,
        TaskOrigin origin,
        string why,
        Entry by,
        CancellationToken cancellationToken
    )
    {
        using var deciding = db.BeginDeciding();
        db.Grant(episode.PatientId, AccessAction.Write, DataClass.CarePlan);
        foreach (
            var task in await db.Set<CareTask>()
                .Where(t => t.EpisodeId == episode.Id && t.State == CareTaskState.Open && t.Origin == origin)
                .ToListAsync(cancellationToken)
        )
            task.Cancel(why, by.RecordedAt, by.RecordedBy);
    }
}
