using Glidepath.Storage;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>
/// How an area puts something on the list of the care team, within its own unit of work. It stands here, since the area of tasks rests on
/// this one.
/// </summary>
public interface ITaskBook
{
    /// <summary>Care ended: whoever ended it asks after the person.</summary>
    void AddFollowUp(GlidepathDbContext db, EpisodeOfCare episode, DateOnly today, DateTime at, Guid by);

    /// <summary>The end of care was recorded in error: nobody needs to ask.</summary>
    Task WithdrawFollowUpAsync(GlidepathDbContext db, EpisodeOfCare episode, DateTime at, Guid by, CancellationToken cancellationToken);
}
