using Glidepath.Storage;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Tasks;

namespace Glidepath.Application.Patients;

/// <summary>
/// How an area puts something on the list of the care team, within its own unit of work. It stands here, since the area of tasks rests on
/// this one. What is asked says nothing that a reader of the care plan may not know.
/// </summary>
public interface ITaskBook
{
    /// <param name="asked">Its origin is not by hand.</param>
    /// <param name="today">In the zone of the program.</param>
    void Add(GlidepathDbContext db, EpisodeOfCare episode, TaskDetails asked, DateOnly today, Entry by);

    /// <summary>Somebody does not treat the person any more: their open tasks about the person go to another.</summary>
    /// <param name="to">On the care team, with an open account; null where there is nobody, and the tasks wait for a person.</param>
    Task PassOnAsync(GlidepathDbContext db, Guid patientId, Guid from, Guid? to, string why, Entry by, CancellationToken cancellationToken);

    /// <summary>What the area asked for is not needed: its open tasks in this episode are canceled.</summary>
    Task WithdrawAsync(
        GlidepathDbContext db,
        EpisodeOfCare episode,
        TaskOrigin origin,
        string why,
        Entry by,
        CancellationToken cancellationToken
    );
}
