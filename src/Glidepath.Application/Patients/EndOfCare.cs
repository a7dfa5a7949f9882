using Glidepath.Storage;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>What an area does when care ends, within the same unit of work.</summary>
/// <param name="DoAsync">Grants what it writes, and shows nothing.</param>
public sealed record EndOfCare(Func<GlidepathDbContext, EpisodeOfCare, Func<Entry>, CancellationToken, Task> DoAsync);
