using Glidepath.Storage;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>
/// What an area has open in a record, such as a task: it is counted before a merge, and goes on in the record that goes on. The entry that
/// was open ends where it is and says so; nothing of it is shown to whoever merges.
/// </summary>
/// <param name="Words">Id of the sentence that counts them, in the words of the application.</param>
/// <param name="CountAsync">In a record, at an instant (UTC).</param>
/// <param name="MoveAsync">From a record to an episode of another, within the unit of work that merges them.</param>
internal sealed record OpenAtMerge(
    string Words,
    Func<GlidepathDbContext, Guid, DateTime, CancellationToken, Task<int>> CountAsync,
    Func<GlidepathDbContext, Guid, EpisodeOfCare, MergeStep, CancellationToken, Task> MoveAsync
);

/// <param name="Why">What stands in the entry that ends.</param>
/// <param name="TeamsJoined">Who treats the person by the record that was merged may open the one that goes on.</param>
/// <param name="Today">Where the program is.</param>
internal sealed record MergeStep(string Why, bool TeamsJoined, DateOnly Today, TimeZoneInfo Zone, DateTime At, Guid By);
